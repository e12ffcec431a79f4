"""The engine `espeak`: espeak-ng, embedded. It works on any fresh machine and sounds like a machine."""

from __future__ import annotations

import json
import subprocess
import sys
import weakref
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from math import log
from pathlib import Path
from queue import Empty, SimpleQueue
from select import select
from typing import IO, cast

import espeakng_loader

from issuecast.errors import EngineUnavailable
from issuecast.models import Delivery, Take, Word
from issuecast.speak.engines import NATURAL
from issuecast.speak.espeak import worker as protocol
from issuecast.speak.sounds import marked
from issuecast.write.lexicon import ipa

WORDS_PER_MINUTE = 160
"""As espeak-ng counts them: 14 letters a second, the pace of a newsreader. A newsletter's long words come out
at 147 a minute with the pauses inside the lines, everyday talk at 195."""

VOLUME = 80
"""Of 100, at which the loudest samples of good voices touch full scale: louder is not to be had."""

LOWEST, HIGHEST = 0.69, 1.63
"""How high espeak-ng's pitches 0 and 100 are against 50, as measured on three voices."""

LONGEST_S = 30
"""A take needs a second at most; a process that stops for longer is replaced."""

CHECK_S = 2.8
"""What a check waits for a process that starts: 50 ms, as a rule."""

_WAY_OUT = "install espeakng-loader again, or name another cast with --cast"
_OPENING = "\"'“‘„«‹([{¿¡"
"""Belongs to the word that follows."""


class EspeakEngine:
    """Voices are language codes, alone (`de`) or with a variant of the larynx (`en-us+f4`).

    Takes are voiced by worker processes (worker.py says why); they are started when they are needed
    and end with the engine.
    """

    name = "espeak"
    concurrency = 2
    steady = True
    by_sentence = True
    longest_bytes = 8_000

    def __init__(self) -> None:
        self._idle: SimpleQueue[_Worker] = SimpleQueue()

    @property
    def version(self) -> str:
        """The library's, and what else we set that is heard."""
        return f"espeak-ng {self._hello.version} at {WORDS_PER_MINUTE} words a minute"

    def check(self) -> None:
        """Start a worker.

        Raises:
            EngineUnavailable: the library cannot be loaded here, or not within 3 s.
        """
        self._idle.put(_Worker(CHECK_S))

    def voices(self) -> tuple[str, ...]:
        """Every language, and every language with every stable variant."""
        variants = [name for name, breathes in self._variants.items() if not breathes]
        languages = self._hello.languages
        return (*languages, *(f"{code}+{variant}" for code in languages for variant in variants))

    def refused(self, voice: str) -> str:
        """Why a variant that espeak-ng knows is not offered."""
        variant = voice.partition("+")[2]
        if not self._variants.get(variant):
            return ""
        return f"the variant {variant} breathes noise, which differs from one build to the next"

    def language(self, voice: str) -> str:
        """What stands before the plus."""
        return voice.partition("+")[0]

    def takes_sounds(self, voice: str) -> bool:
        """English voices only: mnemonics stand for the sounds of a language, and ours are for English."""
        return _is_english(voice)

    def speak(self, text: str, voice: str, delivery: Delivery = NATURAL) -> Take:
        """16-bit mono at espeak-ng's rate (22,050 Hz), with the times of its words.

        Raises:
            ChildProcessError: no take came.
        """
        worker = self._worker()
        take = worker.take(text, voice, delivery)
        self._idle.put(worker)
        return take

    def _worker(self) -> _Worker:
        try:
            return self._idle.get_nowait()
        except Empty:
            return _Worker()

    @cached_property
    def _hello(self) -> _Hello:
        worker = self._worker()
        self._idle.put(worker)
        return worker.hello

    @cached_property
    def _variants(self) -> dict[str, bool]:
        """The variants, and whether they breathe.

        Breath is noise that begins in memory nobody set: of all variants just those that put it on the first
        formant or above came out differently from process to process (measured with espeak-ng 1.52).
        """
        files = sorted(Path(espeakng_loader.get_data_path(), "voices", "!v").iterdir())
        return {file.name: _breathes(file.read_text(encoding="utf-8", errors="replace")) for file in files}


