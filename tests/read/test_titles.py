"""Titles in capitals are written as in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuecast.read.titles import spelling_in, unshouted


@pytest.mark.parametrize(
    ("title", "calm"),
    [
        ("THE AGE OF UK BATTERIES", "The Age of UK Batteries"),
        ("WHAT AI DOES TO THE US GRID", "What AI Does to the US Grid"),
        ("📈 MARKET PULSE", "📈 Market Pulse"),
        ("GPT-5 AND THE H100: AN APPRAISAL", "GPT-5 and the H100: An Appraisal"),
        ("A MAYOR'S WORD", "A Mayor's Word"),
        ("THE 2ND TIDE", "The 2ND Tide"),
        ("AI", "AI"),
        ("GPT-5", "GPT-5"),
        ("The Age of SALT", "The Age of SALT"),
        ("TOGETHER WITH [harborlight]", "Together with harborlight"),
        ("[Sponsor]", "Sponsor"),
        ("FIXTURES (all times GMT)", "Fixtures (all times GMT)"),
    ],
)
def test_unshouted(title: str, calm: str) -> None:
    """Title case, small words small, abbreviations as they are; a title in mixed case stays."""
    assert unshouted(title) == calm


def test_the_issue_knows_how_its_words_are_written() -> None:
    """A word that the text writes in its own way is written so, a plain one plainly."""
    spelling = spelling_in("OPENAI NEWS\nOpenAI buys GPUs. It told us so, and so did ByteDance's lawyers.")
    assert unshouted("OPENAI SELLS US GPUS", spelling) == "OpenAI Sells Us GPUs"
    assert unshouted("BYTEDANCE'S AI", spelling) == "ByteDance's AI"


@given(st.text(max_size=60))
def test_only_case_changes(title: str) -> None:
    """No letter is added or lost, and nothing else is but brackets."""
    calm = unshouted(title).casefold()
    assert "".join(c for c in calm if c not in "[]") == "".join(c for c in title.casefold() if c not in "[]")
