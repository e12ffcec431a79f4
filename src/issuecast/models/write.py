"""What WRITE gives: a `Script` of chapters, which hold cues."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from issuecast.models.units import DurationMs


@dataclass(frozen=True, slots=True)
class Line:
    """What one role says, in the written form ("$11B")."""

    role: str
    text: str


@dataclass(frozen=True, slots=True)
class Music:
    """A piece of the show's music by its name in show.toml: `intro` or `outro`."""

    name: str


@dataclass(frozen=True, slots=True)
class Sting:
    """The short gesture between two chapters."""


@dataclass(frozen=True, slots=True)
class Pause:
    duration_ms: DurationMs


Cue: TypeAlias = Line | Music | Sting | Pause


@dataclass(frozen=True, slots=True)
class Chapter:
    title: str
    cues: tuple[Cue, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """The cues that are spoken."""
        return tuple(cue for cue in self.cues if isinstance(cue, Line))


@dataclass(frozen=True, slots=True)
class Script:
    """What will be heard, chapter by chapter: the value behind the file that an editor edits."""

    title: str
    chapters: tuple[Chapter, ...]
    date: date | None = None
