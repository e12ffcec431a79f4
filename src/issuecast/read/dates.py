"""Dates as newsletters write them. The clock is never asked: a text without a date has none."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september",
           "october", "november", "december")  # fmt: skip
_NAME = r"(?P<month>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"

_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_NAME}\s+{_DAY},?\s+{_YEAR}\b",  # December 23, 2025
        rf"\b{_DAY}\.?\s+(?:of\s+)?{_NAME},?\s+{_YEAR}\b",  # 23 December 2025, 23rd of December 2025
        rf"(?<!\d){_YEAR}[-/._](?P<month>\d\d?)[-/._](?P<day>\d\d?)(?!\d)",  # 2025-12-23
    )
)


def find_date(text: str) -> date | None:
    """The first date in the text that is written with its year, or None."""
    matches = sorted((m for form in _FORMS for m in form.finditer(text)), key=lambda m: m.start())
    return next((day for match in matches if (day := _date(match)) is not None), None)


def without_date(text: str) -> str:
    """The text without dates such as 2025-12-23, as they stand in file names."""
    return _FORMS[-1].sub(" ", text)


def _date(match: re.Match[str]) -> date | None:
    name = match["month"].lower()
    month = int(name) if name.isdigit() else 1 + [m.startswith(name[:3]) for m in _MONTHS].index(True)
    try:
        return date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return None
