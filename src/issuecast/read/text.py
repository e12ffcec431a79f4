"""Plain-text issues: a newsletter as it is pasted from a mail or a page.

What Markdown says by signs, pasted text says by shape. Lines become pieces (a heading, an entry of a list, a
paragraph, …), pieces become blocks and headings, and these nest as sections.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from issuecast.models import Aside, Block, BulletList, Issue, Item, NumberedList, Paragraph, Quote
from issuecast.read.head import Head, date_of, number_of, split_head, title_of_file
from issuecast.read.links import split_links
from issuecast.read.outline import Heading, sections
from issuecast.read.parts import with_parts
from issuecast.read.quotes import attributed, quote_of, speaker_of
from issuecast.read.residue import is_residue
from issuecast.read.titles import banner, looks_like_heading, unshouted

_BULLET = re.compile(r"\s*[•‣◦▪▸►●○∙·*+–-]\s+(?P<text>\S.*)")
_NUMBERED = re.compile(r"\s*\d{1,3}[.)]\s+(?P<text>\S.*)")
_QUOTED = re.compile(r"\s*>+\s?(?P<text>.*)")
_HASHES = re.compile(r"(?P<level>#{1,6})\s+(?P<text>\S.*?)\s*#*")
_UNDERLINE = re.compile(r"\s*(={3,}|-{3,}|~{3,})\s*")
_RULE = re.compile(r"[\W_]*")
_CALL_OUT = re.compile(r"(?<=[.!?\"”’)])\s+>\s+(?=[^\W\d_])")
_MARKS = re.compile(r"(\*\*|__)(?=\S)(?P<text>.+?)(?<=\S)\1")
_OPENING = 600


@dataclass(frozen=True, slots=True)
class _Piece:
    """Lines that belong together. `kind`: "heading", "bullet", "number", "quote" or "text"."""

    kind: str
    lines: tuple[str, ...]
    line: int
    level: int = 1

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.lines).split())


class TextReader:
    """Anything that is called .txt."""

    def detects(self, path: Path) -> bool:
        return path.suffix.lower() in {".txt", ".text"}

    def read(self, text: str, path: Path) -> Issue:
        head = split_head(text, path)
        pieces = list(_pieces(head.body.split("\n"), head.lines))
        title, pieces = _title(head, pieces, path)
        opening = " ".join(piece.text for piece in pieces)[:_OPENING]
        return Issue(
            title=title,
            sections=sections(with_parts(list(_flow(pieces)))),
            date=date_of(head, title, opening, path),
            author=head.text("author", "authors"),
            number=number_of(head, title),
            url=head.text("url", "canonical_url", "link"),
            language=head.text("language", "lang"),
        )


def _title(head: Head, pieces: list[_Piece], path: Path) -> tuple[str, list[_Piece]]:
    """The issue's title: told, or its first banner (which stays a heading), or a heading at the very top."""
    if told := head.text("title"):
        return told, pieces
    for piece in pieces:
        if piece.kind == "heading" and piece.level == 0:
            return unshouted(piece.text), pieces
    first = pieces[0] if pieces else None
    if first and first.kind == "heading" and len(pieces) > 1:
        return unshouted(first.text), pieces[1:]
    return title_of_file(path), pieces


def _pieces(lines: Sequence[str], above: int) -> Iterator[_Piece]:
    """The pieces of a text in order, page residue and rules left out; `above` lines were taken off before."""
    start = 0
    kept = [(number, line) for number, line in enumerate(lines, above + 1) if not is_residue(line)]
    while start < len(kept):
        end = start
        while end < len(kept) and kept[end][1].strip():
            end += 1
        yield from _chunk(kept[start:end], last=not any(line.strip() for _, line in kept[end:]))
        start = end + 1


