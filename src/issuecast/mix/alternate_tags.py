"""Tags of files other than MP3, with mutagen: iTunes' in MP4, Vorbis comments in Ogg.

The same tags give the same bytes.
"""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import mutagen.flac
import mutagen.id3
import mutagen.mp4
import mutagen.oggopus

from issuecast.mix.languages import iso_639_2
from issuecast.mix.tags import Tags
from issuecast.models import DurationMs

flac: Any = mutagen.flac  # which have no types
mp4: Any = mutagen.mp4
oggopus: Any = mutagen.oggopus
id3: Any = mutagen.id3

_MOST_NUMBERED = 65_535


def tag(file: Path, tags: Tags) -> None:
    """Write the tags into a file that was just encoded: `.m4a` or `.opus`.

    Raises:
        OSError: the disk is full.
    """
    try:
        audio = _m4a(file, tags) if file.suffix == ".m4a" else _opus(file, tags)
        audio.save(padding=lambda _: 0)
    except mutagen.MutagenError as error:  # its word for what the disk said, too
        raise OSError(0, str(error)) from error


def _m4a(file: Path, tags: Tags) -> Any:
    """As iTunes has them; the chapters are in already."""
    audio = mp4.MP4(file)
    audio["\xa9nam"] = tags.title
    audio["\xa9alb"] = tags.show
    audio["\xa9ART"] = audio["aART"] = tags.author
    audio["\xa9day"] = tags.date.isoformat()
    audio["\xa9gen"] = "Podcast"
    audio["desc"] = tags.comment
    audio["pcst"] = True
    for name, value in (("egid", tags.guid), ("purl", tags.feed), ("\xa9lyr", tags.lyrics)):
        if value:
            audio[name] = value
    if tags.number is not None and 0 < tags.number <= _MOST_NUMBERED:
        audio["trkn"] = [(tags.number, 0)]
    audio["covr"] = [mp4.MP4Cover(tags.cover_jpeg, mp4.AtomDataType.JPEG)]
    return audio


def _opus(file: Path, tags: Tags) -> Any:
    """Vorbis comments, the chapters as https://wiki.xiph.org/Chapter_Extension has them."""
    audio = oggopus.OggOpus(file)
    audio["TITLE"] = tags.title
    audio["ALBUM"] = tags.show
    audio["ARTIST"] = tags.author
    audio["DATE"] = tags.date.isoformat()
    audio["GENRE"] = "Podcast"
    audio["DESCRIPTION"] = tags.comment
    if language := iso_639_2(tags.language):
        audio["LANGUAGE"] = language
    if tags.number is not None:
        audio["TRACKNUMBER"] = str(tags.number)
    for number, chapter in enumerate(tags.timeline, 1):
        audio[f"CHAPTER{number:03}"] = _stamp(chapter.start_ms)
        audio[f"CHAPTER{number:03}NAME"] = chapter.title
        if chapter.url:
            audio[f"CHAPTER{number:03}URL"] = chapter.url
    if tags.lyrics:
        audio["LYRICS"] = tags.lyrics
    audio["METADATA_BLOCK_PICTURE"] = base64.b64encode(_picture(tags.cover_jpeg)).decode()
    return audio


def _stamp(moment_ms: DurationMs) -> str:
    seconds, milliseconds = divmod(moment_ms, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{milliseconds:03}"


def _picture(jpeg: bytes) -> bytes:
    """FLAC's picture block, which Vorbis comments hold in base64."""
    picture = flac.Picture()
    picture.type, picture.mime, picture.data = id3.PictureType.COVER_FRONT, "image/jpeg", jpeg
    return bytes(picture.write())
