"""Loudness and peak of chapters and of the episode."""

from __future__ import annotations

from dataclasses import replace

import pytest

from issuecast.models import Metered
from issuecast.report.measures import Measured, chapters

from .sample import METER, metered, report


def stretch(*parts: tuple[float, float]) -> Metered:
    """A signal of constant loudness in each part: LUFS, seconds."""
    momentary = tuple(lufs for lufs, seconds in parts for _ in range(round(seconds * 10)))
    return Metered(0, len(momentary) * 100, 0.0, -20.0, momentary, bytes(len(momentary)))


@pytest.mark.parametrize(
    "parts",
    [
        ((-36, 10), (-23, 60), (-36, 10)),
        ((-72, 10), (-36, 10), (-23, 60), (-36, 10), (-72, 10)),
        ((-26, 20), (-20, 20.1), (-26, 20)),
    ],
)
def test_loudness_is_gated(parts: tuple[tuple[float, float], ...]) -> None:
    """The signals 3, 4 and 5 of EBU Tech 3341 measure −23 LUFS, within its tolerance of 0.1 LU."""
    first, *others = (stretch(part) for part in parts)
    assert Measured.of((first, *others)).loudness_lufs == pytest.approx(-23, abs=0.1)


def test_one_stretch_is_as_it_was_measured() -> None:
    """The mixer's own figures are shown, not reckoned again."""
    assert Measured.of([metered(0, 9_000, -17.3, -2.2)]) == Measured(-17.3, -2.2)


def test_silence_has_no_loudness() -> None:
    """Of digital silence there is nothing to tell, in one stretch or in two."""
    silent = Metered(0, 400, float("-inf"), float("-inf"), (float("-inf"),) * 4, bytes(4))
    assert Measured.of([silent]) == Measured(None, None)
    assert Measured.of([silent, silent]) == Measured(None, None)


def test_chapters_have_their_stretches() -> None:
    """A long chapter has the parts that it was mixed in: the loudness of all, the highest peak."""
    episode = report().episode
    parts = (metered(0, 6_000, -15, -3), metered(6_000, 12_000, -15, -1.2), *METER[1:])
    first, second, third = chapters(episode, parts)
    assert (first.number, first.title, first.duration_ms) == (1, "Cold open", 12_000)
    assert first.sound
    assert first.sound.peak_dbtp == -1.2
    assert first.sound.loudness_lufs == pytest.approx(-15, abs=0.5)
    assert (second.sound, third.sound) == (Measured(-16.1, -1.4), Measured(-16.2, -1.1))


def test_without_a_meter_nothing_is_measured() -> None:
    """Then chapters have their times only."""
    assert [chapter.sound for chapter in chapters(report().episode, ())] == [None, None, None]
    assert replace(report(), meter=()).whole is None


def test_half_a_unit_is_on_target() -> None:
    """What the mixer promises is what the report holds it to; a peak counts as it is shown."""
    assert Measured(-15.5, -1.0).is_near(-16)
    assert not Measured(-15.4, -1.0).is_near(-16)
    assert not Measured(None, None).is_near(-16)
    assert Measured(-16, -0.96).is_within(-1)
    assert not Measured(-16, -0.94).is_within(-1)
