"""The one format that an episode has, while it is mixed and when it ships.

Chosen so that times are arithmetic: at 48 kHz and 128 kbit/s an MP3 frame is exactly 384 bytes and 24 ms
long, and a millisecond is a whole number of samples.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

RATE_HZ = 48_000
FULL_SCALE = 32_768
BITRATE_KBPS = 128

MONO_MS = RATE_HZ // 1000 * 2
"""Bytes of one millisecond of 16-bit mono PCM."""
STEREO_MS = 2 * MONO_MS
"""Bytes of one millisecond of 16-bit stereo PCM."""

FRAME_SAMPLES = 1152
FRAME_MS = 24
FRAME_BYTES = 384

MONO_TO_STEREO_LU = 3.01
"""What a mono track reads more once the same signal is on both sides (ITU-R BS.1770 adds up the channels)."""


@dataclass(frozen=True, slots=True)
class Track:
    """48 kHz 16-bit little-endian PCM of one channel or two."""

    pcm: bytes
    channels: int

    @property
    def is_mono(self) -> bool:
        return self.channels == 1

    @property
    def frames(self) -> int:
        """The whole MP3 frames that it fills."""
        return len(self.pcm) // (self.channels * MONO_MS * FRAME_MS)


def gated_db(powers: Iterable[float]) -> float | None:
    """The level of blocks of sound without those 10 dB softer, as BS.1770 gates; None if all are silent."""
    audible = [power for power in powers if power > 0]
    if not audible:
        return None
    gate = sum(audible) / len(audible) / 10
    heard = [power for power in audible if power > gate]
    return 10 * math.log10(sum(heard) / len(heard))


def amplitude(decibels: float) -> float:
    """The factor that changes a signal by so many dB."""
    return float(10 ** (decibels / 20))


def decibels(factor: float) -> float:
    """The reverse; the factor is more than 0."""
    return 20 * math.log10(factor)
