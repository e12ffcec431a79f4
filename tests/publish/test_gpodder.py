from __future__ import annotations

import os
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


def test_corrections_make_no_second_episode(tmp_path: Path, episode: Episode, mp3: bytes) -> None:
    """An update finds exactly the one that is new; a corrected title and other sound are no new episodes."""
    home = tmp_path / "gpodder"
    home.mkdir()
    with served(tmp_path / "episodes") as address:
        show = Show(folder=tmp_path, base_url=address)
        store(show, episode, [mp3])
        publish(show)
        gpo(home, "subscribe", f"{address}feed.xml")
        later = episode.published + timedelta(days=1)
        store(show, replace(episode, slug="b", guid="b", title="The Loud Grid", published=later), [mp3])
        store(
            show, replace(episode, title="The Quiet Lamp", audio="other.mp3", bytes=len(mp3) - 1), [mp3[:-1]]
        )
        publish(show)
        gpo(home, "update")
        listed = gpo(home, "episodes")
    titles = [title for title in ("The Quiet Grid", "The Quiet Lamp", "The Loud Grid") if title in listed]
    assert titles == ["The Quiet Lamp", "The Loud Grid"]
    assert listed.count("The Quiet Lamp") == listed.count("The Loud Grid") == 1


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
