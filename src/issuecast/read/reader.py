"""What a reader of one kind of file is."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from issuecast.models import Issue


class Reader(Protocol):
    """Reads one kind of issue."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The ends of the file names that it may be asked about, in lower case: (".txt",)."""

    def detects(self, path: Path, text: str) -> bool:
        """Whether this reader understands the file best."""

    def read(self, text: str, path: Path) -> Issue:
        """The issue in `text`, whose lines end in a line feed; `path` is where it was found.

        Raises:
            IssueError: the text is not well formed; says in which line.
        """
