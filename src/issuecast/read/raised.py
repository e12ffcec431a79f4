"""Figures that are set higher or lower than their line, in characters that are so themselves.

"10" with a raised 6 is no 106: it is written "10⁶".
"""

from __future__ import annotations

_RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_LOWERED = str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋")


def raised(text: str, before: str) -> str:
    """A text that is set higher than `before`, the character on its left, "" if it begins the line.

    Words, as in "3rd", stay as they are.
    """
    return _shifted(text, _RAISED) if before.strip() else text


def lowered(text: str, before: str) -> str:
    """A text that is set lower; what stands lower than a letter, as in "CO2", may as well stand beside it."""
    return _shifted(text, _LOWERED) if before.isdecimal() else text


def _shifted(text: str, table: dict[int, int]) -> str:
    bare = text.strip()
    is_figure = any(map(str.isdecimal, bare)) and all(ord(c) in table for c in bare)
    return bare.translate(table) if is_figure else text
