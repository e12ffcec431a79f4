"""Dates, decades, eras: what the calendar gives."""

from __future__ import annotations

import re

from issuecast.write.spoken import times, words
from issuecast.write.spoken.context import ends_sentence, word_after, word_before
from issuecast.write.spoken.rules import Rule, rule

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_SHORT = {month[:3].lower(): month for month in _MONTHS} | {"sept": "September"}
_NAMES = {month.lower(): month for month in _MONTHS} | _SHORT
_WEEKDAYS = {"Mon": "Monday", "Tue": "Tuesday", "Wed": "Wednesday", "Thu": "Thursday", "Fri": "Friday", "Sat": "Saturday",
             "Sun": "Sunday"}  # fmt: skip
_DATED = frozenset("on by until before after since starting due dated through thru from".split()) | frozenset(
    day.lower() for short, full in _WEEKDAYS.items() for day in (short, full, "tues", "thurs")
)
_OF = frozenset("of the scale inch inches second seconds as in".split())
_STARTS_ROW = re.compile(r"(?:\A|\n)\s*\Z")
_ROW = re.compile(r":|\ ?[-–—]\ ")
# Words of their own as well, so that they need more than a number beside them to be months.
_AMBIGUOUS = frozenset(
    {"may", "march", "mar", "jun", "dec", "sept", "sep", "oct", "nov", "jan", "apr", "aug"}
)

_DAY_NAME = "(Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)"
_SHORT_NAME = "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
_DATE = re.compile(rf"\s?(?:{_SHORT_NAME}[a-z]*\.?\s\d|\d{{1,2}}\s{_SHORT_NAME})")
_DATE_BEFORE = re.compile(
    rf"(?:{_SHORT_NAME}[a-z]*\.?\s\d{{1,2}}(?:st|nd|rd|th)?|\d\s{_SHORT_NAME}[a-z]*\.?)(?:,?\s\d{{4}})?\s?\Z"
)
_MONTH = "(?P<month>(?i:January|February|March|April|May|June?|July?|August|September|October|November|December" \
    "|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec))"  # fmt: skip
_YEAR = r"(?P<year>[12]\d{3})(?![\d%]|[.,]\d|-\d{3})"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?P<th>st|nd|rd|th|ST|ND|RD|TH)?(?![\w%]|[.,:/]\d)"


def _day(day: str, month: str, year: str | None, *, of: bool, text: str, at: int) -> str:
    said = words.ordinal(int(day))
    if of:
        the = "" if word_before(text, at).lower() == "the" else "the "
        return f"{the}{said} of {month}" + (f" {words.year(int(year))}" if year else "")
    return f"{month} {said}" + (f", {words.year(int(year))}" if year else "")


