"""ID3 tags with mutagen: what the episode is called, its cover, and its chapters.

ID3v2.3 with UTF-16 text is what the most players read. The chapters follow the ID3v2 Chapter Frame Addendum
1.0: a CHAP for each, and a CTOC that lists them, without which players hide them.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import quote

import mutagen.id3

from issuecast.mix.languages import iso_639_2
from issuecast.models import Timeline

id3: Any = mutagen.id3  # which has no types


@dataclass(frozen=True, slots=True)
class Tags:
    """What the tags of an episode say. `language` is a tag such as "en-US"; the cover is a JPEG.

    `feed` is the address that the show is subscribed to by, `guid` the episode's there; "" leaves them out.
    `lyrics` is the transcript for players that show one beside the sound.
    """

    title: str
    show: str
    author: str
    date: date
    number: int | None
    comment: str
    language: str
    cover_jpeg: bytes
    timeline: Timeline
    feed: str = ""
    guid: str = ""
    lyrics: str = ""


def id3_tag(tags: Tags) -> bytes:
    """What stands before the stream; the same tags give the same bytes."""
    # mutagen sorts the frames that it writes, the chapters by size, and some players list them as they come:
    # each frame is therefore written as a tag of its own, and only its body is taken.
    body = b"".join(_written(frame) for frame in _frames(tags))
    return _header(len(body)) + body


def _written(frame: Any) -> bytes:
    alone = id3.ID3()
    alone.add(frame)
    file = io.BytesIO()
    alone.save(file, v1=0, v2_version=3, padding=lambda _: 0)
    return file.getvalue()[_HEADER_BYTES:]


_HEADER_BYTES = 10


def _header(size: int) -> bytes:
    """ID3v2.3's header, its size in four bytes of seven bits."""
    return b"ID3\x03\x00\x00" + bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))


def _frames(tags: Tags) -> Iterator[Any]:
    language = iso_639_2(tags.language)
    yield id3.TIT2(**_text(tags.title))
    yield id3.TALB(**_text(tags.show))
    yield id3.TPE1(**_text(tags.author))
    yield id3.TYER(**_text(f"{tags.date:%Y}"))
    yield id3.TDAT(**_text(f"{tags.date:%d%m}"))
    if tags.number is not None:
        yield id3.TRCK(**_text(str(tags.number)))
    yield id3.TCON(**_text("Podcast"))
    if language:
        yield id3.TLAN(**_text(language))
    yield id3.COMM(lang=language or "XXX", desc="", **_text(tags.comment))
    yield from _podcast(tags)
    if tags.lyrics:
        yield id3.USLT(lang=language or "XXX", desc="", **_text(tags.lyrics))
    yield from _chapters(tags.timeline)
    yield id3.APIC(
        encoding=id3.Encoding.LATIN1,
        mime="image/jpeg",
        type=id3.PictureType.COVER_FRONT,
        desc="",
        data=tags.cover_jpeg,
    )


class WFED(id3.TextFrame):  # type: ignore[misc]
    """The feed's address: a frame of Apple's that has an encoding as text has, which its name conceals."""


def _podcast(tags: Tags) -> Iterator[Any]:
    """Apple's frames, by which players put the file among the podcasts and know which episode it is."""
    yield id3.PCST(value=0)  # its presence tells; iTunes writes four zeros
    yield id3.TDES(**_text(tags.comment))
    if tags.guid:
        yield id3.TGID(**_text(tags.guid))
    if tags.feed:
        yield WFED(**_text(tags.feed))


_MOST_ENTRIES = 255
_KEPT = "%/:?#[]@!$&'()*+,;=~"
"""In an address, which is ASCII in ID3."""


def _chapters(timeline: Timeline) -> Iterator[Any]:
    names = [f"chp{index}" for index in range(len(timeline))]
    yield from _contents(names)
    for name, chapter in zip(names, timeline, strict=True):
        frames = [id3.TIT2(**_text(chapter.title))]
        if chapter.url:
            frames.append(
                id3.WXXX(encoding=id3.Encoding.LATIN1, desc="chapter url", url=quote(chapter.url, safe=_KEPT))
            )
        yield id3.CHAP(
            element_id=name, start_time=chapter.start_ms, end_time=chapter.end_ms, sub_frames=frames
        )


def _contents(names: Sequence[str]) -> Iterator[Any]:
    """The table of contents. A table counts its entries in one byte: a longer one lists tables of them."""
    ordered, top_level = id3.CTOCFlags.ORDERED, id3.CTOCFlags.TOP_LEVEL
    starts = range(0, len(names), _MOST_ENTRIES)
    tables = {f"toc{start}": names[start : start + _MOST_ENTRIES] for start in starts}
    entries = [*tables] if len(tables) > 1 else [*names]
    yield id3.CTOC(element_id="toc", flags=top_level | ordered, child_element_ids=entries, sub_frames=[])
    if len(tables) > 1:
        for name, listed in tables.items():
            yield id3.CTOC(element_id=name, flags=ordered, child_element_ids=[*listed], sub_frames=[])


def _text(text: str) -> dict[str, object]:
    """Latin-1 where that is enough, since it halves the size and the oldest devices know it."""
    encoding = id3.Encoding.LATIN1 if text.isascii() else id3.Encoding.UTF16
    return {"encoding": encoding, "text": text}
