"""The one timeline of an episode, from the lengths and the lines of its chapters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from issuecast.mix.work import Laid
from issuecast.models import DurationMs, TimedChapter, TimedLine, Timeline


def timeline(chapters: Iterable[tuple[str, Iterable[Laid]]]) -> Timeline:
    """The chapters, each a title and its parts, one after the other without a hole from 0 to the end."""
    timed: list[TimedChapter] = []
    now_ms = 0
    for title, parts in chapters:
        start_ms, lines = now_ms, []
        for part in parts:
            lines += [_moved(line, now_ms) for line in part.lines]
            now_ms += part.duration_ms
        timed.append(TimedChapter(title, start_ms, now_ms, tuple(lines)))
    return tuple(timed)


def _moved(line: TimedLine, by_ms: DurationMs) -> TimedLine:
    words = tuple(
        replace(word, start_ms=word.start_ms + by_ms, end_ms=word.end_ms + by_ms) for word in line.words
    )
    return replace(line, start_ms=line.start_ms + by_ms, end_ms=line.end_ms + by_ms, words=words)
