"""Speech alone: frames of mono, laid out as joint stereo."""

from __future__ import annotations

import numpy as np
import pytest

from issuecast.mix import meter
from issuecast.mix.encode import DECODED_FROM, encode
from issuecast.mix.sound import FRAME_SAMPLES, Track

from .sample import Samples, decode, joined, level_db, speech

RATE_HZ = 48_000


def said() -> Samples:
    """Speech with hard beginnings, which LAME codes in short windows; silent for three frames at the end."""
    voice = np.frombuffer(speech(6, rate_hz=RATE_HZ).pcm, "<i2") / 32768
    sound = np.where(np.arange(len(voice)) % 9600 < 3000, voice, 0.001 * voice)
    whole = len(sound) // FRAME_SAMPLES * FRAME_SAMPLES
    sound[whole - 3 * FRAME_SAMPLES :] = 0
    return sound[:whole, np.newaxis]


def track(sound: Samples) -> Track:
    return Track((sound * 32767).astype("<i2").tobytes(), sound.shape[1])


def test_both_sides_are_the_same_and_better_than_lame_makes_them() -> None:
    """Decoded, both sides are equal to the bit, in place, and nearer to the source than a stereo encode."""
    mono = said()
    stereo = np.repeat(mono, 2, axis=1)
    snrs_db = []
    for sound in (mono, stereo):
        heard = decode(joined(encode(track(sound), 0, -1).frames))
        assert heard.shape == stereo.shape
        assert np.array_equal(heard[:, 0], heard[:, 1])
        snrs_db.append(level_db(stereo) - level_db(heard - stereo))
    assert snrs_db[0] > snrs_db[1] + 0.3 > 10


def test_one_side_is_measured_for_both() -> None:
    """Loudness, true peak and every step are what the meter reads of both sides."""
    sound = track(said())
    stream = encode(sound, 0, -1).stream
    one, both = (
        meter.read(stream, DECODED_FROM, sound.frames, same_sides=same_sides) for same_sides in (True, False)
    )
    assert one.loudness_lufs == both.loudness_lufs
    assert one.peak_dbtp == both.peak_dbtp
    assert one.momentary_lufs == pytest.approx(both.momentary_lufs, abs=0.11)
    assert one.peaks_dbtp == pytest.approx(both.peaks_dbtp, abs=0.11)
