"""What an MP3 says of itself: its first frame, and the Info header in it.

Sources: ISO/IEC 11172-3, 2.4.1.3; the Xing/Info header of LAME; ID3v2.3.0, 3.1.
"""

from __future__ import annotations

from dataclasses import dataclass

ID3_BYTES = 10
FRAME_BYTES = 2048
"""As much of a file's sound as is needed: the longest frame has 1,441 bytes."""

_KBPS = {
    1: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_RATES_HZ = {0b11: (44_100, 48_000, 32_000), 0b10: (22_050, 24_000, 16_000), 0b00: (11_025, 12_000, 8_000)}


@dataclass(frozen=True, slots=True)
class Mp3:
    """The first frame; `frames` and `bytes` are what the Info header counts, None without it."""

    rate_hz: int
    bitrate_bps: int
    channels: int
    samples: int
    frames: int | None
    bytes: int | None
    is_constant: bool

    def duration_s(self, stream_bytes: int) -> float | None:
        """How long a stream of so many bytes lasts; None if it does not tell."""
        if self.frames is not None:
            return self.frames * self.samples / self.rate_hz
        return stream_bytes * 8 / self.bitrate_bps if self.bitrate_bps else None


def tag_bytes(start: bytes) -> int:
    """The length of the ID3v2 tag that a file begins with, 0 if it has none."""
    if len(start) < ID3_BYTES or not start.startswith(b"ID3"):
        return 0
    size = 0
    for byte in start[6:ID3_BYTES]:
        size = size << 7 | byte & 0x7F
    return ID3_BYTES + size + (ID3_BYTES if start[5] & 0x10 else 0)


def read(stream: bytes) -> Mp3:
    """The MP3 whose stream, after its tag, begins so.

    Raises:
        ValueError: no frame of layer III begins there.
    """
    header = int.from_bytes(stream[:4], "big")
    version, layer = header >> 19 & 3, header >> 17 & 3
    rate_index, bitrate_index = header >> 10 & 3, header >> 12 & 15
    if len(stream) < 4 or header >> 21 != 0x7FF or layer != 1 or version not in _RATES_HZ:  # noqa: PLR2004  a header's 4 bytes, its 11 bits
        raise ValueError("no MP3 frame stands where its sound should begin")
    if rate_index == 3 or bitrate_index == 15:  # noqa: PLR2004  forbidden values
        raise ValueError("its first MP3 frame is damaged")
    is_1, is_mono = version == 0b11, header >> 6 & 3 == 3  # noqa: PLR2004  single channel
    kbps = _KBPS[1 if is_1 else 2][bitrate_index]
    side_bytes = (17 if is_mono else 32) if is_1 else (9 if is_mono else 17)
    name, frames, total = _info(stream[4 + side_bytes :])
    return Mp3(
        rate_hz=_RATES_HZ[version][rate_index],
        bitrate_bps=kbps * 1000,
        channels=1 if is_mono else 2,
        samples=1152 if is_1 else 576,
        frames=frames,
        bytes=total,
        is_constant=name != b"Xing",
    )


def _info(rest: bytes) -> tuple[bytes, int | None, int | None]:
    """The header's name, frames and bytes; it does not count itself as a frame."""
    name, flags = rest[:4], int.from_bytes(rest[4:8], "big")
    if name not in {b"Xing", b"Info"}:
        return b"", None, None
    fields = [int.from_bytes(rest[at : at + 4], "big") for at in (8, 12)]
    frames = fields.pop(0) if flags & 1 else None
    return name, frames, fields.pop(0) if flags & 2 else None
