"""ffmpeg fails in one sentence, whatever became of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from issuecast.errors import MixError
from issuecast.ffmpeg import FfmpegFailed, Run, ffmpeg
from issuecast.mix import ChapterSpec, MusicSet, load_music, mix_chapter
from issuecast.show import Show

from .sample import line

TRY_AGAIN = "build again, and if it fails again try another ffmpeg by IMAGEIO_FFMPEG_EXE."
REPAIR = "install imageio-ffmpeg again, or set IMAGEIO_FFMPEG_EXE to an ffmpeg that works."
SPEC = ChapterSpec("The ferry", (line("HOST", 1),), MusicSet(), -16, -1)


def script(folder: Path, body: str) -> str:
    path = folder / "ffmpeg"
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return str(path)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("exit 1", "without a word"),
        ("echo '[lame @ 0x55d0] Out of paper.' >&2; echo >&2; exit 1", "Out of paper"),
        ("kill -KILL $$", "killed by signal 9"),
        ("exec head -c 384", "it gave 384 bytes where at least 10752 were due"),
    ],
)
def test_failing_ffmpeg_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str, said: str
) -> None:
    """The chapter, ffmpeg's last word, and the way out."""
    monkeypatch.setenv("IMAGEIO_FFMPEG_EXE", script(tmp_path, body))
    with pytest.raises(MixError) as caught:
        mix_chapter(SPEC)
    problem = f"The chapter 'The ferry' could not be mixed, since ffmpeg failed ({said})"
    assert str(caught.value) == f"{problem}: {TRY_AGAIN}"


@pytest.mark.parametrize(
    ("mode", "reason"), [(None, "No such file or directory"), (0o644, "Permission denied")]
)
def test_ffmpeg_that_cannot_be_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: int | None, reason: str
) -> None:
    """The setting is named, with what the system says, in mixing and in decoding music."""
    path = tmp_path / "ffmpeg"
    if mode is not None:
        path.write_text("")
        path.chmod(mode)
    monkeypatch.setenv("IMAGEIO_FFMPEG_EXE", str(path))
    for work in (lambda: mix_chapter(SPEC), lambda: load_music(Show())):
        with pytest.raises(MixError) as caught:
            work()
        assert str(caught.value) == f"ffmpeg cannot be started ({path}: {reason}): {REPAIR}"


def test_exit_code_is_believed() -> None:
    """Its last word is the reason, without the memory address that ffmpeg puts before it."""
    with pytest.raises(FfmpegFailed, match=r"^[^\[]*Invalid data found when processing input$"):
        ffmpeg(["-i", "pipe:0", "-f", "null", "-"], b"no sound")


def test_loudness_is_the_last_that_was_read() -> None:
    """The meter's summary, at its gate for silence or where no meter ran."""
    source = ["-f", "s16le", "-ar", "48000", "-ac", "1", "-i", "pipe:0"]
    meter = ["-af", "ebur128=framelog=verbose", "-f", "null", "-"]
    assert ffmpeg([*source, *meter], bytes(96_000)).loudness_lufs == -70
    assert Run(b"", "").loudness_lufs == -70
    assert ffmpeg([*source, *meter], line("HOST", 2).take.pcm).loudness_lufs > -40
