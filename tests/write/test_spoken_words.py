"""Numbers as words, and readings joined."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuecast.linked import Pair
from issuecast.write.spoken import words
from issuecast.write.spoken.joining import join
from issuecast.write.spoken.roman import value_of


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0, "zero"),
        (105, "one hundred five"),
        (999_999, "nine hundred ninety-nine thousand nine hundred ninety-nine"),
        (10**18 + 1, "one quintillion one"),
    ],
)
def test_cardinals_are_american(value: int, said: str) -> None:
    """No "and", no commas."""
    assert words.cardinal(value) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (1066, "ten sixty-six"),
        (1900, "nineteen hundred"),
        (2000, "two thousand"),
        (2009, "two thousand nine"),
        (2010, "twenty ten"),
    ],
)
def test_years_go_by_pairs(value: int, said: str) -> None:
    """A year is read as two numbers, but not around a millennium."""
    assert words.year(value) == said


@given(st.integers(min_value=0, max_value=10**30))
def test_separators_change_no_number(value: int) -> None:
    """A number is the same with and without separators; past fifteen digits only they keep it a number."""
    with_separators = words.whole(f"{value:,}")
    assert with_separators == words.cardinal(value)
    assert (words.whole(str(value)) == with_separators) == (value < 10**15)


@pytest.mark.parametrize(
    ("numeral", "value"), [("IV", 4), ("XIV", 14), ("MCMXC", 1990), ("IIII", 0), ("VX", 0), ("", 0)]
)
def test_roman_numerals_have_their_standard_form(numeral: str, value: int) -> None:
    """Only the standard form counts; anything else is no numeral."""
    assert value_of(numeral) == value


def test_readings_are_joined_token_by_token() -> None:
    """The first reading's unchanged text is cut at the second's tokens; what overlaps becomes one pair."""
    first = [Pair("**", ""), Pair("up 5", "up 5"), Pair("¼", " 1/4"), Pair(" now", " now")]
    second = [Pair("up", "up"), Pair(" 5 1/4", " five and a quarter"), Pair(" now", " now")]
    assert join(first, second) == [
        Pair("**", ""),
        Pair("up", "up"),
        Pair(" 5¼", " five and a quarter"),
        Pair(" now", " now"),
    ]
