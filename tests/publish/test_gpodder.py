from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from issuecast.models import Episode
from issuecast.publish import publish, store
from issuecast.show import Show

from .server import serving


def gpo(home: Path, *arguments: str) -> str:
    """What gPodder's command line says; a missing gPodder fails the test, as everything here rests on it."""
    program = shutil.which("gpo")
    assert program, "gpo is missing: apt-get install gpodder"
    result = subprocess.run(
        [program, *arguments],
        env={"PATH": os.defpath, "HOME": str(home), "GPODDER_HOME": str(home), "LC_ALL": "C.UTF-8"},
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def test_a_podcast_client_subscribes_and_downloads(tmp_path: Path, episode: Episode, mp3: bytes) -> None:
    """A client, gPodder, finds show and episode in the feed, and fetches exactly the published file."""
    home = tmp_path / "gpodder"
    home.mkdir()
    (tmp_path / "episodes").mkdir()
    with serving(tmp_path / "episodes") as address:
        show = Show(folder=tmp_path, base_url=address)
        store(show, episode, [mp3])
        publish(show)
        gpo(home, "subscribe", f"{address}feed.xml")
        assert "The Quiet Grid" in gpo(home, "episodes")
        assert "The Morning Wire" in gpo(home, "list")
        gpo(home, "update")
        gpo(home, "download")
    (downloaded,) = home.rglob("*.mp3")
    assert downloaded.read_bytes() == mp3
