"""A turn's words as captions: of two rows, of 1 to 7 seconds, broken where its phrases end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from issuecast.models import DurationMs
from issuecast.publish.transcript_words import Piece

SHORTEST_MS, LONGEST_MS = 1000, 7000

_PER_CUE = 2.0
_TOO_SHORT = 25.0
_BRISK_MS = 1600
_BRISK = 3.0
_MIDDLE_MS = 3500
_EVEN = 5.0
"""What two rows cost of which one is empty: as much as a break between any two words."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One or two rows of text, the pieces that they are made of, and when they are shown."""

    rows: tuple[str, ...]
    pieces: tuple[Piece, ...]
    start_ms: DurationMs
    end_ms: DurationMs


def cues(pieces: Sequence[Piece], row: int) -> Iterator[Cue]:
    """The pieces of a turn, each of at most `row` characters, in cues of at most two such rows.

    A cue is shown for 1 to 7 seconds, unless the whole turn is shorter than its cues would take.
    """
    cuts = _cuts(pieces, row)
    spans = list(pairwise(cuts))
    for (first, last), (start_ms, end_ms) in zip(spans, _times(pieces, spans), strict=True):
        shown = tuple(pieces[first:last])
        yield Cue(_rows(shown, row), shown, start_ms, end_ms)


def _cuts(pieces: Sequence[Piece], row: int) -> list[int]:
    """Before which pieces a cue starts, 0 and the end included: the cheapest way (dynamic programming)."""
    at, end = _columns(pieces)
    second = _second_rows(at, end, row)
    cost, start = [0.0], [0]
    for last, piece in enumerate(pieces, 1):
        best, best_start = float("inf"), last - 1
        closing = _PER_CUE + piece.cost
        stays_ms = min(piece.free_ms, piece.end_ms + SHORTEST_MS)
        for first in range(last - 1, -1, -1):
            begins_ms = pieces[first].start_ms
            alone = first == last - 1
            if not alone and (
                end[last - 1] - at[second[first]] > row or piece.end_ms - begins_ms > LONGEST_MS
            ):
                break
            length_ms = max(piece.end_ms - begins_ms, min(stays_ms - begins_ms, SHORTEST_MS))
            whole = cost[first] + closing + _strain(length_ms)
            if whole < best:
                best, best_start = whole, first
        cost.append(best)
        start.append(best_start)
    cuts = [len(pieces)]
    while cuts[-1]:
        cuts.append(start[cuts[-1]])
    return cuts[::-1]


def _columns(pieces: Sequence[Piece]) -> tuple[list[int], list[int]]:
    """Where each piece starts and ends if all stand on one row."""
    widths = [len(piece.text) + piece.spaced for piece in pieces]
    at = list(accumulate(widths, initial=0))[:-1]
    return at, [begin + len(piece.text) for begin, piece in zip(at, pieces, strict=True)]


def _second_rows(at: Sequence[int], end: Sequence[int], row: int) -> list[int]:
    """For each piece that starts a cue the piece that starts its second row if its first is filled.

    What fits on one row is as if it had an empty second: then that is the cue's own first piece.
    """
    found, second = [], 0
    for begin in at:
        while second < len(at) and end[second] - begin <= row:
            second += 1
        found.append(min(second, len(at) - 1))
    return found


def _strain(length_ms: DurationMs) -> float:
    """What a cue's length costs: an even pace is easiest to read."""
    strain = ((length_ms - _MIDDLE_MS) / _MIDDLE_MS) ** 2
    if length_ms < _BRISK_MS:
        strain += _BRISK * (_BRISK_MS - length_ms) / _BRISK_MS
    if length_ms < SHORTEST_MS:
        strain += _TOO_SHORT * (1 + (SHORTEST_MS - length_ms) / SHORTEST_MS)
    return strain


def _times(
    pieces: Sequence[Piece], spans: Sequence[tuple[int, int]]
) -> Iterator[tuple[DurationMs, DurationMs]]:
    """When each cue is shown: while it is heard, and a little sooner or longer if that is under a second."""
    free_ms = pieces[-1].free_ms
    starts = [pieces[first].start_ms for first, _ in spans]
    if free_ms - starts[0] >= len(spans) * SHORTEST_MS:
        for index in range(1, len(starts)):
            latest_ms = free_ms - (len(starts) - index) * SHORTEST_MS
            starts[index] = min(max(starts[index], starts[index - 1] + SHORTEST_MS), latest_ms)
    for index in range(1, len(starts)):
        starts[index] = max(starts[index], starts[index - 1] + 1)
    for (_, last), start_ms, next_ms in zip(spans, starts, (*starts[1:], free_ms), strict=True):
        end_ms = max(pieces[last - 1].end_ms, start_ms + SHORTEST_MS)
        yield start_ms, max(min(end_ms, next_ms, start_ms + LONGEST_MS), start_ms + 1)


def _rows(pieces: Sequence[Piece], row: int) -> tuple[str, ...]:
    """One row if that is enough, else two, as even as the phrase allows."""
    whole = _text(pieces)
    if len(whole) <= row:
        return (whole,)
    choices = ((_text(pieces[:cut]), _text(pieces[cut:]), pieces[cut - 1]) for cut in range(1, len(pieces)))
    fitting = ((a, b, piece) for a, b, piece in choices if max(len(a), len(b)) <= row)
    upper, lower, _ = min(fitting, key=lambda one: one[2].cost + _EVEN * abs(len(one[0]) - len(one[1])) / row)
    return upper, lower


def _text(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text + " " * piece.spaced for piece in pieces).strip()
