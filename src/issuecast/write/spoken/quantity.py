"""Quantities: how much of what, from "5" over "25–30%" to "~$0.15/1M tokens".

A quantity is an amount or a range of two, with signs before it and what it is per after it. An amount is a number with,
perhaps, a currency, a scale ("B", "million") and a unit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from issuecast.write.spoken import money, units, words
from issuecast.write.spoken.context import attributive, counted, word_after, word_before, words_before
from issuecast.write.spoken.rules import Reading, Rule

_SCALES = {
    "k": "thousand", "K": "thousand", "m": "million", "M": "million", "mn": "million", "mm": "million", "MM": "million",
    "mil": "million", "b": "billion", "B": "billion", "bn": "billion", "Bn": "billion", "BN": "billion",
    "t": "trillion", "T": "trillion", "tn": "trillion", "trn": "trillion",
}  # fmt: skip
# Without a currency these are units, unless things are counted: "100m users".
_NEED_CURRENCY = frozenset({"m", "mm", "b", "t"})

_PREFIX = re.compile(
    r"""(?P<about>[~≈∼∽]\ ?)?
        (?P<compare><=|>=|=<|[<>≤≥⩽⩾])?\ ?
        (?P<about2>[~≈∼]\ ?)?
        (?P<sign>\+/[-−]|(?<!\w)[+−\-–](?=\S)|(?<=\s)[+](?=\S)|±\ ?)?""",
    re.VERBOSE,
)
_AMOUNT = re.compile(
    rf"""(?P<currency>{money.BEFORE})?(?P<number>{words.NUMBER})
         (?P<scale>[ \u00a0-]?(?i:thousand|million|billion|trillion|quadrillion)(?![^\W_])
            |[ \u00a0]?(?:bn|Bn|BN|tn|trn|mn|mil)(?!\w)|[ \u00a0]?[KMB](?![\w&'’])|(?:mm|MM|[kKmMbBtT])(?![^\W_]))?""",
    re.VERBOSE,
)
_RANGE = re.compile(r"[-–—−‑‒~](?=[\d.$€£¥₹<~])|\ [-–—]\ (?=[\d.$€£¥₹])")
_PER = re.compile(r"\ ?/\ ?(?=(\d[\d,.]*)?([^\W\d_]*))")
_HYPHEN_UNIT = re.compile(r"-(?P<unit>[A-Za-z]{2,4})(?!\w)")
_RENTED = re.compile(r"-(?:an?|per)-[a-z]")
_HEIGHT = re.compile(r"(\d{1,2})(?:['’′]|\ ?ft\ )(\d{1,2})(?:[\"”″]|\ ?in(?![\w]))(?!\d)")

_COMPARE = {"<": "less than", ">": "more than", "≤": "at most", "≥": "at least", "⩽": "at most", "⩾": "at least",
            "<=": "at most", "=<": "at most", ">=": "at least"}  # fmt: skip
_SIGN = {"+": "plus", "±": "plus or minus", "+/-": "plus or minus", "+/−": "plus or minus"}
_SCREENS = frozenset("video tv display displays monitor monitors resolution footage screen".split())
_PERIODS = {
    "d": "day",
    "mo": "month",
    "m": "month",
    "yr": "year",
    "hr": "hour",
    "wk": "week",
    "k": "thousand",
}


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
    unit = None
    if not currency:
        after = money.AFTER.match(text, end)
        if after:
            currency, end = after[1], after.end()
        else:
            measured = units.at(text, end)
            if measured:
                end, unit = measured
    return Amount(found["number"], currency, scale, unit, end)


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


def _read(text: str, at: int) -> Reading | None:
    height = _HEIGHT.match(text, at)
    if height:
        return height.end(), f"{words.whole(height[1])} foot {words.whole(height[2])}"
    prefix = _PREFIX.match(text, at)
    start = prefix.end() if prefix else at
    first = amount(text, start)
    if first is None or (at and text[at - 1].isdecimal()):
        return None
    second = _second(text, first, at)
    last = second or first
    said, end = _say(text, at, first, second)
    if text[end : end + 1].isalnum() or text[end : end + 1] == "_":
        return None
    if text.startswith("+", end) and not text[end + 1 : end + 2].isalnum():
        said, end = f"{said} plus", end + 1
    if not last.bare or "/" in text[end : end + 2]:
        end, per = _per(text, end, counts=last.bare)
        said += per
    return end, " ".join(filter(None, (_before(prefix), said)))


def _before(prefix: re.Match[str] | None) -> str:
    if prefix is None:
        return ""
    compare = _COMPARE.get(prefix["compare"] or "", "")
    about = "about" if prefix["about"] or prefix["about2"] else ""
    sign = (prefix["sign"] or "").strip()
    return " ".join(filter(None, (about, compare, sign and _SIGN.get(sign, "minus"))))


def _second(text: str, first: Amount, at: int) -> Amount | None:
    """The other end of a range."""
    dash = _RANGE.match(text, first.end)
    second = amount(text, dash.end()) if dash else None
    if dash is None or second is None:
        return None
    spaced = dash[0].startswith(" ")
    if spaced and (first.bare != second.bare or _is_year(first)):
        return None
    if text[second.end : second.end + 2].lstrip().startswith("="):  # a sum, not a range
        return None
    if at and text[at - 1] == "-" and first.bare and second.bare:  # part of a code such as "b-1-5"
        return None
    return second


def _say(text: str, at: int, first: Amount, second: Amount | None) -> tuple[str, int]:
    last = second or first
    end = last.end
    hyphen = _HYPHEN_UNIT.match(text, end) if last.bare else None
    unit = (
        units.lookup(hyphen["unit"]) if hyphen and hyphen["unit"] not in {"in", "us", "mi", "min"} else None
    )
    if hyphen and unit:
        last = Amount(last.number, "", "", unit, hyphen.end())
        first, second, end = (last, None, last.end) if second is None else (first, last, last.end)
    singular = unit is not None or (not last.bare and _describes(text, at, end))
    if second is None:
        as_year = _is_year(first) and not _is_count(text, at, end)
        return first.say(singular=singular, as_year=as_year), end
    return _say_range(text, at, first, second, singular=singular), end


def _describes(text: str, at: int, end: int) -> bool:
    return _RENTED.match(text, end) is not None or attributive(text, at, end)


def _say_range(text: str, at: int, first: Amount, second: Amount, *, singular: bool) -> str:
    joint = "and" if "between" in words_before(text, at)[:1] else "to"
    if first.bare and second.bare:
        if _halves(first, second):
            return f"{words.number(first.number)} {words.number(second.number)}"
        years = _is_year(first) and (_is_year(second) or _short_year(first, second))
        left = first.say(singular=False, as_year=years)
        return f"{left} {joint} {second.say(singular=False, as_year=years and _is_year(second))}"
    if first.currency and not second.currency:  # "$5–10 million"
        right = money.say(first.currency, second.number, second.scale, singular=singular)
        scale = f" {first.scale}" if first.scale and first.scale != second.scale else ""
        return f"{words.number(first.number)}{scale} {joint} {right}"
    shared = first.unit == second.unit or not first.unit
    left = first.say(singular=singular, unit=not shared)
    return f"{left} {joint} {second.say(singular=singular)}"


def _halves(first: Amount, second: Amount) -> bool:
    """ "50-50", "80-20": shares of a hundred."""
    both = first.number, second.number
    return all(len(n) == 2 and n.isdecimal() for n in both) and sum(map(int, both)) == 100


def _is_year(value: Amount) -> bool:
    number = value.number
    return value.bare and len(number) == 4 and number.isdecimal() and 1000 < int(number) < 2100


def _short_year(first: Amount, second: Amount) -> bool:
    return (
        len(second.number) == 2 and second.number.isdecimal() and int(second.number) > int(first.number) % 100
    )


def _is_count(text: str, at: int, end: int) -> bool:
    """Whether four digits count things: "1920 pixels", but "in 2024 sales rose"."""
    return counted(text, end) and word_before(text, at).lower() not in {
        "in",
        "since",
        "by",
        "until",
        "of",
        "from",
        "late",
        "early",
    }


def _per(text: str, end: int, *, counts: bool) -> tuple[int, str]:
    """What follows as "/month", "/1M tokens", "/user/month"; the words begin with a space."""
    said = ""
    for _ in range(3):
        slash = _PER.match(text, end)
        if slash is None:
            break
        if slash[1]:
            base = amount(text, slash.end())
            if base is None or counts or text[base.end : base.end + 1].isalnum():
                break
            said, end = f"{said} per {base.say(singular=False)}", base.end
            continue
        word = slash[2]
        name = _PERIODS.get(word) or (units.lookup(word) or (word.lower(), ""))[0]
        if not word or (
            counts
            and word not in _PERIODS
            and word not in _PERIODS.values()
            and word not in {"s", "sec", "min", "h"}
        ):
            break
        said, end = f"{said} per {name}", slash.end(0) + len(word)
    return end, said


RULE = Rule("quantity", "dls", _read, frozenset(code.lower() for code in money.CURRENCIES if code.isalpha()))
