"""Words that somebody paid for, where a box shows where they begin and end."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from issuecast.models import LeftOut, Paragraph, Reason, Sponsor
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
    if name == "":
        account.append(left_out(text_of(first), Reason.FURNITURE, first.line))
    waiting = Paragraph("", links_of([first]), first.line)
    said = pieces if name is None else [waiting, *rest] if waiting.links else rest
    return [Sponsor(blocks_of(said), name or "", first.line)]
