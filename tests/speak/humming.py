"""A stranger's engine, for the tests of the studio."""

from __future__ import annotations

import threading
import time

from issuecast.models import Delivery, Take
from issuecast.speak.engines import NATURAL


class HummingEngine:
    """Hums 60 ms a letter, after some failures for each text, each call a while."""

    name = "hum"
    version = "hum 1"

    def __init__(self, failures: int = 0, concurrency: int = 1, seconds: float = 0) -> None:
        self.concurrency = concurrency
        self.said: list[str] = []
        self.most_at_once = 0
        self._failures, self._seconds = failures, seconds
        self._at_once, self._lock = 0, threading.Lock()

    def check(self) -> None: ...

    def voices(self) -> tuple[str, ...]:
        return ()

    def speak(self, text: str, voice: str, delivery: Delivery = NATURAL) -> Take:
        with self._lock:
            self.said.append(text)
            failed = self.said.count(text) <= self._failures
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
        time.sleep(self._seconds)
        with self._lock:
            self._at_once -= 1
        if failed:
            raise RuntimeError("the string broke")
        return Take(b"\x00\x20" * (24 * 60 * len(text)), 24_000)
