"""Dates as newsletters write them. The clock is never asked: a text without a date has none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WEEKDAY = r"(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"

_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?P<weekday>\b{_WEEKDAY},?\s+)?\b{_MONTH}\s+{_DAY}(?:,\s*|\s+){_YEAR}\b",  # December 23, 2025
        rf"(?P<weekday>\b{_WEEKDAY},?\s+)?\b{_DAY}\.?\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b",  # 23 December 2025
        rf"(?P<weekday>\b{_WEEKDAY},?\s+)?(?<!\d){_YEAR}[-/._](?P<month>\d\d?)[-/._](?P<day>\d\d?)(?!\d)",
    )
)
_COMPACT = re.compile(rf"(?<!\d){_YEAR}(?P<month>\d\d)(?P<day>\d\d)(?!\d)")  # 20251223, in file names only
_SENTENCE_END = re.compile(r"(?<=\w{3}[.!?])\s+")
_HAPPENED = re.compile(
    r"(?<!published )(?<!posted )(?<!updated )(?<!sent )\b(?:on|in|since|until|till|from|by|before|after)"
    r"\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_DATELINE_WORDS = 12
_NUMBER = re.compile(r"\b(?:issue|edition|no\.?|number|vol(?:ume|\.)?)\s*#?\s*\d+\b|#\d+\b", re.IGNORECASE)
_AROUND = re.compile(
    rf"\b(?:{_WEEKDAY}|published|posted|updated|date|on|paid|free|\d+ min(?:ute)?s?(?: read)?)(?!\w)",
    re.IGNORECASE,
)


def find_date(text: str) -> date | None:
    """The first date in the text that is written with its year, or None."""
    return next((day for _, day in _dates(text)), None)


def own_date(text: str) -> date | None:
    """The date that a text bears, or None: one told with its weekday, or in a sentence that says little else.

    "It's Tuesday, December 23, 2025" dates an issue; "On May 3, 2019 the pier burned" does not.
    """
    for match, day in _dates(text):
        before = _SENTENCE_END.split(text[: match.start()])[-1]
        after = _SENTENCE_END.split(text[match.end() :])[0]
        is_short = len(f"{before} {match[0]} {after}".split()) <= _DATELINE_WORDS
        if match["weekday"] or (is_short and not _HAPPENED.search(before)):
            return day
    return None


def is_dateline(line: str) -> bool:
    """Whether a line is a date or an issue's number and says nothing else: "Issue #12 · May 3, 2026"."""
    rest = _NUMBER.sub(" ", without_dates(line))
    return rest != line and not any(c.isalnum() for c in _AROUND.sub(" ", rest))


def without_dates(text: str) -> str:
    """The text without the dates that are written with their year."""
    for form in _FORMS:
        text = form.sub(" ", text)
    return text


def date_in_name(stem: str) -> date | None:
    """The date in a file's name without its suffix: "2025-12-23-the-title", "20251223", "23-dec-2025"."""
    compact = _COMPACT.search(stem)
    return find_date(stem) or find_date(re.sub(r"[-_]", " ", stem)) or (_day(compact) if compact else None)


def without_date_in_name(stem: str) -> str:
    """A file's name without its suffix and the date in it."""
    return _COMPACT.sub(" ", without_dates(stem))


def _dates(text: str) -> Iterator[tuple[re.Match[str], date]]:
    """Dates that the calendar has, in order."""
    for match in sorted((m for form in _FORMS for m in form.finditer(text)), key=re.Match.start):
        if day := _day(match):
            yield match, day


def _day(match: re.Match[str]) -> date | None:
    month = match["month"].lower()
    number = int(month) if month.isdecimal() else 1 + _MONTHS.index(month[:3])
    try:
        return date(int(match["year"]), number, int(match["day"]))
    except ValueError:
        return None
