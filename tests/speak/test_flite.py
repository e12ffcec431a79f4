from __future__ import annotations

import json
import shutil
import subprocess
import sys
from array import array
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuecast.errors import EngineUnavailable
from issuecast.models import Delivery, Voice
from issuecast.speak.engines import TextRefused
from issuecast.speak.flite import engine as flite
from issuecast.speak.flite import worker as flite_worker
from issuecast.speak.flite.engine import FliteEngine
from issuecast.speak.flite.program import FliteProgram, _placed, _sounding
from issuecast.speak.flite.text import latin_share, sayable
from issuecast.speak.parts import parts
from issuecast.speak.request import Request
from issuecast.speak.studio import record
from issuecast.speak.trim import trimmed
from issuecast.speak.verify import fault

TEXT = "The naïve café — on Tern Point — sold “forty” boats, and Dr. Smith’s quay closed again."
SENTENCES = (TEXT, "Guaranteed energy access now dictates survival.", "Go.", "Was it? Yes; state-of-the-art.")
VOICES = ("rms", "slt")


def _installed() -> bool:
    try:
        FliteEngine().check()
    except EngineUnavailable:
        return False
    return True


installed = pytest.mark.skipif(not _installed(), reason="the package flite is not installed")
with_program = pytest.mark.skipif(not shutil.which("flite"), reason="the program flite is not installed")


