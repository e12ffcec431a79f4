"""Quantities: how much of what, from "5" over "25–30%" to "~$0.15/1M tokens".

A quantity is an amount or a range of two, with signs before it and what it is per after it. An amount is a number with,
perhaps, a currency, a scale ("B", "million") and a unit.
"""

from __future__ import annotations

import re
from dataclasses import replace

from issuecast.write.spoken import money, numbers, ranges, rates, units, words
from issuecast.write.spoken.amounts import Amount, amount
from issuecast.write.spoken.context import (
    attributive,
    counted,
    determined,
    ends_sentence,
    with_pause,
    with_stop,
    word_after,
    word_before,
)
from issuecast.write.spoken.rules import Reading, Rule, lazy, rule

_PREFIX = lazy(
    r"""(?P<about>(?<!\w)[~≈∼∽]\ ?)?
        (?P<compare><=|>=|=<|[<>≤≥⩽⩾≲≳≪≫])?\ ?
        (?P<about2>(?<!\w)[~≈∼]\ ?)?
        (?P<sign>\+/?[-−–]\ ?(?=[\d.$€£¥])|(?<![\w.])[+−\-–](?=\S)|(?<=\s)[+](?=\S)|±\ ?)?""",
    re.VERBOSE,
)
_PER_WORD = lazy(r"(?: ?/ ?[a-z]+)+\.?")
_PLUS = lazy(r"\+(?![^\W_])|-plus(?!\w)")
_OWNED = lazy(r"['’]s(?!\w)")
_HYPHEN_UNIT = lazy(
    r"-(?P<unit>sq\.?[- ](?:ft|mi|in|yd|k?m)|in\.(?= [A-Za-z])|[A-Za-zµμ]{2,4}|[mhWVL](?=\ [a-z]))(?!\w)"
)
_READ_ELSEWHERE = lazy(
    r"(?:\d{1,4}[ -])?\d{1,4}[/⁄:]\d{1,4}(?![\d/:]|[.,]\d)|\d{1,4}(?:\.\d{1,4}){2,4}(?![\w,])|\d{1,3}[xyz]\ [+−=]"
)
"""Fractions, ratios, times, versions and terms: of "~2/3" only the sign is read here."""

_ATTACHED = lazy(r"-(?= (?:and|or|to) [$€£¥\d])|-(?!plus\b|[a-z]+ly\b)[a-z]")
_NAMED_TWICE = lazy(r"[- ](?:dollar|euro|pound|yen)s?(?!\w)")
_RENTED = lazy(r"-(an?|per)-([a-z]+)(?![\w-])")
_ANGLE = lazy(
    r"(\d{1,3})°\ ?(\d{1,2})['’′](?:\ ?(\d{1,2}(?:\.\d{1,3})?)(?:[\"”″]|''))?(?:\ ?([NSEW])(?!\w))?"
)
_HEIGHT = r"(\d{1,2})(?:['’′]\ ?|\ ?ft\ )(\d{1,2})(?:[\"”″]|\ ?in(?![\w]))(?!\d)"
_HEIGHTS = lazy(rf"{_HEIGHT}(?:[-–]{_HEIGHT})?")

_FEET = lazy(r"(\d{1,2})\ ?ft\.\ (\d{1,2})\ ?in(?:\.|(?!\w))")
_LOSS = lazy(r"([$€£])\((\d[\d,.]{0,12}+(?:[KMB]|bn)?)\)")
"""An amount in the brackets of accountants: "$(0.12)"."""
_PART = lazy(r"([$€£])(?:(\d{1,3})\ )?(\d)/([2-9])\ ([mbtr]+illion)(?!\w)")

_NO_UNITS = frozenset({"in", "us"})
_GIFTED = frozenset("engineer engineers developer developers programmer programmers coder coders".split())
_TIMES = ("times", "times")
_COMPARE = {"<": "less than", ">": "more than", "≤": "at most", "≥": "at least", "⩽": "at most", "⩾": "at least",
            "<=": "at most", "=<": "at most", ">=": "at least",
            "≲": "at most about", "≳": "at least about", "≪": "much less than", "≫": "much more than"}  # fmt: skip
