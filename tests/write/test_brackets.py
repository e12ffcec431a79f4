from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuecast.write.brackets import opened


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Larkspur (formerly Harbor) sails.", "Larkspur, formerly Harbor, sails."),
        ("It ended (badly).", "It ended, badly."),
        ("On ice (part 2)", "On ice, part 2"),
        ("(It was late.) We left.", "It was late. We left."),
        ("Ada (chair), Ben (notes) and Cem", "Ada (chair), Ben (notes) and Cem"),
        ("Call (555) 0100.", "Call (555) 0100."),
        ("It calls tide() and fog(x) twice.", "It calls tide() and fog(x) twice."),
        ("Use and/or and A/B.", "Use and/or and A/B."),
    ],
)
def test_an_aside_stands_between_commas(text: str, said: str) -> None:
    """Words in brackets are an aside or a sentence; numbers, code and lists of names keep theirs."""
    assert opened(text) == said


@given(st.text(st.sampled_from("ab C.,;!()[]1 ")))
def test_no_word_is_lost(text: str) -> None:
    """Only punctuation changes."""
    assert re.findall(r"\w+", opened(text)) == re.findall(r"\w+", text)
