"""Markdown issues, as static site generators and newsletter tools keep them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from issuecast.errors import IssueError
from issuecast.models import (
    Block,
    BulletList,
    Code,
    Image,
    Issue,
    Item,
    LeftOut,
    Link,
    NumberedList,
    Paragraph,
    Quote,
)
from issuecast.read.front_matter import split_front_matter
from issuecast.read.headline import split_headline
from issuecast.read.links import is_address, is_link, settled, split_links
from issuecast.read.naming import issue_of
from issuecast.read.outline import Heading, in_each_section
from issuecast.read.quotes import attributed, quote_of
from issuecast.read.residue import dropped, without_residue
from issuecast.read.source import Source
from issuecast.read.text import MARKDOWN, is_pasted
from issuecast.read.titles import spelling_in, unshouted, unshouted_flow

_DEEPEST = 120
"""Levels of nesting, of which a list takes two; much deeper, the parser would run out of stack."""
_DEEPEST_LINK = 10
"""Brackets in brackets; the parser's work grows with their number."""
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_UNSEEN = re.compile(r"<(script|style)\b.*?(?:</\1>|\Z)", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_TASK = re.compile(r"\[[ xX]\]\s+")


class MarkdownReader:
    """CommonMark with GitHub's tables and ~~deletions~~."""

    def detects(self, source: Source) -> bool:
        return source.suffix in MARKDOWN and not is_pasted(source.text)

    def read(self, source: Source) -> Issue:
        front, body = split_front_matter(source.text, source.path)
        left_out: list[LeftOut] = []
        env: dict[str, Any] = {"path": source.path, "left_out": left_out}
        tokens = iter(_block_parser().parse(body, env))
        flow = in_each_section(_Walk(env).flow(tokens), _finished)
        title, headed = split_headline(list(flow), front.title)
        spelling = spelling_in(body)
        return issue_of(
            front,
            source,
            unshouted_flow(headed, spelling),
            title=unshouted(title, spelling),
            left_out=left_out,
        )


def _any_address(_url: str) -> bool:
    """To the parser, a link that leads nowhere good is a link: so its address does not stay in the words."""
    return True


@cache
def _block_parser() -> MarkdownIt:
    """Finds blocks and leaves their words as they are."""
    parser = MarkdownIt("commonmark", {"maxNesting": 2 * _DEEPEST}).enable("table")
    parser.validateLink = _any_address  # type: ignore[method-assign, assignment]
    parser.core.ruler.disable("inline")
    parser.block.ruler.before("table", "deepest", _refuse_deeper)
    return parser


@cache
def _word_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST_LINK}).enable("strikethrough")
    parser.validateLink = _any_address  # type: ignore[method-assign, assignment]
    return parser


