"""A chapter is encoded until what listeners decode is as it should be."""

from __future__ import annotations

import numpy as np
import pytest

from issuecast.mix import MusicSet
from issuecast.mix.assemble import assemble
from issuecast.mix.layout import Span, Speech
from issuecast.mix.master import master
from issuecast.mix.pacing import lay_out
from issuecast.mix.sound import Track
from issuecast.mix.voices import levelled
from issuecast.models import Take

from .sample import joined, loudness, speech

LAYOUT = lay_out((Speech("HOST", 9_600),), 0)


def tracks(target_lufs: float) -> tuple[Track, ...]:
    """Speech with clicks in it that are far louder than the rest, levelled and laid as a chapter is."""
    samples = np.frombuffer(speech(9.6).pcm, "<i2").astype(float)
    samples[2_000::11_025] *= 4
    take = Take(samples.clip(-32768, 32767).astype("<i2").tobytes(), 22_050)
    return assemble(LAYOUT, levelled(["HOST"], [take], target_lufs), MusicSet(), target_lufs)


@pytest.mark.parametrize(
    ("target_lufs", "peak_dbtp"), [(-16, -1), (-14, -1), (-12, -1), (-14, -3), (-10, -2)]
)
def test_loud_targets_are_met_although_the_limiter_works(target_lufs: float, peak_dbtp: float) -> None:
    """What the limiter takes away is made up for, and the decoded true peak stays under its ceiling."""
    mastered = master(tracks(target_lufs), LAYOUT.speech, target_lufs, peak_dbtp)
    lufs, dbtp = loudness(joined(mastered.frames))
    assert lufs == pytest.approx(target_lufs, abs=0.5)
    assert dbtp <= peak_dbtp
    assert mastered.reading.loudness_lufs == pytest.approx(lufs, abs=0.2)
    assert mastered.reading.peak_dbtp == pytest.approx(dbtp, abs=0.2)


def test_a_chapter_is_measured_ten_times_a_second() -> None:
    """Each tenth of a second has its momentary loudness and its peak, in its place."""
    samples = np.frombuffer(tracks(-16)[0].pcm, "<i2").copy()
    samples[: 48_000 * 4] = 0
    mastered = master([Track(samples.tobytes(), 1)], [Span(4_000, 9_500)], -16, -1)
    reading = mastered.reading
    assert len(reading.momentary_lufs) == len(reading.waveform) == tracks(-16)[0].frames * 24 // 100
    assert max(reading.waveform[:39]) == 0
    assert min(reading.waveform[41:94]) > 5
    assert set(reading.momentary_lufs[:39]) == {-70}
    assert min(reading.momentary_lufs[45:94]) > -24
    assert reading.speech_lufs([Span(4_000, 9_500)]) == pytest.approx(-16, abs=0.5)
    assert reading.speech_lufs([Span(0, 3_000)]) == reading.speech_lufs([]) == -70


def test_every_reading_is_a_number() -> None:
    """Also where there is nothing to hear, for a while or at all."""
    samples = np.frombuffer(tracks(-16)[0].pcm, "<i2").copy()
    samples[48_000 * 3 : 48_000 * 6] = 0
    for sound in (samples, np.zeros_like(samples)):
        reading = master([Track(sound.tobytes(), 1)], LAYOUT.speech, -16, -1).reading
        assert all(-70 <= level < 0 for level in reading.momentary_lufs)
        assert not any(np.isnan(reading.peaks_dbtp))
