from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from issuecast.models import Episode
from issuecast.publish import publish, store
from issuecast.show import Show
from serving import served


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
    with served(tmp_path / "episodes") as address:
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


def test_a_player_starts_in_the_middle(tmp_path: Path, episode: Episode, mp3: bytes) -> None:
    """A player, mpv, finds the sound seekable over HTTP, and plays from a moment that is named."""
    program = shutil.which("mpv")
    assert program, "mpv is missing: apt-get install mpv"
    message = "--term-playing-msg=${seekable} ${duration} ${playback-time}"
    options = ["--no-config", "--no-video", "--ao=null", "--untimed", "--start=30", "--length=1", message]
    with served(tmp_path / "episodes") as address:
        show = Show(folder=tmp_path, base_url=address)
        store(show, episode, [mp3])
        played = subprocess.run(
            [program, *options, f"{address}{episode.slug}/{episode.audio}"],
            check=True,
            capture_output=True,
            text=True,
            timeout=60,
        )
    assert "yes 00:00:40 00:00:30" in played.stdout


def test_corrections_reach_a_client_as_corrections(tmp_path: Path, episode: Episode, mp3: bytes) -> None:
    """A second episode is one new one; with another title and another sound it is no third one."""
    home = tmp_path / "gpodder"
    home.mkdir()
    with served(tmp_path / "episodes") as address:
        show = Show(folder=tmp_path, base_url=address)
        store(show, episode, [mp3])
        renewed(show, 1)
        gpo(home, "subscribe", f"{address}feed.xml")
        second = replace(
            episode,
            slug="second",
            guid="second",
            title="The Other Grid",
            published=episode.published + timedelta(days=1),
        )
        store(show, second, [mp3])
        renewed(show, 2)
        gpo(home, "update")
        assert titles(home) == ["The Other Grid", "The Quiet Grid"]
        store(
            show,
            replace(second, title="The Better Grid", audio="second-0a0b0c0d.mp3", bytes=len(mp3) - 1),
            [mp3[:-1]],
        )
        renewed(show, 3)
        gpo(home, "update")
        assert titles(home) == ["The Better Grid", "The Quiet Grid"]
        gpo(home, "download")
    assert sorted(file.stat().st_size for file in home.rglob("*.mp3")) == [len(mp3) - 1, len(mp3)]


def titles(home: Path) -> list[str]:
    """Of the episodes that the client shows, in order."""
    return sorted(re.findall(r"The \w+ Grid", gpo(home, "episodes")))


def renewed(show: Show, second: int) -> None:
    """Publish; the feed's time is told in whole seconds, and the next one must have another."""
    publish(show)
    os.utime(show.episodes / "feed.xml", (second, second))
