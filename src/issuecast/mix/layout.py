"""The values of a chapter's timing: the steps that are laid, and where they come to stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from issuecast.models import DurationMs, Pause


@dataclass(frozen=True, slots=True)
class Speech:
    """A line: who, how long, and the mark that it ends with, as `issuecast.endings` tells."""

    role: str
    duration_ms: DurationMs
    ending: str = ""


@dataclass(frozen=True, slots=True)
class Play:
    """A piece of music by its name: `intro`, `sting` or `outro`.

    With `bed` the show's bed takes over under the words that follow; an intro of 0 ms is only that.
    """

    name: str
    duration_ms: DurationMs
    bed: bool = False


Step: TypeAlias = Speech | Play | Pause


@dataclass(frozen=True, slots=True)
class Part:
    """How a piece of a long chapter hangs together with the rest.

    `continues`: its start has been laid, up to the pause before the first line. `next_role`: who speaks
    the line after its end; None if the chapter ends with it.
    """

    continues: bool = False
    next_role: str | None = None


WHOLE = Part()


@dataclass(frozen=True, slots=True)
class Span:
    """From `start_ms` until `end_ms`, counted from the start of what is laid."""

    start_ms: DurationMs
    end_ms: DurationMs

    @property
    def duration_ms(self) -> DurationMs:
        return self.end_ms - self.start_ms


@dataclass(frozen=True, slots=True)
class Cued:
    """A piece of music, `bed` included, and when it plays; it is cut short, or loops, to fill its span."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Layout:
    """What is heard when: a span for every line, the music by its start, and a whole number of frames."""

    speech: tuple[Span, ...]
    music: tuple[Cued, ...]
    duration_ms: DurationMs