def _refuse_deeper(state: StateBlock, line: int, _end: int, _silent: bool) -> bool:
    if state.level < _DEEPEST:
        return False
    where = f"{state.env['path']}, line {line + 1}"
    raise IssueError(f"{where}: a list or quotation is nested too deeply", "take levels out of it")


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a block on one line, their links, and the pictures between them."""

    text: str
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()


@dataclass(slots=True)
class _Gathered:
    """Words and links of a line of tokens, while they are gathered."""

    parts: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    images: list[tuple[str, str]] = field(default_factory=list)
    open: list[tuple[int, str]] = field(default_factory=list)

    def take(self, token: Token) -> None:
        match token.type:
            case "text" | "text_special" | "code_inline":
                self.parts.append(token.content)
            case "softbreak" | "hardbreak":
                self.parts.append("\n")
            case "html_inline" if token.content.lower().startswith("<br"):
                self.parts.append("\n")
            case "image":
                inner = _gathered(token.children or [])
                self.images.append(("".join(inner.parts), str(token.attrs.get("src", ""))))
            case "link_open":
                self.open.append((len(self.parts), str(token.attrs.get("href", "")).strip()))
            case "link_close" if self.open:
                self._close(*self.open.pop())

    def _close(self, start: int, url: str) -> None:
        text = " ".join("".join(self.parts[start:]).split())
        if is_link(url) and is_address(text):
            self.parts[start:] = [url]  # no words of its own: as if it stood there without brackets
        elif is_link(url) and text:
            self.links.append(Link(text, url))


def _gathered(tokens: list[Token]) -> _Gathered:
    gathered = _Gathered()
    for token in tokens:
        gathered.take(token)
    return gathered


@dataclass(frozen=True, slots=True)
class _Walk:
    """Turns the parser's tokens into blocks. Each method takes what it needs off the tokens."""

    env: dict[str, Any]

    def flow(self, tokens: Iterator[Token]) -> Iterator[Heading | Block]:
        """Headings and blocks in order, until the block that holds them ends."""
        for token in tokens:
            line = _line(token)
            match token.type:
                case "heading_open":
                    words = self._words(tokens, line, keep_residue=True)
                    if words.text:
                        yield Heading(words.text, int(token.tag[1:]), line)
                    if words.links:
                        yield Paragraph("", words.links, line)  # for the paragraph below to take
                case "paragraph_open":
                    words = self._words(tokens, line)
                    if words.text or words.links:
                        yield Paragraph(_TASK.sub("", words.text, count=1), words.links, line)
                    yield from words.images
                case "fence" | "code_block":
                    yield Code(token.content, token.info.strip(), line)
                case "html_block":
                    yield from _html(token.content, line)
                case _ if token.nesting < 0:
                    return
                case _:
                    yield from self._held(token, tokens)

    def _held(self, token: Token, tokens: Iterator[Token]) -> Iterator[Block]:
        """The list, table or quotation that a token opens."""
        match token.type:
            case "bullet_list_open":
                yield BulletList(tuple(self._items(tokens)), _line(token))
            case "ordered_list_open":
                yield NumberedList(tuple(self._items(tokens)), _line(token))
            case "table_open":
                yield BulletList(tuple(self._rows(tokens)), _line(token))
            case "blockquote_open":
                yield from self._quotation(tokens, _line(token))

    def _blocks(self, tokens: Iterator[Token]) -> list[Block]:
        """The blocks in a block, where a heading is one more paragraph."""
        return [
            Paragraph(one.text, (), one.line) if isinstance(one, Heading) else one
            for one in self.flow(tokens)
        ]

    def _items(self, tokens: Iterator[Token]) -> Iterator[Item]:
        for token in tokens:
            if token.nesting < 0:
                return
            if blocks := _finished(self._blocks(tokens)):
                yield Item(blocks)

    def _rows(self, tokens: Iterator[Token]) -> Iterator[Item]:
        """Each row below the table's head as one line of its cells."""
        cells: list[_Words] = []
        line = 0
        for token in tokens:
            match token.type:
                case "table_close":
                    return
                case "tr_open":
                    cells, line = [], _line(token)
                case "td_open":
                    cells.append(self._words(tokens, line))
                case "tr_close":
                    links = tuple(link for cell in cells for link in cell.links)
                    if text := ", ".join(cell.text for cell in cells if cell.text):
                        yield Item((Paragraph(text, links, line),))

    def _quotation(self, tokens: Iterator[Token], line: int) -> Iterator[Block]:
        """Paragraphs of a quotation are one; what else it holds follows it."""
        inner = self._blocks(tokens)
        said = [block for block in inner if isinstance(block, Paragraph) and block.text]
        if said:
            text, speaker = quote_of([block.text for block in said])
            links = tuple(link for block in inner if isinstance(block, Paragraph) for link in block.links)
            yield Quote(text, speaker, links, line)
        yield from (block for block in inner if not isinstance(block, Paragraph))

    def _words(self, tokens: Iterator[Token], line: int, *, keep_residue: bool = False) -> _Words:
        """What stands between an opening token, which is gone already, and its end."""
        source = next(tokens).content
        next(tokens)
        parser = _word_parser()
        gathered = _gathered(parser.inline.parse(source, parser, self.env, []))
        told = "".join(gathered.parts).split("\n")
        kept = told if keep_residue else without_residue(told)
        self.env["left_out"] += dropped(told, kept, line)
        text, bare = split_links(" ".join(kept))
        links = gathered.links if kept == told else [link for link in gathered.links if link.text in text]
        images = (Image(" ".join(alt.split()), url, line) for alt, url in gathered.images)
        return _Words(text, (*links, *bare), tuple(images))


def _finished(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Blocks of one section, in which no paragraph is mere links, and quotations know their speakers."""
    return attributed(settled(blocks))


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 0


def _html(source: str, line: int) -> Iterator[Block]:
    """The words of a block of HTML; comments, scripts and styles say nothing."""
    shown = _TAG.sub("\n", _UNSEEN.sub("\n", _COMMENT.sub("\n", source)))
    text, links = split_links(" ".join(without_residue(unescape(shown).split("\n"))))
    if text:
        yield Paragraph(text, links, line)
