"""From written text to pairs: a walk along the text that asks the rules at each token.

A pair is a token with the white space before it and the punctuation that clings to it. Most tokens are plain words,
which no rule wants to see: once seen, they are taken over at once.
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from functools import lru_cache
from typing import Protocol

from issuecast.linked import Pair
from issuecast.write.spoken import acronyms, run_on, symbols, table
from issuecast.write.spoken.pairing import Pairing
from issuecast.write.spoken.rules import LETTER, WORD, Reading, lazy

_CHUNK = lazy(r"\s*+\S++")
_SPACE = lazy(r"\s*+")
_PLAIN = lazy(rf"(\s*+)((?:[\"'“‘(]{{0,3}}+)({LETTER}++(?:['’-]{LETTER}++)*+)([.,;:!?)\"'”’…]*+))(?=\s|\Z)")
_ENDS = lazy(r"[,;!?)\"”’…]|[.:]?(?:\s|\Z)")
# A row of one sign is decoration, or a rule across the page.
_ROW = lazy(r"([^\w\s])\1{3,}+")

# Typesetters' spaces, but not those within a number ("10 000"), are spaces for the rules.
_FIXED_SPACE = lazy(r"(?<!\d)[\u00a0\u2009\u202f]|[\u00a0\u2009\u202f](?!\d{3}(?!\d))")

# A rule sees so much of the text before and after its place. So what it says depends on that only and can be
# remembered, and no text takes longer than its length allows.
_BACK = 80
_AHEAD = 320
_REMEMBERED = 2048
_MOST_PLAIN = 50_000


class Names(Hashable, Protocol):
    """What is asked before the rules: a lexicon."""

    def begins(self, text: str, /) -> bool:
        """Whether a name may begin at any word of a text."""

    def at(self, text: str, at: int, /) -> Reading | None:
        """The name that stands at a position: where it ends, and how it is said."""


class Scan:
    """English text, read once: by the names of a lexicon, if there is one, and the rules of table.py."""

    def __init__(self, names: Names | None = None) -> None:
        self._names = names
        self._plain: dict[str, Pair] = {}
        self._remembered = lru_cache(_REMEMBERED)(self._seen)

    def read(self, text: str) -> list[Pair]:
        """The text as pairs."""
        pairing, plain = Pairing(), self._plain.get
        take = pairing.pairs.append
        at = done = 0  # where the chunk ends, and up to where all is read
        ready = taken = False  # whether a plain chunk can be taken over, and whether the last one was
        for chunk in _CHUNK.findall(text.rstrip()):
            start, at = at, at + len(chunk)
            if done >= at:
                continue
            if ready and done == start and (pair := plain(chunk)):
                take(pair)
                done, taken = at, True
                continue
            if taken:
                pairing.resume()
                taken = False
            done = self._chunk(text, max(start, done), at, pairing)
            ready = pairing.ready
        if done < len(text):
            pairing.end(text[done:])
        return pairing.pairs

    def _chunk(self, text: str, at: int, end: int, pairing: Pairing) -> int:
        """Read what stands up to the next white space, or further if a rule does; where that ends."""
        while at < end:
            spaced = not at or text[at].isspace()
            if spaced and (found := _PLAIN.match(text, at)) and self._is_plain(found[3], found[4]):
                pairing.plain(found[1], found[2])
                self._keep(found[0], found[2])
                return found.end()
            start = _SPACE.match(text, at).end()  # type: ignore[union-attr]  # it matches
            until, said = run_on.read(text, start, end) or self._ask(text, start)
            pairing.add(text[at:start], text[start:until], said)
            at = until
        return at

    def _is_plain(self, word: str, after: str) -> bool:
        """Whether a word with such stops after it is said as it is written wherever it stands."""
        stem = _stem(word)
        if stem in table.WORDS and ("." in after or stem not in table.STOPPED):
            return False
        if acronyms.depends(word) or acronyms.alone(word) != word:
            return False
        return self._names is None or not self._names.begins(word)

    def _keep(self, chunk: str, word: str) -> None:
        if len(self._plain) > _MOST_PLAIN:
            self._plain.clear()
        self._plain[chunk] = Pair(chunk, f" {word}")

    def _ask(self, text: str, at: int) -> Reading:
        start = max(0, at - _BACK)
        seen = text[start : at + _AHEAD]
        if not seen.isascii():
            seen = _FIXED_SPACE.sub(" ", seen)
        end, said = self._remembered(seen, at - start)
        return start + end, said

    def _seen(self, text: str, at: int) -> Reading:
        """What is said for what begins at a position, by the lexicon or the first rule that knows it."""
        if self._names and (named := self._names.at(text, at)):
            return named
        word = WORD.match(text, at)
        if word and _ENDS.match(text, word.end()):
            rules = table.WORDS.get(_stem(word[0]), ())
        elif row := _ROW.match(text, at):
            return row.end(), symbols.any_sign(row[1])
        else:
            rules, word = table.at(text[at]), None
        for rule in rules:
            reading = rule.read(text, at)
            if reading is not None and reading[0] > at:
                return reading
        return self._word(text, at, word[0]) if word else symbols.anything(text, at)

    def _word(self, text: str, at: int, word: str) -> Reading:
        """A word that no rule knows, up to a name after one of its hyphens."""
        names = self._names
        if names and "-" in word:
            hyphens = (found.start() for found in re.finditer("-", word))
            word = next((word[:place] for place in hyphens if names.at(text, at + place + 1)), word)
        return at + len(word), acronyms.said(text, at, word)


def _stem(word: str) -> str:
    """What rules are asked by: "mid-May" → "mid-", "Parker's" → "parker"."""
    if not word.isalpha():
        head, hyphen, _ = re.split("['’]", word, maxsplit=1)[0].partition("-")
        word = head + hyphen
    return word.lower()
