"""Raised and lowered figures and vulgar fractions in plain figures, for German, French and Spanish."""

from __future__ import annotations

import re
import unicodedata

from issuecast.linked import Pair
from issuecast.write.spoken.markup import replace
from issuecast.write.spoken.rules import lazy

_NUMERALS = lazy(
    r"""(?P<above>[²³¹⁰⁴-⁹⁻]++)|(?P<below>[₀-₉₋]++)
    |[¼-¾⅐-ↂↅ-↉①-⒛⓪-⓿❶-➓\U0001f100-\U0001f10c]""",
    re.VERBOSE,
)
_UNITS = frozenset({"km", "cm", "dm", "mm", "/m", "m"})


def read(text: str) -> list[Pair]:
    """ "10⁶" → "10^6", "m²" → "m^2", "CO₂" → "CO2", "3½" → "3 1/2"; a raised figure after a word is a footnote."""
    return replace(text, _NUMERALS, _plain) if not text.isascii() else [Pair(text, text)]


def _plain(found: re.Match[str]) -> str:
    before = found.string[max(0, found.start() - 3) : found.start()]
    written = unicodedata.normalize("NFKC", found[0]).replace("−", "-").replace("⁄", "/")
    if found["above"]:
        power = (
            before[-1:].isdecimal()
            or (before[-1:].isalpha() and not before.isalpha())
            or before[-2:] in _UNITS
        )
        return f"^{written}" if power else ""
    if found["below"]:
        return written
    if "/" in written and not written.endswith("/"):
        return f" {written}" if before[-1:].isdecimal() else written
    value = unicodedata.numeric(found[0], 0)
    return f" {int(value)} " if value == int(value) else ""
