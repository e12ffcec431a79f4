from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuecast.write.sentences import after, capital, joined, sentence, sentences


def test_sentences_end_where_a_reader_would_stop() -> None:
    """Full stops of abbreviations, initials and numbers end no sentence; closing quotes belong to it."""
    text = 'Dr. J. Mara paid $4.75 to Quay Inc. in Jan. 2031. "Why?" she asked. Nobody knew… 3 left!'
    assert sentences(text) == (
        "Dr. J. Mara paid $4.75 to Quay Inc. in Jan. 2031.",
        '"Why?" she asked.',
        "Nobody knew…",
        "3 left!",
    )


@given(st.text())
def test_sentences_lose_nothing(text: str) -> None:
    """Joined by a space, the sentences of a flat text are that text."""
    flat = " ".join(text.split())
    assert " ".join(sentences(flat)) == flat


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("Fog is the moat", "Fog is the moat."),
        ("Fog?", "Fog?"),
        ("“Fog.”", "“Fog.”"),
        ("Edited by:", "Edited by:"),
        ("Fog –", "Fog."),
    ],
)
def test_a_fragment_gets_its_full_stop(text: str, ended: str) -> None:
    """A sentence ends once."""
    assert sentence(text) == ended


@pytest.mark.parametrize(
    ("text", "follows"),
    [
        ("The tide turns.", "First, the tide turns."),
        ("Tides turn.", "First: Tides turn."),
        ("Cut it low.", "First, cut it low."),
        ("Mark the pilot sleeps.", "First: Mark the pilot sleeps."),
        ("kelp grows.", "First, kelp grows."),
    ],
)
def test_a_sign_post_goes_on_in_lower_case_only_where_that_is_safe(text: str, follows: str) -> None:
    """A word that might be a name keeps its capital."""
    assert after("First", text) == follows


@pytest.mark.parametrize(
    ("text", "begins"),
    [("cheap kelp", "Cheap kelp"), ("iLamp sales", "iLamp sales"), ("", ""), ("4 cods", "4 cods")],
)
def test_a_sentence_begins_with_a_capital_but_for_a_name_that_has_none(text: str, begins: str) -> None:
    """A capital inside the first word is a name's."""
    assert capital(text) == begins


@pytest.mark.parametrize(
    ("items", "text"),
    [
        ([], ""),
        (["fog"], "fog"),
        (["fog", "ice."], "fog and ice"),
        (["fog", "ice", "wind"], "fog, ice, and wind"),
        (["fog, thick", "ice"], "fog, thick; and ice"),
    ],
)
def test_items_are_joined_as_one_says_them(items: list[str], text: str) -> None:
    """Commas between simple items, semicolons where an item has a comma."""
    assert joined(items) == text
