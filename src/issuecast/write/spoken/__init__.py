"""Written text → spoken words, token by token: "$11B" → "eleven billion dollars".

The text is read in passes, each of which gives pairs: first what is only seen goes (markup.py), then the rules of
table.py are asked (scan.py). What comes out is read again until a reading changes nothing, so that spoken text read
once more stays as it is. A language other than English has no rules yet: only markup, emoji and links are
dealt with, the rest is left to the voice.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from issuecast.models import Pair, Spoken
from issuecast.write.spoken import markup, scan
from issuecast.write.spoken.joining import join
from issuecast.write.spoken.markup import Reader

__all__ = ["pairs", "spoken_text"]

_ENGLISH = (markup.read, markup.read_numerals, scan.read)
_OTHERS = (markup.read, markup.read_links, markup.read_spaces)
# Two are usual, a second changes something only where the first left odd neighbours; the bound is for safety.
_MOST_READINGS = 8


def pairs(text: str, *, language: str = "en-US") -> Spoken:
    """The tokens of a text with what is said for each.

    Args:
        text: any text; a line of a script as a rule.
        language: a tag such as "en-US".

    Returns:
        Pairs whose `written` sides joined are the text, byte for byte, and whose `spoken` sides joined are what the
        voice gets: single spaces, none at the ends. A pair has the white space before its token on both sides, and
        the punctuation that clings to the token; `spoken` is "" for what is only seen, and "," for a dash.
    """
    if language.lower().replace("_", "-").split("-")[0] != "en":
        return tuple(_read(text, _OTHERS))
    said = _read(text, _ENGLISH)
    for _ in range(_MOST_READINGS):
        before = spoken_of(said)
        again = _read(before, _ENGLISH)
        if spoken_of(again) == before:
            break
        said = join(said, again)
    return tuple(said)


def spoken_text(text: str, *, language: str = "en-US") -> str:
    """What is said for a text: "Up 3.2%!" → "Up three point two percent!", with single spaces between words."""
    return spoken_of(pairs(text, language=language))


def spoken_of(said: Iterable[Pair]) -> str:
    """What the voice gets for pairs."""
    return "".join([pair.spoken for pair in said])


def _read(text: str, readers: Sequence[Reader]) -> list[Pair]:
    """The text read by one reader after the other; the last gives tokens."""
    said = [Pair(text, text)] if text else []
    for reader in readers:
        said = join(said, reader(spoken_of(said)), tokens=reader is readers[-1])
    return said
