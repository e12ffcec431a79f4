"""The engine `flite`: small English voices, offline, from the system's own package; far clearer than espeak.

The library is preferred, since it tells where its words are; without it the program does. Both run apart from
this process.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from typing import Any, Protocol

from issuecast.errors import EngineUnavailable
from issuecast.models import Delivery, Take, Word
from issuecast.speak.engines import NATURAL, TextRefused
from issuecast.speak.flite import worker
from issuecast.speak.flite.program import LONGEST_TAKE_S, FliteProgram, Token
from issuecast.speak.flite.text import latin_share, sayable

LEAST_LATIN = 0.5
"""Of a text's letters: below that it is in another language, and the names of its words are no reading."""

_WAY_OUT = (
    "install the package flite (Debian: apt install flite, Fedora: dnf install flite, Homebrew: "
    "brew install flite), or name another cast with --cast"
)


class _Flite(Protocol):
    """The library or the program."""

    def look(self) -> tuple[str, tuple[str, ...]]: ...

    def say(self, voice: str, text: str, stretch: float) -> tuple[int, list[Token], bytes]: ...


class FliteEngine:
    """Voices are `rms` and `slt`, a man and a woman, and whatever others the installation has."""

    name = "flite"
    concurrency = os.cpu_count() or 1
    steady = True
    by_sentence = True
    longest_bytes = 2_000
    """Two minutes of sound, voiced in some seconds: far from what a process is given."""

    def check(self) -> None:
        """Look for the library and the program.

        Raises:
            EngineUnavailable: neither is installed.
        """
        if not self.voices():
            raise EngineUnavailable("flite is installed without voices", _WAY_OUT)

    @property
    def version(self) -> str:
        return f"flite {self._found[1]}".rstrip()

    def voices(self) -> tuple[str, ...]:
        """What is installed, the best first."""
        return self._found[2]

    def language(self, voice: str) -> str:  # noqa: ARG002  the seam's signature
        """They all speak English."""
        return "en"

    def speak(self, text: str, voice: str, delivery: Delivery = NATURAL) -> Take:
        """16-bit mono at the voice's rate, with the times of its words; only the program's are estimated.

        Raises:
            TextRefused: the text is not in Latin letters.
            OSError: no take came.
        """
        words = sayable(text)
        if latin_share(text.split()) < LEAST_LATIN:
            raise TextRefused("flite speaks English only")
        flite, _, _ = self._found
        # The intonation of rms knows no shift: voices are shifted as a whole, said slower and played faster.
        pitch = (100 + delivery.pitch_percent) / 100
        stretch = pitch * 100 / (100 + delivery.rate_percent)
        rate_hz, tokens, pcm = flite.say(voice, " ".join(plain for _, plain in words), stretch)
        timed = tuple(_timed(words, tokens, pitch))
        return Take(pcm, round(rate_hz * pitch), timed, estimated=isinstance(flite, FliteProgram))

    @cached_property
    def _found(self) -> tuple[_Flite, str, tuple[str, ...]]:
        """What is installed, its version and its voices."""
        candidates: list[_Flite] = [_FliteLibrary()]
        if path := shutil.which("flite"):
            candidates.append(FliteProgram(path))
        for candidate in candidates:
            try:
                return candidate, *candidate.look()
            except OSError:
                continue
        raise EngineUnavailable("flite is not installed", _WAY_OUT)


class _FliteLibrary:
    """libflite, in a process of its own for each take."""

    def look(self) -> tuple[str, tuple[str, ...]]:
        """Version and voices.

        Raises:
            OSError: there is no library here.
        """
        head, _ = _answer(b"")
        return head["version"], tuple(head["voices"])

    def say(self, voice: str, text: str, stretch: float) -> tuple[int, list[Token], bytes]:
        """Rate, tokens and PCM.

        Raises:
            OSError: there is no such voice, or the process failed.
        """
        head, pcm = _answer(json.dumps({"voice": voice, "text": text, "stretch": stretch}).encode())
        return head["rate_hz"], head["tokens"], pcm


def _answer(request: bytes) -> tuple[dict[str, Any], bytes]:
    """What the worker answers."""
    command = [sys.executable, "-I", "-S", worker.__file__]
    try:
        done = subprocess.run(
            command, input=request, capture_output=True, check=False, timeout=LONGEST_TAKE_S
        )
    except subprocess.TimeoutExpired as error:
        raise ChildProcessError(f"flite did not finish within {LONGEST_TAKE_S} s") from error
    if done.returncode:
        told = done.stderr.decode(errors="replace").strip()
        raise ChildProcessError(told or f"the process that runs flite ended with status {done.returncode}")
    head, _, pcm = done.stdout.partition(b"\n")
    return json.loads(head), pcm


def _timed(words: Iterable[tuple[str, str]], tokens: list[Token], faster: float) -> Iterator[Word]:
    """The words as written, from the first of their tokens that sounds to the last."""
    rest = iter(tokens)
    for word, plain in words:
        sounding = [token for token in islice(rest, len(plain.split())) if token[0] < token[1]]
        if sounding:
            start, end = sounding[0][0], sounding[-1][1]
            yield Word(word, round(start * 1000 / faster), round(end * 1000 / faster))
