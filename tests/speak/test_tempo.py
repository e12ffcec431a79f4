"""Half a take is noticed by the voice's own pace, whatever that is; a whole one never is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from issuecast.errors import EngineUnavailable
from issuecast.models import Delivery, Take, Voice, Word
from issuecast.speak import patience
from issuecast.speak.engines import NATURAL, Engine
from issuecast.speak.espeak.engine import EspeakEngine
from issuecast.speak.request import Request
from issuecast.speak.store import TakeStore
from issuecast.speak.studio import record
from issuecast.speak.tally import Ledger
from issuecast.speak.tempo import Tempo
from issuecast.speak.trim import trimmed

from .humming import HummingEngine

HUM = Voice("hum", "any")
TEXTS = (
    "The ferry was late again on Monday.",
    "Nobody at the harbour knew the reason.",
    "A second ship is to follow in the spring, if the yard is paid by then.",
    "That is what the company says.",
    "The lamp of the lighthouse was lit for the last time.",
    "Its keeper moves to the town.",
)

LONG = (
    "On Friday the council voted, seven to two, for the bridge: it costs eleven million dollars, which is "
    "more than the island earns in a year, and it will take until the end of the decade."
)

SLOW = (
    "IBM, AMD, TSMC and ASML.",
    "one, two, three, four, five, six, seven, eight, nine, ten.",
    "Oh, I see. No. Yes. Go on.",
    "First, chips. Second, watts. Third, water. Fourth, people.",
    "An hour. A euro. An idea.",
    "What is new?",
    "Strengths.",
    "Hm.",
)
"""Letters by their names, pauses after each word, mere words: half of such a take may pass for the whole."""

VARIED = (
    *TEXTS,
    *SLOW,
    LONG,
    "Know something we should?",
    "It is up to us to do it, if we are to be in on it.",
    "Seventeen thousand three hundred and twenty-two point nine percent.",
    "The Massachusetts Institute of Technology straightened three stretched strings.",
)


class CuttingEngine(HummingEngine):
    """Takes so long for a letter, and gives half of some texts, as often as `times`; without word times."""

    def __init__(self, ms: float, cut: tuple[str, ...], times: int = 1) -> None:
        super().__init__()
        self._ms, self._cut, self._times = ms, cut, times

    def speak(self, text: str, voice: str, delivery: Delivery = NATURAL) -> Take:
        self.said.append(text)
        share = 0.5 if text in self._cut and self.said.count(text) <= self._times else 1
        ms = self._ms * len(text) * share * 100 / (100 + delivery.rate_percent)
        return Take(b"\x00\x20" * round(24 * ms), 24_000)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "BACKOFF_S", 0.001)


@pytest.mark.parametrize("rate", [-30, 0, 40])
@pytest.mark.parametrize("ms", [75, 160])
@pytest.mark.parametrize("cut", [TEXTS[:1], TEXTS[-1:], TEXTS[1:3]])
def test_half_a_take_is_asked_for_again(ms: float, rate: int, cut: tuple[str, ...]) -> None:
    """The first take of a voice as well as its last: what came before the pace was known is judged again."""
    engine, ledger = CuttingEngine(ms, cut), Ledger()
    requests = [Request(text, HUM, Delivery(rate)) for text in TEXTS]
    takes = record(requests, {"hum": engine}, lambda _: None, ledgers={"hum": ledger})
    lengths = [takes[request].duration_ms for request in requests]
    assert lengths == [pytest.approx(ms * len(text) * 100 / (100 + rate), abs=6) for text in TEXTS]
    assert sorted(engine.said) == sorted(TEXTS + cut)
    assert ledger.tally("own", engine).sound_ms == sum(lengths)


def test_a_voice_that_only_ever_gives_half_is_given_up() -> None:
    """A text that stays short ends the build: better none than an episode without its end."""
    engine = CuttingEngine(100, TEXTS[:1], times=99)
    with pytest.raises(EngineUnavailable) as caught:
        record([Request(text, HUM) for text in TEXTS], {"hum": engine}, lambda _: None)
    assert caught.value.problem == (
        "hum failed 9 times to say “The ferry was late again on Monday.” "
        "(9 × only 1.8 s of sound came, where the voice takes 3.5 s)"
    )


def test_a_kept_take_that_was_never_doubted_is_looked_at_too(tmp_path: Path) -> None:
    """Half a take, kept when a voice had said nothing else, does not outlive the first whole episode."""
    store = TakeStore(tmp_path)
    requests = [Request(text, HUM) for text in TEXTS]
    alone = record(requests[:1], {"hum": CuttingEngine(100, TEXTS[:1])}, lambda _: None, store=store)
    assert alone[requests[0]].duration_ms == 1750
    for _ in range(2):
        engine = CuttingEngine(100, ())
        takes = record(requests, {"hum": engine}, lambda _: None, store=TakeStore(tmp_path))
        assert takes[requests[0]].duration_ms == 3500
    assert engine.said == []


def test_whole_takes_of_varied_texts_are_never_doubted() -> None:
    """Names, numbers, little words, a long sentence of a real voice pass; hardly any of their halves does."""
    engine: Engine = EspeakEngine()
    engine.check()
    for voice in ("en-us", "en-us+f1"):
        tempo = Tempo()
        takes = {Request(text, Voice("espeak", voice)): trimmed(engine.speak(text, voice)) for text in VARIED}
        for request, take in takes.items():
            tempo.hear(request, take)
        assert [request.text for request, take in takes.items() if tempo.fault(request, take)] == []
        missed = [
            request.text
            for request, take in takes.items()
            if not tempo.fault(request, Take(take.pcm[: len(take.pcm) // 4 * 2], take.rate_hz))
        ]
        assert set(missed) <= set(SLOW)


def test_three_takes_do_not_make_a_pace() -> None:
    """Before a voice has said enough, nothing is held against it."""
    tempo, short = Tempo(), Take(b"\x00\x20" * 24_000, 24_000)
    for text in TEXTS[:3]:
        request = Request(text, HUM)
        tempo.hear(request, Take(b"\x00\x20" * 24 * 100 * len(text), 24_000))
        assert tempo.fault(request, short) == ""
    tempo.hear(Request(TEXTS[4], HUM), Take(b"\x00\x20" * 24 * 100 * len(TEXTS[4]), 24_000))
    assert tempo.fault(Request(TEXTS[0], HUM), short) != ""
    assert tempo.fault(Request(TEXTS[0], HUM, Delivery(100)), short) == ""


class EstimatingEngine(CuttingEngine):
    """Tells word times that are mere estimates, as flite's program does, and says some texts fast."""

    def __init__(self, fast: tuple[str, ...], *, steady: bool) -> None:
        super().__init__(100, fast, times=99)
        self.steady = steady

    def speak(self, text: str, voice: str, delivery: Delivery = NATURAL) -> Take:
        if len(self.said) > 50:
            pytest.fail("it is asked without end")
        take = super().speak(text, voice, delivery)
        return replace(take, words=(Word(text, 0, take.duration_ms),), estimated=True)


