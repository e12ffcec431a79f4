"""Bringing the voices of a chapter to one rate and one loudness, role by role.

Engines differ by 10 dB and more, and a role is one engine's voice: each role's takes go through ffmpeg as
one track, which resamples it and reads its gated loudness in the same run.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import gcd

from issuecast.ffmpeg import SILENT_LUFS, ffmpeg
from issuecast.mix.sound import MONO_MS, MONO_TO_STEREO_LU, RATE_HZ
from issuecast.models import DurationMs, Take

MOST_GAIN_DB = 24.0
"""A voice softer than this is a fault that should be heard as one, and not a hiss made loud."""
_APART_MS = 20
"""Silence between takes, longer than the resampler's filter, so that none rings into the next. No longer, or
the meter would count it, and a role that says one short word would come out loud."""
_MEASURED_MS = 2000
"""The meter works in blocks of 400 ms: a shorter track is read as said again and again."""
_CONVERT = (
    f"aresample={RATE_HZ}:filter_size=64:internal_sample_fmt=fltp,"
    "ebur128=framelog=verbose,aformat=sample_fmts=s16"
)


@dataclass(frozen=True, slots=True)
class Sound:
    """48 kHz mono 16-bit PCM, a whole number of milliseconds, and the gain that levels it."""

    pcm: bytes
    gain_db: float


def levelled(roles: Sequence[str], takes: Sequence[Take], target_lufs: float) -> tuple[Sound, ...]:
    """The takes, in their order, with the gain that brings each role to the target once it is stereo.

    `roles[i]` speaks `takes[i]`. A role that says nothing audible is left as it is.

    Raises:
        FfmpegFailed: ffmpeg could not.
    """
    tracks: dict[tuple[str, int], list[int]] = {}
    for index, (role, take) in enumerate(zip(roles, takes, strict=True)):
        tracks.setdefault((role, take.rate_hz), []).append(index)
    sounds: dict[int, Sound] = {}
    for (_, rate_hz), indices in tracks.items():
        track = _levelled_track([takes[index] for index in indices], rate_hz, target_lufs)
        sounds.update(zip(indices, track, strict=True))
    return tuple(sounds[index] for index in range(len(takes)))


def duration_ms(take: Take) -> DurationMs:
    """How long its `Sound` will be: the take, filled up to a whole millisecond."""
    return -(-(len(take.pcm) // 2 * 1000) // take.rate_hz)


def _levelled_track(takes: Sequence[Take], rate_hz: int, target_lufs: float) -> list[Sound]:
    # Takes start where a sample of the track falls on a whole millisecond: every 441 at 22,050 Hz.
    grid = rate_hz // gcd(rate_hz, 1000)
    chunks, starts_ms, samples = [], [], 0
    for take in takes:
        starts_ms.append(samples * 1000 // rate_hz)
        said = len(take.pcm) // 2
        room = -(-(said + rate_hz * _APART_MS // 1000) // grid) * grid
        chunks.append(take.pcm[: 2 * said].ljust(2 * room, b"\0"))
        samples += room
    again = -(-_MEASURED_MS * rate_hz // 1000 // max(samples, 1))
    source = ["-f", "s16le", "-ar", str(rate_hz), "-ac", "1", "-i", "pipe:0"]
    run = ffmpeg([*source, "-af", _CONVERT, "-f", "s16le", "pipe:1"], b"".join(chunks) * max(again, 1))
    gain_db = _gain_db(run.loudness_lufs, target_lufs)
    spans = ((start, start + duration_ms(take)) for start, take in zip(starts_ms, takes, strict=True))
    return [Sound(run.output[MONO_MS * start : MONO_MS * end], gain_db) for start, end in spans]


def _gain_db(mono_lufs: float, target_lufs: float) -> float:
    if mono_lufs <= SILENT_LUFS:
        return 0.0
    return min(target_lufs - (mono_lufs + MONO_TO_STEREO_LU), MOST_GAIN_DB)
