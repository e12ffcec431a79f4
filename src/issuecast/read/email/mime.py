"""The bytes of a mail → the tree of its parts (RFC 2045, 2046).

The standard library reads heads and takes encodings off. Parts are told apart here: the library's parser
compares each line with the boundaries of all levels above it, and runs out of stack at some hundred levels.
"""

from __future__ import annotations

import binascii
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from issuecast.errors import IssueError
from issuecast.read.email.headers import Headers

_DEEPEST = 30
_MOST_PARTS = 1000
_LONGEST_HEAD = 1024 * 1024
_HEAD = re.compile(rb"(?:[!-9;-~]++[ \t]*+:.*+(?:\n[ \t].*+)*+(?:\n|\Z))*+")
_POSTMARK = re.compile(rb"^From \S{1,200}[^\n]{0,80}? \d\d:\d\d[^\n]{0,40}\n", re.MULTILINE)
_LIKE_A_BOUNDARY = re.compile(rb"^--(\S.{0,200}?)[ \t]*$", re.MULTILINE)
_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_NO_BASE64 = bytes(set(range(256)) - set(_ALPHABET))


@dataclass(frozen=True, slots=True)
class Part:
    """A mail, or a part of one; `body` is as it was sent, and empty if there are `parts`."""

    headers: Headers
    body: bytes
    parts: tuple[Part, ...] = ()

    @property
    def content(self) -> bytes:
        """The body without its transfer encoding; what is broken in that is passed over."""
        match self.headers.transfer_encoding:
            case "quoted-printable":
                return quopri.decodestring(self.body)
            case "base64" if not _is_plain(self.body):
                digits = self.body.translate(None, _NO_BASE64)
                whole = digits[: len(digits) - (len(digits) % 4 == 1)]
                return binascii.a2b_base64(whole + b"=" * (-len(whole) % 4))
        return self.body


def mails(content: bytes) -> list[bytes]:
    """The mails of a file: one, or several if it is a mailbox. Lines end in a line feed."""
    text = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").removeprefix(b"\xef\xbb\xbf").lstrip()
    if not _POSTMARK.match(text):
        return [text.partition(b"\n")[2] if text.startswith(b"From ") else text]
    return [mail.lstrip(b"\n") for mail in _POSTMARK.split(text)[1:]]


def parsed(mail: bytes, path: Path) -> Part:
    """The parts of a mail.

    Raises:
        IssueError: there are more of them, or more levels, than in any newsletter.
    """
    return _Parser(mail, path, count(1)).part(0, len(mail))


@dataclass(frozen=True, slots=True)
class _Parser:
    """Finds parts by where they start and end, so that a level costs no copy of what is in it."""

    mail: bytes
    path: Path
    number: count[int]

    def part(self, start: int, end: int, level: int = 0) -> Part:
        if next(self.number) > _MOST_PARTS:
            raise self._refusal(f"more than {_MOST_PARTS:,} parts")
        if level > _DEEPEST:
            raise self._refusal(f"parts in parts, more than {_DEEPEST} levels")
        head = _HEAD.match(self.mail, start, min(end, start + _LONGEST_HEAD))
        assert head is not None  # noqa: S101  it matches nothing, too
        if head.end() == start + _LONGEST_HEAD:
            raise self._refusal("a head of more than 1 MB")
        headers = Headers(head[0])
        start = head.end() + self.mail.startswith(b"\n", head.end(), end)
        return Part(headers, *self._inside(headers, start, end, level + 1))

    def _inside(self, headers: Headers, start: int, end: int, level: int) -> tuple[bytes, tuple[Part, ...]]:
        """The body of a part that has none below it, or b"" and these."""
        kind = headers.content_type
        if kind.startswith("multipart/"):
            places = self._split(start, end, headers.parameter("boundary"))
            if parts := tuple(self.part(first, last, level) for first, last in places):
                return b"", parts
        if kind == "message/rfc822":
            if headers.transfer_encoding in {"base64", "quoted-printable"}:
                inner = mails(Part(headers, self.mail[start:end]).content)[0]
                return b"", (_Parser(inner, self.path, self.number).part(0, len(inner), level),)
            return b"", (self.part(start, end, level),)
        return self.mail[start:end], ()

    def _split(self, start: int, end: int, boundary: str) -> Iterator[tuple[int, int]]:
        """Where the parts between boundaries are: the declared one, or what looks like one if that is absent.

        Without a last boundary the end of the body ends the last part.
        """
        mark = boundary.encode("utf-8", "replace")
        if not mark or self.mail.find(b"--" + mark, start, end) < 0:
            like = _LIKE_A_BOUNDARY.search(self.mail, start, end)
            if not like:
                return
            mark = like[1]
        line = re.compile(rb"\n--" + re.escape(mark) + rb"(--)?[ \t]*(?=\n|\Z)")
        begun = -1
        for found in line.finditer(self.mail, max(start - 1, 0), end):
            if begun >= 0:
                yield min(begun, found.start()), found.start()
            if found[1]:
                return
            begun = found.end() + 1
        if 0 <= begun < end:
            yield begun, end

    def _refusal(self, what: str) -> IssueError:
        return IssueError(f"{self.path} has {what}", "save the newsletter itself, as .html or .txt")


def _is_plain(body: bytes) -> bool:
    """Whether a body that is said to be base64 is text after all: most of its lines have words."""
    lines = [line for line in body[:10_000].split(b"\n") if line.strip()]
    return sum(b" " in line.strip() for line in lines) * 2 > len(lines)
