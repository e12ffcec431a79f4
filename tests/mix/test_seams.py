"""Where pieces meet, whether chapters in the stream or sounds on a track, nothing tells that they do."""

from __future__ import annotations

import wave
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from issuecast.mix import Desk, MusicSet, load_music, mix
from issuecast.mix.encode import encode
from issuecast.mix.sound import Track
from issuecast.models import Music, Sting, Take, VoicedLine
from issuecast.show import Loudness, MusicSettings, Show

from .sample import Samples, decode, joined, level_db, line, mp3_of, performance, speech

RATE_HZ = 48_000
FRAME = 1152


def encoded(pieces: Sequence[Samples]) -> bytes:
    """The stream of these stereo pieces, each encoded alone, at the level that they have."""
    tracks = (Track((piece * 32768).astype("<i2").tobytes(), 2) for piece in pieces)
    return joined(*(encode(track, 0, -1).frames for track in tracks))


def pieces() -> Iterator[Samples]:
    """Speech with music under it, stereo, silent for two frames at both ends."""
    bed = load_music(Show()).bed
    assert bed
    music = np.frombuffer(bed.pcm, "<i2").reshape(-1, 2) / 32768
    for number in (1, 2, 3):
        voice = np.frombuffer(speech(2.4, rate_hz=RATE_HZ, seed=number).pcm, "<i2") / 32768
        sound = voice[:, np.newaxis] + 0.3 * music[number * RATE_HZ :][: len(voice)]
        sound[: 2 * FRAME] = sound[-2 * FRAME :] = 0
        yield sound


def test_joined_stream_is_as_good_as_one_encode() -> None:
    """Speech with music, in three pieces or in one: in place to the sample, with the same SNR to 0.05 dB."""
    source = list(pieces())
    whole = np.concatenate(source)
    snrs_db = []
    for stream in (encoded(source), encoded([whole])):
        decoded = decode(stream)
        assert decoded.shape == whole.shape
        assert shift(decoded, whole) == 0
        snrs_db.append(level_db(whole) - level_db(decoded - whole))
    assert snrs_db[1] > 10
    assert snrs_db[0] == pytest.approx(snrs_db[1], abs=0.05)


def shift(heard: Samples, due: Samples) -> int:
    """By how many samples it is late, from where the two agree best."""
    agreement = np.fft.irfft(np.fft.rfft(heard[:, 0]) * np.conj(np.fft.rfft(due[:, 0])))
    late = int(agreement.argmax())
    return late if late < len(agreement) / 2 else late - len(agreement)


STEP_MS = 12


def hum(seconds: float, rate_hz: int) -> Take:
    """A low tone that begins and ends at its highest, where a cut is a loud click."""
    time = np.arange(round(seconds * rate_hz)) / rate_hz
    return Take((8000 * np.cos(2 * np.pi * 220 * time)).astype("<i2").tobytes(), rate_hz)


def hummed(role: str, seconds: float) -> VoicedLine:
    return replace(line(role, 1), take=hum(seconds, 22_050))


@pytest.fixture
def hums(tmp_path: Path) -> MusicSet:
    """Music that begins and ends as abruptly as it can."""
    (tmp_path / "audio").mkdir()
    for name, seconds in (("intro", 4), ("bed", 2), ("sting", 1), ("outro", 4)):
        with wave.open(str(tmp_path / "audio" / f"{name}.wav"), "wb") as file:
            file.setparams((1, 2, RATE_HZ, 0, "NONE", ""))
            file.writeframes(hum(seconds, RATE_HZ).pcm)
    own = MusicSettings(intro="intro.wav", bed="bed.wav", sting="sting.wav", outro="outro.wav")
    return load_music(Show(folder=tmp_path, music=own))


def test_no_click_where_sounds_begin_and_end(hums: MusicSet) -> None:
    """Around every joint the first difference has no more energy in 12 ms than inside the material."""
    opening = (Music("intro"), hummed("HOST", 1.01), hummed("ANALYST", 1.003))
    story = (Sting(), hummed("HOST", 1.017), hummed("HOST", 0.5))
    chapters = opening, story, story, (hummed("ANALYST", 4.001), Music("outro"))
    one = mix(performance(*chapters), Desk(hums, Loudness(), {}), on_chapter=lambda *_: None)
    moves = np.diff(decode(mp3_of(one)), axis=0, prepend=0)
    energy = (moves**2).reshape(-1, 2 * STEP_MS * RATE_HZ // 1000).sum(axis=1)
    spoken = np.zeros(len(energy), bool)
    for said in (said for chapter in one.timeline for said in chapter.lines):
        spoken[said.start_ms // STEP_MS + 1 : said.end_ms // STEP_MS] = True
    assert spoken.mean() > 0.3
    assert energy[~spoken].max() <= energy[spoken].max()
