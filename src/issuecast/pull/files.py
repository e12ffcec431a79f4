"""Pulled issues and their record on the disk: whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from issuecast import files
from issuecast.errors import IssueError


def save_anew(folder: Path, name: str, content: bytes) -> Path:
    """Save an issue as `<name>.html`, or as `<name>-2.html` and so on if others have that name.

    A file that holds the same already is the issue, and no second one is made of it.

    Raises:
        IssueError: the disk is full, the folder is not writable, and so on.
    """
    with _told(folder), files.complete(folder / name, content) as hidden:
        return next(
            file for file in _names(folder, name) if _placed(hidden, file) or files.holds(file, content)
        )


def write(file: Path, content: bytes) -> None:
    """Make `file` hold `content`.

    Raises:
        IssueError: the disk is full, the folder is not writable, and so on.
    """
    with _told(file.parent):
        files.write(file, content)


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """What is wrong with a folder, in a sentence."""
    try:
        yield
    except OSError as error:
        raise IssueError(
            f"{folder} cannot be written to ({error.strerror or error})",
            "make room and the folder writable, then pull again",
        ) from error


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
