from __future__ import annotations

import math
from array import array
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from issuecast.errors import EngineUnavailable, MixError
from issuecast.models import Delivery, Maker, Take, Voice
from issuecast.pcm import pcm_of, samples_of
from issuecast.speak import patience
from issuecast.speak.engines import NATURAL, TextRefused
from issuecast.speak.request import Request
from issuecast.speak.silent import SilentEngine
from issuecast.speak.store import TakeStore
from issuecast.speak.studio import UNSPEAKABLE, record
from issuecast.speak.tally import EngineTally, Ledger

from .humming import HummingEngine

HUM = Voice("hum", "any")


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "BACKOFF_S", 0.001)


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


def test_failures_are_forgiven() -> None:
    """A take that fails is tried again, and again."""
    engine, request = HummingEngine(failures=6), Request("One story.", HUM)
    assert record([request], {"hum": engine}, lambda _: None)[request].duration_ms == 600
    assert len(engine.said) == 7


def test_patience_ends_and_so_does_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is begun after an engine was given up; the sentence tells what happened."""
    monkeypatch.setattr(patience, "PATIENCE_S", 0.0)
    engine = HummingEngine(failures=3)
    with pytest.raises(EngineUnavailable) as caught:
        record([Request(f"Story {letter}", HUM) for letter in "abcdefghi"], {"hum": engine}, lambda _: None)
    assert str(caught.value) == (
        "hum failed once to say “Story a” (the string broke): "
        "try again later, or name another cast with --cast."
    )
    assert len(engine.said) <= 3


def test_a_failure_tells_how_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Equal failures are counted."""
    monkeypatch.setattr(patience, "PATIENCE_S", 0.2)
    engine = HummingEngine(failures=10_000)
    with pytest.raises(EngineUnavailable) as caught:
        record([Request("One story.", HUM)], {"hum": engine}, lambda _: None)
    count = len(engine.said)
    assert count > 2
    assert caught.value.problem == (
        f"hum failed {count} times to say “One story.” ({count} × the string broke)"
    )


def test_an_error_of_ours_is_not_tried_again() -> None:
    """What an editor must solve, such as a missing program, does not go away by asking again."""

    class Toolless(HummingEngine):
        def speak(self, text: str, voice: str, delivery: Delivery = NATURAL) -> Take:
            self.said.append(text)
            raise MixError("ffmpeg cannot be started", "install it")

    engine = Toolless()
    with pytest.raises(MixError, match="ffmpeg cannot be started"):
        record([Request("One story.", HUM)], {"hum": engine}, lambda _: None)
    assert engine.said == ["One story."]


def test_a_text_that_is_refused_is_not_asked_for_again() -> None:
    """An engine that will never say a text is asked once, and the way out is another text."""

    class Choosy(HummingEngine):
        def speak(self, text: str, voice: str, delivery: Delivery = NATURAL) -> Take:
            self.said.append(text)
            raise TextRefused("it speaks English only")

    engine = Choosy()
    with pytest.raises(EngineUnavailable) as caught:
        record([Request("Größe.", HUM)], {"hum": engine}, lambda _: None)
    assert str(caught.value) == (
        "hum cannot say “Größe.” (it speaks English only): "
        "reword the line in the script, or name another cast with --cast."
    )
    assert engine.said == ["Größe."]


def test_a_steady_engine_is_not_asked_twice_for_a_wrong_take() -> None:
    """Where the same text gives the same take, a take that is not the text is final: a word too long, say."""

    class Hasty(HummingEngine):
        steady = True

        def speak(self, text: str, voice: str, delivery: Delivery = NATURAL) -> Take:
            return super().speak(text[:100], voice)

    engine = Hasty()
    with pytest.raises(EngineUnavailable) as caught:
        record([Request("a" * 20_000, HUM)], {"hum": engine}, lambda _: None)
    assert str(caught.value) == (
        f"hum cannot say “{'a' * 39}…” (only 6.0 s of sound came): "
        "reword the line in the script, or name another cast with --cast."
    )
    assert len(engine.said) == 1


def test_a_long_text_is_said_in_pieces() -> None:
    """What exceeds an engine's limit is cut at ends of sentences and joined, with a breath between them."""

    class Short(HummingEngine):
        longest_bytes = 24

    engine, text = Short(concurrency=2), "The mill was sold. The ferry was not. Nobody knows why it was not."
    request = Request(text, HUM)
    take = record([request], {"hum": engine}, lambda _: None)[request]
    said = ["The mill was sold.", "The ferry was not.", "Nobody knows why it was", "not."]
    assert sorted(engine.said) == sorted(said)
    assert take.duration_ms == 60 * sum(map(len, said)) + 2 * 300
    assert [word.text for word in take.words] == text.split()
    assert [word.start_ms for word in take.words] == sorted(word.start_ms for word in take.words)
    assert take.estimated


