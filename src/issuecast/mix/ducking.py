"""How loud music is at each moment: alone, under somebody's words, coming and going.

WCAG 2.2 and broadcasters' guides agree that music must not compete with words: here it is 2 LU under the
speech target when it stands alone and 18 LU under it while somebody speaks, moved by curves of equal power.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from issuecast.mix.layout import Cued, Span
from issuecast.mix.pacing import RELEASE_MS
from issuecast.mix.sound import amplitude
from issuecast.models import DurationMs

ALONE_LU = 2
UNDER_LU = 18
"""At least 15 is asked for; the rest is for moments that are louder than their piece as a whole."""
DUCK_MS = 400
"""How long music takes to go under; it is there when the first word comes."""
HOLD_MS = 2000
"""Pauses shorter than this do not bring it up: it never pumps inside a conversation."""
FADE_IN_MS, FADE_OUT_MS = 5, 30
"""At the ends of every piece, so that none clicks, whatever its file starts or ends with."""
BED_FADE_MS = 1500
"""How slowly a bed comes in: it should be noticed by being missed."""

_UNDER = amplitude(ALONE_LU - UNDER_LU)


@dataclass(frozen=True, slots=True)
class Point:
    """The gain at a moment, from the start of the piece; 1 is the level of music that stands alone."""

    at_ms: DurationMs
    gain: float


Envelope: TypeAlias = tuple[Point, ...]
"""Points from the start of a piece to its end; between two of them the power changes as in `between`."""


def between(start: float, end: float, share: float) -> float:
    """The gain on the way from `start` to `end`, so that two pieces that cross keep their summed power."""
    return math.hypot(start * math.cos(share * math.pi / 2), end * math.sin(share * math.pi / 2))


def envelope(cued: Cued, speech: Sequence[Span], piece_ms: DurationMs) -> Envelope:
    """How loud the cued piece is, given all speech of its chapter and the piece's whole length.

    A bed stays under speech all the while; other music goes under where somebody speaks. A piece that is
    cut short before its end is let go slowly.
    """
    length_ms = cued.span.duration_ms
    bed = cued.name in {"bed", "under"}
    fade_in_ms = min(BED_FADE_MS if bed else FADE_IN_MS, length_ms // 2)
    fade_out_ms = min(RELEASE_MS if bed or length_ms < piece_ms else FADE_OUT_MS, length_ms - fade_in_ms)
    talks = [] if bed else _talks(cued.span, speech)
    moments = {0, fade_in_ms, length_ms - fade_out_ms, length_ms}
    for talk in talks:
        moments |= {talk.start_ms - DUCK_MS, talk.start_ms, talk.end_ms, talk.end_ms + RELEASE_MS}

    def gain(at_ms: DurationMs) -> float:
        level = _UNDER if bed else min((_ducked(at_ms, talk) for talk in talks), default=1.0)
        fade_in = between(0, 1, min(at_ms / fade_in_ms, 1)) if fade_in_ms else 1.0
        fade_out = between(0, 1, min((length_ms - at_ms) / fade_out_ms, 1)) if fade_out_ms else 1.0
        return level * fade_in * fade_out

    return tuple(Point(at, gain(at)) for at in sorted(moments) if 0 <= at <= length_ms)


def _talks(music: Span, speech: Sequence[Span]) -> list[Span]:
    """What is said over the music, from its start: lines with short pauses between are one talk."""
    talks: list[Span] = []
    for line in speech:
        if line.end_ms <= music.start_ms or line.start_ms >= music.end_ms:
            continue
        start_ms, end_ms = line.start_ms - music.start_ms, line.end_ms - music.start_ms
        if talks and start_ms - talks[-1].end_ms < HOLD_MS:
            start_ms = talks.pop().start_ms
        talks.append(Span(start_ms, end_ms))
    return talks


def _ducked(at_ms: DurationMs, talk: Span) -> float:
    if at_ms < talk.start_ms:
        return between(1, _UNDER, min(max(1 - (talk.start_ms - at_ms) / DUCK_MS, 0), 1))
    if at_ms > talk.end_ms:
        return between(_UNDER, 1, min((at_ms - talk.end_ms) / RELEASE_MS, 1))
    return _UNDER
