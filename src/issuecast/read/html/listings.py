"""Lists: <ul>, <ol>, and <dl> with terms and what they mean."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from issuecast.models import Block, BulletList, Item, NumberedList, Paragraph
from issuecast.read.html.frames import Frame
from issuecast.read.html.pieces import Piece, blocks_of

_DEEPEST_LIST = 6


@dataclass(slots=True)
class Listing(Frame):
    """<ul>, <ol> or <dl>. Lists nested too deeply are entries of the one around them."""

    numbered: bool = False
    depth: int = 1
    items: list[Item] = field(default_factory=list)

    def take(self, inner: Frame | None, pieces: list[Piece]) -> None:
        if not isinstance(inner, Entered) and self.items and pieces:
            # A list right inside of a list belongs to the entry above it.
            blocks, above = blocks_of(pieces), self.items[-1].blocks
            is_first = isinstance(inner, Defined) and len(above) == 1
            self.items[-1] = Item(_defined(above[0], blocks) if is_first else (*above, *blocks))
        elif blocks := blocks_of(pieces):
            self.items.append(Item(blocks))

    def closed(self) -> list[Piece]:
        if not self.items:
            return []
        if self.depth > _DEEPEST_LIST:
            return [block for item in self.items for block in item.blocks]
        return [(NumberedList if self.numbered else BulletList)(tuple(self.items), self.line)]


@dataclass(slots=True)
class Entered(Frame):
    """<li>, or <dt> with its <dd>."""


@dataclass(slots=True)
class Defined(Frame):
    """<dd>: says what the <dt> above it is."""


def _defined(term: Block, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """A term with what it means, on one line: "Heron: A grey bird."."""
    match term, blocks:
        case Paragraph(text), (Paragraph(meaning) as first, *rest) if text and meaning:
            colon = "" if text[-1] in ".!?:;,–—" else ":"
            said = f"{text}{colon} {meaning}"
            return replace(term, text=said, links=(*term.links, *first.links)), *rest
    return term, *blocks