def test_what_a_steady_engine_says_fast_is_its_pace() -> None:
    """The same text gives the same take, of estimated times too: it is asked for once, and the episode is."""
    engine = EstimatingEngine(TEXTS[:1], steady=True)
    requests = [Request(text, HUM) for text in TEXTS]
    takes = record(requests, {"hum": engine}, lambda _: None)
    assert takes[requests[0]].duration_ms == 1750
    assert sorted(engine.said) == sorted(TEXTS)


def test_estimated_times_hide_no_half_take() -> None:
    """Times that an engine only estimates prove nothing: its takes go by their pace, before and after."""
    with pytest.raises(EngineUnavailable) as caught:
        record(
            [Request(text, HUM) for text in TEXTS],
            {"hum": EstimatingEngine(TEXTS[:1], steady=False)},
            lambda _: None,
        )
    assert caught.value.problem.startswith(
        "hum failed 9 times to say “The ferry was late again on Monday.” (9 × only 1.8 s of sound came"
    )


def test_a_voice_that_says_little_is_asked_again_for_half_a_take(tmp_path: Path) -> None:
    """With too few takes to know its pace, a take that is quicker than most voices must come twice."""
    engine = CuttingEngine(62, TEXTS[:2])
    requests = [Request(text, HUM) for text in TEXTS[:3]]
    takes = record(requests, {"hum": engine}, lambda _: None, store=TakeStore(tmp_path))
    assert [takes[request].duration_ms for request in requests] == [62 * len(text) for text in TEXTS[:3]]
    assert sorted(engine.said) == sorted(TEXTS[:3] + TEXTS[:2])


def test_a_voice_as_quick_as_that_is_believed_the_second_time(tmp_path: Path) -> None:
    """It costs a voice with little to say one more request for each take, once: what is kept is believed."""
    for said in (TEXTS[:1] * 2, ()):
        engine = CuttingEngine(33, ())
        takes = record([Request(TEXTS[0], HUM)], {"hum": engine}, lambda _: None, store=TakeStore(tmp_path))
        assert takes[Request(TEXTS[0], HUM)].duration_ms == 33 * len(TEXTS[0])
        assert tuple(engine.said) == said
