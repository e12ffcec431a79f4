"""An episode's waveform: in its record a few hundred characters, on its page a path, in a picture bars."""

from __future__ import annotations

from collections.abc import Sequence

from issuecast.models import METER_STEP_MS, DurationMs, Metered

BARS = 200
"""At most: a phone shows no more side by side."""

_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_LOUDEST = len(_ALPHABET) - 1
_LEAST = 0.06
"""What silence is shown as, so that the bar is whole."""


def waveform(meter: Sequence[Metered], duration_ms: DurationMs) -> str:
    """How loud each bar's stretch of time is, a character each, from A to _; "" if unmeasured.

    The square of the mean of its peaks: the highest samples of limited speech are all but equal.
    """
    bars = min(BARS, duration_ms // METER_STEP_MS)
    sums, counts = [0] * bars, [0] * bars
    for stretch in meter if bars else ():
        for step, peak in enumerate(stretch.waveform):
            bar = min((stretch.start_ms + step * METER_STEP_MS) * bars // duration_ms, bars - 1)
            sums[bar] += peak
            counts[bar] += 1
    means = [total / count if count else 0 for total, count in zip(sums, counts, strict=True)]
    loudest = max(means, default=0)
    return "".join(_ALPHABET[round((mean / loudest) ** 2 * _LOUDEST)] for mean in means) if loudest else ""


def levels(recorded: str) -> tuple[float, ...]:
    """The height of each bar, from above 0 to 1; even ones if nothing, or nothing sensible, is recorded."""
    found = [_ALPHABET.find(sign) / _LOUDEST for sign in recorded] or [0.0] * BARS
    return tuple(max(level, _LEAST) for level in found)


def path(recorded: str) -> str:
    """The bars as a path of SVG about the middle of a box that is 100 high and as wide as there are bars."""
    halves = [round(level * 50) for level in levels(recorded)]
    return "".join(f"M{x} {50 - half}h.6v{2 * half}h-.6z" for x, half in enumerate(halves))
