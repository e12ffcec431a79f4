"""Fades to the sample: pydub's are linear and go in steps of a millisecond."""

from __future__ import annotations

from array import array
from functools import lru_cache
from itertools import chain, repeat
from operator import mul

from issuecast.mix.ducking import between
from issuecast.pcm import pcm_of, samples_of


def faded(pcm: bytes, channels: int, start: float, end: float) -> bytes:
    """16-bit PCM with a gain that goes from `start` to `end` by a curve of equal power."""
    samples = samples_of(pcm)
    gains = _curve(len(samples) // channels, start, end)
    each = chain.from_iterable(map(repeat, gains, repeat(channels))) if channels > 1 else gains
    return pcm_of(array("h", map(round, map(mul, samples, each))))


@lru_cache(maxsize=8)  # both ends of every line have the same
def _curve(frames: int, start: float, end: float) -> tuple[float, ...]:
    return tuple(between(start, end, (frame + 0.5) / frames) for frame in range(frames))
