"""The engine `silent`: silence of plausible length, for dry runs and tests."""

from __future__ import annotations

from issuecast.models import Delivery, Take, Word
from issuecast.speak.engines import NATURAL

RATE_HZ = 24_000
MS_PER_CHARACTER = 65
"""About 160 words a minute: English has some six characters to a word, its space included."""


class SilentEngine:
    """Says nothing, for as long as it would take to say it."""

    name = "silent"
    version = "1"
    concurrency = 1
    sounds = False
    by_sentence = True

    def check(self) -> None:
        """It can run anywhere."""

    def voices(self) -> tuple[str, ...]:
        """Any: one is as silent as another."""
        return ()

    def speak(
        self,
        text: str,
        voice: str,  # noqa: ARG002  the seam's signature
        delivery: Delivery = NATURAL,
    ) -> Take:
        """Silence, with each word as long as its letters and the space after it."""
        character_ms = round(MS_PER_CHARACTER * 100 / (100 + delivery.rate_percent))
        words: list[Word] = []
        now = 0
        for word in text.split():
            end = now + len(word) * character_ms
            words.append(Word(word, now, end))
            now = end + character_ms
        return Take(bytes(2 * (now * RATE_HZ // 1000)), RATE_HZ, tuple(words))
