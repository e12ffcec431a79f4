"""The lines at the top of a pasted issue that say what it is: its title, by whom, from when."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from issuecast.models import LeftOut, Reason
from issuecast.read.datelines import byline, told_in
from issuecast.read.dates import find_date, is_dateline
from issuecast.read.signs import Style, is_greeting
from issuecast.read.text.headings import with_headings
from issuecast.read.text.pieces import Piece, Text, Title, text_of

_NAMES = r"[A-Z][\w.'’-]*(?:(?:,| and| &)? [A-Z][\w.'’-]*)"
_NAME = re.compile(rf"(?P<name>{_NAMES}{{1,5}})")
_MOST_LINES = 6
_MOST_WORDS = 14
_LONGEST_DATELINE = 200


@dataclass(frozen=True, slots=True)
class Masthead:
    """Title and author, "" where they are not told, the pieces that are left, and an account of the rest."""

    title: str
    author: str
    pieces: list[Piece]
    left_out: tuple[LeftOut, ...] = ()


def split_masthead(pieces: list[Piece]) -> Masthead:
    """Take title and author off the top of an issue; the pieces that are left know their headings."""
    masthead = _above_the_dateline(pieces)
    headed = with_headings(masthead.pieces)
    if masthead.title:
        return replace(masthead, pieces=headed)
    title, left = _title(headed)
    gone = {piece.line for piece in headed} - {piece.line for piece in left}
    named = (LeftOut(title, Reason.NAMING, line) for line in sorted(gone))
    return Masthead(title, masthead.author, left, (*masthead.left_out, *named))


def _above_the_dateline(pieces: list[Piece]) -> Masthead:
    """Title and author above a dateline or a line such as "By Ines Okafor", if there is one.

    The first line is the title, unless a heading is above it, and the one above the dateline names an
    author if it looks like a name; a line between them is text:

        The Price of Salt
        Why your soup costs more
        Ines Okafor
        May 3, 2026
    """
    above: list[Piece] = [piece for piece in pieces[:1] if isinstance(piece, Title)]
    top = _texts(pieces[len(above) : len(above) + _MOST_LINES])
    rows = [
        Text((line,), piece.line + i) for piece in top for i, line in enumerate(piece.lines[:_MOST_LINES])
    ]
    rows = rows[:_MOST_LINES]
    last = next((i for i, row in enumerate(rows) if _tells_more(row.lines[0])), len(rows))
    untold = 0 if above else 1
    if not untold <= last < len(rows) or not all(map(_is_short, rows[:last])):
        return Masthead("", "", pieces)
    by, author = _author(rows, last, untold)
    kept = [row for i, row in enumerate(rows[: last + 1]) if i >= untold and i != by]
    named = tuple(
        LeftOut(row.lines[0], Reason.NAMING, row.line) for row in rows[: last + 1] if row not in kept
    )
    left = [*above, *kept, *_after(top, last + 1), *pieces[len(above) + len(top) :]]
    return Masthead(rows[0].lines[0] if untold else "", author, left, named)


def _texts(pieces: list[Piece]) -> list[Text]:
    """The texts before the first piece that is something else."""
    texts: list[Text] = []
    for piece in pieces:
        if not isinstance(piece, Text):
            break
        texts.append(piece)
    return texts


def _is_short(row: Text) -> bool:
    return len(row.lines[0].split()) <= _MOST_WORDS and not is_greeting(row.lines[0])


def _tells_more(line: str) -> bool:
    if len(line.split()) > _MOST_WORDS:
        return False
    return bool(byline(line)) or (find_date(line) is not None and told_in(line)[0])


def _author(rows: list[Text], last: int, untold: int) -> tuple[int, str]:
    """The row that names an author, -1 if none does, and the name."""
    if name := byline(rows[last].lines[0]):
        return last, name
    if last > untold and (match := _NAME.fullmatch(rows[last - 1].lines[0])):
        return last - 1, match["name"]
    return -1, ""


def _after(pieces: list[Text], lines: int) -> list[Piece]:
    """The pieces without so many lines at their top."""
    for i, piece in enumerate(pieces):
        if lines < len(piece.lines):
            cut = replace(piece, lines=piece.lines[lines:], line=piece.line + lines) if lines else piece
            return [cut, *pieces[i + 1 :]]
        lines -= len(piece.lines)
    return []


def _title(found: list[Piece]) -> tuple[str, list[Piece]]:
    """The issue's title, and the pieces without what only tells it; "" if no heading does.

    A banner above all headings that is the only one of its kind is the title. It heads what follows it,
    unless that is a heading of its own. Else the heading that comes first is the title, if it is not one
    picture heading of many.
    """
    heads = [i for i, piece in enumerate(found) if isinstance(piece, Title)]
    if heads and _is_sole_banner(found, heads[0]):
        return _beside_the_next(found, heads[0])
    first = next((i for i, piece in enumerate(found) if not _is_dateline(piece)), len(found))
    match found[first : first + 2]:
        case [Title(text, Style.PICTURE), below] if not isinstance(below, Title) and _has_peers(found, first):
            return text, found
        case [Title(text), *_]:
            return text, [*found[:first], *found[first + 1 :]]
    return "", found


def _is_sole_banner(found: list[Piece], at: int) -> bool:
    banners = [one for one in found if isinstance(one, Title) and one.style is Style.BANNER]
    marks = [one.mark for one in banners]
    return bool(banners) and banners[0] is found[at] and marks.count(marks[0]) == 1


def _beside_the_next(found: list[Piece], at: int) -> tuple[str, list[Piece]]:
    """A banner's title, and the pieces with it as a peer of the next heading, or without it above one."""
    own, after = found[at], [piece for piece in found[at + 1 :] if isinstance(piece, Title)]
    assert isinstance(own, Title)  # noqa: S101  the caller found it there
    if after and found[at + 1] is after[0]:
        return own.text, [*found[:at], *found[at + 1 :]]
    peer = replace(own, style=after[0].style, mark=after[0].mark) if after else own
    return own.text, [*found[:at], peer, *found[at + 1 :]]


def _has_peers(found: list[Piece], at: int) -> bool:
    return any(isinstance(piece, Title) and piece.style is Style.PICTURE for piece in found[at + 1 :])


def _is_dateline(piece: Piece) -> bool:
    return isinstance(piece, Text) and is_dateline(text_of(piece)[:_LONGEST_DATELINE])
