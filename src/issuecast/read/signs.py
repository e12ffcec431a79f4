"""What a line of pasted text is by its look: a heading of some style, or nothing in particular."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum, auto

from issuecast.read.dates import is_dateline, without_dates

_BANNER = re.compile(
    r"(?P<mark>[-=*_~+•·─━═—])(?P=mark)+\s*[\[(|<]*\s*(?P<title>[^\W_].*?)\s*[\])|>]*\s*(?P=mark){2,}"
)
_WORD = re.compile(r"[^\W_][\w'’.&+/-]*")
SMALL = frozenset(
    "a about after against an and as at before between but by for from how in into is it its "  # noqa: SIM905
    "nor of off on or our over per than that the to up vs via what when where who why with your".split()
)
"""Words that title case leaves small."""
_SENTENCE = re.compile(r"\w{3}[.!?;]['\"”’)]?\s")
_LABEL = re.compile(r"(?P<label>[^:]+):\s+(?P<value>.+)")
_FIGURE = re.compile(r"[^\w\s\"'“‘(\[]|\d")
_GREETING = re.compile(
    r"(?:hi|hey|hello|dear|good (?:morning|afternoon|evening|day)|welcome|greetings|gm|happy \w+day)\b",
    re.IGNORECASE,
)
_FAREWELL = re.compile(
    r"(?:(?:all the |my )?best|cheers|(?:(?:best|kind|warm) )?(?:wishes|regards)|(?:many )?thanks|thank you"
    r"|(?:with )?love|yours|sincerely|yours (?:truly|sincerely)|xo+|bye|ciao|over and out"
    r"|(?:see you|until|thanks for|thank you for) .*)(?:[,!.—–-].*)?",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\[[^\[\]]*\](?!\()|\([^()]*\)")
_POINTERS = frozenset("👆👇👈👉☝☞☛➡⬅⬆⬇↗↘→←➜➤▶►")
_MOST_WORDS = 10
_MOST_WORDS_OF_A_SENTENCE = 8
_MOST_CHARACTERS = 100
_FIRST_PICTURE = 0x2190  # below are © and ®


class Style(Enum):
    """How a heading shows that it is one."""

    BANNER = auto()
    HASHES = auto()
    UNDERLINED = auto()
    NUMBERED = auto()
    PICTURE = auto()
    CAPITALS = auto()
    CASE = auto()
    SENTENCE = auto()


def banner(line: str) -> re.Match[str] | None:
    """Matches "--- [THE QUIET GRID] ---" and "*** The Quiet Grid ***", with groups `mark` and `title`."""
    match = _BANNER.fullmatch(line.strip()) if len(line) <= _MOST_CHARACTERS else None
    is_emphasis = match and match["mark"] in "*_~" and not line.strip().startswith(3 * match["mark"])
    return None if is_emphasis else match


def begins_with_picture(text: str) -> bool:
    """Whether a text begins with an emoji, or another sign that only pictures something."""
    first = text[:1]
    is_keycap = "\N{COMBINING ENCLOSING KEYCAP}" in text[1:3]
    return is_keycap or (first > chr(_FIRST_PICTURE) and unicodedata.category(first) in {"So", "Sk"})


def is_greeting(line: str) -> bool:
    return _GREETING.match(line) is not None


def is_farewell(line: str) -> bool:
    return _FAREWELL.fullmatch(line) is not None


def style_of(line: str) -> Style | None:
    """The style of heading that a line which stands alone has: a picture, capitals or the case of its words.

    Sentences, datelines, greetings, farewells, and labels with their value ("Sentiment: Bullish") have none.
    """
    if len(line) > _MOST_CHARACTERS or line[:1] in _POINTERS:
        return None
    words = _WORD.findall(line)
    if not words or len(words) > _MOST_WORDS or line[-1] in ".!,;…\"”'" or _SENTENCE.search(line):
        return None
    if begins_with_picture(line):
        return None if _is_figure(line) or is_dateline(line) else Style.PICTURE
    if _is_label(line) or is_greeting(line) or is_farewell(line) or is_dateline(line):
        return None
    loud = _BRACKETED.sub("", line)
    if loud.upper() == loud != loud.lower():
        return Style.CAPITALS if _is_worded(without_dates(loud)) else None
    return Style.CASE if _has_title_case(line, words) else None


def may_head(line: str) -> bool:
    """Whether a line is short and no sentence ("Why soup is dear"): a heading if it is not the only one."""
    return (
        len(line) <= _MOST_CHARACTERS
        and 1 < len(line.split()) <= _MOST_WORDS_OF_A_SENTENCE
        and line[0].isupper()
        and (line[-1].isalnum() or line[-1] in ")?")
        and not (_SENTENCE.search(line) or _LABEL.match(line))
        and not (is_greeting(line) or is_farewell(line) or is_dateline(line))
    )


def _has_title_case(line: str, words: list[str]) -> bool:
    large = [word for word in words if word not in SMALL]
    return (
        (line[0].isupper() or (line[0].isdigit() and len(large) > 1))
        and any(word[0].isupper() for word in large)
        and all(word[0].isupper() or word[0].isdigit() for word in large)
    )


def _is_worded(text: str) -> bool:
    """Whether a text is letters more than figures and signs: "AMZN $231.40 +1.2%" is not."""
    letters = sum(c.isalpha() for c in text)
    return letters > 1 and letters * 2 > sum(not c.isspace() for c in text)


def _is_figure(line: str) -> bool:
    """Whether a label's value is a figure or begins with a picture: "💰 Raised: $20M"."""
    match = _LABEL.match(line)
    return match is not None and _FIGURE.match(match["value"]) is not None


def _is_label(line: str) -> bool:
    """Whether a line is a label and its value, no heading in two parts ("Deep Dive: The Price of Salt")."""
    match = _LABEL.match(line)
    if not match:
        return False
    in_two_parts = len(match["label"].split()) > 1 or len(match["value"].split()) > 2  # noqa: PLR2004
    return not in_two_parts or _is_figure(line)
