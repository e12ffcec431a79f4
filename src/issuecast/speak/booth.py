"""A booth of the studio: one engine, which is asked until a whole take comes or there is no hope left."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from threading import Event, Lock
from time import monotonic

from issuecast.errors import IssuecastError
from issuecast.models import Maker, Recording, Take
from issuecast.speak.engines import Engine
from issuecast.speak.laid_by import lay_by
from issuecast.speak.patience import BadTakeError, Patience, asked_to_wait_s, told
from issuecast.speak.request import Request
from issuecast.speak.store import TakeStore
from issuecast.speak.take_shape import shaped
from issuecast.speak.tally import Ledger
from issuecast.speak.tempo import Tempo
from issuecast.speak.trim import fitted, trimmed
from issuecast.speak.verify import doubt, fault
from issuecast.speak.watch import Watch
from issuecast.speak.word_times import estimated
from issuecast.spool import Spool


class Booth:
    """One engine at work.

    Args:
        engine: is asked.
        watch: sees how long the engine is silent.
        stop: set when nobody waits for takes any more.
        store: has takes of earlier builds, and gets new ones; None if nothing is kept.
        ledger: counts.
        spool: where takes are laid by; None if they stay in memory.
        call: sees that the engine can speak, before it is asked for the first take.
    """

    def __init__(  # noqa: PLR0913  who works in it
        self,
        engine: Engine,
        watch: Watch,
        stop: Event,
        *,
        store: TakeStore | None,
        ledger: Ledger,
        spool: Spool | None,
        call: Callable[[], None],
    ) -> None:
        self._engine = engine
        self._sounds: bool = getattr(engine, "sounds", True)
        self._speed: float = getattr(engine, "speed", 1.0)
        self._by_pace = self._sounds and not getattr(engine, "steady", False)
        self._store = store if self._sounds else None
        self._ledger, self._watch, self._tempo = ledger, watch, Tempo()
        self._stop, self._call, self._door = stop, call, Lock()
        self._spool = spool
        self._opens_at = 0.0

    def take(self, request: Request) -> Recording:
        """A whole take, kept from an earlier build or recorded now; called from several threads.

        Raises:
            EngineUnavailable: the engine, or the text, is given up.
            IssuecastError: any other that the engine raises.
            CancelledError: nobody waits for it any more.
        """
        return self._used(request, self._kept(request) or self._claimed(request, self._kept))

    def another(self, request: Request) -> Recording:
        """A take in place of one that turned out to be short; raises as `take` does."""
        return self._used(request, self._claimed(request, lambda _: None))

    def doubts(self, request: Request, take: Recording) -> bool:
        """Whether a take is short for its voice, as the voice's pace is known by now."""
        return self._goes_by_pace(take) and bool(self._tempo.fault(request, take))

    def look(self) -> None:
        """See whether the engine is silent for long, as `Watch` tells."""
        self._watch.look()

    def leave(self) -> None:
        """End what is under way as soon as the engine can."""
        getattr(self._engine, "hang_up", lambda: None)()

    def _used(self, request: Request, take: Take) -> Recording:
        if self._goes_by_pace(take):
            self._tempo.hear(request, take)
        self._ledger.used(request, take)
        return lay_by(take, self._spool) if self._spool else take

    def _claimed(self, request: Request, kept: Callable[[Request], Take | None]) -> Take:
        """What another build has made meanwhile, or a new recording, which no other build makes at once."""

        def wait(seconds: float) -> None:
            self._watch.awaits_another_build()
            if self._stop.wait(seconds):
                raise CancelledError

        claim: AbstractContextManager[None] = nullcontext()
        if self._store:
            claim = self._store.claim(request, self._engine, wait)
        with claim:
            return kept(request) or self._recorded(request)

    def _kept(self, request: Request) -> Take | None:
        raw = self._store.find(request, self._engine) if self._store else None
        if raw is None:
            return None
        try:
            take = self._whole(raw, request)
        except (
            BadTakeError
        ):  # it was held to be whole once, by an earlier version or before the pace was known
            return None
        self._ledger.found()
        return self._timed(take, request)

    def _recorded(self, request: Request) -> Take:
        with self._door:  # one calls the engine, the others wait for its answer
            self._wait(0)
            self._call()
        patience = Patience(self._engine, request.text)
        while True:
            try:
                return self._asked(request, patience)
            except IssuecastError as error:
                self._failed(error)
                raise
            except Exception as error:
                if self._stop.is_set():
                    raise CancelledError from error
                self._failed(error)
                pause_s = patience.pause_s(error)
                self._opens_at = max(self._opens_at, monotonic() + asked_to_wait_s(error))
            # The thread asks for nothing else meanwhile: a service in trouble gets fewer requests.
            self._wait(pause_s)

    def _failed(self, error: Exception) -> None:
        self._ledger.failed(told(error))
        self._watch.failed(told(error))

    def _wait(self, pause_s: float) -> None:
        """Wait so long, and until the service wants to be asked again; whoever was told that, all wait."""
        until = monotonic() + pause_s
        while True:
            left_s = max(until, self._opens_at) - monotonic()
            if self._stop.wait(max(0.0, left_s)):
                raise CancelledError
            if left_s <= 0:
                return

    def _asked(self, request: Request, patience: Patience) -> Take:
        """One try. What comes is kept as soon as it is known to be whole, before anything else is done."""
        again = patience.tried
        self._ledger.asked(request.text, again=again)
        with self._watch.attempt(request.text) as attempt:
            try:
                raw = self._engine.speak(request.text, request.voice.name, request.delivery)
            finally:
                patience.waited(attempt.waited_s)
                if attempt.waits:
                    self._ledger.never_asked(request.text, again=again)
            raw = replace(shaped(raw, self._engine.name), maker=Maker(self._engine.version, request.voice))
            take = self._whole(raw, request)
            self._believe(take, request, patience)
            if self._store:
                self._store.keep(request, self._engine, raw)
            self._watch.answered(attempt)
        return self._timed(take, request)

    def _believe(self, take: Take, request: Request, patience: Patience) -> None:
        """A new take that is short for any voice, while its own voice's pace is not known, must come twice.

        Raises:
            BadTakeError: it came once.
        """
        if not self._goes_by_pace(take) or self._tempo.knows(request):
            return
        wrong = doubt(take, request.text, request.delivery, self._speed)
        if wrong and not patience.has_heard(take):
            raise BadTakeError(wrong)

    def _whole(self, raw: Take, request: Request) -> Take:
        """The take without the silence around it.

        Raises:
            BadTakeError: it is not the whole text.
        """
        if not self._sounds:
            return raw
        take = trimmed(raw)
        wrong = fault(take, request.text, request.delivery, self._speed)
        if wrong := wrong or (self._tempo.fault(request, take) if self._goes_by_pace(take) else ""):
            raise BadTakeError(wrong)
        return fitted(take)

    def _goes_by_pace(self, take: Recording) -> bool:
        """Whether only the voice's pace tells that a take is whole, and another one may differ."""
        return self._by_pace and (take.estimated or not take.words)

    def _timed(self, take: Take, request: Request) -> Take:
        return estimated(take, request.text) if self._sounds and not take.words else take
