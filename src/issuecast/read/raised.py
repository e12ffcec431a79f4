"""Figures that are set higher or lower than their line, in characters that are so themselves.

"10" with a raised 6 is no 106: it is written "10⁶".
"""

from __future__ import annotations

import re

_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋")
_SIGNS = {"tm": "™", "r": "®", "c": "©"}
_POWER = re.compile(r"[0-9n+−-]{1,6}")
_FIGURE = re.compile(r"[+−-]?[0-9]{1,6}")
_BASE = re.compile(r"(?:^|[^\w.])(?:\d[\d.,]*|[A-Za-zα-ωΑ-Ω]{1,3})\Z|\)\Z")
BASE_CHARACTERS = 20
"""Before a raised text, which tell whether it is a power."""


def raised(text: str, before: str) -> str | None:
    """Superscript as characters, behind these words: "10" and "6" are 10⁶, "4" and "th" 4th.

    None if it is the mark of a note, as in "the sea.1".
    """
    bare = text.strip()
    if _POWER.fullmatch(bare):
        return bare.translate(_RAISED) if _BASE.search(before[-BASE_CHARACTERS:]) else None
    return _SIGNS.get(bare.lower(), text)


def lowered(text: str, before: str) -> str:
    """Subscript as characters behind a figure; behind a letter, as in "CO2", it stands beside it."""
    bare = text.strip()
    return bare.translate(_LOWERED) if before[-1:].isdecimal() and _FIGURE.fullmatch(bare) else text
