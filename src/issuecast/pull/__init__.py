"""PULL: new issues of a newsletter's feed become files in the show's `issues/`."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

from issuecast.errors import IssueError
from issuecast.pull.fetch import TIMEOUT_S, Answer, Stamp, fetch
from issuecast.pull.files import save_anew, write
from issuecast.pull.memory import Known, Memory, file_for, remembered, told
from issuecast.pull.page import name_of, page_of
from issuecast.read.feed import Entry, entries
from issuecast.read.file import load
from issuecast.show import Show

__all__ = ["Pulled", "Saved", "pull"]

_FIRST = 1
"""Issues that a first pull saves: who begins a show wants today's, seldom the archive."""
_ADDRESS = re.compile(r"([a-z][a-z0-9+.-]*)://", re.IGNORECASE)
_LINK_TO_FEED = re.compile(
    rb"<link\b(?=[^<>]{0,500}\btype\s*=\s*[\"']?application/(?:rss|atom)\+xml)"
    rb"[^<>]{0,500}?\bhref\s*=\s*[\"']?([^\"'<>\s]+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Saved:
    """An entry of the feed, and the file that it was saved as."""

    path: Path
    entry: Entry


@dataclass(frozen=True, slots=True)
class Pulled:
    """What a pull did: the issues that it saved, the oldest first; how many it passed over; and those saved
    earlier that have another text in the feed now.
    """

    saved: tuple[Saved, ...] = ()
    passed_over: int = 0
    changed: tuple[Saved, ...] = ()


def pull(
    feed: str, show: Show, *, everything: bool = False, limit: int | None = None, timeout_s: float = TIMEOUT_S
) -> Pulled:
    """Save the new issues of a feed into the show's `issues/`.

    No file is written over: an issue that changed in the feed stays as it was saved. The feed is remembered
    after its issues are on the disk, so that a pull that failed can be done again.

    Args:
        feed: an http or https address, or a file.
        show: the show that gets the issues.
        everything: also what an earlier pull passed over, or whose file is gone.
        limit: how many to save at most, the newest; without it one the first time, and all later.
        timeout_s: the longest silence of a server.

    Raises:
        IssueError: there is no such feed, it is none, or its issues cannot be saved.
    """
    feed = feed if _ADDRESS.match(feed) else str(Path(feed).absolute())
    record = file_for(feed, show)
    memory = remembered(record)
    answer = _answer(feed, show, memory.stamp if memory and not everything else Stamp(), timeout_s)
    if answer is None:
        return Pulled()
    known = dict(memory.entries) if memory else {}
    found = _entries(answer.content, feed)
    new = [one for one in found if _is_wanted(one, known, show, everything=everything)]
    most = limit or (len(new) if memory or everything else _FIRST)
    saved = tuple(_saved(one, show) for one in reversed(new[:most]))
    changed = tuple(
        Saved(show.folder / before.file, one)
        for one in found
        if one not in new and (before := known[one.guid]).file and before.digest != _digest(one)
    )
    known |= {one.guid: Known("", _digest(one)) for one in new[most:]}
    known |= {
        one.entry.guid: Known(_within(one.path, show), _digest(one.entry)) for one in (*saved, *changed)
    }
    write(record, told(feed, Memory(answer.stamp, known)))
    return Pulled(saved, len(new) - len(saved), changed)


def _answer(feed: str, show: Show, since: Stamp, timeout_s: float) -> Answer | None:
    address = _ADDRESS.match(feed)
    if not address:
        return Answer(load(Path(feed), show.reading), Stamp())
    if address[1].lower() not in {"http", "https"}:
        raise IssueError(f"{feed} is neither http nor https", "name such an address, or a file")
    return fetch(feed, since=since, most_mb=show.reading.max_email_mb, timeout_s=timeout_s)


def _entries(content: bytes, feed: str) -> list[Entry]:
    """The feed's entries, each guid once; if it is a page instead, the error names the page's feed."""
    try:
        found = entries(content, feed)
    except IssueError as error:
        if not (link := _LINK_TO_FEED.search(content)):
            raise
        address = unescape(link[1].decode("utf-8", "replace"))
        with suppress(ValueError):  # of an address such as "http://["
            address = urljoin(feed, address)
        raise IssueError(
            f"{feed} is a page, not a feed", f"pull the feed that it names, {address}"
        ) from error
    newest: dict[str, Entry] = {}
    for one in found:
        newest.setdefault(one.guid, one)
    return list(newest.values())


def _is_wanted(entry: Entry, known: Mapping[str, Known], show: Show, *, everything: bool) -> bool:
    if entry.guid not in known:
        return True
    file = known[entry.guid].file
    return everything and not (file and (show.folder / file).exists())


def _saved(entry: Entry, show: Show) -> Saved:
    return Saved(save_anew(show.folder / "issues", name_of(entry), page_of(entry)), entry)


def _digest(entry: Entry) -> str:
    return hashlib.sha256(page_of(entry)).hexdigest()[:16]


def _within(path: Path, show: Show) -> str:
    return path.relative_to(show.folder).as_posix()
