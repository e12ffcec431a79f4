"""What voicing took, counted: for the summary, the report and the record of the episode."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock

from issuecast.models import DurationMs, Take
from issuecast.speak.engines import Engine
from issuecast.speak.request import Request


@dataclass(frozen=True, slots=True)
class EngineTally:
    """What one engine did for one cast.

    `characters` are those of all `requests`, which is what a service may charge for; `retries` are the
    requests that only followed a failed one, and `faults` tells what had failed, how often. `cached` takes
    were not asked for, since an earlier build had kept them; `sound_ms` is the length of all takes.
    """

    cast: str
    engine: str
    version: str
    characters: int = 0
    requests: int = 0
    retries: int = 0
    cached: int = 0
    sound_ms: DurationMs = 0
    faults: Mapping[str, int] = field(default_factory=dict)

    def __str__(self) -> str:
        """As in "edge: 52 requests of 6,120 characters, 3 of them again, 5:12 of speech"."""
        counts = [f"{_many(self.requests, 'request')} of {_many(self.characters, 'character')}"]
        counts += [f"{self.retries:,} of them again"] * bool(self.retries)
        counts += [f"{_many(self.cached, 'take')} kept from before"] * bool(self.cached)
        minutes, seconds = divmod(round(self.sound_ms / 1000), 60)
        counts += [f"{minutes}:{seconds:02} of speech"] * bool(self.sound_ms)
        faults = "; ".join(f"{count} × {fault}" for fault, count in self.faults.items())
        return f"{self.engine}: {', '.join(counts)}" + (f" ({faults})" if faults else "")


def _many(number: int, one: str) -> str:
    return f"{number:,} {one}" if number == 1 else f"{number:,} {one}s"


@dataclass(frozen=True, slots=True)
class Tally:
    """What every engine did, in the order in which they were called: a cast that gave up comes first."""

    engines: tuple[EngineTally, ...] = ()


class Ledger:
    """Counts for one engine of one cast, from several threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._counts: Counter[str] = Counter()
        self._faults: Counter[str] = Counter()
        self._sound_ms: dict[Request, DurationMs] = {}

    def asked(self, text: str, *, again: bool) -> None:
        """The engine is asked for a text."""
        with self._lock:
            self._counts.update(characters=len(text), requests=1, retries=int(again))

    def never_asked(self, text: str, *, again: bool) -> None:
        """It was not asked after all: the build ended before that came to its turn."""
        with self._lock:
            self._counts.subtract({"characters": len(text), "requests": 1, "retries": int(again)})

    def failed(self, fault: str) -> None:
        with self._lock:
            self._faults[fault] += 1

    def found(self) -> None:
        """A take was there already."""
        with self._lock:
            self._counts["cached"] += 1

    def used(self, request: Request, take: Take) -> None:
        """A take is what the request gets, in place of an earlier one if there was one."""
        with self._lock:
            self._sound_ms[request] = take.duration_ms

    def tally(self, cast: str, engine: Engine) -> EngineTally:
        """The counts so far."""
        with self._lock:
            return EngineTally(
                cast,
                engine.name,
                engine.version,
                **self._counts,
                sound_ms=sum(self._sound_ms.values()),
                faults=dict(self._faults),
            )
