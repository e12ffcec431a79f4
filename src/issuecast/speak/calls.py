"""Requests of an asynchronous library, made from threads: so many at once, cut when they hang."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from contextlib import ExitStack, contextmanager
from threading import BoundedSemaphore, Lock
from typing import Any, TypeVar

from issuecast.speak.attempt import awaiting_turn
from issuecast.speak.engines import TryAgain

T = TypeVar("T")


class Calls:
    """Requests, each in a loop of the thread that makes it.

    Args:
        at_once: how many may be under way; further ones wait.
        timeout_s: after so many seconds a request is given up.
    """

    def __init__(self, at_once: int, timeout_s: float) -> None:
        self._timeout_s = timeout_s
        self._free = BoundedSemaphore(at_once)
        self._lock = Lock()
        self._tasks: set[asyncio.Task[Any]] = set()
        self._ended = False

    def run(self, call: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """What the coroutine that `call` makes returns.

        Raises:
            TryAgain: it took too long, or `end` was called.
        """
        try:
            with self._turn(), _loop() as loop:
                return loop.run_until_complete(self._begun(call, loop))
        except TimeoutError as error:
            raise TryAgain(f"it did not finish within {self._timeout_s:g} s") from error
        except asyncio.CancelledError as error:
            raise TryAgain("nobody waits for it any more") from error

    def end(self) -> None:
        """Cancel what is under way and what would come."""
        with self._lock:
            self._ended = True
            for task in self._tasks:
                task.get_loop().call_soon_threadsafe(task.cancel)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        with ExitStack() as turn:
            with awaiting_turn():
                turn.enter_context(self._free)
                if self._ended:
                    raise asyncio.CancelledError
            yield

    def _begun(
        self, call: Callable[[], Coroutine[Any, Any, T]], loop: asyncio.AbstractEventLoop
    ) -> asyncio.Task[T]:
        with self._lock:
            if self._ended:
                raise asyncio.CancelledError
            task = loop.create_task(asyncio.wait_for(call(), self._timeout_s))
            self._tasks.add(task)
        task.add_done_callback(self._forget)
        return task

    def _forget(self, task: asyncio.Task[Any]) -> None:
        """Called by its loop, which therefore is open whenever `end` finds the task."""
        with self._lock:
            self._tasks.discard(task)


@contextmanager
def _loop() -> Iterator[asyncio.AbstractEventLoop]:
    """A loop of this thread's own.

    Unlike `asyncio.run` it does not wait for the threads in which it looks names up: behind a firewall that
    swallows packets they take longer than any time-out.
    """
    loop = asyncio.new_event_loop()
    try:
        yield loop
    finally:
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()
