"""Mastering and encoding a chapter: gain, limiter and LAME in one run of ffmpeg."""

from __future__ import annotations

from dataclasses import dataclass

from issuecast.ffmpeg import FfmpegFailed, ffmpeg
from issuecast.mix.sound import (
    BITRATE_KBPS,
    FRAME_BYTES,
    FRAME_MS,
    RATE_HZ,
    STEREO_MS,
    amplitude,
)

CODEC_MARGIN_DB = 1.2
"""How far below the peak that is allowed the limiter works: MP3 adds some at this rate."""
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


def encode(pcm: bytes, gain_db: float, peak_dbtp: float) -> Frames:
    """Encode 48 kHz stereo 16-bit PCM, of which a whole number of frames is given, silent at its end.

    Args:
        pcm: the chapter.
        gain_db: what it is raised by.
        peak_dbtp: the true peak (ITU-R BS.1770) that the decoded sound stays under.

    Raises:
        FfmpegFailed: ffmpeg could not.
    """
    silence = bytes(_AROUND * FRAME_MS * STEREO_MS)
    source = ["-f", "s16le", "-ar", str(RATE_HZ), "-ac", "2", "-i", "pipe:0"]
    # No bit reservoir: every frame stands for itself. No Xing frame: it is written when all are together.
    lame = ["-c:a", "libmp3lame", "-b:a", f"{BITRATE_KBPS}k", "-reservoir", "0"]
    bare = ["-f", "mp3", "-write_xing", "0", "-id3v2_version", "0", "-map_metadata", "-1", "-bitexact"]
    run = ffmpeg(
        [*source, "-af", _master(gain_db, peak_dbtp), *lame, *bare, "pipe:1"], silence + pcm + silence
    )
    first = _AROUND * FRAME_BYTES
    end = first + len(pcm) // (FRAME_MS * STEREO_MS) * FRAME_BYTES
    if len(run.output) < end + FRAME_BYTES or len(run.output) % FRAME_BYTES:
        raise FfmpegFailed(f"it gave {len(run.output)} bytes where at least {end + FRAME_BYTES} were due")
    return Frames(run.output[first:end], run.output[end : end + FRAME_BYTES])


def _master(gain_db: float, peak_dbtp: float) -> str:
    """A constant gain and a limiter that sees the peaks between the samples, 4 times oversampled."""
    ceiling = amplitude(peak_dbtp - CODEC_MARGIN_DB)
    return (
        f"volume={gain_db}dB:precision=float,"
        f"aresample={4 * RATE_HZ},"
        f"alimiter=level=0:limit={ceiling:.6f}:attack=5:release=50:latency=1,"
        f"aresample={RATE_HZ}"
    )
