"""The seam behind which issues are read: what a reader is, and how it is found.

A reader is a class that is made without arguments and named in the entry point group `issuecast.readers`;
the readers that come with issuecast are registered there like anybody else's.
"""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points
from typing import Protocol

from issuecast.errors import IssueError
from issuecast.models import Issue
from issuecast.read.source import Source

GROUP = "issuecast.readers"
_OWN = "issuecast."


class Reader(Protocol):
    """Reads one kind of issue."""

    def detects(self, source: Source) -> bool:
        """Whether this reader understands the source: by its name, or by how it begins."""

    def read(self, source: Source) -> Issue:
        """The issue in the source.

        Raises:
            IssueError: the source is not well formed; says where.
        """


def reader_for(source: Source) -> Reader:
    """The first reader that understands the source; those of other packages are asked before ours.

    Raises:
        IssueError: none does.
    """
    points = sorted(entry_points(group=GROUP), key=lambda point: (point.value.startswith(_OWN), point.name))
    for point in points:
        reader = _loaded(point)
        if reader.detects(source):
            return reader
    kind = source.path.suffix.lower() or "no suffix"
    raise IssueError(
        f"{source.path} is of a kind that is not read ({kind})", "save it as .md, .txt, .html, .eml or .xml"
    )


def _loaded(point: EntryPoint) -> Reader:
    try:
        reader: Reader = point.load()()
    except (ImportError, AttributeError) as error:
        raise IssueError(
            f"The reader {point.name} cannot be loaded ({error})", "install its package again, or remove it"
        ) from error
    return reader
