"""16-bit PCM, lowest byte first, as numbers and back."""

from __future__ import annotations

import sys
from array import array


def samples_of(pcm: bytes | bytearray) -> array[int]:
    """The samples of PCM, −32768 to 32767."""
    samples = array("h", pcm)
    return _swapped(samples)


def pcm_of(samples: array[int]) -> bytes:
    """The reverse."""
    return _swapped(array("h", samples)).tobytes()


def _swapped(samples: array[int]) -> array[int]:
    if sys.byteorder == "big":
        samples.byteswap()
    return samples
