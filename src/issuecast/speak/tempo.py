"""How fast each voice speaks, learnt from its takes, so that a take that was cut short stands out."""

from __future__ import annotations

import re
from bisect import insort
from threading import Lock
from typing import TypeAlias

from issuecast.models import Recording, Voice
from issuecast.speak.request import Request
from issuecast.speak.word_times import spoken_letters

FEWEST = 4
"""Takes before a voice's pace is known: it takes that many before one strange one does not tell it alone."""

LEARNT_FROM, JUDGED_FROM = 20, 10
"""Spoken letters. The fewer, the more a take varies: "Hm" takes three to five times as long for a letter."""

UPPER = 0.75
"""The pace is the upper quartile: what is cut is only ever shorter, so that up to half may be cut."""

SHORTEST = 0.64
"""Of the time that the pace gives a text. Whole takes of 20 letters or more took 0.72 to 1.27 of it (espeak
en-us and en-us+f1, flite rms and slt; 96 texts from a word to a paragraph), shorter ones at least 0.76, so
half a take has 0.36 to 0.64. The lowest are quick little words: "Know something we should?"."""

_SPELLED = re.compile(r"\d|[A-Z]{2}|[\u3040-\u30ff]")
"""Digits and acronyms take much longer than their letters; a Japanese sign takes one beat or four."""

_KANA = re.compile(r"[\u3040-\u30ff]")

_Way: TypeAlias = tuple[Voice, int]
"""A voice and its rate in percent."""


class Tempo:
    """The pace of each voice at each rate in ms for a spoken letter, from several threads.

    For engines that tell word times it is not asked: there the last word tells whether a take is whole.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._heard: dict[Request, float] = {}
        self._paces: dict[_Way, list[float]] = {}
        """In order."""

    def hear(self, request: Request, take: Recording) -> None:
        """A take is held to be whole; another of the same text replaces it."""
        letters = spoken_letters(request.text)
        if letters < LEARNT_FROM or _SPELLED.search(request.text):
            return
        with self._lock:
            paces = self._paces.setdefault(_way(request), [])
            if request in self._heard:
                paces.remove(self._heard[request])
            self._heard[request] = pace = take.duration_ms / letters
            insort(paces, pace)

    def fault(self, request: Request, take: Recording) -> str:
        """What shows that a take, trimmed of silence, is short for its voice; "" if it is not, or unknown."""
        pace, letters = self._pace(_way(request)), spoken_letters(request.text)
        if not pace or letters < JUDGED_FROM or _KANA.search(request.text):
            return ""
        usual_ms = pace * letters
        if take.duration_ms >= SHORTEST * usual_ms:
            return ""
        came, usual = (f"{time_ms / 1000:.1f} s" for time_ms in (take.duration_ms, usual_ms))
        return f"only {came} of sound came, where the voice takes {usual}"

    def knows(self, request: Request) -> bool:
        """Whether the pace of a request's voice is known by now."""
        return bool(self._pace(_way(request)))

    def _pace(self, way: _Way) -> float:
        """In ms for a letter; 0 while it is unknown."""
        with self._lock:
            paces = self._paces.get(way, ())
            return paces[int(UPPER * (len(paces) - 1))] if len(paces) >= FEWEST else 0


def _way(request: Request) -> _Way:
    return request.voice, request.delivery.rate_percent
