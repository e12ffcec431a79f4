"""Speech alone is encoded once and not for each side: mono frames of MP3, laid out again as joint stereo.

In a frame of joint stereo (ISO/IEC 11172-3) LAME codes the middle of both sides and their difference. Where
both are the same, the difference is nothing, yet it takes a third of the time of LAME and some of the bits:
without it a voice had an SNR 2.6 dB better. A mono frame is what the middle would be, but for its level, by
√2 lower.
"""

from __future__ import annotations

from issuecast.mix import sound

BITRATE_KBPS = 112
"""The most whose sound fits into a frame of joint stereo at 128 kbit/s, whose side information is longer."""
FRAME_BYTES = 336

_HEADER_BYTES, _SIDE_BYTES, _STEREO_SIDE_BYTES = 4, 17, 32
_HEADER = bytes.fromhex("fffb9464")  # MPEG-1 layer III, no CRC, 128 kbit/s, 48 kHz, joint stereo, M/S
_PADDING = bytes(sound.FRAME_BYTES - _STEREO_SIDE_BYTES - FRAME_BYTES + _SIDE_BYTES)

# The side information in bits: where main data begins (9; 0 without a reservoir), private (5; in stereo 3),
# which scale factors are shared (4 a channel), and for each of two granules what follows, for each channel:
# length (12), big values (9), gain (8), scale factor lengths (4), windows and tables (23), flags (3).
_GRANULE = 59
_GRANULE_MASK = (1 << _GRANULE) - 1
_SHARED = 2 * _GRANULE
_STEREO_SHARED = 4 * _GRANULE + 4
_TIMES_ROOT_2 = 2 << 30
"""Two steps of the gain, each of which is a fourth root of two."""
_WINDOWS = ((1 << 23) - 1) << 3
"""Both channels of a granule have the same windows, also if one of them is empty."""


def joint_stereo(mono: bytes) -> bytes:
    """Frames of joint stereo at 128 kbit/s with the same sound on both sides.

    Args:
        mono: whole frames at BITRATE_KBPS and 48 kHz, made without a bit reservoir.
    """
    frames = (mono[at : at + FRAME_BYTES] for at in range(0, len(mono), FRAME_BYTES))
    return b"".join(map(_wide, frames))


def _wide(frame: bytes) -> bytes:
    main = _HEADER_BYTES + _SIDE_BYTES
    side = int.from_bytes(frame[_HEADER_BYTES:main], "big")
    shared = side >> _SHARED & 0xF
    both = _both(side >> _GRANULE & _GRANULE_MASK) << 2 * _GRANULE | _both(side & _GRANULE_MASK)
    wide = (shared << _STEREO_SHARED | both).to_bytes(_STEREO_SIDE_BYTES, "big")
    return b"".join((_HEADER, wide, frame[main:], _PADDING))


def _both(granule: int) -> int:
    """The middle's granule, and that of a difference which is nothing."""
    return granule + _TIMES_ROOT_2 << _GRANULE | granule & _WINDOWS
