"""Progress bars on a terminal. The only file that touches rich."""

from __future__ import annotations

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn


class Bars:
    """Bars on stderr, one for each kind of work, from now until `stop`, which takes them away."""

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
        )
        self._tasks: dict[str, TaskID] = {}
        self._bars.start()

    def show(self, work: str, done: int, total: int, left: str) -> None:
        """So much of that work is done; `left` is told behind it."""
        if work not in self._tasks:
            self._tasks[work] = self._bars.add_task(work, total=total, left="")
        self._bars.update(self._tasks[work], completed=done, total=total, left=left)

    def say(self, sentence: str) -> None:
        """A sentence above the bars."""
        self._console.print(escape(sentence))

    def stop(self) -> None:
        self._bars.stop()
