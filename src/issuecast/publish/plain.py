"""Text of the issue made fit to stand in a feed, a transcript or a page."""

from __future__ import annotations

import re

ONE_VALUE = 255
"""Characters: what Apple Podcasts takes in a value that has no limit of its own."""

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)
"""What XML 1.0 or HTML refuses, and the embedding controls that turn the text after a title around."""

_PUBLIC_SCHEME = re.compile(r"(https?://[^\s/]|mailto:[^\s@]+@)", re.IGNORECASE)


def printable(text: str) -> str:
    """The text without the characters that XML and HTML cannot carry."""
    return _UNPRINTABLE.sub("", text)


def one_line(text: str, limit: int = ONE_VALUE) -> str:
    """Printable text on one line, of at most `limit` characters."""
    line = " ".join(printable(" ".join(text.split())).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def opening(text: str, limit: int) -> str:
    """The text on one line, or as many of its first sentences, failing that words, as `limit` bytes hold."""
    line = one_line(text, limit=len(text) + 1)
    if len(line.encode()) <= limit:
        return line
    head = line.encode()[: limit - len("…".encode())].decode(errors="ignore")
    ends = [end.end() for end in re.finditer(r"[.!?…][\"'”’)]*(?=\s)", head)]
    return head[: ends[-1]] if ends else (head.rpartition(" ")[0] or head) + "…"


def is_public(url: str) -> bool:
    """Whether a public page may lead there."""
    return _PUBLIC_SCHEME.match(url) is not None and url.isprintable()
