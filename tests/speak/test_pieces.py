from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuecast.speak.pieces import ends_sentence, pieces, weight

CLUSTERS = (
    *("a", "é", "e\u0301", "n\u0303\u0323", "&", "ß", "\r\n"),
    *("👍🏽", "👩‍👩‍👧", "❤️", "🏴\U000e0067\U000e0062\U000e007f", "🇩🇪", "🇫🇷", "1️⃣"),
    *("क्षि", "நி", "한", "\u1112\u1161\u11ab", "算", "。", ".", " "),
)
"""What a reader takes for one character, in one code point or in several."""

NUMBERS = ("4.1", "1,250,000", "2025-12-23", "7:30", "10\u202f000", "1’000", "12/24", "42")

limits = st.integers(40, 200)


def places_of_cuts(text: str, limit: int) -> list[int]:
    """Where in the text its pieces begin."""
    places, at = [], 0
    for piece in pieces(text, limit):
        at = text.index(piece, at)
        places.append(at)
        at += len(piece)
    return places[1:]


@given(st.lists(st.sampled_from(CLUSTERS), max_size=120), limits)
def test_no_character_is_cut(clusters: list[str], limit: int) -> None:
    """Letters with their marks, flags, families and syllables stay whole."""
    text = "x" + "x".join(clusters)
    starts, at = set(), 0
    for part in (part for cluster in clusters for part in ("x", cluster)):
        starts.add(at)
        at += len(part)
    assert set(places_of_cuts(text, limit)) <= starts


@given(st.lists(st.sampled_from((*NUMBERS, "算", "力")), max_size=80), limits)
def test_no_number_is_cut(tokens: list[str], limit: int) -> None:
    """A number stays whole, whatever it is made of, with spaces around it and without."""
    text = "号".join(tokens)
    inside, at = set[int](), 0
    for token in tokens:
        inside |= set(range(at + 1, at + len(token)))
        at += len(token) + 1
    assert not inside & set(places_of_cuts(text, limit))


@given(st.text("0123456789.,:-/ \u202fn"), st.integers(8, 40))
def test_a_number_beyond_the_limit_is_cut_all_the_same(text: str, limit: int) -> None:
    """The limit holds for a number too long for it."""
    parts = list(pieces(text, limit))
    assert all(part and weight(part) <= limit for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("piece", "expected"),
    [
        ("It rose.", True),
        ("“It rose.”", True),
        ("今天。", True),
        ("It rose", False),
        ("4.1", False),
        ("It met Dr.", False),
        ("a law of the U.S.", False),
        ("क्या?", True),
        ("यह ठीक है।", True),
        ("", False),
    ],
)
def test_a_piece_may_end_a_sentence(piece: str, expected: bool) -> None:
    """Where a sentence ends, a breath is taken."""
    assert ends_sentence(piece) is expected


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


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        (
            "She called twice today. It was Dr. Chen who came.",
            36,
            ["She called twice today.", "It was Dr. Chen who came."],
        ),
        ("In the afternoon it was Dr. Chen.", 28, ["In the afternoon it was", "Dr. Chen."]),
        ("It is a law of the U.S. Senate now.", 24, ["It is a law of the", "U.S. Senate now."]),
        ("The old book of J. R. R. Tolkien.", 26, ["The old book of", "J. R. R. Tolkien."]),
        ("It rose by 3.5 and fell by 2.5 today.", 30, ["It rose by 3.5 and fell by 2.5", "today."]),
        ("Dr. Dr. Dr. Dr. Dr.", 9, ["Dr. Dr.", "Dr. Dr.", "Dr."]),
        ("यह ठीक है। वह गया।", 40, ["यह ठीक है।", "वह गया।"]),
        ("هل جاء؟ نعم جاء", 16, ["هل جاء؟", "نعم جاء"]),
    ],
)
def test_an_abbreviation_ends_no_sentence(text: str, limit: int, expected: list[str]) -> None:
    """A title stays with its name and an initial with the next, while there is another place to cut."""
    assert list(pieces(text, limit)) == expected


def test_a_thousand_initials_cost_no_more_than_other_text() -> None:
    """The time for a text grows with its length, whatever full stops are in it."""

    def took_s(text: str) -> float:
        began = time.process_time()
        assert "".join("".join(pieces(text, 2_000)).split()) == "".join(text.split())
        return time.process_time() - began

    plain = "It rose a bit. " * 4_000
    assert took_s("J. R. " * 10_000) < 10 * max(took_s(plain), 0.02)
