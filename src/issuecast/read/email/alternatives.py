"""What a text says that another one of the same mail, which is read, does not.

Two texts are never the same letter by letter: one has addresses, the other has links. So a text tells a
sentence if it has its figures, and most of its pairs of neighbouring words, wherever they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from issuecast.models import LeftOut, Reason
from issuecast.read.paywall import is_wall
from issuecast.read.residue import is_residue

_PARAGRAPHS = re.compile(r"\n\s*\n")
_SENTENCES = re.compile(r"(?<=[.!?…])\s+")
_ADDRESS = re.compile(r"[(<\[]*https?://\S+")
_WORD = re.compile(r"\w+")
_STUB = re.compile(
    r"(?:(?:sorry|unfortunately|it (?:looks|seems) like|if),? )?(?:your|this) e?-?mail"
    r" (?:client|program|reader|app) (?:does not|doesn['’]t|cannot|can['’]t|is (?:not |un)able to)"
    r" (?:support|display|show|read)\b.{0,80}"
    r"|(?:this|the following) is an? html (?:e-?mail|message|newsletter)\b.{0,80}"
    r"|(?:please )?(?:use|enable|switch to|turn on) .{0,40}\bhtml\b.{0,60}"
    r"|to (?:view|read|see) (?:this|the) (?:e-?mail|message|newsletter)\b.{0,100}",
    re.IGNORECASE,
)
_BEGINNING = 80
_PART_MISSING = 5


@dataclass(frozen=True, slots=True)
class Telling:
    """The words and the pairs of neighbouring words that a text has."""

    words: frozenset[str]
    pairs: frozenset[tuple[str, str]]

    def tells(self, sentence: str) -> bool:
        words = _words(sentence)
        if not all(word in self.words for word in words if len(words) == 1 or word.isdecimal()):
            return False
        missing = sum(pair not in self.pairs for pair in pairwise(words))
        return missing * _PART_MISSING <= len(words)


def telling(text: str) -> Telling:
    words = _words(text)
    return Telling(frozenset(words), frozenset(pairwise(words)))


def sentences(text: str) -> Iterator[str]:
    """The sentences of paragraphs that blank lines part, each on one line."""
    for paragraph in _PARAGRAPHS.split(text):
        yield from filter(None, _SENTENCES.split(" ".join(paragraph.split())))


def tells_enough(chosen: str, other: str) -> bool:
    """Whether a text tells at least a quarter of the sentences of another one that say something."""
    told = telling(chosen)
    all_told = [told.tells(one) for one in sentences(other) if not _is_furniture(one)]
    return sum(all_told) * 4 >= len(all_told)


def untold(chosen: str, other: str) -> Iterator[LeftOut]:
    """What becomes of a text that is not read: it says again what the chosen one says, but for sentences that
    no reader of the mail is shown.
    """
    told = telling(chosen)
    repeated: list[str] = []
    for one in sentences(other):
        if told.tells(one):
            repeated.append(one)
        elif _is_furniture(one):
            yield _left_out([one], Reason.FURNITURE)
        elif is_wall(one):
            yield LeftOut("", Reason.SUBSCRIBERS)
            break
        else:
            yield _left_out([one], Reason.HIDDEN)
    if any(map(_words, repeated)):
        yield _left_out(repeated, Reason.REPEATED)


def _is_furniture(sentence: str) -> bool:
    return is_residue(sentence) or _STUB.fullmatch(sentence.rstrip(" .!")) is not None


def _words(text: str) -> list[str]:
    return _WORD.findall(_ADDRESS.sub(" ", text).casefold())


def _left_out(said: Iterable[str], reason: Reason) -> LeftOut:
    words = " ".join(said)
    shown = words if len(words) <= _BEGINNING else f"{words[:_BEGINNING].rsplit(' ', 1)[0]} …"
    return LeftOut(shown, reason)
