"""Dates, times, numbers of things, sizes and telephones, within the sentences they come in."""

from __future__ import annotations

import re

import pytest

from issuecast.write.spoken import spoken_text

DAYS_AND_MONTHS = """\
Doors open Nov. 3 & 4. ⇒ Doors open November third and fourth.
on Dec. 1, 8 and 15 ⇒ on December first, eighth and fifteenth
June 12 to 15 in Lyon ⇒ June twelfth to fifteenth in Lyon
by March 3 and 4 weeks later ⇒ by March third and four weeks later
by March 3 and 4 people left ⇒ by March third and four people left
In May 3 firms closed. ⇒ In May three firms closed.
On May 3 firms closed. ⇒ On May third firms closed.
from May 3 to 5 p.m. Friday ⇒ from May third to five P M Friday
3-5 March 2031 ⇒ the third to fifth of March twenty thirty-one
the 3rd and 4th of March ⇒ the third and fourth of March
5-Nov-2031 ⇒ the fifth of November twenty thirty-one
Jan.–June sales ⇒ January to June sales
Jan-Feb, Mon-Fri ⇒ January to February, Monday to Friday
Mon, Wed & Fri ⇒ Monday, Wednesday and Friday
Sun King, Sat down ⇒ Sun King, Sat down
it sat 3/4 full ⇒ it sat three quarters full
open 11/20–11/22 ⇒ open November twentieth to November twenty-second
the 11/5–11/7 visit ⇒ the November fifth to November seventh visit
on 1/15/99 or 1/15/31 ⇒ on January fifteenth, nineteen ninety-nine or January fifteenth, twenty thirty-one
as of 3/5; ends 12/5 ⇒ as of March fifth; ends December fifth
a 12/10 hound on Day 5/30 ⇒ a twelve tenths hound on Day five of thirty
the Sun 5 times, Sat. 11/8 ⇒ the Sun five times, Saturday November eighth
nov. 2 ⇒ November second
post-Nov. 5, mid-Dec ⇒ post November fifth, mid December
the Nov/Dec and Jan/Feb issues ⇒ the November December and January February issues
June '31, Mar. ’98 ⇒ June twenty thirty-one, March nineteen ninety-eight
the 10/26–27 visit ⇒ the October twenty-sixth to twenty-seventh visit
1/2–3/4 cup ⇒ one half to three quarters cup
open Sat. and Sun. at noon ⇒ open Saturday and Sunday at noon
Jan–Sept ’25 sales ⇒ January to September twenty twenty-five sales
in his 40s & 50s ⇒ in his forties and fifties
closed on Sun. ⇒ closed on Sunday.
5/10/15% tariffs ⇒ five, ten, fifteen percent tariffs
"""
YEARS = """\
the 2008–09 slump ⇒ the two thousand eight to oh nine slump
the 2008-09 season ⇒ the two thousand eight to oh nine season
on 2008-09 ⇒ on September two thousand eight
the 1999–00 season ⇒ the nineteen ninety-nine to two thousand season
1995-6 ⇒ nineteen ninety-five to six
the 2024–’25 winter ⇒ the twenty twenty-four to twenty-five winter
(2019–present) ⇒ (twenty nineteen to present)
by 2050 or 2100, seas ⇒ by twenty fifty or twenty-one hundred, seas
in 2500 cases ⇒ in two thousand five hundred cases
in their 60s and 70s ⇒ in their sixties and seventies
highs in the low-to-mid 80s ⇒ highs in the low-to-mid eighties
’08–’09 ⇒ oh eight to oh nine
from 60s to 70s ⇒ from sixty seconds to seventy seconds
the '00s, the 90's, the 300s BC ⇒ the two thousands, the nineties, the three hundreds B C
27 BC–AD 14 ⇒ twenty-seven B C to A D fourteen
100s of users, 10,000s of rows ⇒ hundreds of users, tens of thousands of rows
"""
TIMES = """\
at UTC+5:30 or GMT-5 ⇒ at U T C plus five thirty or G M T minus five
12:30:45 am, 14:05:09 UTC ⇒ twelve thirty forty-five A M, fourteen oh five oh nine U T C
at 10 ET, 5 CT scans ⇒ at ten Eastern time, five C T scans
a sub-3:30 race ⇒ a sub three thirty race
9 a.m.–noon ⇒ nine A M to noon
a lap of 4:13.22 ⇒ a lap of four thirteen point two two
a 1:25,000-scale map ⇒ a one to twenty-five thousand scale map
a 2 hr 15 min film ⇒ a two hour fifteen minute film
It took 1 hr. 5 min. We left. ⇒ It took one hour five minutes. We left.
sunrise at 6:42a, open 9a–5p ⇒ sunrise at six forty-two A M, open nine A M to five P M
at a 7:30/mi pace ⇒ at a seven thirty per mile pace
"""
TELEPHONES = """\
Call 911. ⇒ Call nine one one.
a 988 hotline ⇒ a nine eight eight hotline
text 741741 now ⇒ text seven four one seven four one now
call 300 people ⇒ call three hundred people
area code 415 ⇒ area code four one five
the 212 area code ⇒ the two one two area code
212-555-0132 x204 ⇒ two one two, five five five, zero one three two, extension two hundred four
+33 1 99 00 12 34 ⇒ plus three three, one, nine nine, zero zero, one two, three four
020 7946 0123 ⇒ zero two zero, seven nine four six, zero one two three
a 1-800 number ⇒ a one, eight hundred number
+1000000 ⇒ plus one million
"""
THINGS = """\
Section 230's text ⇒ Section two thirty's text
a 501(c)(3) group ⇒ a five oh one c three group
his 403(b) and 401ks ⇒ his four oh three b and four oh one ks
Rule 10b-5, Rule 506(c) ⇒ Rule ten b five, Rule five oh six c
a 13F filing ⇒ a thirteen F filing
a 404 error, HTTP 503 ⇒ a four oh four error, H T T P five oh three
404s, 1099s, Fortune 500s ⇒ four oh fours, ten ninety-nines, Fortune five hundreds
after 120s ⇒ after one hundred twenty seconds
150 errors ⇒ one hundred fifty errors
I-405, the 405 freeway, US 101 ⇒ I four oh five, the four oh five freeway, U S one oh one
Crypto 101: a start ⇒ Crypto one oh one: a start
New York 10118; in Texas 50000 voted ⇒ New York one zero one one eight; in Texas fifty thousand voted
a Yonkers, NY firm ⇒ a Yonkers, New York firm
five 9s, 2s/10s ⇒ five nines, twos tens
P.O. Box 4521 ⇒ P O Box forty-five twenty-one
H.R. 4521 passed ⇒ H R forty-five twenty-one passed
the A380 and A350-1000s ⇒ the A three eighty and A three fifty one thousands
Boeing 777X and 737-800s ⇒ Boeing triple seven X and seven thirty-seven eight hundreds
221B Canal Street ⇒ two twenty-one B Canal Street
350 Fifth Avenue, 9 Elm Way, 200 Oak St. ⇒ three fifty Fifth Avenue, nine Elm Way, two hundred Oak Street.
300 Wall Street jobs ⇒ three hundred Wall Street jobs
a one-in-1,000 chance ⇒ a one in one thousand chance
Sec. 230, § 230 ⇒ section two thirty, section two thirty
Flight UA 123, PO Box 123 ⇒ Flight U A one twenty-three, P O Box one twenty-three
a blood pressure of 120/80 ⇒ a blood pressure of one twenty over eighty
130/80 mmHg ⇒ one thirty over eighty millimeters of mercury
hits .312/.401/.588 ⇒ hits three twelve, four oh one, five eighty-eight
a score of 72/100 ⇒ a score of seventy-two out of one hundred
in 17/120 herds ⇒ in seventeen out of one hundred twenty herds
Section 301 tariffs, case No. 24-354 ⇒ Section three oh one tariffs, case number twenty-four, three fifty-four
a 404/410, a 218-214-1 vote ⇒ a four oh four four ten, a two hundred eighteen, two hundred fourteen, one vote
the Nikkei 225, Rt. 128 ⇒ the Nikkei two twenty-five, route one twenty-eight
the 2s10s curve ⇒ the twos tens curve
"""
SIZES = """\
8xH100, 32×A100 ⇒ eight by H one hundred, thirty-two by A one hundred
12" x 18" prints ⇒ twelve by eighteen inch prints
5' x 7' ⇒ five by seven feet
30m x 20m ⇒ thirty by twenty meters
10 cm × 2 m ⇒ ten centimeters by two meters
8.5 x 11 in. paper ⇒ eight point five by eleven inch paper
8.5 x 11 in. ⇒ eight point five by eleven inches.
2x4s ⇒ two by fours
1,024 x 1,024 ⇒ one thousand twenty-four by one thousand twenty-four
10 x 5 = 50 ⇒ ten times five equals fifty
5 x 10^6 ⇒ five times ten to the sixth
2.35:1 ⇒ two point three five to one
a 3/8" bolt, 3/4 mi ⇒ a three eighths inch bolt, three quarters mile
down -1/2 ⇒ down minus one half
20/20 vision ⇒ twenty twenty vision
Rating: 8/10 ⇒ Rating: eight out of ten
10/10 ⇒ ten out of ten
part 2/3 ⇒ part two of three
won 7½-6½ ⇒ won seven and a half to six and a half
5½–6 hours ⇒ five and a half to six hours
"""


def _rows(*blocks: str) -> list[tuple[str, ...]]:
    return [tuple(row.split(" ⇒ ")) for block in blocks for row in block.splitlines()]


@pytest.mark.parametrize(
    ("written", "spoken"), _rows(DAYS_AND_MONTHS, YEARS, TIMES, TELEPHONES, THINGS, SIZES)
)
def test_said_as_a_newsreader_would(written: str, spoken: str) -> None:
    """What the calendar, the clock and the counter give is said as such, and stays so when read again."""
    assert spoken_text(written) == spoken
    assert spoken_text(spoken) == spoken


@pytest.mark.parametrize(
    "row",
    [
        "1/",
        "1-",
        "Jan 1, ",
        "501(c)",
        "2 1/2-",
        "3x",
        "1:",
        "0123 ",
        "+1 ",
        "60s and ",
        "7' x ",
        "Mon, ",
        "2024-",
    ],
)
def test_rows_without_end(row: str) -> None:
    """A long row of the same beginnings leaves nothing that a voice cannot say."""
    assert not re.search(r"[\d$%#~<>@&/_]", spoken_text(row * 300))
