"""Laying the frames of chapters end to end behind an Info header, as one gapless MP3 stream.

The header is the Xing/Info tag with LAME's extension (gabriel.mp3-tech.org/mp3infotag.html): it tells
players how many frames there are, where to seek, and how many samples at both ends are the encoder's.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

from issuecast.mix.sound import BITRATE_KBPS, FRAME_BYTES, FRAME_SAMPLES
from issuecast.spool import Spool, Stored

ENCODER_DELAY = 576
"""Samples that LAME puts before the sound; decoders add 529 of their own and know it."""

_FRAME_HEADER = bytes.fromhex("fffb9464")  # MPEG-1 layer III, no CRC, 128 kbit/s, 48 kHz, joint stereo
_SIDE_INFORMATION = bytes(32)
_HAS_ALL_FIELDS = 0x0F  # frames, bytes, seek table, quality
_QUALITY = 57  # what LAME writes for this rate, of 100
_ENCODER = b"LAME3.100"
_CONSTANT_BITRATE = 0x01  # revision 0 of the extension
_SOURCE = 2 << 6 | 3 << 2 | 1  # 48 kHz, joint stereo, noise shaping 1


def join(chapters: Sequence[Stored], flush: bytes, spool: Spool) -> tuple[Stored, ...]:
    """One stream, without tags, that decodes to the chapters' samples.

    Args:
        chapters: their frames.
        flush: the frame that would follow the last, which brings out the encoder's delay; repeated, silence.
        spool: where what is between the chapters is laid by.
    """
    count = (sum(chapter.size for chapter in chapters) + len(flush)) // FRAME_BYTES
    return spool.put(_info_frame(count)), *chapters, spool.put(flush)


def _info_frame(count: int) -> bytes:
    """The header for so many frames after it, of which the last only brings out the encoder's delay."""
    size = FRAME_BYTES * (count + 1)
    places = (FRAME_BYTES + FRAME_BYTES * count * percent // 100 for percent in range(100))
    seek_table = bytes(256 * place // size for place in places)
    padding = FRAME_SAMPLES - ENCODER_DELAY
    head = b"".join(
        [
            _FRAME_HEADER,
            _SIDE_INFORMATION,
            struct.pack(">4sIII", b"Info", _HAS_ALL_FIELDS, count, size),
            seek_table,
            struct.pack(">I", _QUALITY),
            # Unknown and so zero, as the extension has it: low-pass, gains and peak, encoding flags.
            struct.pack(">9sBBIHHBB", _ENCODER, _CONSTANT_BITRATE, 0, 0, 0, 0, 0, BITRATE_KBPS),
            (ENCODER_DELAY << 12 | padding).to_bytes(3, "big"),
            struct.pack(">BBHIH", _SOURCE, 0, 0, size, 0),
        ]
    )
    return (head + struct.pack(">H", crc16(head))).ljust(FRAME_BYTES, b"\0")


def crc16(data: bytes) -> int:
    """CRC-16/ARC: polynomial 0x8005, reflected, from 0."""
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0xA001 if crc & 1 else 0)
    return crc
