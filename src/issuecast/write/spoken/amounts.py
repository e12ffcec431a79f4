"""Amounts: a number with, perhaps, a currency, a scale ("B", "million") and a unit."""

from __future__ import annotations

import re
from dataclasses import dataclass

from issuecast.write.spoken import money, units, words
from issuecast.write.spoken.context import counted, word_after, word_before

_SCALES = {
    "k": "thousand", "K": "thousand", "m": "million", "M": "million", "mn": "million", "mm": "million", "MM": "million",
    "mil": "million", "b": "billion", "B": "billion", "bn": "billion", "Bn": "billion", "BN": "billion",
    "t": "trillion", "T": "trillion", "tn": "trillion", "trn": "trillion",
}  # fmt: skip
# Without a currency these are units, unless things are counted: "100m users".
_NEED_CURRENCY = frozenset({"m", "mm", "b", "t"})

_AMOUNT = re.compile(
    rf"""(?P<currency>{money.BEFORE})?(?P<number>{words.NUMBER})(?P<more>\+(?=\ ?(?i:thousand|million|billion|trillion|bn)))?
         (?P<scale>[ \u00a0-]?(?i:thousand|million|billion|trillion|quadrillion|lakh|crore)(?![^\W_])
            |[ \u00a0]?(?:bn|Bn|BN|tn|trn|mn|mil)(?!\w)|[ \u00a0]?[KMB](?![\w&'’])|(?:mm|MM|[kKmMbBtT])(?![^\W_]|['’]s))?""",
    re.VERBOSE,
)
_DOORS = frozenset(
    "apt apartment suite unit room gate building hall seat row flat platform track terminal exit".split()
)
"""A letter after their number is part of it."""
_DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "SGD", "HKD"})
_EUROPEAN_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?![\d,])")
_EUROPEAN_CENTS = re.compile(r",(\d\d)(?![\d,])")
_VERSION = re.compile(r"\d{1,2}\.\d(?!\d)")
"""Of the language, which has the pesos' name: "PHP 8.3"."""


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount as written: `currency` is a key of `money.CURRENCIES` or "", `scale` a word or "", `end` a position;
    `more` of "100+ million".
    """

    number: str
    currency: str
    scale: str
    unit: tuple[str, str] | None
    end: int
    more: bool = False

    @property
    def bare(self) -> bool:
        return not (self.currency or self.scale or self.unit)

    def say(self, *, singular: bool, unit: bool = True, as_year: bool = False) -> str:
        """The amount in words; without its unit if a range says that once, at the end."""
        if self.currency:
            return money.say(self.currency, self.number, self.scale, singular=singular)
        said = words.year(int(self.number)) if as_year else words.number(self.number)
        if self.scale:
            said += f" {self.scale}"
        if self.unit and unit:
            said += f" {self.unit[0 if singular or (self.number == '1' and not self.scale) else 1]}"
        return said


def amount(text: str, at: int, *, priced: bool = False) -> Amount | None:
    """The amount that stands at a position, `priced` if a currency came before; None if there is none."""
    found = _AMOUNT.match(text, at)
    if found is None:
        return None
    priced = priced or found["currency"] is not None
    scale = _scale(text, found, priced=priced) if found["scale"] else ""
    end = found.end() if scale or not found["scale"] else found.end("number")
    number, more = found["number"], found["more"] is not None
    if found["currency"]:
        return _priced(text, found, scale, end)
    if not scale and found["scale"] == "B":  # "Apt. 4B"
        return None
    if after := money.AFTER.match(text, end):
        return Amount(number, after[1], scale, None, after.end(), more)
    measured = None if priced else units.at(text, end)
    if measured and not _is_name(number, text[end : measured[0]]):
        return Amount(number, "", scale, measured[1], measured[0], more)
    return Amount(number, "", scale, None, end, more)


def _priced(text: str, found: re.Match[str], scale: str, end: int) -> Amount | None:
    """An amount after its currency, perhaps as Europeans write it: "€1.000.000", "€4,50"."""
    currency, number, start = found["currency"].strip(), found["number"], found.start("number")
    if currency == "PHP" and _VERSION.match(text, start):
        return None
    if currency == "$" and (code := money.AFTER.match(text, end)) and code[1] in _DOLLARS:
        currency, end = code[1], code.end()
    if not scale and (cents := _EUROPEAN_CENTS.match(text, end)):
        number, end = f"{number.replace('.', '')}.{cents[1]}", cents.end()
    elif thousands := _EUROPEAN_THOUSANDS.match(text, start):
        number, end = thousands[0].replace(".", ""), thousands.end()
    return Amount(number, currency, scale, None, end, more=found["more"] is not None)


def _is_name(number: str, unit: str) -> bool:
    """ "3d" and "7950X" are no days and no times."""
    return (unit == "d" and number in {"2", "3"}) or (unit == "X" and number.isdecimal() and len(number) > 3)


def _scale(text: str, found: re.Match[str], *, priced: bool) -> str:
    """The word of a scale; "" where the letter is no scale: a unit ("5m"), a name ("4K video", "Apt. 4B")."""
    written = found["scale"].strip(" \u00a0-")
    if priced or len(written) > 3:
        return _SCALES.get(written, written.lower())
    things = counted(text, found.end())
    spaced = written in {"K", "M", "B"} and found["scale"][0].isspace()
    screen = written == "K" and found["number"] in {"2", "4", "5", "8"}
    if not things and (spaced or screen or written in _NEED_CURRENCY):
        return ""
    door = written == "B" and word_before(text, found.start()).lower() in _DOORS
    race = written in {"k", "K"} and word_after(text, found.end()) in {"run", "runs", "race", "races"}
    return "" if door or race else _SCALES[written]
