"""Capitals: which are words, which are letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuecast.write.spoken import acronyms, spoken_text


@pytest.mark.parametrize("capitals", "NATO NASDAQ OPEC COVID BERT META UBER DARPA RAM YAML NEWS THE".split())
def test_what_can_be_said_is_a_word(capitals: str) -> None:
    """Capitals that fall into syllables, or that are known as a word, are said as one."""
    assert spoken_text(f"the {capitals} of it") == f"the {capitals} of it"


@pytest.mark.parametrize("capitals", "AMZN MSFT IBM CEO FAQ ETF FOMC FDIC HTML AI EU OECD TSMC NYSE".split())
def test_what_cannot_be_said_is_spelled(capitals: str) -> None:
    """Short ones, and those that no English syllable can take, go letter by letter."""
    assert spoken_text(f"the {capitals} of it") == f"the {' '.join(capitals)} of it"


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("GPUs and IBM's", "G P U's and I B M's"),
        ("an AI-made macOS", "an A I-made mac O S"),
        ("mRNA", "m R N A"),
        ("(AMZN), “IBM”.", "(A M Z N), “I B M”."),
        ("It was IBM. Then it was not.", "It was I B M. Then it was not."),
        ("JOIN US TODAY", "JOIN US TODAY"),
        ("the US said it", "the U S said it"),
        ("Part II of WWII", "Part two of World War two"),
        ("VII", "seven"),
    ],
)
def test_capitals_in_context(written: str, spoken: str) -> None:
    """Plurals, possessives, compounds, shouting and numerals are told from what is around."""
    assert spoken_text(written) == spoken


@given(st.text(alphabet="ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=9))
def test_no_letter_is_lost(capitals: str) -> None:
    """Spelled or not, the letters are those that were written, unless they are a number or a war."""
    said = acronyms.alone(capitals)
    assert said.replace(" ", "") == capitals or said.islower() or said.startswith("World War ")
