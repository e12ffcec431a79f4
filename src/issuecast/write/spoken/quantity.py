"""Quantities: how much of what, from "5" over "25–30%" to "~$0.15/1M tokens".

A quantity is an amount or a range of two, with signs before it and what it is per after it. An amount is a number with,
perhaps, a currency, a scale ("B", "million") and a unit.
"""

from __future__ import annotations

import re

from issuecast.write.spoken import money, units, words
from issuecast.write.spoken.amounts import Amount, amount
from issuecast.write.spoken.context import attributive, counted, determined, word_before, words_before
from issuecast.write.spoken.rules import Reading, Rule, rule

_PREFIX = re.compile(
    r"""(?P<about>[~≈∼∽]\ ?)?
        (?P<compare><=|>=|=<|[<>≤≥⩽⩾])?\ ?
        (?P<about2>[~≈∼]\ ?)?
        (?P<sign>\+/[-−]|(?<![\w.])[+−\-–](?=\S)|(?<=\s)[+](?=\S)|±\ ?)?""",
    re.VERBOSE,
)
_RANGE = re.compile(r"[-–—−‑‒~](?=[\d.$€£¥₹<~])|\ [-–—]\ (?=[\d.$€£¥₹])")
_PER = re.compile(r"\ ?/\ ?(?=(\d[\d,.]*)?([^\W\d_]*))")
_PER_WORD = re.compile(r"(?: ?/ ?[a-z]+)+")
_HYPHEN_UNIT = re.compile(r"-(?P<unit>[A-Za-z]{2,4})(?!\w)")
_ATTACHED = re.compile(r"-(?!plus\b|[a-z]+ly\b)[a-z]")
_NAMED_TWICE = re.compile(r"[- ](?:dollar|euro|pound|yen)s?(?!\w)")
_RENTED = re.compile(r"-(an?|per)-([a-z]+)(?![\w-])")
_HEIGHT = re.compile(r"(\d{1,2})(?:['’′]|\ ?ft\ )(\d{1,2})(?:[\"”″]|\ ?in(?![\w]))(?!\d)")

_NO_UNITS = frozenset({"in", "us", "mi", "min"})
_TIMES = ("times", "times")
_COMPARE = {"<": "less than", ">": "more than", "≤": "at most", "≥": "at least", "⩽": "at most", "⩾": "at least",
            "<=": "at most", "=<": "at most", ">=": "at least"}  # fmt: skip
_SIGN = {"+": "plus", "±": "plus or minus", "+/-": "plus or minus", "+/−": "plus or minus"}
_AT = frozenset({"in", "since", "by", "until", "of", "from", "late", "early"})
_PERIODS = {"d": "day", "mo": "month", "m": "month", "yr": "year", "hr": "hour", "wk": "week"}
_RATES = frozenset(_PERIODS) | frozenset(_PERIODS.values()) | {"s", "sec", "min", "h"}


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
    if "/" in text[last.end : last.end + 2]:
        end, per = _per(text, last.end, last)
        if per:
            # "a $5/month plan", but not "$2/1M tokens": tokens are what it is per
            describes = _PER_WORD.fullmatch(text, last.end, end) is not None and attributive(text, at, end)
            said, _ = _say(text, at, first, second, describes=describes)
            return end, " ".join(filter(None, (_before(prefix), said + per)))
    plus = text.startswith("+", last.end) and not text[last.end + 1 : last.end + 2].isalnum()
    described = plus and not last.bare and attributive(text, at, last.end + 1)
    said, end = _say(text, at, first, second, describes=described)
    if text[end : end + 1].isalnum() or text[end : end + 1] == "_":
        return None
    if plus or last.more:
        said, end = f"{said} plus", end + plus
    elif last.currency and (named := _NAMED_TWICE.match(text, end)):  # "a $5 million-dollar home"
        end = named.end()
    elif rented := _RENTED.match(text, end):
        said, end = f"{said} {rented[1]} {rented[2]}", rented.end()
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
    second = amount(text, dash.end(), priced=bool(first.currency)) if dash else None
    if dash is None or second is None:
        return None
    spaced = dash[0].startswith(" ")
    if spaced and (first.bare != second.bare or _is_year(first)):
        return None
    if text[second.end : second.end + 2].lstrip().startswith("="):  # a sum, not a range
        return None
    if first.bare and second.bare and len(second.number) > 1 and second.number[0] == "0":  # a code
        return None
    if at and text[at - 1] == "-" and first.bare and second.bare:  # part of a code such as "b-1-5"
        return None
    return second


def _say(
    text: str, at: int, first: Amount, second: Amount | None, *, describes: bool = False
) -> tuple[str, int]:
    last = second or first
    hyphen = _HYPHEN_UNIT.match(text, last.end) if last.bare else None
    unit = units.lookup(hyphen["unit"]) if hyphen and hyphen["unit"] not in _NO_UNITS else None
    if hyphen and unit:
        last = Amount(last.number, "", "", unit, hyphen.end())
        first, second = (last, None) if second is None else (first, last)
    singular = describes or unit is not None or (not last.bare and _describes(text, at, last.end))
    if last.unit == _TIMES and singular and determined(text, at):
        last = Amount(last.number, "", last.scale, ("x", "x"), last.end)  # "a 10x engineer"
        first, second = (last, None) if second is None else (first, last)
    if second is None:
        as_year = _is_year(first) and not _is_count(text, at, first.end)
        return first.say(singular=singular, as_year=as_year), first.end
    return _say_range(text, at, first, second, singular=singular), second.end


def _describes(text: str, at: int, end: int) -> bool:
    return _ATTACHED.match(text, end) is not None or attributive(text, at, end)


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
    return counted(text, end) and word_before(text, at).lower() not in _AT


def _per(text: str, end: int, last: Amount) -> tuple[int, str]:
    """What follows as "/month", "/1M tokens", "/user/month"; the words begin with a space."""
    said = ""
    for _ in range(3):
        slash = _PER.match(text, end)
        if slash is None:
            break
        if slash[1]:
            base = amount(text, slash.end())
            if base is None or not last.currency or text[base.end : base.end + 1].isalnum():
                break
            said, end = f"{said} per {base.say(singular=False)}", base.end
            continue
        word = slash[2]
        if not word or (last.bare and word not in _RATES):
            break
        name = _PERIODS.get(word) or (units.lookup(word) or (word.lower(), ""))[0]
        said, end = f"{said} per {name}", slash.end() + len(word)
    return end, said


PAIR = rule("currency pair", "a", money.PAIR, lambda m: money.pair(m[1], m[2]))
RULE = Rule(
    "quantity",
    f"9a.~≈∼∽<>=≤≥⩽⩾+-−–±{money.FIRST}",
    _read,
    frozenset(code.lower() for code in money.CURRENCIES if code.isalpha()),
)
