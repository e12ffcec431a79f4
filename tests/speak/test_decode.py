from __future__ import annotations

import subprocess
from pathlib import Path

import imageio_ffmpeg
import pytest

from issuecast.speak import decode
from issuecast.speak.decode import ends_within_frame, pcm_of
from issuecast.speak.engines import TryAgain

LAST_FRAME = 20
"""Bytes that the last frame has at least, whatever the rate."""


def encoded(rate_hz: int, channels: int, *quality: str) -> bytes:
    """A second of a hum as LAME encodes it, with an ID3v2 tag before it."""
    source = f"sine=frequency=180:duration=1:sample_rate={rate_hz}"
    encoder = (
        "-ac",
        str(channels),
        "-c:a",
        "libmp3lame",
        *quality,
        "-metadata",
        "title=Hum",
        "-f",
        "mp3",
        "-",
    )
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-f", "lavfi", "-i", source, *encoder]
    return subprocess.run(command, capture_output=True, check=True, timeout=30).stdout


@pytest.mark.parametrize(
    ("rate_hz", "channels", "quality"),
    [
        (24_000, 1, ("-b:a", "48k")),
        (44_100, 2, ("-b:a", "128k")),
        (16_000, 1, ("-b:a", "32k")),
        (8_000, 1, ("-b:a", "16k")),
        (22_050, 1, ("-q:a", "4")),
        (48_000, 1, ("-q:a", "2")),
    ],
)
def test_an_mp3_that_is_cut_is_told_from_a_whole_one(
    rate_hz: int, channels: int, quality: tuple[str, ...]
) -> None:
    """Of every version of MPEG: a file that lost some bytes, but not one with a tag behind its frames."""
    whole = encoded(rate_hz, channels, *quality)
    assert not ends_within_frame(whole)
    assert not ends_within_frame(whole + b"TAG" + bytes(125))
    assert all(ends_within_frame(whole[:-lost]) for lost in range(1, LAST_FRAME))
    assert len(pcm_of(whole, "mp3", 24_000)) > 2 * 24_000
    with pytest.raises(TryAgain, match=r"^the MP3 that it sent ends within a frame$"):
        pcm_of(whole[:-10], "mp3", 24_000)


@pytest.mark.parametrize("content", [b"", b"so sorry", b"ID3", b"ID3\x04\x00\x00\x7f\x7f\x7f\x7f"])
def test_what_is_no_mp3_is_told(content: bytes) -> None:
    """Whatever comes, it is one phrase."""
    with pytest.raises(TryAgain, match=r"what it sent is no MP3|ends within a frame$"):
        pcm_of(content, "mp3", 24_000)


def test_a_decoder_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No sound of a stranger's can hold a build for ever."""
    program = tmp_path / "ffmpeg"
    program.write_text("#!/bin/sh\nexec sleep 60\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("IMAGEIO_FFMPEG_EXE", str(program))
    monkeypatch.setattr(decode, "DECODE_S", 0.2)
    with pytest.raises(TryAgain, match=r"^the WAV that it sent is not decoded within 0.2 s$"):
        pcm_of(b"RIFF", "wav", 24_000)
