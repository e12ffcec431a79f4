"""What an ID3v2 tag says of chapters and cover. Sources: ID3v2.3.0; ID3v2 Chapter Frame Addendum 1.0."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

_HEADER, _FRAME, _TIMES = 10, 10, 16
_SCRAMBLED = 0xC0
"""Flags of a tag that is unsynchronised or has an extended header, whose frames are not looked at."""
_NO_OFFSETS = b"\xff" * 8
_UTF_16 = {1, 2}


@dataclass(frozen=True, slots=True)
class Chapter:
    """A CHAP frame; `by_time` is whether it has no offsets in bytes, which players would go by."""

    name: bytes
    start_ms: int
    by_time: bool


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of version 2.`version`: its chapters as they stand, what its tables list, the cover's size."""

    version: int
    chapters: tuple[Chapter, ...] = ()
    listed: frozenset[bytes] = frozenset()
    cover_bytes: int = 0


def read(tag: bytes) -> Tag | None:
    """The tag that these bytes are, None if they are none; what is damaged in it is left out."""
    if len(tag) < _HEADER or not tag.startswith(b"ID3"):
        return None
    version = tag[3]
    if version not in {3, 4} or tag[5] & _SCRAMBLED:
        return Tag(version)
    frames = [*_frames(tag, version)]
    chapters = (_chapter(body) for name, body in frames if name == b"CHAP")
    tables = (_children(body) for name, body in frames if name == b"CTOC")
    covers = (_picture_bytes(body) for name, body in frames if name == b"APIC")
    return Tag(
        version,
        tuple(one for one in chapters if one),
        frozenset(child for table in tables for child in table),
        max(covers, default=0),
    )


def _frames(tag: bytes, version: int) -> Iterator[tuple[bytes, bytes]]:
    at = _HEADER
    while at + _FRAME <= len(tag) and tag[at]:
        bits = 8 if version == 3 else 7  # noqa: PLR2004  of each byte of a frame's size
        size = 0
        for byte in tag[at + 4 : at + 8]:
            size = size << bits | byte
        yield tag[at : at + 4], tag[at + _FRAME : at + _FRAME + size]
        at += _FRAME + size


def _chapter(body: bytes) -> Chapter | None:
    name, _, rest = body.partition(b"\0")
    if len(rest) < _TIMES:
        return None
    return Chapter(name, int.from_bytes(rest[:4], "big"), rest[8:_TIMES] == _NO_OFFSETS)


def _children(body: bytes) -> list[bytes]:
    _, _, rest = body.partition(b"\0")
    return rest[2:].split(b"\0")[: rest[1]] if len(rest) > 1 else []


def _picture_bytes(body: bytes) -> int:
    _, _, rest = body[1:].partition(b"\0")
    end = b"\0\0" if body[:1] and body[0] in _UTF_16 else b"\0"
    return len(rest[1:].partition(end)[2])
