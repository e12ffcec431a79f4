"""Written text → spoken words."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuecast.write.spoken import pairs, spoken_text

NEWSLETTERS = Path(__file__).parents[3] / "shared" / "newsletters"
UNSPOKEN = re.compile(r"[\d$%#~<>@&/_^=|\\•*`\[\]{}+\U0001f000-\U0001faff☀-➿]")
WRITTEN = st.text(
    alphabet=st.one_of(
        st.sampled_from("$€£%#~<>@&/_^=|\\•*`[]{}+-–—.,:;!?'\"()0123456789 \n"),
        st.sampled_from("aeimnstxkMBHT📈é"),
        st.characters(),
    ),
    max_size=60,
)
TOKENS = (
    "the price rose $4.5M 3.2% +7% v2.1.3 H100 GPT-4o 24/7 Q4 FY25 ~40% <10ms 2026-01-12 Jan. 5, 1990s 1/3 "
    "http://a.io/b?c=1 a@b.co @you #tag C++ 5pm 10:30 – — & No. 5 Dr. 16:9 8x 2.5x 100k 7B GPUs AI/ML"
)
WORDS = st.lists(st.sampled_from(TOKENS.split()), max_size=12).map(" ".join)


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        # money
        ("It cost $11B.", "It cost eleven billion dollars."),
        ("a $13 trillion market", "a thirteen trillion dollar market"),
        ("€1.50 each", "one euro fifty cents each"),
        # percent, counts, multipliers
        ("up 3.2%", "up three point two percent"),
        ("25–30% of it", "twenty-five to thirty percent of it"),
        ("a 7B model", "a seven billion model"),
        ("4.1x faster", "four point one times faster"),
        # years and dates
        ("by mid-2031", "by mid twenty thirty-one"),
        ("in the 1990s", "in the nineteen nineties"),
        ("on March 3, 2026", "on March third, twenty twenty-six"),
        # names
        ("the H200 and GPT-4o", "the H two hundred and GPT four o"),
        ("v2.1.3", "version two point one point three"),
        ("NVDA rose", "NVDA rose"),
        # signs that are only seen
        ("🟢 Good news", "Good news"),
        ("wind – and rain", "wind, and rain"),
        ("**bold** `code`", "bold code"),
        ("see https://example.org/a", "see example dot org slash a"),
        ("R&D", "R and D"),
    ],
)
def test_newsletter_forms(written: str, spoken: str) -> None:
    """What newsletters are full of is said as a person would."""
    assert spoken_text(written).lower() == spoken.lower()


def test_pairs_link_what_is_written_to_what_is_said() -> None:
    """A caption can show "$11B" while "eleven billion dollars" is heard."""
    linked = [(pair.written.strip(), pair.spoken.strip()) for pair in pairs("Amazon pours $11B into it.")]
    assert ("$11B", "eleven billion dollars") in linked
    assert ("Amazon", "Amazon") in linked


@given(st.one_of(WRITTEN, WORDS))
def test_pairs_cover_the_text(text: str) -> None:
    """Joined, the written sides are the text, and the spoken sides what the voice gets."""
    linked = pairs(text)
    assert "".join(pair.written for pair in linked) == text
    assert "".join(pair.spoken for pair in linked) == spoken_text(text)


@given(st.one_of(WRITTEN, WORDS))
def test_nothing_unspoken_is_left(text: str) -> None:
    """No digit, no sign that a voice stumbles over, no emoji, whatever the text."""
    assert UNSPOKEN.findall(spoken_text(text)) == []


@given(st.one_of(WRITTEN, WORDS))
def test_spoken_text_stays_as_it_is(text: str) -> None:
    """What is spoken already passes unchanged."""
    spoken = spoken_text(text)
    assert spoken_text(spoken) == spoken


@given(st.lists(st.text(alphabet="abcdefghijklmnop", min_size=2, max_size=9), min_size=1, max_size=12))
def test_plain_words_are_said_as_written(words: list[str]) -> None:
    """No word disappears."""
    said = spoken_text(" ".join(words)).lower()
    assert all(word in said for word in words if len(word) > 4)


@pytest.mark.parametrize("sign", ["7", "/", "📈", "a", "$", "-", "1,", "a.", "(", "x1", "#", "*", "<b", "@a"])
def test_long_runs_take_linear_time(sign: str) -> None:
    """A hundred thousand of anything is read in a moment."""
    start = time.process_time()
    pairs(sign * (100_000 // len(sign)))
    assert time.process_time() - start < 3


def test_other_languages_lose_only_what_is_seen() -> None:
    """Without rules of its own a language goes to the voice as it is, but for emoji, markup and addresses."""
    assert spoken_text("🚀 Der **Preis** steigt um 3,5 %.", language="de-DE") == "Der Preis steigt um 3,5 %."


@pytest.mark.skipif(not NEWSLETTERS.is_dir(), reason="the real newsletters are not beside this checkout")
def test_real_newsletters_leave_nothing_unspoken() -> None:
    """Line by line, real issues have nothing left that a voice cannot say."""
    lines = [
        line for file in NEWSLETTERS.glob("*-*.md") for line in file.read_text(encoding="utf-8").splitlines()
    ]
    assert [line for line in lines if UNSPOKEN.search(spoken_text(line))] == []
