"""Music makes room for words."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuecast.mix.ducking import between, envelope
from issuecast.mix.fades import faded
from issuecast.mix.layout import Cued, Span
from issuecast.mix.sound import decibels


def gain_db(at_ms: int, name: str, length_ms: int, *speech: Span) -> float:
    """How loud the music is at one of its moments, against music that stands alone."""
    curve = envelope(Cued(name, Span(0, length_ms)), speech, length_ms)
    for point, then in pairwise(curve):
        if point.at_ms <= at_ms <= then.at_ms:
            share = (at_ms - point.at_ms) / (then.at_ms - point.at_ms)
            return decibels(max(between(point.gain, then.gain, share), 1e-6))
    raise AssertionError(at_ms)


def test_music_is_under_speech_by_sixteen_decibels_and_back_after_it() -> None:
    """2 LU under the speech target alone and 18 under words: down in 400 ms before them, up in 1 s after."""
    talk = Span(5000, 7000)
    levels = [gain_db(at, "intro", 12_000, talk) for at in (4500, 4600, 5000, 6000, 7000, 8000, 9000)]
    assert levels == pytest.approx([0, 0, -16, -16, -16, 0, 0], abs=0.01)
    assert -16 < gain_db(4800, "intro", 12_000, talk) < 0
    assert -16 < gain_db(7500, "intro", 12_000, talk) < 0


def test_short_pauses_do_not_bring_music_up() -> None:
    """It never pumps inside a conversation, and comes up in a pause of more than two seconds."""
    near, far = Span(5900, 8000), Span(9000, 11_000)
    assert gain_db(5400, "outro", 14_000, Span(2000, 5000), near) == pytest.approx(-16, abs=0.01)
    assert gain_db(7000, "outro", 14_000, Span(2000, 5000), far) == pytest.approx(0, abs=0.01)


def test_bed_stays_under() -> None:
    """A bed is never loud, comes slowly and leaves slowly."""
    levels = [gain_db(at, "bed", 10_000, Span(0, 3000)) for at in (0, 750, 1500, 6000, 9000, 9500, 10_000)]
    assert levels[2:5] == pytest.approx([-16, -16, -16], abs=0.01)
    assert levels[1] == levels[5] == pytest.approx(-19, abs=0.02)
    assert levels[0] < -100
    assert levels[6] < -100


@pytest.mark.parametrize("length_ms", [1, 20, 40, 1450])
def test_even_the_shortest_piece_starts_and_ends_at_nothing(length_ms: int) -> None:
    """No click, whatever a file starts or ends with."""
    curve = envelope(Cued("sting", Span(0, length_ms)), (), length_ms)
    assert curve[-1].gain == pytest.approx(0)
    assert curve[0].gain == pytest.approx(0) or length_ms == 1


SPANS = st.lists(st.integers(0, 20_000), max_size=8, unique=True).map(
    lambda times: [Span(a, b) for a, b in zip(sorted(times)[::2], sorted(times)[1::2], strict=False)]
)


@given(SPANS, st.integers(1, 15_000), st.integers(0, 8000), st.sampled_from(["intro", "bed", "outro"]))
def test_no_word_is_said_over_loud_music(
    speech: list[Span], length_ms: int, start_ms: int, name: str
) -> None:
    """At every point of every envelope the music is under whoever speaks, and never louder than alone."""
    curve = envelope(Cued(name, Span(start_ms, start_ms + length_ms)), speech, length_ms)
    assert (curve[0].at_ms, curve[-1].at_ms) == (0, length_ms)
    assert [point.at_ms for point in curve] == sorted({point.at_ms for point in curve})
    for point in curve:
        spoken_over = any(span.start_ms <= start_ms + point.at_ms < span.end_ms for span in speech)
        assert 0 <= point.gain <= (10 ** (-16 / 20) + 1e-9 if spoken_over else 1 + 1e-9)


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
def test_curves_keep_their_power(start: float, end: float, share: float) -> None:
    """One that goes and one that comes add up to the power of both: nothing dips where pieces cross."""
    going, coming = between(start, end, share), between(end, start, share)
    assert going**2 + coming**2 == pytest.approx(start**2 + end**2)
    assert math.isclose(between(start, end, 0), start, abs_tol=1e-12)


def test_fades_go_to_the_sample() -> None:
    """Each sample of every channel has its own gain: no steps, the middle 3 dB down."""
    flat = np.full((1000, 2), 20_000, "<i2")
    shaped = np.frombuffer(faded(flat.tobytes(), 2, 0, 1), "<i2").reshape(-1, 2)
    assert (shaped[:, 0] == shaped[:, 1]).all()
    assert np.diff(shaped[:, 0].astype(int)).min() >= 0
    assert np.diff(shaped[:, 0].astype(int)).max() < 40
    assert shaped[500, 0] == pytest.approx(20_000 / math.sqrt(2), rel=0.01)
    assert faded(b"", 2, 0, 1) == b""
