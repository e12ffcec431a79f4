"""Watching an engine that says nothing: telling so, and giving it up if it never comes back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from time import monotonic

from issuecast.errors import EngineUnavailable
from issuecast.speak.attempt import UNDER_WAY, Attempt
from issuecast.speak.verify import opening

QUIET_S = 20.0
"""So long without a take, and the editor wants to know why nothing moves; then twice as long, and so on."""

SLOWER = 1.5
"""An engine that took longer before is not held to be stuck until it takes so many times that."""

ANSWER_WITHIN_S = 300.0
"""The slowest honest answer known is two minutes of sound at half their speed."""


class Watch:
    """Over one engine, from several threads.

    Args:
        engine: its name.
        notify: is told in a sentence when the engine is silent for long.
        answer_within_s: an engine that is silent longer on one text will never answer.
        now_s: a clock.
    """

    def __init__(
        self,
        engine: str,
        notify: Callable[[str], None],
        answer_within_s: float = ANSWER_WITHIN_S,
        now_s: Callable[[], float] = monotonic,
    ) -> None:
        self._engine, self._notify, self._answer_within_s, self._now_s = (
            engine,
            notify,
            answer_within_s,
            now_s,
        )
        self._lock = Lock()
        self._attempts: list[Attempt] = []
        self._faults: Counter[str] = Counter()
        self._quiet_from_s: float | None = None
        self._tell_after_s = self._quiet_s = QUIET_S
        self._elsewhere, self._told_elsewhere = False, False

    @contextmanager
    def attempt(self, text: str) -> Iterator[Attempt]:
        """While the engine is asked for the text."""
        attempt = Attempt(text, self._now_s)
        with self._lock:
            self._attempts.append(attempt)
            if self._quiet_from_s is None:
                self._quiet_from_s = self._now_s()
        token = UNDER_WAY.set(attempt)
        try:
            yield attempt
        finally:
            UNDER_WAY.reset(token)
            with self._lock:
                self._attempts.remove(attempt)

    def answered(self, attempt: Attempt) -> None:
        """A whole take came of an attempt that is under way."""
        with self._lock:
            self._quiet_s = max(self._quiet_s, SLOWER * attempt.asked_s)
            self._tell_after_s = self._quiet_s
            self._quiet_from_s = self._now_s() if len(self._attempts) > 1 else None
            self._faults.clear()

    def failed(self, fault: str) -> None:
        """It did not, for that reason."""
        with self._lock:
            self._faults[fault] += 1

    def awaits_another_build(self) -> None:
        """A take is not asked for, since another build asks for it."""
        self._elsewhere = True

    def look(self) -> None:
        """Say what is to be said; called now and then by the thread that `notify` is for.

        Raises:
            EngineUnavailable: it is silent too long on one text.
        """
        with self._lock:
            oldest = max(self._attempts, key=lambda one: one.asked_s, default=None)
            quiet_s = 0.0 if self._quiet_from_s is None else self._now_s() - self._quiet_from_s
            faults = ", ".join(f"{count} × {fault}" for fault, count in self._faults.items())
        if oldest and oldest.asked_s > self._answer_within_s:
            raise EngineUnavailable(
                f"{self._engine} has not answered for {int(oldest.asked_s)} s to “{opening(oldest.text)}”",
                "see what holds it up, raise answer_within_s in [voicing] of show.toml if it needs longer, "
                "or name another cast with --cast",
            )
        if quiet_s > self._tell_after_s:
            self._tell_after_s *= 2
            again = f" ({faults}): it is asked again" if faults else ""
            self._notify(f"{self._engine} has given no take for {quiet_s:.0f} s{again}.")
        if self._elsewhere and not self._told_elsewhere:
            self._told_elsewhere = True
            self._notify(f"Another build is asking {self._engine} for the same lines: its takes are used.")
