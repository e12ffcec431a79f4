"""Amounts: a number with, perhaps, a currency, a scale ("B", "million") and a unit."""

from __future__ import annotations

import re
from dataclasses import dataclass

from issuecast.write.spoken import money, units, words
from issuecast.write.spoken.context import counted, word_after

_SCALES = {
    "k": "thousand", "K": "thousand", "m": "million", "M": "million", "mn": "million", "mm": "million", "MM": "million",
    "mil": "million", "b": "billion", "B": "billion", "bn": "billion", "Bn": "billion", "BN": "billion",
    "t": "trillion", "T": "trillion", "tn": "trillion", "trn": "trillion",
}  # fmt: skip
# Without a currency these are units, unless things are counted: "100m users".
_NEED_CURRENCY = frozenset({"m", "mm", "b", "t"})

_AMOUNT = re.compile(
    rf"""(?P<currency>{money.BEFORE})?(?P<number>{words.NUMBER})
         (?P<scale>[ \u00a0-]?(?i:thousand|million|billion|trillion|quadrillion|lakh|crore)(?![^\W_])
            |[ \u00a0]?(?:bn|Bn|BN|tn|trn|mn|mil)(?!\w)|[ \u00a0]?[KMB](?![\w&'’])|(?:mm|MM|[kKmMbBtT])(?![^\W_]))?""",
    re.VERBOSE,
)
_EUROPEAN_CENTS = re.compile(r",(\d\d)(?![\d,])")
_SCREENS = frozenset("video tv display displays monitor monitors resolution footage screen".split())


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount as written: `currency` is a key of `money.CURRENCIES` or "", `scale` a word or "", `end` a position."""

    number: str
    currency: str
    scale: str
    unit: tuple[str, str] | None
    end: int

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


def amount(text: str, at: int) -> Amount | None:
    """The amount that stands at a position; None if there is none."""
    found = _AMOUNT.match(text, at)
    if found is None:
        return None
    end, scale = found.end(), ""
    currency = (found["currency"] or "").strip()
    if found["scale"]:
        scale = _scale(text, found, currency)
        if not scale:
            end = found.end("number")
    number, unit = found["number"], None
    if currency and not scale and (cents := _EUROPEAN_CENTS.match(text, end)):
        number, end = f"{number.replace('.', '')}.{cents[1]}", cents.end()
    if not currency:
        after = money.AFTER.match(text, end)
        if after:
            currency, end = after[1], after.end()
        else:
            measured = units.at(text, end)
            if measured and not _is_name(number, text[end : measured[0]]):
                end, unit = measured
    return Amount(number, currency, scale, unit, end)


def _is_name(number: str, unit: str) -> bool:
    """ "3d" and "7950X" are no days and no times."""
    return (unit == "d" and number in {"2", "3"}) or (unit == "X" and number.isdecimal() and len(number) > 3)


def _scale(text: str, found: re.Match[str], currency: str) -> str:
    """The word of a scale; "" where the letter is no scale: a unit ("5m"), a name ("4K video")."""
    written = found["scale"].strip(" \u00a0-")
    if currency or len(written) > 3:
        return _SCALES.get(written, written.lower())
    if written in _NEED_CURRENCY and not counted(text, found.end()):
        return ""
    if written in {"M", "B", "K"} and found["scale"][0].isspace() and not counted(text, found.end()):
        return ""
    if (
        written == "K"
        and found["number"] in {"2", "4", "8"}
        and word_after(text, found.end()).lower() in _SCREENS
    ):
        return ""
    return _SCALES[written]
