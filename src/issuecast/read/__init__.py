"""READ: a newsletter issue, as a file, becomes an `Issue`.

A reader tells whether a file is its kind and reads it; the first that says so does. Whatever its kind, an
issue is text of at most 2 MB that says something.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from issuecast.errors import IssueError
from issuecast.models import Aside, Block, BulletList, Issue, NumberedList, Paragraph, Quote, Section
from issuecast.read.file import decode, load
from issuecast.read.markdown import MarkdownReader
from issuecast.read.reader import Reader
from issuecast.read.text import TextReader

__all__ = ["Reader", "read"]

_READERS: tuple[Reader, ...] = (TextReader(), MarkdownReader())


def read(path: Path) -> Issue:
    """The issue in a file.

    Raises:
        IssueError: the file cannot be read, is of no known kind, is not well formed, or says nothing.
    """
    content = load(path)
    suffix = path.suffix.lower()
    candidates = [reader for reader in _READERS if suffix in reader.suffixes]
    if not candidates:
        kind = suffix or "no suffix"
        raise IssueError(f"{path} is of a kind that is not read so far ({kind})", "save it as .txt or .md")
    text = decode(content, path)
    reader = next((one for one in candidates if one.detects(path, text)), candidates[-1])
    issue = reader.read(text, path)
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
        if isinstance(block, Paragraph | Quote | Aside):
            yield block.text
        elif isinstance(block, BulletList | NumberedList):
            for item in block.items:
                yield from _spoken(item.blocks)
