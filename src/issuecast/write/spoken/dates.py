"""Dates: days, weekdays and months, as the calendar has them; years are in years.py."""

from __future__ import annotations

import re

from issuecast.write.spoken import times, words, years
from issuecast.write.spoken.context import counted, ends_sentence, word_after, word_before
from issuecast.write.spoken.rules import Rule, lazy, rule

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_SHORT = {month[:3].lower(): month for month in _MONTHS} | {"sept": "September"}
_NAMES = {month.lower(): month for month in _MONTHS} | _SHORT
_WEEKDAYS = {"Mon": "Monday", "Tue": "Tuesday", "Wed": "Wednesday", "Thu": "Thursday", "Fri": "Friday", "Sat": "Saturday",
             "Sun": "Sunday"}  # fmt: skip
_LEADING = frozenset("on by until before after since starting due dated through thru from".split())
_DATED = _LEADING | {day.lower() for pair in _WEEKDAYS.items() for day in pair} | {"tues", "thurs"}
_PARTED = frozenset("day page part slide step".split())
_OF_DATES = lazy(r"\b(?i:week|weekend|month|night|morning|evening|quarter|as)\ of\ \Z")
_MOST_PARTS = 16  # in which something is divided, as a rule
_LATEST = "59"  # of the years that are written with two digits and are of this century
_COUNTED = frozenset("people men women children more other others".split())
_OF = frozenset("of the scale inch inches second seconds as in".split())
_STARTS_ROW = lazy(r"(?:\A|\n)\s*\Z")
_ROW = lazy(r":|\ ?[-–—]\ ")
# Words of their own as well, so that they need more than a number beside them to be months.
_AMBIGUOUS = frozenset({"may", "march", "mar"})

_DAY_NAME = "(Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)"
_DAYS_BEFORE = lazy(rf"\b{_DAY_NAME}\.?(?:,|\ ?[&/]|,?\ and|,?\ or)\ ?\Z|\b(?:on|next|this|last)\ \Z")
_DAYS_AFTER = lazy(rf"(?:,|\ ?[&/]|,?\ and|,?\ or)\ ?{_DAY_NAME}(?!\w)")
_SHORT_NAME = "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
_NUMBER = lazy(r"\ \d{1,2}(?!\w)")
_DATE = lazy(rf"\s?(?:{_SHORT_NAME}[a-z]*\.?\s\d|\d{{1,2}}(?:\s{_SHORT_NAME}|/\d))")
_DATE_BEFORE = lazy(
    rf"(?:{_SHORT_NAME}[a-z]*\.?\s\d{{1,2}}(?:st|nd|rd|th)?|\d\s{_SHORT_NAME}[a-z]*\.?)(?:,?\s\d{{4}})?\s?\Z"
)
_MONTH = "(?P<month>(?i:January|February|March|April|May|June?|July?|August|September|October|November|December" \
    "|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec))"  # fmt: skip
_YEAR = r"(?P<year>[12]\d{3})(?![\d%]|[.,]\d|-\d{3})"
_IN_MONTH = r"(?:0?[1-9]|[12]\d|3[01])"
_DAY = rf"(?P<day>{_IN_MONTH})(?P<th>st|nd|rd|th|ST|ND|RD|TH)?(?![\w%]|[.,:/]\d)"
_OTHER = rf"{_IN_MONTH}(?:st|nd|rd|th)?(?![\w%]|[.,:/]\d|\ ?[ap]\.?m\b|\ (?:percent|hundred|thousand|[mbtr]+illion)\b)"
_LINK = r"(?:\ ?[-–—]\ ?|,?\ (?:to|and|or|through|thru|&)\ )"


def _day(day: str, month: str, year: str | None, *, of: bool, text: str, at: int) -> str:
    said = words.ordinal(int(day))
    if of:
        the = "" if word_before(text, at).lower() == "the" else "the "
        return f"{the}{said} of {month}" + (f" {words.year(int(year))}" if year else "")
    return f"{month} {said}" + (f", {words.year(int(year))}" if year else "")


def _ascending(written: str) -> bool:
    days = list(map(int, re.findall(r"\d+", written)))
    return days == sorted(set(days))


def _days_of(written: str) -> str:
    """More days of a month: "–5", ", 8 and 15" → " to fifth", ", eighth and fifteenth"."""
    linked = re.sub(r"\ ?[-–—]\ ?", " to ", written).replace("&", "and")
    return re.sub(r"(\d+)[a-z]*", lambda day: words.ordinal(int(day[1])), linked)


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
    year = m["year"] if len(m["year"]) == 4 else _of_century(m["year"])
    month, day, of = first, second, False
    if m["sep"] != "/" or first > 12:
        month, day, of = second, first, True
    if month > 12 and first <= 12:
        month, day, of = first, second, False
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return _day(str(day), _MONTHS[month - 1], year, of=of, text=m.string, at=m.start())


def _of_century(year: str) -> str:
    """ "26" → "2026", "76" → "1976"."""
    return f"{'19' if year > _LATEST else '20'}{year}"


