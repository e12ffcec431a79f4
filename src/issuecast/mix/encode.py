"""Gain, limiter and LAME in one run of ffmpeg; and the same without LAME, for other encoders."""

from __future__ import annotations

from collections.abc import Sequence
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
    """A track in frames, and the silent ones that were made before them."""

    lead: bytes
    frames: Frames

    @property
    def stream(self) -> bytes:
        """What decodes to the track from DECODED_FROM on."""
        return b"".join((self.lead, self.frames.mp3, self.frames.flush))


def encode_all(tracks: Sequence[Track], gain_db: float, ceiling_dbfs: float) -> Encoded:
    """Tracks that follow each other, each mastered and encoded, as one.

    Raises:
        FfmpegFailed: ffmpeg could not.
    """
    encoded = [encode(track, gain_db, ceiling_dbfs) for track in tracks]
    frames = Frames(b"".join(one.frames.mp3 for one in encoded), encoded[-1].frames.flush)
    return Encoded(encoded[0].lead, frames)


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
    start, last = _AROUND * FRAME_BYTES, end * FRAME_BYTES
    return Encoded(stream[:start], Frames(stream[start:last], stream[last : last + FRAME_BYTES]))


def lossless(tracks: Sequence[Track], gain_db: float, ceiling_dbfs: float) -> bytes:
    """Tracks that follow each other, mastered as by `encode`, as 16-bit stereo FLAC that is exactly as long.

    Raises:
        FfmpegFailed: ffmpeg could not.
    """
    pcm = b"".join(_mastered(track, gain_db, ceiling_dbfs) for track in tracks)
    flac = ["-c:a", "flac", "-f", "flac", "-map_metadata", "-1", "-bitexact", "pipe:1"]
    return ffmpeg([*_source(Track(pcm, 2)), *flac], pcm).output


def _mastered(track: Track, gain_db: float, ceiling_dbfs: float) -> bytes:
    """The track in stereo."""
    start, end = (frames * FRAME_SAMPLES for frames in (_AROUND, _AROUND + track.frames))
    chain = _chain(gain_db, ceiling_dbfs) + (",pan=stereo|c0=c0|c1=c0" if track.is_mono else "")
    cut = f"atrim=start_sample={start}:end_sample={end},asetpts=N/SR/TB"
    return ffmpeg([*_source(track), "-af", f"{chain},{cut}", "-f", "s16le", "pipe:1"], track.pcm).output


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
