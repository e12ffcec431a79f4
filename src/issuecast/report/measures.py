"""How the sound measures: the episode as a whole, and chapter by chapter."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

from issuecast.ffmpeg import SILENT_LUFS
from issuecast.mix.sound import gated_db
from issuecast.models import DurationMs, Episode, Metered

_TOLERANCE_LU = 0.5


@dataclass(frozen=True, slots=True)
class Measured:
    """Gated loudness and true peak of a stretch; None where it is silent."""

    loudness_lufs: float | None
    peak_dbtp: float | None

    @classmethod
    def of(cls, stretches: Sequence[Metered]) -> Self:
        """The measures of stretches that follow each other, which may be one."""
        loudness = stretches[0].loudness_lufs if len(stretches) == 1 else _gated(stretches)
        peak = max(one.peak_dbtp for one in stretches)
        return cls(loudness if loudness > SILENT_LUFS else None, peak if peak > SILENT_LUFS else None)

    def is_near(self, target_lufs: float) -> bool:
        """Whether the loudness is within half a unit of the target, which is what the mixer promises."""
        return self.loudness_lufs is not None and abs(self.loudness_lufs - target_lufs) <= _TOLERANCE_LU

    def is_within(self, peak_dbtp: float) -> bool:
        """Whether the peak is under the limit, to the tenth of a decibel that is shown."""
        return self.peak_dbtp is None or round(self.peak_dbtp, 1) <= peak_dbtp


@dataclass(frozen=True, slots=True)
class MeasuredChapter:
    """A chapter of the episode, numbered from 1; `sound` is None if nothing was measured."""

    number: int
    title: str
    start_ms: DurationMs
    end_ms: DurationMs
    sound: Measured | None

    @property
    def duration_ms(self) -> DurationMs:
        return self.end_ms - self.start_ms


def chapters(episode: Episode, meter: Sequence[Metered]) -> tuple[MeasuredChapter, ...]:
    """The chapters, each with the stretches that lie in it by their middles."""
    return tuple(
        MeasuredChapter(
            number,
            chapter.title,
            chapter.start_ms,
            chapter.end_ms,
            _measured([one for one in meter if chapter.start_ms <= _middle(one) < chapter.end_ms]),
        )
        for number, chapter in enumerate(episode.timeline, 1)
    )


def power(lufs: float) -> float:
    """What loudness is the logarithm of, which can be averaged."""
    return math.pow(10, lufs / 10)


def lufs(mean_power: float) -> float:
    return max(10 * math.log10(mean_power), SILENT_LUFS) if mean_power > 0 else SILENT_LUFS


def mean(values: Iterable[float]) -> float:
    """Their mean, 0 if there is none."""
    found = list(values)
    return math.fsum(found) / len(found) if found else 0.0


def _measured(stretches: Sequence[Metered]) -> Measured | None:
    return Measured.of(stretches) if stretches else None


def _middle(stretch: Metered) -> float:
    return (stretch.start_ms + stretch.end_ms) / 2


def _gated(stretches: Iterable[Metered]) -> float:
    """The integrated loudness (ITU-R BS.1770-5, annex 1): momentary values are its gating blocks, 400 ms long
    and overlapping by three quarters.
    """
    blocks = (power(one) for stretch in stretches for one in stretch.momentary_lufs if one > SILENT_LUFS)
    gated_lufs = gated_db(blocks)
    return SILENT_LUFS if gated_lufs is None else gated_lufs
