"""Entries of pasted text → lists: a list of entries indented further is in the entry above it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from issuecast.models import Block, BulletList, Item, NumberedList
from issuecast.read.links import settled
from issuecast.read.text.pieces import Entry, Text

_DEEPEST = 6
"""Pasted staircases of spaces are nested no further."""
_STEP = 2
"""So many spaces more are a step; one more is an accident."""


def lists(
    entries: Sequence[Entry | Text], blocks_of: Callable[[Entry | Text], list[Block]], depth: int = 1
) -> list[Block]:
    """The lists of these pieces, which begin with an entry; a text among them goes on with the entry above.

    Args:
        entries: neighbours, in order.
        blocks_of: makes the blocks of one piece.
        depth: how deep these lists are nested, from 1.
    """
    items = _items(entries, depth)
    done: list[Block] = []
    for numbered, run in groupby(items, key=lambda item: isinstance(item[0], Entry) and item[0].numbered):
        own = list(run)
        made = tuple(Item(tuple(_blocks(item, blocks_of, depth))) for item in own)
        kept = tuple(item for item in made if item.blocks)
        if kept:
            done.append((NumberedList if numbered else BulletList)(kept, own[0][0].line))
    return done


def _items(entries: Sequence[Entry | Text], depth: int) -> list[list[Entry | Text]]:
    """The pieces of each item: the entry that begins it, and what is indented further."""
    items: list[list[Entry | Text]] = []
    for piece in entries:
        inner = items and piece.indent >= items[-1][0].indent + _STEP and depth < _DEEPEST
        if items and (inner or isinstance(piece, Text)):
            items[-1].append(piece)
        else:
            items.append([piece])
    return items


def _blocks(
    item: list[Entry | Text], blocks_of: Callable[[Entry | Text], list[Block]], depth: int
) -> list[Block]:
    """The item's own words, what goes on with them, and the lists in it."""
    inner = next((i for i, piece in enumerate(item[1:], 1) if isinstance(piece, Entry)), len(item))
    own = settled(block for piece in item[:inner] for block in blocks_of(piece))
    return [*own, *(lists(item[inner:], blocks_of, depth + 1) if inner < len(item) else [])]
