"""Where the sound of a take begins and ends."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import replace

from issuecast.models import Take, Word
from issuecast.pcm import samples_of

THRESHOLD = 104
"""−50 dBFS of 16-bit samples: below a voice's faintest consonant, above what MP3 leaves of silence."""

STEP_MS = 5
LEAD_MS = 10
TAIL_MS = 20
"""Kept before and after the sound, so that neither an onset nor a dying vowel is cut."""


def trimmed(take: Take) -> Take:
    """The take without the silence at its ends, so that pauses are the mixer's; a silent take is empty.

    Its words keep their times in the sound, so that a last one may end after it: `verify` must see that.
    """
    samples = samples_of(take.pcm)
    step = take.rate_hz * STEP_MS // 1000
    begin = _first_sound(samples, range(0, len(samples), step), step)
    if begin is None:
        return Take(b"", take.rate_hz)
    last = _first_sound(samples, reversed(range(0, len(samples), step)), step) or 0
    begin = max(0, begin - take.rate_hz * LEAD_MS // 1000)
    end = min(len(samples), last + step + take.rate_hz * TAIL_MS // 1000)
    words = _moved(take.words, -(begin * 1000 // take.rate_hz), None)
    return replace(take, pcm=take.pcm[2 * begin : 2 * end], words=words)


def fitted(take: Take) -> Take:
    """The take with all its words inside it."""
    return replace(take, words=_moved(take.words, 0, take.samples * 1000 // take.rate_hz))


def is_loud(window: array[int]) -> bool:
    """Whether there is sound in some samples."""
    return max(window) >= THRESHOLD or min(window) <= -THRESHOLD


def _first_sound(samples: array[int], starts: Iterable[int], step: int) -> int | None:
    return next((start for start in starts if is_loud(samples[start : start + step])), None)


def _moved(words: Iterable[Word], by_ms: int, latest_ms: int | None) -> tuple[Word, ...]:
    """The words that much later, none before 0 or, if there is a latest moment, after it."""

    def moved(time_ms: int) -> int:
        later_ms = max(time_ms + by_ms, 0)
        return later_ms if latest_ms is None else min(later_ms, latest_ms)

    return tuple(Word(word.text, moved(word.start_ms), moved(word.end_ms)) for word in words)
