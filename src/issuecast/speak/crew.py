"""Threads that may be left behind: an engine that never returns must not keep the build from ending."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from threading import Thread
from time import monotonic
from typing import TypeVar

T = TypeVar("T")


class Crew:
    """So many threads, which end with the process if not before; an executor's would hold it up.

    Args:
        size: how many, at least 1.
    """

    def __init__(self, size: int) -> None:
        self._jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._threads = [Thread(target=self._work, name=f"studio-{n}", daemon=True) for n in range(size)]
        for thread in self._threads:
            thread.start()

    def submit(self, call: Callable[[], T]) -> Future[T]:
        """What a call returns or raises, once a thread had time for it; it may be cancelled until then."""
        future: Future[T] = Future()

        def job() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                result = call()
            except BaseException as error:  # noqa: BLE001  raised where the result is asked for
                future.set_exception(error)
            else:
                future.set_result(result)

        self._jobs.put(job)
        return future

    def leave(self, within_s: float) -> None:
        """Go when all jobs are done or cancelled; what takes longer than that is left to itself."""
        until_s = monotonic() + within_s
        for _ in self._threads:
            self._jobs.put(None)
        for thread in self._threads:
            thread.join(max(0.0, until_s - monotonic()))

    def _work(self) -> None:
        while job := self._jobs.get():
            job()
