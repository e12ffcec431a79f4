"""Where a chapter has music and where only speech: the latter is encoded as one voice (one_voice.py)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from issuecast.mix.layout import Cued, Layout, Span
from issuecast.mix.sound import FRAME_MS
from issuecast.models import DurationMs

SILENCE_MS = 2 * FRAME_MS
"""On both sides of a cut: an encoder that starts or ends there is at rest, and its frames can be joined."""
SHORTEST_MS = 3000
"""Less speech between music is not worth an encoder of its own."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A whole number of frames of a chapter, and the music in it."""

    span: Span
    music: tuple[Cued, ...]


def stretches(layout: Layout) -> tuple[Stretch, ...]:
    """The chapter, cut in silence into stretches with music and long ones of speech alone."""
    cuts = (0, *_pauses(layout), layout.duration_ms)
    edges = {0, layout.duration_ms}
    for alone in _between_music(layout):
        within = [at for at in cuts if alone.start_ms <= at <= alone.end_ms]
        if within and within[-1] - within[0] >= SHORTEST_MS:
            edges |= {within[0], within[-1]}
    spans = (Span(start, end) for start, end in pairwise(sorted(edges)))
    return tuple(Stretch(span, _playing(layout.music, span)) for span in spans)


def _pauses(layout: Layout) -> Iterator[DurationMs]:
    """Where frames meet in silence between sounds."""
    sounds = sorted((*layout.speech, *(cued.span for cued in layout.music)), key=lambda span: span.start_ms)
    for until, span in zip(accumulate((span.end_ms for span in sounds), max), sounds[1:], strict=False):
        at = -(-(until + SILENCE_MS) // FRAME_MS) * FRAME_MS
        if at + SILENCE_MS <= span.start_ms:
            yield at


def _between_music(layout: Layout) -> Iterator[Span]:
    now = 0
    for cued in layout.music:
        yield Span(now, max(now, cued.span.start_ms))
        now = max(now, cued.span.end_ms)
    yield Span(now, max(now, layout.duration_ms))


def _playing(music: Iterable[Cued], span: Span) -> tuple[Cued, ...]:
    return tuple(one for one in music if one.span.start_ms < span.end_ms and one.span.end_ms > span.start_ms)
