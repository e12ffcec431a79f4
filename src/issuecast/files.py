"""Files appear whole or not at all, and only where they differ from what is there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import get_ident
from typing import Protocol


class Part(Protocol):
    """A piece of content that is somewhere else until it is needed."""

    @property
    def size(self) -> int: ...

    def read(self) -> bytes: ...


def write(file: Path, *parts: bytes | Part) -> bool:
    """Make `file` hold these contents, one after the other; whether that took writing.

    Raises:
        OSError: the disk is full, the folder is not writable, and so on; the old file is there unharmed.
    """
    if holds(file, *parts):
        return False
    with complete(file, *parts) as hidden:
        hidden.replace(file)
    return True


@contextmanager
def complete(file: Path, *parts: bytes | Part) -> Iterator[Path]:
    """The contents, complete on the disk, in a hidden file beside `file` that is gone afterwards.

    So it can take the name of `file` in one step: a server never serves half a file.

    Raises:
        OSError: as for `write`.
    """
    hidden = file.with_name(f".{file.name[:100]}.{os.getpid()}-{get_ident()}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with hidden.open("wb") as stream:
            for part in parts:
                stream.write(_content(part))
            stream.flush()
            os.fsync(stream.fileno())
        yield hidden
    finally:
        with suppress(OSError):
            hidden.unlink(missing_ok=True)


def holds(file: Path, *parts: bytes | Part) -> bool:
    """Whether the file is there with just these contents.

    Raises:
        OSError: it cannot be read.
    """
    sizes = [len(part) if isinstance(part, bytes) else part.size for part in parts]
    try:
        if file.stat().st_size != sum(sizes):
            return False
        with file.open("rb") as stream:
            return all(stream.read(size) == _content(part) for part, size in zip(parts, sizes, strict=True))
    except FileNotFoundError:
        return False


def _content(part: bytes | Part) -> bytes:
    return part if isinstance(part, bytes) else part.read()
