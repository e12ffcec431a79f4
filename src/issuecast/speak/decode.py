"""The sound of a file that a service sent, as PCM."""

from __future__ import annotations

from issuecast.errors import VoiceError
from issuecast.ffmpeg import FfmpegFailed, FfmpegHung, ffmpeg
from issuecast.speak.engines import TryAgain

DECODE_S = 20.0
"""Two minutes of sound take a tenth of a second; what takes so long will never end."""

_HEAD_BYTES = 4
_SYNC = 0xFFE0
_LAYER_3 = 0b01
_MPEG_1 = 0b11
_KBIT_S = {
    True: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0),
    False: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0),
}
_HZ = {0b11: (44_100, 48_000, 32_000, 0), 0b10: (22_050, 24_000, 16_000, 0), 0b00: (11_025, 12_000, 8_000, 0)}
"""By the two bits that tell the version: MPEG 1, 2 and 2.5."""


def pcm_of(content: bytes, kind: str, rate_hz: int) -> bytes:
    """Its sound as 16-bit mono PCM.

    Args:
        content: the whole file.
        kind: the name of its format, as ffmpeg has it: `mp3` or `wav`.
        rate_hz: of what is returned.

    Raises:
        TryAgain: it is no such file, or not all of it came.
    """
    if kind == "mp3" and ends_within_frame(content):
        raise TryAgain("the MP3 that it sent ends within a frame")
    target = ("-f", "s16le", "-ac", "1", "-ar", str(rate_hz), "pipe:1")
    try:
        pcm = ffmpeg(["-f", kind, "-i", "pipe:0", *target], content, within_s=DECODE_S).output
    except FfmpegHung as error:
        raise TryAgain(f"the {kind.upper()} that it sent is not decoded within {DECODE_S:g} s") from error
    except FfmpegFailed:
        pcm = b""
    if not pcm:
        raise TryAgain(f"what it sent is no {kind.upper()}")
    return pcm


def at_rate(pcm: bytes, rate_hz: int, wanted_hz: int) -> bytes:
    """16-bit mono PCM at another rate.

    Raises:
        VoiceError: ffmpeg could not.
    """
    given = ("-f", "s16le", "-ac", "1", "-ar", str(rate_hz), "-i", "pipe:0")
    try:
        return ffmpeg([*given, "-f", "s16le", "-ar", str(wanted_hz), "pipe:1"], pcm, within_s=DECODE_S).output
    except FfmpegFailed as error:
        problem = f"ffmpeg cannot bring a take from {rate_hz:,} to {wanted_hz:,} Hz ({error})"
        raise VoiceError(problem, "try again, or name another cast with --cast") from error


def ends_within_frame(mp3: bytes) -> bool:
    """Whether the last frame is not whole: ffmpeg passes over half of one without a word."""
    at = _behind_tag(mp3)
    while length := _frame_length(mp3[at : at + _HEAD_BYTES]):
        at += length
    left = len(mp3) - at
    return left < 0 or (0 < left < _HEAD_BYTES and mp3[at:].startswith(b"\xff"))


def _behind_tag(mp3: bytes) -> int:
    """Where the first frame begins: behind the ID3v2 tag, if there is one, whose length has 7 bits a byte."""
    if mp3[:3] != b"ID3":
        return 0
    return 10 + sum(byte << 7 * place for place, byte in enumerate(reversed(mp3[6:10])))


def _frame_length(head: bytes) -> int:
    """Bytes of the frame of MPEG layer III that begins so (ISO 11172-3, 2.4.1.3); 0 if none does."""
    sync, coded = int.from_bytes(head[:2], "big"), int.from_bytes(head[2:3], "big")
    version = sync >> 3 & 0b11
    if sync & _SYNC != _SYNC or sync >> 1 & 0b11 != _LAYER_3 or version not in _HZ:
        return 0
    bit_s, rate_hz = 1000 * _KBIT_S[version == _MPEG_1][coded >> 4], _HZ[version][coded >> 2 & 0b11]
    per_bit = 144 if version == _MPEG_1 else 72
    return per_bit * bit_s // rate_hz + (coded >> 1 & 1) if bit_s and rate_hz else 0
