"""What a show has of a feed: `.issuecast/pull/<name>.json`."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from issuecast import private
from issuecast.errors import IssueError
from issuecast.pull.fetch import Stamp
from issuecast.show import Show

_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Known:
    """An entry that was met: the file that it was saved as, "" if it was passed over, and a digest of it."""

    file: str
    digest: str


@dataclass(frozen=True, slots=True)
class Memory:
    """A feed's entries by their guids, and its server's stamp."""

    stamp: Stamp = field(default_factory=Stamp)
    entries: Mapping[str, Known] = field(default_factory=dict)


def file_for(feed: str, show: Show) -> Path:
    """Where a show remembers a feed; the name begins as the feed's does, so that a person finds it."""
    words = re.sub(r"[^a-z0-9]+", "-", re.sub(r"\A\w+://", "", feed).lower()).strip("-")[-_LONGEST_NAME:]
    digest = hashlib.sha256(feed.encode("utf-8", "replace")).hexdigest()[:8]
    return private.place(show.folder, "pull", f"{words}-{digest}.json")


def remembered(file: Path) -> Memory | None:
    """What is remembered of a feed, None if it was never pulled.

    Raises:
        IssueError: the file cannot be read, or is something else.
    """
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        entries = {
            str(guid): Known(str(one["file"]), str(one["digest"])) for guid, one in told["entries"].items()
        }
        return Memory(Stamp(str(told["etag"]), str(told["last_modified"])), entries)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise IssueError(
            f"{file} is no record of pulled issues", "remove it, what is in issues/ is not saved twice"
        ) from error


def told(feed: str, memory: Memory) -> bytes:
    """The memory as it is written down."""
    record = {
        "feed": feed,
        **asdict(memory.stamp),
        "entries": {guid: asdict(known) for guid, known in memory.entries.items()},
    }
    return (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode()
