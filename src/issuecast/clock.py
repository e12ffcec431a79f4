"""The time of day, read in one place, and how long each stage took."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime


def now() -> datetime:
    """The time that decides which episodes are out.

    SOURCE_DATE_EPOCH, in seconds since 1970, stands for it where the same build is wanted at another time.
    Source: https://reproducible-builds.org/specs/source-date-epoch/
    """
    with suppress(KeyError, ValueError, OverflowError):
        return datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)
    return datetime.now(UTC)


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
