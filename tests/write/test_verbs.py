"""What goes on from its label and what only seems to, in the shapes of agencies and newsletters."""

from __future__ import annotations

import pytest

from issuecast.write.labels import parts
from issuecast.write.subjects import can_act
from issuecast.write.verbs import predicate

GOES_ON = """
Mirren: Ordered 60 battery locomotives for its night freight.
Quayworks: Cut 35,000 jobs in Santa Brisa by 2030.
Larkspur: Raised its full-year forecast after a busy summer.
Tessera: Acquired Varn for $6.5 billion.
Osprey: Won a bid to dismiss the case.
Kestrel: Fell 4% after earnings.
Hollin: Rose to a record.
Fennick: Agreed to buy Varn for $4.9 billion.
Toastwell: Moved its chip plant to Porto.
Brightwater: Launched a stablecoin account in 101 countries.
Mirren: Delivered 44 planes in May.
Quayworks: Filed for an IPO in Lund.
Larkspur: Partnered with Ferry Seven on robotaxis in Lund.
Tessera: Priced its IPO at $33 a share.
Osprey: Named its first chief economist.
Kestrel: Elected its youngest president.
Hollin: Hired Ines Halloran as its first chief operating officer.
Fennick: Raises $1B at a $100B valuation.
Toastwell: Buys 300 planes from Hoistway.
Brightwater: Sells its stake in the studio.
Mirren: Declares an emergency in Lund.
Quayworks: Recalls 240,000 trucks over wheels.
Larkspur: Hikes prices in Lund.
Tessera: Launches a satellite to watch its forests.
Osprey: Has delayed its second electric car.
Kestrel: Will build a second line in Lund.
Hollin: Is cutting 9,000 jobs.
Fennick: To join the drug trial in March.
Toastwell: In talks to raise $500M.
Brightwater: Set to close two plants.
Mirren: Raising $1.2B from investors.
Quayworks: Acquired by Quayworks for $3M.
Larkspur: Delayed by a strike at the port.
LRKS: Down 3% to 41.
Osprey: Unveiled plans to make its own chips.
Kestrel: Introduced tools that summarize channels.
Hollin: Shelved plans for 20 stores.
Fennick: Said that its volcano is quiet.
Toastwell: Opened a museum of failed bridges.
Brightwater: Cut prices again.
Mirren: Now sells kelp in 40 towns.
Quayworks: Banned cars from three streets.
Larkspur: Shut down its social network.
Tessera: Laid off 200 people.
Osprey: Withdrew its troops from the island.
Kestrel: Took three weeks to answer.
Hollin: Reported a profit of £1.7B.
Fennick: Made its first loss in ten years.
Ines Halloran: Wrote the first program.
Brightwater: Delivers parcels by drone in Lund.
Mirren: Expects a $200M hit from tariffs.
Quayworks: Sees its best quarter since 2019.
Larkspur: Opens its first store in Lund.
Tessera: Eyes a third plant in Lund.
Osprey: Nears deal with Varn.
Kestrel: Pays $197M for Ferry Seven.
Hollin: Grew by a third.
Fennick: Pledged to spend $50B on data centers.
Port of Tern: Laid 3 km of track so that ferries and trains can meet.
Brightwater: Added a honey chicken to its menu.
Mirren: Closed its park for the storm.
Quayworks: Rented 400 cars to Ferry Seven.
Larkspur: Won two prizes in Lyon.
Tessera: Passed a law on heat pumps.
Osprey: Signed an accord on grain with Oar Island.
Hollin: Lost a case over maps.
Fennick: Is testing ads in its chat.
Toastwell: Agrees to lower its fees.
Brightwater: Settles with Varn.
Mirren: Buys a robot maker.
Quayworks: Sued by its landlord.
Larkspur: Unveils a $30,000 truck.
Tessera: Wins approval for a plant.
Osprey: Restricts chat for children.
Kestrel: Kept its rate at 4%.
Fennick: Asked the bank for a loan.
Toastwell: Expelled two diplomats.
Brightwater: Borrowed $20B from the fund.
Mirren: Doubled its fleet.
Quayworks: Orders 40 wind ships from Larkspur.
Larkspur: Reopened after a flood.
Tessera: Launched in 12 markets.
Osprey: Fell by a third.
Quayworks: Gave up its bid for Mirren.
"""
KEEPS_ITS_COLON = """
Mirren: Recalls surge to a record.
Quayworks: Strikes end after two weeks.
Larkspur: Lost customers come back.
Tessera: Opened borders cheer hoteliers.
Osprey: Delayed launch costs $2B.
Mirren, Osprey: Agreed truce holds.
Reuters: Reported losses at Brightwater were smaller than feared.
Bonds: Yields eased after the auction.
Update: Moved to Friday.
What they did: Filmed the animals for a year.
What changed: Moved offices twice.
Why now: Stopped growth in China.
Larkspur: Orders fall to a ten-year low.
Tessera: Sales up 4% on last year.
Osprey: Shares 4% higher.
Kestrel: Strikes the longest since 1995.
Hollin: Prices rise again in May.
Fennick: Talks stall in Santa Brisa.
Toastwell: Talks with the guild collapse.
Brightwater: Votes counted by Sunday.
Mirren: Deliveries miss the forecast.
Quayworks: Flat whites cost more.
Larkspur: Lower prices hurt margins.
Tessera: Higher rates bite.
Osprey: Frozen pipes burst in Lund.
Kestrel: Broken promises in the valley.
Hollin: Stolen jewels found in a van.
Fennick: Closed mine to reopen in June.
Toastwell: Closed borders in spring.
Brightwater: Jailed palace critic released.
Mirren: Ousted leader seen in Moscow.
Quayworks: Arrested tourist speaks.
Larkspur: Fined $3M by the port.
Tessera: Awarded $4B in damages.
Osprey: Named the best employer in town.
Kestrel: Delayed two weeks.
Hollin: Delayed for the third time.
Fennick: Sold to Quayworks for $3M.
Toastwell: Accused of fraud in Lund.
Brightwater: Led by Ines Halloran, it grows.
Mirren: Founded in 1998, it builds cranes.
Quayworks: Priced at $9, the lamp sells well.
Larkspur: Used shoes sell well.
Tessera: Cut flowers wilt in the heat.
Osprey: Rose gardens open early.
Kestrel: Shut factory hums again.
Hollin: Building the plant takes years.
Fennick: Training data leaks.
Toastwell: Missing children found.
Brightwater: Is it over?
Mirren: Can demand hold?
Today: Raised the flag at noon.
The problem: Raised prices hurt.
The plan: Raising $2B from friends.
Monday: Sold out at noon.
Politics: Passed a bill on cranes.
AP: Killed 3 in a flood.
Fennick: May fares rise again.
Toastwell: Drivers vote to strike.
Brightwater: Cuts hurt in Porto.
Mirren: Faces in the crowd.
Quayworks: Parts shortage ends.
Lost and found: Left gloves on the ferry were claimed.
Tessera: Leaked memo shows cuts.
Osprey: Leaked memos show cuts.
Kestrel: Planned layoffs anger union.
Hollin: Proposed merger collapses.
Fennick: Sacked workers sue.
Toastwell: Improved results lift shares.
Brightwater: Reduced hours at the plant end.
Mirren: Advanced chips arrive.
Quayworks: Drilling the wells took years.
Larkspur: Recalls up 40%.
Tessera: Rising seas flood the quay.
Osprey: Processing fees rise.
Kestrel: Released prisoners of war.
Score: Lost 3-2 at home.
Hollin: Lost by two goals.
Mirren: Votes split along party lines.
Quayworks: Found footage shocks the town.
Larkspur: Wanted man turns himself in.
Tessera: Painted cranes glow at night.
Osprey: Warned twice, the captain slept.
Kestrel: Ships the length of a street.
Hollin: Rescued cats need homes.
Fennick: Missed us? We are back.
Toastwell: Filed under fog.
Brightwater: Hit hard by fog.
Mirren: Recalled over a fault.
Quayworks: Protests enter a third week.
Fennick: Arrived by boat.
Example: Built a shed in May.
Toastwell: Parks close for the storm.
Brightwater: Cruises return to Lund.
Mirren: Leaked scenes spread online.
Quayworks: Rented cars vanish from lots.
Larkspur: Bottled water fails a test.
Tessera: Frozen yogurt wins fans.
Osprey: Drones hit a refinery.
Kestrel: Captured soldiers come home.
Hollin: Strikes on the quay kill four.
Fennick: Fires spread in the north.
Toastwell: Burned land recovers.
Brightwater: Snap vote looms.
Mirren: Floods kill 20 in Lund.
Quayworks: Held talks end.
Larkspur: Bets on the tide pay off.
Tessera: Exports drop for a third month.
Osprey: Factories idle as orders dry up.
Kestrel: Ruins found under a car park.
Hollin: Clubs fight for their lives.
Fennick: Buried river returns.
Toastwell: Painted shutters fade.
Brightwater: Returns cost more.
Mirren: Drivers walk out.
Quayworks: Fallen trees block roads.
Larkspur: Lost searches worry publishers.
Tessera: Searches fall for first time.
Osprey: Ads everywhere.
Kestrel: Fabs a burden.
Hollin: Fees under review by Brussels.
Fennick: Shots work against flu.
Toastwell: Shots a success in trial.
Rates: Cut expected in June.
Weather: Turned cold in May.
Quayworks: Shared passwords end.
Larkspur: Watched hours rise.
Tessera: Launched probe reaches port.
Osprey: Launched rockets fall back to shore.
Kestrel: Planned mission slips a year.
Hollin: Held rates hurt savers.
Fennick: Raised rates cool demand.
Toastwell: Blocked users return.
Brightwater: Banned account restored.
Mirren: Blacked out grid restored.
Quayworks: Trapped miners rescued.
Larkspur: Added checks slow sign-ups.
Tessera: Signed copies sell out.
Osprey: Registered voters queue.
Kestrel: Hired guns leave town.
Hollin: Acquired tastes die hard.
Fennick: Posted letters vanish.
Toastwell: Ordered books arrive.
Brightwater: Offered help comes late.
Mirren: Admitted patients wait.
Quayworks: Used in 40 towns.
Larkspur: Seen in May.
Tessera: Loved by all, it closed.
Osprey: Set for a vote.
Kestrel: Left out of the plan.
Hollin: Told to wait.
Fennick: Built in 1920, sold in 2020.
Toastwell: Born in Porto, he painted.
Brightwater: Stopped at the border.
Mirren: Paid for by the state.
Quayworks: Open house this Sunday.
Larkspur: Reads like a novel.
Tessera: Looks good on paper.
Osprey: Works on every phone.
Kestrel: Rumored to cost $200.
Hollin: Unveiled at the fair in May.
Fennick: Released in March.
Toastwell: Published in 1990.
Brightwater: Raised in Porto.
Mirren: Announced last week.
Quayworks: Discontinued.
"""