def _breathes(variant: str) -> bool:
    """Whether a line `breath` of the file gives strength to a formant other than the unused zeroth."""
    settings = (line.split() for line in variant.splitlines())
    return any(
        value != "0" for key, *values in filter(None, settings) if key == "breath" for value in values[1:]
    )


@dataclass(frozen=True, slots=True)
class _Hello:
    """What a worker tells when it starts."""

    rate_hz: int
    version: str
    languages: tuple[str, ...]


class _Worker:
    """One worker process, for one thread at a time; it ends when this object does.

    Raises:
        EngineUnavailable: espeak-ng cannot be started, or not in time.
    """

    def __init__(self, within_s: float = LONGEST_S) -> None:
        self.process = _start()
        weakref.finalize(self, _end, self.process)
        self._requests = cast("IO[bytes]", self.process.stdin)
        self._answers = cast("IO[bytes]", self.process.stdout)
        if not select([self._answers], [], [], within_s)[0]:
            self.process.kill()
            problem = f"espeak-ng cannot run here (its process did not start within {within_s:g} s)"
            raise EngineUnavailable(problem, _WAY_OUT)
        hello = json.loads(protocol.receive(self._answers) or b'{"error": "its process ended"}')
        if "error" in hello:
            raise EngineUnavailable(f"espeak-ng cannot run here ({hello['error']})", _WAY_OUT)
        self.hello = _Hello(hello["rate_hz"], hello["version"], tuple(hello["languages"]))

    def take(self, text: str, voice: str, delivery: Delivery) -> Take:
        phonetic = marked(text, delivery.sounds, ipa.espeak, english=_is_english(voice))
        request = {"voice": voice, "text": phonetic.text, **_parameters(delivery)}
        protocol.send(self._requests, json.dumps(request).encode())
        if not select([self._answers], [], [], LONGEST_S)[0]:
            self.process.kill()
            raise ChildProcessError(f"the process that runs espeak-ng did not answer within {LONGEST_S} s")
        answer = protocol.receive(self._answers)
        if answer is None:
            raise ChildProcessError("the process that runs espeak-ng ended")
        if not answer.startswith(protocol.OK):
            raise ChildProcessError(answer[1:].decode())
        (count,) = protocol.LENGTH.unpack_from(answer, 1)
        events = 1 + protocol.LENGTH.size
        pcm = events + count * protocol.EVENT.size
        silent = Take(answer[pcm:], self.hello.rate_hz)
        told = protocol.EVENT.iter_unpack(answer[events:pcm])
        begins = ((phonetic.origin(place), start_ms) for place, start_ms in told)
        return replace(silent, words=tuple(_words(text, begins, silent.duration_ms)))


def _is_english(voice: str) -> bool:
    return voice.partition("+")[0].partition("-")[0] == "en"


def _parameters(delivery: Delivery) -> dict[str, int]:
    """espeak-ng's own scales; its pitch goes in equal steps of the ear, and ends at LOWEST and HIGHEST."""
    pitch = (100 + delivery.pitch_percent) / 100
    steps = 50 * log(pitch) / log(HIGHEST) if pitch > 1 else -50 * log(pitch) / log(LOWEST)
    return {
        "rate": round(WORDS_PER_MINUTE * (100 + delivery.rate_percent) / 100),
        "pitch": max(0, min(100, round(50 + steps))),
        "volume": VOLUME,
    }


def _start() -> subprocess.Popen[bytes]:
    try:
        library, data = espeakng_loader.get_library_path(), espeakng_loader.get_data_path()
        return subprocess.Popen(
            [sys.executable, "-I", "-S", protocol.__file__, library, data],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except (OSError, RuntimeError) as error:
        raise EngineUnavailable(f"espeak-ng cannot run here ({error})", _WAY_OUT) from error


def _end(process: subprocess.Popen[bytes]) -> None:
    with suppress(BrokenPipeError), process:  # closes its pipes and waits for it
        pass


def _words(text: str, events: Iterable[tuple[int, int]], end_ms: int) -> Iterator[Word]:
    """The text, cut where espeak-ng tells that a word begins; it tells of "in the" only once."""
    begins = [(len(text[:position].rstrip(_OPENING)), start_ms) for position, start_ms in events]
    for (begin, start), (end, stop) in pairwise([*begins, (len(text), end_ms)]):
        if word := text[begin:end].strip():
            yield Word(word, start, stop)
