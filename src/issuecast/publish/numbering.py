"""Where an episode stands among the others: as its issue tells, else as the show's settings count.

It is recorded, and an episode that has been recorded keeps its place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self

from issuecast.models import Episode, EpisodeKind, Issue
from issuecast.show import Show


@dataclass(frozen=True, slots=True)
class Place:
    """Season and number, None for what the episode does not have."""

    season: int | None = None
    number: int | None = None

    @classmethod
    def of(
        cls, show: Show, issue: Issue, day: date, *, archive: Iterable[Episode], earlier: Episode | None
    ) -> Self:
        """The issue's place; `earlier` is the episode's record, if there is one."""
        season = _first(issue.season, earlier.season if earlier else _current(show, day))
        counted = earlier.number if earlier else _next(show, archive, issue.kind, season)
        return cls(season, _first(issue.number, counted))


def _current(show: Show, day: date) -> int | None:
    setting = show.feed.season
    return day.year if setting == "year" else (setting or None)


def _next(show: Show, archive: Iterable[Episode], kind: EpisodeKind, season: int | None) -> int | None:
    """The number after the highest; none for a trailer or a bonus."""
    numbering = show.feed.numbering
    if kind != EpisodeKind.FULL or numbering == "issue":
        return None
    counted = (one.number or 0 for one in archive if numbering == "continuing" or one.season == season)
    return 1 + max(counted, default=0)


def _first(told: int | None, otherwise: int | None) -> int | None:
    return otherwise if told is None else told
