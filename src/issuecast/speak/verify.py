"""Is a take whole? Engines return half a sentence as success when a connection drops."""

from __future__ import annotations

from issuecast.models import Delivery, Recording, Word
from issuecast.speak.engines import NATURAL
from issuecast.speak.word_times import spoken_letters

FASTEST_MS_PER_LETTER = 35
"""28 letters a second. At its 160 words a minute espeak takes 52–67 ms for a letter of English and 45 for one
of French, the densest of fifteen languages. Half a sentence has half of that for a letter of the whole."""

QUICK_MS_PER_LETTER = 45
"""Neural voices take some 65–90 ms for a letter of English: a take that has less may be half of one."""

SLOWEST_MS_PER_CHARACTER = 1000
"""No name of a letter, digit or sign takes a second; espeak's slowest language takes 430 ms."""

SPARE_MS = 3000
"""Granted to any take besides, for what is short and slow."""

UNTIMED_SHARE = 0.1
"""Of a text's letters; a last word may lack its time in a long line, but not in a short one, nor may two."""

SOUND_AFTER_WORDS_MS = 2000
"""Nobody holds a last vowel so long."""

WORD_AFTER_SOUND_MS = 300
"""At a voice's own rate: a word that dies away. Of espeak's and flite's none ends more than 37 ms after its
sound (six voices, 27 texts, rates from −40 to 50 %)."""

LONGEST_QUOTE = 40


def speakable(text: str) -> bool:
    """Whether anything in the text can be said; engines answer punctuation with an error or with nothing."""
    return any(character.isalnum() for character in text)


def opening(text: str) -> str:
    """As much of the text as a sentence about it can quote."""
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1].rstrip() + "…"


def fault(take: Recording, text: str, delivery: Delivery = NATURAL, speed: float = 1.0) -> str:
    """What shows that the take, trimmed of silence, is not the whole of the text; "" if it is plausible.

    `speed` is the engine's own: 2 if its settings let voices speak twice as fast as they do without them.
    """
    duration, seconds = take.duration_ms, _told(take)
    at_most = 1 / min(_times_as_fast(delivery, speed), 1)
    if not take.pcm:
        return "no sound came"
    if duration < _at_least_ms(FASTEST_MS_PER_LETTER, text, delivery, speed):
        return f"only {seconds} of sound came"
    if duration > (len(text) * SLOWEST_MS_PER_CHARACTER + SPARE_MS) * at_most:
        return f"{seconds} of sound came, too much for the text"
    return _fault_of_words(take.words, text, duration, WORD_AFTER_SOUND_MS * at_most) if take.words else ""


def doubt(take: Recording, text: str, delivery: Delivery = NATURAL, speed: float = 1.0) -> str:
    """What makes a take without a fault look like half of one, if nothing else is known; "" if nothing."""
    quick = take.duration_ms < _at_least_ms(QUICK_MS_PER_LETTER, text, delivery, speed)
    return f"only {_told(take)} of sound came" if quick else ""


def _told(take: Recording) -> str:
    return f"{take.duration_ms / 1000:.1f} s"


def _at_least_ms(ms_per_letter: float, text: str, delivery: Delivery, speed: float) -> float:
    return spoken_letters(text) * ms_per_letter / max(_times_as_fast(delivery, speed), 1)


def _times_as_fast(delivery: Delivery, speed: float) -> float:
    return speed * (100 + delivery.rate_percent) / 100


def _fault_of_words(words: tuple[Word, ...], text: str, duration_ms: int, after_sound_ms: float) -> str:
    untimed = _after(words, text)
    missing = sum(map(speakable, untimed.split()))
    if missing > 1 or spoken_letters(untimed) > UNTIMED_SHARE * spoken_letters(text):
        return f"the words end before “{opening(untimed)}”"
    if words[-1].start_ms >= duration_ms:
        return "the sound ends before its last word"
    if words[-1].end_ms > duration_ms + after_sound_ms:
        return "the sound ends within its last word"
    if words[-1].end_ms < duration_ms - SOUND_AFTER_WORDS_MS:
        return "the sound goes on after its last word"
    return ""


def _after(words: tuple[Word, ...], text: str) -> str:
    """What follows the last timed word; a word that the engine writes otherwise is passed over."""
    end, folded = 0, _folded(text)
    for word in words:
        found = folded.find(_folded(word.text), end)
        if found >= 0:
            end = found + len(word.text)
    return text[end:].strip()


def _folded(text: str) -> str:
    """In small letters, each in its place: "İ" would become two."""
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
