"""The chapters as JSON, for `podcast:chapters`."""

from __future__ import annotations

import json

from issuecast.models import Episode
from issuecast.publish.plain import one_line


def to_json(episode: Episode) -> str:
    """JSON Chapters 1.2; times in seconds, to the millisecond.

    Source: https://github.com/Podcastindex-org/podcast-namespace/blob/main/chapters/jsonChapters.md
    """
    chapters = [
        {
            "startTime": chapter.start_ms / 1000,
            "endTime": chapter.end_ms / 1000,
            "title": one_line(chapter.title),
        }
        for chapter in episode.timeline
    ]
    document = {"version": "1.2.0", "title": one_line(episode.title), "chapters": chapters}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
