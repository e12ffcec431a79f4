"""Pulled issues and their record on the disk: whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from threading import get_ident

from issuecast.errors import IssueError


def save_anew(folder: Path, name: str, content: bytes) -> Path:
    """Save an issue as `<name>.html`, or as `<name>-2.html` and so on if others have that name.

    A file that holds the same already is the issue, and no second one is made of it.

    Raises:
        IssueError: the disk is full, the folder is not writable, and so on.
    """
    with _complete(folder / name, content) as hidden:
        return next(file for file in _names(folder, name) if _placed(hidden, file) or _holds(file, content))


def write(file: Path, content: bytes) -> None:
    """Make `file` hold `content`.

    Raises:
        IssueError: the disk is full, the folder is not writable, and so on.
    """
    with _complete(file, content) as hidden:
        hidden.replace(file)


@contextmanager
def _complete(file: Path, content: bytes) -> Iterator[Path]:
    """The content, complete on the disk, in a hidden file beside `file` that is gone afterwards."""
    hidden = file.with_name(f".{file.name[:100]}.{os.getpid()}-{get_ident()}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with hidden.open("wb") as part:
            part.write(content)
            part.flush()
            os.fsync(part.fileno())
        yield hidden
    except OSError as error:
        raise IssueError(
            f"{file.parent} cannot be written to ({error.strerror or error})",
            "make room and the folder writable, then pull again",
        ) from error
    finally:
        with suppress(OSError):
            hidden.unlink(missing_ok=True)


def _names(folder: Path, name: str) -> Iterator[Path]:
    yield folder / f"{name}.html"
    yield from (folder / f"{name}-{number}.html" for number in count(2))


def _placed(hidden: Path, file: Path) -> bool:
    """Give a complete file its name, unless another has it, whoever else is pulling."""
    try:
        os.link(hidden, file)
    except FileExistsError:
        return False
    except OSError:  # no links on this kind of disk
        if file.exists():
            return False
        hidden.replace(file)
    return True


def _holds(file: Path, content: bytes) -> bool:
    return file.is_file() and file.stat().st_size == len(content) and file.read_bytes() == content
