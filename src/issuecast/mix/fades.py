"""Fades to the sample: pydub's are linear and go in steps of a millisecond."""

from __future__ import annotations

from array import array
from itertools import chain, repeat
from operator import mul
from sys import byteorder

from issuecast.mix.ducking import between


def faded(pcm: bytes, channels: int, start: float, end: float) -> bytes:
    """16-bit little-endian PCM with a gain that goes from `start` to `end` by a curve of equal power."""
    samples = array("h", pcm)
    if byteorder == "big":
        samples.byteswap()
    frames = len(samples) // channels
    gains = (between(start, end, (frame + 0.5) / frames) for frame in range(frames))
    each = chain.from_iterable(map(repeat, gains, repeat(channels))) if channels > 1 else gains
    shaped = array("h", map(round, map(mul, samples, each)))
    if byteorder == "big":
        shaped.byteswap()
    return shaped.tobytes()
