"""The chapters as listeners see them, and as JSON for `podcast:chapters`."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from issuecast.models import DurationMs, Episode, Timeline
from issuecast.publish.plain import one_line

_WEB = re.compile(r"https?://[^\s/]\S*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Listed:
    """A chapter with what every list of them may show: one line of title, addresses on the web or ""."""

    start_ms: DurationMs
    end_ms: DurationMs
    title: str
    url: str
    image: str


def listed(timeline: Timeline) -> tuple[Listed, ...]:
    """The chapters in their order, whatever a record says."""
    return tuple(
        Listed(
            chapter.start_ms, chapter.end_ms, one_line(chapter.title), _web(chapter.url), _web(chapter.image)
        )
        for chapter in timeline
    )


def to_json(episode: Episode) -> str:
    """JSON Chapters 1.2; times in seconds, to the millisecond.

    Source: https://github.com/Podcastindex-org/podcast-namespace/blob/main/chapters/jsonChapters.md
    """
    chapters: list[Mapping[str, object]] = [
        {
            "startTime": chapter.start_ms / 1000,
            "endTime": chapter.end_ms / 1000,
            "title": chapter.title,
            **({"url": chapter.url} if chapter.url else {}),
            **({"img": chapter.image} if chapter.image else {}),
        }
        for chapter in listed(episode.timeline)
    ]
    document = {"version": "1.2.0", "title": one_line(episode.title), "chapters": chapters}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _web(address: str) -> str:
    return address if _WEB.fullmatch(address) and address.isprintable() else ""
