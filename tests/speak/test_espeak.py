from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from array import array
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from statistics import median

import espeakng_loader
import pytest

from issuecast.errors import EngineUnavailable
from issuecast.models import Delivery, Take, Voice
from issuecast.show import Show
from issuecast.speak.espeak import engine as espeak
from issuecast.speak.espeak import worker as espeak_worker
from issuecast.speak.espeak.engine import EspeakEngine
from issuecast.speak.request import Request
from issuecast.speak.studio import record
from issuecast.speak.trim import trimmed
from issuecast.speak.verify import fault

SENTENCES = (
    "Amazon is investing eleven billion dollars in an Indiana data center campus.",
    "Guaranteed energy access now dictates model survival.",
    "Hey friend. It's Tuesday, December twenty-third, twenty twenty-five.",
    "Größe, the façade of the “naïve” café.",
    "Go.",
)
VOICES = tuple(voice.name for voice in Show().casts["draft"].values())
"""The voices of the starter show's draft cast."""

IN_THAT_ORDER = """
import hashlib, sys
from issuecast.speak.espeak.engine import EspeakEngine
engine = EspeakEngine()
for line in sys.stdin.read().splitlines():
    voice, text = line.split("|")
    print(hashlib.sha256(engine.speak(text, voice).pcm).hexdigest(), line)
"""


CRASHING = """
import ctypes, sys
from issuecast.speak.espeak import engine as espeak
from issuecast.speak.espeak import worker as espeak_worker

class Crashing(espeak_worker.Espeak):
    def say(self, voice, text, rate, pitch, volume):
        return super().say(voice, text if text != "crash" else ctypes.string_at(0), rate, pitch, volume)

espeak_worker.Espeak = Crashing
espeak_worker.main(*sys.argv[1:])
"""


def pitch_hz(take: Take) -> float:
    """The middle of the pitches of a take's voiced stretches, by autocorrelation."""
    samples, size, pitches = array("h", take.pcm), 1024, []
    for start in range(0, len(samples) - 2 * size, 2 * size):
        window = samples[start : start + 2 * size]
        if max(window) < 4000:
            continue
        strengths = {
            lag: sum(window[at] * window[at + lag] for at in range(0, size, 4)) for lag in range(80, 340, 2)
        }
        pitches.append(take.rate_hz / max(strengths, key=lambda lag: strengths[lag]))
    return median(pitches)


