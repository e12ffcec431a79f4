"""Mastering and encoding a chapter: gain, limiter and LAME in one run of ffmpeg."""

from __future__ import annotations

from dataclasses import dataclass

from issuecast.ffmpeg import FfmpegFailed, ffmpeg
from issuecast.mix.sound import (
    BITRATE_KBPS,
    FRAME_BYTES,
    FRAME_MS,
    MONO_MS,
    RATE_HZ,
    Track,
    amplitude,
    decibels,
)

CODEC_MARGIN_DB = 1.2
"""How far below the peak that is allowed the limiter works: MP3 adds some at this rate."""
_LAME_DB = decibels(0.95)
"""What LAME takes off by itself at this rate (its preset's `scale`), against clipping in decoders."""
_AROUND = 2
"""Silent frames encoded before and after, and dropped, so that the encoder starts and ends at rest."""


@dataclass(frozen=True, slots=True)
class Frames:
    """MP3 frames that can be laid end to end with other such, and the one that would follow.

    The encoder's delay is 1105 samples: `flush` is needed at the very end only, to bring out the last of
    them, and holds silence.
    """

    mp3: bytes
    flush: bytes

    @property
    def count(self) -> int:
        return len(self.mp3) // FRAME_BYTES


def encode(track: Track, gain_db: float, peak_dbtp: float) -> Frames:
    """Master and encode a track as joint stereo, whatever it is.

    Args:
        track: a whole number of frames, silent at the end.
        gain_db: what it is raised by.
        peak_dbtp: the true peak (ITU-R BS.1770) that the decoded sound stays under.

    Raises:
        FfmpegFailed: ffmpeg could not.
    """
    silence = bytes(_AROUND * FRAME_MS * MONO_MS * track.channels)
    source = ["-f", "s16le", "-ar", str(RATE_HZ), "-ac", str(track.channels), "-i", "pipe:0"]
    # No bit reservoir: every frame stands for itself. No Xing frame: it is written when all are together.
    lame = ["-c:a", "libmp3lame", "-b:a", f"{BITRATE_KBPS}k", "-reservoir", "0"]
    bare = ["-f", "mp3", "-write_xing", "0", "-id3v2_version", "0", "-map_metadata", "-1", "-bitexact"]
    master = _master(track.channels, gain_db, peak_dbtp)
    run = ffmpeg([*source, "-af", master, *lame, *bare, "pipe:1"], silence + track.pcm + silence)
    first = _AROUND * FRAME_BYTES
    end = first + track.frames * FRAME_BYTES
    if len(run.output) < end + FRAME_BYTES or len(run.output) % FRAME_BYTES:
        raise FfmpegFailed(f"it gave {len(run.output)} bytes where at least {end + FRAME_BYTES} were due")
    return Frames(run.output[first:end], run.output[end : end + FRAME_BYTES])


def _master(channels: int, gain_db: float, peak_dbtp: float) -> str:
    """A constant gain and a limiter that sees the peaks between the samples, 4 times oversampled.

    Speech alone is mastered in mono, at half the cost, and put on both sides after.
    """
    ceiling = amplitude(peak_dbtp - CODEC_MARGIN_DB - _LAME_DB)
    return (
        f"volume={gain_db - _LAME_DB:.4f}dB:precision=float,"
        f"aresample={4 * RATE_HZ},"
        f"alimiter=level=0:limit={ceiling:.6f}:attack=5:release=50:latency=1,"
        f"aresample={RATE_HZ}" + (",pan=stereo|c0=c0|c1=c0" if channels == 1 else "")
    )
