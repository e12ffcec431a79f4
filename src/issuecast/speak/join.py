"""Takes of pieces, laid end to end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from issuecast.endings import ending
from issuecast.models import Recording, Take, Word
from issuecast.speak.decode import at_rate
from issuecast.speak.pieces import ends_sentence

SENTENCE_PAUSE_MS = {"": 300, "?": 400, "…": 450, ":": 300}
"""Between two sentences of a line, as a newsreader breathes, by how the first ends: a question is left
standing. Where a sentence had to be cut there is none."""


def joined(texts: Sequence[str], takes: Sequence[Recording]) -> Take:
    """The takes of these texts as one; they are trimmed, so the pauses between them are set here.

    Args:
        texts: at least one.
        takes: one for each text. What has not the highest rate, such as one that was kept before its server
            changed, is brought to that.

    Raises:
        VoiceError: it cannot be.
    """
    rate_hz = max(take.rate_hz for take in takes)
    pcm, words = bytearray(), list[Word]()
    for number, (text, take) in enumerate(zip(texts, takes, strict=True), 1):
        by = round(len(pcm) / 2 * 1000 / rate_hz)
        words += (replace(word, start_ms=word.start_ms + by, end_ms=word.end_ms + by) for word in take.words)
        pcm += take.pcm if take.rate_hz == rate_hz else at_rate(take.pcm, take.rate_hz, rate_hz)
        if number < len(takes) and ends_sentence(text):
            pcm += bytes(2 * (rate_hz * SENTENCE_PAUSE_MS[ending(text)] // 1000))
    estimated = any(take.estimated for take in takes)
    return Take(bytes(pcm), rate_hz, tuple(words), estimated, takes[0].maker)
