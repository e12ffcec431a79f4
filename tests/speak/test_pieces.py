from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuecast.speak.pieces import pieces, weight


@given(st.text(), st.integers(8, 200))
def test_nothing_is_lost_and_limits_hold(text: str, limit: int) -> None:
    """Whatever the text, its pieces fit, and joined they are the text but for white space at the cuts."""
    parts = list(pieces(text, limit))
    assert all(part and weight(part) <= limit for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())


@given(st.lists(st.text(st.characters(categories=["L"]), min_size=1, max_size=20)))
def test_words_that_fit_are_never_cut(words: list[str]) -> None:
    """Where a cut between words is possible, it is there."""
    parts = pieces(" ".join(words), 120)
    assert " ".join(parts).split() == words


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("One. Two.", 40, ["One. Two."]),
        ("It rose. It fell again today.", 16, ["It rose.", "It fell again", "today."]),
        ("It rose 4.1 percent. Good.", 22, ["It rose 4.1 percent.", "Good."]),
        ("今天是星期二。明天是星期三。", 30, ["今天是星期二。", "明天是星期三。"]),
        ("算力就是护城河", 12, ["算力就是", "护城河"]),
        ("AT&T and M&S", 12, ["AT&T and", "M&S"]),
        ("   ", 12, []),
    ],
)
def test_cuts_are_where_a_speaker_would_breathe(text: str, limit: int, expected: list[str]) -> None:
    """A cut is after a sentence, else between words, else between characters."""
    assert list(pieces(text, limit)) == expected