_VARIABLE = lazy(r"(?<![\w'’.])(?:[b-hj-zB-HJ-Z]\ ?|[ax]|[a-z]\)\ ?)\Z")
"""What a comparison is with when it is one of numbers: "p > 0.05"."""
_SIGN = {"+": "plus", "±": "plus or minus"}
_COMPASS = {"N": "north", "S": "south", "E": "east", "W": "west"}
_AT = frozenset({"in", "since", "by", "until", "of", "from", "late", "early"})


def _read(text: str, at: int) -> Reading | None:
    return _form(text, at) or _quantity(text, at)


def _form(text: str, at: int) -> Reading | None:
    """What has a form of its own: "per kWh", "the low $40s", 5'11", 40°42′N."""
    if text[at] in rates.FIRST and (unit := rates.unit(text, at)):
        return unit
    if text[at] in money.FIRST:
        return _priced(text, at)
    if long := _FEET.match(text, at):
        stop = "." if long[0][-1] == "." and ends_sentence(text, long.end()) else ""
        return long.end(), f"{words.whole(long[1])} feet {words.whole(long[2])} inches{stop}"
    if tall := _HEIGHTS.match(text, at):
        heights = [height for height in (tall[1], tall[3]) if height]
        inches = (tall[2], tall[4])
        said = [
            f"{words.whole(feet)} foot {words.whole(rest)}"
            for feet, rest in zip(heights, inches, strict=False)
        ]
        return tall.end(), " to ".join(said)
    turned = _ANGLE.match(text, at)
    return (turned.end(), _angle(turned)) if turned else None


def _priced(text: str, at: int) -> Reading | None:
    """The forms of money: "$-5", "$(0.12)", "$1/2 million", "the low $40s"."""
    if text[at + 1 : at + 2] in {"-", "−", "–"}:
        return _quantity(f"{text[:at]}-{text[at]}{text[at + 2 :]}", at)
    if loss := _LOSS.match(text, at):
        said = _quantity(f"-{loss[1]}{loss[2]}", 0)
        return said and (loss.end(), said[1])
    if part := _PART.match(text, at):
        return part.end(), money.part(part)
    region = money.REGION.match(text, at)
    return (region.end(), money.region(region)) if region else None


def _quantity(text: str, at: int) -> Reading | None:
    prefix = _PREFIX.match(text, at)
    start = prefix.end() if prefix else at
    if start > at and (
        _READ_ELSEWHERE.match(text, start)
        or (text[at] in "<>=≤≥" and text[start : start + 1].isdecimal() and numbers.versioned(text, start))
    ):
        return start, _before(prefix, text[max(0, at - 3) : at])
    first = amount(text, start)
    if first is None or (at and text[at - 1].isdecimal()):
        return None
    second = ranges.other_end(text, first, at)
    reading = _rate(text, at, first, second) or _measure(text, at, first, second)
    return reading and (
        reading[0],
        " ".join(filter(None, (_before(prefix, text[max(0, at - 3) : at]), reading[1]))),
    )


def _angle(m: re.Match[str]) -> str:
    """40°42′46″N, in degrees, minutes and seconds."""
    parts = zip((m[1], m[2], m[3]), ("degree", "minute", "second"), strict=True)
    said = [f"{words.number(part)} {unit if part == '1' else f'{unit}s'}" for part, unit in parts if part]
    return " ".join(filter(None, (*said, _COMPASS.get(m[4]))))


def _rate(text: str, at: int, first: Amount, second: Amount | None) -> Reading | None:
    """An amount that is per something: "$5/month", "20 tokens/s", "$8 per seat/month"."""
    last = second or first
    things = rates.things(text, last)
    plus = text.startswith("+/", last.end)  # "10M+/day"
    slash = things.end() if things else last.end + plus
    if "/" not in text[slash : slash + 2]:
        return None
    end, per = rates.per(text, slash, last, bare=last.bare and not (first.currency or things))
    if not per:
        return None
    # "a $5/month plan", but not "$2/1M tokens": tokens are what it is per
    describes = (
        not things and _PER_WORD.fullmatch(text, last.end, end) is not None and attributive(text, at, end)
    )
    said, _ = _say(text, at, first, second, describes=describes)
    between = things[0].replace("\u00a0", " ") if things else " plus" if plus else ""
    return end, said + between + per


