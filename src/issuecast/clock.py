"""How long each stage took."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager


class Stopwatch:
    """Adds up the time spent in each stage; a stage that was not reached took 0 ms."""

    def __init__(self, *stages: str) -> None:
        self._spent_s = dict.fromkeys(stages, 0.0)

    @contextmanager
    def measuring(self, stage: str) -> Iterator[None]:
        start = time.perf_counter()
        try:
            yield
        finally:
            self._spent_s[stage] += time.perf_counter() - start

    @property
    def timings_ms(self) -> dict[str, int]:
        return {stage: round(spent * 1000) for stage, spent in self._spent_s.items()}
