"""Where a text must not be cut: inside what is read as one character, and inside a number."""

from __future__ import annotations

import unicodedata

_JOINER = "\u200d"
_VIRAMA = 9
"""The combining class of signs that tie two consonants of an Indic script together."""

_IN_NUMBERS = ".,:/'’-\u00a0\u2009\u202f"
"""Between two digits these belong to a number: 4.1, 1,000, 7:30, 2025-12-23, 10 000."""


def indivisible(text: str, place: int) -> bool:
    """Whether a cut before the character at `place` would fall inside a character or a number.

    A character is an extended grapheme cluster of Unicode (UAX #29), but for prepended marks.
    """
    if not 0 < place < len(text):
        return False
    return _in_cluster(text, place) or _in_number(text, place)


def _in_cluster(text: str, place: int) -> bool:
    before, after = text[place - 1], text[place]
    if before == "\r" and after == "\n":
        return True
    if _extends(after) or before == _JOINER or unicodedata.combining(before) == _VIRAMA:
        return True
    if _flag(before) and _flag(after):
        return _flags_before(text, place) % 2 == 1
    return _follows_in_syllable(before, after)


def _extends(character: str) -> bool:
    """Marks, the joiner, skin tones, and the tags that spell the flags of regions."""
    return (
        unicodedata.category(character) in {"Mn", "Mc", "Me"}
        or character in {_JOINER, "\u200c"}
        or "\U0001f3fb" <= character <= "\U0001f3ff"
        or "\U000e0020" <= character <= "\U000e007f"
    )


def _flag(character: str) -> bool:
    """Two of these make the flag of a country."""
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _flags_before(text: str, place: int) -> int:
    start = place
    while start and _flag(text[start - 1]):
        start -= 1
    return place - start


def _follows_in_syllable(before: str, after: str) -> bool:
    """Whether two letters belong to one Korean syllable: leads, then vowels, then tails."""
    if "\u1100" <= before <= "\u115f" or "\ua960" <= before <= "\ua97c":
        return "\u1100" <= after <= "\u11a7" or "\uac00" <= after <= "\ud7a3" or "\ua960" <= after <= "\ua97c"
    if "\uac00" <= before <= "\ud7a3" or "\u1160" <= before <= "\u11ff" or "\ud7b0" <= before <= "\ud7fb":
        return "\u1160" <= after <= "\u11ff" or "\ud7b0" <= after <= "\ud7fb"
    return False


def _in_number(text: str, place: int) -> bool:
    before, after = text[place - 1], text[place]
    if before.isdecimal():
        return after.isdecimal() or (after in _IN_NUMBERS and text[place + 1 : place + 2].isdecimal())
    return before in _IN_NUMBERS and after.isdecimal() and place > 1 and text[place - 2].isdecimal()
