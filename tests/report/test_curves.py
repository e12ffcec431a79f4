"""The meter's values as paths."""

from __future__ import annotations

import re
from dataclasses import replace
from statistics import mean

import pytest

from issuecast.report.curves import HEIGHT, WIDTH, Curves, Scale

from .sample import METER, metered

SCALE = Scale(-16)


def points(path: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"([\d.]+) ([\d.]+)", path)]


def test_the_scale_is_around_the_target() -> None:
    """What is louder or softer than it reaches is drawn at its edge."""
    assert (SCALE.y(-8), SCALE.y(-34), SCALE.y(-70), SCALE.y(0)) == (0, HEIGHT, HEIGHT, 0)
    assert 0 < SCALE.y(-14) < SCALE.y(-16) < SCALE.y(-18) < HEIGHT
    assert SCALE.ticks == (-10, -20, -30)
    assert Scale(-19).ticks == (-30,)


def test_a_steady_sound_is_a_level_line() -> None:
    """Its mean is itself, all along."""
    steady = replace(metered(0, 60_000), momentary_lufs=(-18.0,) * 600)
    drawn = Curves.of([steady], 60_000, SCALE)
    assert drawn
    assert {y for _, y in points(drawn.calm)} == {y for _, y in points(drawn.momentary)} == {SCALE.y(-18)}


def test_the_mean_is_calm() -> None:
    """What sways by 4 LU every two seconds sways by less than one in the mean, which is that of power."""
    drawn = Curves.of([metered(0, 60_000)], 60_000, SCALE)
    assert drawn
    calm = [y for x, y in points(drawn.calm) if 50 < x < 950]
    momentary = [y for x, y in points(drawn.momentary) if 50 < x < 950]
    one_lu = SCALE.y(-17) - SCALE.y(-16)
    assert max(momentary) - min(momentary) > 3.5 * one_lu
    assert max(calm) - min(calm) < one_lu
    assert mean(calm) == pytest.approx(SCALE.y(-15.8), abs=0.1 * one_lu)


def test_pictures_fill_their_box() -> None:
    """From the left to the right, never beyond, in the order of time."""
    drawn = Curves.of(METER, 40_000, SCALE)
    assert drawn
    for path in (drawn.momentary, drawn.calm):
        xs = [x for x, _ in points(path)]
        assert xs == sorted(xs)
        assert 0 < xs[0] < 5
        assert WIDTH - 5 < xs[-1] < WIDTH
    assert {y for _, y in points(drawn.waveform)} <= {n / 10 for n in range(HEIGHT * 10 + 1)}
    assert re.fullmatch(r"M[\d. L]+Z", drawn.waveform)


def test_a_long_episode_is_no_larger_and_calmer() -> None:
    """Three hours need as few points as ten minutes, and their curve is a mean of more."""
    ten_minutes = Curves.of([metered(0, 600_000)], 600_000, SCALE)
    hours = Curves.of([metered(n * 600_000, (n + 1) * 600_000) for n in range(18)], 10_800_000, SCALE)
    assert ten_minutes
    assert hours
    assert len(points(hours.calm)) == len(points(ten_minutes.calm)) == 900
    assert (ten_minutes.window_ms, hours.window_ms) == (5_000, 90_000)


def test_where_there_is_no_value_there_is_no_picture() -> None:
    """An empty meter draws nothing."""
    assert Curves.of((), 40_000, SCALE) is None
    assert Curves.of([metered(0, 0)], 40_000, SCALE) is None
