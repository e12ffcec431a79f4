"""Tables: most of them only arrange a mail, some are lists made of cells, and a few hold data."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from issuecast.models import Image, LeftOut, Paragraph, Reason, Table
from issuecast.read.html.frames import Frame, accounted, joined
from issuecast.read.html.pieces import BULLET, NUMBER, Entry, Piece, Text, blocks_of, links_of, text_of
from issuecast.read.signs import begins_with_picture

_FEWEST_CELLS = 4
_LONGEST_CELL = 60
_FIGURE = re.compile(r"[^\w\s]{0,3}\s?\d[\d.,]*\s?[^\w\s]?(?:\s?[A-Za-z]{1,4})?")
_LONGEST_PICTURE = 3


@dataclass(slots=True)
class Cell(Frame):
    """<td> or <th>, while it is open."""

    heads: bool = False


class Told(NamedTuple):
    """What a cell holds, and whether it is a head."""

    pieces: list[Piece]
    heads: bool = False


@dataclass(slots=True)
class Grid(Frame):
    """<table>. `is_layout`: it says itself that it only arranges."""

    is_layout: bool = False
    account: list[LeftOut] = field(default_factory=list)
    rows: list[list[Told]] = field(default_factory=lambda: [[]])

    def begin_row(self) -> None:
        if self.rows[-1]:
            self.rows.append([])

    def take(self, inner: Frame | None, pieces: list[Piece]) -> None:
        if isinstance(inner, Cell):
            self.rows[-1].append(Told(pieces, inner.heads))
        elif pieces and self.rows[-1]:
            self.rows.append([Told(pieces)])  # a row that calls itself a footer, and is none
        else:
            self.pieces += pieces  # a caption

    def closed(self) -> list[Piece]:
        rows = [row for row in self.rows if any(cell.pieces for cell in row)]
        told, pictures = _without_pictures(rows)
        if _is_ledger(told) if self.is_layout else _is_data(told):
            self.account += accounted(pictures, Reason.FURNITURE)
            return [*self.pieces, _table(told, self.line)]
        return [*self.pieces, *(piece for row in rows for piece in _arranged(row))]


def _without_pictures(rows: list[list[Told]]) -> tuple[list[list[Told]], list[Piece]]:
    """The rows without their first cells, if these hold nothing but pictures, such as arrows or flags."""
    if not any(row[0].pieces for row in rows) or not all(
        len(row) > 1 and _is_picture(row[0]) for row in rows
    ):
        return rows, []
    return [row[1:] for row in rows], [piece for row in rows for piece in row[0].pieces]


def _is_picture(cell: Told) -> bool:
    return all(isinstance(one, Image) for one in cell.pieces)


def _is_ledger(rows: list[list[Told]]) -> bool:
    """Whether each row is a name and its figures: "Copper | 4.21 | +1.3%"."""
    return _is_data(rows) and all(_is_entry_of_ledger([joined(cell.pieces) for cell in row]) for row in rows)


def _is_entry_of_ledger(texts: list[str]) -> bool:
    name, *values = texts
    return any(map(str.isalpha, name)) and all(_FIGURE.fullmatch(value) for value in values)


def _is_data(rows: list[list[Told]]) -> bool:
    """Whether rows and columns mean something: the table has heads, or is a grid of short texts."""
    cells = [cell for row in rows for cell in row]
    told = [cell for cell in cells if cell.pieces]
    if len(rows) < 2 or not all(isinstance(one, (Text, Paragraph)) for cell in told for one in cell.pieces):  # noqa: PLR2004
        return False
    if any(cell.heads for cell in cells) and max(map(len, rows)) > 1:
        return True
    widths = {len(row) for row in rows}
    return (
        len(told) >= _FEWEST_CELLS
        and len(told) * 4 >= len(cells) * 3
        and len(widths) == 1
        and widths.pop() > 1
        and not any(_entry(row) for row in rows)
        and all(len(cell.pieces) == 1 and len(text_of(cell.pieces[0])) <= _LONGEST_CELL for cell in told)
    )


def _table(rows: list[list[Told]], line: int) -> Table:
    texts = tuple(tuple(joined(cell.pieces) for cell in row) for row in rows)
    links = tuple(link for row in rows for cell in row for link in links_of(cell.pieces))
    has_head = _heads(rows[0]) and not _heads(rows[1])
    return Table(texts[0], texts[1:], links, line) if has_head else Table((), texts, links, line)


def _heads(row: list[Told]) -> bool:
    """Whether most cells of a row are heads, or all of its words bold."""
    told = [one for cell in row for one in cell.pieces]
    is_strong = bool(told) and all(isinstance(one, Text) and one.strong for one in told)
    return is_strong or sum(cell.heads for cell in row) * 2 > len(row)


def _arranged(row: list[Told]) -> list[Piece]:
    """The cells' pieces one after the other, or an entry if a cell holds a bullet and another its text."""
    entry = _entry(row)
    return [entry] if entry else [piece for cell in row for piece in cell.pieces]


def _entry(row: list[Told]) -> Entry | None:
    told = [cell for cell in row if cell.pieces]
    if len(told) != 2 or len(told[0].pieces) != 1 or not isinstance(told[0].pieces[0], Text):  # noqa: PLR2004
        return None
    sign, line = told[0].pieces[0].text, told[0].pieces[0].line
    is_number = NUMBER.fullmatch(sign) is not None
    is_picture = len(sign) <= _LONGEST_PICTURE and begins_with_picture(sign)
    if not (is_number or is_picture or BULLET.fullmatch(sign)):
        return None
    blocks = blocks_of(told[1].pieces)
    return Entry(blocks, line, is_number) if blocks else None
