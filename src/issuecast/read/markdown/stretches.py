"""Markdown → stretches: lines that can be read without those around them.

What most lines are can be seen at once: a heading, a paragraph, a list of plain entries. Only the other
stretches are the parser's, some hundred lines at a time: so its memory and work stay small.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class HeadingLine:
    text: str
    level: int
    line: int


@dataclass(frozen=True, slots=True)
class PlainParagraph:
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class PlainList:
    """Entries of one line each, by the lines that they stand in."""

    entries: tuple[tuple[int, str], ...]
    numbered: bool
    line: int


@dataclass(frozen=True, slots=True)
class Unread:
    """Lines for the parser."""

    lines: list[str]
    line: int


Stretch: TypeAlias = HeadingLine | PlainParagraph | PlainList | Unread

_HEADING = re.compile(r"(#{1,6})[ \t]+(?:#+[ \t]*)?(\S.*?)?(?:[ \t]+#+)?[ \t]*")
_PLAIN = r"(?:[^\W\d_]|\[|[\"“‘'(]+[^\W_]|\*\*?[^\W_]|\*\*?\[|\d(?!\d{0,8}[.)](?:[ \t]|$)))"
_TEXT = re.compile(rf"{_PLAIN}.*")
_ENTRY = re.compile(rf"(?:(?P<bullet>[-*+])|\d{{1,9}}(?P<mark>[.)]))[ \t]{{1,3}}(?P<text>{_PLAIN}.*)")
_GOES_ON = re.compile(r"[ \t]|[-*+](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HTML = re.compile(
    r" {0,3}<(?:(?P<tag>script|pre|style|textarea)\b|(?P<sign>!--|\?|!\[CDATA\[|!))", re.IGNORECASE
)
_OPENINGS = ("`", "~", "<")
_ENDS = {"!--": "-->", "?": "?>", "![CDATA[": "]]>", "!": ">"}
_MOST_LINES = 400
_LONGEST = 2000
"""A list or quotation of more lines is cut into several, where a line is not indented."""
_INSIDE = ("", " ", "\t", "|")


def stretches(lines: Sequence[str]) -> Iterator[Stretch]:
    """The stretches of these lines, which are numbered from 1, in order."""
    waiting: list[str] = []
    start = 1
    for own, line in _cut(lines):
        stretch = own if isinstance(own, HeadingLine) else _recognized(own, line)
        if waiting and (not isinstance(stretch, Unread) or len(waiting) > _MOST_LINES):
            yield Unread(waiting, start)
            waiting = []
        if isinstance(stretch, Unread):
            start = start if waiting else line
            waiting += stretch.lines
        elif stretch:
            yield stretch
    if waiting:
        yield Unread(waiting, start)


def _cut(lines: Sequence[str]) -> Iterator[tuple[HeadingLine | list[str], int]]:
    """Headings, and runs of lines that can be read alone, with the number of their first line.

    A run ends where an unindented line that is no entry follows a blank one; not in a fence, and not in HTML.
    """
    own: list[str] = []
    start, end, blank, html = 1, "", True, False
    for number, line in enumerate(lines, 1):
        if end:
            own.append(line)
            end = "" if _is_end(line, end) else end
            continue
        heading = _HEADING.fullmatch(line) if line[:1] == "#" and not html else None
        if own and (heading or (blank and _stands_alone(line)) or _is_too_long(own, line)):
            yield own, start
            own = []
        if heading:
            yield HeadingLine(heading[2] or "", len(heading[1]), number), number
            blank = True
            continue
        start = start if own else number
        own.append(line)
        end, blank = _end_of(line), not line or line.isspace()
        html = not blank and (html or line.lstrip(" ")[:1] == "<")
    if own:
        yield own, start


def _is_too_long(own: Sequence[str], line: str) -> bool:
    return len(own) > _LONGEST and line[:1] not in _INSIDE


def _stands_alone(line: str) -> bool:
    """Whether a line below a blank one belongs to no list above it."""
    return bool(line) and not _GOES_ON.match(line)


def _end_of(line: str) -> str:
    """What ends the fence or the HTML that this line begins; "" if it begins none, or ends it."""
    if line.lstrip(" ")[:1] not in _OPENINGS:
        return ""
    if fence := _FENCE.match(line):
        return "" if fence[1][0] == "`" and "`" in line[fence.end() :] else fence[1]
    if not (html := _HTML.match(line)):
        return ""
    end = f"</{html['tag'].lower()}" if html["tag"] else _ENDS[html["sign"]]
    return "" if end in line[html.end() :].lower() else end


def _is_end(line: str, end: str) -> bool:
    if end[0] in "`~":
        bare = line.strip()
        return bare.startswith(end) and not bare.strip(end[0])
    return end in line.lower()


def _recognized(lines: list[str], line: int) -> Stretch | None:
    """What lines between two cuts are, None if they are blank."""
    told = [(number, text) for number, text in enumerate(lines, line) if text.strip()]
    if not told:
        return None
    if lines[0] and all(_TEXT.fullmatch(text) for _, text in told):
        return PlainParagraph("\n".join(lines[: len(told)]), line)
    entries = [_ENTRY.fullmatch(text) for _, text in told]
    marks = {(entry["bullet"], entry["mark"]) if entry else None for entry in entries}
    if len(marks) == 1 and None not in marks:
        texts = tuple(
            (number, entry["text"]) for (number, _), entry in zip(told, entries, strict=True) if entry
        )
        return PlainList(texts, entries[0]["mark"] is not None, told[0][0]) if entries[0] else None
    return Unread(lines, line)
