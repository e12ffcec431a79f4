"""What captions are made of: a turn's written words, when each is heard, what a break after it costs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from issuecast.models import DurationMs, Episode, TimedLine
from issuecast.publish.plain import one_line
from issuecast.publish.transcript_breaks import Breaks


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands on one row: a word, a part of one that no row holds, a sign of a script without spaces.

    `heard_ms` is when it has been said, `end_ms` when the next one of its line starts, or the line ends;
    until `free_ms` nobody says anything else. `cost` is that of a break after it, the less the better.
    """

    text: str
    start_ms: DurationMs
    heard_ms: DurationMs
    end_ms: DurationMs
    free_ms: DurationMs
    cost: float
    spaced: bool


@dataclass(frozen=True, slots=True)
class Turn:
    """Lines that one role says one after the other in a chapter."""

    role: str
    lines: tuple[TimedLine, ...]
    free_ms: DurationMs
    """When the next turn begins, or the episode ends."""


def turns(episode: Episode) -> Iterator[Turn]:
    """The turns in which there is something to read."""
    found = [
        (role, tuple(lines))
        for chapter in episode.timeline
        for role, lines in groupby(filter(_words, chapter.lines), key=lambda line: line.role)
    ]
    starts = [lines[0].start_ms for _, lines in found[1:]]
    for (role, lines), free_ms in zip(found, (*starts, episode.duration_ms), strict=False):
        yield Turn(role, lines, free_ms)


def pieces(turn: Turn, breaks: Breaks, row: int, prefix: str = "") -> list[Piece]:
    """The turn's text, in pieces of at most `row` characters; the prefix is read with the first of them."""
    made = [_Part(word, turn.lines[0].start_ms, 0, breaks.WITHIN) for word in prefix.split()]
    whole: list[Piece] = []
    for line, after in zip(turn.lines, (*turn.lines[1:], None), strict=True):
        made += _parts_of(line, breaks, row)
        for part, following in pairwise(made):
            next_ms = following.start_ms
            whole.append(part.piece(next_ms, next_ms))
        end_ms = max(line.end_ms, made[-1].start_ms)
        free_ms = max(after.start_ms if after else turn.free_ms, end_ms)
        whole.append(replace(made[-1], cost=breaks.LINE).piece(end_ms, free_ms))
        made = []
    return whole


def heard(line: TimedLine) -> Iterator[tuple[str, DurationMs]]:
    """The written words of a line, parted where it has spaces, each with when it begins to be heard."""
    words = _words(line)
    for word, (start_ms, _) in zip(words, _times(line, words), strict=True):
        yield word, start_ms


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of which the next one is not known yet."""

    text: str
    start_ms: DurationMs
    heard_ms: DurationMs
    cost: float
    spaced: bool = True

    def piece(self, end_ms: DurationMs, free_ms: DurationMs) -> Piece:
        heard_ms = max(self.start_ms, min(self.heard_ms, end_ms))
        return Piece(self.text, self.start_ms, heard_ms, end_ms, free_ms, self.cost, self.spaced)


def _words(line: TimedLine) -> list[str]:
    return one_line(line.text, limit=len(line.text) + 1).split()


def _parts_of(line: TimedLine, breaks: Breaks, row: int) -> Iterator[_Part]:
    """The line's words; those that are cut share their time by their length."""
    words = _words(line)
    for word, after, (start_ms, heard_ms) in zip(words, (*words[1:], ""), _times(line, words), strict=True):
        parts = list(_cut(word, row))
        said, now_ms = 0, start_ms
        for part, next_part in pairwise((*parts, "")):
            said += len(part)
            until_ms = start_ms + (heard_ms - start_ms) * said // len(word)
            cost = breaks.inside(part, next_part) if next_part else breaks.cost(part, after)
            yield _Part(part, now_ms, until_ms, cost, spaced=not next_part)
            now_ms = until_ms


_UNSPACED = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
"""Chinese and Japanese, where a row may end after any character; Korean has spaces, but long words too."""


def _cut(word: str, row: int) -> Iterator[str]:
    """The word if a row holds it and its script has spaces; otherwise as small as it may be cut."""
    if len(word) <= row and not _UNSPACED.search(word):
        yield word
        return
    start = 0
    for end in range(1, len(word) + 1):
        if end == len(word) or end - start >= row or _is_cut(word, start, end, row):
            yield word[start:end]
            start = end


def _is_cut(word: str, start: int, end: int, row: int) -> bool:
    before, after = word[end - 1], word[end]
    if unicodedata.category(after)[0] == "M" or "\u200d" in (before, after):
        return False
    if _UNSPACED.match(before) or _UNSPACED.match(after):
        return True
    # A long address or a word that somebody leant on: after a sign, or where the row would be full.
    return len(word) > row and (before in "/-_.?&=#:," or end - start >= row // 2)


_AHEAD = 8
"""How many words that are not heard, such as signs, may stand before one that is."""


def _times(line: TimedLine, words: Sequence[str]) -> Iterator[tuple[DurationMs, DurationMs]]:
    """From when until when each written word is heard: as the timeline tells, else by its length."""
    known, at = {}, 0
    for timed in line.words:
        text = one_line(timed.text)
        found = next((i for i in range(at, min(at + _AHEAD, len(words))) if words[i] == text), None)
        if found is not None:
            known[found], at = timed, found + 1
    first, now_ms = 0, line.start_ms
    for index, timed in known.items():
        start_ms = max(timed.start_ms, now_ms)
        yield from _spread(words[first:index], now_ms, start_ms)
        first, now_ms = index + 1, max(timed.end_ms, start_ms)
        yield start_ms, now_ms
    yield from _spread(words[first:], now_ms, max(line.end_ms, now_ms))


def _spread(
    words: Sequence[str], start_ms: DurationMs, end_ms: DurationMs
) -> Iterator[tuple[DurationMs, DurationMs]]:
    total, said = sum(map(len, words)), 0
    for word in words:
        from_ms = start_ms + (end_ms - start_ms) * said // total
        said += len(word)
        yield from_ms, start_ms + (end_ms - start_ms) * said // total
