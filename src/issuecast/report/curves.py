"""The meter's values as pictures: paths of SVG in a box 1000 wide, however wide it is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Self

from issuecast.models import METER_STEP_MS, DurationMs, Metered
from issuecast.report.measures import lufs, mean, power

WIDTH, HEIGHT = 1000, 100
_MOST_COLUMNS = 900
_LOUDEST = 255
_ABOVE_LU, _BELOW_LU = 8, 18
"""How far the picture of loudness reaches from the target."""

_WINDOW_MS = 3_000
"""The short-term loudness of EBU Tech 3341 is that of three seconds."""

_WINDOWS = 120
"""A long episode is smoothed more, so that its curve stays as calm as a short one's."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Where loudness is drawn: from `top_lufs` at 0 to `bottom_lufs` at HEIGHT."""

    target_lufs: float

    @property
    def top_lufs(self) -> float:
        return self.target_lufs + _ABOVE_LU

    @property
    def bottom_lufs(self) -> float:
        return self.target_lufs - _BELOW_LU

    def y(self, loudness_lufs: float) -> float:
        """The place of a loudness, at the edge of the box if it lies outside."""
        share = (self.top_lufs - loudness_lufs) / (self.top_lufs - self.bottom_lufs)
        return round(HEIGHT * min(max(share, 0), 1), 2)

    @property
    def ticks(self) -> tuple[int, ...]:
        """Round values for the axis, none so near the target that their labels would meet."""
        tens = range(0, -100, -10)
        return tuple(
            ten
            for ten in tens
            if self.bottom_lufs < ten < self.top_lufs and abs(ten - self.target_lufs) > 3  # noqa: PLR2004
        )


@dataclass(frozen=True, slots=True)
class Curves:
    """The path of the waveform's outline, of momentary loudness, and of its mean over `window_ms`."""

    waveform: str
    momentary: str
    calm: str
    window_ms: DurationMs

    @classmethod
    def of(cls, meter: Sequence[Metered], duration_ms: DurationMs, scale: Scale) -> Self | None:
        """The curves of an episode; None if the meter has no values."""
        peaks = _columns(meter, duration_ms, lambda one: one.waveform)
        powers = [mean(map(power, c)) for c in _columns(meter, duration_ms, lambda one: one.momentary_lufs)]
        if not peaks or not powers:
            return None
        window_ms = max(_WINDOW_MS, round(duration_ms / _WINDOWS / 1000) * 1000)
        reach = round(window_ms * len(powers) / duration_ms) // 2
        calm = [mean(powers[max(at - reach, 0) : at + reach + 1]) for at in range(len(powers))]
        return cls(
            _outline([max(column, default=0) / _LOUDEST for column in peaks]),
            _line(scale.y(lufs(one)) for one in powers),
            _line(scale.y(lufs(one)) for one in calm),
            window_ms,
        )


def _columns(
    meter: Sequence[Metered], duration_ms: DurationMs, values: Callable[[Metered], Sequence[float]]
) -> list[list[float]]:
    """The values of each column of the picture: at least two steps each, so that none is without."""
    count = min(_MOST_COLUMNS, sum(len(values(one)) for one in meter) // 2)
    columns: list[list[float]] = [[] for _ in range(count)]
    for one in meter if count else ():
        for step, value in enumerate(values(one)):
            at_ms = one.start_ms + (step + 0.5) * METER_STEP_MS
            columns[min(int(at_ms * count / duration_ms), count - 1)].append(value)
    return columns


def _outline(shares: Sequence[float]) -> str:
    """A shape around the middle of the box; a hair of it is left where there is silence."""
    half = HEIGHT / 2
    tops = [half - max(share * half, 0.4) for share in shares]
    xs = _xs(len(tops))
    there = [f"{x:g} {y:.1f}" for x, y in zip(xs, tops, strict=True)]
    back = [f"{x:g} {HEIGHT - y:.1f}" for x, y in zip(xs, tops, strict=True)]
    return f"M{'L'.join((*there, *reversed(back)))}Z"


def _line(ys: Iterable[float]) -> str:
    found = list(ys)
    return f"M{'L'.join(f'{x:g} {y:g}' for x, y in zip(_xs(len(found)), found, strict=True))}"


def _xs(count: int) -> list[float]:
    """The middles of the columns."""
    return [round((at + 0.5) * WIDTH / count, 1) for at in range(count)]
