"""The headline passage: the first story, as far as it goes in a minute, for apps that offer a piece of it."""

from __future__ import annotations

from dataclasses import replace

from issuecast.models import Episode, TimedChapter, TimedLine, Timeline

_LONGEST_MS = 60_000
_SHORTEST_MS = 5_000


def passage(timeline: Timeline) -> TimedChapter | None:
    """The first chapter after the cold open with the lines that begin it; None if they say too little.

    It ends with a line; a first line of more than a minute is the whole of it.
    """
    for chapter in timeline[1:] or timeline:
        if lines := _opening(chapter):
            start_ms, end_ms = lines[0].start_ms, lines[-1].end_ms
            if end_ms - start_ms >= _SHORTEST_MS:
                return TimedChapter(chapter.title, start_ms, end_ms, lines)
    return None


def outline(episode: Episode) -> Episode:
    """The episode without what is said, but for what `passage` needs."""
    headline = passage(episode.timeline)
    chapters = []
    for chapter in episode.timeline:
        kept = headline and headline.lines[0] in chapter.lines
        lines = (
            tuple(replace(line, text="", words=()) for line in headline.lines) if headline and kept else ()
        )
        chapters.append(replace(chapter, lines=lines))
    return replace(episode, timeline=tuple(chapters))


def _opening(chapter: TimedChapter) -> tuple[TimedLine, ...]:
    lines = chapter.lines
    near = [line for line in lines if line.end_ms - lines[0].start_ms <= _LONGEST_MS]
    return tuple(near) or lines[:1]
