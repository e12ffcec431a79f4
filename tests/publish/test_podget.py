"""A second client, which reads feeds in a way of its own: podget, a shell script."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from issuecast.models import Episode
from issuecast.publish import publish, store
from issuecast.show import Show

from .server import serving


def podget(home: Path) -> None:
    """Run podget once; a missing one fails the test."""
    program = shutil.which("podget")
    assert program, "podget is missing: apt-get install podget"
    places = ("-d", home, "-l", home / "pods", "--dir_session", home)
    done = subprocess.run(
        [program, *places],
        env={"PATH": os.defpath, "HOME": str(home), "LC_ALL": "C.UTF-8"},
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_podget_downloads_an_episode_once(tmp_path: Path, episode: Episode, mp3: bytes) -> None:
    """It takes exactly the published file, and nothing more when it looks again."""
    home = tmp_path / "home"
    home.mkdir()
    (tmp_path / "episodes").mkdir()
    with serving(tmp_path / "episodes") as address:
        show = Show(folder=tmp_path, base_url=address)
        store(show, episode, [mp3])
        publish(show)
        (home / "serverlist").write_text(f"{address}feed.xml News The_Morning_Wire\n")
        podget(home)
        (file,) = (home / "pods").rglob("*.mp3")
        assert file.read_bytes() == mp3
        taken = file.stat().st_mtime_ns
        podget(home)
    assert [one.stat().st_mtime_ns for one in (home / "pods").rglob("*.mp3")] == [taken]
