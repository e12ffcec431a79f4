"""When each written word of a line is heard, from what the engine tells about the spoken ones.

Two maps made of known points with even rises between: from a place in the written line to one in the spoken
text (the pairs), and from there to a time (the engine's words). What an engine leaves out or cuts up
otherwise, and a line of which it tells nothing, is so filled in by its length.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from issuecast.linked import Spoken
from issuecast.mix.layout import Span
from issuecast.models import DurationMs, TimedWord, VoicedLine, Word

_TOKEN = re.compile(r"\S+")
_AHEAD = 60
"""How many characters an engine may pass over; a word further on is taken for one not in the text."""
_BESIDE = 3
"""The same for a word that is no word of ours, but part of one."""


def timed_words(voiced: VoicedLine, span: Span) -> tuple[TimedWord, ...]:
    """The written words of a line in order, within its span; what is not spoken ("–", "🟢") is left out."""
    spoken = "".join(pair.spoken for pair in voiced.spoken)
    place = _written_to_spoken(voiced.spoken)
    time = _spoken_to_time(spoken, voiced.take.words, span.duration_ms)
    timed = []
    for token in _TOKEN.finditer("".join(pair.written for pair in voiced.spoken)):
        start, end = place.at(token.start()), place.at_end(token.end())
        heard = _heard(spoken, round(start), round(end))
        if heard is not None:
            start_ms, end_ms = round(time.at(heard[0])), round(time.at_end(heard[1]))
            timed.append(TimedWord(token[0], span.start_ms + start_ms, span.start_ms + max(start_ms, end_ms)))
    return tuple(timed)


class _Rise:
    """Known points (place, value), neither ever falling; a place with two values is a jump."""

    def __init__(self, points: Iterable[tuple[float, float]]) -> None:
        self._places, self._values = zip(*points, strict=True)

    def at(self, place: float) -> float:
        """The value there, after a jump if there is one."""
        after = bisect_right(self._places, place)
        return self._values[-1] if after == len(self._places) else self._between(after, place)

    def at_end(self, place: float) -> float:
        """The value there, before a jump if there is one."""
        after = bisect_left(self._places, place)
        return self._values[0] if after == 0 else self._between(min(after, len(self._places) - 1), place)

    def _between(self, after: int, place: float) -> float:
        (left, right), (low, high) = self._places[after - 1 : after + 1], self._values[after - 1 : after + 1]
        return float(low + (high - low) * (place - left) / (right - left)) if right > left else float(high)


def _written_to_spoken(pairs: Spoken) -> _Rise:
    """A pair begins where its words do: the white space before them takes no share of the other side's."""
    cuts = [cut for pair in pairs for cut in zip(_cut(pair.written), _cut(pair.spoken), strict=True)]
    written = accumulate((len(part) for part, _ in cuts), initial=0)
    spoken = accumulate((len(part) for _, part in cuts), initial=0)
    return _Rise(zip(written, spoken, strict=True))


def _cut(text: str) -> tuple[str, str]:
    words = text.lstrip()
    return text[: len(text) - len(words)], words


def _spoken_to_time(spoken: str, words: Sequence[Word], length_ms: DurationMs) -> _Rise:
    points = [(0.0, 0.0)]
    for start, end, word in _found(spoken, words):
        points += [(start, word.start_ms), (end, word.end_ms)]
    points.append((len(spoken), length_ms))
    times = accumulate((min(time, length_ms) for _, time in points), max)
    return _Rise(zip((place for place, _ in points), times, strict=True))


def _found(spoken: str, words: Sequence[Word]) -> Iterator[tuple[int, int, Word]]:
    """The engine's words that are in the text, from left to right, with the places [start, end) there."""
    text, at = _folded(spoken), 0
    for word in words:
        wanted = re.sub(r"^\W+|\W+$", "", _folded(word.text))
        if not wanted:
            continue
        whole = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)")
        match = whole.search(text, at, at + _AHEAD + len(wanted))
        start = match.start() if match else text.find(wanted, at, at + _BESIDE + len(wanted))
        if start >= 0:
            at = start + len(wanted)
            yield start, at, word


def _folded(text: str) -> str:
    """Small letters and plain apostrophes, every character still at its place."""
    lowered = (letter.lower() for letter in text.replace("’", "'"))
    return "".join(low if len(low) == 1 else low[0] for low in lowered)


def _heard(spoken: str, start: int, end: int) -> tuple[int, int] | None:
    """The part of [start, end) from its first letter or digit to its last; None if it has none."""
    places = [place for place in range(start, end) if spoken[place].isalnum()]
    return (places[0], places[-1] + 1) if places else None
