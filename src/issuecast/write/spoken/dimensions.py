"""Sizes and ratios: "1920x1080", "12" x 18"", "8xH100", "16:9"."""

from __future__ import annotations

import re

from issuecast.write.spoken import units, words
from issuecast.write.spoken.amounts import Amount, amount
from issuecast.write.spoken.context import attributive, ends_sentence
from issuecast.write.spoken.rules import Reading, Rule, lazy, rule

_NUMBER = r"\d{1,3}(?:,\d{3})+|\d{1,6}(?:\.\d{1,4})?"
_UNIT = r"[\"”″'’′]|[-\ ]?(?:[µcmkn]?m|in|ft|yd|px)\.?"
_SIDES = lazy(rf"(?:(?:{_NUMBER})(?:{_UNIT})?(?:\s[x×✕]\s|[x×✕]\ ?)){{1,3}}(?=\d)(?!10(?:\^|\*\*))")
_SIDE = lazy(rf"({_NUMBER})({_UNIT})?")
_MARKS = {'"': "in", "”": "in", "″": "in", "'": "ft", "’": "ft", "′": "ft"}  # fmt: skip
_INCHES = lazy(r"\ in\.")
_PRODUCT = lazy(r"\ ?=")


def _dimension(text: str, at: int) -> Reading | None:
    """8x7B, 1920x1080, 2 x 4 m, 5' x 7': the unit or the scale is said once."""
    m = _SIDES.match(text, at)
    last = amount(text, m.end()) if m else None
    if m is None or last is None or last.currency:
        return None
    sides = [(number, _unit(written)) for number, written in _SIDE.findall(m[0])]
    measured = any(unit for _, unit in sides)
    if last.bare:
        last = _marked(text, last, measured=measured)
    if text[last.end : last.end + 1].isalnum():
        return None
    joint = " times " if last.bare and _PRODUCT.match(text, last.end) else " by "
    said = [_side(number) + (f" {unit[1]}" if unit and unit != last.unit else "") for number, unit in sides]
    return last.end, joint.join([*said, _last(text, at, last, sized=not measured)])


def _unit(written: str) -> tuple[str, str] | None:
    return units.lookup(_MARKS.get(written, written.strip(" -."))) if written else None


def _marked(text: str, last: Amount, *, measured: bool) -> Amount:
    """The last side with a unit that counts as one only here: a quotation mark after others, "in." with its stop."""
    mark = _MARKS.get(text[last.end : last.end + 1]) if measured else None
    if mark:
        return Amount(last.number, "", "", units.lookup(mark), last.end + 1)
    if inches := _INCHES.match(text, last.end):
        end = inches.end() - ends_sentence(text, inches.end())
        return Amount(last.number, "", "", units.lookup("in"), end)
    return last


def _last(text: str, at: int, last: Amount, *, sized: bool) -> str:
    if last.bare:
        return _side(last.number)
    if sized and last.unit == units.lookup("s") and text[last.end - 2].isdecimal():  # "2x4s" are boards
        return words.plural(_side(last.number))
    return last.say(singular=attributive(text, at, last.end))


def _side(number: str) -> str:
    return words.reference(number) if number.isdecimal() and len(number) == 4 else words.number(number)


def _ratio(m: re.Match[str]) -> str:
    said = " to ".join([words.number(part) for part in m[0].rstrip("s").split(":")])
    return words.plural(said) if m[0][-1] == "s" else said


_PART = r"(?:\d{1,3}(?:,\d{3})+|\d{1,7}(?:\.\d{1,2})?)"

RULES: tuple[Rule, ...] = (
    Rule("dimension", "9", _dimension),
    rule("factor", "9", rf"({_NUMBER})\s?x\s?(?=10(?:\^|\*\*))", lambda m: f"{words.number(m[1])} times"),
    rule("so many of a model", "9", r"([1-9]\d{0,3})[x×](?=[A-Z]{1,5}-?\d)", lambda m: f"{words.whole(m[1])} by"),
    rule("ratio", "9", rf"{_PART}(?::{_PART}){{1,3}}s?(?![\w:])", _ratio),
)  # fmt: skip
