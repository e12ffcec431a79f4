"""The studio: what is to be said goes to the engines, in parallel, and comes back as whole takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from contextlib import ExitStack
from dataclasses import dataclass
from secrets import SystemRandom
from threading import Event

from issuecast.errors import EngineUnavailable, IssuecastError
from issuecast.models import Take, Voice
from issuecast.speak.engines import Engine
from issuecast.speak.trim import trimmed
from issuecast.speak.verify import fault, opening, speakable

TRIES = 3
BACKOFF_S = 0.5
"""Before the second try; twice that before the third. Jittered, so that tries do not march in step."""

_WAY_OUT = "try again later, or name another cast with --cast"

UNSPEAKABLE = Take(bytes(2 * 24_000 * 200 // 1000), 24_000)
"""For a line of mere punctuation: 200 ms of silence."""


@dataclass(frozen=True, slots=True)
class Request:
    """A text to be said by a voice; equal requests are recorded once."""

    text: str
    voice: Voice


class BadTakeError(Exception):
    """A take came, but not what was asked for."""


def record(
    requests: Iterable[Request], engines: Mapping[str, Engine], on_take: Callable[[Request], None]
) -> Mapping[Request, Take]:
    """A whole take, trimmed of silence at its ends, for every request.

    Args:
        requests: any number, repetitions included.
        engines: by name, every one that a request's voice names; each is kept as busy as it allows.
        on_take: hears of each distinct request when it is done, in the caller's thread.

    Raises:
        EngineUnavailable: an engine gave up on a request; what was not begun by then never is.
    """
    stop = Event()
    with ExitStack() as pools:
        pool = {
            name: pools.enter_context(ThreadPoolExecutor(engine.concurrency))
            for name, engine in engines.items()
        }
        recordings: dict[Future[Take], Request] = {
            pool[request.voice.engine].submit(_take, request, engines[request.voice.engine], stop): request
            for request in dict.fromkeys(requests)
        }
        takes: dict[Request, Take] = {}
        try:
            for recording in as_completed(recordings):
                request = recordings[recording]
                takes[request] = recording.result()
                on_take(request)
        except BaseException:
            stop.set()
            for recording in recordings:
                recording.cancel()
            raise
    return takes


def _take(request: Request, engine: Engine, stop: Event) -> Take:
    """One request, tried until it succeeds or the engine is given up."""
    if not speakable(request.text):
        return UNSPEAKABLE
    faults: list[str] = []
    while True:
        try:
            return _verified(engine, request)
        except EngineUnavailable:
            raise
        except Exception as error:
            faults.append(_told(error))
            if len(faults) == TRIES or stop.wait(BACKOFF_S * 2 ** (len(faults) - 1) * _jitter()):
                said = f"{engine.name} failed {len(faults)} times to say “{opening(request.text)}”"
                raise EngineUnavailable(f"{said} ({_counted(faults)})", _WAY_OUT) from error


def _verified(engine: Engine, request: Request) -> Take:
    take = engine.speak(request.text, request.voice.name)
    if not getattr(engine, "sounds", True):
        return take
    take = trimmed(take)
    if wrong := fault(take, request.text):
        raise BadTakeError(wrong)
    return take


def _jitter() -> float:
    return SystemRandom().uniform(0.5, 1.5)


def _told(error: Exception) -> str:
    """The error in words; some, such as a time-out, have only a name."""
    return error.problem if isinstance(error, IssuecastError) else str(error) or type(error).__name__


def _counted(faults: Iterable[str]) -> str:
    counts = Counter(faults)
    return ", ".join(f"{count} × {fault}" if count > 1 else fault for fault, count in counts.items())
