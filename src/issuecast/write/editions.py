"""Editions: the same issue in less time. Each section keeps how it begins, as far as the minutes go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from issuecast.models import (
    Aside,
    Block,
    BulletList,
    Footnote,
    Issue,
    Item,
    LeftOut,
    NumberedList,
    Paragraph,
    Quote,
    Reason,
    Section,
    Sponsor,
    Table,
    blocks_of,
)
from issuecast.write.ear import Heard
from issuecast.write.sentences import sentences

_WORDS_A_MINUTE = 150
_FRAME_WORDS = 75
"""Of the hosts' own: day, show, sign-off, and the music's time."""
_LEAD_WORDS = 12
"""Of the hosts' own for each section."""
_MOST_ROUNDS = 1000


def shortened(issue: Issue, minutes: float) -> Heard:
    """The issue cut to about so many minutes, 0 for the whole, and what that left out.

    Sentences are taken in rounds: the first of each section, then those next to it, until the minutes are
    full. So a paragraph loses its end and never its middle. Each section says at least how it begins; what is
    before the first heading, and sponsors, stay whole.
    """
    budget = minutes * _WORDS_A_MINUTE - _FRAME_WORDS - _LEAD_WORDS * len(issue.sections)
    if not minutes or _words(issue.sections) <= budget:
        return Heard(issue, ())
    rounds = 1
    while rounds < _MOST_ROUNDS and _words(_cut(issue, rounds + 1).issue.sections) <= budget:
        rounds += 1
    return _cut(issue, rounds)


def _cut(issue: Issue, rounds: int) -> Heard:
    cut = _Cut(rounds)
    kept = tuple(map(cut.section, issue.sections))
    return Heard(replace(issue, sections=kept), tuple(cut.left_out))


@dataclass(slots=True)
class _Cut:
    """Cuts sections after so many rounds; sentence i of a section's text k is taken in round i + k."""

    rounds: int
    left_out: list[LeftOut] = field(default_factory=list)
    text: int = 0

    def section(self, section: Section) -> Section:
        if not section.title:
            return section
        self.text = 0
        blocks = tuple(self._blocks(section.blocks))
        return replace(section, blocks=blocks, parts=tuple(map(self.section, section.parts)))

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[Block]:
        for block in blocks:
            match block:
                case Sponsor():
                    yield block
                case BulletList(items) | NumberedList(items):
                    kept = tuple(Item(inner) for item in items if (inner := tuple(self._blocks(item.blocks))))
                    if kept:
                        yield replace(block, items=kept)
                case _:
                    left, self.text = self.rounds - self.text, self.text + 1
                    yield from self._first(block, left)

    def _first(self, block: Block, most: int) -> Iterator[Block]:
        """The first so many sentences of a text; anything else is whole or gone."""
        match block:
            case Paragraph(text) | Aside(text) if 0 < most < len(told := sentences(text)):
                self.left_out.append(LeftOut(" ".join(told[most:]), Reason.EDITION, block.line))
                yield replace(block, text=" ".join(told[:most]))
            case _ if most > 0:
                yield block
            case Table(rows=rows):
                self.left_out += (LeftOut(" ".join(row), Reason.EDITION, block.line) for row in rows)
            case Paragraph(text) | Aside(text) | Quote(text) | Footnote(text=text):
                self.left_out.append(LeftOut(text, Reason.EDITION, block.line))
            case _:
                pass


def _words(sections: Iterable[Section]) -> int:
    return sum(len(getattr(block, "text", "").split()) for block in blocks_of(sections))
