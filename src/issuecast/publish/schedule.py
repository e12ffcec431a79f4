"""Which episodes are out, in words for the editor."""

from __future__ import annotations

from collections.abc import Iterator

from issuecast.clock import now
from issuecast.models import Episode
from issuecast.publish.plain import one_line


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
