"""What may be made again is kept in `.issuecast/cache/`: takes, chapters.

A file is named by the digest of all that determines its content, and begins with a digest of that. It is
written beside its place and moved there, so a build that is killed and two builds at once do no harm; a file
that is damaged all the same (a full disk, a loss of power) is found out when it is read, and dropped.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path

from issuecast import private
from issuecast.claim import claimed

ABANDONED_S = 3600
"""A part file that is older is nobody's, for writing one takes milliseconds; nor is a claim: no take takes an
hour."""

_MAGIC = b"issuecast 1\n"
_DIGEST_BYTES = hashlib.sha256().digest_size
HEAD_BYTES = len(_MAGIC) + _DIGEST_BYTES
"""Of a file, before its content."""

_SUFFIX, _PART, _CLAIM = ".kept", ".part", ".claim"


@dataclass(frozen=True, slots=True)
class Kept:
    """A file of a cache: its size, and when it was last used, in seconds of the epoch."""

    file: Path
    bytes: int
    used_s: float


class Cache:
    """One kind of what a show keeps.

    Args:
        show_folder: where the show is; nothing is made there before something is kept.
        kind: the name of the folder.
        limit_bytes: how large it may be after `shrink`.
    """

    def __init__(self, show_folder: Path, kind: str, limit_bytes: int) -> None:
        self._show_folder = show_folder
        self.folder = private.place(show_folder, "cache", kind)
        self.limit_bytes = limit_bytes
        self._grew = False
        self.problem = ""
        """Why something could not be kept, in a phrase; "" while all could."""

    def read(self, key: str) -> memoryview | None:
        """The content under a digest, if it is there and sound."""
        file = self._place(key)
        try:
            content = memoryview(file.read_bytes())
        except OSError:
            return None
        body = content[HEAD_BYTES:]
        sound = content[:HEAD_BYTES] == _MAGIC + hashlib.sha256(body).digest()
        with suppress(OSError):  # another build may have dropped it
            if sound:
                os.utime(file)
            else:
                file.unlink()
        return body if sound else None

    def holds(self, key: str) -> bool:
        """Whether there is a file for it; `read` tells whether it is sound."""
        return self._place(key).exists()

    def write(self, key: str, content: bytes) -> None:
        """Keep a content; where that fails the build goes on, and `problem` says why."""
        file = self._place(key)
        try:
            self._make_room(file)
            _write(file, _MAGIC + hashlib.sha256(content).digest() + content)
            self._grew = True
        except OSError as error:
            self._cannot(error)

    def claimed(self, key: str, wait: Callable[[float], object]) -> AbstractContextManager[None]:
        """While one build makes a content, no other does: it waits as `issuecast.claim` tells."""
        file = self._place(key)
        try:
            self._make_room(file)
        except OSError as error:
            self._cannot(error)
            return nullcontext()
        return claimed(file.with_suffix(_CLAIM), wait)

    def kept(self) -> Iterator[Kept]:
        """Everything, in no order."""
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
            part = kept.file.suffix in {_PART, _CLAIM}
            if (part and kept.used_s < abandoned_s) or (not part and total > self.limit_bytes):
                with suppress(OSError):
                    kept.file.unlink()

    def prune(self, before_s: float) -> tuple[Kept, ...]:
        """Drop what was last used before that moment; which it was.

        Raises:
            OSError: one cannot be removed.
        """
        old = tuple(kept for kept in self.kept() if kept.used_s < before_s)
        for kept in old:
            kept.file.unlink(missing_ok=True)
        return old

    def _make_room(self, file: Path) -> None:
        if not file.parent.is_dir():
            private.make(file.parent, self._show_folder)

    def _cannot(self, error: OSError) -> None:
        self.problem = f"{self.folder} cannot be written ({error.strerror or error})"

    def _place(self, key: str) -> Path:
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
