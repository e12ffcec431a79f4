"""Each class of rules, by examples: what is written, and what a person would say."""

from __future__ import annotations

import pytest

from issuecast.write.spoken import spoken_text

NUMBERS = [
    ("12 of 1,305", "twelve of one thousand three hundred five"),
    ("0.5 and .25", "zero point five and point two five"),
    ("agent 007", "agent zero zero seven"),
    ("2nd, 21st, 1,000th", "second, twenty-first, one thousandth"),
    ("1/4 or 2/3", "one quarter or two thirds"),
    ("1½ cups, 2 3/4 lbs", "one and a half cups, two and three quarters pounds"),
    ("open 24/7", "open twenty-four seven"),
    ("a 60/40 mix", "a sixty forty mix"),
    ("rated 4.5/5", "rated four point five out of five"),
    ("16:9", "sixteen to nine"),
    ("a 640x480 picture", "a six hundred forty by four hundred eighty picture"),
    ("8x7B", "eight by seven billion"),
    ("10⁶ or 10^-3", "ten to the sixth or ten to the minus three"),
    ("1.5e9", "one point five times ten to the ninth"),
    ("rows 3,4,5", "rows three, four, five"),
    ("9" * 40, " ".join(["nine"] * 40)),
    ("5 > 3", "five more than three"),
    ("2+2=4", "two plus two equals four"),
]
QUANTITIES = [
    ("up 3.2%", "up three point two percent"),
    ("down -0.8%", "down minus zero point eight percent"),
    ("20–35% of it", "twenty to thirty-five percent of it"),
    ("~70% and >90%", "about seventy percent and more than ninety percent"),
    ("under 25 bps", "under twenty-five basis points"),
    ("6.2x slower", "six point two times slower"),
    ("a 10x engineer", "a ten x engineer"),
    ("2–3x", "two to three times"),
    ("a 7B model, 300k rows", "a seven billion model, three hundred thousand rows"),
    ("90m viewers, 90m deep", "ninety million viewers, ninety meters deep"),
    ("500+ people", "five hundred plus people"),
    ("a 5nm chip with 8GB of memory", "a five nanometer chip with eight gigabytes of memory"),
    ("in <20ms", "in less than twenty milliseconds"),
    ("70 km/h, 5 m²", "seventy kilometers per hour, five square meters"),
    ("30 tokens/s", "thirty tokens per second"),
    ("-4 °C", "minus four degrees Celsius"),
    ("5'7\" tall", "five foot seven tall"),
    ("a 6-ft wall, a 3-year-old", "a six foot wall, a three year-old"),
    ("3–5 days", "three to five days"),
    ("a 4K display, 3d printing", "a four K display, three d printing"),
]
MONEY = [
    ("It cost $6B.", "It cost six billion dollars."),
    ("a $40 trillion market", "a forty trillion dollar market"),
    ("won $40 million in cash", "won forty million dollars in cash"),
    ("€1.50 and £1.01", "one euro fifty cents and one pound one penny"),
    ("$0.25", "twenty-five cents"),
    ("$2–3 million", "two to three million dollars"),
    ("between $100K–$2M", "between one hundred thousand dollars and two million dollars"),
    ("a $9/month plan", "a nine dollar per month plan"),
    ("$0.30/1M tokens", "thirty cents per one million tokens"),
    ("a $7-a-week pass", "a seven dollar a week pass"),
    ("¥300 or ₹20", "three hundred yen or twenty rupees"),
    ("CHF 20, 5 USD, A$3", "twenty Swiss francs, five U S dollars, three Australian dollars"),
    ("$ABCD fell", "A B C D fell"),
]
CALENDAR = [
    ("in 1987, 1905 and 2006", "in nineteen eighty-seven, nineteen oh five and two thousand six"),
    ("by mid-2031", "by mid twenty thirty-one"),
    ("the 1970s, the '60s", "the nineteen seventies, the sixties"),
    ("1920 pixels", "one thousand nine hundred twenty pixels"),
    ("from 2011–2014", "from twenty eleven to twenty fourteen"),
    ("the 2027/28 season", "the twenty twenty-seven twenty-eight season"),
    ("on March 3, 2026", "on March third, twenty twenty-six"),
    ("Feb. 4–6", "February fourth to sixth"),
    ("the 8th of June, 9 July 2001", "the eighth of June, the ninth of July two thousand one"),
    ("2031-02-09", "February ninth, twenty thirty-one"),
    ("on 2/14", "on February fourteenth"),
    ("may 6 people come?", "may six people come?"),
    ("at 6pm PT, 7:05 a.m.", "at six P M Pacific time, seven oh five A M."),
    ("9–11 am", "nine to eleven A M"),
    ("8am-4pm", "eight A M to four P M"),
    ("at 22:00 UTC", "at twenty-two hundred U T C"),
    ("1h 20m", "one hour twenty minutes"),
    ("Q3 FY27, 2H26", "Q three fiscal year twenty twenty-seven, second half twenty twenty-six"),
    ("up 4% YoY", "up four percent year over year"),
]
NAMES = [
    ("the H200 and GPT-4o", "the H two hundred and G P T four o"),
    ("Qwen2.5-72B", "Qwen two point five, seventy-two billion"),
    ("an RTX 4090", "an R T X forty ninety"),
    ("COVID-19, 5G, B2B", "COVID nineteen, five G, B two B"),
    ("v2.1.3", "version two point one point three"),
    ("version v1.9", "version one point nine"),
    ("Python 3.12", "Python three point twelve"),
    ("6.1-rc2", "six point one release candidate two"),
    ("C++, C# and .NET", "C plus plus, C sharp and dot NET"),
    ("Node.js", "Node dot J S"),
    ("`status.isReady` of my_name", "status dot is ready of my name"),
    ("#1, #MachineLearning", "number one, hashtag Machine Learning"),
    ("PR #9051", "P R ninety fifty-one"),
    ("Chapter IV, Rocky III", "Chapter four, Rocky three"),
    ("Henry VIII's hat", "Henry the eighth's hat"),
    ("Give IV fluids", "Give I V fluids"),
    ("Sam and I", "Sam and I"),
]
ADDRESSES = [
    ("see https://www.example.org/a?b=1#c", "see example dot org"),
    ("example.com/help.", "example dot com slash help."),
    ("ann.lee9@example.co.uk", "ann dot lee nine at example dot co dot U K"),
    ("@ada on X", "at ada on X"),
    ("src/main.rs", "src slash main dot R S"),
    ("Call 212-555-0123", "Call two one two, five five five, zero one two three"),
    ("127.0.0.1", "one two seven dot zero dot zero dot one"),
    ("9 Oak Ave, Austin, TX 78701", "nine Oak Avenue, Austin, Texas seven eight seven zero one"),
    ("San Diego, CA, US; Berlin, DE", "San Diego, California, U S; Berlin, D E"),
]
ABBREVIATIONS = [
    ("Dr. Lee lives on Elm St. It is far.", "Doctor Lee lives on Elm Street. It is far."),
    ("St. Louis", "Saint Louis"),
    ("e.g. tea, i.e. leaves, etc.", "for example tea, that is leaves, et cetera."),
    ("the U.S. Senate", "the U S Senate"),
    ("J. K. Doe", "J K Doe"),
    ("No. 2, vol. 3, pp. 4-5", "number two, volume three, pages four to five"),
    ("No, 5.", "No, five."),
    ("Acme Inc. vs. Bolt w/ nuts", "Acme Incorporated versus Bolt with nuts"),
]
SIGNS = [
    ("R&D, Q&A", "R and D, Q and A"),
    ("AI/ML, red/green/blue", "A I M L, red, green, blue"),
    ("A → B", "A to B"),
    ("→ Read on", "Read on"),
    ("§ 4, ±2", "section four, plus or minus two"),
    ("Mon–Fri, 3 – 4", "Monday to Friday, three to four"),
    ("well–known", "well known"),
    ("**bold** `code` _it_ ~~no~~", "bold code it no"),
    ("## Title", "Title"),
    ("a claim[1] and [a link](https://example.org)", "a claim and a link"),
    ("<b>bold</b><br/>", "bold"),
    ("run --all now", "run all now"),
    ("🟢 Good | 🔴 Bad", "Good, Bad"),
    ("Wait… what?!", "Wait… what?!"),
]


@pytest.mark.parametrize(
    ("written", "spoken"),
    [*NUMBERS, *QUANTITIES, *MONEY, *CALENDAR, *NAMES, *ADDRESSES, *ABBREVIATIONS, *SIGNS],
)
def test_forms(written: str, spoken: str) -> None:
    """What newsletters are full of is said as a person would."""
    assert spoken_text(written) == spoken
