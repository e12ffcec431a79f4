"""Text cut into what an engine takes at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape

from issuecast.speak.clusters import indivisible
from issuecast.write.sentences import ends, ends_abbreviated

_LAST_SIGNS = re.compile(r"""[.!?…]["'”’»)\]]*$""")
_UNSPACED_END = re.compile(r"[。！？｡।॥؟۔։።]+[”’」』）»\"]*")
"""Of scripts that set no space after it, or know no capitals to begin the next with."""

_AHEAD = 40
"""Characters behind a sentence that tell whether it ends there."""


def pieces(text: str, limit: int) -> Iterator[str]:
    """The text in order, in pieces that weigh at most `limit` bytes as UTF-8 with XML's characters escaped.

    A piece ends after a sentence where one ends in its second half, else between words (after "Dr." only if
    there is no other place), else (in text without spaces) between characters, but not inside a number or
    between a letter and its marks, unless that alone exceeds the limit. Nothing is lost but white space at
    the cuts.

    Args:
        text: any text.
        limit: at least 8 bytes, so that any character fits.
    """
    rest = text.strip()
    while rest:
        most = _longest_start(rest, limit)
        cut = most if most == len(rest) else _cut(rest, most)
        yield rest[:cut].rstrip()
        rest = rest[cut:].lstrip()


def ends_sentence(piece: str) -> bool:
    """Whether a sentence ends where the piece does."""
    if _LAST_SIGNS.search(piece):
        return not ends_abbreviated(piece)
    return any(end.end() == len(piece) for end in _UNSPACED_END.finditer(piece))


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


def _cut(text: str, most: int) -> int:
    """Where to cut a text of which at most so many characters may be kept."""
    seen = text[: most + _AHEAD]
    last = max((end for end in _ends(seen) if end <= most and not indivisible(text, end)), default=0)
    if last * 2 >= most:
        return last
    spaces = [place for place in range(most, 0, -1) if text[place].isspace() and _divides(text, place)]
    words = (place for place in spaces if not ends_abbreviated(text[:place]))
    characters = (place for place in range(most, 0, -1) if not indivisible(text, place))
    return next(words, 0) or next(iter(spaces), 0) or next(characters, most)


def _ends(text: str) -> Iterator[int]:
    yield from ends(text)
    yield from (end.end() for end in _UNSPACED_END.finditer(text))


def _divides(text: str, space: int) -> bool:
    """Whether the white space at that place is between two words, not within a number or under a mark."""
    return not indivisible(text, space) and not indivisible(text, space + 1)
