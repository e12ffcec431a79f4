"""A performance becomes one gapless, even, exactly timed MP3."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path

import pytest

from issuecast.errors import MixError
from issuecast.mix import Desk, MusicSet, Piece, id3_tag, load_music, mix
from issuecast.models import Line, Mix, Music, Pause, Performance, Sting, Take, VoicedCue
from issuecast.show import Loudness, MusicSettings, Role, Show

from .sample import decode, level_db, line, loudness, mp3_of, performance, range_lu, run, tone
from .test_tags import TAGS

SILENT = MusicSet()
OPENING = (Music("intro"), line("HOST", 9), line("ANALYST", 8, level_db=-20, rate_hz=24_000))
STORY = (Sting(), line("HOST", 12), Pause(900), line("ANALYST", 12, level_db=-20, rate_hz=24_000))
UNHEARD = replace(line("HOST", 1), take=Take(b"", 22_050))
CLOSING = (line("HOST", 6), Music("outro"))


def mixed(of: Performance, music: MusicSet = SILENT, **target: float) -> Mix:
    return mix(of, Desk(music, Loudness(**target), {}), on_chapter=lambda _done, _of: None)


@pytest.fixture(scope="module")
def music() -> MusicSet:
    return load_music(Show())


@pytest.fixture(scope="module")
def episode(music: MusicSet) -> Mix:
    return mixed(performance(OPENING, STORY, STORY, CLOSING), music)


def test_stream_is_clean_and_exactly_as_long_as_told(episode: Mix, tmp_path: Path) -> None:
    """mp3val finds nothing; decoded samples, ffprobe and the mix agree; the end is next to a whole second."""
    file = tmp_path / "a.mp3"
    file.write_bytes(id3_tag(TAGS) + mp3_of(episode))
    verdict = run("mp3val", file).stdout.decode()
    assert "WARNING" not in verdict
    assert "CBR" in verdict
    assert len(decode(mp3_of(episode))) == episode.duration_ms * 48
    told = run("ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", file).stdout
    told_ms = float(told) * 1000
    assert abs(told_ms - episode.duration_ms) <= 50
    assert abs(episode.duration_ms - round(episode.duration_ms, -3)) <= 12


def test_loudness_and_peak(episode: Mix) -> None:
    """The decoded file is at the target, and its true peak under what is allowed."""
    lufs, peak_dbtp = loudness(mp3_of(episode))
    assert lufs == pytest.approx(-16, abs=1)
    assert peak_dbtp <= -1


@pytest.mark.parametrize(("target_lufs", "peak_dbtp"), [(-14, -1), (-19, -2)])
def test_another_target_is_met(target_lufs: float, peak_dbtp: float) -> None:
    """A show may be as loud as Spotify plays it, or softer."""
    lufs, peak = loudness(mp3_of(mixed(performance(STORY), target_lufs=target_lufs, peak_dbtp=peak_dbtp)))
    assert lufs == pytest.approx(target_lufs, abs=1)
    assert peak <= peak_dbtp


def test_roles_sit_alike() -> None:
    """Voices 8 dB apart, at different rates, are within 1 dB of each other."""
    one = mixed(performance((line("HOST", 8), line("ANALYST", 8, level_db=-20, rate_hz=24_000))))
    host, analyst = one.timeline[0].lines
    sound = decode(mp3_of(one))
    levels = [level_db(sound[part.start_ms * 48 : part.end_ms * 48]) for part in (host, analyst)]
    assert abs(levels[0] - levels[1]) < 1


def test_speech_stays_within_seven_units() -> None:
    """A voice whose sentences are 9 dB apart is held to a range of 7 LU."""
    lines = tuple(line("HOST", 4, level_db=level_db, seed=n) for n, level_db in enumerate([-10, -19] * 5))
    desk = Desk(SILENT, Loudness(), {"HOST": Role()})
    assert 3 < range_lu(mp3_of(mix(performance(lines), desk, on_chapter=lambda *_: None))) <= 7


def test_chapters_start_and_end_in_digital_silence(episode: Mix) -> None:
    """Not a bit is set in the 20 ms on either side of any joint, nor at the ends of the episode."""
    sound = decode(mp3_of(episode))
    for chapter in episode.timeline:
        start, end = chapter.start_ms * 48, chapter.end_ms * 48
        assert sound[start:end].any()
        assert not sound[start : start + 960].any()
        assert not sound[end - 960 : end].any()


def test_speech_does_not_jump_from_chapter_to_chapter(episode: Mix) -> None:
    """A role is as loud in one chapter as in the next, with music or without."""
    sound = decode(mp3_of(episode))
    lines = [line for chapter in episode.timeline for line in chapter.lines if line.role == "HOST"]
    levels = [level_db(sound[line.start_ms * 48 : line.end_ms * 48]) for line in lines]
    assert len(levels) == 4
    assert max(levels) - min(levels) < 1


def test_same_input_same_bytes_wherever_it_is_mixed(music: MusicSet) -> None:
    """Threads, and processes that share nothing with this one, give the same stream and times."""
    given = performance((Music("intro"), line("HOST", 3)), (line("ANALYST", 3),))
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as processes:
        elsewhere = mix(
            given, Desk(music, Loudness(), {}), on_chapter=lambda _done, _of: None, executor=processes
        )
    here = mixed(given, music)
    assert mp3_of(here) == mp3_of(elsewhere)
    assert (here.timeline, here.meter) == (elsewhere.timeline, elsewhere.meter)


def test_first_words_enter_over_the_intro(episode: Mix, music: MusicSet) -> None:
    """The voice comes when the settings say, counted from the intro, which follows two silent frames."""
    assert episode.timeline[0].lines[0].start_ms == 48 + music.voice_enters_ms


def test_show_without_music() -> None:
    """Cues for music that the show does not have take no time."""
    one = mixed(performance(OPENING, STORY))
    assert one.timeline[0].lines[0].start_ms < 1000


def test_long_chapter_is_mixed_in_parts_without_a_seam() -> None:
    """An essay of four minutes is one chapter, its lines in order, its pauses as everywhere, and silent."""
    lines = tuple(line("HOST" if seed < 8 else "ANALYST", 20, seed=seed) for seed in range(12))
    steps: list[tuple[int, int]] = []
    one = mix(
        performance(lines), Desk(SILENT, Loudness(), {}), on_chapter=lambda done, of: steps.append((done, of))
    )
    assert steps == [(1, 3), (2, 3), (3, 3)]
    (essay,) = one.timeline
    assert (essay.start_ms, essay.end_ms) == (0, one.duration_ms)
    pauses = list(pairwise(essay.lines))
    due_ms = [250 if number == 8 else 550 for number in range(1, 12)]
    assert [after.start_ms - before.end_ms for before, after in pauses] == pytest.approx(due_ms, abs=24)
    sound = decode(mp3_of(one))
    assert len(sound) == one.duration_ms * 48
    for before, after in pauses:
        assert level_db(sound[(before.end_ms + 40) * 48 : (after.start_ms - 40) * 48]) < -80
        assert level_db(sound[after.start_ms * 48 : (after.start_ms + 400) * 48]) > -40


def test_a_question_is_answered_sooner_than_it_is_left_standing() -> None:
    """The pause behind a line is that of the mark with which its text ends."""
    asked = replace(line("HOST", 1), line=Line("HOST", "Who paid?"))
    (chapter,) = mixed(performance((asked, asked, line("ANALYST", 1)))).timeline
    pauses_ms = [after.start_ms - before.end_ms for before, after in pairwise(chapter.lines)]
    assert pauses_ms == pytest.approx([650, 200], abs=2)


def test_timeline_is_what_is_heard(episode: Mix) -> None:
    """Chapters tile the episode; lines are sound and the pauses between them are not."""
    starts = [chapter.start_ms for chapter in episode.timeline]
    ends = [chapter.end_ms for chapter in episode.timeline]
    assert starts == [0, *ends[:-1]]
    assert ends[-1] == episode.duration_ms
    sound = decode(mp3_of(episode))
    first, second = episode.timeline[1].lines
    assert level_db(sound[first.start_ms * 48 : first.end_ms * 48]) > -25
    assert level_db(sound[(first.end_ms + 60) * 48 : (second.start_ms - 60) * 48]) < -60


def test_words_are_inside_their_lines(episode: Mix) -> None:
    """Each line's words follow each other within it, and each line's within its chapter."""
    for chapter in episode.timeline:
        times = [chapter.start_ms]
        for said in chapter.lines:
            assert [word.text for word in said.words] == said.text.split()
            times.append(said.start_ms)
            times += [time for word in said.words for time in (word.start_ms, word.end_ms)]
            times.append(said.end_ms)
        assert [*times, chapter.end_ms] == sorted([*times, chapter.end_ms])


@pytest.mark.parametrize("cues", [(), (Pause(400),), (Music("intro"),), (UNHEARD,)])
def test_chapter_with_nothing_to_hear(cues: tuple[VoicedCue, ...]) -> None:
    """A chapter of which an editor has taken everything away is a moment of silence, and no fault."""
    one = mixed(performance(cues))
    sound = decode(mp3_of(one))
    assert len(sound) == one.duration_ms * 48 == 1008 * 48
    assert not sound.any()


def test_script_without_a_chapter() -> None:
    """Nothing to mix is said."""
    with pytest.raises(MixError) as caught:
        mixed(performance())
    assert str(caught.value) == (
        "The script has no chapter to mix: give it at least one heading with a line under it."
    )


def test_failing_encoder_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What ffmpeg says last is told, with the chapter."""
    broken = tmp_path / "ffmpeg"
    broken.write_text("#!/bin/sh\necho 'out of paper.' >&2\nexit 3\n")
    broken.chmod(0o755)
    monkeypatch.setattr("imageio_ffmpeg.get_ffmpeg_exe", lambda: str(broken))
    with pytest.raises(MixError) as caught:
        mixed(performance(STORY))
    assert str(caught.value) == (
        "The chapter 'Chapter 1' could not be mixed, since ffmpeg failed (out of paper): "
        "build again, and if it fails again try another ffmpeg by IMAGEIO_FFMPEG_EXE."
    )


