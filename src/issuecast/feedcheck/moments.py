"""Times as feeds, transcripts and show notes write them."""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

_RFC_2822 = re.compile(
    r"(?:(Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}"
    r" \d\d:\d\d(?::\d\d)? (?:[+-]\d{4}|UT|GMT|[ECMP][SD]T)"
)
_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,2}):(\d\d)(?:[.,](\d{1,3}))?")
_STAMPED = re.compile(r"\(?((?:\d{1,2}:)?\d{1,2}:\d\d)\)?(?!:?\d)\s*[-–—:.|]?\s*(.*)")
_BREAKS = re.compile(r"<br\s*/?>|</(?:p|li|div|h\d)>|\n", re.IGNORECASE)


def rfc_2822(text: str) -> datetime | None:
    """The moment, None if it is not written as RFC 2822 has it, or if there is no such day."""
    form = _RFC_2822.fullmatch(text)
    try:
        moment = parsedate_to_datetime(text) if form else None
    except ValueError:
        return None
    if not form or not moment or (form[1] and f"{moment:%a}" != form[1]):
        return None
    return moment


def clock_ms(text: str) -> int | None:
    """Milliseconds of `12:30`, `1:02:03` or `00:00:07.120`; None if it is none of these."""
    form = _CLOCK.fullmatch(text.strip())
    if not form or int(form[3]) > 59 or (form[1] and int(form[2]) > 59):  # noqa: PLR2004  minutes and seconds
        return None
    seconds = (int(form[1] or 0) * 60 + int(form[2])) * 60 + int(form[3])
    return seconds * 1000 + int((form[4] or "").ljust(3, "0"))


def stamped(html: str) -> tuple[tuple[int, str], ...]:
    """The lines of show notes that begin with a timestamp: its milliseconds, and the title after it."""
    from html import unescape

    found = []
    for line in _BREAKS.split(html):
        form = _STAMPED.fullmatch(" ".join(unescape(re.sub(r"<[^<>]*>", "", line)).split()))
        if form and (time_ms := clock_ms(form[1])) is not None:
            found.append((time_ms, form[2]))
    return tuple(found)
