"""Music stands where it belongs, at its level, whatever file it comes from."""

from __future__ import annotations

import wave
from dataclasses import replace
from pathlib import Path

import pytest

from issuecast.errors import MixError
from issuecast.mix import Desk, MusicSet, load_music, mix
from issuecast.models import Mix, Music, Pause, Sting, Take, VoicedCue, VoicedLine
from issuecast.show import Loudness, MusicSettings, Show

from .sample import Samples, decode, level_db, line, loudness, mp3_of, performance, run, tone


def mixed(*cues: VoicedCue, music: MusicSet) -> Mix:
    return mix(performance(cues), Desk(music, Loudness(), {}), on_chapter=lambda _done, _of: None)


def hushed(cue: VoicedCue) -> VoicedCue:
    """The cue without its sound, so that only music is left."""
    if not isinstance(cue, VoicedLine):
        return cue
    return replace(cue, take=Take(bytes(len(cue.take.pcm)), cue.take.rate_hz, cue.take.words))


def heard(sound: Samples, start_ms: int, end_ms: int) -> float:
    return level_db(sound[start_ms * 48 : end_ms * 48])


def lufs(sound: Samples, start_ms: int, end_ms: int) -> float:
    """The gated loudness of a stretch of what was decoded."""
    pcm = (sound[start_ms * 48 : end_ms * 48] * 32768).astype("<i2").tobytes()
    raw = ("-f", "s16le", "-ar", "48000", "-ac", "2", "-i", "pipe:0")
    return loudness(run("ffmpeg", "-v", "error", *raw, "-f", "wav", "pipe:1", sound=pcm).stdout)[0]


def own(folder: Path, **names: str) -> MusicSet:
    """A show that has only this music."""
    files = dict.fromkeys(("intro", "bed", "sting", "outro"), "") | names
    return load_music(Show(folder=folder, music=MusicSettings(**files)))


@pytest.fixture(scope="module")
def music() -> MusicSet:
    return load_music(Show())


@pytest.mark.parametrize("name", ["intro", "outro"])
def test_music_alone_is_two_units_under_speech(music: MusicSet, name: str) -> None:
    """Music that stands alone does not wake whoever fell asleep over the words."""
    lufs, peak_dbtp = loudness(mp3_of(mixed(Music(name), music=music)))
    assert lufs == pytest.approx(-18, abs=0.7)
    assert peak_dbtp <= -1


def test_bed_is_fifteen_units_under_speech(music: MusicSet) -> None:
    """With the words and without them, by the same meter, the bed is at least 15 LU apart from them."""
    cues = (Music("intro"), line("HOST", 9), line("ANALYST", 6))
    whole, bare = (mixed(*given, music=music) for given in (cues, [hushed(cue) for cue in cues]))
    first, last = whole.timeline[0].lines
    assert whole.timeline == bare.timeline
    speech_lufs = lufs(decode(mp3_of(whole)), first.start_ms, last.end_ms)
    music_lufs = lufs(decode(mp3_of(bare)), first.start_ms, last.end_ms)
    assert speech_lufs - music_lufs >= 15
    assert music_lufs > -50


def test_sting_stands_between_silences(music: MusicSet) -> None:
    """It is heard, and there is nothing but it from the last word to the next."""
    one = mixed(line("HOST", 3), Sting(), line("HOST", 3), music=music)
    before, after = one.timeline[0].lines
    assert music.sting
    starts_ms = before.end_ms + 400
    ends_ms = after.start_ms - 300
    assert ends_ms - starts_ms == music.sting.duration_ms
    sound = decode(mp3_of(one))
    assert heard(sound, starts_ms, ends_ms) > -30
    assert heard(sound, before.end_ms + 40, starts_ms - 40) < -80
    assert heard(sound, ends_ms + 40, after.start_ms - 40) < -80


def test_outro_comes_up_behind_the_last_words(music: MusicSet) -> None:
    """Cued before them it is under them, alone after them, and is played to its end."""
    one = mixed(Music("outro"), hushed(line("HOST", 8)), music=music)
    (last,) = one.timeline[0].lines
    assert music.outro
    assert one.duration_ms >= last.end_ms - 2500 + music.outro.duration_ms
    sound = decode(mp3_of(one))
    assert heard(sound, 0, last.end_ms - 2540) < -80
    under, alone = (
        heard(sound, last.end_ms - 1500, last.end_ms),
        heard(sound, last.end_ms + 1000, last.end_ms + 3000),
    )
    assert -80 < under < alone - 8


