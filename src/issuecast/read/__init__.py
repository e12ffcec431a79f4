"""READ: a newsletter issue, as a file, becomes an `Issue`.

A reader tells whether a source is its kind and reads it; the first that says so does. Whatever its kind, an
issue says something.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from issuecast.errors import IssueError
from issuecast.models import (
    Aside,
    Block,
    BulletList,
    Footnote,
    Issue,
    NumberedList,
    Paragraph,
    Quote,
    Section,
    Sponsor,
    Table,
)
from issuecast.read.file import load
from issuecast.read.reader import Reader, reader_for
from issuecast.read.source import Source
from issuecast.show import Reading

__all__ = ["Reader", "Source", "read"]


def read(path: Path, reading: Reading | None = None) -> Issue:
    """The issue in a file; `reading` is what the show says of it.

    Raises:
        IssueError: the file cannot be read, is of no known kind, is not well formed, or says nothing.
    """
    reading = reading or Reading()
    source = Source(path, load(path, reading), reading)
    issue = reader_for(source).read(source)
    if not any(c.isalnum() for words in _words(issue.sections) for c in words):
        raise IssueError(f"{path} has no text that can be spoken", "write a sentence into it")
    return issue


def _words(sections: tuple[Section, ...]) -> Iterator[str]:
    for section in sections:
        yield section.title
        yield from _spoken(section.blocks)
        yield from _words(section.parts)


def _spoken(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph() | Quote() | Aside() | Footnote():
                yield block.text
            case BulletList(items) | NumberedList(items):
                for item in items:
                    yield from _spoken(item.blocks)
            case Table(rows=rows):
                yield from (cell for row in rows for cell in row)
            case Sponsor(blocks=inner):
                yield from _spoken(inner)
