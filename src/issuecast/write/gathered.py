"""Openings and events that an issue writes as paragraphs or under small headings, as lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from issuecast.write import events, jobs
from issuecast.write.labels import Part
from issuecast.write.outline import Topic
from issuecast.write.passages import Entry, Listing, Passage, Spoken

_FEWEST = 2


def gathered(topics: Iterable[Topic]) -> tuple[Topic, ...]:
    """The topics with their openings and events in lists.

    Two or more neighbouring paragraphs that each tell one are a list; so are sub-sections whose headings name
    trades ("Grid engineer") above where and for whom ("Harborlight · Malmö").
    """
    return tuple(map(_gathered, topics))


def _gathered(topic: Topic) -> Topic:
    openings = [_opening(part) for part in topic.parts]
    entries = tuple(entry for entry in openings if entry)
    if len(entries) == len(openings) >= _FEWEST:
        listing = Listing(tuple((entry,) for entry in entries), numbered=False)
        return replace(topic, blocks=(*_in_lists(topic.blocks), listing), parts=())
    return replace(topic, blocks=tuple(_in_lists(topic.blocks)), parts=gathered(topic.parts))


def _opening(part: Topic) -> Entry | None:
    """The opening that a sub-section is, if its heading names a trade."""
    match part:
        case Topic(heading, (Passage() as first, *below), ()) if jobs.is_trade(heading):
            text = f"{heading} — {first.text}"
            return Entry((Part(text),), tuple(below), linked=False) if jobs.job(text) else None
    return None


def _in_lists(blocks: Sequence[Spoken]) -> list[Spoken]:
    found: list[Spoken] = []
    for told, run in groupby(blocks, key=_told_by):
        own = list(run)
        if told and len(own) >= _FEWEST:
            parts = (block.parts for block in own if isinstance(block, Passage))
            found.append(Listing(tuple((Entry(said, (), linked=False),) for said in parts), numbered=False))
        else:
            found.extend(own)
    return found


def _told_by(block: Spoken) -> Callable[[str], object] | None:
    """What understands a paragraph: as an event, or as an opening."""
    if not isinstance(block, Passage):
        return None
    return next((told for told in (events.event, jobs.job) if told(block.text)), None)
