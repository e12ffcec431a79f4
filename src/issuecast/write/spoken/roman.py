"""Roman numerals and what they are worth."""

from __future__ import annotations

from issuecast.write.spoken.rules import lazy

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ROMAN = lazy(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\Z")


def value_of(numeral: str) -> int:
    """XIV → 14; 0 if it is no Roman numeral in its standard form."""
    if not numeral or not _ROMAN.match(numeral):
        return 0
    values = [_VALUES[sign] for sign in numeral]
    return sum(-now if now < then else now for now, then in zip(values, [*values[1:], 0], strict=True))
