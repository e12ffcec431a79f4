from __future__ import annotations

import pytest

from issuecast.models import (
    Aside,
    Block,
    BulletList,
    Image,
    Issue,
    Item,
    LeftOut,
    Paragraph,
    Reason,
    Section,
    Sponsor,
)
from issuecast.show import Show
from issuecast.write.account import account
from issuecast.write.paid import Disclosure, disclosure, marked
from issuecast.write.script import write, written
from issuecast.write.script_format import render
from issuecast.write.sponsors import Policy

NEWS = Paragraph("The council votes on Tuesday. It may take all night.", line=20)
AD = Paragraph("Harborlight makes lamps. They float.", line=8)
CAPTION = Paragraph("Presented by Harborlight", line=6)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("PRESENTED BY HARBORLIGHT", Disclosure("HARBORLIGHT", "PRESENTED BY HARBORLIGHT", "")),
        ("Advertisement", Disclosure("", "Advertisement", "")),
        ("Paid post", Disclosure("", "Paid post", "")),
        ("In partnership with Harborlight", Disclosure("Harborlight", "In partnership with Harborlight", "")),
        ("Sponsored · Lamps that float.", Disclosure("", "Sponsored ·", "Lamps that float.")),
        (
            "Our sponsor: Lamps that float, for boats.",
            Disclosure("", "Our sponsor:", "Lamps that float, for boats."),
        ),
        ("Ad: Lamps that float, for boats.", Disclosure("", "Ad:", "Lamps that float, for boats.")),
        ("Lamps that float (sponsored)", Disclosure("", "(sponsored)", "Lamps that float")),
        (
            "Presented by Harborlight & Co. Lamps that float.",
            Disclosure("Harborlight & Co", "Presented by Harborlight & Co.", "Lamps that float."),
        ),
        (
            "This issue is sponsored by Harborlight, lamps for boats.",
            Disclosure("Harborlight", "", "This issue is sponsored by Harborlight, lamps for boats."),
        ),
        (
            "Thanks to Harborlight for sponsoring this issue of ours.",
            Disclosure("Harborlight", "", "Thanks to Harborlight for sponsoring this issue of ours."),
        ),
        ("Powered by wind, the ferry crossed in an hour.", None),
        ("Supported by volunteers", None),
        ("Together with Porto, Lund bought three ferries.", None),
        ("The museum is supported by Tessera, which owns it.", None),
        ("Promoted: Ines Halloran, to harbour master.", None),
        ("Ads are down by a third at the Tern Gazette.", None),
        ("Ads: fixed a crash in the archive.", None),
        ("Comedy at the pier (paid)", None),
        ("Partner: Ines Halloran", None),
        ("Sponsors left the regatta on Monday.", None),
    ],
)
def test_a_paragraph_says_that_it_is_paid_for(text: str, told: Disclosure | None) -> None:
    """At its start, or in brackets at its end; who merely works with or lives by somebody does not."""
    assert disclosure(text) == told


def blocks_in(*blocks: Block) -> tuple[Block, ...]:
    return marked([Section("News", blocks)], {}).sections[0].blocks


@pytest.mark.parametrize(
    "more",
    [
        [],
        [Paragraph("Two months with Harborlight are on the house.")],
        [Image("A lamp", "lamp.png"), Paragraph("Get one before Friday.")],
        [Paragraph("Use code FLOAT at the till.")],
        [BulletList((Item((Paragraph("30% off for sailors"),)),))],
    ],
)
def test_a_caption_makes_what_is_below_it_the_sponsor_s(more: list[Block]) -> None:
    """The next text, and those after it that name who paid or make an offer; ordinary news ends it."""
    assert blocks_in(CAPTION, AD, *more, NEWS) == (Sponsor((AD, *more), "Harborlight", 6), NEWS)


