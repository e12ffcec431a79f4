"""Markdown issues, as static site generators and newsletter tools keep them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from issuecast.models import Block, BulletList, Code, Image, Issue, Item, Link, NumberedList, Paragraph, Quote
from issuecast.read.head import Head, date_of, number_of, split_head, title_of_file
from issuecast.read.links import is_link
from issuecast.read.outline import Heading, sections
from issuecast.read.quotes import attributed, quote_of
from issuecast.read.residue import is_residue

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_OPENING = 600
"""So many characters before the first heading, or after it, may tell the date."""


class MarkdownReader:
    """CommonMark with GitHub's tables."""

    def detects(self, path: Path) -> bool:
        return path.suffix.lower() in {".md", ".markdown"}

    def read(self, text: str, path: Path) -> Issue:
        head = split_head(text, path)
        tree = SyntaxTreeNode(_parser().parse(head.body))
        flow = list(_Walk(head.lines).flow(tree.children))
        title, flow = _title(head, flow, path)
        opening = " ".join(one.text for one in flow if isinstance(one, Paragraph))[:_OPENING]
        return Issue(
            title=title,
            sections=sections(flow),
            date=date_of(head, title, opening, path),
            author=head.text("author", "authors"),
            number=number_of(head, title),
            url=head.text("url", "canonical_url", "link"),
            language=head.text("language", "lang"),
        )


class _Parser(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802  the library's name
        """Any link is one to the parser, or a bad address would stay in the words; see `is_link`."""
        return True


@cache
def _parser() -> MarkdownIt:
    return _Parser("commonmark", {"maxNesting": 100}).enable("table")


def _title(head: Head, flow: list[Heading | Block], path: Path) -> tuple[str, list[Heading | Block]]:
    """The issue's title, and the flow without the heading that only says it again."""
    first = flow[0] if flow else None
    is_title = isinstance(first, Heading) and first.level == 1
    told = head.text("title")
    if isinstance(first, Heading) and is_title and told in {"", first.text}:
        return first.text, flow[1:]
    return told or title_of_file(path), flow


@dataclass(frozen=True, slots=True)
class _Walk:
    """Turns syntax nodes into blocks; `above` is the number of lines that the front matter takes."""

    above: int

    def flow(self, nodes: Iterable[SyntaxTreeNode]) -> Iterator[Heading | Block]:
        """Headings and blocks in order; quotations know their speakers."""
        waiting: list[Block] = []
        for node in nodes:
            if node.type != "heading":
                waiting += self._block(node)
                continue
            yield from attributed(waiting)
            waiting = []
            text, _ = _inline(node)
            if text:
                yield Heading(text, int(node.tag[1:]), self._line(node))
        yield from attributed(waiting)

    def _line(self, node: SyntaxTreeNode) -> int:
        return self.above + node.map[0] + 1 if node.map else 0

    def _block(self, node: SyntaxTreeNode) -> list[Block]:
        """The blocks that a node stands for: mostly one, none for rules and comments."""
        kinds: dict[str, Callable[[SyntaxTreeNode], list[Block]]] = {
            "paragraph": self._paragraph,
            "heading": self._paragraph,  # inside an item or a quotation
            "bullet_list": self._bullets,
            "ordered_list": self._numbers,
            "blockquote": self._quote,
            "fence": self._code,
            "code_block": self._code,
            "html_block": self._html,
            "table": self._table,
        }
        kind = kinds.get(node.type)
        return kind(node) if kind else []

    def _bullets(self, node: SyntaxTreeNode) -> list[Block]:
        return [BulletList(self._items(node), self._line(node))]

    def _numbers(self, node: SyntaxTreeNode) -> list[Block]:
        return [NumberedList(self._items(node), self._line(node))]

    def _table(self, node: SyntaxTreeNode) -> list[Block]:
        return [BulletList(tuple(self._rows(node)), self._line(node))]

    def _code(self, node: SyntaxTreeNode) -> list[Block]:
        return [Code(node.content, node.info.strip(), self._line(node))]

    def _html(self, node: SyntaxTreeNode) -> list[Block]:
        text = _words_of_html(node.content)
        return [Paragraph(text, (), self._line(node))] if text else []

    def _paragraph(self, node: SyntaxTreeNode) -> list[Block]:
        text, links = _inline(node)
        if text and not is_residue(text):
            return [Paragraph(text, links, self._line(node))]
        pictures = [] if text else [n for n in node.walk() if n.type == "image"]
        return [Image(" ".join(n.content.split()), str(n.attrs["src"]), self._line(node)) for n in pictures]

    def _items(self, node: SyntaxTreeNode) -> tuple[Item, ...]:
        items = (Item(attributed(b for n in item.children for b in self._block(n))) for item in node.children)
        return tuple(item for item in items if item.blocks)

    def _quote(self, node: SyntaxTreeNode) -> list[Block]:
        """Paragraphs of a quotation are one; what else it holds follows it."""
        inner = [block for child in node.children for block in self._block(child)]
        said = [block for block in inner if isinstance(block, Paragraph)]
        others: list[Block] = [block for block in inner if not isinstance(block, Paragraph)]
        if not said:
            return others
        text, speaker = quote_of([block.text for block in said])
        links = tuple(link for block in said for link in block.links)
        return [Quote(text, speaker, links, self._line(node)), *others]

    def _rows(self, table: SyntaxTreeNode) -> Iterator[Item]:
        """Each row below the table's head as one line of its cells."""
        for row in (n for n in table.walk() if n.type == "tr" and n.parent and n.parent.type == "tbody"):
            cells = [_inline(cell) for cell in row.children]
            text = ", ".join(words for words, _ in cells if words)
            if text:
                yield Item(
                    (Paragraph(text, tuple(li for _, links in cells for li in links), self._line(row)),)
                )


def _inline(node: SyntaxTreeNode) -> tuple[str, tuple[Link, ...]]:
    """The words of a node on one line, without markup, and the links that they carry."""
    links: list[Link] = []
    words = "".join(_pieces(node, links))
    return " ".join(words.split()), tuple(links)


def _pieces(node: SyntaxTreeNode, links: list[Link]) -> Iterator[str]:
    for child in node.children:
        match child.type:
            case "text" | "code_inline":
                yield child.content
            case "softbreak" | "hardbreak":
                yield " "
            case "html_inline":
                yield " " if child.content.lower().startswith("<br") else ""
            case "image":
                pass
            case "link":
                text = "".join(_pieces(child, links))
                url = str(child.attrs.get("href", ""))
                if is_link(url):
                    links.append(Link(" ".join(text.split()), url))
                yield text
            case _:
                yield from _pieces(child, links)


def _words_of_html(html: str) -> str:
    """The words of a block of HTML; comments, scripts and styles say nothing."""
    shown = re.sub(
        r"<(script|style)\b.*?(?:</\1>|\Z)", " ", _COMMENT.sub(" ", html), flags=re.DOTALL | re.IGNORECASE
    )
    text = " ".join(unescape(_TAG.sub(" ", shown)).split())
    return "" if is_residue(text) else text