def _bare_slashed(m: re.Match[str]) -> str | None:
    """ "on 12/23", "11/28": the words around tell it from a fraction, or that nobody divides by such a number."""
    month, day = int(m["month"]), int(m["day"])
    if not (1 <= month <= 12 and 1 <= day <= 31) or word_before(m.string, m.start()).lower() in _PARTED:
        return None
    heads = _STARTS_ROW.search(m.string[: m.start()]) and _ROW.match(m.string, m.end())
    before = word_before(m.string, m.start())
    dated = heads or before.lower() in (_DATED if before.istitle() else _LEADING)
    dated = bool(dated or _OF_DATES.search(m.string[max(0, m.start() - 14) : m.start()]))
    # No such parts, or more than a whole: but "12/10" is how much they like it.
    odd = (month > 1 and day > 12 and day != 16) or (month > 9 and month > day != 10)
    odd = odd and word_after(m.string, m.end()).lower() not in _OF
    if not (dated or odd):
        return None
    return _day(m["day"], _MONTHS[month - 1], None, of=False, text=m.string, at=m.start())


def _span(m: re.Match[str]) -> str | None:
    """11/20–11/22, 11/20–22; "1/2–3/4" are fractions, but no fraction is as great as one."""
    first, last = (int(m[1]), int(m[2])), (int(m[3] or m[1]), int(m[4]))
    if not all(1 <= month <= 12 and 1 <= day <= 31 for month, day in (first, last)) or (
        not m[3] and last <= first
    ):
        return None
    dated = (
        word_before(m.string, m.start()).lower() in _LEADING or first[0] >= first[1] or last[1] > _MOST_PARTS
    )
    if not dated:
        return None
    month = f"{_MONTHS[last[0] - 1]} " if m[3] else ""
    return f"{_MONTHS[first[0] - 1]} {words.ordinal(first[1])} to {month}{words.ordinal(last[1])}"


def _weekdays(m: re.Match[str]) -> str:
    """Mon–Fri."""
    return f"{_WEEKDAYS[m[1][:3]]} to {_WEEKDAYS[m[2][:3]]}"


def _weekday(m: re.Match[str]) -> str | None:
    stopped = m[0][-1] == "."
    if stopped and m[1] in {"Sun", "Sat"} and not (_DATE.match(m.string, m.end()) or _beside_day(m)):
        return None
    number = _NUMBER.match(m.string, m.end())
    if number and m[1] in {"Sun", "Sat"} and counted(m.string, number.end()):  # "the Sun 5 times"
        return None
    stop = "." if stopped and ends_sentence(m.string, m.end()) else ""
    return _WEEKDAYS[m[1][:3]] + stop


def _weekday_of_row(m: re.Match[str]) -> str | None:
    """ "Mon, Wed, Fri", "Sat & Sun"."""
    return _WEEKDAYS[m[1][:3]] if _beside_day(m) else None


def _beside_day(m: re.Match[str]) -> bool:
    """Whether another day of the week stands beside one, or "on"."""
    before = m.string[max(0, m.start() - 12) : m.start()]
    return (_DAYS_BEFORE.search(before) or _DAYS_AFTER.match(m.string, m.end())) is not None


def _months(m: re.Match[str]) -> str:
    """Jan–Mar, Jan–Sept '25."""
    year = f" {words.year(int(_of_century(m['short'])))}" if m["short"] else ""
    return f"{_NAMES[m['month'].lower()]} to {_NAMES[m['until'].lower()]}{year}"


def _short_month(m: re.Match[str]) -> str:
    """ "Sept.", "in Nov we", "Jan/Feb"."""
    stop = "." if m[0][-1] == "." and ends_sentence(m.string, m.end()) else ""
    return f"{_SHORT[m[1].lower()]}{stop}"


def between(text: str, start: int, end: int) -> bool:
    """Whether a dash stands between two dates: "Aug 12 - Sep 4"."""
    return (
        _DATE_BEFORE.search(text[max(0, start - 20) : start]) is not None
        and _DATE.match(text, end) is not None
    )


def _month_first(m: re.Match[str], more: str = "") -> str | None:
    name = m["month"]
    if name.islower() and name in _AMBIGUOUS and not m["year"]:
        return None
    if name in _MONTHS and word_before(m.string, m.start()).lower() == "in" and _counts(m):
        return None
    said = _day(m["day"], _NAMES[name.lower()], None, of=False, text=m.string, at=m.start()) + more
    return said + (f", {words.year(int(m['year']))}" if m["year"] else "")


def _counts(m: re.Match[str]) -> bool:
    """Whether the last number counts things: "in May 3 firms closed"."""
    return counted(m.string, m.end()) or word_after(m.string, m.end()) in _COUNTED


def _days(m: re.Match[str]) -> str | None:
    """Feb. 4–6 and Dec. 1, 8 and 15, but not "since May 3 and 4 weeks later"."""
    if not _ascending(m["day"] + m["more"]) or _counts(m):
        return None
    return _month_first(m, _days_of(m["more"]))


