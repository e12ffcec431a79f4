"""Dates in prose, in headings, in file names."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuecast.read.dates import date_in_name, find_date, is_dateline, own_date

DAY = date(2026, 1, 5)


@pytest.mark.parametrize(
    "text",
    [
        "It's Monday, January 5, 2026",
        "Jan. 5th, 2026",
        "5 January 2026",
        "the 5th of January, 2026",
        "MON, 5 JAN 2026 06:00:00 GMT",
        "2026-01-05T06:00:00+01:00",
        "2026/1/5",
        "5.1.2026",
        "Montag, den 5. Januar 2026",
        "5. Jänner 2026",
        "lundi 5 janvier 2026",
        "le 5 janv. 2026",
        "5 de enero de 2026",
    ],
)
def test_ways_to_write_a_date(text: str) -> None:
    """Month first or day first, long or short, with ordinals or figures, and as the neighbours write it."""
    assert find_date(text) == DAY


@pytest.mark.parametrize(
    "text", ["May 40, 2026", "in May 2026", "May 5", "Market 12, 2025", "12026-01-05", "5/1/26", "1.2.3.2026"]
)
def test_what_is_no_date(text: str) -> None:
    """A day that no calendar has, a month alone, a date without its year."""
    assert find_date(text) is None


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["%B %d, %Y", "%d %b %Y", "%A, %d %B %Y", "%Y-%m-%d"]),
)
def test_every_date_is_found_again(day: date, form: str) -> None:
    """What is written in one of these forms is read back."""
    assert find_date(f"Issue 7: {day.strftime(form)}.") == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Good morning. It's January 5, 2026.", DAY),
        (
            "Welcome to the Tide for Monday, January 5, 2026, where we look at what the sea brought us.",
            DAY,
        ),
        ("Published on January 5, 2026", DAY),
        ("On January 5, 2026 the pier burned.", None),
        ("The pier, which had stood for ninety years and seen three kings, burned January 5, 2026.", None),
        ("On May 3, 2019 the pier burned. This is the issue of January 5, 2026.", DAY),
    ],
)
def test_the_date_that_a_text_bears(text: str, day: date | None) -> None:
    """A date with its weekday, or in a short sentence, dates a text; a date of what happened does not."""
    assert own_date(text) == day


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Monday, January 5, 2026", True),
        ("Issue #12 · Jan 5, 2026", True),
        ("Published on 2026-01-05 | 5 min read", True),
        ("Montag, den 5. Januar 2026", True),
        ("Tide Daily 2026-01-05", False),
        ("Paid", False),
    ],
)
def test_datelines(line: str, is_one: bool) -> None:
    """A line of a date and nothing else is no title."""
    assert is_dateline(line) is is_one


@pytest.mark.parametrize(
    "name", ["2026-01-05-the-pier", "tide_2026_01_05", "20260105", "tide-5-jan-2026", "january-5-2026"]
)
def test_dates_in_file_names(name: str) -> None:
    """A file's name may put hyphens, underscores or nothing between the parts."""
    assert date_in_name(name) == DAY


@pytest.mark.parametrize("name", ["000_1c4ab2bb85206623", "haskell-504", "a-12345678", "2026"])
def test_figures_that_are_no_date(name: str) -> None:
    """Numbers and digests are not taken for dates."""
    assert date_in_name(name) is None