def test_pieces_of_two_rates_keep_their_pace_and_pitch() -> None:
    """A piece of a lower rate, such as one kept before a server changed, is brought to that of the others."""

    class Changed(HummingEngine):
        by_sentence = True

        def speak(self, text: str, voice: str, delivery: Delivery = NATURAL) -> Take:
            rate_hz = 16_000 if text.startswith("The mill") else 24_000
            period = [
                round(8000 * math.sin(math.tau * step * 200 / rate_hz)) for step in range(rate_hz // 200)
            ]
            return Take(pcm_of(array("h", period * 200)), rate_hz)  # a second of 200 Hz

    request = Request("The mill was sold. The ferry was not.", HUM)
    take = record([request], {"hum": Changed()}, lambda _: None)[request]
    assert take.rate_hz == 24_000
    assert take.duration_ms == pytest.approx(2 * 1000 + 300, abs=5)
    samples = samples_of(take.pcm)
    for second in (samples[:24_000], samples[-24_000:]):
        assert sum(before < 0 <= after for before, after in pairwise(second)) == pytest.approx(200, abs=2)
    assert [word.text for word in take.words] == request.text.split()
    assert take.words[4].start_ms == pytest.approx(1300, abs=5)


def test_pieces_that_return_are_said_once() -> None:
    """A text that says the same sentence twice needs it once, at both places."""

    class Short(HummingEngine):
        longest_bytes = 20

    engine, request = Short(), Request("The mill was sold. The mill was sold.", HUM)
    take = record([request], {"hum": engine}, lambda _: None)[request]
    assert engine.said == ["The mill was sold."]
    assert take.duration_ms == 2 * 60 * 18 + 300


def test_what_is_kept_is_not_asked_for_again(tmp_path: Path) -> None:
    """A second build asks for nothing that the first one voiced, and has the same takes."""
    requests = [Request(f"Story {letter}", HUM) for letter in "abc"]
    first = record(requests[:2], {"hum": HummingEngine()}, lambda _: None, store=TakeStore(tmp_path))
    engine = HummingEngine()
    second = record(requests, {"hum": engine}, lambda _: None, store=TakeStore(tmp_path))
    assert engine.said == ["Story c"]
    assert [second[request] for request in requests[:2]] == [first[request] for request in requests[:2]]


def test_silence_on_purpose_is_not_kept(tmp_path: Path) -> None:
    """A dry run leaves no takes."""
    request = Request("One story.", Voice("silent", "any"))
    record([request], {"silent": SilentEngine()}, lambda _: None, store=TakeStore(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_kept_take_that_is_no_longer_held_whole_is_recorded_again(tmp_path: Path) -> None:
    """A take from an earlier build is checked like one that has just come."""
    engine, request = HummingEngine(), Request("One story.", HUM)
    TakeStore(tmp_path).keep(request, engine, Take(b"\x00\x20" * 24, 24_000))
    takes = record([request], {"hum": engine}, lambda _: None, store=TakeStore(tmp_path))
    assert takes[request].duration_ms == 600
    assert engine.said == ["One story."]


def test_the_work_is_counted(tmp_path: Path) -> None:
    """Characters, requests, retries, takes found, length and failures are told by engine."""
    store, requests = TakeStore(tmp_path), [Request("One story.", HUM), Request("Another one.", HUM)]
    record(requests[:1], {"hum": HummingEngine()}, lambda _: None, store=store)
    ledger, engine = Ledger(), HummingEngine(failures=2)
    record(requests, {"hum": engine}, lambda _: None, store=store, ledgers={"hum": ledger})
    assert ledger.tally("own", engine) == EngineTally(
        cast="own",
        engine="hum",
        version="hum 1",
        characters=36,
        requests=3,
        retries=2,
        cached=1,
        sound_ms=600 + 720,
        faults={"the string broke": 2},
    )


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
    maker = Maker("1", request.voice)
    assert takes[request] == replace(SilentEngine().speak("One story.", "any"), maker=maker)


def test_a_silent_take_of_a_voice_is_a_fault() -> None:
    """Any other engine that gives silence has failed."""

    class Mute(HummingEngine):
        def speak(self, text: str, voice: str, delivery: Delivery = NATURAL) -> Take:
            return Take(bytes(48_000), 24_000)

    with pytest.raises(EngineUnavailable, match="9 × no sound came"):
        record([Request("One story.", HUM)], {"hum": Mute()}, lambda _: None)


def test_an_engine_with_an_error_is_not_asked_again() -> None:
    """A mistake in its code is no weather: it is told at once."""

    class Wrong(HummingEngine):
        def speak(self, text: str, voice: str) -> Take:  # type: ignore[override]  # the mistake
            return super().speak(text, voice)

    engine: Any = Wrong()
    with pytest.raises(
        EngineUnavailable, match=r"^the engine hum has an error \(TypeError: .*\): mend it, or"
    ):
        record([Request("One story.", HUM)], {"hum": engine}, lambda _: None)
