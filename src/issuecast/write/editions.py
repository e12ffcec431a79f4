"""Editions: the same issue in less time. Each section keeps how it begins, as far as the minutes go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from issuecast.models import (
    Aside,
    Block,
    BulletList,
    Footnote,
    Image,
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
from issuecast.write.outline import outline
from issuecast.write.sections import is_headlines
from issuecast.write.sentences import sentences
from issuecast.write.sponsors import sponsor_in

_WORDS_A_MINUTE = 150
_FRAME_WORDS = 75
"""Of the hosts' own: day, show, sign-off, and the music's time."""
_LEAD_WORDS = 12
"""Of the hosts' own for each section."""
_MOST_ROUNDS = 200
"""Texts of a section that are worth a choice; later ones are all taken or all left out."""


def shortened(issue: Issue, minutes: float, kinds: Mapping[str, str] | None = None) -> Heard:
    """The issue cut to about so many minutes, 0 for the whole, and what that left out.

    Sentences are taken in rounds: the first of each section, then those next to it, until the minutes are
    full. So a paragraph loses its end and never its middle. Each section says at least how it begins; what is
    before the first heading, the headlines, and sponsors stay whole.

    Args:
        issue: what can be heard of it.
        minutes: the target.
        kinds: the show's map of heading pattern to kind.
    """
    left = minutes * _WORDS_A_MINUTE - _FRAME_WORDS - _LEAD_WORDS * len(issue.sections)
    if not minutes or _words(issue.sections) <= left:
        return Heard(issue, ())
    whole = [_stays_whole(section, kinds or {}) for section in issue.sections]
    cuts = [
        [section] if stays else _rounds(section) for section, stays in zip(issue.sections, whole, strict=True)
    ]
    chosen = _chosen([[_words([cut]) for cut in rounds] for rounds in cuts], left)
    kept = tuple(rounds[number] for rounds, number in zip(cuts, chosen, strict=True))
    lost = (
        one
        for section, stays, number in zip(issue.sections, whole, chosen, strict=True)
        for one in (() if stays else _cut(section, number + 1)[1])
    )
    return Heard(replace(issue, sections=kept), tuple(lost))


def _stays_whole(section: Section, kinds: Mapping[str, str]) -> bool:
    """Whether a section is short by nature, or paid for."""
    if not section.title or sponsor_in(section.title) is not None:
        return True
    return any(is_headlines(topic, kinds) for topic in outline([section])[:1])


def _rounds(section: Section) -> list[Section]:
    """The section after one round, two, …, until it is whole."""
    cuts = [_cut(section, 1)[0]]
    while cuts[-1] != section and len(cuts) < _MOST_ROUNDS:
        cuts.append(_cut(section, len(cuts) + 1)[0])
    return cuts


def _chosen(words: Sequence[Sequence[int]], most: float) -> list[int]:
    """Which round of each section is taken, so that together they have at most so many words, if they can."""
    chosen = [0] * len(words)
    left, grown = most - sum(rounds[0] for rounds in words), True
    while grown:
        grown = False
        for number, rounds in enumerate(words):
            longer = chosen[number] + 1
            if longer < len(rounds) and (more := rounds[longer] - rounds[longer - 1]) <= left:
                chosen[number], left, grown = longer, left - more, True
    return chosen


def _cut(section: Section, rounds: int) -> tuple[Section, tuple[LeftOut, ...]]:
    cut = _Cut(rounds)
    return cut.section(section), tuple(cut.left_out)


@dataclass(slots=True)
class _Cut:
    """Cuts sections after so many rounds; sentence i of a section's text k is taken in round i + k."""

    rounds: int
    left_out: list[LeftOut] = field(default_factory=list)
    text: int = 0

    def section(self, section: Section) -> Section:
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
            case Quote(text, speaker):
                self.left_out.append(LeftOut(f"{text} {speaker}".strip(), Reason.EDITION, block.line))
            case Paragraph(text) | Aside(text) | Footnote(text=text) | Image(text):
                self.left_out.append(LeftOut(text, Reason.EDITION, block.line))
            case _:
                pass


def _words(sections: Iterable[Section]) -> int:
    return sum(len(getattr(block, "text", "").split()) for block in blocks_of(sections))
