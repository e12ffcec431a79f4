"""Mastering a chapter: encoded, decoded and measured, and done again if it is not as it should be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from issuecast.mix import meter
from issuecast.mix.assemble import HEADROOM_DB
from issuecast.mix.encode import DECODED_FROM, Frames, encode_all, lossless
from issuecast.mix.layout import Span
from issuecast.mix.meter import Reading
from issuecast.mix.sound import FULL_SCALE, Track, decibels
from issuecast.pcm import samples_of

CODEC_MARGIN_DB = 1.2
"""How far below the peak that is allowed the limiter is set first: MP3 lets peaks grow."""
NEAR_LU = 0.3
"""Speech that is so near to its target is there."""
_MOST_TIMES = 5
"""A chapter that asks for more is left as near as it came; its peak is always kept."""


@dataclass(frozen=True, slots=True)
class Master:
    """Frames, how they measure once decoded, and what they were encoded from as FLAC, if that is kept."""

    frames: Frames
    reading: Reading
    flac: bytes


def master(
    tracks: Sequence[Track],
    speech: Sequence[Span],
    target_lufs: float,
    peak_dbtp: float,
    *,
    keeps_flac: bool = False,
) -> Master:
    """Encode a chapter so that its speech meets a loudness and its peaks stay under a ceiling.

    The limiter takes away what was loud: at high targets so much that the gain must make up for it, which is
    found by doing it. At −16 LUFS the first time is nearly always the last.

    Args:
        tracks: follow each other, `HEADROOM_DB` below the level that ships.
        speech: where something is said; without that the gain is left as it is.
        target_lufs: the gated loudness of speech.
        peak_dbtp: the true peak that the decoded sound stays under (both ITU-R BS.1770).
        keeps_flac: for the encoders of other formats.

    Raises:
        FfmpegFailed: ffmpeg could not.
    """
    frames, same_sides = sum(track.frames for track in tracks), all(track.is_mono for track in tracks)
    gain_db, ceiling_dbfs = HEADROOM_DB, peak_dbtp - CODEC_MARGIN_DB
    for time in range(_MOST_TIMES):
        level = gain_db, ceiling_dbfs
        encoded = encode_all(tracks, *level)
        reading = meter.read(encoded.stream, DECODED_FROM, frames, same_sides=same_sides)
        over_db = reading.peak_dbtp - peak_dbtp
        short_lu = _lost_lu(tracks, gain_db - ceiling_dbfs, target_lufs - reading.speech_lufs(speech))
        if over_db <= 0 and (not short_lu or time >= _MOST_TIMES - 2):
            break
        ceiling_dbfs -= max(0.0, over_db + 0.05)
        gain_db += short_lu
    return Master(encoded.frames, reading, lossless(tracks, *level) if keeps_flac else b"")


def _lost_lu(tracks: Sequence[Track], over_ceiling_db: float, short_lu: float) -> float:
    """How much of what speech is short of its target the limiter took; 0 if next to nothing.

    It took nothing from tracks whose peaks do not reach its ceiling, and never more than they exceed it.
    """
    if short_lu <= NEAR_LU:
        return 0.0
    sounds = [samples_of(track.pcm) for track in tracks]
    peak = max(max(abs(min(samples)), abs(max(samples))) for samples in sounds)
    most_lu = decibels(peak / FULL_SCALE) + over_ceiling_db if peak else 0.0
    return max(0.0, min(short_lu, most_lu))
