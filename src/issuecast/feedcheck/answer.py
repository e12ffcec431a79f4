"""A file that was asked for, on the disk or on the web."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Protocol
from urllib.parse import urlsplit

OK, PARTIAL, NOT_MODIFIED = 200, 206, 304
_DIGITS = 15
"""Of a length in bytes; more than a petabyte is no file."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came.

    Attributes:
        url: where it was in the end.
        status: as HTTP has it, 0 if there was no answer.
        headers: with their names in lower case.
        body: as much of it as was wanted.
        problem: why there is no answer, as the end of a sentence, "" if there is one.
        hops: the addresses that led there.
        elsewhere: not asked for, since it is not in the folder that is checked.
    """

    url: str
    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = field(default=b"", repr=False)
    problem: str = ""
    hops: tuple[str, ...] = ()
    elsewhere: bool = False

    @property
    def trouble(self) -> str:
        """What is wrong with it as the end of a sentence, "" if nothing is."""
        if self.problem or self.elsewhere:
            return self.problem
        return "" if self.status in {OK, PARTIAL} else f"is answered with {self.status}"

    @property
    def there(self) -> bool:
        """Whether it can be looked at."""
        return self.status in {OK, PARTIAL}

    @property
    def length(self) -> int | None:
        """Content-Length in bytes, None if the file is not there or it is not told."""
        told = self.headers.get("content-length", "")
        return (
            int(told) if self.there and told.isascii() and told.isdecimal() and len(told) <= _DIGITS else None
        )

    @property
    def media_type(self) -> str:
        """Content-Type without its parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


class Reach(Protocol):
    """Gets at the files that a feed names."""

    async def head(self, url: str) -> Answer: ...

    async def part(self, url: str, first: int, last: int) -> Answer:
        """The bytes from `first` to `last`, counted from 0."""

    async def whole(self, url: str, most_bytes: int) -> Answer: ...


def is_address(url: str) -> bool:
    """Whether that is an http or https address of a host."""
    try:
        parts = urlsplit(url)
        return (
            parts.scheme.lower() in {"http", "https"}
            and bool(parts.hostname)
            and not set(url) & set(" \t\n\r")
        )
    except ValueError:
        return False


def is_private(url: str) -> bool:
    """Whether the address is one of this machine or of a private network, by what it says."""
    host = (urlsplit(url).hostname or "").rstrip(".").lower()
    try:
        return not ip_address(host).is_global
    except ValueError:
        return host == "localhost" or host.endswith((".localhost", ".local", ".internal"))
