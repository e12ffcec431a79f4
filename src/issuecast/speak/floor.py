"""The floor of the studio: a crew in each booth, looked after while they work."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from threading import Event

from issuecast.models import Recording
from issuecast.speak.booth import Booth
from issuecast.speak.crew import Crew
from issuecast.speak.request import Request

LOOK_S = 1.0
"""So often the engines are looked after while no take comes."""

LEAVE_S = 3.0
"""An engine gets so long to end what is under way; a build that fails does not wait longer for it."""


class Floor:
    """Booths at work.

    Args:
        booths: by the names of their engines.
        crews: the threads that work in them, for each that has work.
        stop: set when nobody waits for takes any more.
    """

    def __init__(self, booths: Mapping[str, Booth], crews: Mapping[str, Crew], stop: Event) -> None:
        self._booths, self._crews, self._stop = booths, crews, stop
        self._recordings: dict[Future[Recording], Request] = {}

    def takes(
        self, requests: Iterable[Request], take: Callable[[Booth, Request], Recording]
    ) -> Iterator[tuple[Request, Recording]]:
        """The takes, in the order in which they come.

        Raises:
            EngineUnavailable: there is one that will not.
        """
        done: SimpleQueue[Future[Recording]] = SimpleQueue()
        self._recordings = {self._begun(request, take): request for request in requests}
        for recording in self._recordings:
            recording.add_done_callback(done.put)
        for _ in self._recordings:
            recording = self._next(done)
            yield self._recordings[recording], recording.result()

    def doubted(self, recorded: Mapping[Request, Recording]) -> list[Request]:
        """Those whose take is short, as their voice's pace is known by now."""
        return [one for one, take in recorded.items() if self._booths[one.voice.engine].doubts(one, take)]

    def clear(self) -> None:
        """Begin nothing more, and end what is under way."""
        self._stop.set()
        for recording in self._recordings:
            recording.cancel()
        for booth in self._booths.values():
            booth.leave()

    def leave(self) -> None:
        """Send the crews home."""
        for crew in self._crews.values():
            crew.leave(LEAVE_S)

    def _begun(self, request: Request, take: Callable[[Booth, Request], Recording]) -> Future[Recording]:
        booth = self._booths[request.voice.engine]
        return self._crews[request.voice.engine].submit(lambda: take(booth, request))

    def _next(self, done: SimpleQueue[Future[Recording]]) -> Future[Recording]:
        while True:
            for booth in self._booths.values():
                booth.look()
            try:
                return done.get(timeout=LOOK_S)
            except Empty:
                continue