def digests(lines: list[str]) -> set[str]:
    """Each line's take, spoken in a process of its own in this order, as a digest and the line."""
    process = subprocess.run(
        [sys.executable, "-c", IN_THAT_ORDER],
        input="\n".join(lines),
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    return set(process.stdout.splitlines())


def test_bytes_do_not_depend_on_order_or_process() -> None:
    """The same takes in three orders, in three processes, are the same bytes."""
    lines = [f"{voice}|{text}" for voice in VOICES for text in SENTENCES]
    first = digests(lines)
    assert len(first) == len(lines)
    assert digests(lines[::-1]) == first
    assert digests(lines[1::2] + lines[::2]) == first


def test_bytes_do_not_depend_on_what_is_voiced_beside() -> None:
    """Takes voiced by several threads at once are the takes voiced alone."""
    engine = EspeakEngine()
    alone = [engine.speak(text, VOICES[0]) for text in SENTENCES]
    with ThreadPoolExecutor(4) as pool:
        takes = list(pool.map(engine.speak, SENTENCES * 4, [VOICES[0]] * 20))
    assert takes == alone * 4


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("text", SENTENCES)
def test_a_take_is_whole_and_unclipped(voice: str, text: str) -> None:
    """The starter's voices pass the studio's checks, and do not clip."""
    take = trimmed(EspeakEngine().speak(text, voice))
    assert fault(take, text) == ""
    samples = array("h", take.pcm)
    assert 4_000 < max(samples) < 30_000
    assert -30_000 < min(samples) < -4_000


@pytest.mark.parametrize("voice", VOICES)
def test_the_draft_voices_talk_at_a_listeners_pace(voice: str) -> None:
    """News in a few sentences comes at a newsreader's 12 to 17 letters a second, pauses included."""
    news = (
        "The company will buy power from two new plants near the river, and most investors expect the price "
        "to rise again before the end of the year. Engineers said that the new chip is four times faster."
    )
    letters, seconds = sum(map(str.isalpha, news)), EspeakEngine().speak(news, voice).duration_ms / 1000
    assert 12 < letters / seconds < 17


@pytest.mark.parametrize(("rate_percent", "slower"), [(-50, 2.0), (50, 0.66), (100, 0.5)])
def test_a_role_may_speak_slower_or_faster(rate_percent: int, slower: float) -> None:
    """A rate of +100 % takes half the time, one of −50 % twice."""
    engine = EspeakEngine()
    natural = trimmed(engine.speak(SENTENCES[0], "en-us")).duration_ms
    take = trimmed(engine.speak(SENTENCES[0], "en-us", Delivery(rate_percent=rate_percent)))
    assert take.duration_ms == pytest.approx(slower * natural, rel=0.1)
    assert fault(take, SENTENCES[0], Delivery(rate_percent=rate_percent)) == ""


@pytest.mark.parametrize(("pitch_percent", "higher"), [(-25, 0.75), (0, 1.0), (25, 1.25), (50, 1.5)])
def test_a_role_may_speak_lower_or_higher(pitch_percent: int, higher: float) -> None:
    """A pitch of +25 % is a third above the voice's own."""
    engine, text = EspeakEngine(), "We are all in a long meadow now."
    natural = pitch_hz(engine.speak(text, "en-us"))
    shifted = pitch_hz(engine.speak(text, "en-us", Delivery(pitch_percent=pitch_percent)))
    assert shifted == pytest.approx(higher * natural, rel=0.05)


def test_the_version_tells_library_and_pace() -> None:
    """What makes a take is the library and the pace at which we let it speak."""
    assert re.fullmatch(r"espeak-ng 1\.\S+ at \d+ words a minute", EspeakEngine().version)


def test_a_voice_has_a_language() -> None:
    """The variant of a voice does not change its language."""
    assert EspeakEngine().language("en-us+f4") == EspeakEngine().language("en-us") == "en-us"


def test_words_have_their_times() -> None:
    """Words are the text, cut where espeak tells that one begins, each until the next."""
    words = EspeakEngine().speak("Größe, the façade of the “naïve” café.", "en-us").words
    assert [word.text for word in words] == ["Größe,", "the", "façade", "of the", "“naïve”", "café."]
    assert words[0].start_ms == 0
    assert all(before.end_ms == after.start_ms for before, after in pairwise(words))
    assert all(word.start_ms < word.end_ms for word in words)


def test_a_language_without_spaces_has_words_too() -> None:
    """Chinese is cut at its signs."""
    words = EspeakEngine().speak("今天是星期二。", "cmn").words
    assert "".join(word.text for word in words) == "今天是星期二。"
    assert len(words) > 3


def test_the_two_voices_of_the_starter_are_two() -> None:
    """Host and analyst do not sound alike."""
    host, analyst = (EspeakEngine().speak(SENTENCES[0], voice) for voice in VOICES)
    assert host != analyst


def test_voices_are_languages_and_variants() -> None:
    """Languages are named by code, variants after a plus; those that breathe noise are not offered."""
    engine = EspeakEngine()
    voices = engine.voices()
    assert {"en-us", "en-us+f4", "de", "cmn", *VOICES} <= set(voices)
    assert "en-us+f2" not in voices
    assert engine.refused("en-us+f2") == (
        "the variant f2 breathes noise, which differs from one build to the next"
    )
    assert engine.refused("en-us+f4") == engine.refused("en-us+nobody") == engine.refused("en-us") == ""


def test_every_language_can_be_spoken() -> None:
    """A code is enough, also where the library calls the voice otherwise."""
    engine = EspeakEngine()
    codes = [voice for voice in engine.voices() if "+" not in voice]
    assert {"en-gb", "fr-fr", "pt-pt", "zh", "no"} < set(codes)
    assert [code for code in codes if not engine.speak("A e i o u.", code).pcm] == []


def test_a_voice_that_does_not_exist_fails_and_the_next_take_is_whole() -> None:
    """A failed take leaves the engine as it was."""
    engine = EspeakEngine()
    with pytest.raises(ChildProcessError, match="there is no voice xx"):
        engine.speak("Go.", "xx")
    assert engine.speak("Go.", "en-us") == EspeakEngine().speak("Go.", "en-us")


def test_a_word_beyond_its_reach_is_told_at_once() -> None:
    """The begin of a very long word is all that espeak says: that is a matter of the text."""
    request = Request("x" * 400, Voice("espeak", "en-us"))
    with pytest.raises(EngineUnavailable) as caught:
        record([request], {"espeak": EspeakEngine()}, lambda _: None)
    assert str(caught.value) == (
        f"espeak cannot say “{'x' * 39}…” (only 10.2 s of sound came): "
        "reword the line in the script, or name another cast with --cast."
    )


def test_a_worker_that_dies_is_replaced() -> None:
    """A take fails with its worker, and the next one gets another."""
    engine = EspeakEngine()
    engine.check()
    worker = engine._idle.get()
    worker.process.kill()
    worker.process.wait()
    engine._idle.put(worker)
    with pytest.raises((ChildProcessError, BrokenPipeError)):
        engine.speak("Go.", "en-us")
    assert engine.speak("Go.", "en-us").pcm


def test_a_crash_costs_one_take() -> None:
    """A child that crashes in the library is an answer, and the next text is voiced."""
    command = [sys.executable, "-c", CRASHING]
    paths = [espeakng_loader.get_library_path(), espeakng_loader.get_data_path()]
    with subprocess.Popen([*command, *paths], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as worker:
        assert worker.stdin
        assert worker.stdout
        assert (espeak_worker.receive(worker.stdout) or b"").startswith(b"{")
        settings = {"voice": "en-us", "rate": 160, "pitch": 50, "volume": 80}
        espeak_worker.send(worker.stdin, json.dumps(settings | {"text": "crash"}).encode())
        failed = espeak_worker.FAILED + b"the process that spoke ended with status -11"
        assert espeak_worker.receive(worker.stdout) == failed
        espeak_worker.send(worker.stdin, json.dumps(settings | {"text": "Go."}).encode())
        assert (espeak_worker.receive(worker.stdout) or b"").startswith(espeak_worker.OK)


def test_the_workers_end_with_the_engine() -> None:
    """Nobody keeps a process that nobody uses."""
    engine = EspeakEngine()
    engine.check()
    worker = engine._idle.get()
    process = worker.process
    assert process.poll() is None
    del worker, engine
    assert process.poll() == 0


def test_a_deep_folder_does_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """espeak-ng keeps paths in 160 bytes; the place where it is installed may be deeper."""
    here = Path(espeakng_loader.get_library_path()).parent
    deep = tmp_path.joinpath(*["a folder with a rather long name"] * 8)
    deep.parent.mkdir(parents=True)
    deep.symlink_to(here)
    expected = EspeakEngine().speak("Go.", "en-us")
    monkeypatch.setattr(espeakng_loader, "get_library_path", lambda: str(deep / "libespeak-ng.so"))
    monkeypatch.setattr(espeakng_loader, "get_data_path", lambda: str(deep / "espeak-ng-data"))
    assert EspeakEngine().speak("Go.", "en-us") == expected


def test_a_library_that_cannot_be_loaded_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the wheel does not fit the machine, the check says why."""
    broken = tmp_path / "libespeak-ng.so"
    broken.write_bytes(b"no library")
    monkeypatch.setattr(espeakng_loader, "get_library_path", lambda: str(broken))
    with pytest.raises(EngineUnavailable) as caught:
        EspeakEngine().check()
    assert str(caught.value) == (
        f"espeak-ng cannot run here ({broken}: file too short): "
        "install espeakng-loader again, or name another cast with --cast."
    )


def test_data_that_is_missing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A library without its data does not start, and says so."""
    data = tmp_path / "espeak-ng-data"
    monkeypatch.setattr(espeakng_loader, "get_data_path", lambda: str(data))
    with pytest.raises(EngineUnavailable, match="espeak-ng does not start with the data in"):
        EspeakEngine().check()


def test_a_take_is_16_bit_mono_at_the_engines_rate() -> None:
    """A second of sound is 22,050 samples of two bytes."""
    take = EspeakEngine().speak("Go.", "en-us")
    assert take.rate_hz == 22_050
    assert len(take.pcm) % 2 == 0
    assert take == Take(take.pcm, 22_050, take.words)


def test_a_worker_that_stops_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that does not answer is ended, the take fails, and the next one comes from another."""
    monkeypatch.setattr(espeak, "LONGEST_S", 0.3)
    engine = EspeakEngine()
    engine.check()
    worker = engine._worker()
    os.kill(worker.process.pid, signal.SIGSTOP)
    engine._idle.put(worker)
    with pytest.raises(ChildProcessError, match=r"did not answer within 0\.3 s"):
        engine.speak("Go.", "en-us")
    assert worker.process.wait(5) == -signal.SIGKILL
    monkeypatch.setattr(espeak, "LONGEST_S", 30)
    assert engine.speak("Go.", "en-us").pcm


def test_a_process_that_does_not_start_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A library on a disk that hangs is found out by the check, whose time is limited."""
    library = tmp_path / "libespeak-ng.so"
    os.mkfifo(library)  # whoever opens it waits for a writer
    monkeypatch.setattr(espeakng_loader, "get_library_path", lambda: str(library))
    monkeypatch.setattr(espeak, "CHECK_S", 0.2)
    with pytest.raises(EngineUnavailable) as caught:
        EspeakEngine().check()
    assert str(caught.value) == (
        "espeak-ng cannot run here (its process did not start within 0.2 s): "
        "install espeakng-loader again, or name another cast with --cast."
    )


def test_a_worker_that_is_killed_at_work_is_seen_at_once() -> None:
    """Its child does not keep the program waiting for an answer, and ends with it."""
    engine = EspeakEngine()
    engine.check()
    worker = engine._worker()
    engine._idle.put(worker)
    with ThreadPoolExecutor(1) as pool:
        take = pool.submit(engine.speak, "A long text takes its time to be voiced. " * 40, VOICES[0])
        while not (child := _child_of(worker.process.pid)) and not take.done():
            time.sleep(0.001)
        os.kill(worker.process.pid, signal.SIGKILL)
        with pytest.raises(ChildProcessError, match=r"^the process that runs espeak-ng ended$"):
            take.result()
    while _runs(child):  # until it tries to write
        time.sleep(0.01)


def _runs(process: str) -> bool:
    """Whether it has not ended, though nobody may have asked how."""
    with suppress(OSError):
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


def _child_of(process: int) -> str:
    """Its only child, as the system knows it; "" if it has none."""
    return Path(f"/proc/{process}/task/{process}/children").read_text().strip()
