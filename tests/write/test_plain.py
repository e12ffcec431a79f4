from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuecast.write.plain import is_speakable, plain


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Sentiment: 🟢 Bullish", "Sentiment: Bullish"),
        ("👩🏽‍🚀 Crew  1️⃣\n2", "Crew 1 2"),
        ("  • Kelp", "Kelp"),
        ("— Ines Halloran", "Ines Halloran"),
        ("Done. > The Catch: masts", "Done. The Catch: masts"),
        (">90% of ships, 5 > 3", ">90% of ships, 5 > 3"),
        ("--- [NEWS] ---", "[NEWS]"),
        ("fix `crane_*` in **haste**", "fix crane_* in haste"),
        ("2031-03-04 | Mirren | Dock 4", "2031-03-04, Mirren, Dock 4"),
        ("See https://www.mirren.example/a/b?c=1.", "See mirren.example."),
        ("Read on (https://mirren.example/x).", "Read on (mirren.example)."),
        ("zero\u200bwidth", "zerowidth"),
    ],
)
def test_what_only_the_eye_needs_is_gone(written: str, said: str) -> None:
    """Emoji, bullets, e-mail quote marks, rules, code marks and URLs' paths leave no trace."""
    assert plain(written) == said


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "Zs", "Cc", "So"])))
def test_every_word_is_kept(text: str) -> None:
    """Whatever the text, all of its letters and digits are there, in order, on one line."""
    kept = plain(text)
    assert "\n" not in kept
    if "://" not in text:
        assert re.sub(r"\W", "", kept) == re.sub(r"\W", "", text)


def test_what_has_no_letter_or_digit_cannot_be_said() -> None:
    """A row of dots is nothing to speak, a single digit is."""
    assert not is_speakable("… — !")
    assert is_speakable("4")
