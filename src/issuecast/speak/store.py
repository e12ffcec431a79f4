"""Takes that were paid for are kept: `.issuecast/cache/takes/` of the show.

A take's file is named by the digest of all that determines it, and holds a digest of what it holds. It is
written beside its place and moved there, so a build that is killed and two builds at once do no harm; a file
that is damaged all the same (a full disk, a loss of power) is found out when it is read, and dropped.

    magic · SHA-256 of the rest · length of the head (4 bytes, lowest first) · head (JSON) · PCM
"""

from __future__ import annotations

import hashlib
import json
import os
import struct
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import astuple, dataclass
from pathlib import Path

from issuecast import private
from issuecast.models import Take, Word
from issuecast.speak.engines import Engine, Settings
from issuecast.speak.request import Request

LIMIT_BYTES = 2_000_000_000
"""Eleven hours of sound at 24 kHz: a daily five minutes for four months, without its reruns."""

ABANDONED_S = 3600
"""A part file that is older is nobody's: writing one takes milliseconds."""

_MAGIC = b"issuecast take 1\n"
_DIGEST_BYTES = hashlib.sha256().digest_size
_LENGTH = struct.Struct("<I")
_SUFFIX, _PART = ".take", ".part"


@dataclass(frozen=True, slots=True)
class Kept:
    """A file of the store: its size, and when its take was last used, in seconds of the epoch."""

    file: Path
    bytes: int
    used_s: float


class TakeStore:
    """The takes of a show.

    A take is kept as the engine gave it, untrimmed, so that a better studio needs no new recordings.

    Args:
        show_folder: where the show is; nothing is made there before a take is kept.
        settings: the engines' tables of show.toml, which are part of what determines a take.
        limit_bytes: how large the store may be after `shrink`.
    """

    def __init__(
        self,
        show_folder: Path,
        settings: Mapping[str, Settings] | None = None,
        *,
        limit_bytes: int = LIMIT_BYTES,
    ) -> None:
        self._show_folder = show_folder
        self.folder = private.place(show_folder, "cache", "takes")
        self._settings = settings or {}
        self._limit_bytes = limit_bytes
        self._grew = False
        self.problem = ""
        """Why takes could not be kept, in a phrase; "" while they could."""

    def find(self, request: Request, engine: Engine) -> Take | None:
        """The take of an earlier build, if it is there and sound."""
        file = self._place(request, engine)
        try:
            content = file.read_bytes()
        except OSError:
            return None
        take = _take(content)
        with suppress(OSError):  # another build may have dropped it
            if take is None:
                file.unlink()
            else:
                os.utime(file)
        return take

    def has(self, request: Request, engine: Engine) -> bool:
        """Whether there is a file for it; `find` tells whether it is sound."""
        return self._place(request, engine).exists()

    def keep(self, request: Request, engine: Engine, take: Take) -> None:
        """Keep a take; where that fails the build goes on, and `problem` says why."""
        file = self._place(request, engine)
        try:
            if not file.parent.is_dir():
                private.make(file.parent, self._show_folder)
            _write(file, _content(take))
            self._grew = True
        except OSError as error:
            self.problem = f"{self.folder} cannot be written ({error.strerror or error})"

    def kept(self) -> Iterator[Kept]:
        """Every take, in no order."""
        return (kept for kept in self._files() if kept.file.suffix == _SUFFIX)

    def shrink(self) -> None:
        """If it grew, drop what was used longest ago until it is as small as it should be, and old parts."""
        if not self._grew:
            return
        abandoned_s = time.time() - ABANDONED_S
        files = sorted(self._files(), key=lambda kept: kept.used_s, reverse=True)
        total = 0
        for kept in files:
            total += kept.bytes
            part = kept.file.suffix == _PART
            if (part and kept.used_s < abandoned_s) or (not part and total > self._limit_bytes):
                _remove(kept)

    def prune(self, before_s: float) -> tuple[Kept, ...]:
        """Drop the takes that were last used before that moment; which they were.

        Raises:
            OSError: one cannot be removed.
        """
        old = tuple(kept for kept in self.kept() if kept.used_s < before_s)
        for kept in old:
            kept.file.unlink(missing_ok=True)
        return old

    def _place(self, request: Request, engine: Engine) -> Path:
        determines = (
            engine.name,
            engine.version,
            getattr(engine, "voice_version", lambda _: "")(request.voice.name),
            sorted(self._settings.get(engine.name, {}).items()),
            request.voice.name,
            astuple(request.delivery),
            request.text,
        )
        key = hashlib.sha256(json.dumps(determines).encode()).hexdigest()
        return self.folder / key[:2] / (key[2:] + _SUFFIX)

    def _files(self) -> Iterator[Kept]:
        for place in self.folder.glob("*/*"):
            with suppress(FileNotFoundError):
                status = place.stat()
                yield Kept(place, status.st_size, status.st_mtime)


def _write(file: Path, content: bytes) -> None:
    """Whole or not at all. It is not forced to the disk: what a loss of power tears, its digest tells."""
    descriptor, part = tempfile.mkstemp(prefix=".", suffix=_PART, dir=file.parent)
    try:
        with open(descriptor, "wb") as stream:  # noqa: PTH123  a descriptor
            stream.write(content)
        Path(part).replace(file)
    except BaseException:
        with suppress(OSError):
            Path(part).unlink()
        raise


def _remove(kept: Kept) -> None:
    with suppress(OSError):
        kept.file.unlink()


def _content(take: Take) -> bytes:
    words = [astuple(word) for word in take.words]
    head = json.dumps({"rate_hz": take.rate_hz, "words": words, "estimated": take.estimated}).encode()
    body = _LENGTH.pack(len(head)) + head + take.pcm
    return _MAGIC + hashlib.sha256(body).digest() + body


def _take(content: bytes) -> Take | None:
    """The take of a file's bytes; None if they are not what was written."""
    body = memoryview(content)[len(_MAGIC) + _DIGEST_BYTES :]
    if content[: len(_MAGIC) + _DIGEST_BYTES] != _MAGIC + hashlib.sha256(body).digest():
        return None
    (length,) = _LENGTH.unpack_from(body)
    start = _LENGTH.size + length
    head = json.loads(bytes(body[_LENGTH.size : start]))
    words = tuple(Word(*word) for word in head["words"])
    return Take(bytes(body[start:]), head["rate_hz"], words, head["estimated"])
