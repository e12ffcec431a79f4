"""The program `flite`, for where there is no library to load: Homebrew builds only the program.

It prints when each phone ends, but not which word it belongs to: words are placed by their letters in the
time that sounds, so that a pause is no word's.
"""

from __future__ import annotations

import re
import subprocess
import wave
from itertools import accumulate, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

LONGEST_TAKE_S = 60
PAUSE = "pau"

Token = tuple[float, float]
"""The seconds when it begins and ends."""


class FliteProgram:
    """The program at that path."""

    def __init__(self, path: str) -> None:
        self._path = path

    def look(self) -> tuple[str, tuple[str, ...]]:
        """Version and voices.

        Raises:
            OSError: it does not run.
        """
        version = re.search(r"flite-(\d[\w.]*)", self._run("--version", succeeds=False))
        voices = self._run("-lv").partition(":")[2].split()
        return version[1] if version else "", tuple(name for name in voices if not name.endswith("_time"))

    def say(self, voice: str, text: str, stretch: float) -> tuple[int, list[Token], bytes]:
        """Rate, tokens and PCM, as worker.py tells them.

        Raises:
            OSError: it did not run to its end.
        """
        with TemporaryDirectory(prefix="issuecast-flite-") as folder:
            file = Path(folder, "take.wav")
            stretched = ("--setf", f"duration_stretch={stretch:.4f}")
            told = self._run("-voice", voice, *stretched, "-psdur", "-t", text, "-o", str(file))
            with wave.open(str(file), "rb") as take:
                rate_hz, pcm = take.getframerate(), take.readframes(take.getnframes())
        return rate_hz, _placed(text.split(), _sounding(told)), pcm

    def _run(self, *arguments: str, succeeds: bool = True) -> str:
        """What the program prints; for --version it ends with 1."""
        try:
            return subprocess.run(
                [self._path, *arguments],
                capture_output=True,
                check=succeeds,
                encoding="ascii",
                errors="replace",
                stdin=subprocess.DEVNULL,
                timeout=LONGEST_TAKE_S,
            ).stdout
        except subprocess.TimeoutExpired as error:
            raise ChildProcessError(f"flite did not finish within {LONGEST_TAKE_S} s") from error
        except subprocess.CalledProcessError as error:
            raise ChildProcessError(f"the program flite ended with status {error.returncode}") from error


def _sounding(told: str) -> list[Token]:
    """The stretches of sound between pauses, from phones such as `pau:0.223 ih:0.310`."""
    phones = [phone.rsplit(":", 1) for phone in told.split() if ":" in phone]
    ends = [0.0, *(float(end) for _, end in phones)]
    return [stretch for stretch, (name, _) in zip(pairwise(ends), phones, strict=True) if name != PAUSE]


def _placed(tokens: list[str], sounding: list[Token]) -> list[Token]:
    """Each token's part of the sound, by its letters."""
    total = sum(end - start for start, end in sounding)
    weights = [sum(map(str.isalnum, token)) for token in tokens]
    shares = [total * weight / (sum(weights) or 1) for weight in accumulate(weights, initial=0)]
    return [(_moment(sounding, begin), _moment(sounding, end)) for begin, end in pairwise(shares)]


def _moment(sounding: list[Token], share: float) -> float:
    """When so many seconds of sound have been heard."""
    for start, end in sounding:
        if share <= end - start:
            return start + share
        share -= end - start
    return sounding[-1][1] if sounding else 0.0
