"""The filters that script templates have, under the names that they have there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from issuecast.write import events, jobs, polls, sentences
from issuecast.write.events import Event
from issuecast.write.jobs import Job
from issuecast.write.passages import Entry, Listing, Spoken
from issuecast.write.polls import Answers
from issuecast.write.script_head import quoted

_NUMBER_WORDS = "no one two three four five six seven eight nine ten eleven twelve"
_ORDINAL_WORDS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_DAY_NAMES = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
_MONTH_NAMES = "January February March April May June July August September October November December"
_DAYS, _MONTHS = _DAY_NAMES.split(), _MONTH_NAMES.split()
_NUMBERS, _ORDINALS = _NUMBER_WORDS.split(), _ORDINAL_WORDS.split()


def after(text: str, lead: str) -> str:
    """The text behind a word such as "First": First, the market fell."""
    return sentences.sentence(sentences.after(lead, text))


def number(value: int) -> str:
    """The number as a word, in digits above twelve."""
    return _NUMBERS[value] if value < len(_NUMBERS) else str(value)


def count(value: int, one: str, many: str) -> str:
    """How many there are, such as "four stories"."""
    return f"{number(value)} {one if value == 1 else many}"


def ordinal(value: int) -> str:
    """The number as in "second"; "next" above the twelfth."""
    return _ORDINALS[value - 1] if value <= len(_ORDINALS) else "next"


def day(when: date) -> str:
    """The day as it is said, such as "Tuesday, December 23, 2025", in any locale of the machine."""
    return f"{_DAYS[when.weekday()]}, {_MONTHS[when.month - 1]} {when.day}, {when.year}"


def event(entry: Entry) -> Event | None:
    """The event that an entry of a list tells."""
    return events.event(entry.parts[0].said) if entry.parts else None


def job(entry: Entry) -> Job | None:
    """The opening that an entry of a list tells."""
    return jobs.job(entry.parts[0].said) if entry.parts else None


def answers(block: Spoken) -> Answers:
    """The answers that a poll gives; none if the block is no list of them."""
    return polls.answers(block) if isinstance(block, Listing) else Answers()


def date_alone(when: date) -> str:
    """The day without its weekday, such as "December 23, 2025"."""
    return f"{_MONTHS[when.month - 1]} {when.day}, {when.year}"


FILTERS: Mapping[str, Callable[..., Any]] = {
    "sentence": sentences.sentence,
    "inner": sentences.lowered,
    "joined": sentences.joined,
    "after": after,
    "capital": sentences.capital,
    "number": number,
    "count": count,
    "ordinal": ordinal,
    "quoted": quoted,
    "day": day,
    "date_alone": date_alone,
    "event": event,
    "job": job,
    "answers": answers,
    "listed": sentences.listed,
}
