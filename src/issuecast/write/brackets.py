"""Brackets as the ear wants them: "Larkspur (once Harbor) sails" is "Larkspur, once Harbor, sails"."""

from __future__ import annotations

import re

_ASIDE = re.compile(
    r"(?P<before>\s)\((?P<inside>[^\W_][^()\[\]{}_=<>]*[^\s()\[\]{}_=<>])\)(?P<after>[.!?…;:]?(?=\s|$))"
)
_SENTENCE = re.compile(r"(?<![^\s])\((?P<inside>[A-Z][^()\[\]{}_=<>]+[.!?…])\)(?=\s|$)")
_NUMBERS = re.compile(r"[\d\s.,:/–-]+")
_LONGEST = 20
"""Words: more in brackets is no aside."""


def opened(text: str) -> str:
    """The text without brackets around words, which nobody hears; a phone number and code keep theirs."""
    text = _SENTENCE.sub(lambda found: found["inside"], text)
    # Before a comma they are mostly of a list, "Ada (chair), Ben (notes)", which more commas would spoil.
    return text if ")," in text else _ASIDE.sub(_between_commas, text)


def _between_commas(found: re.Match[str]) -> str:
    inside = found["inside"]
    if _NUMBERS.fullmatch(inside) or len(inside.split()) > _LONGEST or found.start() == 0:
        return found[0]
    if found["before"] and found.string[: found.start()][-1:] in set(",;:.!?…—–"):
        return f"{found['before']}{inside}{found['after']}"
    end = found["after"] or ("," if found.string[found.end() :].strip() else "")
    return f", {inside.rstrip('.') if end.startswith('.') else inside}{end}"
