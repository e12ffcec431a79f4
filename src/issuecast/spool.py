"""Laying sound by on the disk while an episode is made, so that memory does not grow with the episode."""

from __future__ import annotations

import os
import tempfile
import weakref
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from issuecast import private


class Spool:
    """A file without a name, which is gone with the last that is laid by in it, or with the process.

    Args:
        show_folder: whose private folder it is in, if that can be written; without it, it is where the system
            keeps what is temporary.
    """

    def __init__(self, show_folder: Path | None = None) -> None:
        self._lock, self._end = Lock(), 0
        self._file, self.folder = _unnamed(show_folder)
        weakref.finalize(self, os.close, self._file)

    def put(self, content: bytes) -> Stored:
        """Lay a content by; from several threads at once, if need be.

        Raises:
            OSError: the disk is full.
        """
        with self._lock:
            start, self._end = self._end, self._end + len(content)
        left, at = memoryview(content), start
        while left:
            done = os.pwrite(self._file, left, at)
            left, at = left[done:], at + done
        return Stored(self, start, len(content))

    def read(self, start: int, size: int) -> bytes:
        """What is laid by at a place."""
        return os.pread(self._file, size, start)


@dataclass(frozen=True, slots=True)
class Stored:
    """Bytes that are laid by; so many."""

    spool: Spool
    start: int
    size: int

    def read(self) -> bytes:
        """The bytes."""
        return self.spool.read(self.start, self.size)


def contents(parts: Iterable[Stored]) -> Iterator[bytes]:
    """Their bytes, one after the other."""
    return (part.read() for part in parts)


def _unnamed(show_folder: Path | None) -> tuple[int, Path]:
    folder = None
    if show_folder is not None:
        with suppress(OSError):
            folder = private.place(show_folder, "cache")
            private.make(folder, show_folder)
    try:
        file, name = tempfile.mkstemp(prefix=".spool-", dir=folder)
    except OSError:  # the show cannot be written: that is told where it matters
        file, name = tempfile.mkstemp(prefix="issuecast-")
    Path(name).unlink()
    return file, Path(name).parent
