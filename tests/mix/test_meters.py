"""The meters that we trust, on the signals that EBU Tech 3341 (2023) sets for meters in its table 1.

Signals 1 to 5 are stereo tones of 1 kHz for the gated loudness, 15 to 19 tones whose peaks lie between the
samples. They are synthesized from that table's figures. Signal 6 is surround sound, 7 and 8 are recordings,
9 to 14 are for shorter windows than those that a loudness is set by, and 20 to 23 are made in a way that the
table does not tell.
"""

from __future__ import annotations

import io
import wave
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest

from issuecast.linked import Pair
from issuecast.mix import Desk, load_music, mix
from issuecast.models import Line, Music, Sting, VoicedCue, VoicedLine
from issuecast.show import Loudness, MusicSettings, Show
from issuecast.speak.espeak.engine import EspeakEngine

from .sample import Samples, decode, loudness, mp3_of, performance, second_loudness

RATE_HZ = 48_000
TONES: Mapping[int, tuple[float, Sequence[tuple[float, float]]]] = {
    1: (-23.0, [(-23, 20)]),
    2: (-33.0, [(-33, 20)]),
    3: (-23.0, [(-36, 10), (-23, 60), (-36, 10)]),
    4: (-23.0, [(-72, 10), (-36, 10), (-23, 60), (-36, 10), (-72, 10)]),
    5: (-23.0, [(-26, 20), (-20, 20.1), (-26, 20)]),
}
"""The loudness that is due in LUFS, and stretches of the tone: dBFS of each channel, seconds."""
BETWEEN_SAMPLES = {
    15: (-6.0, 4, 0.0, 0.50),
    16: (-6.0, 4, 45.0, 0.50),
    17: (-6.0, 6, 60.0, 0.50),
    18: (-6.0, 8, 67.5, 0.50),
    19: (3.0, 4, 45.0, 1.41),
}
"""The true peak that is due in dBTP, samples in a wave, phase in degrees, amplitude (full scale = 1)."""


def tones(number: int) -> tuple[float, Samples]:
    """What a meter must read, and the signal."""
    due, segments = TONES[number]
    level = np.concatenate([np.full(round(s * RATE_HZ), 10 ** (db / 20)) for db, s in segments])
    mono = level * np.sin(2 * np.pi * 1000 * np.arange(len(level)) / RATE_HZ)
    return due, np.stack([mono, mono], axis=1)


def wav(sound: Samples) -> bytes:
    """A file of 24-bit samples."""
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setparams((2, 3, RATE_HZ, 0, "NONE", ""))
        whole = np.round(sound * 2**23).astype("<i4")
        writer.writeframes(whole.view("u1").reshape(-1, 4)[:, :3].tobytes())
    return file.getvalue()


@pytest.mark.parametrize("number", TONES)
def test_loudness_is_read_as_the_standard_wants_it(number: int, tmp_path: Path) -> None:
    """Within 0.1 LU, by the meter that mixes and by the two that test mixes."""
    due, sound = tones(number)
    (tmp_path / "audio").mkdir()
    (tmp_path / "audio" / "tone.wav").write_bytes(wav(sound))
    music = MusicSettings(intro="", bed="", sting="", outro="tone.wav")
    outro = load_music(Show(folder=tmp_path, music=music)).outro
    assert outro
    assert outro.loudness_lufs == pytest.approx(due, abs=0.1)
    assert loudness(wav(sound))[0] == pytest.approx(due, abs=0.1)
    assert second_loudness(sound) == pytest.approx(due, abs=0.1)


@pytest.mark.parametrize("number", BETWEEN_SAMPLES)
def test_peaks_between_samples_are_seen(number: int) -> None:
    """True peak to +0.2 and -0.4 dB: what the samples themselves show is up to 3 dB less."""
    due, period, degrees, amplitude = BETWEEN_SAMPLES[number]
    time = np.arange(3 * RATE_HZ)
    fade = np.minimum(1, np.minimum(time, time[::-1]) / (RATE_HZ / 2))
    mono = amplitude * fade * np.sin(2 * np.pi * time / period + np.deg2rad(degrees))
    half = np.stack([mono, mono], axis=1) / 2  # signal 19 is louder than a file can be
    read = loudness(wav(half))[1] + 6.02
    assert due - 0.4 <= read <= due + 0.2


TEXT = (
    "The harbour of Marrow has two new ferries. They are quiet, and they are late.",
    "Nobody in the town hall could say what the third one is for, or who ordered it!",
    "It rained. The keeper of the lamp went home early, as she does on most Fridays in the winter.",
)


def said(engine: EspeakEngine, role: str, voice: str) -> list[VoicedLine]:
    return [VoicedLine(Line(role, text), (Pair(text, text),), engine.speak(text, voice)) for text in TEXT]


def test_two_meters_find_an_episode_at_its_target() -> None:
    """Speech with music, whole, is within 0.5 LU of -16 LUFS by both, and they agree to a tenth."""
    engine = EspeakEngine()
    host, analyst = said(engine, "HOST", "en-us"), said(engine, "ANALYST", "en-us+f1")
    story: tuple[VoicedCue, ...] = (Sting(), *host, *analyst, *host, *analyst)
    whole = performance((Music("intro"), *host, *analyst), story, story, story, (*host, Music("outro")))
    one = mix(whole, Desk(load_music(Show()), Loudness(), {}), on_chapter=lambda *_: None)
    first, second = loudness(mp3_of(one))[0], second_loudness(decode(mp3_of(one)))
    assert first == pytest.approx(second, abs=0.1)
    assert first == pytest.approx(-16, abs=0.5)
    assert second == pytest.approx(-16, abs=0.5)
