"""The Info header tells players the truth about the stream behind it."""

from __future__ import annotations

import struct

import pytest

from issuecast.mix.encode import Frames, encode
from issuecast.mix.join import crc16
from issuecast.mix.sound import FRAME_BYTES, FRAME_SAMPLES, MONO_MS, Track

from .sample import decode, joined, speech

FIELDS, TOC, LAME = 36, 52, 156
"""Where the Info tag, its seek table and LAME's extension begin in the first frame."""
MUSIC_LENGTH, TAG_CRC = 184, 190


@pytest.fixture(scope="module")
def chapter() -> Frames:
    return encode(Track(speech(2.352, rate_hz=48_000).pcm.ljust(2400 * MONO_MS, b"\0"), 1), 0, -1).frames


@pytest.fixture(scope="module")
def stream(chapter: Frames) -> bytes:
    return joined(chapter, chapter, silent=3)


def test_every_frame_has_one_size(stream: bytes, chapter: Frames) -> None:
    """A frame each 384 bytes, all alike in their header: byte offsets are arithmetic."""
    heads = {stream[at : at + 4] for at in range(0, len(stream), FRAME_BYTES)}
    assert heads == {bytes.fromhex("fffb9464")} | {chapter.mp3[:4]}
    assert {head[:3] for head in heads} == {bytes.fromhex("fffb94")}
    assert chapter.count == 100
    assert len(stream) == (1 + 2 * 100 + 3 + 1) * FRAME_BYTES


def test_header_counts_frames_and_bytes(stream: bytes) -> None:
    """All frames after the header, and all bytes with it."""
    name, has, frames, size = struct.unpack_from(">4sIII", stream, FIELDS)
    assert (name, has) == (b"Info", 0x0F)
    assert frames == len(stream) // FRAME_BYTES - 1
    assert size == len(stream)
    assert struct.unpack_from(">I", stream, MUSIC_LENGTH)[0] == len(stream)


def test_seek_table_points_at_the_percents(stream: bytes) -> None:
    """At a constant bitrate the place of a percent of time is that percent of the bytes, to a 256th."""
    table = stream[TOC : TOC + 100]
    for percent, place in enumerate(table):
        assert place == pytest.approx(256 * percent / 100, abs=2)
    assert list(table) == sorted(table)


def test_delay_and_padding_leave_whole_frames_of_sound(stream: bytes) -> None:
    """What is taken off at both ends is one frame together, and 576 samples of it at the start."""
    delays = int.from_bytes(stream[LAME + 21 : LAME + 24], "big")
    delay, padding = delays >> 12, delays & 0xFFF
    assert (delay, padding) == (576, 576)
    assert len(decode(stream)) == (2 * 100 + 3) * FRAME_SAMPLES


def test_header_has_its_checksum(stream: bytes) -> None:
    """CRC-16 of the 190 bytes before it, by the polynomial whose check value is 0xBB3D."""
    assert crc16(b"123456789") == 0xBB3D
    assert struct.unpack_from(">H", stream, TAG_CRC)[0] == crc16(stream[:TAG_CRC])


def test_silent_frames_are_silent(stream: bytes) -> None:
    """What fills up to a whole second holds nothing."""
    assert not decode(stream)[-3 * FRAME_SAMPLES :].any()
