"""Voices of any level and rate are brought to one loudness."""

from __future__ import annotations

import numpy as np
import pytest

from issuecast.mix import MusicSet
from issuecast.mix.assemble import HEADROOM_DB, assemble
from issuecast.mix.layout import Speech
from issuecast.mix.pacing import lay_out
from issuecast.mix.voices import Sound, Treatment, duration_ms, levelled
from issuecast.models import Take

from .sample import loudness, run, speech


def rms_db(sound: Sound) -> float:
    samples = np.frombuffer(sound.pcm, "<i2") / 32768
    return float(20 * np.log10(np.sqrt(np.mean(samples**2)))) + sound.gain_db


def lufs(sound: Sound) -> float:
    """What Debian's ffmpeg measures of it, at its gain and on both sides."""
    filters = f"volume={sound.gain_db}dB:precision=float,pan=stereo|c0=c0|c1=c0"
    wav = run(
        *("ffmpeg", "-v", "error", "-f", "s16le", "-ar", "48000", "-ac", "1", "-i", "pipe:0"),
        *("-af", filters, "-c:a", "pcm_f32le", "-f", "wav", "pipe:1"),
        sound=bytes(sound.pcm),
    )
    return loudness(wav.stdout)[0]


def crest_db(sound: Sound) -> float:
    """How far the loudest tenth of a second is above the mean."""
    samples = np.frombuffer(sound.pcm, "<i2") / 32768
    blocks = np.sqrt(np.mean(samples[: len(samples) // 4800 * 4800].reshape(-1, 4800) ** 2, axis=1))
    return float(20 * np.log10(blocks.max() / np.sqrt(np.mean(samples**2))))


def hissing(take: Take) -> Take:
    """The same with a burst of high noise in each half second."""
    samples = np.frombuffer(take.pcm, "<i2").astype(float)
    noise = np.diff(np.random.default_rng(7).standard_normal(len(samples) + 2), n=2) * 3000
    bursts = np.arange(len(samples)) % (take.rate_hz // 2) < take.rate_hz // 10
    return Take(np.clip(samples + noise * bursts, -32768, 32767).astype("<i2").tobytes(), take.rate_hz)


def share_db(sound: Sound, low_hz: float, high_hz: float) -> float:
    """How much of it is between two pitches, against what is between 200 and 4,000 Hz."""
    spectrum = np.abs(np.fft.rfft(np.frombuffer(sound.pcm, "<i2") / 32768)) ** 2
    hertz = np.fft.rfftfreq(len(sound.pcm) // 2, 1 / 48_000)

    def between(low: float, high: float) -> float:
        return float(spectrum[(hertz >= low) & (hertz < high)].sum())

    return float(10 * np.log10(between(low_hz, high_hz) / between(200, 4_000)))


def test_roles_are_levelled_whatever_their_engine_gives() -> None:
    """Voices twenty decibels apart, at four rates, all read the target once they are stereo."""
    given = ((8000, -24), (16_000, -4), (22_050, -14), (48_000, -18))
    takes = [speech(6, rate_hz=rate_hz, level_db=level_db) for rate_hz, level_db in given]
    levels = [lufs(sound) for sound in levelled(["HOST", "ANALYST", "GUEST", "READER"], takes, -16)]
    assert levels == pytest.approx([-16] * 4, abs=0.5)


def test_a_role_has_one_gain() -> None:
    """Within a role nothing is evened out: an aside stays softer than the rest."""
    loud, soft = levelled(["HOST", "HOST"], [speech(4), speech(2, level_db=-22)], -16)
    assert loud.gain_db == soft.gain_db
    assert rms_db(loud) - rms_db(soft) == pytest.approx(10, abs=0.5)


@pytest.mark.parametrize("rate_hz", [8000, 11_025, 22_050, 24_000, 44_100, 48_000])
def test_takes_stay_apart_and_whole(rate_hz: int) -> None:
    """Each take comes back by itself at 48 kHz, in its place to the sample, as long as was told before."""
    clicks = []
    for length in (rate_hz // 2, rate_hz // 3, 7, 0):
        samples = np.zeros(length, "<i2")
        samples[length // 2 : length // 2 + 1] = 20_000
        clicks.append(Take(samples.tobytes(), rate_hz))
    sounds = levelled(["HOST"] * 4, clicks, -16)
    for take, sound in zip(clicks, sounds, strict=True):
        assert len(sound.pcm) == duration_ms(take) * 96
        if take.pcm:
            peak = int(np.abs(np.frombuffer(sound.pcm, "<i2").astype(int)).argmax())
            assert peak == pytest.approx(len(take.pcm) // 4 * 48_000 / rate_hz, abs=1)


def test_a_word_is_levelled_as_a_sentence_is() -> None:
    """A take shorter than the meter's blocks is measured too, and comes near a long one."""
    (word,) = levelled(["HOST"], [speech(0.3)], -16)
    (sentence,) = levelled(["HOST"], [speech(6)], -16)
    assert rms_db(word) == pytest.approx(rms_db(sentence), abs=4)


def test_silence_and_faint_voices_are_not_made_loud() -> None:
    """A hiss is no voice: a silent role is left as it is, and none is raised by more than 24 dB."""
    roles, takes = ["HOST", "ANALYST"], [Take(bytes(44_100), 22_050), speech(3, level_db=-55)]
    silent, faint = levelled(roles, takes, -16)
    assert (silent.gain_db, faint.gain_db) == (0, 24)
    assert not any(silent.pcm)


def test_half_a_sample_is_left_out() -> None:
    """A take cut in the middle of a sample is as long as its whole samples, and no fault."""
    whole = speech(1)
    (sound,) = levelled(["HOST"], [Take(whole.pcm + b"\x01", whole.rate_hz)], -16)
    assert len(sound.pcm) == 1000 * 96


def test_peaks_wait_for_the_limiter() -> None:
    """A voice whose level puts peaks over full scale is laid on the track lower, and not clipped there."""
    square = np.tile(np.array([20_000] * 48 + [-20_000] * 48, "<i2"), 100)
    layout = lay_out((Speech("HOST", 200),), 0)
    (track,) = assemble(layout, (Sound(square.tobytes(), 10.0),), MusicSet(), -16)
    peak = int(np.abs(np.frombuffer(track.pcm, "<i2").astype(int)).max())
    assert peak == pytest.approx(20_000 * 10 ** ((10 - HEADROOM_DB) / 20), rel=0.001)


@pytest.mark.parametrize("level_db", [-22, -12, -1])
def test_compression_holds_loud_syllables_back_at_any_level(level_db: float) -> None:
    """The loudest of a voice comes nearer to the rest, by as much however loud its engine is."""
    takes = [speech(6, level_db=level_db)]
    (plain,) = levelled(["HOST"], takes, -16)
    (held,) = levelled(["HOST"], takes, -16, {"HOST": Treatment(compression=4)})
    assert crest_db(plain) - crest_db(held) == pytest.approx(1.0, abs=0.2)
    assert lufs(held) == pytest.approx(-16, abs=0.5)


def test_a_rumble_is_taken_away() -> None:
    """What is lower than any voice does not reach the listener; the voice does."""
    take = speech(6)
    time = np.arange(len(take.pcm) // 2) / take.rate_hz
    rumble = np.frombuffer(take.pcm, "<i2") + 6000 * np.sin(2 * np.pi * 25 * time)
    takes = [Take(rumble.astype("<i2").tobytes(), take.rate_hz)]
    (plain,) = levelled(["HOST"], takes, -16)
    (sound,) = levelled(["HOST"], takes, -16, {"HOST": Treatment(highpass_hz=80)})
    assert share_db(plain, 20, 30) - share_db(sound, 20, 30) > 15
    assert share_db(sound, 150, 5_000) == pytest.approx(share_db(plain, 150, 5_000), abs=0.5)


def test_sharp_s_sounds_are_softened_if_asked() -> None:
    """A de-esser takes from the highest part of a voice, and leaves the rest."""
    take = hissing(speech(4, rate_hz=48_000))
    plain, softened = (
        levelled(["HOST"], [take], -16, {"HOST": Treatment(highpass_hz=20, deess=deess)})[0]
        for deess in (0, 1)
    )
    assert share_db(plain, 5_000, 24_000) - share_db(softened, 5_000, 24_000) > 2


def test_a_role_may_be_softer_than_the_target() -> None:
    """A role's volume is a level below the others, whatever its engine makes of it."""
    takes = [speech(6, level_db=-4), speech(6, level_db=-25)]
    usual, softer = levelled(["HOST", "ANALYST"], takes, -16, {"ANALYST": Treatment(gain_db=-6)})
    assert lufs(usual) - lufs(softer) == pytest.approx(6, abs=0.3)
