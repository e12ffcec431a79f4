"""Text cut into what a service takes in one request."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape

_SENTENCE_END = re.compile(r"""(?:[.!?…]+["'”’»)\]]*(?=\s)|[。！？]+[”’」』）]*)""")


def pieces(text: str, limit: int) -> Iterator[str]:
    """The text in order, in pieces that weigh at most `limit` bytes as UTF-8 with XML's characters escaped.

    A piece ends after a sentence where one ends in its second half, else between words, else (in text without
    spaces) between characters. Nothing is lost but white space at the cuts.

    Args:
        text: any text.
        limit: at least 8 bytes, so that any character fits.
    """
    rest = text.strip()
    while rest:
        most = _longest_start(rest, limit)
        cut = most if most == len(rest) else _cut(rest[: most + 1], most)
        yield rest[:cut].rstrip()
        rest = rest[cut:].lstrip()


def weight(text: str) -> int:
    """Bytes of the text in the body of an XML request."""
    return len(escape(text).encode())


def _longest_start(text: str, limit: int) -> int:
    """How many of the first characters weigh no more than `limit`."""
    total = 0
    for count, character in enumerate(text):
        total += weight(character)
        if total > limit:
            return count
    return len(text)


def _cut(start: str, most: int) -> int:
    """Where to cut a start of which at most so many characters may be kept."""
    ends = [end.end() for end in _SENTENCE_END.finditer(start) if end.end() <= most]
    if ends and ends[-1] * 2 >= most:
        return ends[-1]
    space = max((place for place in range(1, most + 1) if start[place].isspace()), default=0)
    return space or most
