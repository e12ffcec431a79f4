"""Headings and what stands below them, in order → nested sections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from issuecast.models import Block, Section


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the source; a higher `level` is nested in a lower one before it."""

    text: str
    level: int
    line: int = 0


def sections(flow: Sequence[Heading | Block]) -> tuple[Section, ...]:
    """The flow as sections; what stands before the first heading is a section without a title."""
    first = next((i for i, one in enumerate(flow) if isinstance(one, Heading)), len(flow))
    untitled = Section("", tuple(one for one in flow[:first] if not isinstance(one, Heading)))
    return (*([untitled] if untitled.blocks else []), *_nested(flow[first:]))


def _nested(flow: Sequence[Heading | Block]) -> tuple[Section, ...]:
    """Sections of a flow that begins with a heading, or none."""
    done: list[Section] = []
    start = 0
    while start < len(flow):
        head = flow[start]
        assert isinstance(head, Heading)  # noqa: S101  each turn begins where the last one met a heading
        rest = range(start + 1, len(flow))
        own = next((i for i in rest if isinstance(flow[i], Heading)), len(flow))
        end = next(
            (i for i in rest if isinstance(h := flow[i], Heading) and h.level <= head.level), len(flow)
        )
        blocks = tuple(one for one in flow[start + 1 : own] if not isinstance(one, Heading))
        done.append(Section(head.text, blocks, _nested(flow[own:end]), head.line))
        start = end
    return tuple(done)
