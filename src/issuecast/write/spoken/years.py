"""Years, decades, eras, seasons: "2024/25", "the '60s", "44 B.C."."""

from __future__ import annotations

import re

from issuecast.write.spoken import words
from issuecast.write.spoken.context import counted, ends_sentence, word_after, word_before, words_before
from issuecast.write.spoken.rules import Rule, lazy, rule

# These lead up to years of a life or of a century: "in her 30s", "the roaring 20s".
_LIVED = frozenset(
    "the early mid late low lower high upper roaring swinging his her their its my your our".split()
)
_DECADES_BEFORE = lazy(
    rf"(?:\d\d|['’‘]|\b(?i:{'|'.join(sorted(_LIVED))})[ -])\d0['’]?s,?(?:\ (?:and|&|or|to|through|thru|into)\ |\ ?[-–—]\ ?)"
    r"(?:(?:early|mid|late)[ -])?\Z"
)
_PAST = frozenset(
    "babies classics comedy era fashion hit hits kid kids movie movies music nostalgia pop rock rom-com sitcom sitcoms "
    "style teen teens throwback trend trends vibes".split()
)
"""Words for which a decade is known: "90s kids"."""
_REACH = 40
_YEARLY = frozenset("season school academic fiscal financial budget recession crisis campaign winter".split())
_AT = frozenset("in by until till since year before after past through around of".split())
_LINKS = frozenset("and or to versus vs".split())
_YEAR = lazy(r"[12]\d{3}")
_MEASURED = frozenset("percent basis square points".split())


def _decade(m: re.Match[str]) -> str | None:
    written = m["decade"]
    if m["quote"] and written == "00":
        return words.decade("2000")
    past = word_after(m.string, m.end()).lower() in _PAST and "50" <= written <= "90"
    if len(written) == 2 and not (m["quote"] or m["of"] or past) and not _of_years(m.string, m.start()):
        return None
    return words.decade(written)


def _of_years(text: str, at: int) -> bool:
    """Whether "30s" are years and not seconds, by what leads up to them."""
    if word_before(text, at).lower().rpartition("-")[2] in _LIVED:
        return True
    before = text[max(0, at - _REACH) : at]
    return before[-4:].lower() in {"mid-", "ate-", "rly-"} or _DECADES_BEFORE.search(before) is not None


def _span(m: re.Match[str]) -> str | None:
    """2008–09, 2024-'25, 1995–6 and 2019–present; other ranges of years are quantities."""
    first = words.year(int(m["first"]))
    if m["now"]:
        return f"{first} to {m['now']}"
    last = m["last"]
    if len(last) == 3:
        return f"{first} to {short(last[1:])}"
    if len(last) == 1:
        return f"{first} to {words.cardinal(int(last))}" if int(last) == int(m["first"][-1]) + 1 else None
    following = int(last) == (int(m["first"]) + 1) % 100
    if m["sep"] == "-" and not (following and _is_yearly(m.string, m.start(), m.end())):
        return None  # a month
    turn = words.year(int(m["first"][:2]) * 100 + 100) if last == "00" else short(last)
    return f"{first} to {turn}"


def _is_yearly(text: str, start: int, end: int) -> bool:
    return word_before(text, start).lower() == "the" or word_after(text, end).lower() in _YEARLY


def _season(m: re.Match[str]) -> str | None:
    """2024/25, two years that follow each other."""
    if int(m[2][-2:]) != (int(m[1]) + 1) % 100:
        return None
    return f"{words.year(int(m[1]))} {words.year(int(m[2]))}"


def _far(m: re.Match[str]) -> str | None:
    """ "by 2100", which is no quantity of anything."""
    before, earlier, *_ = [*words_before(m.string, m.start()), "", ""]
    at = before in _AT or (before in _LINKS and _YEAR.fullmatch(earlier))
    after = word_after(m.string, m.end()).lower()
    return words.year(int(m[0])) if at and after not in _MEASURED and not counted(m.string, m.end()) else None


def _round(m: re.Match[str]) -> str:
    """ "100s of users" → "hundreds", which are neither seconds nor a decade."""
    said = words.plural(words.cardinal(int(m[1].replace(",", ""))).removeprefix("one "))
    return said if " " not in said else said.replace(" ", "s of ", 1)


def _era(m: re.Match[str]) -> str:
    stop = "." if m["era"].endswith(".") and ends_sentence(m.string, m.end()) else ""
    return f"{words.year(int(m['year']))} {' '.join(m['era'].replace('.', '').upper())}{stop}"


def short(written: str) -> str:
    """The last two digits of a year: "08" → "oh eight"."""
    return f"oh {words.cardinal(int(written))}" if written[0] == "0" else words.cardinal(int(written))


SPANS: tuple[Rule, ...] = (
    rule(
        "span of years", "9",
        r"(?P<first>1[5-9]\d\d|20\d\d)\ ?(?P<sep>[-–—])\ ?(?:(?P<last>0\d|\d|['’]\d\d)|(?P<now>present|now|today|current))(?![\w%-]|[.,:/]\d)",
        _span,
    ),
    rule("season", "9", r"((?:19|20)\d\d)/((?:19|20)?\d\d)(?![\w/])", _season),
)  # fmt: skip
"""Asked before months in figures."""

RULES: tuple[Rule, ...] = (
    rule("from era to era", "-–—", r"(?<=[CDE.])[-–—](?=A\.?D\b|\d{1,4}\ ?(?:A\.?D|B\.?C|CE)\b)", lambda _: "to"),
    rule("round numbers", "9", r"(10{1,5}|10{0,2},000)s(?=\ (?:of|or|and)\b)", _round),
    rule("far year", "9", r"2[1-9]\d\d(?![\w%]|[.,:]\d|[-–/]\w)", _far),
    rule("decade", "9'’‘", r"(?P<quote>['’‘])?(?P<decade>(?:[12]\d)?\d0|[1-9]00(?=s\ (?:A\.?D|B\.?C|CE)))(?P<of>['’])?\ ?s(?!\w)", _decade),
    rule("short years", "'’", r"['’](\d\d)\ ?[-–—]\ ?['’]?(\d\d)(?!\w)", lambda m: f"{short(m[1])} to {short(m[2])}"),
    rule("short year", "'’", r"['’](\d\d)(?!\w)", lambda m: short(m[1])),
    rule("era", "9", r"(?P<year>\d{1,4})\ ?(?P<era>A\.?D\b\.?|B\.?C(?:\.?E)?\b\.?|CE\b)", _era),
)  # fmt: skip
