"""Which bytes of a file are asked for, and whether they are needed at all: RFC 9110, sections 13 and 14."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from os import stat_result


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells a version of a file from others: a strong ETag, and the time of its change in seconds."""

    etag: str
    changed_s: int

    @classmethod
    def of(cls, file: stat_result) -> Stamp:
        """A file that a build replaces has another inode, even if it was as long and written at once."""
        etag = f'"{file.st_ino:x}-{file.st_mtime_ns:x}-{file.st_size:x}"'
        return cls(etag, math.floor(file.st_mtime))

    @property
    def last_modified(self) -> str:
        return format_datetime(datetime.fromtimestamp(self.changed_s, UTC), usegmt=True)


def is_known(headers: Mapping[str, str], stamp: Stamp) -> bool:
    """Whether the client has this version already: If-None-Match, or without it If-Modified-Since."""
    if (tags := headers.get("If-None-Match")) is not None:
        return tags.strip() == "*" or stamp.etag in re.findall(r'"[^"]*"', tags)
    since = _seconds(headers.get("If-Modified-Since", ""))
    return since is not None and stamp.changed_s <= since


def part_of(headers: Mapping[str, str], stamp: Stamp, size: int) -> range | None:
    """The bytes that are asked for; an empty range if there are no such bytes, None if all are wanted.

    All are sent, too, if it is several parts or nonsense that is asked for, as a server may (14.2), and if
    If-Range names another version, so that the parts of two are never put together.
    """
    asked = re.fullmatch(r"bytes\s*=\s*(\d*)\s*-\s*(\d*)", headers.get("Range", "").strip(), re.IGNORECASE)
    if not asked or not any(asked.groups()) or not _is_same(headers, stamp):
        return None
    first, last = asked.groups()
    if not first:
        return range(max(0, size - int(last)), size)
    if last and int(last) < int(first):
        return None
    return range(min(int(first), size), min(int(last or size) + 1, size))


def _is_same(headers: Mapping[str, str], stamp: Stamp) -> bool:
    known = headers.get("If-Range", "").strip()
    return not known or known == stamp.etag or _seconds(known) == stamp.changed_s


def _seconds(date: str) -> float | None:
    try:
        return parsedate_to_datetime(date).timestamp()
    except (ValueError, OverflowError, OSError):
        return None
