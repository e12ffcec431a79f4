from __future__ import annotations

import pytest

from issuecast.models import Delivery, Take, Word
from issuecast.speak.verify import fault, speakable

TEXT = "Guaranteed energy access now dictates model survival."
WORDS = TEXT.rstrip(".").split()


def sound(duration_ms: int, *words: Word) -> Take:
    return Take(b"\x00\x10" * (24 * duration_ms), 24_000, words)


def timed(words: list[str], each_ms: int = 500) -> tuple[Word, ...]:
    return tuple(Word(word, at * each_ms, (at + 1) * each_ms) for at, word in enumerate(words))


def test_a_whole_take_has_no_fault() -> None:
    """A take of usual pace passes, with the times of its words and without."""
    assert fault(sound(3500), TEXT) == ""
    assert fault(sound(3500, *timed(WORDS)), TEXT) == ""


@pytest.mark.parametrize(
    ("take", "text", "expected"),
    [
        (sound(0), TEXT, "no sound came"),
        (sound(1500), TEXT, "only 1.5 s of sound came"),
        (sound(60_000), TEXT, "60.0 s of sound came, too much for the text"),
        (sound(1800, *timed(WORDS[:3])), TEXT, "the words end before “now dictates model survival.”"),
        (sound(3500, *timed(WORDS[:-1])), TEXT, "the words end before “survival.”"),
        (sound(2500, *timed(WORDS)), TEXT, "the sound ends before its last word"),
        (sound(3150, *timed(WORDS)), TEXT, "the sound ends within its last word"),
        (sound(6000, *timed(WORDS)), TEXT, "the sound goes on after its last word"),
        (sound(500, *timed(["Yes"])), "Yes, they did.", "the words end before “, they did.”"),
        (sound(1400), "亚马逊正在投资一百一十亿美元。", "only 1.4 s of sound came"),
    ],
)
def test_a_take_that_is_not_whole_is_told(take: Take, text: str, expected: str) -> None:
    """What shows that a take is not its text is said in a few words."""
    assert fault(take, text) == expected


def test_a_long_text_is_quoted_by_its_opening() -> None:
    """What is missing is told by its first words."""
    (first, *_) = timed(WORDS)
    text = f"{TEXT} {TEXT}"
    assert (
        fault(sound(5000, first), text) == "the words end before “energy access now dictates model surviv…”"
    )


def test_words_may_be_written_otherwise() -> None:
    """An engine may tell a word in other letters than the text has: what follows is still found."""
    words = timed(["about", "11", "billion", "DOLLARS"])
    assert fault(sound(2000, *words), "About eleven billion dollars.") == ""


def test_a_last_word_may_die_away() -> None:
    """Its time may last longer than its sound, the more so the slower it is said."""
    assert fault(sound(3250, *timed(WORDS)), TEXT) == ""
    slow = sound(6500, *timed(WORDS, 1000))
    assert fault(slow, TEXT, Delivery(rate_percent=-50)) == ""
    assert fault(slow, TEXT) == "the sound ends within its last word"


def test_letters_that_grow_when_small_hide_no_missing_words() -> None:
    """A capital İ becomes two signs in small letters; what follows the last timed word is still found."""
    text = "İzmir'de, İpsala'da, İdil'de, İmroz'da, İnegöl'de ve İstanbul'da toplandı."
    words = timed([word.strip(",.") for word in text.split()])
    assert fault(sound(4000, *words), text) == ""
    assert fault(sound(3500, *words[:-1]), text) == "the words end before “toplandı.”"


@pytest.mark.parametrize("text", ["Yes.", "I.", "Go.", "Hm…", "NVDA", "ja"])
def test_short_words_may_be_slow(text: str) -> None:
    """A word alone takes anything from its letters' least time to some seconds."""
    assert fault(sound(250), text) == ""
    assert fault(sound(3000), text) == ""


@pytest.mark.parametrize(
    ("text", "expected"), [("…", False), ("— !", False), ("", False), ("é", True), ("4", True)]
)
def test_what_can_be_said_has_a_letter_or_a_digit(text: str, expected: bool) -> None:
    """Mere punctuation is no text for an engine."""
    assert speakable(text) is expected
