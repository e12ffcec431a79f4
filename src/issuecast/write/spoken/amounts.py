"""Amounts: a number with, perhaps, a currency, a scale ("B", "million") and a unit."""

from __future__ import annotations

import re
from dataclasses import dataclass

from issuecast.write.spoken import money, units, words
from issuecast.write.spoken.context import counted, word_after, word_before
from issuecast.write.spoken.rules import lazy

_SCALES = {
    "k": "thousand", "K": "thousand", "m": "million", "M": "million", "mn": "million", "mm": "million", "MM": "million",
    "mil": "million", "mln": "million", "Mio": "million", "Mrd": "billion", "cr": "crore", "Cr": "crore", "bln": "billion", "b": "billion", "B": "billion", "bn": "billion", "Bn": "billion", "BN": "billion",
    "t": "trillion", "T": "trillion", "tn": "trillion", "trn": "trillion",
}  # fmt: skip
# Without a currency these are units, unless things are counted: "100m users".
_NEED_CURRENCY = frozenset({"m", "mm", "b", "t"})

_EUROPEAN = r"\d{1,3},\d{1,2}(?=[ \u00a0]?(?:%|€|Mio\b|Mrd\b))"
_AMOUNT = lazy(
    rf"""(?P<currency>{money.BEFORE})?(?P<number>{_EUROPEAN}|{words.NUMBER})(?P<more>\+(?=\ ?(?i:thousand|million|billion|trillion|bn)))?
         (?P<scale>[ \u00a0-]?(?i:thousand|million|billion|trillion|quadrillion|lakh\ crore|lakh|crore)s?(?![^\W_])
            |[ \u00a0]?(?:bn|Bn|BN|bln|tn|trn|mn|mln|mil|[Cc]r|(?:Mio|Mrd)\b\.?)(?!\w)|[ \u00a0]?[KMBTkmb](?![\w&'’])
            |(?:mm|MM|[kKmMbBtT])(?![^\W_]|['’]s))?""",
    re.VERBOSE,
)
_RACES = frozenset("run runs race races filing filings".split())
_ONE = frozenset("a her his my our their first the this charity".split())
_RUN = frozenset("and at for in last on that this to under with".split())
_DOORS = frozenset(
    "apt apartment suite unit room gate building hall seat row flat platform track terminal exit rule section item table "
    "figure form grade type class line zone block appendix article clause chapter model page".split()
)
"""A letter after their number is part of it."""
_DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "SGD", "HKD"})
_EUROPEAN_THOUSANDS = lazy(r"\d{1,3}(?:\.\d{3}){2,}(?![\d,])")
_EUROPEAN_CENTS = lazy(r",(\d{1,2})(?![\d,])")
_VERSION = lazy(r"[4-9](?:\.\d{1,2})?(?![\d,]|\.\d)")
"""Of the language, which has the pesos' name: "PHP 8.3"."""
_COMPANY = lazy(r"3M (?:is|was|has|had|will|said|says|agreed|settled|sued|Co(?:mpany)?)(?!\w)")
_QUALIFIED = lazy(
    r"(?:\ (?:new|more|active|monthly|daily|weekly|annual|paid|paying|additional|extra|registered|unique|global|online"
    r"|mobile|young|older|free|premium|metric|square))*+"
)
_OF_MANY = lazy(
    r"-(?:user|person|member|strong|plus|subscriber|follower|barrel|share|tonne|job|dollar|euro|pound|parameter|token|home)(?!\w)"
    r"|\ [A-Z][a-z]{3,}s(?!\w)"
)
_MAGNETS = frozenset("magnet magnets MRI scanner scanners".split())
"""What teslas are said of: a "7T magnet" is no trillion."""


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
    if number[-2:-1] == "," or number[-3:-2] == ",":
        number = number.replace(",", ".")
    if found["currency"]:
        return _priced(text, found, number, scale, end)
    if not scale and found["scale"] == "B":  # "Apt. 4B"
        return None
    if after := money.AFTER.match(text, end):
        return Amount(number, after[1], scale, None, after.end(), more)
    measured = None if priced else units.at(text, end)
    if measured and not _is_name(text, found.start("number"), number, text[end : measured[0]]):
        return Amount(number, "", scale, measured[1], measured[0], more)
    return Amount(number, "", scale, None, end, more)


def _priced(text: str, found: re.Match[str], number: str, scale: str, end: int) -> Amount | None:
    """An amount after its currency, perhaps as Europeans write it: "€1.000.000", "€4,50"."""
    currency = found["currency"].replace(" ", "").replace("\u00a0", "")
    start = found.start("number")
    if currency == "PHP" and not scale and _VERSION.match(text, start):
        return None
    if currency == "$" and (code := money.AFTER.match(text, end)) and code[1] in _DOLLARS:
        currency, end = code[1], code.end()
    if not scale and (cents := _EUROPEAN_CENTS.match(text, end)):
        number, end = f"{number.replace('.', '')}.{cents[1]}", cents.end()
    elif thousands := _EUROPEAN_THOUSANDS.match(text, start):
        number, end = thousands[0].replace(".", ""), thousands.end()
    return Amount(number, currency, scale, None, end, more=found["more"] is not None)


def _is_name(text: str, start: int, number: str, unit: str) -> bool:
    """ "3d" and "7950X" are no days and no times, "iPhone 5C" and "Seat 14C" no degrees."""
    if unit in {"C", "F"}:
        numbered = word_before(text, start)
        return (
            (number.isdecimal() and not 2 <= len(number) <= 3) or numbered[:1].isupper() or numbered in _DOORS
        )
    return (unit == "d" and number in {"2", "3"}) or (unit == "X" and number.isdecimal() and len(number) > 3)


def _many(text: str, end: int) -> bool:
    """Whether millions of things are counted, not meters: "5m new users", "a 5m-user app", "5m Americans"."""
    if _OF_MANY.match(text, end):
        return True
    qualified = _QUALIFIED.match(text, end)
    return counted(text, qualified.end() if qualified else end)


def _is_race(text: str, found: re.Match[str]) -> bool:
    """Whether "10K" is how far people run, or a filing: "a 10K race", "ran her first 10K."."""
    after = word_after(text, found.end())
    if after in _RACES:
        return True
    one = found["number"] == "10" and word_before(text, found.start()).lower() in _ONE
    return one and (not after or after in _RUN)


def _scale(text: str, found: re.Match[str], *, priced: bool) -> str:
    """The word of a scale; "" where the letter is no scale: a unit ("5m"), a name ("4K video", "Apt. 4B")."""
    written = found["scale"].strip(" \u00a0-.")
    if priced or len(written) > 3:
        return _SCALES.get(written, written.lower().rstrip("s"))
    spaced = found["scale"][0].isspace()
    if spaced and written in {"m", "b", "T"}:  # "5 m", "two T cells"
        return ""
    if written.lower() == "cr" or (written == "M" and _COMPANY.match(text, found.start("number"))):
        return ""
    things = _many(text, found.end())
    spaced = spaced and len(written) == 1  # "12 k years"
    sharp = written == "K" and found["number"] in {"2", "4", "5", "8"}
    screen = sharp and word_after(text, found.end()) not in {"context", "input", "output", "token"}
    if not things and (spaced or screen or written in _NEED_CURRENCY):
        return ""
    door = written == "B" and word_before(text, found.start()).lower() in _DOORS
    race = written in {"k", "K"} and _is_race(text, found)
    tesla = written == "T" and word_after(text, found.end()) in _MAGNETS
    return "" if door or race or tesla else _SCALES[written]
