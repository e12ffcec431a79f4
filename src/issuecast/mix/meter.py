"""Measuring what listeners get: decoded frames, by ffmpeg's meter (ITU-R BS.1770, EBU Tech 3341)."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from issuecast.ffmpeg import SILENT_LUFS, Run, ffmpeg
from issuecast.mix.layout import Span
from issuecast.mix.sound import FRAME_SAMPLES, amplitude, gated_db
from issuecast.models import METER_STEP_MS

BLOCK_MS = 400
"""How much sound a momentary value is about: what ends with its step."""

_STEP = re.compile(r"M: *(\S+) .*?FTPK:([^d]+) dBFS")
_PEAK = re.compile(r"^\s+Peak:\s+(\S+) dBFS$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Reading:
    """Gated loudness, true peak, and for each METER_STEP_MS the momentary loudness and the true peak."""

    loudness_lufs: float
    peak_dbtp: float
    momentary_lufs: tuple[float, ...]
    peaks_dbtp: tuple[float, ...]

    @property
    def waveform(self) -> bytes:
        """The peaks from 0 to 255."""
        return bytes(min(255, round(255 * amplitude(peak))) for peak in self.peaks_dbtp)

    def speech_lufs(self, speech: Sequence[Span]) -> float:
        """The gated loudness of what is said, with a bed under it; SILENT_LUFS if no line is long enough."""
        said = gated_db(10 ** (level / 10) for level in self._within(speech) if level > SILENT_LUFS)
        return SILENT_LUFS if said is None else said

    def _within(self, speech: Sequence[Span]) -> list[float]:
        """The momentary values of the blocks that lie wholly within a line."""
        levels: list[float] = []
        for line in speech:
            first = -(-(line.start_ms + BLOCK_MS) // METER_STEP_MS) - 1
            levels += self.momentary_lufs[first : line.end_ms // METER_STEP_MS]
        return levels


def read(mp3: bytes, first_sample: int, frames: int, *, same_sides: bool = False) -> Reading:
    """Decode a stream of frames and measure so many frames' worth of samples from one on.

    Of a stream whose sides are the same, one is measured, and counts for both.

    Raises:
        FfmpegFailed: ffmpeg could not.
    """
    last = first_sample + frames * FRAME_SAMPLES
    meter = "pan=mono|c0=c0,ebur128=dualmono=true" if same_sides else "ebur128=dualmono=false"
    chain = f"atrim=start_sample={first_sample}:end_sample={last},{meter}:peak=true:framelog=info"
    return _reading(ffmpeg(["-f", "mp3", "-i", "pipe:0", "-af", chain, "-f", "null", "-"], mp3))


def _reading(run: Run) -> Reading:
    steps = _STEP.findall(run.log)
    peaks = _PEAK.findall(run.log)
    return Reading(
        run.loudness_lufs,
        float(peaks[-1]) if peaks else -math.inf,
        # In this order, so that the meter's "nan" for digital silence is silence too.
        tuple(max(SILENT_LUFS, float(level)) for level, _ in steps),
        tuple(max(map(float, peak.split())) for _, peak in steps),
    )
