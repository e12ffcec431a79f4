from __future__ import annotations

from typing import Any

import pytest

from issuecast.errors import EngineUnavailable
from issuecast.models import Delivery, Take, Voice, Word
from issuecast.speak.engines import NATURAL
from issuecast.speak.request import Request
from issuecast.speak.studio import record

from .humming import HummingEngine

PCM = b"\x00\x20" * 24_000


class OddEngine(HummingEngine):
    """Returns whatever it was given."""

    steady = False

    def __init__(self, answer: Any) -> None:
        super().__init__()
        self.answer = answer

    def speak(self, text: str, voice: str, delivery: Delivery = NATURAL) -> Take:
        super().speak(text, voice, delivery)
        answer: Take = self.answer
        return answer


def words(*times: Any) -> Take:
    """A second of sound with these words in it."""
    return Take(PCM, 24_000, tuple(Word(*one) for one in times))


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (None, "it is of the type NoneType"),
        (PCM, "it is of the type bytes"),
        (Take(PCM + b"\0", 24_000), "its sound has 48,001 bytes, so it ends within a sample of 16 bits"),
        (Take([0, 1], 24_000), "its sound is of the type list, not bytes"),  # type: ignore[arg-type]
        (Take(PCM, 0), "its rate of 0 Hz can be none"),
        (Take(PCM, -24_000), "its rate of -24000 Hz can be none"),
        (Take(PCM, 24_000.0), "its rate of 24000.0 Hz can be none"),  # type: ignore[arg-type]
        (Take(PCM, 24_000, [Word("The", 0, 9)]), "its words are of the type list, not a tuple"),  # type: ignore[arg-type]
        (Take(PCM, 24_000, (("The", 0, 9),)), "a word is of the type tuple"),  # type: ignore[arg-type]
        (words(("The", 0, 90), ("", 90, 95)), "a word has no text"),
        (words((" ", 0, 90)), "a word has no text"),
        (words(("The", 0.0, 90.5)), "the times of the word 'The' are no whole milliseconds"),
        (words(("The", 0, float("nan"))), "the times of the word 'The' are no whole milliseconds"),
        (words(("The", 90, 0)), "the word 'The' is from 90 to 0 ms"),
        (words(("The", -9, 90)), "the word 'The' is from -9 to 90 ms"),
        (words(("tide", 500, 900), ("The", 0, 90)), "the word 'The' begins before the one before it"),
    ],
)
def test_what_is_no_take_is_the_engines_mistake(answer: object, why: str) -> None:
    """It is named in one sentence after one call, and its cast is given up."""
    engine = OddEngine(answer)
    with pytest.raises(EngineUnavailable) as caught:
        record([Request("The tide", Voice("hum", "low"))], {"hum": engine}, lambda _: None)
    assert str(caught.value) == (
        f"the engine hum returned what is no take ({why}): mend it, or name another cast with --cast."
    )
    assert engine.said == ["The tide"]


def test_words_at_the_same_time_and_beyond_the_end_are_put_up_with() -> None:
    """Services round: a last word may end a little after the sound, and two may begin together."""
    engine = OddEngine(words(("The", 0, 90), ("The tide", 0, 400), ("tide", 400, 1_100)))
    request = Request("The tide", Voice("hum", "low"))
    take = record([request], {"hum": engine}, lambda _: None)[request]
    assert take.words[-1] == Word("tide", 400, take.duration_ms)


def test_a_word_that_begins_after_the_sound_is_a_take_that_is_not_whole() -> None:
    """That is how a connection that drops looks, so it is asked for again, and told at the end."""
    engine = OddEngine(words(("The", 0, 90), ("tide", 1_500, 2_000)))
    engine.steady = True
    with pytest.raises(EngineUnavailable) as caught:
        record([Request("The tide", Voice("hum", "low"))], {"hum": engine}, lambda _: None)
    assert caught.value.problem == "hum cannot say “The tide” (the sound ends before its last word)"
