"""What a page is made of while it is read: lines of text by their look, and blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby, pairwise
from typing import TypeAlias

from issuecast.models import (
    Aside,
    Block,
    BulletList,
    Code,
    Footnote,
    Image,
    Item,
    LeftOut,
    Link,
    NumberedList,
    Paragraph,
    Quote,
    Reason,
    Sponsor,
    Table,
)
from issuecast.read.html.words import Told, one_line
from issuecast.read.links import settled
from issuecast.read.outline import Heading
from issuecast.read.quotes import attributed, speaker_of
from issuecast.read.residue import is_residue, without_residue
from issuecast.read.signs import begins_with_picture


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph, or a heading that is none by its tag; see `words.Told`."""

    text: str
    links: tuple[Link, ...]
    line: int
    strong: bool = False
    size: float = 16


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a list that is made of signs or of table cells."""

    blocks: tuple[Block, ...]
    line: int
    numbered: bool = False


Piece: TypeAlias = Heading | Block | Text | Entry

BULLET = re.compile(r"[•‣◦▪▸►●○∙·⁃–➜➤✓✔*-]|→|\N{WHITE HEAVY CHECK MARK}|\N{SMALL BLUE DIAMOND}")
NUMBER = re.compile(r"\(?\d{1,3}[.)]")
_SIGN = re.compile(rf"(?P<sign>{BULLET.pattern}|{NUMBER.pattern})\s+(?=\S)")
_SURE = "•‣◦▪▸►●○∙⁃➤✓✔"
_BEGINNING = 120
_WRAPPED = 60
_HEADING_WORDS = 12


def left_out(text: str, reason: Reason, line: int) -> LeftOut:
    """A part that is not read, by how it begins."""
    text = one_line(text[: 4 * _BEGINNING])
    return LeftOut(text if len(text) <= _BEGINNING else f"{text[: _BEGINNING - 1]}…", reason, line)


def pieces_of(group: list[Told], *, keep_residue: bool = False) -> tuple[list[Piece], list[LeftOut]]:
    """The pieces of lines with nothing between them, and the lines that belong to the page."""
    if keep_residue:
        return [_text([line]) for line in group], []
    if len(group) == 1:
        only = group[0]
        if _is_residue(only.text):
            return [], [left_out(only.text, Reason.FURNITURE, only.line)]
        return [_text(group)], []
    kept = without_residue([line.text or "-" for line in group])
    gone = [
        left_out(line.text, Reason.FURNITURE, line.line)
        for line, text in zip(group, kept, strict=True)
        if not text
    ]
    return _split([line for line, text in zip(group, kept, strict=True) if text]), gone


def blocks_of(pieces: Sequence[Piece]) -> tuple[Block, ...]:
    """The pieces inside of a block, where a heading is one more paragraph."""
    match pieces:
        case [Text(text) as only] if text and not _SIGN.match(text):
            return attributed([_block(only)])
    made = (_block(one) for one in with_lists(pieces))
    return attributed(settled(made))


def with_lists(pieces: Iterable[Piece]) -> Iterator[Heading | Block | Text]:
    """The pieces with neighbouring entries made a list; a sign that may be a mere dash needs a neighbour."""
    run: list[Text | Entry] = []
    for piece in pieces:
        if isinstance(piece, Entry) or (isinstance(piece, Text) and _SIGN.match(piece.text)):
            run.append(piece)
            continue
        yield from _lists(run)
        run = []
        yield piece
    yield from _lists(run)


def text_of(piece: Piece) -> str:
    """The words of a piece on one line."""
    match piece:
        case Text() | Heading() | Paragraph() | Quote() | Aside() | Code():
            return piece.text
        case Footnote():
            return piece.mark
        case Image():
            return piece.alt
        case Entry() | Sponsor():
            return " ".join(filter(None, map(text_of, piece.blocks)))
        case BulletList() | NumberedList():
            return " ".join(text_of(block) for item in piece.items for block in item.blocks)
        case Table():
            return " ".join(filter(None, (*piece.head, *(cell for row in piece.rows for cell in row))))


def links_of(pieces: Iterable[Piece]) -> tuple[Link, ...]:
    """The links of pieces that become one text."""
    return tuple(link for one in pieces for link in _links(one))


def _links(piece: Piece) -> tuple[Link, ...]:
    match piece:
        case Entry() | Sponsor():
            return links_of(piece.blocks)
        case BulletList() | NumberedList():
            return tuple(link for item in piece.items for link in links_of(item.blocks))
        case Heading() | Code() | Image():
            return ()
        case _:
            return piece.links


@lru_cache(maxsize=4096)
def _is_residue(text: str) -> bool:
    return is_residue(text)


def _split(group: list[Told]) -> list[Piece]:
    """Lines as entries of a list, as a heading with text, as a quotation with its speaker, or as one text."""
    if not group:
        return []
    signed = [_SIGN.match(line.text) for line in group]
    if sum(map(bool, signed)) > 1:
        return _entries(group, signed)
    if len(group) > 1 and all(begins_with_picture(line.text) for line in group):
        return [Entry((Paragraph(line.text, line.links, line.line),), line.line) for line in group]
    done: list[list[Told]] = [[group[0]]]
    for before, line in pairwise(group):
        if _parts(before, line):
            done.append([line])
        else:
            done[-1].append(line)
    return [_text(lines) for lines in done]


def _parts(before: Told, line: Told) -> bool:
    """Whether a line break parts two texts, and not the lines of one."""
    if speaker_of(line.text):
        return True
    if before.strong != line.strong and len(before.text.split()) <= _HEADING_WORDS:
        return True
    ended = before.text.endswith((".", "!", "?", ":", ";", ",", "…", "”", '"', "—", "–"))
    return len(before.text) <= _WRAPPED and not ended and not line.text[:1].islower()


def _entries(group: list[Told], signed: list[re.Match[str] | None]) -> list[Piece]:
    done: list[Piece] = []
    for line, sign in zip(group, signed, strict=True):
        if sign:
            done.append(_entry(line.text, line.links, line.line, sign))
        elif done and isinstance(done[-1], Entry):
            above = done[-1].blocks[0]
            assert isinstance(above, Paragraph)  # noqa: S101  made above
            more = replace(above, text=f"{above.text} {line.text}", links=(*above.links, *line.links))
            done[-1] = replace(done[-1], blocks=(more,))
        else:
            done.append(_text([line]))
    return done


def _text(lines: list[Told]) -> Text:
    first = lines[0]
    if len(lines) == 1:
        return Text(first.text, first.links, first.line, first.strong, first.size)
    return Text(
        " ".join(line.text for line in lines),
        tuple(link for line in lines for link in line.links),
        first.line,
        all(line.strong for line in lines),
        min(line.size for line in lines),
    )


def _entry(text: str, links: tuple[Link, ...], line: int, sign: re.Match[str]) -> Entry:
    is_number = NUMBER.fullmatch(sign["sign"]) is not None
    return Entry((Paragraph(text[sign.end() :], links, line),), line, is_number)


def _lists(run: list[Text | Entry]) -> Iterator[Block | Text]:
    if len(run) == 1 and isinstance(run[0], Text) and run[0].text[0] not in _SURE:
        yield run[0]
        return
    entries = [_as_entry(piece) for piece in run]
    for numbered, neighbours in groupby(entries, key=lambda entry: entry.numbered):
        own = list(neighbours)
        items = tuple(Item(entry.blocks) for entry in own)
        yield (NumberedList if numbered else BulletList)(items, own[0].line)


def _as_entry(piece: Text | Entry) -> Entry:
    if isinstance(piece, Entry):
        return piece
    sign = _SIGN.match(piece.text)
    assert sign  # noqa: S101  the caller found it
    return _entry(piece.text, piece.links, piece.line, sign)


def _block(piece: Heading | Block | Text) -> Block:
    match piece:
        case Text():
            return Paragraph(piece.text, piece.links, piece.line)
        case Heading():
            return Paragraph(piece.text, (), piece.line)
        case _:
            return piece
