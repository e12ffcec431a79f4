"""Numbers as American English words; the only file that knows num2words, which has other languages too.

English words come without "and" ("one hundred five") and with hyphens ("twenty-three"), so that they pass
through the rules a second time unchanged.
"""

from __future__ import annotations

import re
from functools import lru_cache

# Past decillions nobody hears a number any more: what is longer is said digit by digit.
_MOST_DIGITS = 36
# Without separators, a long row of digits is an identifier sooner than a quantity.
_MOST_BARE_DIGITS = 15

NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})++(?!\d)|\d{1,2}(?:,\d\d){1,5},\d{3}(?![\d,])|\d++)(?:\.\d++)?+|(?<![\w.])\.\d++"
)
"""A number as it is written: "12", "1,000,000", "4.75", ".5", and as it is written in India: "12,34,567"."""

DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_FRACTIONS = {2: "half", 4: "quarter"}


@lru_cache(maxsize=4096)
def cardinal(value: int) -> str:
    """105 → "one hundred five"; for 0 ≤ value < 10^36."""
    if value < len(DIGITS):
        return DIGITS[value]
    from num2words import num2words

    return str(num2words(value)).replace(",", "").replace(" and ", " ")


@lru_cache(maxsize=1024)
def ordinal(value: int) -> str:
    """23 → "twenty-third"."""
    from num2words import num2words

    return str(num2words(value, to="ordinal")).replace(",", "").replace(" and ", " ")


@lru_cache(maxsize=4096)
def in_language(value: int, language: str, to: str = "cardinal") -> str:
    """A number as another language has it: (21, "de") → "einundzwanzig"; `to` may be "ordinal" or "year"."""
    from num2words import num2words

    return str(num2words(value, lang=language, to=to))


def digits(written: str) -> str:
    """ "0199" → "zero one nine nine"; what is no decimal digit is left out."""
    return " ".join([DIGITS[int(sign)] for sign in written if sign.isdecimal()])


def whole(written: str) -> str:
    """A row of digits, with or without separators, as a quantity; "007" and rows without end digit by digit."""
    bare = written.replace(",", "")
    most = _MOST_BARE_DIGITS if bare == written else _MOST_DIGITS
    if len(bare) > most or (len(bare) > 1 and int(bare[0]) == 0):
        return digits(bare)
    return cardinal(int(bare))


def number(written: str) -> str:
    """ "1,250.05" → "one thousand two hundred fifty point zero five"; ".5" → "point five"."""
    left, point, right = written.partition(".")
    said = whole(left) if left else ""
    return f"{said} point {digits(right)}".strip() if point else said


def year(value: int) -> str:
    """By pairs: 1987 → "nineteen eighty-seven", 1905 → "nineteen oh five", 2006 → "two thousand six"."""
    century, rest = divmod(value, 100)
    if value < 100 or value > 9999 or (century % 10 == 0 and rest < 10):
        return cardinal(value)
    if value < 1000 and 0 < rest < 10:
        return f"{cardinal(century)} oh {cardinal(rest)}"
    if rest == 0:
        return f"{cardinal(century)} hundred"
    return f"{cardinal(century)} {'oh ' if rest < 10 else ''}{cardinal(rest)}"


def reference(written: str) -> str:
    """The number in a name or of a thing: 19, 747, 4090 ("forty ninety"); longer ones digit by digit."""
    if len(written) > 4 or written.startswith("0"):
        return digits(written)
    return year(int(written)) if len(written) == 4 else cardinal(int(written))


def parted(written: str) -> str:
    """Three digits in two parts: 230 → "two thirty", 404 → "four oh four", 500 → "five hundred"."""
    if len(written) != 3 or written[0] == "0" or written[1:] == "00":
        return reference(written)
    return f"{DIGITS[int(written[0])]} {'oh ' if written[1] == '0' else ''}{cardinal(int(written[1:]))}"


def points(written: str) -> str:
    """A version: "9.14.1" → "nine point fourteen point one"."""
    return " point ".join([whole(part) for part in written.split(".")])


def fraction(above: int, below: int) -> str:
    """1/2 → "one half", 22/3 → "twenty-two thirds"."""
    part = _FRACTIONS.get(below) or ordinal(below)
    return f"{cardinal(above)} {part if above == 1 else plural(part)}"


def power(exponent: int) -> str:
    """What follows a base: 2 → "squared", 6 → "to the sixth", -3 → "to the minus three"."""
    if exponent in {2, 3}:
        return "squared" if exponent == 2 else "cubed"
    return f"to the {ordinal(exponent)}" if exponent >= 0 else f"to the minus {cardinal(-exponent)}"


def plural(noun: str) -> str:
    """The plural of a number word or a unit: "half" → "halves", "six" → "sixes", "eighty" → "eighties"."""
    if noun.endswith("lf"):
        return f"{noun[:-1]}ves"
    if noun.endswith(("x", "s", "ch", "sh")):
        return f"{noun}es"
    if re.search(r"[^aeiou]y\Z", noun):
        return f"{noun[:-1]}ies"
    return f"{noun}s"


def decade(written: str) -> str:
    """ "1990" → "nineteen nineties", "80" → "eighties", "2000" → "two thousands"."""
    return plural(year(int(written)))