@pytest.mark.parametrize("name", ["short.mp3", "mono.wav", "tone.ogg", "tone.m4a"])
def test_music_in_any_format(tmp_path: Path, name: str) -> None:
    """An editor's own files work as they are."""
    (tmp_path / "audio").mkdir()
    tone(tmp_path / "audio" / name, 3)
    own = load_music(Show(folder=tmp_path, music=MusicSettings(intro=name, bed="", sting="", outro="")))
    assert isinstance(own.intro, Piece)
    assert own.intro.duration_ms == pytest.approx(3000, abs=60)
    assert own.bed is None


def test_music_that_cannot_be_used(tmp_path: Path) -> None:
    """A missing, a false, an empty and an endless file are each one sentence."""
    audio = tmp_path / "audio"
    audio.mkdir()
    (audio / "false.mp3").write_bytes(b"not music at all" * 100)
    (audio / "empty.wav").write_bytes(b"")
    whole = tone(audio / "half.flac", 3).read_bytes()
    (audio / "half.flac").write_bytes(whole[: len(whole) // 2])
    tone(audio / "endless.flac", 602)
    said = {}
    for name in ("missing.mp3", "false.mp3", "empty.wav", "half.flac", "endless.flac"):
        with pytest.raises(MixError) as caught:
            load_music(Show(folder=tmp_path, music=MusicSettings(sting=name)))
        said[name] = str(caught.value).replace(str(audio), "AUDIO")
    other = 'put another file there, or write sting = "" in [music] for none.'
    assert said == {
        "missing.mp3": (
            "The sting 'missing.mp3' of [music] is not in AUDIO: "
            'put the file there, or write sting = "" for none.'
        ),
        "false.mp3": f"The sting AUDIO/false.mp3 is damaged, or no audio: {other}",
        "empty.wav": f"The sting AUDIO/empty.wav is damaged, or no audio: {other}",
        "half.flac": f"The sting AUDIO/half.flac is damaged, or no audio: {other}",
        "endless.flac": f"The sting AUDIO/endless.flac is longer than 10 minutes: {other}",
    }
