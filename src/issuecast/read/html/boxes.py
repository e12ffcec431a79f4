"""What an element is by what it holds: a sponsor's box, or an aside."""

from __future__ import annotations

from issuecast.read.html.frames import aside_of, characters
from issuecast.read.html.looks import is_box
from issuecast.read.html.names import names_of
from issuecast.read.html.openings import Around
from issuecast.read.html.pieces import Piece, Text
from issuecast.read.html.sponsors import caption, sponsored
from issuecast.read.html.tree import Start

_BOXES = frozenset({"card", "cta", "box"})
_FEWEST_PAID_FOR = 60
_MOST_PIECES = 30


def boxed(start: Start, pieces: list[Piece], around: Around, *, is_block: bool) -> list[Piece]:
    """The pieces of an element as the block that they are together, or themselves if they are none."""
    if 1 < len(pieces) <= _MOST_PIECES and caption(pieces[0]) is not None:
        length = characters(pieces[1:], around.most)
        # What calls itself a box may say little; elsewhere a caption with a short line is a heading.
        fewest = 1 if names_of(start).words & _BOXES else _FEWEST_PAID_FOR
        if fewest <= length <= around.most:
            return sponsored(pieces, around.account)
    is_aside = is_block and is_box(start) and _is_plain(pieces)
    if is_aside and characters(pieces, around.most) <= around.most:
        return aside_of(pieces) or pieces
    return pieces


def _is_plain(pieces: list[Piece]) -> bool:
    """Whether pieces are a few texts without a heading among them."""
    is_few = 0 < len(pieces) <= _MOST_PIECES
    return is_few and all(isinstance(one, Text) and not one.strong for one in pieces)
