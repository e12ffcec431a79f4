"""Plain-text issues: a newsletter as it is pasted from a mail or a page.

What Markdown says by signs, pasted text says by its look. Lines become pieces (pieces.py), some pieces
headings (headings.py), pieces blocks, and headings nest (outline.py, parts.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from issuecast.models import Aside, Block, Issue, LeftOut, Link, Paragraph, Quote, Reason
from issuecast.read.front_matter import split_front_matter
from issuecast.read.inline import split_call_outs, without_marks
from issuecast.read.labels import runs
from issuecast.read.links import definition, settled, split_links
from issuecast.read.naming import issue_of
from issuecast.read.outline import Flow, Heading, in_each_section
from issuecast.read.quotes import attributed, quote_of
from issuecast.read.reading_times import without_reading_time
from issuecast.read.residue import dropped, without_residue
from issuecast.read.signs import Style
from issuecast.read.source import Source
from issuecast.read.text.headings import level_of
from issuecast.read.text.lists import lists
from issuecast.read.text.masthead import split_masthead
from issuecast.read.text.parts import with_parts
from issuecast.read.text.pieces import Entry, Piece, SetApart, Text, Title, pieces, text_of
from issuecast.read.titles import Spelling, spelling_in, unshouted

_MARKDOWN = re.compile(r"^(?:#{1,6} |```|[-*+] |\d+\. |> )|\]\(\S+\)|^\S.*\n(?:===+|---+)$", re.MULTILINE)
MARKDOWN = (".md", ".markdown", ".mdx")
_PASTED = re.compile(r"^[ \t]*[•‣◦▪●] ", re.MULTILINE)


def is_pasted(text: str) -> bool:
    """Whether a text has bullets as mails and pages have them, and no Markdown."""
    body = text.partition("\n---\n")[2] if text.startswith("---\n") else text
    return _PASTED.search(body) is not None and _MARKDOWN.search(body) is None


class TextReader:
    """Pasted text: anything called .txt, and what is called .md and has bullets but no Markdown in it."""

    def detects(self, source: Source) -> bool:
        return source.suffix in {".txt", ".text"} or (source.suffix in MARKDOWN and is_pasted(source.text))

    def read(self, source: Source) -> Issue:
        front, body = split_front_matter(source.text, source.path)
        told = body.split("\n")
        lines = without_residue(told)
        left_out = list(dropped(told, lines))
        references = {number: pair for number, line in enumerate(lines, 1) if (pair := definition(line))}
        left_out += (LeftOut(lines[number - 1].strip(), Reason.ADDRESS, number) for number in references)
        found = pieces(["" if number in references else line for number, line in enumerate(lines, 1)])
        if references and found and isinstance(last := found[-1], Title):
            found.pop()  # "Links:", above the addresses that are gone
            left_out.append(LeftOut(last.text, Reason.FURNITURE, last.line))
        masthead, composer = split_masthead(found), _Composer(dict(references.values()), spelling_in(body))
        title = composer.title(masthead.title)
        flow = list(in_each_section(composer.flow(masthead.pieces), lambda run: attributed(settled(run))))
        flow = _with_headline(flow, title, front.title)
        if not any(isinstance(piece, Title) and piece.style is Style.HASHES for piece in found):
            flow = with_parts(flow)
        left_out += (*masthead.left_out, *composer.left_out)
        return issue_of(front, source, flow, title=title, author=masthead.author, left_out=left_out)


def _with_headline(flow: Flow, title: str, told: str) -> Flow:
    """The flow, below its title if the front matter tells another one and no heading says it yet."""
    headings = [one for one in flow if isinstance(one, Heading)]
    if not told or title.casefold() in {"", told.casefold(), *(one.text.casefold() for one in headings)}:
        return flow
    return [Heading(title, headings[0].level if headings else 1, 1), *flow]


@dataclass(frozen=True, slots=True)
class _Composer:
    """Makes blocks of pieces; `references` are the addresses of numbers in brackets.

    `left_out` accounts for what is nothing but an address.
    """

    references: Mapping[str, str]
    spelling: Spelling
    left_out: list[LeftOut] = field(default_factory=list)

    def flow(self, found: Sequence[Piece]) -> Iterator[Heading | Block]:
        for is_title, run in groupby(found, key=lambda piece: isinstance(piece, Title)):
            if is_title:
                yield from (one for piece in run if isinstance(piece, Title) for one in self._heading(piece))
            else:
                yield from self._blocks(run)

    def title(self, text: str) -> str:
        """A title on one line, not shouted, without marks, addresses and last colon."""
        words = self._paragraph(text, 0).text
        return unshouted(words.removesuffix(":") or text, self.spelling)

    def _heading(self, piece: Title) -> Iterator[Heading | Block]:
        title = self.title(piece.text)
        yield Heading(title, level_of(piece), piece.line)
        if links := self._paragraph(piece.text, 0).links:  # for the paragraph below to take
            words, _ = without_reading_time(title)
            yield Paragraph("", tuple(Link(words, link.url) for link in links), piece.line)

    def _blocks(self, run: Iterable[Piece]) -> Iterator[Block]:
        """The blocks of pieces that are no headings; entries, and text that goes on with them, are lists."""
        entries: list[Entry | Text] = []
        for piece in run:
            if isinstance(piece, Entry) or (isinstance(piece, Text) and _goes_on(piece, entries)):
                entries.append(piece)
                continue
            yield from lists(entries, self._text)
            entries = []
            if isinstance(piece, SetApart):
                yield self._set_apart(piece)
            elif isinstance(piece, Text):
                for start, end in runs(piece.lines):
                    yield from self._text(
                        replace(piece, lines=piece.lines[start:end], line=piece.line + start)
                    )
        yield from lists(entries, self._text)

    def _text(self, piece: Entry | Text) -> list[Block]:
        """A paragraph, and what was set apart in it."""
        words, *call_outs = split_call_outs(text_of(piece))
        own = self._paragraph(words, piece.line)
        if not own.text and words:
            self.left_out.append(LeftOut(words, Reason.ADDRESS, piece.line))
        asides = [self._paragraph(text, piece.line) for text in call_outs]
        return [own, *(Aside(a.text, a.links, a.line) for a in asides)]

    def _set_apart(self, piece: SetApart) -> Block:
        """Somebody's words if the lines say whose, or stand in quotation marks; else an aside."""
        lines = [line for line in piece.lines if line] or [""]
        text, speaker = quote_of(lines)
        said = self._paragraph(text, piece.line)
        if speaker or text != " ".join(lines):
            return Quote(said.text, speaker, said.links, said.line)
        return Aside(said.text, said.links, said.line)

    def _paragraph(self, text: str, line: int) -> Paragraph:
        words, links = split_links(without_marks(text), self.references)
        return Paragraph(words, links, line)


def _goes_on(piece: Text, entries: Sequence[Entry | Text]) -> bool:
    """Whether a text is indented below the last entry, and so belongs to it."""
    last = next((entry for entry in reversed(entries) if isinstance(entry, Entry)), None)
    return last is not None and piece.indent >= last.indent + 2
