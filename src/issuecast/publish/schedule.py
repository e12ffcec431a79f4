"""Which episodes are out, and when the others will be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from issuecast.clock import now
from issuecast.models import Episode
from issuecast.publish.archive import recorded
from issuecast.publish.files import write
from issuecast.publish.manifest import Entry
from issuecast.publish.plain import one_line
from issuecast.publish.record import FILE_NAME, to_json
from issuecast.show import Show


def reschedule(show: Show, entries: Sequence[Entry], at: datetime) -> bool:
    """Have what is not out by then wait for the time that the settings say by now; whether that moved any.

    Raises:
        PublishError: a record cannot be read or written.
    """
    waiting = [entry.outline for entry in entries if entry.outline.published > at]
    moved = [one for one in waiting if one.published != show.published(one.date)]
    for one in moved:
        episode = replace(recorded(show, one.slug), published=show.published(one.date))
        write(show.episodes / one.slug / FILE_NAME, to_json(episode).encode())
    return bool(moved)


def absence(episode: Episode) -> Iterator[str]:
    """Why an episode is not in the feed; nothing if it is."""
    if episode.unpublished:
        yield (
            f"{one_line(episode.title)} is unpublished and stays out of the feed: "
            f"issuecast unpublish --undo {episode.slug} takes that back."
        )
    elif episode.published > now():
        yield (
            f"{one_line(episode.title)} is scheduled: the first issuecast build after "
            f"{when(episode)} lets it into the feed."
        )


def when(episode: Episode) -> str:
    """`2026-01-12 06:00 CET`, or with the offset if its zone has no name."""
    return f"{episode.published:%Y-%m-%d %H:%M} {episode.published:%Z}"
