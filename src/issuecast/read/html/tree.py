"""The parser: HTML → the elements and words of a document, in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, LexborNode

from issuecast.read.html.marked import LINE, RENAMED, marked

# What a mail fills the line with that an inbox shows, and controls: as in file.py, which sees no entities.
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u034f\u200b\u200e\u200f\u2060\ufeff")) | dict.fromkeys(
    (*range(9), 11, 12, *range(14, 32), *range(127, 160)), " "
)


_MOST_FOUND = 100
_LONGEST_LINE = 9  # an attribute of that name may stand in the source


class Start(NamedTuple):
    """An element begins; names are in lower case, an attribute without a value is "", `key` is its own."""

    tag: str
    attributes: Mapping[str, str]
    line: int
    key: int


class End(NamedTuple):
    """The element that began last, and has not ended yet, ends."""


class Chars(NamedTuple):
    """Text as it stands in the source, entities resolved; `line` is that of its first visible character."""

    text: str
    line: int


Event: TypeAlias = Start | End | Chars


_END = End()


class Found(NamedTuple):
    """An element that was asked for, and all the text in it."""

    start: Start
    text: str


class Tree:
    """A parsed document, from the source's `line` on."""

    def __init__(self, html: str, line: int = 1) -> None:
        self._line = line
        self._parser = LexborHTMLParser(marked(html, line), options=LexborDocumentOptions.WO_EVENTS)

    def find(self, selector: str) -> Iterator[Found]:
        """The elements that a CSS selector names, in order."""
        for node in self._parser.css(selector):
            yield Found(_start(node, 0), node.text())

    def find_outermost(self, selector: str) -> Iterator[Found]:
        """Those of the elements that are in no other of them, in order; none if there are many."""
        nodes = self._parser.css(selector)
        keys = {node.mem_id for node in nodes}
        for node in nodes if len(nodes) <= _MOST_FOUND else ():
            around = node.parent
            while around is not None and around.mem_id not in keys:
                around = around.parent
            if around is None:
                yield Found(_start(node, 0), node.text())

    def __iter__(self) -> Iterator[Event]:
        """The document in order. It is walked and not recursed into, however deep it is."""
        line = self._line
        node: LexborNode | None = self._parser.root
        while node is not None:
            text = node.text_content if node.is_text_node else None
            if text is not None:
                if text := text.translate(_UNSEEN):
                    blank = len(text) - len(text.lstrip())
                    yield Chars(text, line + text.count("\n", 0, blank))
                    line += text.count("\n")
            elif node.is_element_node:
                start = _start(node, line)
                line = start.line
                yield start
                if (child := node.first_child) is not None:
                    node = child
                    continue
                yield _END
            while node is not None and node.next is None:
                node = node.parent
                if node is not None and node.is_element_node:
                    yield _END
            node = node and node.next


def _start(node: LexborNode, line: int) -> Start:
    attributes = {name.lower(): value or "" for name, value in node.attributes.items()}
    told = attributes.pop(LINE, "")
    return Start(
        _name(node),
        attributes,
        int(told) if told.isdecimal() and len(told) < _LONGEST_LINE else line,
        node.mem_id,
    )


def _name(node: LexborNode) -> str:
    return (node.tag or "").removeprefix(RENAMED)
