"""Where the sound of a take begins and ends."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable

from issuecast.models import Take, Word

THRESHOLD = 104
"""−50 dBFS of 16-bit samples: below a voice's faintest consonant, above what MP3 leaves of silence."""

STEP_MS = 5
LEAD_MS = 10
TAIL_MS = 20
"""Kept before and after the sound, so that neither an onset nor a dying vowel is cut."""


def trimmed(take: Take) -> Take:
    """The take without the silence at its ends, so that pauses are the mixer's; a silent take is empty."""
    samples = _samples(take.pcm)
    step = take.rate_hz * STEP_MS // 1000
    begin = _first_sound(samples, range(0, len(samples), step), step)
    if begin is None:
        return Take(b"", take.rate_hz)
    last = _first_sound(samples, reversed(range(0, len(samples), step)), step) or 0
    begin = max(0, begin - take.rate_hz * LEAD_MS // 1000)
    end = min(len(samples), last + step + take.rate_hz * TAIL_MS // 1000)
    words = _moved(take.words, begin * 1000 // take.rate_hz, (end - begin) * 1000 // take.rate_hz)
    return Take(take.pcm[2 * begin : 2 * end], take.rate_hz, words)


def _samples(pcm: bytes) -> array[int]:
    samples = array("h", pcm)
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def _first_sound(samples: array[int], starts: Iterable[int], step: int) -> int | None:
    for start in starts:
        window = samples[start : start + step]
        if max(window) >= THRESHOLD or min(window) <= -THRESHOLD:
            return start
    return None


def _moved(words: Iterable[Word], by_ms: int, duration_ms: int) -> tuple[Word, ...]:
    """The words that much earlier, inside the take that is left."""

    def moved(time_ms: int) -> int:
        return min(max(time_ms - by_ms, 0), duration_ms)

    return tuple(Word(word.text, moved(word.start_ms), moved(word.end_ms)) for word in words)
