"""The sound that a server sends, as PCM."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from issuecast.models import Take
from issuecast.speak.decode import pcm_of
from issuecast.speak.engines import TryAgain

RATE_HZ = 24_000
"""Of `pcm`, as the API has it, and of what an MP3 becomes."""

LARGEST = 0x7FFF_0000
"""A server that sends a WAV while it makes it knows no length yet: the header tells 0 or about as much as it
can."""

SLOWEST_HZ, FASTEST_HZ = 4_000, 192_000
"""Beyond these it is no rate of speech, but a damaged header."""

PCM, EXTENSIBLE = 1, 0xFFFE


def decoded(content: bytes, response_format: str) -> Take:
    """16-bit mono PCM, without word times: the API has none.

    Raises:
        TryAgain: it is no sound of that format, or not all of it came.
    """
    if not content:
        raise TryAgain("it sent no sound")
    if response_format == "wav" or (content[:4], content[8:12]) == (b"RIFF", b"WAVE"):
        return _wav(content)  # there are servers that know nothing else
    if response_format == "mp3":
        return Take(pcm_of(content, "mp3", RATE_HZ), RATE_HZ)
    if len(content) % 2:
        raise TryAgain("the sound ends within a sample")
    return Take(content, RATE_HZ)


def _wav(content: bytes) -> Take:
    """The sound of a RIFF file; mostly it is what we want, else ffmpeg converts it."""
    if content[:4] != b"RIFF" or content[8:12] != b"WAVE":
        raise TryAgain("what it sent is no WAV")
    layout = b""
    for name, body, length in _chunks(content):
        if name == b"fmt ":
            layout = body
        if name == b"data" and len(layout) >= struct.calcsize("<HHIIHH"):
            if len(body) < length:
                raise TryAgain(f"only {len(body)} of {length} bytes of sound came")
            kind, channels, rate_hz, _, _, bits = struct.unpack_from("<HHIIHH", layout)
            if not SLOWEST_HZ <= rate_hz <= FASTEST_HZ:
                raise TryAgain(f"the WAV that it sent tells a rate of {rate_hz} Hz")
            if kind in {PCM, EXTENSIBLE} and (channels, bits) == (1, 16):
                return Take(body[: len(body) // 2 * 2], rate_hz)
            return Take(pcm_of(content, "wav", rate_hz), rate_hz)
    raise TryAgain("the WAV that it sent has no sound")


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes, int]]:
    """The name of each part, what came of it, and its length; what has no length yet is all the rest."""
    place = 12
    while place + 8 <= len(content):
        name, length = struct.unpack_from("<4sI", content, place)
        place += 8
        if name == b"data" and not 0 < length < LARGEST:
            length = len(content) - place
        yield name, content[place : place + length], length
        place += length + length % 2