def _month_year(m: re.Match[str]) -> str:
    return f"{_NAMES[m['month'].lower()]} {words.year(int(m['year'] or _of_century(m['short'])))}"


def _day_first(m: re.Match[str]) -> str | None:
    name, from_day = m["month"], m["from"] or ""
    if name.islower() and name in _AMBIGUOUS and not (m["year"] or m["th"]):
        return None
    if word_before(m.string, m.start()).lower() in _NAMES:  # "Jan 5 May …" is no date of May
        return None
    if not _ascending(from_day + m["day"]):
        return None
    said = _day(m["day"], _NAMES[name.lower()], m["year"], of=True, text=m.string, at=m.start())
    the = "the " if said.startswith("the ") else ""
    return f"{the}{_days_of(from_day)}{said.removeprefix('the ')}"


def _month_of_year(m: re.Match[str]) -> str | None:
    """12/2024, unless things are counted in such parts."""
    return f"{_MONTHS[int(m[1]) - 1]} {words.year(int(m[2]))}" if not counted(m.string, m.end()) else None


def _year_month(m: re.Match[str]) -> str:
    return f"{_MONTHS[int(m['month']) - 1]} {words.year(int(m['year']))}"


_MONTH_WORDS = frozenset(_NAMES)
_DAY_WORDS = frozenset("mon tue tues wed thu thur thurs fri sat sun".split())


def _pairs(names: frozenset[str]) -> frozenset[str]:
    """With what two names begin that a hyphen joins: "jan-mar"."""
    return frozenset(f"{name}-" for name in names)


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
        r"(?P<first>\d{1,2})(?P<sep>[-/.])(?P<second>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d|(?<=/)\d\d)(?![\w/%])", _slashed,
    ),
    rule("span of dates", "9", r"(\d{1,2})/(\d{1,2})\ ?[-–—]\ ?(?:(\d{1,2})/)?(\d{1,2})(?![\w/%]|[.,:]\d)", _span),
    rule("month and year in figures", "9", r"(0?[1-9]|1[0-2])/((?:19|20)\d\d)(?![\w/%]|[.,]\d)", _month_of_year),
    rule("date after 'on'", "9", r"(?P<month>\d{1,2})/(?P<day>\d{1,2})(?![\w/])", _bare_slashed),
    *years.SPANS,
    rule("year and month", "9", r"(?P<year>20[0-4]\d)-(?P<month>0[1-9])(?![\w-])", _year_month),
    rule(
        "days of a month", "a",
        rf"{_MONTH}(?:\.?\ |-){_DAY}(?P<more>(?:,\ {_OTHER}){{0,6}}{_LINK}{_OTHER})(?:(?:,?\ |-){_YEAR})?", _days, words=_MONTH_WORDS,
    ),
    rule("month and day", "a", rf"{_MONTH}(?:\.?\ |-){_DAY}(?:(?:,?\ |-){_YEAR})?", _month_first, words=_MONTH_WORDS),
    rule("month and year", "a", rf"{_MONTH}\.?,?\ (?:{_YEAR}|['’](?P<short>\d\d)(?!\w))", _month_year, words=_MONTH_WORDS),
    rule(
        "day and month", "9",
        rf"(?P<from>{_OTHER}{_LINK})?{_DAY}(?:(?:\ of)?\ |-){_MONTH}(?:(?!\w)|\b\.)(?:(?:,?\ |-){_YEAR})?", _day_first,
    ),
    *years.RULES,
    rule("weekdays", "a", rf"{_DAY_NAME}\.?\ ?(?:[-–—]|to)\ ?{_DAY_NAME}(?!\w)(?:\.(?=[,;:)]|\ [a-z\d]))?", _weekdays, _DAY_WORDS | _pairs(_DAY_WORDS)),
    rule("weekday", "a", rf"{_DAY_NAME}(?:\.(?!\w)|(?=,?\ (?:the\ )?\d|,?\ {_SHORT_NAME}))", _weekday, _DAY_WORDS),
    rule("weekday of a row", "a", rf"{_DAY_NAME}(?![\w'’])", _weekday_of_row, _DAY_WORDS),
    rule("months", "a", rf"{_MONTH}\.?\ ?[-–—]\ ?{_MONTH.replace('month', 'until')}(?!\w)(?:\.?\ ['’](?P<short>\d\d)(?!\w))?", _months, _MONTH_WORDS | _pairs(_MONTH_WORDS)),
    rule("part of a month", "a", rf"([A-Za-z]{{3,5}})-(?={_SHORT_NAME})", lambda m: m[1], _pairs(frozenset("early mid late end pre post".split()))),
    rule("short month", "a", rf"{_SHORT_NAME}(?:(?=/{_SHORT_NAME}(?!\w))|(?<!May)\.(?!\w)|(?<=Feb|Apr|Aug|Sep|Oct|Nov|Dec)(?!\w)|(?<=Sept)(?!\w))", _short_month, _MONTH_WORDS),
)  # fmt: skip
