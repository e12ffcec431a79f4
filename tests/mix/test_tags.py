"""What players read before the sound."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import mutagen.id3
import pytest

from issuecast.mix import Tags, id3_tag
from issuecast.mix.languages import iso_639_2
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
    file.write_bytes(id3_tag(TAGS) + sound)
    shown = ("-show_chapters", "-show_format", "-of", "json")
    told = json.loads(run("ffprobe", "-v", "error", *shown, file).stdout)
    listed = [(c["tags"]["title"], float(c["start_time"]), float(c["end_time"])) for c in told["chapters"]]
    assert listed == [(title, i, i + 1) for i, title in enumerate(TITLES)]
    assert told["format"]["tags"]["title"] == "The Quiet Grid"
    assert told["format"]["tags"]["track"] == "7"


def test_frames_are_as_the_standard_wants_them(sound: bytes, tmp_path: Path) -> None:
    """ID3v2.3, chapters in time order in the file itself, a table of contents that lists them, the cover."""
    file = tmp_path / "a.mp3"
    file.write_bytes(id3_tag(TAGS) + sound)
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


def test_more_chapters_than_a_table_holds(tmp_path: Path) -> None:
    """A table of contents counts to 255: three hundred chapters are listed by tables that one lists."""
    many = tuple(TimedChapter(f"Story {i}", i * 40, (i + 1) * 40, ()) for i in range(300))
    file = tmp_path / "a.mp3"
    file.write_bytes(id3_tag(replace(TAGS, timeline=many)))
    frames: Any = id3.ID3(file, translate=False)
    tables = {table.element_id: table for table in frames.getall("CTOC")}
    assert int(tables["toc"].flags) == 3
    listed = [name for table in tables["toc"].child_element_ids for name in tables[table].child_element_ids]
    assert listed == [f"chp{i}" for i in range(300)]
    assert [int(tables[name].flags) for name in tables["toc"].child_element_ids] == [1, 1]


def test_titles_in_other_scripts_and_what_is_left_out(tmp_path: Path) -> None:
    """Text beyond ASCII is UTF-16 with its mark; no number and no known language are not told."""
    tags = replace(TAGS, title="Тихая сеть – 静かな網", number=None, language="x", timeline=())
    file = tmp_path / "a.mp3"
    file.write_bytes(id3_tag(tags))
    assert b"\x01" + "Тихая сеть – 静かな網".encode("utf-16") in file.read_bytes()
    frames: Any = id3.ID3(file, translate=False)
    assert frames["TIT2"].text == ["Тихая сеть – 静かな網"]
    assert not {"TRCK", "TLAN"} & set(frames)
    assert frames.getall("COMM")[0].lang == "XXX"


@pytest.mark.parametrize(
    ("tag", "name"), [("en-US", "eng"), ("de", "deu"), ("deu", "deu"), ("PT-br", "por"), ("q", ""), ("", "")]
)
def test_language_is_named_as_id3_wants_it(tag: str, name: str) -> None:
    """Three letters of ISO 639-2, or nothing where they are not known."""
    assert iso_639_2(tag) == name


def test_cover_is_the_front_cover(tmp_path: Path) -> None:
    """Players show the picture as the episode's, and know its type."""
    file = tmp_path / "a.mp3"
    file.write_bytes(id3_tag(TAGS))
    picture = id3.ID3(file, translate=False).getall("APIC")[0]
    assert (picture.mime, int(picture.type), picture.data) == ("image/jpeg", 3, TAGS.cover_jpeg)


def test_sound_is_not_touched_and_bytes_are_the_same_twice(sound: bytes) -> None:
    """Tags stand before the stream, and depend on nothing but what they say."""
    assert id3_tag(TAGS).startswith(b"ID3")
    assert id3_tag(TAGS) == id3_tag(TAGS)


def test_players_know_a_podcast(sound: bytes, tmp_path: Path) -> None:
    """Apple's frames: the mark, the description, the episode's GUID, and the feed as the text that it is."""
    file = tmp_path / "a.mp3"
    tags = replace(TAGS, feed="https://example.org/feed.xml", guid="8d3c1f0e", lyrics="Host: Über Netze.")
    file.write_bytes(id3_tag(tags) + sound)
    frames: Any = id3.ID3(file, translate=False)
    assert frames["TDES"].text == [TAGS.comment]
    assert frames["TGID"].text == ["8d3c1f0e"]
    assert b"PCST\0\0\0\x04\0\0\0\0\0\0" in file.read_bytes()
    assert b"WFED\0\0\0\x1e\0\0\0https://example.org/feed.xml" in file.read_bytes()
    (lyrics,) = frames.getall("USLT")
    assert (lyrics.text, lyrics.lang) == ("Host: Über Netze.", "eng")
    assert not {"WFED", "TGID", "USLT"} & {key[:4] for key in _frames_of(TAGS, tmp_path)}


def _frames_of(tags: Tags, folder: Path) -> Any:
    file = folder / "other.mp3"
    file.write_bytes(id3_tag(tags))
    return id3.ID3(file, translate=False)


def test_a_chapter_leads_to_its_page(tmp_path: Path) -> None:
    """Its address is in a frame of the chapter's own, in ASCII; a chapter without one has none."""
    linked = replace(TIMELINE[0], url="https://example.org/ü?a=1&b=%20")
    frames = _frames_of(replace(TAGS, timeline=(linked, TIMELINE[1])), tmp_path)
    first, second = (chapter.sub_frames for chapter in frames.getall("CHAP"))
    assert [(one.desc, one.url) for one in first.getall("WXXX")] == [
        ("chapter url", "https://example.org/%C3%BC?a=1&b=%20")
    ]
    assert second.getall("WXXX") == []


def test_a_player_lists_the_chapters_and_no_checker_complains(sound: bytes, tmp_path: Path) -> None:
    """Mpv shows each chapter in its time, and mp3val finds nothing to mend."""
    file = tmp_path / "a.mp3"
    linked = tuple(replace(one, url="https://example.org/") for one in TIMELINE)
    file.write_bytes(id3_tag(replace(TAGS, timeline=linked, feed="https://example.org/", lyrics="A")) + sound)
    shown = "${chapter-list/count}:${chapter-list/0/title}:${chapter-list/12/title}"
    player = ("mpv", "--no-config", "--no-video", "--ao=null", "--length=0.1", f"--term-playing-msg={shown}")
    assert b"13:Cold open:J" in run(*player, file).stdout
    assert b"WARNING" not in run("mp3val", file).stdout
