"""Quarters, halves and fiscal years, as analysts write them: "Q4 FY25", "3Q25E", "1H26", "FQ3"."""

from __future__ import annotations

import re

from issuecast.write.spoken import words
from issuecast.write.spoken.rules import Rule, rule

_FOLLOWING = r"[- \u00a0]?(?=[FC]Y[ \u00a0]?['’]?\d\d)"
"""The fiscal year of a quarter comes next, and is read by its own rule."""
_TO = r"(?P<to>[-–](?=(?:[FC]Y|F?Q)\d|[1-4]Q|[12]H))?"
"""Another one follows: a range."""
_CERTAIN = {"E": " estimated", "A": " actual", None: ""}


def _fiscal(m: re.Match[str]) -> str:
    kind = "fiscal" if m["kind"] == "FY" else "calendar"
    until = f" to {_until(m['until'])}" if m["until"] else ""
    return f"{kind} year {_year(m['year'])}{until}{_after(m)}"


def _after(m: re.Match[str]) -> str:
    return _CERTAIN[m["certain"]] + (" to" if m["to"] else "")


def _year(written: str) -> str:
    """ "25" and "2025" → "twenty twenty-five"."""
    return words.year(int(written[-2:]) + 2000)


def _until(written: str) -> str:
    return words.cardinal(int(written)) if len(written) == 2 else _year(written)


def _ordinal_part(m: re.Match[str]) -> str:
    """3Q25 → "third quarter twenty twenty-five", 2H, 1Q before "FY26"."""
    fiscal = "fiscal " if m["fiscal"] else ""
    said = f"{fiscal}{words.ordinal(int(m['part']))} {'quarter' if m['kind'] == 'Q' else 'half'}"
    if m["year"]:
        return f"{said} {_year(m['year'])}{_after(m)}"
    return said if m["next"] is None else f"{said} of"


def _quarter(m: re.Match[str]) -> str:
    """Q3'25, FQ3, Q4 before "FY25"."""
    year = f" {_year(m['year'])}{_after(m)}" if m["year"] else ""
    return f"{'fiscal ' if m['fiscal'] else ''}Q {words.cardinal(int(m['part']))}{year}"


def _quarters(m: re.Match[str]) -> str:
    return f"Q {words.cardinal(int(m[1]))} to Q {words.cardinal(int(m[2]))}"


def _half(m: re.Match[str]) -> str:
    year = f" {_year(m['year'])}{_after(m)}" if m["year"] else ""
    return f"{'first' if m['part'] == '1' else 'second'} half of{year}"


def _months(m: re.Match[str]) -> str:
    """9M25."""
    return f"{words.cardinal(int(m[1]))} months of {_year(m[2])}"


def _estimated(m: re.Match[str]) -> str:
    """2025E, of analysts."""
    return f"{words.year(int(m[1]))} estimated"


RULES: tuple[Rule, ...] = (
    rule("fiscal year", "a", rf"(?P<kind>FY|CY)[ \u00a0\u202f]?['’]?(?P<year>20\d\d|\d\d)(?:[-/–]['’]?(?P<until>(?:20)?\d\d))?(?P<certain>[EA])?(?:(?!\w){_TO}|(?=Q[1-4](?!\w)))", _fiscal, frozenset({"fy", "cy"})),
    rule("quarter by its ordinal", "9a", rf"(?P<fiscal>FY?)?(?P<part>[1-4])(?P<kind>Q|(?<=[12])H)(?:(?P<next>{_FOLLOWING})|(?:[- \u00a0]?['’]?20|[- \u00a0]?['’]|)(?P<year>\d\d)(?P<certain>[EA])?(?!\w){_TO}|(?![\w&'’-]))", _ordinal_part),
    rule("quarters", "a", r"Q([1-4])\ ?[-–]\ ?Q?([1-4])(?!\w)", _quarters),
    rule("quarter", "a", rf"(?P<fiscal>F)?Q(?P<part>[1-4])(?:{_FOLLOWING}|(?:\ ?['’]|[-/](?:20)?(?=2)|(?=2))(?P<year>\d\d)(?P<certain>[EA])?(?!\w){_TO}|(?<=FQ\d)(?!\w))", _quarter),
    rule("half year", "a", rf"H(?P<part>[12])(?:\ ?(?:20|['’])(?P<year>\d\d)(?P<certain>[EA])?(?!\w){_TO}|{_FOLLOWING})", _half),
    rule("months", "9", r"([369])M(?:['’]?|\ 20)(2\d)(?!\w)", _months),
    rule("estimated year", "9", r"(20[0-4]\d)E(?!\w)", _estimated),
)  # fmt: skip
