"""Headings and what stands below them, in order → nested sections."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import TypeAlias

from issuecast.models import Block, Section


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the source; one of a higher `level` is nested in one of a lower level before it."""

    text: str
    level: int
    line: int = 0


Flow: TypeAlias = list[Heading | Block]
"""An issue as it runs from top to bottom."""


@dataclass(slots=True)
class _Open:
    heading: Heading
    blocks: list[Block] = field(default_factory=list)
    parts: list[Section] = field(default_factory=list)

    def closed(self) -> Section:
        return Section(self.heading.text, tuple(self.blocks), tuple(self.parts), self.heading.line)


def sections(flow: Iterable[Heading | Block]) -> tuple[Section, ...]:
    """The flow as sections; what stands before the first heading is a section without a title."""
    whole = _Open(Heading("", -1))
    path = [whole]
    for one in flow:
        if not isinstance(one, Heading):
            path[-1].blocks.append(one)
            continue
        while path[-1].heading.level >= one.level:
            _close(path)
        path.append(_Open(one))
    while len(path) > 1:
        _close(path)
    untitled = [Section("", tuple(whole.blocks))] if whole.blocks else []
    return (*untitled, *whole.parts)


def in_each_section(
    flow: Iterable[Heading | Block], change: Callable[[Iterator[Block]], Iterable[Block]]
) -> Iterator[Heading | Block]:
    """The flow with the blocks between two headings changed together."""
    for is_heading, run in groupby(flow, key=lambda one: isinstance(one, Heading)):
        if is_heading:
            yield from run
        else:
            yield from change(one for one in run if not isinstance(one, Heading))


def _close(path: list[_Open]) -> None:
    done = path.pop()
    path[-1].parts.append(done.closed())
