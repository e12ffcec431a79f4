"""Words that somebody paid for, where a box shows where they begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from issuecast.models import Image, LeftOut, Paragraph, Reason, Sponsor
from issuecast.read.html.frames import Frame, characters
from issuecast.read.html.pieces import Piece, Text, blocks_of, left_out, links_of, text_of
from issuecast.read.outline import Heading
from issuecast.read.titles import unshouted

_US = r"(?:our|today['’]s|this (?:week|month|issue)['’]s) (?:sponsors?|partners?|friends?|advertisers?)"
_CAPTION = re.compile(
    r"\W*(?:(?P<by>(?:sponsored|presented|supported|brought to you) by|together with|in partnership with"
    rf"|an? (?:message|word|note) from|(?:our |today['’]s )?sponsor:)(?: {_US},?)?"
    r"|(?:paid )?(?:advertisement|promotion|partnership)|sponsored(?: (?:content|post|message|section))?"
    rf"|ad|(?:our |today['’]s )?sponsor|partner content|promoted|(?:from|thanks to) {_US}(?: at)?)"
    r"(?:[\s:]+(?P<name>\S.*?))?[\s:.!→↓*]*\Z",
    re.IGNORECASE,
)
_LONGEST_CAPTION = 80
_LONGEST_NAME = 6


def caption(piece: Piece | None) -> str | None:
    """The sponsor that a piece such as "TOGETHER WITH HARBORLIGHT" names, "" if it only says that there is
    one, None if it is no caption.
    """
    if not isinstance(piece, (Text, Heading)) or len(piece.text) > _LONGEST_CAPTION:
        return None
    match = _CAPTION.match(piece.text)
    if not match or (match["name"] and not match["by"]):
        return None
    name = match["name"] or ""
    return unshouted(name) if len(name.split()) <= _LONGEST_NAME else None


def awaits_name(text: str) -> bool:
    """Whether a text says "Together with" and not with whom, which a logo then tells."""
    match = _CAPTION.match(text) if len(text) <= _LONGEST_CAPTION else None
    return match is not None and bool(match["by"]) and not match["name"]


def with_logos(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces with such a text and the logo that follows it as the block of the sponsor."""
    above: Piece | None = None
    for one in pieces:
        is_named = above is not None and isinstance(one, Image) and one.alt and awaits_name(text_of(above))
        if above is not None and is_named:
            said, name = text_of(above).strip(" :.→↓*").capitalize(), text_of(one)
            yield Sponsor((Paragraph(f"{said} {name}", links_of([above]), above.line),), name, above.line)
            above = None
        else:
            if above is not None:
                yield above
            above = one
    if above is not None:
        yield above


@dataclass(slots=True)
class Paid(Frame):
    """An element that calls itself sponsored, if it is no longer than such a thing is."""

    account: list[LeftOut] = field(default_factory=list)
    most: float = float("inf")

    def closed(self) -> list[Piece]:
        if not self.pieces or characters(self.pieces, self.most) > self.most:
            return self.pieces
        return sponsored(self.pieces, self.account)


def sponsored(pieces: list[Piece], account: list[LeftOut]) -> list[Piece]:
    """The pieces, which are not empty, as the block of the sponsor that their caption names."""
    first, *rest = pieces
    name = caption(first)
    if (name is not None and not rest) or any(isinstance(one, Sponsor) for one in pieces):
        return pieces
    if name == "" and awaits_name(text_of(first)) and isinstance(rest[0], Image):
        name, rest = rest[0].alt, rest[1:] or pieces[:1]
    elif name == "":
        account.append(left_out(text_of(first), Reason.FURNITURE, first.line))
    waiting = Paragraph("", links_of([first]), first.line)
    said = pieces if name is None else [waiting, *rest] if waiting.links else rest
    return [Sponsor(blocks_of(said), name or "", first.line)]
