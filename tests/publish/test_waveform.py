"""The waveform, from the meter to the record and to the page."""

from __future__ import annotations

from dataclasses import replace

from issuecast.models import Episode, Metered
from issuecast.publish.record import from_json, to_json
from issuecast.publish.waveform import BARS, levels, path, waveform


def stretch(start_ms: int, waveform: bytes) -> Metered:
    return Metered(start_ms, start_ms + 100 * len(waveform), -16, -1, (), waveform)


def test_each_bar_shows_its_own_time() -> None:
    """Forty seconds in two stretches: silence, then sound of which one half is half as high."""
    meter = (stretch(0, bytes(200)), stretch(20_000, bytes([200] * 100 + [100] * 100)))
    recorded = waveform(meter, 40_000)
    assert recorded == "A" * 100 + "_" * 50 + "Q" * 50
    assert levels(recorded)[99:101] == (0.06, 1.0)


def test_what_was_not_measured_is_even() -> None:
    """No meter, nothing but silence, no time at all: bars of the least height, as many as ever."""
    for meter, duration_ms in (((), 40_000), ((stretch(0, bytes(400)),), 40_000), ((), 50)):
        assert waveform(meter, duration_ms) == ""
    assert levels("") == (0.06,) * BARS


def test_a_short_episode_has_fewer_bars() -> None:
    """None without a reading."""
    assert waveform((stretch(0, bytes([9, 3])),), 200) == "_H"
    assert path("_A") == "M0 0h.6v100h-.6zM1 47h.6v6h-.6z"


def test_the_record_keeps_it(episode: Episode) -> None:
    """It reads back as it was; a record without one is one."""
    known = replace(episode, waveform="AQ_")
    assert from_json(to_json(known), known.slug) == known
    assert "waveform" not in to_json(episode)
