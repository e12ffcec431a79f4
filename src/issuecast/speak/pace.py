"""How far the voices are, and how long they will still take by how long they took so far."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from time import monotonic

from issuecast.models import DurationMs
from issuecast.speak.request import Request

FEWEST = 5
"""Takes before an estimate: the first of several that are asked for at once tells next to nothing."""


class Pace:
    """Is told which requests are done.

    Args:
        lines: how many lines of the script each request is for.
        wanted: those that must be recorded; the others are there from before, and cost no time.
        now_s: a clock.
    """

    def __init__(
        self,
        lines: Mapping[Request, int],
        wanted: Iterable[Request],
        now_s: Callable[[], float] = monotonic,
    ) -> None:
        self._lines, self.total, self.done = lines, sum(lines.values()), 0
        self._wanted = {request: len(request.text) for request in wanted}
        self._all = self._left = sum(self._wanted.values())
        self._recorded = 0
        self._now_s, self._start_s = now_s, now_s()

    def finished(self, request: Request) -> None:
        """Its take is there."""
        self.done += self._lines[request]
        if request in self._wanted:
            self._left -= self._wanted.pop(request)
            self._recorded += 1

    @property
    def left_ms(self) -> DurationMs | None:
        """How long the rest will take, by its letters; None before that can be told."""
        if self._wanted and self._recorded < FEWEST:
            return None
        spent_s = self._now_s() - self._start_s
        return round(1000 * spent_s * self._left / max(1, self._all - self._left))
