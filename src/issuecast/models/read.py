"""What READ gives: an `Issue` of sections, which hold blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

FULL = "full"
"""The edition of an issue that needs no name."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the issue: the words that carry it, and where it leads (http, https or mailto)."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text in its written form, without markup; `line` counts from 1, 0 is unknown."""

    text: str
    links: tuple[Link, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words, without their quotation marks; `speaker` is "" if the issue names nobody."""

    text: str
    speaker: str = ""
    links: tuple[Link, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Aside:
    """Text set apart from the running text beside it, such as a call-out."""

    text: str
    links: tuple[Link, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Code:
    """A block of code, which is named and not read."""

    text: str
    language: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Image:
    """A picture, of which only the alternative text can be spoken."""

    alt: str
    url: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list: mostly one paragraph, perhaps with a quotation or a list below it."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class BulletList:
    """Entries in no order; `more` counts further ones that are left to the show notes."""

    items: tuple[Item, ...]
    line: int = 0
    more: int = 0


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Entries in their order; `more` counts further ones that are left to the show notes."""

    items: tuple[Item, ...]
    line: int = 0
    more: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells in their written form; `head` names the columns, () if the table does not."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    links: tuple[Link, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note that the text points to by `mark`; it stands after the block that does."""

    mark: str
    text: str
    links: tuple[Link, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Sponsor:
    """Words that somebody paid for; `name` is "" if the issue does not say who."""

    blocks: tuple[Block, ...]
    name: str = ""
    line: int = 0


Block: TypeAlias = (
    Paragraph | Quote | Aside | Code | Image | BulletList | NumberedList | Table | Footnote | Sponsor
)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading (as written; "" for what stands before the first), what follows it, its sub-sections."""

    title: str
    blocks: tuple[Block, ...] = ()
    parts: tuple[Section, ...] = ()
    line: int = 0


class Reason(StrEnum):
    """Why a part of an issue is not spoken, in words for the editor."""

    FURNITURE = "belongs to the mail or the page, not to the issue"
    HIDDEN = "hidden from the reader"
    SUBSCRIBERS = "for subscribers only"
    MERGE_TAG = "a merge tag without a fallback"
    ADDRESS = "the address of a link"
    NAMING = "names the issue: title, author, date or number"
    WORDLESS = "no words to say"
    REPEATED = "says again what was said"
    HEADING = "a heading, which is not read out"
    CODE = "code, which is named and not read"
    PICTURE = "a picture without a description"
    TABLE = "a table, which is summed up"
    FOOTNOTE = "a footnote"
    IN_NOTES = "in the show notes"
    SPONSOR = "dropped by the sponsor policy"
    EDITION = "not in this edition"
    EDITED = "taken out by hand"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A part of an issue that is not spoken: how it begins ("" if it must not be shown), and why.

    `line` counts as in a block, `last` is the part's last line if it has several.
    """

    text: str
    reason: Reason
    line: int = 0
    last: int = 0


@dataclass(frozen=True, slots=True)
class Totals:
    """How many sentences of an issue are spoken, and how many are not, by the reason's name in lower case."""

    spoken: int = 0
    left_out: Mapping[str, int] = field(default_factory=dict)


class EpisodeKind(StrEnum):
    """What an episode is to its show, as podcast apps have it."""

    FULL = "full"
    TRAILER = "trailer"
    BONUS = "bonus"


@dataclass(frozen=True, slots=True)
class Issue:
    """One newsletter issue as its author wrote it. `date` is None where the issue tells none.

    `kind` and `season` are what the issue says its episode should be. `is_titled` is false if the title is
    only the file's name, which is no words of the author's. `place` says
    what lines are counted in, if not in the file itself: "the HTML part".
    """

    title: str
    sections: tuple[Section, ...]
    date: date | None = None
    author: str = ""
    number: int | None = None
    url: str = ""
    language: str = ""
    place: str = ""
    left_out: tuple[LeftOut, ...] = ()
    is_titled: bool = True
    kind: EpisodeKind = EpisodeKind.FULL
    season: int | None = None

    @property
    def links(self) -> tuple[Link, ...]:
        """The issue's links in its order, each address once: link two of the show notes is the second."""
        first: dict[str, Link] = {}
        for block in blocks_of(self.sections):
            for link in getattr(block, "links", ()):
                first.setdefault(link.url, link)
        return tuple(link for link in first.values() if link.text.strip())


def blocks_of(sections: Iterable[Section]) -> Iterator[Block]:
    """Every block of the sections and of their parts, in order, a list or a sponsor before what it holds."""
    for section in sections:
        yield from _flat(section.blocks)
        yield from blocks_of(section.parts)


def _flat(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        match block:
            case BulletList(items) | NumberedList(items):
                for item in items:
                    yield from _flat(item.blocks)
            case Sponsor(inner):
                yield from _flat(inner)
