"""What templates speak: an issue's blocks as passages, quotations and lists, in plain labelled text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import ClassVar, TypeAlias

from issuecast.models import Table
from issuecast.write import sentences
from issuecast.write.labels import Part
from issuecast.write.plain import is_speakable, plain

_TURNS = re.compile(
    r"(?:however|but|yet|still|nevertheless|nonetheless|that said|on the other hand|by contrast|in contrast"
    r"|then again|even so|instead|conversely|critics|skeptics|sceptics)\b",
    re.IGNORECASE,
)


_SHORT = 3
"""Words of a list's entry that makes no sentence of its own."""
_TINY_ROWS, _TINY_CELLS = 4, 12
"""What is read of a table without anybody losing the thread."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Running text: a paragraph or an aside, in its labelled parts."""

    kind: ClassVar[str] = "passage"
    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        return " ".join(part.said for part in self.parts)

    @property
    def fact(self) -> bool:
        """Whether the passage is one fact, such as "Sentiment: Bullish"."""
        return all(part.kind == "fact" for part in self.parts)

    @property
    def turns(self) -> bool:
        """Whether the talk takes a turn here, so that the other voice may take over."""
        first = sentences.sentences(self.parts[0].text)[0]
        return bool(_TURNS.match(first)) or first.rstrip('"”’)').endswith("?")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Somebody's words; `speaker` is "" if the issue names nobody.

    `led_in` tells that the issue announces them itself, or says in them whose they are.
    """

    kind: ClassVar[str] = "quotation"
    text: str
    speaker: str
    led_in: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a list: its own text in labelled parts, then what is set below it.

    `linked` tells that the text is the words of a link, with little around them.
    """

    parts: tuple[Part, ...]
    below: tuple[Spoken, ...]
    linked: bool

    @property
    def plain(self) -> bool:
        """Whether it is one unlabelled text with nothing below it."""
        return not self.below and [part.label for part in self.parts] == [""]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, as stories of one or more entries: an insight and its use case are one.

    `more` counts entries that are left to the show notes.
    """

    kind: ClassVar[str] = "list"
    stories: tuple[tuple[Entry, ...], ...]
    numbered: bool
    more: int = 0

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(entry for story in self.stories for entry in story)

    @property
    def linked(self) -> bool:
        """Whether it is a list of links."""
        return sum(entry.linked for entry in self.entries) * 3 >= len(self.entries) * 2

    @property
    def news(self) -> bool:
        """Whether each entry tells what somebody did, or has a label and then an insight."""
        return all(
            entry.parts and entry.parts[0].label and (entry.parts[0].predicates or len(entry.parts) > 1)
            for entry in self.entries
        )

    @property
    def plain(self) -> bool:
        """Whether each entry is one unlabelled text."""
        return all(entry.plain for entry in self.entries)

    @property
    def statements(self) -> bool:
        """Whether each entry is a sentence of its own, which can follow a word such as "first"."""
        return self.plain and all(re.search(r"[.!?…][\"”’')]*$", text) for text in self.texts)

    @property
    def short(self) -> bool:
        """Whether the entries are so short that they make one sentence together."""
        return (
            len(self.stories) > 1
            and self.plain
            and not self.numbered
            and all(len(text.split()) <= _SHORT and text[-1].isalnum() for text in self.texts)
        )

    @property
    def texts(self) -> tuple[str, ...]:
        """The entries' own texts."""
        return tuple(" ".join(part.text for part in entry.parts) for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Snippet:
    """A block of code, which is named and not read; `led_in` tells that a colon stands before it."""

    kind: ClassVar[str] = "code"
    language: str
    led_in: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that has words for those who do not see it."""

    kind: ClassVar[str] = "picture"
    text: str


@dataclass(frozen=True, slots=True)
class Figures:
    """A table: read if it is tiny, else summed up by its columns, its first row and its last.

    `rows` are sentences, and all of them if `tiny`; `count` tells how many the table has.
    """

    kind: ClassVar[str] = "table"
    columns: tuple[str, ...]
    rows: tuple[str, ...]
    count: int
    unread: tuple[tuple[str, ...], ...] = ()

    @property
    def tiny(self) -> bool:
        return not self.unread

    @classmethod
    def of(cls, table: Table) -> Figures:
        """What is said of a table."""
        cells = sum(len(row) for row in table.rows)
        tiny = len(table.rows) <= _TINY_ROWS and cells <= _TINY_CELLS
        read = table.rows if tiny or len(table.rows) == 1 else (table.rows[0], table.rows[-1])
        head = tuple(plain(name) for name in table.head)
        said = tuple(filter(None, (_row(head, tuple(map(plain, row))) for row in read)))
        columns = tuple(name for name in head if is_speakable(name))
        return cls(columns, said, len(table.rows), () if read is table.rows else table.rows[1:-1])


def _row(head: Sequence[str], cells: Sequence[str]) -> str:
    """A row as a sentence: "Porto: 14 months", "Porto: wait 14 months, price €3"."""
    named = zip_longest(cells, head[: len(cells)], fillvalue="")
    (name, _), *rest = [(cell, column) for cell, column in named if is_speakable(cell)] or [("", "")]
    if not rest:
        return name
    if len(rest) == 1:
        return f"{name}: {rest[0][0]}"
    return f"{name}: {', '.join(f'{column} {cell}'.strip() for cell, column in rest)}"


@dataclass(frozen=True, slots=True)
class Advert:
    """Words that somebody paid for, within a section; `name` is "" if the issue does not say who."""

    kind: ClassVar[str] = "advert"
    blocks: tuple[Spoken, ...]
    name: str = ""


Spoken: TypeAlias = Passage | Quotation | Listing | Snippet | Picture | Figures | Advert


def word_count(blocks: Sequence[Spoken]) -> int:
    return sum(len(text.split()) for text in texts(blocks))


def texts(blocks: Sequence[Spoken]) -> Iterator[str]:
    """Everything that is said in the blocks, in order, without the templates' own words."""
    for block in blocks:
        match block:
            case Passage(parts):
                yield from (part.text for part in parts)
            case Quotation(text) | Picture(text):
                yield text
            case Listing():
                for entry in block.entries:
                    yield from (part.text for part in entry.parts)
                    yield from texts(entry.below)
            case Figures(rows=rows):
                yield from rows
            case Advert(inner):
                yield from texts(inner)
            case Snippet():
                pass
