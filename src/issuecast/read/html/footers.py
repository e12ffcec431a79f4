"""What a mail ends with: how to leave the list, and where its sender lives."""

from __future__ import annotations

import re

from issuecast.read.html.frames import characters
from issuecast.read.html.pieces import Piece, text_of
from issuecast.read.outline import Heading
from issuecast.read.residue import is_residue

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
_REFERS = re.compile(
    r"\b(?:your (?:unique |personal |own )?referral (?:link|code|count|hub|url)s?|track your referrals)\b",
    re.IGNORECASE,
)
_SHARES = re.compile(r"(?:share|refer|spread|tell|invite)\b", re.IGNORECASE)
_PARTS = re.compile(r"\s*(?://|[|·•])\s*")
_PAGE = re.compile(
    r"(?:about(?: us)?|advertise|archives?|blog|careers?|contact(?: us)?|events|faqs?"
    r"|help(?: cent(?:er|re))?|home|jobs|newsletters?|podcasts?|press|shop|sponsor|store|support)",
    re.IGNORECASE,
)
_CLICKED = re.compile(r"[👏💬❤♥👍👎🔁🗨👀]\ufe0f?\s*\d[\d.,]*[km]?", re.IGNORECASE)
_FEWEST_PAGES = 3
_LONGEST_LINE = 120
_LONGEST = 700
_LONGEST_TEXT = 350
_LONGEST_LINK = 80
_LONGEST_ADDRESS = 150


def leaves_the_list(words: str) -> bool:
    """Whether the words of a link offer to unsubscribe, or to change a subscription."""
    return len(words) <= _LONGEST_LINK and _LEAVES.search(words) is not None


def refers(words: str) -> bool:
    """Whether words ask a reader to find more readers."""
    return len(words) <= _LONGEST_TEXT and "referral" in words.lower() and _REFERS.search(words) is not None


def is_navigation(text: str) -> bool:
    """Whether a line is nothing but the names of a site's pages, or counts what readers have clicked."""
    if text[:1].isalnum():
        parts = _PARTS.split(text) if len(text) <= _LONGEST_LINE else []
        return len(parts) >= _FEWEST_PAGES and all(
            _PAGE.fullmatch(part) or is_residue(part) for part in parts
        )
    return _CLICKED.fullmatch(text) is not None


def is_footer(pieces: list[Piece], most: float) -> bool:
    """Whether pieces around such a link are nothing but a footer: short texts, and no heading."""
    most = min(most, _LONGEST)
    if characters(pieces, most) > most:
        return False
    return not any(len(text_of(one)) > _LONGEST_TEXT or _is_titled(one) for one in pieces)


def _is_titled(piece: Piece) -> bool:
    return isinstance(piece, Heading) and not _SHARES.match(piece.text)


def is_postal(text: str) -> bool:
    """Whether a line is a sender's address: "Marrow Line, 12 Quay Street, Bergen"."""
    if len(text) > _LONGEST_ADDRESS or text[-1:] in {".", "!", "?"}:
        return False
    has_parts = "," in text or "·" in text
    return has_parts and any(c.isdigit() for c in text) and _POSTAL.search(text) is not None
