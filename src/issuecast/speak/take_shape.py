"""Is what an engine returns a take at all? If not, it is the engine's mistake: of no use to try again."""

from __future__ import annotations

from itertools import pairwise

from issuecast.errors import EngineUnavailable
from issuecast.models import Take, Word

SLOWEST_HZ, FASTEST_HZ = 1_000, 384_000


def shaped(take: object, engine: str) -> Take:
    """The take that an engine returned.

    Raises:
        EngineUnavailable: it is none.
    """
    wrong = _wrong(take)
    if wrong or not isinstance(take, Take):
        raise EngineUnavailable(
            f"the engine {engine} returned what is no take ({wrong})",
            "mend it, or name another cast with --cast",
        )
    return take


def _wrong(take: object) -> str:
    """What is wrong with it, in a phrase; "" if nothing is."""
    if not isinstance(take, Take):
        return f"it is of the type {type(take).__name__}"
    if not isinstance(take.pcm, bytes):
        return f"its sound is of the type {type(take.pcm).__name__}, not bytes"
    if len(take.pcm) % 2:
        return f"its sound has {len(take.pcm):,} bytes, so it ends within a sample of 16 bits"
    if type(take.rate_hz) is not int or not SLOWEST_HZ <= take.rate_hz <= FASTEST_HZ:
        return f"its rate of {take.rate_hz} Hz can be none"
    if not isinstance(take.words, tuple):
        return f"its words are of the type {type(take.words).__name__}, not a tuple"
    faults = (_wrong_with(word) for word in take.words)
    return next(filter(None, faults), "") or _wrong_order(take.words)


def _wrong_with(word: object) -> str:
    if not isinstance(word, Word):
        return f"a word is of the type {type(word).__name__}"
    if not isinstance(word.text, str) or not word.text.strip():
        return "a word has no text"
    if type(word.start_ms) is not int or type(word.end_ms) is not int:
        return f"the times of the word {word.text!r} are no whole milliseconds"
    if not 0 <= word.start_ms <= word.end_ms:
        return f"the word {word.text!r} is from {word.start_ms} to {word.end_ms} ms"
    return ""


def _wrong_order(words: tuple[Word, ...]) -> str:
    back = (after for before, after in pairwise(words) if after.start_ms < before.start_ms)
    late = next(back, None)
    return f"the word {late.text!r} begins before the one before it" if late else ""
