"""An issue whose file was renamed, or whose date was corrected, is known by what it says.

Nothing is guessed: an episode is taken for the issue's if it is of the same day, its own file is gone, and
most of what is said in the one is in the other; or if it is of the same file, and nearly all is. Where
several fit, or one may, the editor is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from issuecast.errors import IssueError
from issuecast.known_as import is_elsewhere, was_known_as
from issuecast.models import FULL, BulletList, Episode, Issue, NumberedList, Table, blocks_of
from issuecast.publish.archive import recorded
from issuecast.publish.notes import summary
from issuecast.show import Show

_MOST_READ = 20
"""Records that are read to find out, those of the nearest days."""

_ALIKE = 0.5
"""From which likeness on an episode is the issue's: what templates say is not in the issue, nor what an
editor rewrote, and another day's issue of most newsletters shares its greeting and little else."""

_VERY_ALIKE = 0.9
"""What an issue reaches with its own episode if nobody rewrote either. A daily weather report of the same
title, with a few words to each standing sentence, comes near it: there the editor is asked."""

Run: TypeAlias = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class KnownBy:
    """What tells which episode an issue is; `slug` is the editor's word for it, None if there is none."""

    source: str
    day: date
    issue: Issue
    edition: str = FULL
    slug: str | None = None


def corrected(show: Show, found: Sequence[Episode], known: KnownBy) -> Episode:
    """Which of the episodes, made of issues with this name and date, is the issue's.

    Raises:
        IssueError: none of them, by title and words.
        PublishError: a record cannot be read.
    """
    title, about = known.issue.title.casefold(), summary(known.issue)
    for one in found:
        if (known.issue.is_titled and one.title.casefold() == title) or one.summary == about:
            return one
    told = _told_in(known.issue)
    if not told:  # no three words in a row, or a script without spaces: nothing to tell them apart by
        return found[0]
    likest = max(found, key=lambda one: _likeness(recorded(show, one.slug), told))
    if _likeness(recorded(show, likest.slug), told) < _ALIKE:
        slugs = " or ".join(one.slug for one in found)
        raise IssueError(
            f"{known.source} has neither title nor words of the episode {slugs}, which was made of that file",
            "say --episode new if it is another issue, or --episode SLUG if it shall replace that episode",
        )
    return likest


def renamed(show: Show, archive: Iterable[Episode], known: KnownBy) -> Episode | None:
    """The episode that was made of this issue when it had another name or date; None if there is none.

    Raises:
        IssueError: there are several that it may be, or one of which that is not sure.
        PublishError: a record cannot be read.
    """
    near = sorted(_near(show, archive, known), key=lambda one: abs((one.date - known.day).days))
    told = _told_in(known.issue) if near else frozenset()
    likeness = {one.slug: _likeness(recorded(show, one.slug), told) for one in near[:_MOST_READ]}
    found = [one for one in near[:_MOST_READ] if likeness[one.slug] >= _enough(known, one)]
    if len(found) > 1 or any(not _sure(known, one, likeness[one.slug]) for one in found):
        raise _ambiguous(known.source, found)
    return found[0] if found else None


def taken_for(known: KnownBy, record: Episode) -> str:
    """What the editor is told of an issue that is not what the record says of it; "" if it is."""
    if (record.source, record.date) == (known.source, known.day):
        return ""
    return (
        f"{known.source} is taken for the issue of the episode {record.slug}, which was made of "
        f"{record.source} of {record.date}: if it is another, build that one again, and this with "
        "--episode new."
    )


def _near(show: Show, archive: Iterable[Episode], known: KnownBy) -> Iterator[Episode]:
    """Episodes that share day, title or summary with the issue, and whose file may be gone or is this one."""
    title, told = known.issue.title.casefold(), summary(known.issue)
    for one in archive:
        alike = one.date == known.day or one.title.casefold() == title or one.summary == told
        mine = one.source == known.source or not (show.folder / one.source).is_file()
        if alike and mine and one.edition == known.edition:
            yield one


def _enough(known: KnownBy, one: Episode) -> float:
    """From which likeness on it may be the episode; another day's issue in another file is not soon."""
    return _ALIKE if one.date == known.day or _same_file(known, one) else _VERY_ALIKE


def _sure(known: KnownBy, one: Episode, likeness: float) -> bool:
    """Whether nobody need be asked: a new date for the same words, or another name where the old is gone."""
    if one.date == known.day:
        return _same_file(known, one) or not is_elsewhere(one.source)
    return _same_file(known, one) and likeness >= _VERY_ALIKE


def _same_file(known: KnownBy, one: Episode) -> bool:
    return one.source in {known.source, was_known_as(known.source)} - {""}


def _ambiguous(source: str, found: Sequence[Episode]) -> IssueError:
    slugs = " or ".join(one.slug for one in found)
    return IssueError(
        f"{source} may be the issue of the episode {slugs}",
        "say which with --episode SLUG, or --episode new if it is none of them"
        if len(found) > 1
        else f"say --episode {slugs} if it is, or --episode new",
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