def test_bed_shorter_than_the_talk_is_played_again(tmp_path: Path) -> None:
    """A bed loops, and is let go when the opening is over."""
    (tmp_path / "audio").mkdir()
    tone(tmp_path / "audio" / "bed.wav", 2)
    one = mixed(Music("intro"), hushed(line("HOST", 9)), Pause(5000), music=own(tmp_path, bed="bed.wav"))
    (last,) = one.timeline[0].lines
    sound = decode(mp3_of(one))
    levels = [heard(sound, at, at + 1000) for at in range(last.start_ms + 2000, last.end_ms - 1000, 1000)]
    assert max(levels) - min(levels) < 1
    assert heard(sound, last.end_ms + 1100, one.duration_ms) < -80


@pytest.mark.parametrize("file", ["mono.wav", "tone.mp3", "tone.ogg", "soft.flac", "loud.flac"])
def test_editors_music_is_played_at_the_same_level(tmp_path: Path, file: str) -> None:
    """Mono at 22,050 Hz, compressed, too soft, too loud: all are heard alike, in the middle."""
    (tmp_path / "audio").mkdir()
    filters = {"soft.flac": "volume=-20dB", "loud.flac": "volume=17dB"}.get(file, "anull")
    rate = ("-ar", "22050", "-ac", "1") if file == "mono.wav" else ()
    source = ("-f", "lavfi", "-i", "sine=frequency=440:duration=4:sample_rate=44100")
    run("ffmpeg", "-v", "error", *source, "-af", filters, *rate, tmp_path / "audio" / file)
    one = mixed(Music("outro"), music=own(tmp_path, outro=file))
    assert loudness(mp3_of(one))[0] == pytest.approx(-18, abs=0.5)
    left, right = decode(mp3_of(one)).T
    assert level_db(left) == pytest.approx(level_db(right), abs=0.1)


def test_file_without_a_sample(tmp_path: Path) -> None:
    """A sound file that was closed before anything was recorded is named, with the ways out."""
    audio = tmp_path / "audio"
    audio.mkdir()
    with wave.open(str(audio / "nothing.wav"), "wb") as file:
        file.setparams((1, 2, 22_050, 0, "NONE", ""))
    with pytest.raises(MixError) as caught:
        own(tmp_path, outro="nothing.wav")
    assert str(caught.value) == (
        f"The outro {audio}/nothing.wav has no sound in it: "
        'put another file there, or write outro = "" in [music] for none.'
    )


def test_a_piece_may_be_louder_or_softer_than_usual() -> None:
    """Its gain is against the usual level, two units under speech."""
    softer = load_music(Show(music=MusicSettings(gain_db={"outro": -6})))
    assert loudness(mp3_of(mixed(Music("outro"), music=softer)))[0] == pytest.approx(-24, abs=0.5)


def test_a_named_section_has_a_bed_of_its_own(music: MusicSet) -> None:
    """Under all that is said in chapters whose title fits, at least 15 LU under it; silent at both ends."""
    settings = MusicSettings(under={"chapter 1*": "bed.flac"})
    bedded = load_music(Show(music=settings))
    cues = (Sting(), line("HOST", 8), line("ANALYST", 6))
    plain, whole = mixed(*cues, music=music), mixed(*cues, music=bedded)
    bare = mixed(*[hushed(cue) for cue in cues], music=bedded)
    first, last = whole.timeline[0].lines
    assert [line.start_ms for line in plain.timeline[0].lines] == [first.start_ms, last.start_ms]
    speech_lufs = lufs(decode(mp3_of(whole)), first.start_ms, last.end_ms)
    bed_lufs = lufs(decode(mp3_of(bare)), first.start_ms + 2_000, last.end_ms)
    assert 15 <= speech_lufs - bed_lufs < 22
    sound = decode(mp3_of(whole))
    assert not sound[-48 * 48 :].any()
    assert level_db(decode(mp3_of(plain))[(first.end_ms + 50) * 48 : (last.start_ms - 50) * 48]) < -80


def test_a_section_that_is_not_named_has_no_bed() -> None:
    """The pattern is one of titles."""
    bedded = load_music(Show(music=MusicSettings(under={"Deep dive*": "bed.flac"})))
    assert bedded.of_chapter("The deep dive", set()).under is None
    assert bedded.of_chapter("Deep Dive: chips", set()).under is not None
