"""Words of Markdown → headings, paragraphs and footnotes, with an account of what is not heard."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from issuecast.models import Block, Footnote, Image, LeftOut, Link, Paragraph, Reason
from issuecast.read.labels import runs
from issuecast.read.links import split_links
from issuecast.read.markdown.definitions import Definitions
from issuecast.read.markdown.words import Line, WordReader, Words
from issuecast.read.outline import Heading
from issuecast.read.residue import dropped, without_residue

_TASK = re.compile(r"\[[ xX]\]\s+")


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of a table's cell, or what describes the picture in it."""

    text: str
    links: tuple[Link, ...]
    notes: tuple[str, ...]


class Texts:
    """Makes headings, paragraphs and footnotes of an issue's sources; `left_out` grows as it does."""

    def __init__(self, definitions: Definitions) -> None:
        self.left_out = list(definitions.left_out)
        self._notes = dict(definitions.notes)  # those that did not stand anywhere yet
        self._marks = frozenset(definitions.notes)
        self._words = WordReader(definitions.references)

    def heading(self, source: str, level: int, line: int) -> Iterator[Heading | Block]:
        """A heading, and its links for the paragraph below to take."""
        words = self._read(source, line)
        text, links = _joined(words.lines)
        if text:
            yield Heading(text, level, line)
        if links:
            yield Paragraph("", links, line)
        yield from self._beside(words)

    def paragraphs(self, source: str, line: int) -> Iterator[Block]:
        """The paragraph of a source, or several if its lines have labels, and what belongs to it."""
        words = self._read(source, line)
        told = [" ".join(part.text.split()) for part in words.lines]
        kept = without_residue(told)
        if kept != told:
            self.left_out += dropped(told, kept, line)
        yield from words.images[: words.first_images]
        shown = [part for part, text in zip(words.lines, kept, strict=True) if text]
        for start, end in runs([part.text for part in shown]):
            text, links = _joined(shown[start:end])
            text = _TASK.sub("", text, count=1) if text.startswith("[") else text
            if not text and (address := " ".join(part.text for part in shown[start:end]).strip()):
                self.left_out.append(LeftOut(address, Reason.ADDRESS, shown[start].line))
            yield Paragraph(text, links, shown[start].line)
        yield from self._beside(words, words.first_images)

    def cell(self, source: str, line: int) -> Cell:
        words = self._read(source, line)
        text, links = _joined(words.lines)
        return Cell(text or " ".join(image.alt for image in words.images), links, tuple(words.notes))

    def footnotes(self, marks: Iterable[str], line: int) -> Iterator[Footnote]:
        """The notes of these marks that did not stand anywhere yet, and those that they point to."""
        waiting = list(marks)
        for mark in waiting:
            if note := self._notes.pop(mark, None):
                words = self._read(note.text, note.line)
                text, links = _joined(words.lines)
                yield Footnote(mark, text, links, note.line)
                waiting += words.notes
            elif mark not in self._marks:
                self.left_out.append(LeftOut(f"[^{mark}]", Reason.FOOTNOTE, line))

    def last_footnotes(self) -> Iterator[Footnote]:
        """The notes that nothing points to."""
        while self._notes:
            yield from self.footnotes([next(iter(self._notes))], 0)

    def _read(self, source: str, line: int) -> Words:
        words = self._words.read(source, line)
        self.left_out += words.left_out
        return words

    def _beside(self, words: Words, shown: int = 0) -> Iterator[Image | Footnote]:
        """The pictures, but for the first ones that are shown already, and the notes."""
        yield from words.images[shown:]
        if words.notes:
            yield from self.footnotes(words.notes, words.lines[0].line)


def _joined(lines: Sequence[Line]) -> tuple[str, tuple[Link, ...]]:
    """Lines as one, without the addresses that stand in them, and the links."""
    text, links = split_links(" ".join([line.text for line in lines]))
    own = [link for line in lines for link in line.links]
    return text, (*own, *links) if own else links
