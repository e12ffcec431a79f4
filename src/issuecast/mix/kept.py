"""Chapters that are mixed are kept, so that an edit costs its own chapter only.

A chapter is known by the digest of its spec, of the code that mixes and of the ffmpeg that it runs: where one
of them changed, no old chapter is used again.

    length of the head (4 bytes, lowest first) · head (JSON) · FLAC, if any · frames · the one to follow
"""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Iterator
from dataclasses import astuple
from functools import cache
from pathlib import Path

from issuecast.cache import Cache
from issuecast.ffmpeg import identity
from issuecast.mix.chapter import ChapterSpec, MixedChapter
from issuecast.mix.encode import Frames
from issuecast.mix.meter import Reading
from issuecast.mix.music import PIECES
from issuecast.mix.sound import FRAME_BYTES
from issuecast.models import TimedLine, TimedWord, VoicedCue, VoicedLine

LIMIT_BYTES = 1_000_000_000
"""Seventeen hours of sound; some four, if what alternates are encoded from is kept, too."""

_LENGTH = struct.Struct("<I")


class ChapterStore(Cache):
    """The chapters of a show, as they were mixed."""

    def __init__(self, show_folder: Path, *, limit_bytes: int = LIMIT_BYTES) -> None:
        super().__init__(show_folder, "chapters", limit_bytes)

    def find(self, key: str) -> MixedChapter | None:
        """The chapter of that digest, if it is there and sound."""
        content = self.read(key)
        return None if content is None else _chapter(content)

    def keep(self, key: str, chapter: MixedChapter) -> None:
        """Keep a chapter, if it can be."""
        self.write(key, _content(chapter))


def digest(spec: ChapterSpec) -> str:
    """What a spec, the code and the encoder make is known by. A chapter's title is not heard."""
    whole = hashlib.sha256(_recipe())
    for part in _parts(spec):
        whole.update(_LENGTH.pack(len(part)) + part)
    return whole.hexdigest()


def _parts(spec: ChapterSpec) -> Iterator[bytes]:
    levels = (
        spec.target_lufs,
        spec.peak_dbtp,
        astuple(spec.part),
        spec.music.voice_enters_ms,
        spec.keeps_flac,
    )
    yield repr((levels, [(role, astuple(treatment)) for role, treatment in spec.treatments])).encode()
    for name in PIECES:
        piece = spec.music.piece(name)
        yield name.encode()
        if piece:
            yield hashlib.sha256(piece.pcm).digest() + repr(piece.gain_db).encode()
    for cue in spec.cues:
        yield from _of_cue(cue)


def _of_cue(cue: VoicedCue) -> Iterator[bytes]:
    if not isinstance(cue, VoicedLine):
        yield repr(cue).encode()
        return
    words = [astuple(word) for word in cue.take.words]
    yield repr((cue.line, [astuple(pair) for pair in cue.spoken], cue.take.rate_hz, words)).encode()
    yield hashlib.sha256(cue.take.pcm).digest()


@cache
def _recipe() -> bytes:
    code = b"".join(file.read_bytes() for file in sorted(Path(__file__).parent.glob("*.py")))
    return hashlib.sha256(code + identity().encode()).digest()


def _content(chapter: MixedChapter) -> bytes:
    lines = [
        (line.role, line.text, line.start_ms, line.end_ms, [astuple(word) for word in line.words])
        for line in chapter.lines
    ]
    told = {"lines": lines, "reading": astuple(chapter.reading), "flac": len(chapter.flac)}
    head = json.dumps(told).encode()
    return b"".join((_LENGTH.pack(len(head)), head, chapter.flac, chapter.frames.mp3, chapter.frames.flush))


def _chapter(content: memoryview) -> MixedChapter:
    (length,) = _LENGTH.unpack_from(content)
    start = _LENGTH.size + length
    head = json.loads(bytes(content[_LENGTH.size : start]))
    lines = tuple(
        TimedLine(role, text, start_ms, end_ms, tuple(TimedWord(*word) for word in words))
        for role, text, start_ms, end_ms, words in head["lines"]
    )
    loudness_lufs, peak_dbtp, momentary_lufs, peaks_dbtp = head["reading"]
    reading = Reading(loudness_lufs, peak_dbtp, tuple(momentary_lufs), tuple(peaks_dbtp))
    end = start + head["flac"]
    frames = Frames(bytes(content[end:-FRAME_BYTES]), bytes(content[-FRAME_BYTES:]))
    return MixedChapter(frames, lines, reading, bytes(content[start:end]))
