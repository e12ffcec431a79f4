"""What a build shows on a terminal: notices, progress, a summary. The only file that touches rich."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

if TYPE_CHECKING:
    from issuecast.models import DurationMs
    from issuecast.pipeline import Built
    from issuecast.speak import EngineTally


class Display:
    """Progress bars on stderr while a build runs; without a terminal only its notices, a line each."""

    def __init__(self) -> None:
        self._console = Console(stderr=True, highlight=False, soft_wrap=True)
        self._bars = Progress(
            TextColumn("{task.description:>10}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.fields[left]}"),
            console=self._console,
            transient=True,
            disable=not self._console.is_terminal,
        )
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bars.stop()

    def notice(self, sentence: str) -> None:
        self._console.print(escape(sentence))

    def lines(self, done: int, total: int, left_ms: DurationMs | None = None) -> None:
        self._step("voicing", done, total, left_ms)

    def chapters(self, done: int, total: int) -> None:
        self._step("mixing", done, total)

    def _step(self, what: str, done: int, total: int, left_ms: DurationMs | None = None) -> None:
        if what not in self._tasks:
            self._tasks[what] = self._bars.add_task(what, total=total, left="")
        self._bars.update(self._tasks[what], completed=done, total=total, left=_left(left_ms))


def _left(left_ms: DurationMs | None) -> str:
    """As in "about 40 s left"; nothing where that is not known, or nothing is left."""
    seconds = round((left_ms or 0) / 1000)
    minutes, rest = divmod(seconds, 60)
    return (f"about {minutes}:{rest:02} left" if minutes else f"about {rest} s left") if seconds else ""


def summary(built: Sequence[Built]) -> None:
    """Say on stdout what each episode is and where, and how to listen to it."""
    console = Console(highlight=False, soft_wrap=True)
    for one in built:
        episode = one.episode
        state = "built" if one.built else "unchanged"
        facts = f"{_clock(episode.duration_ms)}, {len(episode.timeline)} chapters, cast {episode.cast.name}"
        console.print(f"[bold]{escape(episode.title)}[/] ({state}: {escape(facts)})")
        console.print(f"  {escape(_near(one.folder / episode.audio))}")
        for tally in one.tally.engines:
            console.print(f"  {escape(_voicing(tally))}")
    console.print(f"Feed  {escape(_near(built[-1].feed))}")
    console.print(f"Page  {escape(_near(built[-1].site))}")
    for one in built:
        if one.report:
            console.print(f"Report  {escape(_near(one.report))}")


def _clock(duration_ms: DurationMs) -> str:
    minutes, seconds = divmod(round(duration_ms / 1000), 60)
    return f"{minutes}:{seconds:02}"


def _near(path: Path) -> str:
    """The path from here if it is below here, else the whole."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _voicing(tally: EngineTally) -> str:
    """What one engine did: "edge: 52 requests of 6,120 characters, 3 of them again, 5:12 of speech"."""
    counts = [f"{_many(tally.requests, 'request')} of {_many(tally.characters, 'character')}"]
    counts += [f"{tally.retries:,} of them again"] * bool(tally.retries)
    counts += [f"{_many(tally.cached, 'take')} kept from before"] * bool(tally.cached)
    counts += [f"{_clock(tally.sound_ms)} of speech"] * bool(tally.sound_ms)
    faults = "; ".join(f"{count} × {fault}" for fault, count in tally.faults.items())
    return f"{tally.engine}: {', '.join(counts)}" + (f" ({faults})" if faults else "")


def _many(number: int, one: str) -> str:
    return f"{number:,} {one}" if number == 1 else f"{number:,} {one}s"