def _chunk(lines: list[tuple[int, str]], *, last: bool) -> Iterator[_Piece]:
    """The pieces of lines between two blank ones."""
    waiting: _Piece | None = None
    for i, (number, line) in enumerate(lines):
        underlined = i + 1 < len(lines) and _UNDERLINE.fullmatch(lines[i + 1][1])
        alone = len(lines) == 1 and not last
        piece = _opened(line, number, alone=alone, underlined=bool(underlined))
        if piece:
            yield from [waiting] if waiting else []
            waiting = piece
        elif not _RULE.fullmatch(line):
            waiting = (
                replace(waiting, lines=(*waiting.lines, line)) if waiting else _Piece("text", (line,), number)
            )
        if waiting and waiting.kind == "heading":
            yield waiting
            waiting = None
    yield from [waiting] if waiting else []


def _opened(line: str, number: int, *, alone: bool, underlined: bool) -> _Piece | None:
    """The piece that this line begins, or None if it goes on with the one before it, or says nothing."""
    if _RULE.fullmatch(line):
        return None
    if heading := _told_heading(line, number, underlined=underlined):
        return heading
    if speaker_of(line):
        return _Piece("text", (line,), number)
    for kind, form in (("bullet", _BULLET), ("number", _NUMBERED), ("quote", _QUOTED)):
        if match := form.fullmatch(line):
            return _Piece(kind, (match["text"],), number)
    return _Piece("heading", (line,), number) if alone and looks_like_heading(line.strip()) else None


def _told_heading(line: str, number: int, *, underlined: bool) -> _Piece | None:
    """The heading that this line is by a sign: a banner (level 0), hashes, or a line under it."""
    if title := banner(line):
        return _Piece("heading", (title,), number, level=0)
    if match := _HASHES.fullmatch(line):
        return _Piece("heading", (match["text"],), number, len(match["level"]))
    return _Piece("heading", (line,), number) if underlined else None


def _flow(pieces: Iterable[_Piece]) -> Iterator[Heading | Block]:
    """Pieces as headings and blocks: neighbouring entries are a list, quotations know their speakers."""
    for is_heading, run in groupby(pieces, key=lambda piece: piece.kind == "heading"):
        if is_heading:
            yield from (
                Heading(unshouted(piece.text.removesuffix(":")), max(piece.level, 1), piece.line)
                for piece in run
            )
        else:
            yield from attributed(_blocks(run))


def _blocks(pieces: Iterable[_Piece]) -> Iterator[Block]:
    for kind, run in groupby(pieces, key=lambda piece: piece.kind):
        entries = list(run)
        if kind == "bullet":
            yield BulletList(tuple(Item((_paragraph(e.text, e.line),)) for e in entries), entries[0].line)
        elif kind == "number":
            yield NumberedList(tuple(Item((_paragraph(e.text, e.line),)) for e in entries), entries[0].line)
        elif kind == "quote":
            yield from _set_apart(entries)
        else:
            for entry in entries:
                yield from _paragraphs(entry)


def _paragraph(text: str, line: int) -> Paragraph:
    words, links = split_links(_MARKS.sub(r"\g<text>", text))
    return Paragraph(words, links, line)


def _paragraphs(piece: _Piece) -> Iterator[Block]:
    """Running text; what follows a ">" between two sentences was set apart before it was pasted."""
    if len(piece.lines) > 1 and speaker_of(piece.lines[-1]):
        said, by = piece.lines[:-1], piece.lines[-1]
        yield _paragraph(" ".join(" ".join(said).split()), piece.line)
        yield Paragraph(by.strip(), (), piece.line + len(said))
        return
    first, *call_outs = _CALL_OUT.split(piece.text)
    yield from [_paragraph(first, piece.line)] if first else []
    for call_out in call_outs:
        aside = _paragraph(call_out, piece.line)
        yield Aside(aside.text, aside.links, aside.line)


def _set_apart(pieces: Sequence[_Piece]) -> Iterator[Block]:
    """Lines behind ">": somebody's words if they say whose, or stand in quotation marks; else an aside."""
    lines = [line for piece in pieces for line in piece.lines]
    whole = _paragraph(" ".join(" ".join(lines).split()), pieces[0].line)
    text, speaker = quote_of([line for line in lines if line.strip()] or [""])
    if speaker or text != whole.text:
        words, links = split_links(text)
        yield Quote(words, speaker, links, whole.line)
    else:
        yield Aside(whole.text, whole.links, whole.line)
