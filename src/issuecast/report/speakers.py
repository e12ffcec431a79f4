"""Who speaks, how much, and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from issuecast.models import DurationMs, Episode, TimedLine, Voice
from issuecast.publish.transcript_speakers import speaker
from issuecast.report.curves import WIDTH
from issuecast.show import Show


@dataclass(frozen=True, slots=True)
class Speaker:
    """A role that is heard: its voice, its engine's version ("" if unknown), and its lines.

    `path` draws them as SVG, in a box as wide as the episode's other pictures and 1 high.
    """

    name: str
    voice: Voice
    version: str
    lines: int
    speech_ms: DurationMs
    path: str


def speakers(episode: Episode, show: Show) -> tuple[Speaker, ...]:
    """The roles in the order in which they are first heard."""
    lines: dict[str, list[TimedLine]] = {}
    for line in (line for chapter in episode.timeline for line in chapter.lines):
        lines.setdefault(line.role, []).append(line)
    return tuple(_speakers(lines, episode, show))


def _speakers(lines: dict[str, list[TimedLine]], episode: Episode, show: Show) -> Iterator[Speaker]:
    for role, said in lines.items():
        voice = episode.cast.voices[role]
        yield Speaker(
            speaker(show, role),
            voice,
            episode.engines.get(voice.engine, ""),
            len(said),
            sum(line.end_ms - line.start_ms for line in said),
            "".join(_box(line, episode.duration_ms) for line in said),
        )


def _box(line: TimedLine, duration_ms: DurationMs) -> str:
    start, end = (round(ms * WIDTH / duration_ms, 1) for ms in (line.start_ms, line.end_ms))
    width = max(end - start, 0.5)
    return f"M{start:g} 0h{width:g}v1h-{width:g}z"
