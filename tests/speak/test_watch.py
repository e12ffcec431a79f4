"""An engine that says nothing is told of, and given up in the end; waiting for one's turn does not count."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from pathlib import Path
from threading import Event, Thread

import pytest

from issuecast.errors import EngineUnavailable
from issuecast.models import Delivery, Take, Voice
from issuecast.speak import patience
from issuecast.speak.calls import Calls
from issuecast.speak.engines import NATURAL, TryAgain
from issuecast.speak.request import Request
from issuecast.speak.studio import record
from issuecast.speak.tally import Ledger
from issuecast.speak.watch import Watch

from .humming import HummingEngine

HUNG = """
import time
from issuecast.speak import engines
from issuecast.models import Chapter, Line, Script, Voice
from issuecast.show import Show, Voicing
from issuecast.speak import perform

class Hung:
    name, version, concurrency = "hung", "1", 2
    def check(self): ...
    def voices(self): return ()
    def speak(self, text, voice, delivery):
        time.sleep(3600)

found = engines._entry_point
engines._entry_point = lambda name: Hung if name == "hung" else found(name)
hung, draft = {"HOST": Voice("hung", "x")}, {"HOST": Voice("espeak", "en-us")}
show = Show(
    casts={"own": hung, "draft": draft}, cast="own", understudies=("draft",), roles={"HOST": {}},
    voicing=Voicing(answer_within_s=1),
)
script = Script("Night", (Chapter("Night", (Line("HOST", "The ferry is late."),)),))
print(perform(script, show, notify=print, on_line=lambda *_: None).cast.name)
"""


class Clock:
    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


def test_silence_is_told_now_and_then() -> None:
    """After 20 s, after 40, after 80; with what went wrong, if something did; an answer ends it."""
    clock, told = Clock(), list[str]()
    watch = Watch("edge", told.append, now_s=clock)
    with watch.attempt("The ferry is late."):
        for _ in range(30):
            clock.now_s += 1
            watch.look()
        watch.failed("it did not finish within 30 s")
    with watch.attempt("The ferry is late.") as attempt:
        for _ in range(12):
            clock.now_s += 1
            watch.look()
        watch.answered(attempt)
    clock.now_s += 100
    watch.look()
    assert told == [
        "edge has given no take for 21 s.",
        "edge has given no take for 41 s (1 × it did not finish within 30 s): it is asked again.",
    ]


def test_an_engine_that_is_slow_by_nature_is_not_called_silent() -> None:
    """Who took half a minute for a take before is not told of when it takes as long again."""
    clock, told = Clock(), list[str]()
    watch = Watch("piper", told.append, now_s=clock)
    for _ in range(3):
        with watch.attempt("The ferry is late.") as attempt:
            for _ in range(28):
                clock.now_s += 1
                watch.look()
            watch.answered(attempt)
    assert told == ["piper has given no take for 21 s."]


def test_an_engine_that_never_returns_is_given_up() -> None:
    """The build ends with one sentence, long before the engine does; the request is counted."""

    class Hung(HummingEngine):
        def speak(self, text: str, voice: str, delivery: Delivery = NATURAL) -> Take:
            go.wait(60)
            return super().speak(text, voice, delivery)

        def hang_up(self) -> None:
            go.set()

    go, ledger, engine = Event(), Ledger(), Hung()
    with pytest.raises(EngineUnavailable) as caught:
        record(
            [Request("One story.", Voice("hum", "any"))],
            {"hum": engine},
            lambda _: None,
            ledgers={"hum": ledger},
            answer_within_s=0.2,
        )
    assert str(caught.value) == (
        "hum has not answered for 1 s to “One story.”: see what holds it up, raise answer_within_s in "
        "[voicing] of show.toml if it needs longer, or name another cast with --cast."
    )
    assert ledger.tally("own", engine).requests == 1


def test_an_understudy_takes_over_from_an_engine_that_never_returns(tmp_path: Path) -> None:
    """Its cast is given up like any other; its threads do not keep the process alive."""
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", HUNG], cwd=tmp_path, capture_output=True, check=False, text=True, timeout=40
    )
    assert done.stderr == ""
    assert done.stdout == (
        "The cast own cannot run here (hung has not answered for 1 s to “The ferry is late.”): "
        "the draft cast speaks.\ndraft\n"
    )
    assert time.monotonic() - began < 20


class Queueing(HummingEngine):
    """More threads than places, as edge has; each answer takes 0.15 s."""

    def __init__(self) -> None:
        super().__init__(concurrency=6)
        self._calls = Calls(1, 10)

    def speak(self, text: str, voice: str, delivery: Delivery = NATURAL) -> Take:
        async def answer() -> Take:
            await asyncio.sleep(0.15)
            if self.said.count(text) == 0:
                self.said.append(text)
                raise TryAgain("it answered HTTP 503")
            return super(Queueing, self).speak(text, voice, delivery)

        return self._calls.run(answer)

    def hang_up(self) -> None:
        self._calls.end()


def test_waiting_for_ones_turn_takes_no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Six lines that wait for one place for longer than the patience lasts are all said."""
    monkeypatch.setattr(patience, "PATIENCE_S", 0.4)
    monkeypatch.setattr(patience, "BACKOFF_S", 0.01)
    monkeypatch.setattr(patience, "LONGEST_BACKOFF_S", 0.01)
    requests = [Request(f"Story {letter}", Voice("hum", "any")) for letter in "abcdef"]
    assert len(record(requests, {"hum": Queueing()}, lambda _: None)) == 6


def test_what_never_came_to_its_turn_was_not_asked_for() -> None:
    """A build that ends counts the requests that were made, not those that waited for a place."""
    ledger, engine = Ledger(), Queueing()

    def end(_: Request) -> None:
        raise KeyboardInterrupt

    requests = [Request(f"Story {letter}", Voice("hum", "any")) for letter in "abcdef"]
    with pytest.raises(KeyboardInterrupt):
        record(requests, {"hum": engine}, end, ledgers={"hum": ledger})
    tally = ledger.tally("own", engine)
    made = len(engine.said)
    assert made <= tally.requests <= made + 1
    assert tally.characters == tally.requests * len("Story a")


def test_a_watch_gives_up_on_what_is_asked_for_not_on_what_waits() -> None:
    """A request that waits for its turn for ever is not held against the engine."""
    calls, watch = Calls(1, 60), Watch("hum", print, answer_within_s=0.3)

    async def answer() -> None:
        await asyncio.sleep(0.8)

    def waits() -> None:
        with watch.attempt("The ferry is late."):
            calls.run(answer)

    threads = [Thread(target=lambda: calls.run(answer)), Thread(target=waits)]
    for thread in threads:
        thread.start()
        time.sleep(0.1)
    time.sleep(0.4)
    watch.look()
    time.sleep(0.7)
    with pytest.raises(EngineUnavailable, match=r"hum has not answered for \d s to “The ferry is late.”"):
        watch.look()
    for thread in threads:
        thread.join(5)
