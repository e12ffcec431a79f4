"""Dates, times of day and what else the calendar and the clock give."""

from __future__ import annotations

import re

from issuecast.write.spoken import words
from issuecast.write.spoken.context import ends_sentence, word_before
from issuecast.write.spoken.rules import Rule, rule

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_SHORT = {month[:3].lower(): month for month in _MONTHS} | {"sept": "September"}
_NAMES = {month.lower(): month for month in _MONTHS} | _SHORT
# Words of their own as well, so that they need more than a number beside them to be months.
_AMBIGUOUS = frozenset(
    {"may", "march", "mar", "jun", "dec", "sept", "sep", "oct", "nov", "jan", "apr", "aug"}
)

_MONTH = "(?P<month>(?i:January|February|March|April|May|June?|July?|August|September|October|November|December" \
    "|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec))"  # fmt: skip
_YEAR = r"(?P<year>[12]\d{3})(?![\d%]|[.,]\d|-\d{3})"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?P<th>st|nd|rd|th|ST|ND|RD|TH)?(?![\w%]|[.,:/]\d)"

_ZONES = {"ET": "Eastern time", "PT": "Pacific time", "CT": "Central time", "MT": "Mountain time"}
_ZONE = r"(?:\ ?\(?(?P<zone>[ECMP]\.?[SD]?\.?T|UTC|GMT|CES?T|BST|IST|JST|KST|SGT|HKT|A[EC][SD]T|WES?T|EES?T" \
    r"|e\.?[sd]\.?t|p\.?[sd]\.?t|utc|gmt|cet)(?![\w])\)?)?"  # fmt: skip
_HALF = r"(?P<half>[aApP])\.?\ ?[mM](?!\w)\.?"


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
    return _day(m["day"], _MONTHS[month - 1], m["year"], of=False, text=m.string, at=m.start())


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
    """ "on 12/23": only the word before tells it from a fraction."""
    if word_before(m.string, m.start()).lower() not in {
        "on",
        "by",
        "until",
        "before",
        "after",
        "since",
        "starting",
    }:
        return None
    month, day = int(m["month"]), int(m["day"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return _day(m["day"], _MONTHS[month - 1], None, of=False, text=m.string, at=m.start())


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
    if before in {"the", "early", "mid", "late", "his", "her", "their", "my", "your", "our"}:
        return True
    return (
        text[max(0, at - 4) : at].lower() in {"mid-", "ate-", "rly-"}
        or re.search(r"\d0s ?[-–]\Z", text[max(0, at - 6) : at]) is not None
    )


def _era(m: re.Match[str]) -> str:
    stop = "." if m["era"].endswith(".") and ends_sentence(m.string, m.end()) else ""
    return f"{words.year(int(m['year']))} {' '.join(m['era'].replace('.', '').upper())}{stop}"


def _clock(m: re.Match[str]) -> str | None:
    hour, minute = int(m["hour"]), m["minute"]
    if hour > 24 or (m["half"] and hour > 12):
        return None
    said = words.cardinal(hour)
    if minute and int(minute):
        said += f" {'oh ' if minute[0] == '0' else ''}{words.cardinal(int(minute))}"
    elif minute and not m["half"]:
        said += " hundred" if hour > 12 else " o'clock" if hour else " hundred"
    if m["half"]:
        said += f" {m['half'].upper()} M"
    if m["zone"]:
        zone = m["zone"].replace(".", "").upper()
        said += f" {_ZONES.get(zone) or ' '.join(zone)}"
    if m["half"] and m[0].endswith(".") and ends_sentence(m.string, m.end()):
        said += "."
    return said


def _hours(m: re.Match[str]) -> str:
    """ "9-11 am": the half of the day is said once."""
    until = _clock(m)
    said = words.cardinal(int(m["from"]))
    if m["from_minute"] and int(m["from_minute"]):
        said += f" {'oh ' if m['from_minute'][0] == '0' else ''}{words.cardinal(int(m['from_minute']))}"
    return f"{said} to {until}"


def _duration(m: re.Match[str]) -> str:
    """21:51:31, as long as something takes."""
    parts = [(int(m[name]), name) for name in ("hour", "minute", "second")]
    said = [f"{words.cardinal(n)} {name if n == 1 else words.plural(name)}" for n, name in parts]
    return f"{said[0]} {said[1]} and {said[2]}"


def _short_year(m: re.Match[str]) -> str:
    return words.reference(m[1])


_MONTH_WORDS = frozenset(_NAMES)

RULES: tuple[Rule, ...] = (
    rule("ISO date", "d", r"(?P<year>[12]\d{3})[-/.](?P<month>\d{2})[-/.](?P<day>\d{2})(?:T(?=\d))?(?![\d-])", _iso),
    rule(
        "date in figures", "d",
        r"(?P<first>\d{1,2})(?P<sep>[-/.])(?P<second>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d)(?![\w])", _slashed,
    ),
    rule("date after 'on'", "d", r"(?P<month>\d{1,2})/(?P<day>\d{1,2})(?![\w/])", _bare_slashed),
    rule("year and month", "d", r"(?P<year>20[0-4]\d)-(?P<month>0[1-9])(?![\w-])", _year_month),
    rule(
        "month and day", "l",
        rf"{_MONTH}(?:\.?\ |-){_DAY}(?:\ ?[-–]\ ?(?P<until>[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w%]|[.,]\d))?"
        rf"(?:(?:,?\ |-){_YEAR})?",
        _month_first, words=_MONTH_WORDS,
    ),
    rule("month and year", "l", rf"{_MONTH}\.?,?\ {_YEAR}", _month_year, words=_MONTH_WORDS),
    rule("day and month", "d", rf"{_DAY}(?:\ of)?\ {_MONTH}(?:(?!\w)|\b\.)(?:,?\ {_YEAR})?", _day_first),
    rule("decade", "ds", r"(?P<quote>['’‘])?(?P<decade>(?:[12]\d)?\d0)['’]?\ ?s(?!\w)", _decade),
    rule("short year", "s", r"['’](\d\d)(?!\w)", _short_year),
    rule("era", "d", r"(?P<year>\d{1,4})\ ?(?P<era>A\.?D\b\.?|B\.?C(?:\.?E)?\b\.?|CE\b)", _era),
    rule("duration", "d", r"(?P<hour>\d{1,3}):(?P<minute>[0-5]\d):(?P<second>[0-5]\d)(?![\d:])", _duration),
    rule(
        "hours", "d",
        rf"(?P<from>\d{{1,2}})(?::(?P<from_minute>[0-5]\d))?\ ?[-–]\ ?(?P<hour>\d{{1,2}})(?::(?P<minute>[0-5]\d))?\ ?{_HALF}{_ZONE}",
        _hours,
    ),
    rule("time", "d", rf"(?P<hour>\d{{1,2}})(?::(?P<minute>[0-5]\d))?\ ?{_HALF}{_ZONE}", _clock),
    rule("time of 24 hours", "d", rf"(?P<hour>\d{{1,2}}):(?P<minute>[0-5]\d)(?P<half>(?!))?(?![\d:]){_ZONE}", _clock),
)  # fmt: skip