def _iso(m: re.Match[str]) -> str | None:
    month, day = int(m["month"]), int(m["day"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    said = _day(m["day"], _MONTHS[month - 1], m["year"], of=False, text=m.string, at=m.start())
    return (
        said
        + (f", {times.clock(int(m['hour']), m['minute'])}" if m["hour"] else "")
        + (" U T C" if m["zulu"] else "")
    )


def _slashed(m: re.Match[str]) -> str | None:
    """10/06/2005 as Americans write it; the day first where the other is no month, and with other separators."""
    first, second = int(m["first"]), int(m["second"])
    year = m["year"] if len(m["year"]) == 4 else f"20{m['year']}"
    month, day, of = first, second, False
    if m["sep"] != "/" or first > 12:
        month, day, of = second, first, True
    if month > 12 and first <= 12:
        month, day, of = first, second, False
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return _day(str(day), _MONTHS[month - 1], year, of=of, text=m.string, at=m.start())


def _bare_slashed(m: re.Match[str]) -> str | None:
    """ "on 12/23", "11/28": the words around tell it from a fraction, or that nobody divides by such a number."""
    month, day = int(m["month"]), int(m["day"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    heads = _STARTS_ROW.search(m.string[: m.start()]) and _ROW.match(m.string, m.end())
    dated = heads or word_before(m.string, m.start()).lower() in _DATED
    odd = month > 1 and day > 12 and day != 16 and word_after(m.string, m.end()).lower() not in _OF
    if not (dated or odd):
        return None
    return _day(m["day"], _MONTHS[month - 1], None, of=False, text=m.string, at=m.start())


def _days(m: re.Match[str]) -> str:
    """Mon–Fri."""
    return f"{_WEEKDAYS[m[1][:3]]} to {_WEEKDAYS[m[2][:3]]}"


def _weekday(m: re.Match[str]) -> str | None:
    stopped = m[0][-1] == "."
    if stopped and m[1] in {"Sun", "Sat"} and not _DATE.match(m.string, m.end()):
        return None
    stop = "." if stopped and ends_sentence(m.string, m.end()) else ""
    return _WEEKDAYS[m[1][:3]] + stop


def _months(m: re.Match[str]) -> str:
    """Jan–Mar."""
    return f"{_SHORT[m[1].lower()]} to {_SHORT[m[2].lower()]}"


def _short_month(m: re.Match[str]) -> str:
    """ "Sept.", "Mar '24"."""
    year = f" {words.year(2000 + int(m[2]))}" if m[2] else ""
    stop = "." if m[0][-1] == "." and ends_sentence(m.string, m.end()) else ""
    return f"{_SHORT[m[1].lower()]}{year}{stop}"


def between(text: str, start: int, end: int) -> bool:
    """Whether a dash stands between two dates: "Aug 12 - Sep 4"."""
    return (
        _DATE_BEFORE.search(text[max(0, start - 20) : start]) is not None
        and _DATE.match(text, end) is not None
    )


def _month_first(m: re.Match[str]) -> str | None:
    name = m["month"]
    if name.islower() and name in _AMBIGUOUS and not m["year"]:
        return None
    month = _NAMES[name.lower()]
    said = _day(m["day"], month, None, of=False, text=m.string, at=m.start())
    if m["until"]:
        said += f" to {words.ordinal(int(m['until']))}"
    return said + (f", {words.year(int(m['year']))}" if m["year"] else "")


def _month_year(m: re.Match[str]) -> str:
    return f"{_NAMES[m['month'].lower()]} {words.year(int(m['year']))}"


def _day_first(m: re.Match[str]) -> str | None:
    name = m["month"]
    if name.islower() and name in _AMBIGUOUS and not (m["year"] or m["th"]):
        return None
    if word_before(m.string, m.start()).lower() in _NAMES:  # "Jan 5 May …" is no date of May
        return None
    return _day(m["day"], _NAMES[name.lower()], m["year"], of=True, text=m.string, at=m.start())


def _year_month(m: re.Match[str]) -> str:
    return f"{_MONTHS[int(m['month']) - 1]} {words.year(int(m['year']))}"


def _decade(m: re.Match[str]) -> str | None:
    written = m["decade"]
    if len(written) == 2 and not m["quote"] and not _of_years(m.string, m.start()):
        return None
    return words.decade(written)


def _of_years(text: str, at: int) -> bool:
    """Whether "30s" are years and not seconds, by what leads up to them."""
    before = word_before(text, at).lower()
    if before in _LIVED:
        return True
    return (
        text[max(0, at - 4) : at].lower() in {"mid-", "ate-", "rly-"}
        or re.search(r"\d0s ?[-–]\Z", text[max(0, at - 6) : at]) is not None
    )


def _era(m: re.Match[str]) -> str:
    stop = "." if m["era"].endswith(".") and ends_sentence(m.string, m.end()) else ""
    return f"{words.year(int(m['year']))} {' '.join(m['era'].replace('.', '').upper())}{stop}"


def _short_year(m: re.Match[str]) -> str:
    return f"oh {words.cardinal(int(m[1]))}" if m[1][0] == "0" else words.cardinal(int(m[1]))


_LIVED = frozenset({"the", "early", "mid", "late", "his", "her", "their", "my", "your", "our"})
_MONTH_WORDS = frozenset(_NAMES)
_DAY_WORDS = frozenset("mon tue tues wed thu thur thurs fri sat sun".split())

RULES: tuple[Rule, ...] = (
    rule(
        "ISO date", "9",
        r"(?P<year>[12]\d{3})[-/.](?P<month>\d{2})[-/.](?P<day>\d{2})"
        r"(?:[T\ ](?P<hour>[01]\d|2[0-4]):(?P<minute>[0-5]\d)(?::\d\d(?:\.\d{1,9})?)?(?:(?P<zulu>Z)|\ ?[+-]\d\d:?\d\d)?)?"
        r"(?!\w|-\d)",
        _iso,
    ),
    rule(
        "date in figures", "9",
        r"(?P<first>\d{1,2})(?P<sep>[-/.])(?P<second>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d|(?<=/)\d\d)(?![\w/])", _slashed,
    ),
    rule("date after 'on'", "9", r"(?P<month>\d{1,2})/(?P<day>\d{1,2})(?![\w/])", _bare_slashed),
    rule("year and month", "9", r"(?P<year>20[0-4]\d)-(?P<month>0[1-9])(?![\w-])", _year_month),
    rule(
        "month and day", "a",
        rf"{_MONTH}(?:\.?\ |-){_DAY}(?:\ ?[-–]\ ?(?P<until>[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w%]|[.,]\d))?"
        rf"(?:(?:,?\ |-){_YEAR})?",
        _month_first, words=_MONTH_WORDS,
    ),
    rule("month and year", "a", rf"{_MONTH}\.?,?\ {_YEAR}", _month_year, words=_MONTH_WORDS),
    rule("day and month", "9", rf"{_DAY}(?:\ of)?\ {_MONTH}(?:(?!\w)|\b\.)(?:,?\ {_YEAR})?", _day_first),
    rule("decade", "9'’‘", r"(?P<quote>['’‘])?(?P<decade>(?:[12]\d)?\d0)['’]?\ ?s(?!\w)", _decade),
    rule("weekdays", "a", rf"{_DAY_NAME}\.?\ ?(?:[-–—]|to)\ ?{_DAY_NAME}(?!\w)", _days, _DAY_WORDS),
    rule("weekday", "a", rf"{_DAY_NAME}(?:\.(?!\w)|(?=,?\ (?:the\ )?\d|,?\ {_SHORT_NAME}))", _weekday, _DAY_WORDS),
    rule("months", "a", rf"{_SHORT_NAME}\.?\ ?[-–—]\ ?{_SHORT_NAME}(?![\w])", _months, _MONTH_WORDS),
    rule("short month", "a", rf"{_SHORT_NAME}(?:\.?\ ['’](\d\d)(?!\w)|(?<!May)\.(?!\w)|(?<=Feb|Apr|Aug|Sep|Oct|Nov|Dec)(?!\w)|(?<=Sept)(?!\w))", _short_month, _MONTH_WORDS),
    rule("short year", "'’", r"['’](\d\d)(?!\w)", _short_year),
    rule("era", "9", r"(?P<year>\d{1,4})\ ?(?P<era>A\.?D\b\.?|B\.?C(?:\.?E)?\b\.?|CE\b)", _era),
)  # fmt: skip
