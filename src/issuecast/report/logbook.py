"""What a build tells, kept for its report. What a report takes is imported when one is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from issuecast import files, private
from issuecast.models import DurationMs, Episode
from issuecast.progress import Progress
from issuecast.show import Show

if TYPE_CHECKING:
    from issuecast.desk import Commission
    from issuecast.models import Mix
    from issuecast.report.report import Report
    from issuecast.speak import Tally
    from issuecast.write.account import Account


@dataclass(frozen=True, slots=True)
class _Made:
    """What the stages gave when they made an episode's audio."""

    order: Commission
    episode: Episode
    mix: Mix
    account: Account
    tally: Tally


class Logbook:
    """Progress that passes on what it hears, and keeps what a report tells.

    Args:
        progress: hears it, too.
    """

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._notices: list[str] = []
        self._made: _Made | None = None

    def notice(self, sentence: str) -> None:
        self._notices.append(sentence)
        self._progress.notice(sentence)

    def lines(self, done: int, total: int, left_ms: DurationMs | None = None) -> None:
        self._progress.lines(done, total, left_ms)

    def chapters(self, done: int, total: int) -> None:
        self._progress.chapters(done, total)

    def made(self, order: Commission, episode: Episode, mix: Mix, account: Account, tally: Tally) -> None:
        """The audio of an episode was made, so there is something to report."""
        self._made = _Made(order, episode, mix, account, tally)

    def report(self, show: Show, episode: Episode, timings_ms: Mapping[str, int]) -> Path | None:
        """Write the report if audio was made.

        An episode is not failed by its report: if that cannot be written, the progress hears why.

        Returns:
            The episode's report, of this build or of an earlier one; None if there is none.
        """
        file = private.place(show.folder, "reports", f"{episode.slug}.html")
        if self._made:
            from issuecast.report.page import html

            try:
                private.make(file.parent, show.folder)
                files.write(file, html(self._told(self._made, timings_ms)))
            except Exception as error:  # noqa: BLE001  whatever it is, the episode is published and good
                reason = getattr(error, "strerror", None) or f"{type(error).__name__}: {error}"
                self.notice(f"The report {file} could not be written ({reason}).")
                return None
        return file if file.is_file() else None

    def _told(self, made: _Made, timings_ms: Mapping[str, int]) -> Report:
        from issuecast.desk import checked
        from issuecast.report.report import Report

        return Report(
            show=made.order.show,
            episode=made.episode,
            meter=made.mix.meter,
            account=made.account,
            checked=checked(made.order),
            tally=made.tally,
            notices=tuple(self._notices),
            timings_ms=timings_ms,
            built=datetime.now().astimezone(),
        )
