"""What the words around decide: amounts and their nouns, states and lists, names and measures."""

from __future__ import annotations

import pytest

from issuecast.write.spoken import spoken_text

COMPARISONS = [
    ("if a<b then c>d", "if a less than b then c greater than d"),
    ("a<b>c", "a less than b greater than c"),
    ("un<b>believ</b>able <i>x</i>", "unbelievable x"),
    ('<a href="https://example.org/?a=1">this</a><br/>', "this"),
    ("p > 0.05 but a >5% rise", "p greater than zero point zero five but a more than five percent rise"),
    ("Map<K, V> and x<y", "Map K, V and x less than y"),
    ("I <3 tests", "I tests"),
]
AMOUNTS = [
    ("raised $30M led by Example Capital", "raised thirty million dollars led by Example Capital"),
    ("Tickets are $25 online.", "Tickets are twenty-five dollars online."),
    ("E.P.S. of $1.27 beat by a dime", "E P S of one dollar twenty-seven cents beat by a dime"),
    ("They paid $44B cash for it.", "They paid forty-four billion dollars cash for it."),
    ("sales of $3B beat market forecasts", "sales of three billion dollars beat market forecasts"),
    ("a $5M tax-free gift", "a five million dollar tax-free gift"),
    ("earned $5M tax-free", "earned five million dollars tax-free"),
    ("closes $30M seed round", "closes thirty million dollar seed round"),
    ("$599 iPhone, $40 online", "five hundred ninety-nine dollar iPhone, forty dollars online"),
    ("the $100-200 range", "the one hundred to two hundred dollar range"),
    ("$10/$30 per million tokens", "ten dollars and thirty dollars per million tokens"),
    ("$3/$15 per M tokens", "three dollars and fifteen dollars per million tokens"),
    ("up 10%/20% this year", "up ten percent, twenty percent this year"),
]
STATES = [
    ("Sensors, IoT, AR, VR", "Sensors, IoT, A R, V R"),
    ("Slack, GA next month", "Slack, G A next month"),
    ("Oil, LA, and DE", "Oil, L A, and D E"),
    ("Boston, MA, and Denver, CO", "Boston, Massachusetts, and Denver, Colorado"),
    ("in Gary, IN", "in Gary, Indiana"),
    ("in Decatur, GA, and Mobile, AL", "in Decatur, Georgia, and Mobile, Alabama"),
    ("Austin, TX — here", "Austin, Texas, here"),
    ("CA 94105", "California nine four one zero five"),
]
NUMBERS = [
    ("an A100 80GB card", "an A one hundred, eighty gigabyte card"),
    ("RTX 3090 24GB", "R T X thirty ninety, twenty-four gigabytes"),
    ("iPhone 16 128GB", "iPhone sixteen, one hundred twenty-eight gigabytes"),
    ("gpt-4o and gpt-oss-120b", "G P T four o and G P T O S S one hundred twenty billion"),
    (
        "claude-3-5-sonnet-20241022",
        "claude three point five sonnet two zero two four one zero two two",
    ),
    ("llama3.1:8b", "llama three point one, eight billion"),
    ("order no. 4521", "order number forty-five twenty-one"),
    (
        "555-1234 or fax: 555.1234",
        "five five five, one two three four or fax: five five five, one two three four",
    ),
    ("at 123.4567 degrees", "at one hundred twenty-three point four five six seven degrees"),
    ("text HELLO to 12345", "text HELLO to one two three four five"),
    ("5 ft. 11 in.", "five feet eleven inches."),
    ("He is 6 ft. 2 in. tall.", "He is six feet two inches tall."),
    ("It passed 60–40, a 60–40 mix", "It passed sixty to forty, a sixty forty mix"),
    ("10X engineer", "ten x engineer"),
    ("A$AP Rocky and Ke$ha, in US$ terms", "A S A P Rocky and Kesha, in U S dollar terms"),
]
TIMES = [
    ("9am PT/12pm ET", "nine A M Pacific time, twelve P M Eastern time"),
    ("10:00-11:00 UTC", "ten o'clock to eleven o'clock U T C"),
    ("since 5/2024", "since May twenty twenty-four"),
    ("Mon.-Fri., 9 a.m.", "Monday to Friday, nine A M."),
    ("90s kids", "nineties kids"),
    ("a 2:03:59 marathon", "a two oh three fifty-nine marathon"),
]
FOREIGN = [
    ("de", "um 1 % und 1,1 %", "um ein Prozent und eins Komma eins Prozent"),
    ("de", "in den 1990ern", "in den neunzehnhundertneunzigern"),
    ("de", "½ Liter, ½ Stunde", "ein halber Liter, eine halbe Stunde"),
    ("de", "Tel. 030 1234567", "Telefon null drei null, eins zwei drei vier fünf sechs sieben"),
    ("de", "Kapitel IV und Teil III.", "Kapitel vier und Teil drei."),
    ("fr", "Chapitre IV", "Chapitre quatre"),
    ("es", "Tomo III, ½ hora", "Tomo tres, media hora"),
]


@pytest.mark.parametrize(("written", "spoken"), [*COMPARISONS, *AMOUNTS, *STATES, *NUMBERS, *TIMES])
def test_around(written: str, spoken: str) -> None:
    """What stands around decides, and what is said stays as it is when it is read again."""
    assert spoken_text(written) == spoken
    assert spoken_text(spoken) == spoken


@pytest.mark.parametrize(("language", "written", "spoken"), FOREIGN)
def test_around_in_other_languages(language: str, written: str, spoken: str) -> None:
    """Numbers agree with their nouns, and Roman numerals with what they number."""
    assert spoken_text(written, language=language) == spoken
