"""A build as an editor looks back at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from issuecast.desk import Checked
from issuecast.models import DurationMs, Episode, Metered
from issuecast.report import measures
from issuecast.report.curves import Curves, Scale
from issuecast.report.measures import Measured, MeasuredChapter
from issuecast.report.speakers import Speaker, speakers
from issuecast.show import Show
from issuecast.speak import Tally
from issuecast.write.account import Account, Entry
from issuecast.write.checks import Severity

_TICKS_MS = (5_000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 900_000, 1_800_000, 3_600_000)
_MOST_TICKS = 9
_LAST_TICK = 0.86
"""Where there is room for a time to the right of its tick, as a share of the length."""


@dataclass(frozen=True)
class Report:
    """What is told of an episode and of the build that made it.

    `meter` may be empty, then there is no picture of the sound; `checked` is what `check` finds; `notices`
    are those of the build; `built` is the moment in which it ended.
    """

    show: Show
    episode: Episode
    meter: tuple[Metered, ...]
    account: Account
    checked: Checked
    tally: Tally
    notices: tuple[str, ...]
    timings_ms: Mapping[str, int]
    built: datetime

    @cached_property
    def whole(self) -> Measured | None:
        """How the episode measures as a whole."""
        return Measured.of(self.meter) if self.meter else None

    @cached_property
    def chapters(self) -> tuple[MeasuredChapter, ...]:
        return measures.chapters(self.episode, self.meter)

    @cached_property
    def scale(self) -> Scale:
        return Scale(self.show.loudness.target_lufs)

    @cached_property
    def curves(self) -> Curves | None:
        return Curves.of(self.meter, self.episode.duration_ms, self.scale)

    @cached_property
    def speakers(self) -> tuple[Speaker, ...]:
        return speakers(self.episode, self.show)

    @property
    def ticks_ms(self) -> tuple[DurationMs, ...]:
        """Round times along the episode."""
        length = self.episode.duration_ms
        step = next((one for one in _TICKS_MS if length / one < _MOST_TICKS), _TICKS_MS[-1])
        return tuple(range(0, round(length * _LAST_TICK), step))

    @property
    def left_out(self) -> Mapping[str, tuple[Entry, ...]]:
        """The sentences that are not said, by their reasons, the commonest first."""
        found: dict[str, list[Entry]] = {}
        for entry in self.account.entries:
            if entry.reason and not entry.said:
                found.setdefault(str(entry.reason), []).append(entry)
        return {reason: tuple(found[reason]) for reason in sorted(found, key=lambda one: -len(found[one]))}

    @property
    def errors(self) -> int:
        """How many of the findings are errors."""
        return sum(one.severity is Severity.ERROR for one in self.checked.findings)

    @property
    def again(self) -> int:
        """How many requests only followed a failed one."""
        return sum(one.retries for one in self.tally.engines)

    @property
    def speed(self) -> int:
        """How many times as long as its making the episode is."""
        return round(self.episode.duration_ms / max(sum(self.timings_ms.values()), 1))

    @property
    def takes(self) -> tuple[int, int]:
        """How many takes were kept from earlier builds, of how many; those of a cast that gave up aside."""
        heard = [one for one in self.tally.engines if one.cast == self.episode.cast.name]
        kept = sum(one.cached for one in heard)
        asked = sum(one.requests - one.retries for one in heard)
        return kept, kept + asked
