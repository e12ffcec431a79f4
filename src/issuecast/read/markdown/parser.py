"""The Markdown parser as this project uses it: CommonMark with GitHub's tables and ~~deletions~~.

Blocks are found first, and their words left as they are; words are parsed block by block. Definitions are
gone before the parser comes (definitions.py), and a table is one token, however many rows it has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

__all__ = ["TABLE", "Row", "Token", "block_tokens", "label", "word_tokens"]

TABLE = "table"
"""The type of a table's token, whose `meta["rows"]` are its lines: the head, then those below it."""
_DEEPEST = 120
"""Levels of nesting, of which a list takes two; much deeper, the parser would run out of stack."""
_DEEPEST_LINK = 10
"""Brackets in brackets; the parser's work grows with their number."""
_MARKS = re.compile(r"(?:[\s>#*+-]|\d{1,9}[.)]\s)*")
_RULE = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_BAR = re.compile(r"(?<!\\)\|")
_MOST_COLUMNS = 100


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a line of a table, as they are written; `line` counts in the file."""

    cells: tuple[str, ...]
    line: int


def block_tokens(lines: Sequence[str], first: int) -> list[Token]:
    """The blocks of these lines, of which the first is the file's line `first`."""
    return _block_parser().parse("\n".join(lines), {"first": first})


def word_tokens(source: str, references: Mapping[str, Mapping[str, str]]) -> list[Token]:
    """The words and marks of one block; `references` are the addresses that labels stand for."""
    parser = _word_parser()
    return parser.inline.parse(source, parser, {"references": references}, [])


def label(text: str) -> str:
    """The label of a reference link as `references` knows it, in which case and spaces are all the same."""
    return normalizeReference(text)


@cache
def _block_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": 2 * _DEEPEST}).enable("table")
    parser.core.ruler.disable("inline")
    parser.block.ruler.disable("reference")
    parser.block.ruler.at("table", _table, {"alt": ["paragraph"]})
    parser.block.ruler.before("table", "deepest", _flatten_deeper)
    return parser


@cache
def _word_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST_LINK}).enable("strikethrough")
    parser.validateLink = _any_address  # type: ignore[method-assign, assignment]
    return parser


def _any_address(_url: str) -> bool:
    """To the parser, a link that leads nowhere good is a link: so its address does not stay in the words."""
    return True


def _flatten_deeper(state: StateBlock, line: int, end: int, _silent: bool) -> bool:
    """Lines nested more deeply are paragraphs, without their marks."""
    if state.level < _DEEPEST:
        return False
    for at in range(line, end):
        if words := _MARKS.sub("", _line(state, at), count=1):
            for kind, nesting in (("paragraph_open", 1), ("inline", 0), ("paragraph_close", -1)):
                token = state.push(kind, "p", nesting)  # type: ignore[arg-type]
                token.content, token.map = words if kind == "inline" else "", [at, at + 1]
    state.line = end
    return True


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line with bars above a rule of as many cells; it goes on as long as lines have bars."""
    if start + 1 >= end or state.is_code_block(start) or state.sCount[start + 1] < state.blkIndent:
        return False
    rule = _line(state, start + 1)
    if "|" not in rule or not _RULE.fullmatch(rule):
        return False
    head = _cells(_line(state, start))
    if len(head) > _MOST_COLUMNS or len(head) != len(_cells(rule)):
        return False
    if silent:
        return True
    first = state.env["first"]
    rows = [Row(head, first + start), *_rows_below(state, start + 2, end)]
    state.line = start + 1 + len(rows)
    token = state.push(TABLE, "table", 0)
    token.map = [start, state.line]
    token.meta = {"rows": rows}
    return True


def _rows_below(state: StateBlock, start: int, end: int) -> Iterator[Row]:
    for at in range(start, end):
        line = _line(state, at)
        if "|" not in line or state.sCount[at] < state.blkIndent:
            return
        yield Row(_cells(line), state.env["first"] + at)


def _line(state: StateBlock, at: int) -> str:
    return state.src[state.bMarks[at] + state.tShift[at] : state.eMarks[at]].strip()


def _cells(line: str) -> tuple[str, ...]:
    cells = _BAR.split(line.removeprefix("|"))
    if len(cells) > 1 and not cells[-1].strip():
        cells.pop()
    return tuple(cell.replace("\\|", "|").strip() for cell in cells)
