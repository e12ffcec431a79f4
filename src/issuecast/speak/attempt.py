"""A request under way, and how much of its time was only waiting for its turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from time import monotonic


class Attempt:
    """One call of an engine's `speak`, from the moment in which this is made.

    Args:
        text: is to be said.
        now_s: a clock.
    """

    def __init__(self, text: str, now_s: Callable[[], float] = monotonic) -> None:
        self.text = text
        self.waits = False
        """Whether the engine has not yet asked its service for the text."""
        self._now_s, self._since_s, self._waited_s = now_s, now_s(), 0.0

    @property
    def waited_s(self) -> float:
        """How long it waited for its turn."""
        return self._waited_s + (self._now_s() - self._since_s if self.waits else 0)

    @property
    def asked_s(self) -> float:
        """How long the service has been asked for it, 0 while it waits."""
        return 0 if self.waits else self._now_s() - self._since_s

    def turn(self, *, awaited: bool) -> None:
        """Its turn is awaited from now on, or has come."""
        self._waited_s, self.waits, self._since_s = self.waited_s, awaited, self._now_s()


UNDER_WAY: ContextVar[Attempt | None] = ContextVar("UNDER_WAY", default=None)
"""The attempt that the studio makes in this thread."""


@contextmanager
def awaiting_turn() -> Iterator[None]:
    """For an engine that asks its service for less at once than `concurrency` says: around its waiting.

    The time inside counts against no patience, and a request that never came to its turn, so that the block
    was left by an exception, is not counted.
    """
    attempt = UNDER_WAY.get()
    if attempt:
        attempt.turn(awaited=True)
    yield
    if attempt:
        attempt.turn(awaited=False)
