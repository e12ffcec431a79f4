"""Gain, limiter and LAME in one run of ffmpeg; and the same without LAME, for other encoders."""

from __future__ import annotations

from dataclasses import dataclass

from issuecast.ffmpeg import FfmpegFailed, ffmpeg
from issuecast.mix import one_voice
from issuecast.mix.sound import (
    BITRATE_KBPS,
    FRAME_BYTES,
    FRAME_SAMPLES,
    RATE_HZ,
    Track,
    amplitude,
    decibels,
)

_LAME_DB = decibels(0.95)
"""What LAME takes off by itself at this rate (its preset's `scale`), against clipping in decoders."""
_DELAY = 1105
"""Samples that LAME and a decoder put before the sound, together."""
_AROUND = 2
"""Silent frames encoded before and after, and dropped, so that the encoder starts and ends at rest."""

DECODED_FROM = _AROUND * FRAME_SAMPLES + _DELAY


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


@dataclass(frozen=True, slots=True)
class Encoded:
    """A track in frames, and all that the encoder made; decoded, that has the track from DECODED_FROM on."""

    frames: Frames
    stream: bytes


def encode(track: Track, gain_db: float, ceiling_dbfs: float) -> Encoded:
    """Master and encode a track as joint stereo, whatever it is; of one in mono both sides are the same.

    Args:
        track: a whole number of frames, silent at the end.
        gain_db: what it is raised by.
        ceiling_dbfs: what no sample exceeds before it is encoded.

    Raises:
        FfmpegFailed: ffmpeg could not.
    """
    # No bit reservoir: every frame stands for itself. No Xing frame: it is written when all are together.
    kbps, frame = (
        (one_voice.BITRATE_KBPS, one_voice.FRAME_BYTES) if track.is_mono else (BITRATE_KBPS, FRAME_BYTES)
    )
    lame = ["-c:a", "libmp3lame", "-b:a", f"{kbps}k", "-reservoir", "0"]
    bare = ["-f", "mp3", "-write_xing", "0", "-id3v2_version", "0", "-map_metadata", "-1", "-bitexact"]
    chain = _chain(gain_db - _LAME_DB, ceiling_dbfs - _LAME_DB)
    made = ffmpeg([*_source(track), "-af", chain, *lame, *bare, "pipe:1"], track.pcm).output
    end = _AROUND + track.frames
    if len(made) < (end + 1) * frame or len(made) % frame:
        raise FfmpegFailed(f"it gave {len(made)} bytes where at least {(end + 1) * frame} were due")
    stream = one_voice.joint_stereo(made) if track.is_mono else made
    wanted, flush = (
        slice(_AROUND * FRAME_BYTES, end * FRAME_BYTES),
        slice(end * FRAME_BYTES, (end + 1) * FRAME_BYTES),
    )
    return Encoded(Frames(stream[wanted], stream[flush]), stream)


def lossless(track: Track, gain_db: float, ceiling_dbfs: float) -> bytes:
    """A track mastered as `encode` does, as 16-bit stereo FLAC that is exactly as long.

    Raises:
        FfmpegFailed: ffmpeg could not.
    """
    start, end = (frames * FRAME_SAMPLES for frames in (_AROUND, _AROUND + track.frames))
    chain = _chain(gain_db, ceiling_dbfs) + (",pan=stereo|c0=c0|c1=c0" if track.is_mono else "")
    cut = f"atrim=start_sample={start}:end_sample={end},asetpts=N/SR/TB"
    bare = ["-c:a", "flac", "-sample_fmt", "s16", "-f", "flac", "-map_metadata", "-1", "-bitexact"]
    return ffmpeg([*_source(track), "-af", f"{chain},{cut}", *bare, "pipe:1"], track.pcm).output


def pcm_of(flac: bytes) -> bytes:
    """The 16-bit stereo PCM of what `lossless` gave.

    Raises:
        FfmpegFailed: ffmpeg could not.
    """
    return ffmpeg(["-f", "flac", "-i", "pipe:0", "-f", "s16le", "pipe:1"], flac).output


def _source(track: Track) -> tuple[str, ...]:
    return ("-f", "s16le", "-ar", str(RATE_HZ), "-ac", str(track.channels), "-i", "pipe:0")


def _chain(gain_db: float, ceiling_dbfs: float) -> str:
    """A constant gain and a limiter."""
    around = _AROUND * FRAME_SAMPLES
    return (
        f"adelay={around}S:all=1,apad=pad_len={around},"
        f"volume={gain_db:.4f}dB:precision=float,"
        f"alimiter=level=0:limit={amplitude(ceiling_dbfs):.6f}:attack=5:release=50:latency=1"
    )
