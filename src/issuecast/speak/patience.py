"""How often a take is tried, how long is waited between, and what is said when there is no hope left."""

from __future__ import annotations

from collections import Counter
from secrets import SystemRandom
from time import monotonic

from issuecast.errors import EngineUnavailable, IssuecastError
from issuecast.models import DurationMs, Recording
from issuecast.speak.engines import Engine, TextRefused, TryAgain
from issuecast.speak.verify import opening

PATIENCE_S = 150.0
"""From the first request for a take to the begin of its last: a service that restarts is back by then, and
four requests that hang, of 30 s each, are survived."""

BACKOFF_S, LONGEST_BACKOFF_S = 0.5, 15.0
"""Before the second try; twice as long before each further one, at most the latter. Jittered, so that tries
do not march in step."""

WRONG_TAKES = 9
"""So many in a row that are not the whole text, and the text is taken for one that the engine cannot say."""

ALIKE = 0.1
"""By so much two whole takes of a neural voice may differ in length."""

_OR_ANOTHER = "or name another cast with --cast"


class BadTakeError(Exception):
    """A take came, but not what was asked for."""


class Patience:
    """With one text and one engine, from the moment in which this is made."""

    def __init__(self, engine: Engine, text: str) -> None:
        self._engine, self._text = engine, text
        self._gives_up_at = monotonic() + PATIENCE_S
        self._faults: list[str] = []
        self._wrong_takes = 0
        self._heard_ms: list[DurationMs] = []

    @property
    def tried(self) -> bool:
        """Whether a try has failed."""
        return bool(self._faults)

    def has_heard(self, take: Recording) -> bool:
        """Whether a take is as long as one before; what is cut by accident is cut elsewhere each time."""
        alike = any(abs(take.duration_ms - ms) <= ALIKE * ms for ms in self._heard_ms)
        self._heard_ms.append(take.duration_ms)
        return alike

    def waited(self, seconds: float) -> None:
        """So long a try only waited for its turn."""
        self._gives_up_at += seconds

    def pause_s(self, error: Exception) -> float:
        """How long to wait after that error before the next try.

        Raises:
            EngineUnavailable: there should be none.
        """
        self._faults.append(told(error))
        self._wrong_takes = self._wrong_takes + 1 if isinstance(error, BadTakeError) else 0
        if isinstance(error, TypeError | AttributeError | NameError):
            problem = f"the engine {self._engine.name} has an error ({type(error).__name__}: {error})"
            raise EngineUnavailable(problem, f"mend it, {_OR_ANOTHER}") from error
        steady = getattr(self._engine, "steady", False)
        if isinstance(error, TextRefused) or (steady and self._wrong_takes):
            raise self._given_up("cannot say", f"reword the line in the script, {_OR_ANOTHER}") from error
        if self._wrong_takes == WRONG_TAKES:
            way_out = f"reword the line in the script, try again later, {_OR_ANOTHER}"
            raise self._given_up(self._failed_to_say, way_out) from error
        asked_s = asked_to_wait_s(error)
        pause_s = max(asked_s, self._backoff_s())
        if monotonic() + pause_s > self._gives_up_at:
            when = f"in {-(-asked_s // 60):.0f} min" if asked_s > PATIENCE_S else "later"
            raise self._given_up(self._failed_to_say, f"try again {when}, {_OR_ANOTHER}") from error
        return pause_s

    @property
    def _failed_to_say(self) -> str:
        count = len(self._faults)
        return f"failed {'once' if count == 1 else f'{count} times'} to say"

    def _backoff_s(self) -> float:
        doubled = BACKOFF_S * 2.0 ** min(len(self._faults) - 1, 10)
        return min(doubled, LONGEST_BACKOFF_S) * SystemRandom().uniform(0.5, 1.5)

    def _given_up(self, did: str, way_out: str) -> EngineUnavailable:
        counts = Counter(self._faults).items()
        faults = ", ".join(f"{count} × {fault}" if count > 1 else fault for fault, count in counts)
        return EngineUnavailable(f"{self._engine.name} {did} “{opening(self._text)}” ({faults})", way_out)


def asked_to_wait_s(error: Exception) -> float:
    """How long the service wants to be left alone, 0 if it did not say."""
    return error.after_s if isinstance(error, TryAgain) else 0


def told(error: Exception) -> str:
    """The error in words; some, such as a time-out, have only a name."""
    return error.problem if isinstance(error, IssuecastError) else str(error) or type(error).__name__
