"""Where the sound of a take begins and ends."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable
from dataclasses import replace

from issuecast.models import Take, Word

THRESHOLD = 104
"""−50 dBFS of 16-bit samples: below a voice's faintest consonant, above what MP3 leaves of silence."""

STEP_MS = 5
LEAD_MS = 10
TAIL_MS = 20
"""Kept before and after the sound, so that neither an onset nor a dying vowel is cut."""


def trimmed(take: Take, volume_percent: int = 0) -> Take:
    """The take without the silence at its ends, so that pauses are the mixer's; a silent take is empty.

    Args:
        take: as it came.
        volume_percent: how much softer than it would the voice was asked to speak (below 0).
    """
    samples, threshold = samples_of(take.pcm), THRESHOLD * (100 + min(volume_percent, 0)) // 100
    step = take.rate_hz * STEP_MS // 1000
    begin = _first_sound(samples, range(0, len(samples), step), step, threshold)
    if begin is None:
        return Take(b"", take.rate_hz)
    last = _first_sound(samples, reversed(range(0, len(samples), step)), step, threshold) or 0
    begin = max(0, begin - take.rate_hz * LEAD_MS // 1000)
    end = min(len(samples), last + step + take.rate_hz * TAIL_MS // 1000)
    words = _moved(take.words, begin * 1000 // take.rate_hz, (end - begin) * 1000 // take.rate_hz)
    return replace(take, pcm=take.pcm[2 * begin : 2 * end], words=words)


def samples_of(pcm: bytes) -> array[int]:
    """The samples of a take's PCM, −32768 to 32767."""
    samples = array("h", pcm)
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def is_loud(window: array[int], threshold: int = THRESHOLD) -> bool:
    """Whether there is sound in some samples."""
    return max(window) >= threshold or min(window) <= -threshold


def _first_sound(samples: array[int], starts: Iterable[int], step: int, threshold: int) -> int | None:
    return next((start for start in starts if is_loud(samples[start : start + step], threshold)), None)


def _moved(words: Iterable[Word], by_ms: int, duration_ms: int) -> tuple[Word, ...]:
    """The words that much earlier, inside the take that is left."""

    def moved(time_ms: int) -> int:
        return min(max(time_ms - by_ms, 0), duration_ms)

    return tuple(Word(word.text, moved(word.start_ms), moved(word.end_ms)) for word in words)
