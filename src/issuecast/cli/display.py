"""What a build shows on a terminal: notices, progress, a summary."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Self

import click

if TYPE_CHECKING:
    from issuecast.cli.bars import Bars
    from issuecast.models import DurationMs
    from issuecast.pipeline import Built
    from issuecast.publish import Published


LINE_EACH_S = 10
"""Without a terminal: a log should show that something moves, not be filled by it."""


MB = 1_000_000


class Display:
    """Progress bars on stderr while there is work.

    Without a terminal each notice is a line, and now and then one tells what is done.

    Args:
        now_s: a clock.
    """

    def __init__(self, now_s: Callable[[], float] = monotonic) -> None:
        self._bars: Bars | None = None
        self._now_s, self._told_s = now_s, now_s()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bars:
            self._bars.stop()

    def notice(self, sentence: str) -> None:
        if self._bars:
            self._bars.say(sentence)
        else:
            click.echo(sentence, err=True)

    def lines(self, done: int, total: int, left_ms: DurationMs | None = None) -> None:
        self._step("voicing", done, total, left_ms)

    def chapters(self, done: int, total: int) -> None:
        self._step("mixing", done, total)

    def fetched(self, done: int, total: int) -> None:
        """So many bytes."""
        self._step("MB fetched", done // MB, max(1, total // MB))

    def _step(self, work: str, done: int, total: int, left_ms: DurationMs | None = None) -> None:
        if self._bars is None:
            if not sys.stderr.isatty():
                self._tell(work, done, total, left_ms)
                return
            from issuecast.cli.bars import Bars  # a build without work must not wait for rich

            self._bars = Bars()
        self._bars.show(work, done, total, _left(left_ms))

    def _tell(self, work: str, done: int, total: int, left_ms: DurationMs | None) -> None:
        now_s = self._now_s()
        if now_s - self._told_s >= LINE_EACH_S:
            self._told_s = now_s
            click.echo(", ".join(filter(None, (f"{work}: {done} of {total}", _left(left_ms)))), err=True)


def _left(left_ms: DurationMs | None) -> str:
    """As in "about 40 s left"; nothing where that is not known, or nothing is left."""
    seconds = round((left_ms or 0) / 1000)
    minutes, rest = divmod(seconds, 60)
    return (f"about {minutes}:{rest:02} left" if minutes else f"about {rest} s left") if seconds else ""


def summary(built: Sequence[Built]) -> None:
    """Say on stdout what each episode is and where, and how to listen to it."""
    from issuecast.publish.disclosure import badge

    for one in built:
        episode = one.episode
        state = "built" if one.built else "unchanged"
        facts = f"{_clock(episode.duration_ms)}, {len(episode.timeline)} chapters, cast {episode.cast.name}"
        remark = badge(episode)
        facts += f", {remark.lower()}" * bool(remark)
        click.echo(f"{_bold(episode.title)} ({state}: {facts})")
        click.echo(f"  {near(one.folder / episode.audio)}")
        for tally in one.voicing:
            gave_up = "" if tally.cast == episode.cast.name else f" (the cast {tally.cast} gave up)"
            click.echo(f"  {tally}{gave_up}")
    click.echo(f"Feed  {near(built[-1].feed)}")
    click.echo(f"Page  {near(built[-1].site)}")
    for one in built:
        if one.report:
            click.echo(f"Report  {near(one.report)}")


def standing(published: Published) -> None:
    """Say on stdout what is in the feed, what came in just now, and what waits for its time."""
    from issuecast.publish.schedule import when

    for episode in published.entered:
        click.echo(f"New in the feed: {_bold(episode.title)}")
    for episode in reversed(published.scheduled):
        click.echo(f"Scheduled for {when(episode)}: {_bold(episode.title)}")
    many = len(published.listed)
    click.echo(f"Feed  {near(published.feed)} ({'1 episode' if many == 1 else f'{many:,} episodes'})")
    click.echo(f"Page  {near(published.site)}")


def _bold(title: str) -> str:
    """One line of the issue's words, without what would steer a terminal."""
    from issuecast.publish.plain import one_line

    return click.style(one_line(title), bold=True)


def _clock(duration_ms: DurationMs) -> str:
    minutes, seconds = divmod(round(duration_ms / 1000), 60)
    return f"{minutes}:{seconds:02}"


def near(path: Path) -> str:
    """The path from here if it is below here, else the whole."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
