"""Chapters that were mixed before are not mixed again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import imageio_ffmpeg
import pytest

from issuecast.linked import Pair
from issuecast.mix import ChapterStore, Desk, MusicSet, load_music, mix, mix_chapter
from issuecast.mix.chapter import ChapterSpec
from issuecast.mix.kept import digest
from issuecast.models import Line, Mix, Music, Pause, Performance, Sting, VoicedLine, Word
from issuecast.show import Loudness, MusicSettings, Role, Show

from .sample import line, mp3_of, performance, speech

CHAPTERS = tuple((line("HOST", 3, seed=seed), Pause(400), line("ANALYST", 2, seed=seed)) for seed in range(4))
PART = Pair("word", "word")


class Counting:
    """An ffmpeg that counts how often it runs."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._log, program = folder / "runs", folder / "ffmpeg"
        real = imageio_ffmpeg.get_ffmpeg_exe()
        program.write_text(f'#!/bin/sh\necho run >> {self._log}\nexec {real} "$@"\n')
        program.chmod(0o755)
        monkeypatch.setenv("IMAGEIO_FFMPEG_EXE", str(program))

    def runs(self) -> int:
        count = len(self._log.read_text().splitlines()) if self._log.exists() else 0
        self._log.unlink(missing_ok=True)
        return count


def mixed(given: Performance, folder: Path) -> Mix:
    desk = Desk(MusicSet(), Loudness(), {"HOST": Role()})
    return mix(given, desk, on_chapter=lambda *_: None, store=ChapterStore(folder))


def test_an_edit_costs_its_own_chapter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of four chapters with one new line, one is mixed and the others read; all is as in a fresh mix."""
    ffmpeg = Counting(tmp_path, monkeypatch)
    mixed(performance(*CHAPTERS), tmp_path / "show")
    first = ffmpeg.runs()
    edited = performance(*CHAPTERS[:2], (*CHAPTERS[2], line("HOST", 1)), CHAPTERS[3])
    again = mixed(edited, tmp_path / "show")
    assert ffmpeg.runs() == first / 4
    fresh = mixed(edited, tmp_path / "other")
    assert mp3_of(again) == mp3_of(fresh)
    assert (again.timeline, again.meter) == (fresh.timeline, fresh.meter)


def test_with_nothing_new_no_encoder_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same performance again is files read, and progress still comes to its end."""
    ffmpeg = Counting(tmp_path, monkeypatch)
    first = mixed(performance(*CHAPTERS), tmp_path / "show")
    assert ffmpeg.runs() > 0
    told: list[tuple[int, int]] = []
    desk = Desk(MusicSet(), Loudness(), {"HOST": Role()})
    store = ChapterStore(tmp_path / "show")
    again = mix(performance(*CHAPTERS), desk, on_chapter=lambda *counts: told.append(counts), store=store)
    assert ffmpeg.runs() == 0
    assert mp3_of(again) == mp3_of(first)
    assert told[-1] == (4, 4)


def test_a_damaged_chapter_is_mixed_again(tmp_path: Path) -> None:
    """Half a file in the cache is dropped, and the episode is whole."""
    first = mixed(performance(*CHAPTERS), tmp_path)
    for kept in ChapterStore(tmp_path).kept():
        kept.file.write_bytes(kept.file.read_bytes()[:-100])
    assert mp3_of(mixed(performance(*CHAPTERS), tmp_path)) == mp3_of(first)


def spec(**changed: object) -> ChapterSpec:
    cues = (line("HOST", 1), Pause(300), Sting(), Music("outro"), line("ANALYST", 1))
    plain = ChapterSpec("The ferry", cues, MusicSet(voice_enters_ms=500), -16, -1)
    return replace(plain, **changed)  # type: ignore[arg-type]


def spoken(text: str, **take: object) -> VoicedLine:
    sound = replace(speech(1), **take)  # type: ignore[arg-type]
    return VoicedLine(Line("HOST", text), (PART,), sound)


@pytest.mark.parametrize(
    "changed",
    [
        {"target_lufs": -14},
        {"peak_dbtp": -2},
        {"music": MusicSet(voice_enters_ms=600)},
        {"music": load_music(Show(music=MusicSettings(intro="", bed="", outro="")))},
        {"cues": (line("HOST", 1),)},
        {"cues": (Pause(301), *spec().cues[1:])},
        {"cues": (line("HOST", 1, seed=2), *spec().cues[1:])},
        {"cues": (line("GUEST", 1), *spec().cues[1:])},
    ],
)
def test_whatever_is_heard_makes_another_chapter(changed: dict[str, object]) -> None:
    """Loudness, music, order, pauses, sound and roles are all part of what a chapter is known by."""
    assert digest(spec(**changed)) != digest(spec())


def test_words_are_part_of_a_chapter_and_its_title_is_not() -> None:
    """Text and word times are kept with the sound, so they count; a title is told elsewhere."""
    plain = spec(cues=(spoken("word"),))
    assert digest(spec(title="Another", cues=(spoken("word"),))) == digest(plain)
    assert digest(spec(cues=(spoken("words"),))) != digest(plain)
    assert digest(spec(cues=(spoken("word", words=(Word("word", 9, 99),)),))) != digest(plain)


def test_a_chapter_comes_back_as_it_was(tmp_path: Path) -> None:
    """Frames, lines, words and readings, silence of minus infinity included."""
    chapter = mix_chapter(spec())
    ChapterStore(tmp_path).keep("ab" * 32, chapter)
    assert ChapterStore(tmp_path).find("ab" * 32) == chapter
    assert ChapterStore(tmp_path).find("cd" * 32) is None
