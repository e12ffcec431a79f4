"""What a mail ends with: how to leave the list, and where its sender lives."""

from __future__ import annotations

import re

from issuecast.read.html.frames import characters
from issuecast.read.html.pieces import Piece, text_of
from issuecast.read.outline import Heading

_LEAVES = re.compile(
    r"\b(?:unsubscribe|opt[ -]?out|e-?mail preferences"
    r"|(?:manage|update|change|edit) (?:your |my |e-?mail )*(?:preferences|subscriptions?))\b",
    re.IGNORECASE,
)
_POSTAL = re.compile(
    r"\b(?:street|st|avenue|ave|road|rd|suite|ste|floor|p\.?o\.? box|lane|quay|drive|blvd|boulevard|square"
    r"|pier|place|wharf|\d{5}(?:-\d{4})?|[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2})\b",
    re.IGNORECASE,
)
_LONGEST = 700
_LONGEST_TEXT = 350
_LONGEST_LINK = 80
_LONGEST_ADDRESS = 150


def leaves_the_list(words: str) -> bool:
    """Whether the words of a link offer to unsubscribe, or to change a subscription."""
    return len(words) <= _LONGEST_LINK and _LEAVES.search(words) is not None


def is_footer(pieces: list[Piece], most: float) -> bool:
    """Whether pieces around such a link are nothing but a footer: short texts, and no heading."""
    most = min(most, _LONGEST)
    if characters(pieces, most) > most:
        return False
    return not any(isinstance(one, Heading) or len(text_of(one)) > _LONGEST_TEXT for one in pieces)


def is_postal(text: str) -> bool:
    """Whether a line is a sender's address: "Marrow Line, 12 Quay Street, Bergen"."""
    if len(text) > _LONGEST_ADDRESS or text[-1:] in {".", "!", "?"}:
        return False
    has_parts = "," in text or "·" in text
    return has_parts and any(c.isdigit() for c in text) and _POSTAL.search(text) is not None
