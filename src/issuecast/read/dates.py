"""Dates as newsletters write them. The clock is never asked: a text without a date has none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

_MONTHS = (
    "january jan januar jänner janvier janv enero ene gennaio januari janeiro",
    "february feb februar feber février févr fevrier febrero febbraio februari fevereiro",
    "march mar märz maerz mars marzo maart março",
    "april apr avril avr abril abr aprile",
    "may mai mayo maggio mei maio",
    "june jun juni juin junio giugno junho",
    "july jul juli juillet juil julio luglio julho",
    "august aug août aout agosto ago augustus",
    "september sept sep septembre septiembre settembre setembro",
    "october oct oktober okt octobre octubre ottobre outubro",
    "november nov novembre noviembre novembro",
    "december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro",
)
"""By number, as English writes them and its neighbours on the continent."""
_NUMBER_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_WEEKDAYS = (  # in rows: English, German, French, Spanish
    "mon monday tue tues tuesday wed wednes wednesday thu thurs thursday fri friday sat saturday sun sunday "
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag "
    "lundi mardi mercredi jeudi vendredi samedi dimanche "
    "lunes martes miércoles jueves viernes sábado domingo"
)


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_MONTH = rf"(?P<month>{_any_of(_NUMBER_OF)})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WEEKDAY = rf"(?:{_any_of(_WEEKDAYS.split())})\.?"
_FIRST = rf"(?P<weekday>\b{_WEEKDAY},?\s+(?:(?:den|le)\s+)?)?"

_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_FIRST}\b{_MONTH}\s+{_DAY}(?:,\s*|\s+){_YEAR}\b",  # December 23, 2025
        rf"{_FIRST}\b{_DAY}\.?\s*(?:(?:of|de)\s+)?{_MONTH},?\s+(?:del?\s+)?{_YEAR}\b",  # 23 December 2025
        rf"{_FIRST}(?<!\d){_YEAR}[-/._](?P<month>\d\d?)[-/._](?P<day>\d\d?)(?!\d)",  # 2025-12-23
        rf"{_FIRST}(?<![\d.])(?P<day>\d\d?)\.\s?(?P<month>\d\d?)\.\s?{_YEAR}\b",  # 23.12.2025
    )
)
_COMPACT = re.compile(rf"(?<!\d){_YEAR}(?P<month>\d\d)(?P<day>\d\d)(?!\d)")  # 20251223, in file names only
_SENTENCE_END = re.compile(r"(?<=\w{3}[.!?])\s+")
_HAPPENED = re.compile(
    r"(?<!published )(?<!posted )(?<!updated )(?<!sent )\b(?:on|in|since|until|till|from|by|before|after)"
    r"\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_YEARS, _FIGURE = re.compile("(?:19|20)[0-9]{2}"), re.compile("[0-9]")
_DATELINE_WORDS = 12
_NUMBER = re.compile(r"\b(?:issue|edition|no\.?|number|vol(?:ume|\.)?)\s*#?\s*\d+\b|#\d+\b", re.IGNORECASE)
_AROUND = re.compile(
    rf"\b(?:{_WEEKDAY}|published|posted|updated|date|on|am|vom|le|el|paid|free"
    r"|\d+ min(?:ute)?s?(?: read)?)(?!\w)",
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
    if not _FIGURE.search(line):
        return False
    rest = _NUMBER.sub(" ", without_dates(line))
    return rest != line and not any(c.isalnum() for c in _AROUND.sub(" ", rest))


def without_dates(text: str) -> str:
    """The text without the dates that are written with their year."""
    for form in _FORMS if _YEARS.search(text) else ():
        text = form.sub(" ", text)
    return text


def date_in_name(stem: str) -> date | None:
    """The date in a file's name without its suffix: "2025-12-23-the-title", "20251223", "23-dec-2025"."""
    compact = _COMPACT.search(stem)
    return find_date(stem) or find_date(re.sub(r"[-_]", " ", stem)) or (_day(compact) if compact else None)


def without_date_in_name(stem: str) -> str:
    """A file's name without its suffix and the date in it."""
    spaced = re.sub(r"[-_]", " ", stem)
    told = spaced if find_date(spaced) and not find_date(stem) else stem
    return _COMPACT.sub(" ", without_dates(told))


def _dates(text: str) -> Iterator[tuple[re.Match[str], date]]:
    """Dates that the calendar has, in order."""
    forms = _FORMS if _YEARS.search(text) else ()
    for match in sorted((m for form in forms for m in form.finditer(text)), key=re.Match.start):
        if day := _day(match):
            yield match, day


def _day(match: re.Match[str]) -> date | None:
    month = match["month"].lower()
    number = int(month) if month.isdecimal() else _NUMBER_OF[month]
    try:
        return date(int(match["year"]), number, int(match["day"]))
    except ValueError:
        return None
