"""Ranges and changes: "25–30%", "$10 to $15 million", "2–3x", "80-20", "5% → 7%"."""

from __future__ import annotations

import re

from issuecast.write.spoken import money, words
from issuecast.write.spoken.amounts import Amount, amount
from issuecast.write.spoken.context import attributive, determined, words_before
from issuecast.write.spoken.rules import lazy

_DASH = lazy(
    r"[-–—−‑‒~](?=[\d.$€£¥₹<~])|\ [-–—]\ (?=[\d.$€£¥₹])|\ ?(?:→|->)\ ?(?=[\d.$€£¥])|\ (?:to|and|or)\ (?=[\d$€£¥])|-to-(?=[$€£¥])|/(?=[$€£¥]\d|\d{1,3}(?:\.\d{1,2})?%)"
)
_CHANGE = lazy("→|->")


def other_end(text: str, first: Amount, at: int) -> Amount | None:
    """The amount to which a range leads, if one does from the first amount on."""
    dash = _DASH.match(text, first.end)
    second = amount(text, dash.end(), priced=bool(first.currency)) if dash else None
    if dash is None or second is None:
        return None
    if dash[0] == "/":  # "$10/$30", "10%/20%", but "60/40%"
        return second if first.currency == second.currency and not first.bare else None
    if joint := _word(dash):
        joined = _one_scale(first, second) or (joint == "to" and _pair(text, at, first, second))
        return second if joined else None
    spaced = dash[0][0] == " " and not _CHANGE.search(dash[0])
    decimals = "." in first.number and "." in second.number
    if spaced and ((first.bare != second.bare and not decimals) or is_year(first)):
        return None
    return None if _is_code(text, at, first, second) else second


def _word(dash: re.Match[str]) -> str:
    """The word that stands between two amounts, if it is no sign."""
    word = dash[0].strip()
    return word if word.isalpha() else ""


def _pair(text: str, at: int, first: Amount, second: Amount) -> bool:
    """Whether two measures describe one thing together: "a $5 billion to $7 billion charge"."""
    return not (first.bare or second.bare) and determined(text, at) and attributive(text, at, second.end)


def _is_code(text: str, at: int, first: Amount, second: Amount) -> bool:
    """Whether what looks like a range is a sum ("5-3 = 2") or a part of a code ("b-1-5", "12-05")."""
    if text[second.end : second.end + 2].lstrip().startswith("=") and not is_year(first):
        return True
    coded = (second.number[0] == "0" and second.number[1:2].isdecimal()) or text[at - 1 : at] == "-"
    return coded and first.bare and second.bare


def _one_scale(first: Amount, second: Amount) -> bool:
    """Whether the scale of the other end is of both: "$10 to $15 million", but not "$500 to $1 million"."""
    return (
        first.currency == second.currency != ""
        and second.scale > first.scale == ""
        and float(first.number.replace(",", "")) < float(second.number.replace(",", ""))
    )


def say(text: str, at: int, first: Amount, second: Amount, *, singular: bool) -> str:
    """A range in words; a unit or a scale that both ends have is said once, unless the text has it twice."""
    dash = _DASH.match(text, first.end)
    spelled = _word(dash) if dash else ""
    if dash and dash[0] == "/":
        return f"{first.say(singular=False)}{' and' if first.currency else ','} {second.say(singular=False)}"
    joint = spelled or ("and" if "between" in words_before(text, at)[:1] else "to")
    if first.bare and second.bare:
        if not (dash and _CHANGE.search(dash[0])) and _halves(first, second) and not _voted(text, at):
            return f"{words.number(first.number)} {words.number(second.number)}"
        years = is_year(first) and (is_year(second) or _short_year(first, second))
        left = first.say(singular=False, as_year=years)
        return f"{left} {joint} {second.say(singular=False, as_year=years and is_year(second))}"
    if first.currency and (not second.currency or _one_scale(first, second)):  # "$5–10 million"
        right = money.say(first.currency, second.number, second.scale, singular=singular)
        scale = f" {first.scale}" if first.scale and first.scale != second.scale else ""
        return f"{words.number(first.number)}{scale} {joint} {right}"
    shared = not spelled and (first.unit == second.unit or not first.unit)
    left = first.say(singular=singular, unit=not shared)
    return f"{left} {joint} {second.say(singular=singular)}"


def _halves(first: Amount, second: Amount) -> bool:
    """ "50-50", "80-20": shares of a hundred."""
    both = first.number, second.number
    return all(len(n) == 2 and n.isdecimal() for n in both) and sum(map(int, both)) == 100


def _voted(text: str, at: int) -> bool:
    """Whether two numbers are the result of a vote: "passed 60–40"."""
    return words_before(text, at)[:1] in (
        ["voted"],
        ["passed"],
        ["approved"],
        ["rejected"],
        ["won"],
        ["lost"],
    )


def is_year(value: Amount) -> bool:
    """Whether a bare number looks like a year."""
    number = value.number
    return value.bare and len(number) == 4 and number.isdecimal() and 1000 < int(number) < 2100


def _short_year(first: Amount, second: Amount) -> bool:
    return (
        len(second.number) == 2 and second.number.isdecimal() and int(second.number) > int(first.number) % 100
    )
