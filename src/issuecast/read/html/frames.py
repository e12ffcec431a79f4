"""The elements that hold blocks, while they are open: what is gathered in them, and what it becomes.

A frame takes pieces from inside, and when its element ends gives what they make.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from issuecast.models import (
    Aside,
    Code,
    Footnote,
    Image,
    LeftOut,
    Paragraph,
    Quote,
    Reason,
)
from issuecast.read.html.pieces import Entry, Piece, Text, blocks_of, left_out, links_of, text_of
from issuecast.read.html.words import Words
from issuecast.read.outline import Heading
from issuecast.read.quotes import quote_of

_LONGEST_HEADING = 30
_LONGEST_ASIDE = 150
_DASH = re.compile(r"^[\s—–―~-]+")
_DASH_AT_END = re.compile(r"\s*[—–―~-]+$")


@dataclass(slots=True)
class Frame:
    """A document, or an element that only groups."""

    line: int
    pieces: list[Piece] = field(default_factory=list)
    words: Words = field(default_factory=Words)
    inline: bool = False
    """Whether it stands in a line of text, which goes on behind it."""
    keeps_residue: bool = False

    @property
    def hides(self) -> bool:
        """Whether what it holds is not shown."""
        return False

    def take(self, _inner: Frame | None, pieces: list[Piece]) -> None:
        """What an element inside has become."""
        self.pieces += pieces

    def closed(self) -> list[Piece]:
        return self.pieces


@dataclass(slots=True)
class Gone(Frame):
    """An element that is no text at all, such as a style sheet."""

    inline: bool = True

    def closed(self) -> list[Piece]:
        return []


@dataclass(slots=True)
class Unread(Frame):
    """What is not read: its texts are accounted for, unless they are longer than such a thing is."""

    reason: Reason = Reason.FURNITURE
    account: list[LeftOut] = field(default_factory=list)
    most: float = float("inf")
    keeps_residue: bool = True

    @property
    def hides(self) -> bool:
        return self.reason is Reason.HIDDEN

    def closed(self) -> list[Piece]:
        if characters(self.pieces, self.most) > self.most:
            return self.pieces
        self.account += accounted(self.pieces, self.reason)
        return []


@dataclass(slots=True)
class Titled(Frame):
    """<h1> to <h6>; a long one is a paragraph in disguise."""

    level: int = 1
    keeps_residue: bool = True

    def closed(self) -> list[Piece]:
        texts, rest = parted(self.pieces)
        text, links = joined(texts), links_of(texts)
        line = texts[0].line if texts else self.line
        if len(text.split()) > _LONGEST_HEADING:
            return [Paragraph(text, links, line), *rest]
        heading: list[Piece] = [Heading(text, self.level, line)] if text else []
        waiting = [Paragraph("", links, line)] if links else []  # for the paragraph below to take
        return [*heading, *waiting, *rest]


@dataclass(slots=True)
class Quotation(Frame):
    """Paragraphs of a quotation are one; what else it holds follows it. `by` is what <cite> names."""

    by: str = ""

    def closed(self) -> list[Piece]:
        blocks = blocks_of(self.pieces)
        said = [one for one in blocks if isinstance(one, (Paragraph, Quote)) and one.text]
        rest: list[Piece] = [one for one in blocks if not isinstance(one, (Paragraph, Quote))]
        if not said:
            return rest
        lines = [_DASH_AT_END.sub("", one.text) if self.by else one.text for one in said]
        text, speaker = quote_of([line for line in lines if line] or [said[0].text])
        named = (speaker, *(one.speaker for one in said if isinstance(one, Quote)), _DASH.sub("", self.by))
        return [Quote(text, next(filter(None, named), ""), links_of(said), said[0].line), *rest]


@dataclass(slots=True)
class Cited(Frame):
    """Who said what a quotation holds: <cite> or <footer> in it, <figcaption> below it."""

    quotation: Quotation | None = None

    def closed(self) -> list[Piece]:
        text = joined(self.pieces)
        if self.quotation and text and not self.quotation.by:
            self.quotation.by = text
            return []
        return self.pieces


@dataclass(slots=True)
class Caption(Frame):
    """<figcaption>: who said the quotation above it, or something said beside a picture. `above` is what
    stands there.
    """

    above: list[Piece] = field(default_factory=list)

    def closed(self) -> list[Piece]:
        quote = self.above[-1] if self.above else None
        if isinstance(quote, Quote) and not quote.speaker and self.pieces:
            self.above[-1] = replace(quote, speaker=_DASH.sub("", joined(self.pieces)))
            return []
        return aside_of(self.pieces) or self.pieces


@dataclass(slots=True)
class Card(Frame):
    """A box: an aside, if it is short and mere text."""

    def closed(self) -> list[Piece]:
        return aside_of(self.pieces) or self.pieces


@dataclass(slots=True)
class Preformatted(Frame):
    """<pre>: its words keep their spaces."""

    language: str = ""
    parts: list[str] = field(default_factory=list)

    def closed(self) -> list[Piece]:
        text = "".join(self.parts)
        return [Code(text.strip("\n"), self.language, self.line)] if text.strip() else []


def aside_of(pieces: list[Piece]) -> list[Piece]:
    """The pieces as one aside, [] if they are none: too long, or more than text, or a mere link."""
    texts, rest = parted(pieces)
    text, links = joined(texts), links_of(texts)
    if not all(isinstance(one, (Text, Entry, Heading, Paragraph)) for one in texts):
        return []
    if not 0 < len(text.split()) <= _LONGEST_ASIDE or text in {link.text for link in links}:
        return []
    return [Aside(text, links, texts[0].line), *rest]


def parted(pieces: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Pieces that say something where they stand, and pictures and footnotes."""
    texts: list[Piece] = []
    rest: list[Piece] = []
    for one in pieces:
        (rest if isinstance(one, (Footnote, Image)) else texts).append(one)
    return texts, rest


def joined(pieces: Sequence[Piece]) -> str:
    """The words of all pieces on one line."""
    return " ".join(filter(None, map(text_of, pieces)))


def accounted(pieces: Iterable[Piece], reason: Reason) -> Iterator[LeftOut]:
    """What is not read of the pieces, which is all that they say."""
    return (left_out(text, reason, one.line) for one in pieces if (text := text_of(one)))


def characters(pieces: list[Piece], enough: float = float("inf")) -> int:
    """How long the texts are together, or more than `enough`."""
    count = 0
    for one in pieces:
        count += len(text_of(one))
        if count > enough:
            break
    return count
