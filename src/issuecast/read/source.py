"""A source: the bytes of an issue and where they were found, with what the show says of reading."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from issuecast.errors import IssueError
from issuecast.models import LeftOut
from issuecast.read.file import decode
from issuecast.read.merge_tags import without_merge_tags
from issuecast.read.paywall import without_paid
from issuecast.show import Reading

MB = 1024 * 1024
_MOST_LINES = 25_000
"""A long newsletter has some hundreds."""


@dataclass(frozen=True)
class Source:
    """What a reader gets.

    `path` tells the kind, and may tell title and date. `content` is as it was found. `place` says what lines
    are counted in, if not in the file itself: "the HTML part".
    """

    path: Path
    content: bytes
    reading: Reading = field(default_factory=Reading)
    place: str = ""

    @property
    def suffix(self) -> str:
        """The end of the file's name in lower case: ".md"."""
        return self.path.suffix.lower()

    @property
    def start(self) -> bytes:
        """How the content begins, in lower case and without white space or a byte order mark before it."""
        return self.content[:2000].removeprefix(b"\xef\xbb\xbf").lstrip().lower()

    @property
    def text(self) -> str:
        """The content as text: lines end in a line feed, unseen characters are gone, merge tags have their
        fallback, and of subscriber-only parts only the line ends are left, unless the show wants them.

        Raises:
            IssueError: the content is no text, is empty, or longer than the show allows.
        """
        return self._prepared[0]

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """What `text` has lost, in order."""
        return self._prepared[1]

    @cached_property
    def _prepared(self) -> tuple[str, tuple[LeftOut, ...]]:
        most = self.reading.max_text_mb
        if len(self.content) > most * MB:
            size = f"{len(self.content) / MB:.1f} MB"
            raise IssueError(
                f"{self.path} is {size} long, more than {most:g} MB",
                "name a newsletter issue, or raise max_text_mb under [reading] in show.toml",
            )
        text = _bounded(decode(self.content, self.path))
        paid: tuple[LeftOut, ...] = ()
        if not self.reading.subscriber_parts:
            text, paid = without_paid(text)
        text, tags = without_merge_tags(text, subscriber_parts=self.reading.subscriber_parts)
        return text, tuple(sorted((*tags, *paid), key=lambda one: one.line))


def _bounded(text: str) -> str:
    """The text with at most so many lines, the rest of it in the last: readers take time for each line."""
    first = text.split("\n", _MOST_LINES)
    if len(first) <= _MOST_LINES:
        return text
    return "\n".join([*first[:-1], " ".join(first[-1].split())])
