"""What the show's cover is made from, and its name, told without drawing it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from issuecast.errors import PublishError
from issuecast.publish.plain import one_line
from issuecast.show import Show

SMALLEST, LARGEST = 1400, 3000
"""Pixels a side, as Apple Podcasts takes them."""

_DESIGN = 2
"""Counts up when the drawing changes, which gives every drawn cover a new name."""


def cover_name(show: Show) -> str:
    """The cover's file name in `episodes/`: another picture has another name.

    Raises:
        PublishError: the editor's picture cannot be read.
    """
    if show.cover:
        source = picture_in(show.folder / show.cover)
    else:
        source = "\n".join((str(_DESIGN), *wording(show), show.theme.accent)).encode()
    return f"cover-{hashlib.sha256(source).hexdigest()[:8]}.jpg"


def wording(show: Show) -> tuple[str, str]:
    """The title, and the author unless that says the same."""
    title, author = one_line(show.title), one_line(show.author)
    return title, "" if author.casefold() == title.casefold() else author


def picture_in(file: Path) -> bytes:
    """The editor's picture as it is on the disk.

    Raises:
        PublishError: it cannot be read.
    """
    try:
        return file.read_bytes()
    except OSError as error:
        raise PublishError(
            f"The cover {file} cannot be read ({error.strerror})",
            "correct cover in show.toml, or leave it out",
        ) from error
