"""Footnotes: where text points to one, and where one is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from issuecast.models import (
    Block,
    BulletList,
    Footnote,
    Item,
    LeftOut,
    NumberedList,
    Reason,
    Sponsor,
)
from issuecast.read.html.frames import Frame, joined
from issuecast.read.html.names import Names
from issuecast.read.html.pieces import Piece, left_out, links_of, text_of
from issuecast.read.html.tree import Start
from issuecast.read.outline import Heading

_NOTE_ID = re.compile(
    r"(?:user-content-)?(?:fn[-_:](?!ref\b)[\w.:-]{1,60}|_?(?:fn|ftn|edn|(?:foot|end)?note)[-_:]?\d{1,4})",
    re.IGNORECASE,
)
_BACK_ID = re.compile(
    r"#(?:user-content-)?(?:fnref|_?(?:ftn|edn)ref|(?:foot|end)?note-?(?:ref|anchor)|ref|back)[-_:]?[\w:.-]*",
    re.IGNORECASE,
)
_NOTES = frozenset({"li", "div", "p", "aside", "section", "dd"})
_POINTERS = frozenset(
    {"footnote-anchor", "footnote-ref", "footnote-reference", "footnote", "fn-ref", "noteref"}
)
_BACK = frozenset({"footnote-number", "footnote-back", "footnote-backref", "reversefootnote"})
_SIGNS = re.compile(r"^[\s^↩↑]*(?:\[?\d{1,3}[\].:])?\s*|[\s↩↑\ufe0e\ufe0f]+$")


@dataclass(slots=True)
class Pointer(Frame):
    """The mark in a text that points to a footnote; it leaves the text."""

    key: str = ""
    inline: bool = True
    keeps_residue: bool = True

    def reference(self) -> Footnote:
        """What stands for the footnote until it is known: `text` is its key."""
        mark = "".join(map(text_of, self.pieces)).strip("[]() ")
        return Footnote(mark, self.key, (), self.line)

    def closed(self) -> list[Piece]:
        return []


@dataclass(slots=True)
class Noted(Frame):
    """The text of a footnote, which will stand where the text points to it."""

    key: str = ""
    notes: dict[str, Footnote] = field(default_factory=dict)
    keeps_residue: bool = True

    def closed(self) -> list[Piece]:
        text = _SIGNS.sub("", joined(self.pieces))
        if not text or self.key in self.notes:
            return self.pieces
        mark = re.search(r"\d*\Z", self.key)
        self.notes[self.key] = Footnote(mark[0] if mark else "", text, links_of(self.pieces), self.line)
        return []


def key_of_pointer(start: Start, names: Names, *, raised: bool) -> str:
    """The key of the footnote that an <a> points to, "" if it points to none; `raised`: it is in a <sup>."""
    href = start.attributes.get("href", "")
    if len(href) < 2 or href[0] != "#":  # noqa: PLR2004  "#" and a name
        return ""
    says_so = names.whole & _POINTERS or start.attributes.get("role") == "doc-noteref"
    return href[1:] if raised or says_so or _NOTE_ID.fullmatch(href[1:]) else ""


def key_of_note(start: Start, names: Names, targets: frozenset[str]) -> str | None:
    """The key of the footnote that an element holds, "" if an element in it tells that, None if it is none.

    `targets` are what links within the page lead to, as one has to lead here.
    """
    if start.tag not in _NOTES:
        return None
    own = start.attributes.get("id", "")
    says_so = _NOTE_ID.fullmatch(own) or start.attributes.get("role") in {"doc-footnote", "doc-endnote"}
    if says_so and own in targets:
        return own
    return "" if "footnote" in names.whole else None


def is_back_link(start: Start, names: Names) -> bool:
    """Whether an <a> in a footnote leads back to where the text points to it."""
    href = start.attributes.get("href", "")
    is_back = names.whole & _BACK or start.attributes.get("role") == "doc-backlink"
    return bool(is_back) or _BACK_ID.fullmatch(href) is not None


@dataclass(slots=True)
class Placing:
    """Puts the footnotes where the text points to them; those that it does not point to come last."""

    notes: Mapping[str, Footnote]
    account: list[LeftOut]
    placed: set[str] = field(default_factory=set)

    def flow(self, flow: Iterable[Heading | Block]) -> Iterator[Heading | Block]:
        for one in flow:
            if isinstance(one, Heading):
                yield one
            else:
                yield from self._blocks((one,))
        yield from (note for key, note in self.notes.items() if key not in self.placed)

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[Block]:
        for block in blocks:
            match block:
                case Footnote(mark, key):
                    yield from self._note(block, mark, key)
                case BulletList(items) | NumberedList(items):
                    yield replace(
                        block, items=tuple(Item(tuple(self._blocks(item.blocks))) for item in items)
                    )
                case Sponsor(inner):
                    yield replace(block, blocks=tuple(self._blocks(inner)))
                case _:
                    yield block

    def _note(self, pointer: Footnote, mark: str, key: str) -> Iterator[Footnote]:
        note = self.notes.get(key)
        if note and key not in self.placed:
            self.placed.add(key)
            yield replace(note, mark=mark)
        elif mark:
            self.account.append(left_out(mark, Reason.FOOTNOTE, pointer.line))
