"""An issue whose file was renamed, or whose date was corrected, is known by what it says.

Nothing is guessed: an episode is taken for the issue's only if its own file is gone, or is this very file,
and if most of what is said in the one is in the other. Where several fit, the editor is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from issuecast.errors import IssueError
from issuecast.models import FULL, BulletList, Episode, Issue, NumberedList, Table, blocks_of
from issuecast.publish.archive import recorded
from issuecast.publish.notes import summary
from issuecast.show import Show

_MOST_READ = 20
"""Records that are read to find out, those of the nearest days."""

_ALIKE = 0.5
"""From which likeness on an episode is the issue's: what templates say is not in the issue, nor what an
editor rewrote, and another day's issue of the same newsletter shares its greeting and little else."""

Run: TypeAlias = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class KnownBy:
    """What tells which episode an issue is; `slug` is the editor's word for it, None if there is none."""

    source: str
    day: date
    issue: Issue
    edition: str = FULL
    slug: str | None = None


def renamed(show: Show, archive: Iterable[Episode], known: KnownBy) -> Episode | None:
    """The episode that was made of this issue when it had another name or date; None if there is none.

    Raises:
        IssueError: there are several that it may be.
        PublishError: a record cannot be read.
    """
    near = sorted(_near(show, archive, known), key=lambda one: abs((one.date - known.day).days))
    told = _told_in(known.issue) if near else frozenset()
    found = [one for one in near[:_MOST_READ] if _likeness(recorded(show, one.slug), told) >= _ALIKE]
    if len(found) > 1:
        raise _ambiguous(known.source, found)
    return found[0] if found else None


def _near(show: Show, archive: Iterable[Episode], known: KnownBy) -> Iterator[Episode]:
    """Episodes that share day, title or summary with the issue, and whose file is gone or this one."""
    title, told = known.issue.title.casefold(), summary(known.issue)
    for one in archive:
        alike = one.date == known.day or one.title.casefold() == title or one.summary == told
        mine = one.source == known.source or not (show.folder / one.source).is_file()
        if alike and mine and one.edition == known.edition:
            yield one


def _ambiguous(source: str, found: Sequence[Episode]) -> IssueError:
    slugs = " or ".join(one.slug for one in found)
    return IssueError(
        f"{source} may be the issue of the episode {slugs}, whose own file is gone",
        "say which with --episode SLUG, or --episode new if it is none of them",
    )


def _likeness(episode: Episode, told: frozenset[Run]) -> float:
    """Of the runs of words in the episode or in the issue, whichever has fewer, the share that both have."""
    said = _runs(line.text for chapter in episode.timeline for line in chapter.lines)
    fewest = min(len(said), len(told))
    return len(said & told) / fewest if fewest else 0.0


def _told_in(issue: Issue) -> frozenset[Run]:
    return _runs(text for block in blocks_of(issue.sections) for text in _texts(block))


def _runs(texts: Iterable[str]) -> frozenset[Run]:
    """Every three words that stand side by side."""
    found = set[Run]()
    for text in texts:
        words = re.findall(r"\w+", text.casefold())
        found.update(zip(words, words[1:], words[2:], strict=False))
    return frozenset(found)


def _texts(block: object) -> Iterator[str]:
    match block:
        case Table(head, rows):
            yield from (cell for row in (head, *rows) for cell in row)
        case BulletList() | NumberedList():
            return  # its entries come after it
        case _:
            yield str(getattr(block, "text", ""))
