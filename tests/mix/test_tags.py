"""What players read before the sound."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import mutagen.id3
import pytest

from issuecast.mix import Tags, tagged
from issuecast.models import TimedChapter

from .sample import run

id3: Any = mutagen.id3  # which has no types

TITLES = ["Cold open", "A much longer title than the others have", "B", "Ü – ünïcode", "日本", *"CDEFGHIJ"]
TIMELINE = tuple(TimedChapter(title, i * 1000, (i + 1) * 1000, ()) for i, title in enumerate(TITLES))
TAGS = Tags(
    title="The Quiet Grid",
    show="The Morning Wire",
    author="Ada Marsh",
    date=date(2026, 1, 12),
    number=7,
    comment="What happened – and why.",
    language="en-US",
    cover_jpeg=b"\xff\xd8picture\xff\xd9",
    timeline=TIMELINE,
)


@pytest.fixture(scope="module")
def sound() -> bytes:
    source = "sine=duration=14:sample_rate=48000"
    bare = ("-id3v2_version", "0", "-f", "mp3", "pipe:1")
    return run("ffmpeg", "-v", "error", "-f", "lavfi", "-i", source, *bare).stdout


def test_ffprobe_lists_the_chapters_in_time_order(sound: bytes, tmp_path: Path) -> None:
    """More than ten chapters, titles of every length and script: each with its times, in order."""
    file = tmp_path / "a.mp3"
    file.write_bytes(tagged(sound, TAGS))
    shown = ("-show_chapters", "-show_format", "-of", "json")
    told = json.loads(run("ffprobe", "-v", "error", *shown, file).stdout)
    listed = [(c["tags"]["title"], float(c["start_time"]), float(c["end_time"])) for c in told["chapters"]]
    assert listed == [(title, i, i + 1) for i, title in enumerate(TITLES)]
    assert told["format"]["tags"]["title"] == "The Quiet Grid"
    assert told["format"]["tags"]["track"] == "7"


def test_frames_are_as_the_standard_wants_them(sound: bytes, tmp_path: Path) -> None:
    """ID3v2.3, chapters in time order in the file itself, a table of contents that lists them, the cover."""
    file = tmp_path / "a.mp3"
    file.write_bytes(tagged(sound, TAGS))
    head = file.read_bytes()
    assert head[:5] == b"ID3\x03\x00"
    chapters = re.findall(rb"CHAP......(chp\d+)\0", head, re.DOTALL)
    assert chapters == [f"chp{i}".encode() for i in range(13)]
    frames: Any = id3.ID3(file, translate=False)
    (toc,) = frames.getall("CTOC")
    assert (int(toc.flags), toc.child_element_ids) == (3, [f"chp{i}" for i in range(13)])
    assert frames.getall("APIC")[0].data == TAGS.cover_jpeg
    assert frames["TYER"].text == ["2026"]
    assert frames["TDAT"].text == ["1201"]
    assert frames.getall("COMM")[0].text == ["What happened – and why."]
    assert frames["TALB"].text == ["The Morning Wire"]


def test_sound_is_not_touched_and_bytes_are_the_same_twice(sound: bytes) -> None:
    """Tags stand before the stream, and depend on nothing but what they say."""
    assert tagged(sound, TAGS).endswith(sound)
    assert tagged(sound, TAGS) == tagged(sound, TAGS)
