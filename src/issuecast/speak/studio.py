"""The studio: what is to be said goes to the engines, in parallel, and comes back as whole takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from contextlib import ExitStack
from threading import Event

from issuecast.models import Recording, Take
from issuecast.speak.booth import Booth
from issuecast.speak.engines import Engine
from issuecast.speak.join import joined
from issuecast.speak.laid_by import lay_by
from issuecast.speak.pieces import pieces
from issuecast.speak.request import Request
from issuecast.speak.store import TakeStore
from issuecast.speak.tally import Ledger
from issuecast.speak.verify import speakable
from issuecast.spool import Spool

UNSPEAKABLE = Take(bytes(2 * 24_000 * 200 // 1000), 24_000)
"""For a line of mere punctuation: 200 ms of silence."""


def record(  # noqa: PLR0913  three may be left out
    requests: Iterable[Request],
    engines: Mapping[str, Engine],
    on_take: Callable[[Request], None],
    *,
    store: TakeStore | None = None,
    ledgers: Mapping[str, Ledger] | None = None,
    spool: Spool | None = None,
) -> Mapping[Request, Recording]:
    """A whole take, trimmed of silence at its ends, with word times, for every request.

    Args:
        requests: any number, repetitions included.
        engines: by name, every one that a request's voice names; each is kept as busy as it allows.
        on_take: hears of each distinct request when it is done, in the caller's thread.
        store: has takes of earlier builds, and gets those of this one.
        ledgers: by engine, each is told what it did.
        spool: where takes are laid by; without it they stay in memory.

    Raises:
        EngineUnavailable: an engine gave up on a request; what was not begun by then never is.
    """
    stop = Event()
    booths = {
        name: Booth(engine, store, (ledgers or {}).get(name) or Ledger(), stop, spool)
        for name, engine in engines.items()
    }
    parts = {request: _parts(request, engines[request.voice.engine]) for request in dict.fromkeys(requests)}
    with ExitStack() as pools:
        pool = {
            name: pools.enter_context(ThreadPoolExecutor(engine.concurrency))
            for name, engine in engines.items()
        }
        recordings = {
            pool[part.voice.engine].submit(booths[part.voice.engine].take, part): part
            for part in dict.fromkeys(part for wanted in parts.values() for part in wanted)
        }
        try:
            return _collected(parts, recordings, on_take, spool)
        except BaseException:
            stop.set()
            for recording in recordings:
                recording.cancel()
            for booth in booths.values():
                booth.leave()
            raise


def _parts(request: Request, engine: Engine) -> tuple[Request, ...]:
    """The request, cut into what the engine takes at once; none if there is nothing to say."""
    longest: int | None = getattr(engine, "longest_bytes", None)
    texts = pieces(request.text, longest) if longest else (request.text,)
    return tuple(Request(text, request.voice, request.delivery) for text in texts if speakable(text))


def _collected(
    parts: Mapping[Request, tuple[Request, ...]],
    recordings: Mapping[Future[Recording], Request],
    on_take: Callable[[Request], None],
    spool: Spool | None,
) -> Mapping[Request, Recording]:
    """Each request's take, as soon as all its parts are there."""
    recorded: dict[Request, Recording] = {}
    takes: dict[Request, Recording] = {}
    wanted_by: dict[Request, list[Request]] = {}
    for request, its_parts in parts.items():
        for part in dict.fromkeys(its_parts):
            wanted_by.setdefault(part, []).append(request)
        if not its_parts:
            takes[request] = UNSPEAKABLE
            on_take(request)
    for recording in as_completed(recordings):
        part = recordings[recording]
        recorded[part] = recording.result()
        for request in wanted_by[part]:
            its_parts = parts[request]
            if all(one in recorded for one in its_parts):
                takes[request] = _whole(its_parts, recorded, spool)
                on_take(request)
    return takes


def _whole(
    parts: tuple[Request, ...], recorded: Mapping[Request, Recording], spool: Spool | None
) -> Recording:
    if len(parts) == 1:
        return recorded[parts[0]]
    take = joined([one.text for one in parts], [recorded[one] for one in parts])
    return lay_by(take, spool) if spool else take
