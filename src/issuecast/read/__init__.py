"""READ: a newsletter issue, as a file, becomes an `Issue`.

A reader tells whether a file is its kind and reads it; the first that says so does. Whatever its kind, an
issue is text of at most 2 MB that says something.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from issuecast.errors import IssueError
from issuecast.models import Aside, Block, BulletList, Issue, NumberedList, Paragraph, Quote, Section
from issuecast.read.markdown import MarkdownReader
from issuecast.read.text import TextReader

_MOST_BYTES = 2_000_000


class Reader(Protocol):
    def detects(self, path: Path) -> bool:
        """Whether the file is of this reader's kind."""

    def read(self, text: str, path: Path) -> Issue:
        """The issue in `text`, which was read from `path`.

        Raises:
            IssueError: the text is not well formed.
        """


_READERS: tuple[Reader, ...] = (MarkdownReader(), TextReader())


def read(path: Path) -> Issue:
    """The issue in a file.

    Raises:
        IssueError: the file cannot be read, is of no known kind, is not well formed, or says nothing.
    """
    text = _text(_content(path), path)
    reader = next((one for one in _READERS if one.detects(path)), None)
    if reader is None:
        raise IssueError(f"{path} is of no kind that is read", "save the issue as .txt or .md")
    issue = reader.read(text, path)
    if not any(any(c.isalnum() for c in words) for words in _words(issue.sections)):
        raise IssueError(f"{path} has no text that can be spoken", "write a sentence into it")
    return issue


def _content(path: Path) -> bytes:
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise IssueError(f"There is no file {path}", "name a newsletter issue, .txt or .md") from error
    except IsADirectoryError as error:
        raise IssueError(f"{path} is a folder", "name a newsletter issue in it") from error
    except OSError as error:
        raise IssueError(f"{path} cannot be read ({error.strerror})", "make it readable") from error
    if len(content) > _MOST_BYTES:
        size_mb = len(content) / 1_000_000
        raise IssueError(f"{path} is {size_mb:.1f} MB long, more than 2 MB", "name a newsletter issue")
    if not content.strip():
        raise IssueError(f"{path} is empty", "write the issue into it, or name another file")
    return content


def _text(content: bytes, path: Path) -> str:
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise IssueError(f"{path} is not UTF-8 text (at byte {error.start})", "save it as UTF-8") from error
    if "\0" in text:
        raise IssueError(f"{path} is not text (it holds a zero byte)", "save it as UTF-8 text")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _words(sections: tuple[Section, ...]) -> Iterator[str]:
    for section in sections:
        yield from _spoken(section.blocks)
        yield from _words(section.parts)


def _spoken(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph | Quote | Aside):
            yield block.text
        elif isinstance(block, BulletList | NumberedList):
            for item in block.items:
                yield from _spoken(item.blocks)
