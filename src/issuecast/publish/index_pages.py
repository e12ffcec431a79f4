"""The show's list of episodes, on pages of which a new episode changes as few as can be."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from issuecast.models import Episode
from issuecast.publish import addresses
from issuecast.publish.addresses import INDEX
from issuecast.publish.plain import one_line, opening

SEARCH = "search-index.js"
_T = TypeVar("_T")
_SUMMARY = 240


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of the list: its number, 0 for the index itself, and the files of its neighbours or ""."""

    number: int = 0
    older: str = ""
    newer: str = ""

    @property
    def file(self) -> str:
        return _file(self.number)


def sheets(episodes: Sequence[_T], size: int) -> Iterator[tuple[Sheet, Sequence[_T]]]:
    """Pages with their episodes, newest first; page 1 has the oldest, and full pages stay as they are.

    The index has what is on none of them: `size` episodes or more, less than twice as many.
    """
    full = max(0, len(episodes) // size - 1)
    for number in range(1, full + 1):
        end = len(episodes) - (number - 1) * size
        newer = _file(number + 1 if number < full else 0)
        yield Sheet(number, _file(number - 1) if number > 1 else "", newer), episodes[end - size : end]
    yield Sheet(0, _file(full) if full else ""), episodes[: len(episodes) - full * size]


def search_index(episodes: Sequence[Episode]) -> bytes:
    """A script with a row for each episode: its page, title, date, and what it is about."""
    rows = [
        [
            f"{addresses.relative(one.slug)}/{INDEX}",
            one_line(one.title),
            one.date.isoformat(),
            opening(one.summary, _SUMMARY),
            " · ".join(one_line(chapter.title) for chapter in one.timeline),
        ]
        for one in episodes
    ]
    return f"self.issuecast = {json.dumps(rows, separators=(',', ':'))};\n".encode()


def _file(number: int) -> str:
    return f"page-{number}.html" if number else INDEX
