"""Events of a list, however it writes them: "May 3, Porto: Boat fair" has a when, a where and a what."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from issuecast.write.sentences import sentences

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
_CLOCK = (
    r"(?:(?:at |from )?(?:\d{1,2}:\d\d|\d{1,2}(?:\.\d\d)?(?=\s?[ap]\.?m\b)|noon|midnight)(?:\s?[ap]\.?m\.?)?"
    r"(?:\s?[–—-]\s?\d{1,2}(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?)?)(?!\w)"
)
_ISO = r"\d{4}-\d\d-\d\d"
_DATE = (
    rf"(?:{_MONTH} {_DAYS}(?:,? \d{{4}})?|{_DAYS}(?: of)? {_MONTH}(?:,? \d{{4}})?|{_ISO}(?: ?[–-] ?{_ISO})?)"
)
_WHEN = rf"(?:(?:{_WEEKDAY},? )?{_DATE}|{_WEEKDAY})(?:,? {_TIME}(?![\w%]))?"
_TYPE = (
    r"(?!(?i:(?:opening|film|talk|concert|workshop|exhibition|lecture|meeting|panel|reading|tour|screening|class"
    r"|festival|launch|match|game|race|session|course|show|play|live|free|new|webinar)s?\b))"
)
"""What is no place, although a colon follows it: "Film: The Long Tide"."""
_PLACE = rf"{_TYPE}[^\W\d_][\w.'’ -]*?(?:, [A-Z][\w.'’ -]*?){{0,2}}(?: ?\([^()]*\)(?:, [A-Z]{{2,3}})?)?"
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
_AT_A_TIME = re.compile(rf"(?P<when>{_CLOCK}){_GAP}(?P<what>\S.*)(?P<where>)", re.IGNORECASE)
_IS_DAY = re.compile(rf"(?:{_WEEKDAY},? )?{_DATE}|{_WEEKDAY}(?:,? (?:the )?{_DAY})?")
_ONLINE = re.compile(r"(?:online|virtual(?:ly)?|remote|hybrid|everywhere|in|at|on)\b.*", re.IGNORECASE)
_VENUE = re.compile(
    r"\b(?:hall|library|museum|park|theat(?:re|er)|cent(?:re|er)|caf[eé]|bar|university|church|school|square"
    r"|stadium|club|house|room|pier|market|arena|hotel|garden|college|gallery|station)s?$",
    re.IGNORECASE,
)

_DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LONGEST = 300
"""Characters: more tells of an event, and does not announce it."""


@dataclass(frozen=True, slots=True)
class Event:
    """What happens when ("May 3"), and where ("in Porto", "" if it is not told).

    `day_first` tells in which order the issue has it, which is kept. `more` is what follows in sentences of
    its own.
    """

    what: str
    when: str
    where: str
    day_first: bool = True
    more: str = ""

    @property
    def opening(self) -> str:
        """When and where, inside a sentence: "on May 3, in Porto", "at 18:00"."""
        if re.match(r"at |from ", self.when, re.IGNORECASE) or self._is_clock:
            return f"{'' if self.when[0].isalpha() and ' ' in self.when else 'at '}{self.bare}"
        return f"on {self.bare}"

    @property
    def bare(self) -> str:
        """When and where, without the word that links them to a sentence: "May 3, in Porto"."""
        when = self.when[0].lower() + self.when[1:] if self._is_clock else self.when
        return f"{when}, {self.where}" if self.where else when

    @property
    def rest(self) -> str:
        """What happens, behind when and where."""
        return f"{',' if ': ' in self.what else ':'} {self.what}"

    @property
    def _is_clock(self) -> bool:
        return bool(re.fullmatch(_CLOCK, self.when, re.IGNORECASE))


def event(text: str) -> Event | None:
    """The event that an entry of a list tells; None if it begins or ends with no date or time."""
    first, *others = sentences(text) or ("",)
    if others and (told := _event(first)):
        return replace(told, more=" ".join(others))
    return _event(text)


def is_day(heading: str) -> bool:
    """Whether a heading is a day, such as "Wednesday 11"."""
    return bool(_IS_DAY.fullmatch(heading))


def _event(text: str) -> Event | None:
    text = text.rstrip(". ")
    if len(text) > _LONGEST:
        return None
    starts = _STARTS.fullmatch(text) or _AT_A_TIME.fullmatch(text)
    found = starts or _ENDS.fullmatch(text)
    if not found:
        return None
    when = re.sub(rf"({_ISO}) ?[–-] ?(?={_ISO})", r"\1 to ", found["when"])
    if starts and text[len(when) :].startswith(":"):
        when = _in_full(when)
    return Event(found["what"].strip(), when, _at(found["where"] or ""), day_first=starts is not None)


def _in_full(when: str) -> str:
    """A day of the week that stands alone, in full; beside a date it is heard so anyway."""
    whole = next((name for name in _DAY_NAMES if name[:3] == when[:3]), "")
    return whole if re.fullmatch(_WEEKDAY, when) and whole else when


def _at(place: str) -> str:
    """A place with the preposition that it wants."""
    if not place or _ONLINE.fullmatch(place):
        return place[:1].lower() + place[1:]
    return f"{'at' if _VENUE.search(place) else 'in'} {place}"
