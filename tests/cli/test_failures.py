"""Builds that fail: one sentence, nothing half-written, and the next build is as if nothing had been."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import imageio_ffmpeg
import pytest

from conftest import ISSUE, SETTINGS, Run, snapshot
from issuecast import build

KILLED_WHILE_ENCODING = """\
#!/bin/sh
case " $* " in
    *" libmp3lame "*) head -c 100000 > /dev/null; head -c 3840 /dev/zero; kill -KILL $$ ;;
esac
exec "{ffmpeg}" "$@"
"""


def no_audio(file: Path) -> None:
    file.write_bytes(b"this is not music" * 99)


def empty(file: Path) -> None:
    file.write_bytes(b"")


def three_hours(file: Path) -> None:
    silence = ("-v", "error", "-f", "lavfi", "-i", "anullsrc=r=8000:cl=mono", "-t", str(3 * 3600), "-y")
    subprocess.run([imageio_ffmpeg.get_ffmpeg_exe(), *silence, file], check=True)


def contents(folder: Path) -> dict[str, bytes]:
    return {name: content for name, (_, content) in snapshot(folder).items()}


@pytest.fixture(scope="module")
def due(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a build leaves under `episodes/` that nothing went wrong before."""
    folder = tmp_path_factory.mktemp("unharmed")
    (folder / "show.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "issue.md").write_text(ISSUE, encoding="utf-8")
    build(folder / "issue.md", show=folder)
    return contents(folder / "episodes")


def test_music_that_cannot_be_played(show_folder: Path, run: Run, due: dict[str, bytes]) -> None:
    """Music that is none, is empty or has no end is told before a word is voiced, with what to do."""
    sting = show_folder / "audio" / "sting.flac"
    sting.parent.mkdir()
    for harm, fault in (
        (no_audio, "is damaged, or no audio"),
        (empty, "is damaged, or no audio"),
        (three_hours, "is longer than 10 minutes"),
    ):
        harm(sting)
        failed = run("build", "issue.md")
        assert (failed.returncode, failed.stdout) == (7, "")
        assert failed.stderr == (
            f"issuecast: The sting {sting} {fault}: "
            'put another file there, or write sting = "" in [music] for none.\n'
        )
        assert contents(show_folder / "episodes") == {}
    sting.unlink()
    build(show_folder / "issue.md", show=show_folder)
    assert contents(show_folder / "episodes") == due


def test_killed_encoder(show_folder: Path, run: Run, due: dict[str, bytes]) -> None:
    """An ffmpeg that is killed while it encodes fails the build, whichever chapter it had."""
    script = show_folder / "ffmpeg"
    script.write_text(KILLED_WHILE_ENCODING.format(ffmpeg=imageio_ffmpeg.get_ffmpeg_exe()))
    script.chmod(0o755)
    failed = run("build", "issue.md", env={"IMAGEIO_FFMPEG_EXE": str(script)})
    assert (failed.returncode, failed.stdout) == (7, "")
    assert re.sub("chapter '(Cold open|The lighthouse|The ferry|Sign-off)'", "CHAPTER", failed.stderr) == (
        "issuecast: The CHAPTER could not be mixed, since ffmpeg failed (killed by signal 9): "
        "build again, and if it fails again try another ffmpeg by IMAGEIO_FFMPEG_EXE.\n"
    )
    assert contents(show_folder / "episodes") == {}
    build(show_folder / "issue.md", show=show_folder)
    assert contents(show_folder / "episodes") == due


def test_full_disk(show_folder: Path, due: dict[str, bytes]) -> None:
    """Where one take has room but an episode has not, that is said, and nothing is left."""
    # Without music, which is decoded before and has more than that.
    silenced = "".join(f'{piece} = ""\n' for piece in ("intro", "bed", "sting", "outro"))
    (show_folder / "show.toml").write_text(f"{SETTINGS}\n[music]\n{silenced}", encoding="utf-8")
    limited = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000)); "
        "from issuecast.cli import main; sys.argv = ['issuecast', 'build', 'issue.md']; main()"
    )
    command = [sys.executable, "-c", limited]
    failed = subprocess.run(command, cwd=show_folder, check=False, capture_output=True, text=True)
    assert (failed.returncode, failed.stdout) == (6, "")
    told, error = failed.stderr.splitlines(keepends=True)
    assert told.startswith("silent: ")
    assert error == (
        f"issuecast: Takes cannot be laid by in {show_folder / '.issuecast/cache'} (File too large): "
        "make room there, then build again.\n"
    )
    assert contents(show_folder / "episodes") == {}
    (show_folder / "show.toml").write_text(SETTINGS, encoding="utf-8")
    build(show_folder / "issue.md", show=show_folder)
    assert contents(show_folder / "episodes") == due
