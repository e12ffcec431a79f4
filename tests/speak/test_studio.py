from __future__ import annotations

import threading
import time

import pytest

from issuecast.errors import EngineUnavailable
from issuecast.models import Take, Voice
from issuecast.speak import studio
from issuecast.speak.silent import SilentEngine
from issuecast.speak.studio import UNSPEAKABLE, Request, record

HUM = Voice("hum", "any")


class HummingEngine:
    """A stranger's engine: hums 60 ms a letter, after some failures for each text, each call a while."""

    name = "hum"

    def __init__(self, failures: int = 0, concurrency: int = 1, seconds: float = 0) -> None:
        self.concurrency = concurrency
        self.said: list[str] = []
        self.most_at_once = 0
        self._failures, self._seconds = failures, seconds
        self._at_once, self._lock = 0, threading.Lock()

    def check(self) -> None: ...

    def voices(self) -> tuple[str, ...]:
        return ()

    def speak(self, text: str, voice: str) -> Take:
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


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(studio, "BACKOFF_S", 0.01)


def test_every_request_has_its_take_and_equal_ones_are_said_once() -> None:
    """Takes belong to their requests, and a sentence that returns is not said twice."""
    texts = ["One story.", "Another one.", "One story.", "A third story."]
    requests, engine, heard = [Request(text, HUM) for text in texts], HummingEngine(), list[Request]()
    takes = record(requests, {"hum": engine}, heard.append)
    assert [takes[request].duration_ms for request in requests] == [60 * len(text) for text in texts]
    assert sorted(engine.said) == sorted(set(texts))
    assert set(heard) == set(requests)
    assert len(heard) == 3


def test_an_engine_is_as_busy_as_it_allows() -> None:
    """Three at once are three at once, never four."""
    engine = HummingEngine(concurrency=3, seconds=0.02)
    record([Request(f"Story {letter}", HUM) for letter in "abcdefghi"], {"hum": engine}, lambda _: None)
    assert engine.most_at_once == 3


def test_two_failures_are_forgiven() -> None:
    """A take that fails is tried three times."""
    engine, request = HummingEngine(failures=2), Request("One story.", HUM)
    assert record([request], {"hum": engine}, lambda _: None)[request].duration_ms == 600
    assert len(engine.said) == 3


def test_the_third_failure_is_final_and_ends_the_work() -> None:
    """Nothing is begun after an engine was given up; the sentence tells what happened, and how often."""
    engine = HummingEngine(failures=3)
    with pytest.raises(EngineUnavailable) as caught:
        record([Request(f"Story {letter}", HUM) for letter in "abcdefghi"], {"hum": engine}, lambda _: None)
    assert str(caught.value) == (
        "hum failed 3 times to say “Story a” (3 × the string broke): "
        "try again later, or name another cast with --cast."
    )
    assert len(engine.said) <= 5


def test_mere_punctuation_is_a_short_silence() -> None:
    """A line without a letter is not for an engine."""
    engine, request = HummingEngine(), Request("…", HUM)
    assert record([request], {"hum": engine}, lambda _: None) == {request: UNSPEAKABLE}
    assert engine.said == []
    assert UNSPEAKABLE.duration_ms == 200


def test_silence_on_purpose_is_no_fault() -> None:
    """The silent engine's takes are neither trimmed nor refused."""
    request = Request("One story.", Voice("silent", "any"))
    takes = record([request], {"silent": SilentEngine()}, lambda _: None)
    assert takes[request] == SilentEngine().speak("One story.", "any")


def test_a_silent_take_of_a_voice_is_a_fault() -> None:
    """Any other engine that gives silence has failed."""

    class Mute(HummingEngine):
        def speak(self, text: str, voice: str) -> Take:
            return Take(bytes(48_000), 24_000)

    with pytest.raises(EngineUnavailable, match="3 × no sound came"):
        record([Request("One story.", HUM)], {"hum": Mute()}, lambda _: None)
