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
from issuecast.write import farewell
from issuecast.write.aloud import aloud
from issuecast.write.ear import Heard
from issuecast.write.outline import outline
from issuecast.write.sections import is_headlines
from issuecast.write.sentences import sentences
from issuecast.write.sponsors import sponsor_in

_LONGEST_GREETING = 40
"""Words before the first heading that are no text of their own."""
_MOST_ROUNDS = 200
"""Texts of a section that are worth a choice; later ones are all taken or all left out."""


def shortened(issue: Issue, words: float, kinds: Mapping[str, str] | None = None) -> Heard:
    """The issue cut to at most so many of its words, if that can be, and what that left out.

    Sentences are taken in rounds: the first of each section, the biggest sections first, then those next to
    it. So a paragraph loses its end and never its middle. Greeting, headlines, sponsors and farewell stay
    whole.

    Args:
        issue: what can be heard of it.
        words: how many there is time for.
        kinds: the show's map of heading pattern to kind.
    """
    if _words(issue.sections) <= words:
        return Heard(issue, ())
    *others, last = issue.sections
    last, leave = _without_farewell(last)
    sections = (*others, last)
    cuts = [_rounds(section, whole=_stays_whole(section, kinds or {})) for section in sections]
    chosen = _chosen([[_words([cut]) for cut, _ in rounds] for rounds in cuts], words - _words([leave]))
    taken = [rounds[number] for rounds, number in zip(cuts, chosen, strict=True)]
    kept = [*(section for section, _ in taken), *([leave] if leave.blocks else [])]
    return Heard(replace(issue, sections=tuple(kept)), tuple(one for _, lost in taken for one in lost))


def _without_farewell(section: Section) -> tuple[Section, Section]:
    """The last section without the issue's farewell, and that as a section of its own."""
    if section.parts:
        *others, last = section.parts
        last, leave = _without_farewell(last)
        return replace(section, parts=(*others, last)), leave
    said = [(block, aloud([block])) for block in section.blocks]
    leaves = sum(len(spoken) for _, spoken in said) - len(farewell.split([p for _, s in said for p in s])[0])
    end = len(said)
    while leaves > 0 and end:
        end -= 1
        leaves -= len(said[end][1])
    return replace(section, blocks=section.blocks[:end]), Section("", section.blocks[end:])


def _stays_whole(section: Section, kinds: Mapping[str, str]) -> bool:
    """Whether a section is short by nature, or paid for."""
    if not section.title:
        return _words([section]) <= _LONGEST_GREETING
    return sponsor_in(section.title) is not None or any(
        is_headlines(topic, kinds) for topic in outline([section])[:1]
    )


def _rounds(section: Section, *, whole: bool) -> list[tuple[Section, tuple[LeftOut, ...]]]:
    """The section after no round, after one, two, …, until it is whole, each with what it has lost."""
    if whole:
        return [(section, ())]
    cuts = [_cut(section, rounds) for rounds in (0, 1)]
    while cuts[-1][1] and len(cuts) < _MOST_ROUNDS:
        cuts.append(_cut(section, len(cuts)))
    return [*cuts, *([(section, ())] if cuts[-1][1] else [])]


def _chosen(words: Sequence[Sequence[int]], most: float) -> list[int]:
    """Which round of each section is taken, so that together they have at most so many words, if they can."""
    chosen, left = [0] * len(words), most - sum(rounds[0] for rounds in words)
    biggest = sorted(range(len(words)), key=lambda number: -words[number][-1])
    order: Sequence[int] = biggest
    while order:
        grown = []
        for number in order:
            rounds, longer = words[number], chosen[number] + 1
            if longer < len(rounds) and (more := rounds[longer] - rounds[longer - 1]) <= left:
                chosen[number], left = longer, left - more
                grown.append(number)
        order = sorted(grown)
    return chosen


def _cut(section: Section, rounds: int) -> tuple[Section, tuple[LeftOut, ...]]:
    cut = _Cut(rounds)
    return cut.section(section), tuple(cut.left_out)


@dataclass(slots=True)
class _Cut:
    """Cuts sections after so many rounds: sentence i of text k of part j is taken in round i + k + j."""

    rounds: int
    left_out: list[LeftOut] = field(default_factory=list)
    text: int = 0

    def section(self, section: Section, first: int = 0) -> Section:
        self.text = first
        blocks = tuple(self._blocks(section.blocks))
        start = first + bool(blocks)
        parts = tuple(self.section(part, start + number) for number, part in enumerate(section.parts))
        return replace(section, blocks=blocks, parts=parts)

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
