"""A booth of the studio: one engine, which is asked until a whole take comes or there is no hope left."""

from __future__ import annotations

from concurrent.futures import CancelledError
from threading import Event
from time import monotonic

from issuecast.errors import IssuecastError
from issuecast.models import Recording, Take
from issuecast.speak.engines import Engine
from issuecast.speak.laid_by import lay_by
from issuecast.speak.patience import BadTakeError, Patience, asked_to_wait_s, told
from issuecast.speak.request import Request
from issuecast.speak.store import TakeStore
from issuecast.speak.tally import Ledger
from issuecast.speak.trim import trimmed
from issuecast.speak.verify import fault
from issuecast.speak.word_times import estimated
from issuecast.spool import Spool


class Booth:
    """One engine at work.

    Args:
        engine: is asked.
        store: has takes of earlier builds, and gets new ones; None if nothing is kept.
        ledger: counts.
        stop: set when nobody waits for takes any more.
        spool: where takes are laid by; None if they stay in memory.
    """

    def __init__(
        self, engine: Engine, store: TakeStore | None, ledger: Ledger, stop: Event, spool: Spool | None
    ) -> None:
        self._engine = engine
        self._sounds: bool = getattr(engine, "sounds", True)
        self._store = store if self._sounds else None
        self._ledger = ledger
        self._stop = stop
        self._spool = spool
        self._opens_at = 0.0

    def take(self, request: Request) -> Recording:
        """A whole take, kept from an earlier build or recorded now; called from several threads.

        Raises:
            EngineUnavailable: the engine, or the text, is given up.
            IssuecastError: any other that the engine raises.
            CancelledError: nobody waits for it any more.
        """
        take = self._kept(request) or self._recorded(request)
        self._ledger.used(take)
        return lay_by(take, self._spool) if self._spool else take

    def leave(self) -> None:
        """End what is under way as soon as the engine can."""
        getattr(self._engine, "hang_up", lambda: None)()

    def _kept(self, request: Request) -> Take | None:
        raw = self._store.find(request, self._engine) if self._store else None
        if raw is None:
            return None
        try:
            take = self._finished(raw, request)
        except BadTakeError:  # it was held to be whole once, by an earlier version
            return None
        self._ledger.found()
        return take

    def _recorded(self, request: Request) -> Take:
        self._wait(0)
        patience = Patience(self._engine, request.text)
        while True:
            try:
                return self._asked(request, again=patience.tried)
            except IssuecastError as error:
                self._ledger.failed(told(error))
                raise
            except Exception as error:
                if self._stop.is_set():
                    raise CancelledError from error
                self._ledger.failed(told(error))
                pause_s = patience.pause_s(error)
                self._opens_at = max(self._opens_at, monotonic() + asked_to_wait_s(error))
            # The thread asks for nothing else meanwhile: a service in trouble gets fewer requests.
            self._wait(pause_s)

    def _wait(self, pause_s: float) -> None:
        """Wait so long, and until the service wants to be asked again; whoever was told that, all wait."""
        until = monotonic() + pause_s
        while True:
            left_s = max(until, self._opens_at) - monotonic()
            if self._stop.wait(max(0.0, left_s)):
                raise CancelledError
            if left_s <= 0:
                return

    def _asked(self, request: Request, *, again: bool) -> Take:
        self._ledger.asked(request.text, again=again)
        raw = self._engine.speak(request.text, request.voice.name, request.delivery)
        take = self._finished(raw, request)
        if self._store:
            self._store.keep(request, self._engine, raw)
        return take

    def _finished(self, raw: Take, request: Request) -> Take:
        """The take as it is mixed, if it is the whole text."""
        if not self._sounds:
            return raw
        take = trimmed(raw)
        if wrong := fault(take, request.text, request.delivery):
            raise BadTakeError(wrong)
        return take if take.words else estimated(take, request.text)
