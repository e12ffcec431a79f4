from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuecast.models import Link
from issuecast.publish.plain import is_public, one_line, opening

anything = st.text(alphabet=st.characters())  # unpaired surrogates included


@given(anything, st.integers(1, 300))
def test_one_line_is_one_line_that_xml_can_carry(text: str, limit: int) -> None:
    """No break, no control character, no unpaired surrogate, never longer than asked for."""
    line = one_line(text, limit)
    assert len(line) <= limit
    assert not any(unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"} for character in line)
    assert line == line.strip()


@given(st.text(), st.integers(10, 400))
def test_an_opening_fits_into_its_bytes(text: str, limit: int) -> None:
    """The limit counts bytes of UTF-8, as directories do."""
    assert len(opening(text, limit).encode()) <= limit


@pytest.mark.parametrize(
    ("text", "limit", "cut"),
    [
        ("Short enough.", 20, "Short enough."),
        ("One is here. Two is longer than that.", 20, "One is here."),
        ("“One is here.” Two is longer than that.", 30, "“One is here.”"),
        ("No sentence ends within the limit", 20, "No sentence ends…"),
        ("Costs 4.1 percent more than", 18, "Costs 4.1…"),
        ("Überlängenwörter", 10, "Überl…"),
    ],
)
def test_an_opening_ends_where_a_sentence_or_a_word_does(text: str, limit: int, cut: str) -> None:
    """Whole sentences if one fits, else whole words, else what fits."""
    assert opening(text, limit) == cut


def test_only_public_links_are_followed() -> None:
    """A link that runs a script, opens a file or says nothing is left out."""
    good = (
        Link("a", "https://example.org/"),
        Link("b", "HTTP://example.org"),
        Link("c", "mailto:a@example.org"),
    )
    bad = (
        Link("d", "javascript:alert(1)"),
        Link("e", "file:///etc/passwd"),
        Link("f", " https://example.org"),
        Link("g", "data:text/html,x"),
        Link("h", "https:///x"),
    )
    assert tuple(link for link in (*good, *bad) if is_public(link.url)) == good
