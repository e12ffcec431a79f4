"""Files appear whole or not at all, and only where they differ from what is there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import get_ident


def write(file: Path, content: bytes) -> bool:
    """Make `file` hold `content`; whether that took writing.

    Raises:
        OSError: the disk is full, the folder is not writable, and so on; the old file is there unharmed.
    """
    if holds(file, content):
        return False
    with complete(file, content) as hidden:
        hidden.replace(file)
    return True


@contextmanager
def complete(file: Path, content: bytes) -> Iterator[Path]:
    """The content, complete on the disk, in a hidden file beside `file` that is gone afterwards.

    So it can take the name of `file` in one step: a server never serves half a file.

    Raises:
        OSError: as for `write`.
    """
    hidden = file.with_name(f".{file.name[:100]}.{os.getpid()}-{get_ident()}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with hidden.open("wb") as part:
            part.write(content)
            part.flush()
            os.fsync(part.fileno())
        yield hidden
    finally:
        with suppress(OSError):
            hidden.unlink(missing_ok=True)


def holds(file: Path, content: bytes) -> bool:
    """Whether the file is there with just that content.

    Raises:
        OSError: it cannot be read.
    """
    try:
        return file.stat().st_size == len(content) and file.read_bytes() == content
    except FileNotFoundError:
        return False
