"""Lines of Markdown → headings and blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from issuecast.models import (
    Aside,
    Block,
    BulletList,
    Code,
    Item,
    LeftOut,
    NumberedList,
    Paragraph,
    Quote,
    Reason,
    Table,
)
from issuecast.read.html import fragment
from issuecast.read.links import settled
from issuecast.read.markdown.definitions import Definitions
from issuecast.read.markdown.parser import TABLE, Row, Token, block_tokens
from issuecast.read.markdown.stretches import (
    HeadingLine,
    PlainList,
    PlainParagraph,
    Stretch,
    Unread,
    stretches,
)
from issuecast.read.markdown.text import Texts
from issuecast.read.outline import Heading
from issuecast.read.quotes import attributed, quote_of

_MOST_PARSED = 30_000
"""So many lines the parser reads, for some 30 µs each; of those beyond, only the words are taken."""
_SIGNS = re.compile(r"[\s>#*+|-]*(?:\d{1,9}[.)]\s)?")
_COMMENT = re.compile(r"<!--(?P<words>.*?)(?:-->|\Z)", re.DOTALL)
_ALERT = re.compile(r"(?P<mark>\[!\w{1,20}\][+-]?)\s*")


def finished(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Blocks of one section, in which no paragraph is mere links, and quotations know their speakers."""
    return attributed(settled(blocks))


class Blocks:
    """Makes the blocks of an issue's lines; `left_out` accounts for what has become no block."""

    def __init__(self, definitions: Definitions) -> None:
        self._lines = definitions.lines
        self._texts = Texts(definitions)
        self._lines_left = _MOST_PARSED
        self._first = 1  # the file's line that the parser's first one is

    @property
    def left_out(self) -> list[LeftOut]:
        return self._texts.left_out

    def flow(self) -> Iterator[Heading | Block]:
        """Headings and blocks in order; footnotes that nothing points to come last."""
        yield from self.read(stretches(self._lines))

    def read(self, found: Iterable[Stretch]) -> Iterator[Heading | Block]:
        """Headings and blocks of these stretches, which are all that there are."""
        for stretch in found:
            yield from self._stretch(stretch)
        yield from self._texts.last_footnotes()

    def _stretch(self, stretch: Stretch) -> Iterator[Heading | Block]:
        match stretch:
            case HeadingLine(text, level, line):
                yield from self._texts.heading(text, level, line)
            case PlainParagraph(text, line):
                yield from self._texts.paragraphs(text, line)
            case PlainList(entries, numbered, line):
                made = (finished(self._texts.paragraphs(text, at)) for at, text in entries)
                yield from _list(made, line, numbered=numbered)
            case Unread(lines, line) if len(lines) <= self._lines_left:
                self._lines_left -= len(lines)
                yield from self._parse(lines, line)
            case Unread(lines, line):
                yield from self._glance(lines, line)

    def _glance(self, lines: Sequence[str], line: int) -> Iterator[Block]:
        for at, text in enumerate(lines, line):
            if text.strip():
                yield from self._texts.paragraphs(_SIGNS.sub("", text, count=1), at)

    def _parse(self, lines: Sequence[str], line: int) -> Iterator[Heading | Block]:
        self._first = line
        yield from self._walk(iter(block_tokens(lines, line)))

    def _walk(self, tokens: Iterator[Token]) -> Iterator[Heading | Block]:
        """Headings and blocks in order, until the block that holds them ends.

        Each method that is given the tokens takes what it needs off them.
        """
        for token in tokens:
            line = self._first + token.map[0] if token.map else 0
            match token.type:
                case "heading_open":
                    yield from self._texts.heading(_content(tokens), int(token.tag[1:]), line)
                case "paragraph_open":
                    yield from self._texts.paragraphs(_content(tokens), line)
                case "fence" | "code_block":
                    yield self._code(token, line)
                case "html_block":
                    yield from self._html(token.content, line)
                case _ if token.type == TABLE:
                    yield from self._table(token.meta["rows"])
                case _ if token.nesting < 0:
                    return
                case _:
                    yield from self._held(token.type, tokens, line)

    def _held(self, kind: str, tokens: Iterator[Token], line: int) -> Iterator[Block]:
        """The list or quotation that a token of this kind opens."""
        match kind:
            case "bullet_list_open" | "ordered_list_open":
                yield from _list(self._items(tokens), line, numbered=kind == "ordered_list_open")
            case "blockquote_open":
                yield from self._quotation(tokens, line)

    def _items(self, tokens: Iterator[Token]) -> Iterator[tuple[Block, ...]]:
        for token in tokens:
            if token.nesting < 0:
                return
            yield finished(self._inner(tokens))

    def _inner(self, tokens: Iterator[Token]) -> list[Block]:
        """The blocks in a block, where a heading is one more paragraph."""
        return [
            Paragraph(one.text, (), one.line) if isinstance(one, Heading) else one
            for one in self._walk(tokens)
        ]

    def _quotation(self, tokens: Iterator[Token], line: int) -> Iterator[Block]:
        """Paragraphs of a quotation are one, or an aside if it begins as GitHub's alerts do ("[!NOTE]"); what
        else it holds follows it.
        """
        inner = self._inner(tokens)
        paragraphs = [block for block in inner if isinstance(block, Paragraph)]
        said = [block.text for block in paragraphs if block.text]
        links = tuple(link for block in paragraphs for link in block.links)
        if said and (alert := _ALERT.match(said[0])):
            self._texts.left_out.append(LeftOut(alert["mark"], Reason.FURNITURE, line))
            said[0] = said[0][alert.end() :]
            yield Aside(" ".join(filter(None, said)), links, line)
        elif said:
            text, speaker = quote_of(said)
            yield Quote(text, speaker, links, line)
        yield from (block for block in inner if not isinstance(block, Paragraph))

    def _code(self, token: Token, line: int) -> Code:
        """A block of code; its first line may say more than the language."""
        language, _, more = " ".join(token.info.split()).partition(" ")
        if more:
            self._texts.left_out.append(LeftOut(more, Reason.FURNITURE, line))
        return Code(token.content, language.strip("{}."), line)

    def _html(self, source: str, line: int) -> Iterator[Heading | Block]:
        for match in _COMMENT.finditer(source):
            words, ends = " ".join(match["words"].split()), match[0].count("\n")
            if words:
                first = line + source.count("\n", 0, match.start())
                self._texts.left_out.append(LeftOut(words, Reason.HIDDEN, first, first + ends if ends else 0))
        found, left_out = fragment(source, line)
        self._texts.left_out += left_out
        yield from found

    def _table(self, rows: Sequence[Row]) -> Iterator[Block]:
        """The table, then the footnotes that its cells point to."""
        line = rows[0].line
        cells = [[self._texts.cell(cell, row.line) for cell in row.cells] for row in rows]
        head, *below = (tuple(cell.text for cell in row) for row in cells)
        links = tuple(link for row in cells for cell in row for link in cell.links)
        yield Table(head if any(head) else (), tuple(row for row in below if any(row)), links, line)
        yield from self._texts.footnotes([mark for row in cells for cell in row for mark in cell.notes], line)


def _list(items: Iterable[tuple[Block, ...]], line: int, *, numbered: bool) -> Iterator[Block]:
    kept = tuple(Item(blocks) for blocks in items if blocks)
    if kept:
        yield (NumberedList if numbered else BulletList)(kept, line)


def _content(tokens: Iterator[Token]) -> str:
    """The source between an opening token, which is gone already, and its end."""
    source = next(tokens).content
    next(tokens)
    return source
