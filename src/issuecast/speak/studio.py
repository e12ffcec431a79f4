"""The studio: what is to be said goes to the engines, in parallel, and comes back as whole takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from threading import Event

from issuecast.models import Recording, Take
from issuecast.speak.booth import Booth
from issuecast.speak.crew import Crew
from issuecast.speak.engines import Engine
from issuecast.speak.floor import Floor
from issuecast.speak.join import joined
from issuecast.speak.laid_by import lay_by
from issuecast.speak.parts import parts
from issuecast.speak.request import Request
from issuecast.speak.store import TakeStore
from issuecast.speak.tally import Ledger
from issuecast.speak.watch import ANSWER_WITHIN_S, Watch
from issuecast.spool import Spool

UNSPEAKABLE = Take(bytes(2 * 24_000 * 200 // 1000), 24_000)
"""For a line of mere punctuation: 200 ms of silence."""

MOST_ROUNDS = 3
"""In which takes that turned out to be short are replaced. Each passed by the pace known when it came, which
the new takes raise; one that would be doubted for ever has no pace."""


def record(  # noqa: PLR0913  five may be left out
    requests: Iterable[Request],
    engines: Mapping[str, Engine],
    on_take: Callable[[Request], None],
    *,
    call: Callable[[str], None] = lambda _: None,
    store: TakeStore | None = None,
    ledgers: Mapping[str, Ledger] | None = None,
    spool: Spool | None = None,
    notify: Callable[[str], None] = lambda _: None,
    answer_within_s: float = ANSWER_WITHIN_S,
) -> Mapping[Request, Recording]:
    """A whole take, trimmed of silence at its ends, with word times, for every request.

    Args:
        requests: any number, repetitions included.
        engines: by name, every one that a request's voice names; each is kept as busy as it allows.
        on_take: hears of each distinct request when it is done, in the caller's thread.
        call: sees that an engine of that name can speak, before it is asked for anything that is not kept.
        store: has takes of earlier builds, and gets those of this one.
        ledgers: by engine, each is told what it did.
        spool: where takes are laid by; without it they stay in memory.
        notify: is told in a sentence, in the caller's thread, of an engine that is silent for long.
        answer_within_s: an engine that is silent longer on one text is given up.

    Raises:
        EngineUnavailable: an engine gave up on a request, or never came back; what was not begun never is.
    """
    cut = {request: parts(request, engines[request.voice.engine]) for request in dict.fromkeys(requests)}
    wanted = dict.fromkeys(part for its_parts in cut.values() for part in its_parts)
    stop = Event()
    booths = {
        name: Booth(
            engine,
            Watch(name, notify, answer_within_s),
            stop,
            store=store,
            ledger=(ledgers or {}).get(name) or Ledger(),
            spool=spool,
            call=partial(call, name),
        )
        for name, engine in engines.items()
    }
    sizes = Counter(part.voice.engine for part in wanted)
    crews = {name: Crew(min(engines[name].concurrency, size)) for name, size in sizes.items()}
    floor = Floor(booths, crews, stop)
    try:
        recorded = _all_recorded(floor, cut, on_take)
    except BaseException:
        floor.clear()
        raise
    finally:
        floor.leave()
    return {request: _whole(its_parts, recorded, spool) for request, its_parts in cut.items()}


def _all_recorded(
    floor: Floor, cut: Mapping[Request, tuple[Request, ...]], on_take: Callable[[Request], None]
) -> Mapping[Request, Recording]:
    """Every part's take, none of them short for its voice; `on_take` hears of a request when it has all."""
    missing = {request: set(its_parts) for request, its_parts in cut.items()}
    wanted_by: dict[Request, list[Request]] = {}
    for request, its_parts in missing.items():
        for part in its_parts:
            wanted_by.setdefault(part, []).append(request)
        if not its_parts:
            on_take(request)
    recorded: dict[Request, Recording] = {}
    for part, take in floor.takes(dict.fromkeys(part for its in cut.values() for part in its), Booth.take):
        recorded[part] = take
        for request in wanted_by[part]:
            missing[request].remove(part)
            if not missing[request]:
                on_take(request)
    for _ in range(MOST_ROUNDS):
        recorded.update(floor.takes(floor.doubted(recorded), Booth.another))
    return recorded


def _whole(
    its_parts: tuple[Request, ...], recorded: Mapping[Request, Recording], spool: Spool | None
) -> Recording:
    if not its_parts:
        return UNSPEAKABLE
    if len(its_parts) == 1:
        return recorded[its_parts[0]]
    take = joined([one.text for one in its_parts], [recorded[one] for one in its_parts])
    return lay_by(take, spool) if spool else take
