"""What PUBLISH writes: whole or not at all, and only where it differs from what is there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

from issuecast import files
from issuecast.errors import PublishError

Stamp: TypeAlias = tuple[int, int]
"""What tells without reading it that a file is as it was: its size in bytes, its time of change in ns."""


def stamp(file: Path | str) -> Stamp | None:
    """The file's stamp; None if there is none, or no ordinary file."""
    try:
        found = os.stat(file)  # noqa: PTH116  a Path for each of ten thousand files costs more than asking
    except OSError:
        return None
    return (found.st_size, found.st_mtime_ns)


def write(file: Path, *parts: bytes | files.Part) -> bool:
    """Make `file` hold these contents, one after the other; whether that took writing.

    Raises:
        PublishError: the disk is full, the folder is not writable, and so on.
    """
    with _told(file):
        return files.write(file, *parts)


def put(file: Path, content: bytes) -> Stamp | None:
    """Make `file` hold `content`; the stamp of that content, even if somebody else
    changes the file just then.

    Raises:
        PublishError: as for `write`.
    """
    with _told(file):
        there = stamp(file)
        if files.holds(file, content):
            return there
        with files.complete(file, content) as hidden:
            made = stamp(hidden)
            hidden.replace(file)
        return made


def remove(file: Path) -> None:
    """Have no such file.

    Raises:
        PublishError: it cannot be removed.
    """
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        raise PublishError(
            f"{file} cannot be removed ({error.strerror})", "make its folder writable"
        ) from error


@contextmanager
def _told(file: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise PublishError(
            f"{file} cannot be written ({error.strerror or error})",
            "make room and the folder writable, then build again",
        ) from error