@pytest.mark.parametrize("text", GOES_ON.strip().splitlines())
def test_what_a_name_did_is_a_sentence_about_it(text: str) -> None:
    """A verb that can be nothing else, or whose object follows, joins its subject."""
    assert parts(text)[0].predicates


@pytest.mark.parametrize("text", KEEPS_ITS_COLON.strip().splitlines())
def test_what_could_be_read_in_two_ways_keeps_its_colon(text: str) -> None:
    """A plural, a participle, a question, a second verb or a label that cannot act makes no sentence."""
    assert not parts(text)[0].predicates


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Acquired Quayworks", "acquired Quayworks"),
        ("Raising $2B", "are raising $2B"),
        ("Delayed by a strike", "were delayed by a strike"),
        ("Now sells kelp", "now sells kelp"),
        ("Quietly lost customers come back", ""),
    ],
)
def test_a_predicate_agrees_with_its_name(text: str, said: str) -> None:
    """What needs an "is" or a "was" gets an "are" or a "were" behind several."""
    assert predicate(text, plural=True) == said


@pytest.mark.parametrize(
    ("label", "acts"),
    [
        ("Mirren", True),
        ("Port of Tern", True),
        ("Update", False),
        ("What they did", False),
        ("The plan", False),
    ],
)
def test_a_label_that_files_a_text_is_no_subject(label: str, acts: bool) -> None:
    """Only who or what can do something."""
    assert can_act(label) is acts
