"""Events of a list, however it writes them: "May 3, Porto: Boat fair" has a when, a where and a what."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DAYS = rf"{_DAY}(?:\s?[–—-]\s?(?:{_MONTH} )?{_DAY})?"
_TIME = (
    r"(?:at )?\d{1,2}(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?(?:\s?[–—-]\s?\d{1,2}(?:[:.]\d\d)?)?"
    r"(?:\s?[ap]\.?m\.?)?(?: [A-Z]{2,4}\b)?"
)
_ISO = r"\d{4}-\d\d-\d\d"
_DATE = (
    rf"(?:{_MONTH} {_DAYS}(?:,? \d{{4}})?|{_DAYS}(?: of)? {_MONTH}(?:,? \d{{4}})?|{_ISO}(?: ?[–-] ?{_ISO})?)"
)
_WHEN = rf"(?:(?:{_WEEKDAY},? )?{_DATE}|{_WEEKDAY})(?:,? {_TIME}(?![\w%]))?"
_PLACE = r"[^\W\d_][\w.'’ -]*?(?:, [A-Z][\w.'’ -]*?){0,2}(?: ?\([^()]*\)(?:, [A-Z]{2,3})?)?"
_GAP = r"\s*(?:[:|–—]|-(?=\s)|,)\s*"
_BEFORE_WHAT = r"\s*(?::|\||[–—]|\s-)\s+"
_CODED = (
    r"(?:[Vv]irtual|[Oo]nline|[Hh]ybrid)(?: \([^()]*\))?(?=, )|[A-Z][\w.'’ -]+(?:, [A-Z]{2,3}){1,2}(?=, )"
)
_STARTS = re.compile(
    rf"(?P<when>{_WHEN})(?:{_GAP}(?P<where>{_CODED}|{_PLACE}(?={_BEFORE_WHAT})))?{_GAP}(?P<what>\S.*)"
)
_ENDS = re.compile(
    rf"(?P<what>\S.*?)(?:,? on |\s*[,:|–—(]\s*|\s-\s)(?P<when>{_WHEN})(?:{_GAP}(?P<where>{_PLACE}))?\)?"
)
_ONLINE = re.compile(r"(?:online|virtual(?:ly)?|remote|hybrid|everywhere|in|at|on)\b.*", re.IGNORECASE)
_VENUE = re.compile(
    r"\b(?:hall|library|museum|park|theat(?:re|er)|cent(?:re|er)|caf[eé]|bar|university|church|school|square"
    r"|stadium|club|house|room|pier|market|arena|hotel|garden|college|gallery|station)s?$",
    re.IGNORECASE,
)

_LONGEST = 300
"""Characters: more tells of an event, and does not announce it."""


@dataclass(frozen=True, slots=True)
class Event:
    """What happens when ("May 3"), and where ("in Porto", "" if it is not told).

    `day_first` tells in which order the issue has it, which is kept.
    """

    what: str
    when: str
    where: str
    day_first: bool = True


def event(text: str) -> Event | None:
    """The event that an entry of a list tells; None if it begins or ends with no date."""
    text = text.rstrip(". ")
    if len(text) > _LONGEST:
        return None
    starts = _STARTS.fullmatch(text)
    found = starts or _ENDS.fullmatch(text)
    if not found:
        return None
    when = re.sub(rf"({_ISO}) ?[–-] ?(?={_ISO})", r"\1 to ", found["when"])
    return Event(found["what"].strip(), when, _at(found["where"] or ""), day_first=starts is not None)


def _at(place: str) -> str:
    """A place with the preposition that it wants."""
    if not place or _ONLINE.fullmatch(place):
        return place[:1].lower() + place[1:]
    return f"{'at' if _VENUE.search(place) else 'in'} {place}"
