"""What a mail ends with: how to leave the list, and where its sender lives."""

from __future__ import annotations

import re

from issuecast.read.html.frames import characters
from issuecast.read.html.pieces import Piece
from issuecast.read.outline import Heading

_LEAVES = re.compile(
    r"\b(?:unsubscribe|opt[ -]?out|(?:manage|update|change|edit) (?:your |my |e-?mail )*(?:preferences|subscriptions?)"
    r"|e-?mail preferences)\b",
    re.IGNORECASE,
)
_POSTAL = re.compile(
    r"\b(?:street|st|avenue|ave|road|rd|suite|ste|floor|p\.?o\.? box|lane|quay|drive|blvd|boulevard|square|pier|place"
    r"|wharf|\d{5}(?:-\d{4})?|[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2})\b",
    re.IGNORECASE,
)
_LONGEST = 700
_LONGEST_LINK = 80
_LONGEST_ADDRESS = 150


def leaves_the_list(words: str) -> bool:
    """Whether the words of a link offer to unsubscribe, or to change a subscription."""
    return len(words) <= _LONGEST_LINK and _LEAVES.search(words) is not None


def is_footer(pieces: list[Piece], most: float) -> bool:
    """Whether pieces around such a link are nothing but a footer: short, without headings."""
    most = min(most, _LONGEST)
    has_heading = any(isinstance(one, Heading) for one in pieces)
    return not has_heading and characters(pieces, most) <= most


def is_postal(text: str) -> bool:
    """Whether a line is a sender's address: "Marrow Line, 12 Quay Street, Bergen"."""
    if len(text) > _LONGEST_ADDRESS or text[-1:] in {".", "!", "?"}:
        return False
    has_parts = "," in text or "·" in text
    return has_parts and any(c.isdigit() for c in text) and _POSTAL.search(text) is not None
