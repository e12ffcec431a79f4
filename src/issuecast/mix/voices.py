"""Bringing the voices of a chapter to one rate and one loudness, role by role.

Engines differ by 10 dB and more, and a role is one engine's voice: each role's takes go through ffmpeg as
one track, which treats it, resamples it and reads its gated loudness in the same run.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import gcd
from types import MappingProxyType

from issuecast.ffmpeg import SILENT_LUFS, ffmpeg
from issuecast.mix.meter import BLOCK_MS
from issuecast.mix.sound import FULL_SCALE, MONO_MS, MONO_TO_STEREO_LU, RATE_HZ, amplitude, gated_db
from issuecast.models import DurationMs, Recording
from issuecast.pcm import samples_of

MOST_GAIN_DB = 24.0
"""A voice softer than this is a fault that should be heard as one, and not a hiss made loud."""
_APART_MS = 20
"""Silence between takes, longer than the resampler's filter, so that none rings into the next. No longer, or
the meter would count it, and a role that says one short word would come out loud."""
_MEASURED_MS = 2000
"""The meter works in blocks of 400 ms: a shorter track is read as said again and again."""
WORKING_DBFS = -24.0
"""Where voices are while they are treated: low enough for any peak, high enough for 16 bits."""
_SPARSE = 16
_CONVERT = (
    f"aresample={RATE_HZ}:filter_size=64:internal_sample_fmt=fltp,"
    "ebur128=framelog=verbose,aformat=sample_fmts=s16"
)


@dataclass(frozen=True, slots=True)
class Treatment:
    """What is done to a role's voice.

    `highpass_hz` takes away what is lower than any voice (0: nothing), `compression` is the ratio by which
    syllables louder than the voice's own level are held back (1: not at all), `deess` how much of hard s
    sounds is taken away (0 to 1). `gain_db` is how much louder than the target the role is to be.
    """

    highpass_hz: float = 0
    compression: float = 1
    deess: float = 0
    gain_db: float = 0

    @property
    def filters(self) -> tuple[str, ...]:
        """ffmpeg's, for a voice whose gated level is WORKING_DBFS."""
        threshold = f"threshold={amplitude(WORKING_DBFS):.6f}"
        return (
            *([f"highpass=f={self.highpass_hz}"] if self.highpass_hz else []),
            *([f"deesser=i={self.deess}"] if self.deess else []),
            *(
                [f"acompressor={threshold}:ratio={self.compression}:knee=4:attack=10:release=150"]
                if self.compression > 1
                else []
            ),
        )


UNTREATED = Treatment()


@dataclass(frozen=True, slots=True)
class Sound:
    """48 kHz mono 16-bit PCM, a whole number of milliseconds, and the gain that levels it."""

    pcm: bytes | memoryview
    gain_db: float


def levelled(
    roles: Sequence[str],
    takes: Sequence[Recording],
    target_lufs: float,
    treatments: Mapping[str, Treatment] = MappingProxyType({}),
) -> tuple[Sound, ...]:
    """The takes, in their order, with the gain that brings each role to the target once it is stereo.

    `roles[i]` speaks `takes[i]`. A role that says nothing audible is left as it is.

    Raises:
        FfmpegFailed: ffmpeg could not.
    """
    tracks: dict[tuple[str, int], list[int]] = {}
    for index, (role, take) in enumerate(zip(roles, takes, strict=True)):
        tracks.setdefault((role, take.rate_hz), []).append(index)
    sounds: dict[int, Sound] = {}
    for (role, rate_hz), indices in tracks.items():
        treatment = treatments.get(role, UNTREATED)
        track = _levelled_track([takes[index] for index in indices], rate_hz, target_lufs, treatment)
        sounds.update(zip(indices, track, strict=True))
    return tuple(sounds[index] for index in range(len(takes)))


def duration_ms(take: Recording) -> DurationMs:
    """How long its `Sound` will be: the take, filled up to a whole millisecond."""
    return -(-take.samples * 1000 // take.rate_hz)


def _levelled_track(
    takes: Sequence[Recording], rate_hz: int, target_lufs: float, treatment: Treatment
) -> list[Sound]:
    # Takes start where a sample of the track falls on a whole millisecond: every 441 at 22,050 Hz.
    grid = rate_hz // gcd(rate_hz, 1000)
    sound, starts_ms, samples = bytearray(), [], 0
    for take in takes:
        starts_ms.append(samples * 1000 // rate_hz)
        said = take.samples
        room = -(-(said + rate_hz * _APART_MS // 1000) // grid) * grid
        sound += take.pcm[: 2 * said].ljust(2 * room, b"\0")
        samples += room
    again = -(-_MEASURED_MS * rate_hz // 1000 // max(samples, 1))
    source = ["-f", "s16le", "-ar", str(rate_hz), "-ac", "1", "-i", "pipe:0"]
    raised_db = _to_working_level_db(sound, rate_hz) if treatment.filters else 0.0
    chain = ",".join([f"volume={raised_db:.2f}dB:precision=float", *treatment.filters, _CONVERT])
    run = ffmpeg([*source, "-af", chain, "-f", "s16le", "pipe:1"], sound * max(again, 1))
    gain_db = _gain_db(run.loudness_lufs, target_lufs + treatment.gain_db, MOST_GAIN_DB - raised_db)
    spans = ((start, start + duration_ms(take)) for start, take in zip(starts_ms, takes, strict=True))
    output = memoryview(run.output)
    return [Sound(output[MONO_MS * start : MONO_MS * end], gain_db) for start, end in spans]


def _gain_db(mono_lufs: float, target_lufs: float, most_db: float) -> float:
    if mono_lufs <= SILENT_LUFS:
        return 0.0
    return min(target_lufs - (mono_lufs + MONO_TO_STEREO_LU), most_db)


def _to_working_level_db(pcm: bytes | bytearray, rate_hz: int) -> float:
    """What brings the syllables of a voice to WORKING_DBFS, from a sample of its samples; 0 for silence."""
    samples = samples_of(pcm)[::_SPARSE]
    size = max(1, rate_hz * BLOCK_MS // 1000 // _SPARSE)
    blocks = (samples[start : start + size] for start in range(0, len(samples), size))
    level_dbfs = gated_db(sum(x * x for x in block) / len(block) / FULL_SCALE**2 for block in blocks)
    return 0.0 if level_dbfs is None else min(WORKING_DBFS - level_dbfs, MOST_GAIN_DB)
