"""The chapters of a built episode, wherever a listener meets them."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from conftest import ISSUE
from issuecast import build
from issuecast.feedcheck.moments import clock_ms, stamped

PSC = "{http://podlove.org/simple-chapters}chapter"
NOTES = "{http://purl.org/rss/1.0/modules/content/}encoded"
LONG = "The lighthouse at the very end of the long northern road"


def played(sound: Path) -> list[tuple[int, str]]:
    """Start in ms, counted from the first, and title of each chapter that mpv lists.

    The first is some 23 ms early: mpv counts from where the encoder's delay ends.
    """
    program = shutil.which("mpv")
    assert program, "mpv is missing: apt-get install mpv"
    options = ("--no-config", "--no-video", "--ao=null", "--length=0.1")
    message = "--term-playing-msg=chapters ${=chapter-list}"
    told = subprocess.run(
        [program, *options, message, sound], check=True, capture_output=True, text=True, timeout=60
    ).stdout
    found = re.search(r"^chapters (.*)$", told, re.MULTILINE)
    assert found, told
    chapters: list[dict[str, Any]] = json.loads(found[1])
    first = chapters[0]["time"]
    assert -0.025 < first <= 0
    return [(round((one["time"] - first) * 1000), one["title"]) for one in chapters]


def test_player_file_feed_and_notes_tell_the_same_chapters(show_folder: Path) -> None:
    """Mpv, chapters.json, psc:chapters to the millisecond, the notes to the second, with titles cut there."""
    issue = show_folder / "issue.md"
    issue.write_text(ISSUE.replace("The lighthouse\n", f"{LONG}\n", 1), encoding="utf-8")
    episode = build(issue, show=show_folder).episode
    folder = show_folder / "episodes" / episode.slug
    listed = json.loads((folder / "chapters.json").read_bytes())["chapters"]
    item = ET.parse(show_folder / "episodes" / "feed.xml").find("channel/item")  # noqa: S314  our own feed
    assert item is not None
    marks = list(item.iter(PSC))
    told = [(round(one["startTime"] * 1000), one["title"]) for one in listed]
    assert LONG in dict(told).values()
    assert "https://example.org/deed" in {one.get("url") for one in listed}
    assert played(folder / episode.audio) == told
    assert [(clock_ms(one.get("start", "")), one.get("title")) for one in marks] == told
    assert [one.get("href") for one in marks] == [one.get("url") for one in listed]
    notes = stamped(item.findtext(NOTES) or "")
    assert [start_ms for start_ms, _ in notes] == [start_ms // 1000 * 1000 for start_ms, _ in told]
    for (_, short), (_, title) in zip(notes, told, strict=True):
        assert short == title or (len(short) <= 39 and title.startswith(short.rstrip("…").strip()))