@pytest.fixture
def no_library(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A worker that finds no library, as on a Mac."""
    worker = tmp_path / "worker.py"
    worker.write_text("import sys; sys.exit('libflite.so.1: cannot open shared object file')")
    monkeypatch.setattr(flite_worker, "__file__", str(worker))


@installed
@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("text", SENTENCES)
def test_a_take_is_whole_and_unclipped(voice: str, text: str) -> None:
    """The voices of the starter's offline cast pass the studio's checks, and do not clip."""
    take = trimmed(FliteEngine().speak(text, voice))
    assert take.rate_hz == 16_000
    assert fault(take, text) == ""
    samples = array("h", take.pcm)
    assert 4_000 < max(samples) < 32_000
    assert -32_000 < min(samples) < -4_000


def test_a_text_without_an_end_is_cut() -> None:
    """What no sentence divides is said in pieces, none of which is too long for a process."""
    text = "ferry " * 6_000
    said = [part.text for part in parts(Request(text, Voice("flite", "rms")), FliteEngine())]
    assert " ".join(said) == text.strip()
    assert max(len(" ".join(plain for _, plain in sayable(part))) for part in said) <= 2_000


@installed
def test_the_studio_records_it() -> None:
    """A line goes through the studio as with any engine, and keeps the times that the library told."""
    request = Request(TEXT, Voice("flite", "slt"))
    take = record([request], {"flite": FliteEngine()}, lambda _: None)[request]
    assert not take.estimated
    assert take.words[-1].text == "again."


@installed
def test_words_are_where_the_sound_is() -> None:
    """Each word of the text has its time; where the text has a comma there is silence between two words."""
    take = FliteEngine().speak(TEXT, "rms")
    assert [word.text for word in take.words] == [word for word in TEXT.split() if word != "—"]
    assert all(before.end_ms <= after.start_ms for before, after in pairwise(take.words))
    assert all(word.start_ms < word.end_ms for word in take.words)
    boats, and_ = next(pair for pair in pairwise(take.words) if pair[0].text == "boats,")
    samples = array("h", take.pcm)
    pause = samples[boats.end_ms * 16 + 320 : and_.start_ms * 16 - 320]
    assert len(pause) > 1000
    assert max(pause) < 500 < max(samples[boats.start_ms * 16 : boats.end_ms * 16])


@installed
def test_bytes_do_not_depend_on_what_is_voiced_before_or_beside() -> None:
    """Takes voiced by several threads at once, in another order, are the takes voiced alone."""
    engine = FliteEngine()
    texts = SENTENCES[1:]
    alone = [engine.speak(text, "slt") for text in texts]
    with ThreadPoolExecutor(4) as pool:
        takes = list(pool.map(engine.speak, texts[::-1] * 2, ["slt"] * 6))
    assert takes == alone[::-1] * 2


@installed
@pytest.mark.parametrize("voice", VOICES)
def test_rate_and_pitch_are_the_roles(voice: str) -> None:
    """A quarter faster takes four fifths of the time; a tenth higher takes the same, a tenth more periods."""
    engine = FliteEngine()
    plain = engine.speak(SENTENCES[1], voice)
    faster = engine.speak(SENTENCES[1], voice, Delivery(rate_percent=25))
    higher = engine.speak(SENTENCES[1], voice, Delivery(pitch_percent=10))
    assert faster.duration_ms == pytest.approx(plain.duration_ms * 0.8, rel=0.02)
    assert higher.duration_ms == pytest.approx(plain.duration_ms, rel=0.02)
    assert higher.rate_hz == 17_600
    for take in (faster, higher):
        assert take.words[-1].end_ms == pytest.approx(take.duration_ms, abs=200)


@installed
def test_voices_are_what_is_installed() -> None:
    """A man and a woman come first, the clock that can only tell the time is none, and all speak English."""
    engine = FliteEngine()
    assert engine.voices()[:2] == VOICES
    assert "awb_time" not in engine.voices()
    assert engine.language("slt") == "en"
    assert engine.version.startswith("flite 2")


@with_program
@pytest.mark.usefixtures("no_library")
def test_without_the_library_the_program_speaks() -> None:
    """Where there is only the program, the sound is the same, and the times are marked as estimates."""
    engine = FliteEngine()
    engine.check()
    take = engine.speak(TEXT, "rms")
    assert set(VOICES) <= set(engine.voices())
    assert take.estimated
    assert [word.text for word in take.words] == [word for word in TEXT.split() if word != "—"]
    assert take.words[-1].end_ms == pytest.approx(take.duration_ms, abs=200)
    assert fault(trimmed(take), TEXT) == ""


@installed
@with_program
def test_the_program_and_the_library_sound_alike(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A show that moves to another machine keeps its sound."""
    library = FliteEngine().speak(TEXT, "slt", Delivery(5, 5))
    worker = tmp_path / "worker.py"
    worker.write_text("raise SystemExit('none')")
    monkeypatch.setattr(flite_worker, "__file__", str(worker))
    assert FliteEngine().speak(TEXT, "slt", Delivery(5, 5)).pcm == library.pcm


@pytest.mark.usefixtures("no_library")
def test_where_nothing_is_installed_the_check_names_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """The fix is the command for each system."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(EngineUnavailable) as caught:
        FliteEngine().check()
    assert str(caught.value) == (
        "flite is not installed: install the package flite (Debian: apt install flite, Fedora: dnf install "
        "flite, Homebrew: brew install flite), or name another cast with --cast."
    )


def test_a_crash_costs_one_take(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A library that crashes ends the process that it runs in, and the take."""
    worker = tmp_path / "worker.py"
    worker.write_text("import ctypes; ctypes.string_at(0)")
    monkeypatch.setattr(flite_worker, "__file__", str(worker))
    with pytest.raises(ChildProcessError) as caught:
        flite._answer(b"{}")
    assert str(caught.value) == "the process that runs flite ended with status -11"


def test_a_hang_is_cut(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A process that does not end is ended."""
    worker = tmp_path / "worker.py"
    worker.write_text("import time; time.sleep(10)")
    monkeypatch.setattr(flite_worker, "__file__", str(worker))
    monkeypatch.setattr(flite, "LONGEST_TAKE_S", 0.3)
    with pytest.raises(ChildProcessError) as caught:
        flite._answer(b"{}")
    assert str(caught.value) == "flite did not finish within 0.3 s"


@installed
def test_a_voice_that_does_not_exist_is_an_error() -> None:
    """The library is not asked for what is not there."""
    request = json.dumps({"voice": "nobody", "text": "Go.", "stretch": 1}).encode()
    command = [sys.executable, "-I", "-S", flite_worker.__file__]
    done = subprocess.run(command, input=request, capture_output=True, check=False, timeout=30)
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"'nobody'\n")


@with_program
def test_a_program_that_fails_is_told(tmp_path: Path) -> None:
    """A program that ends early is an error, not an empty take."""
    program = tmp_path / "flite"
    program.write_text("#!/bin/sh\nexit 3\n")
    program.chmod(0o755)
    with pytest.raises(ChildProcessError) as caught:
        FliteProgram(str(program)).say("rms", "Go.", 1)
    assert str(caught.value) == "the program flite ended with status 3"


def test_only_english_is_spoken() -> None:
    """A text mostly in another script is refused, a word of one is named."""
    with pytest.raises(TextRefused, match=r"^flite speaks English only$"):
        FliteEngine().speak("Сегодня вторник, in short.", "rms")
    assert sayable("Москва won α over 今天 αβ.") == (
        ("Москва", "Cyrillic word"),
        ("won", "won"),
        ("α", "alpha"),
        ("over", "over"),
        ("今天", "Chinese word"),
        ("αβ.", "Greek word"),
    )
    assert latin_share(["naïve", "Größe", "42"]) == 1
    assert latin_share(["Tag", "день"]) == pytest.approx(3 / 7)


def test_words_become_ascii() -> None:
    """Accents fall, typography becomes punctuation, a lone dash a comma, and signs that say nothing go."""
    assert sayable("“Größe” — the façade’s | moat—closed … 50% ⚡ Øre, C|D.") == (
        ("“Größe”", '"Grosse",'),
        ("the", "the"),
        ("façade’s", "facade's"),
        ("moat—closed", "moat, closed,"),
        ("50%", "50%"),
        ("Øre,", "Ore,"),
        ("C|D.", "C D."),
    )


@given(st.text(max_size=60))
def test_every_word_that_sounds_is_said(text: str) -> None:
    """Whatever the text, each word with a letter or digit has a form in ASCII, in its order."""
    words = sayable(text)
    assert [word for word, _ in words] == [word for word in text.split() if any(map(str.isalnum, word))]
    for _, plain in words:
        assert plain.isascii()
        assert all(any(map(str.isalnum, piece)) for piece in plain.split())


def test_the_programs_phones_place_words_between_pauses() -> None:
    """Words share the time that sounds by their letters, and a pause belongs to none."""
    sounding = _sounding("pau:0.2 g:0.3 ow:0.6 pau:1.0 ae:1.2 n:1.3 d:1.4 pau:1.6 ")
    assert sounding == [(0.2, 0.3), (0.3, 0.6), (1.0, 1.2), (1.2, 1.3), (1.3, 1.4)]
    (go, and_) = _placed(["go,", "and"], sounding)
    assert go == pytest.approx((0.2, 0.52))
    assert and_ == pytest.approx((0.52, 1.4))
    assert _placed(["go"], []) == [(0, 0)]
