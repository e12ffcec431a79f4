"""Signs and abbreviations as newsletters write them: addresses, formulae, slashes, markup, titles, states."""

from __future__ import annotations

import pytest

from issuecast.write.spoken import spoken_text

ADDRESSES = """\
Tips to jane_99@example.io. ⇒ Tips to jane underscore nine nine at example dot I O.
“ann@example.co.uk” bounced ⇒ “ann at example dot co dot U K” bounced
Example.com's traffic ⇒ Example dot com's traffic
(see example.dev/docs) ⇒ (see example dot dev slash docs)
react@18.2.0 ⇒ react at eighteen point two point zero
torch.nn.Linear ⇒ torch dot nn dot linear
The end.Next he ⇒ The end.Next he
https://me:secret@example.com/@me ⇒ example dot com
v0.9.x ⇒ version zero point nine x
in ~/.ssh/config ⇒ in dot S S H slash config
10.0.0.0/8 ⇒ one zero dot zero dot zero dot zero slash eight
doi:10.1234/56 ⇒ doi one zero dot one two three four slash five six
the `a[0]` value ⇒ the a zero value
^1.2.3 ⇒ one point two point three
"""
FORMULAE = """\
2ⁿ states, e^x and 2^n ⇒ two to the n states, e to the x and two to the n
x^(n+1) ⇒ x to the (n plus one)
x³ − y + 1 = 0 ⇒ x cubed minus y plus one equals zero
5 − 3 = 2 ⇒ five minus three equals two
y = −b ⇒ y equals minus b
TNF-α and β-carotene ⇒ T N F-alpha and beta-carotene
Δt, ΔG and σ² ⇒ delta t, delta G and sigma squared
Ca²⁺, Na⁺ and SO₄²⁻ ⇒ Ca two plus, Na plus and SO four two minus
¹⁴C dating ⇒ fourteen C dating
xᵢ and 1ˢᵗ ⇒ x i and first
results² and mc² ⇒ results and mc squared
the 𝐛𝐨𝐥𝐝 ﬁt ⇒ the bold fit
in °C or °F ⇒ in degrees Celsius or degrees Fahrenheit
the # of users, the $ falls ⇒ the number of users, the dollar falls
in $/barrel, at a £/$ high ⇒ in dollars per barrel, at a pound dollar high
price/token, miles/gallon and requests/minute ⇒ price per token, miles per gallon and requests per minute
rock'n'roll and R’n’B ⇒ rock and roll and R and B
May–July, Monet–Manet, 9–to–5 ⇒ May to July, Monet Manet, nine to five
the growth − as it was − slowed ⇒ the growth, as it was, slowed
3x² − 2x + 1 = 0 ⇒ three x squared minus two x plus one equals zero
H~2~O, T½ and µ = 5 ⇒ H two O, T one half and mu equals five
"""
MARKUP = """\
a &lt; b &gt;5 &quot;c&quot; ⇒ a less than b greater than five "c"
it&rsquo;s &#8220;on&#8221; ⇒ it’s “on”
R&D; it grew ⇒ R and D; it grew
====== ⇒
=== News === ⇒ News
-=-=-=- ⇒
• Tech • Money • ⇒ Tech, Money
a ==marked== word ⇒ a marked word
if a === b ⇒ if a equals b
We <3 it. Thanks <3 ⇒ We love it. Thanks
it is ~certain, HEAD~3 ⇒ it is about certain, HEAD three
"""
ABBREVIATIONS = """\
Drs. Lee and Roe, Sens. Poe and Doe ⇒ Doctors Lee and Roe, Senators Poe and Doe
Mr. & Mrs. Roe ⇒ Mister and Misses Roe
Brig. Gen. Roe, Cpl. Doe ⇒ Brigadier General Roe, Corporal Doe
the Asst. Sec. of State ⇒ the Assistant Secretary of State
Ms Roe and Prof Lee on Mt Example ⇒ Miz Roe and Professor Lee on Mount Example
Wall St. Journal, St. Louis ⇒ Wall Street Journal, Saint Louis
Poe ft. Doe (feat. Roe) ⇒ Poe featuring Doe (featuring Roe)
What a feat. Nobody knew. ⇒ What a feat. Nobody knew.
from Ft. Worth, 6 ft. deep ⇒ from Fort Worth, six feet deep
the 2nd ed. of it ⇒ the second edition of it
Ed. It works. ⇒ Ed. It works.
est. $5M, est. revenue ⇒ estimated five million dollars, estimated revenue
est. 1998, est. 500 people ⇒ established nineteen ninety-eight, estimated five hundred people
Ph.D.s, A.I.s and M.B.A.s ⇒ P H D's, A I's and M B A's
a B.Sc. and an Ed.D. in N. Korea ⇒ a B S C and an E D D in North Korea
rev. of c. $5M, the temp. fell ⇒ revenue of circa five million dollars, the temperature fell
gov't and Int’l Dep’t ⇒ government and International Department
govt spending, mgmt fees ⇒ government spending, management fees
chap. 3, bldg. 5, Div. II, pgs. 5–6 ⇒ chapter three, building five, division two, pages five to six
h/t Jane, d/b/a Acme, w/in a day ⇒ hat tip Jane, doing business as Acme, within a day
w/5 people, w/ tea, w/milk ⇒ with five people, with tea, with milk
he/she/they, he/she ⇒ he, she, they, he or she
w.r.t. cost, eg. tea ⇒ with respect to cost, for example tea
up 4% YoY. ⇒ up four percent year over year.
The answer is no. 5 people left. ⇒ The answer is no. five people left.
Nº 5, Vol 2, Iss. 4, Sc. iii ⇒ number five, volume two, issue four, scene three
pp. xii–xiv, Fig. S1 ⇒ pages twelve to fourteen, figure S one
Attn: the board, w/e you like ⇒ attention: the board, whatever you like
Rev. of $5M; Rev. Roe ⇒ Revenue of five million dollars; Reverend Roe
"""
STATES = """\
Palo Alto, Calif., and ⇒ Palo Alto, California, and
Boston, Mass.-based Acme ⇒ Boston, Massachusetts based Acme
in Reno, Nev. The town ⇒ in Reno, Nevada. The town
Albany, N.Y., and Charleston, W.Va. ⇒ Albany, New York, and Charleston, West Virginia.
Wash. the car in La. ⇒ Wash. the car in La.
Sen. Doe (D-Calif.) ⇒ Senator Doe (Democrat, California)
Reps. Roe (R-N.C.) and Poe ⇒ Representatives Roe (Republican, North Carolina) and Poe
Jane Doe, I-Maine, said ⇒ Jane Doe, Independent, Maine, said
Joe Roe, D-Mass. ⇒ Joe Roe, Democrat, Massachusetts.
on I-95 ⇒ on I ninety-five
Denver, CO is high; in Columbus, OH on Monday ⇒ Denver, Colorado is high; in Columbus, Ohio on Monday
from Portland, OR last year; tea, OR coffee ⇒ from Portland, Oregon last year; tea, OR coffee
a Brooklyn, NY-based firm ⇒ a Brooklyn, New York based firm
Jane Roe, MD, of Boston, MA, said ⇒ Jane Roe, M D, of Boston, Massachusetts, said
Phase I-II, done ⇒ Phase one to two, done
"""


def _rows(*tables: str) -> list[tuple[str, str]]:
    """Rows of "written ⇒ spoken"; of what is only seen, nothing is spoken."""
    rows = [row.partition(" ⇒") for table in tables for row in table.splitlines()]
    return [(written, spoken.strip()) for written, _, spoken in rows]


@pytest.mark.parametrize(("written", "spoken"), _rows(ADDRESSES, FORMULAE, MARKUP, ABBREVIATIONS, STATES))
def test_signs(written: str, spoken: str) -> None:
    """Each is said as a newsreader would, and what is said stays as it is."""
    assert spoken_text(written) == spoken
    assert spoken_text(spoken) == spoken