def _measure(text: str, at: int, first: Amount, second: Amount | None) -> Reading | None:
    """An amount or a range with what clings to it: "100K+", "a $5-a-week pass"."""
    last = second or first
    plus = _PLUS.match(text, last.end)
    described = plus is not None and not last.bare and _describes(text, at, plus.end())
    said, end = _say(text, at, first, second, describes=described)
    if text[end : end + 1].isalnum() or text[end : end + 1] == "_":
        return None
    if plus or last.more:
        end = plus.end() if plus else end
        measured = units.at(text, end) if last.bare else None  # "10+ GB"
        return (measured[0], f"{said} plus {measured[1][1]}") if measured else (end, f"{said} plus")
    if owned := _OWNED.match(text, end) if said[-1] == "s" and not last.bare else None:
        return owned.end(), f"{said}'"
    if not last.currency:
        before = word_before(text, at)
        numbers_name = first.bare and second is None and before.lower() != before
        return end, with_pause(said, text, end) if numbers_name else said
    if named := _NAMED_TWICE.match(text, end):  # "a $5 million-dollar home"
        return named.end(), said
    rented = _RENTED.match(text, end)
    return (rented.end(), f"{said} {rented[1]} {rented[2]}") if rented else (end, said)


def _before(prefix: re.Match[str] | None, lead: str) -> str:
    """What is said for the signs before a number, by what stands before them."""
    if prefix is None:
        return ""
    compare = _COMPARE.get(prefix["compare"] or "", "")
    if compare == "more than" and _VARIABLE.search(lead):
        compare = "greater than"
    about = "about" if prefix["about"] or prefix["about2"] else ""
    sign = (prefix["sign"] or "").strip()
    sign = _SIGN.get(sign) or ("plus or minus" if sign[0] == "+" else "minus") if sign else ""
    return " ".join(filter(None, (about, compare, sign)))


def _say(
    text: str, at: int, first: Amount, second: Amount | None, *, describes: bool = False
) -> tuple[str, int]:
    last = second or first
    hyphen = None if last.currency or last.unit else _HYPHEN_UNIT.match(text, last.end)
    unit = units.lookup(hyphen["unit"].rstrip(".")) if hyphen and hyphen["unit"] not in _NO_UNITS else None
    if hyphen and unit:
        last = replace(last, unit=unit, end=with_stop(text, hyphen.end()))
        first, second = (last, None) if second is None else (first, last)
    bare = last.bare and not first.currency  # "$100-200"
    singular = describes or unit is not None or (not bare and _describes(text, at, last.end))
    gifted = word_after(text, last.end) in _GIFTED
    if (
        last.unit == _TIMES and singular and (gifted or determined(text, at))
    ):  # "a 10x engineer", "a 5x–10x boost"
        first, second = _by_letter(first), second and _by_letter(second)
    if second is None:
        as_year = ranges.is_year(first) and not _is_count(text, at, first.end)
        return first.say(singular=singular, as_year=as_year), first.end
    return ranges.say(text, at, first, second, singular=singular), second.end


def _by_letter(value: Amount) -> Amount:
    return replace(value, unit=("x", "x")) if value.unit == _TIMES else value


def _describes(text: str, at: int, end: int) -> bool:
    return _ATTACHED.match(text, end) is not None or attributive(text, at, end)


def _is_count(text: str, at: int, end: int) -> bool:
    """Whether four digits count things: "1920 pixels", but "in 2024 sales rose"."""
    return counted(text, end) and word_before(text, at).lower() not in _AT


CURRENCY = rule(
    "currency alone",
    "a",
    r"((?:US|CA?|AU?|HK|NZ|NT|S|R)\$)(?!\ ?[\d.]|[A-Z]{2})",
    lambda m: money.CURRENCIES[m[1]][0],
)
PAIR = rule("currency pair", "a", money.PAIR, lambda m: money.pair(m[1], m[2]))
RULE = Rule(
    "quantity",
    f"9a.~≈∼∽<>=≤≥⩽⩾≲≳≪≫+-−–±{money.FIRST}",
    _read,
    frozenset(code.lower() for code in money.CURRENCIES if code.isalpha())
    | {"us", "per", *map(str.lower, rates.ALONE)},
)