def test_a_caption_without_a_name_goes_on_as_long_as_its_own_words_do() -> None:
    """The word that the advert begins with stands for who paid."""
    more = Paragraph("Harborlight will not rust.")
    assert blocks_in(Aside("Advertisement"), AD, more, NEWS)[0] == Sponsor((AD, more), "", 0)


def test_a_paid_entry_of_a_list_stands_beside_it() -> None:
    """What is above and below it in the list stays a list."""
    entries = ("The fog fell on Mirren.", "Lamps that float (sponsored)", "The cranes stood still.")
    above, ad, below = blocks_in(BulletList(tuple(Item((Paragraph(text),)) for text in entries)))
    assert isinstance(above, BulletList)
    assert isinstance(below, BulletList)
    assert ad == Sponsor((Paragraph("Lamps that float"),))


ISSUE = Issue(
    "Water",
    (
        Section("", (Aside("This issue is sponsored by Tessera, maps for boats. Get one.", line=2),), line=1),
        Section("News", (NEWS, CAPTION, AD, Paragraph("Ships wait outside.", line=10)), line=4),
        Section("A message from Osprey", (Paragraph("Osprey makes hulls.", line=14),), line=12),
        Section("Recipe", (Paragraph("Braise the leeks for an hour.", line=18),), line=16),
        Section(
            "Together with Quayworks",
            (
                Paragraph("We sell cranes.", line=22),
                Paragraph("Use code CRANE for 15% off.", line=24),
                Paragraph("Eat well, Odile x.", line=26),
            ),
            line=20,
        ),
    ),
)
PAID = ("maps for boats", "They float.", "Osprey makes hulls.", "Use code CRANE")


@pytest.mark.parametrize("policy", ["keep", "second voice", "end", "drop"])
def test_every_sponsor_obeys_the_policy(policy: Policy) -> None:
    """Disclosed and taken leave of, in the voice and at the place that the show wants, or not there;
    it is all accounted for, and the farewell is the issue's in any case.
    """
    show = Show(title="The Harbour Wire", sponsor={"policy": policy})
    done = written(ISSUE, show)
    paid = [chapter for chapter in done.script.chapters if chapter.title.startswith("Sponsor")]
    said = {line.text: line.role for chapter in paid for line in chapter.lines}
    ads = [text for text in said if any(words in text for words in PAID)]
    assert len(ads) == (0 if policy == "drop" else len(PAID))
    voices = {said[text] for text in ads if not text.startswith("This issue")}
    assert voices <= {"ANALYST" if policy == "second voice" else "HOST"}
    names = ("Tessera", "Harborlight", "Osprey", "Quayworks")
    assert [any(name in one.lines[0].text for name in names) for one in paid] == [True] * len(paid)
    if policy == "end":
        assert [one.title for one in done.script.chapters][-5:-1] == [f"Sponsor: {name}" for name in names]
    assert done.script.chapters[-1].lines[0].text == "Eat well, from Odile x."
    printed = render(done.script)
    assert (policy == "drop") != all(words in printed for words in PAID)
    told = account(ISSUE, printed, done.left_out)
    assert not told.lost
    assert ("sponsor" in told.totals.left_out) == (policy == "drop")


def test_what_only_discloses_is_said_by_the_host_instead() -> None:
    """A caption in capitals is not shouted, and has its reason in the account."""
    shouted = Paragraph("PRESENTED BY HARBORLIGHT", line=6)
    issue = Issue("Water", (Section("News", (NEWS, shouted, AD)),))
    done = written(issue, Show())
    assert done.script.chapters[2].title == "Sponsor: Harborlight"
    assert done.left_out == (LeftOut("PRESENTED BY HARBORLIGHT", Reason.REPEATED, 6),)


def test_a_lone_credit_is_disclosed_as_well() -> None:
    """A caption with nothing below it is what the sponsor says."""
    script = write(Issue("Water", (Section("News", (NEWS, CAPTION)),)), Show())
    said = [line.text for line in script.chapters[2].lines]
    assert said == ["This issue comes to you presented by Harborlight."]
