"""Where words stand in a script, whatever is between them: punctuation, line ends, a word of a host's."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"\w+")
_WIDEST_GAP = 3
"""Words that a host may put between two words of a short sentence: "Sentiment: Bullish", "the sentiment is
bullish".
"""
_SHORT = 8
_ALIKE = 0.8
"""Of a longer sentence's words, how many must be there in their order: labels and link words go."""
_MOST_PLACES = 50
_LONGEST = 120
"""Words: what is longer was said in one piece, or was not said."""


def words_of(text: str) -> tuple[str, ...]:
    """The words and figures of a text, in lower case."""
    return tuple(_WORD.findall(text.casefold()))


@dataclass(frozen=True, slots=True)
class Words:
    """The words of numbered rows, one after the other."""

    words: tuple[str, ...]
    rows: tuple[int, ...]
    places: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, rows: Iterable[tuple[int, str]]) -> Words:
        """The words of rows, given as number and text."""
        placed = [(word, number) for number, text in rows for word in words_of(text)]
        places: dict[str, list[int]] = defaultdict(list)
        for place, (word, _) in enumerate(placed):
            places[word].append(place)
        return cls(tuple(word for word, _ in placed), tuple(number for _, number in placed), places)

    def find(self, wanted: Sequence[str], start: int = 0) -> range | None:
        """Where the wanted words stand: without a gap, else loosely; from `start` on if they do there."""
        rarest = min(range(len(wanted)), key=lambda i: len(self.places.get(wanted[i], ())))
        found = [place - rarest for place in self.places.get(wanted[rarest], ()) if place >= rarest]
        found.sort(key=lambda place: place < start)
        size, exact = len(wanted), tuple(wanted)
        for place in found:
            if self.words[place : place + size] == exact:
                return range(place, place + size)
        return self._loosely(wanted, rarest, found[:_MOST_PLACES])

    def rows_at(self, places: range) -> tuple[int, ...]:
        """The rows of these places, each once."""
        return tuple(dict.fromkeys(self.rows[place] for place in places))

    def _loosely(self, wanted: Sequence[str], rarest: int, found: Sequence[int]) -> range | None:
        """Where the wanted words stand with others between them, near where their rarest is."""
        if len(wanted) > _LONGEST:
            return None
        if len(wanted) > _SHORT:
            return next((places for place in found if (places := self._alike(wanted, place))), None)
        starts = (
            start
            for place in found
            for start in range(place, max(-1, place - _WIDEST_GAP * rarest - 1), -1)
            if self.words[start] == wanted[0]
        )
        return next((places for start in starts if (places := self._gapped(wanted, start))), None)

    def _gapped(self, wanted: Sequence[str], place: int) -> range | None:
        end = place + 1
        for word in wanted[1:]:
            ahead = self.words[end : end + _WIDEST_GAP + 1]
            if word not in ahead:
                return None
            end += ahead.index(word) + 1
        return range(place, end)

    def _alike(self, wanted: Sequence[str], place: int) -> range | None:
        """The words around a place, if most of the wanted ones are among them in their order."""
        first = max(0, place - _SHORT)
        around = self.words[first : place + len(wanted) + 2 * _SHORT]
        blocks = difflib.SequenceMatcher(None, wanted, around, autojunk=False).get_matching_blocks()
        if sum(block.size for block in blocks) < _ALIKE * len(wanted):
            return None
        return range(first + blocks[0].b, first + blocks[-2].b + blocks[-2].size)
