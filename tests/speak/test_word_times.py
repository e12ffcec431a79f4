from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuecast.models import Take
from issuecast.speak.espeak.engine import EspeakEngine
from issuecast.speak.trim import trimmed
from issuecast.speak.word_times import estimated

RATE = 10_000
"""Ten samples a millisecond."""


def sound(*stretches_ms: int) -> Take:
    """Sound and silence in turn, beginning with sound."""
    samples = (b"\x00\x20" if at % 2 == 0 else b"\x00\x00" for at in range(len(stretches_ms)))
    return Take(b"".join(one * (10 * ms) for one, ms in zip(samples, stretches_ms, strict=True)), RATE)


def times(take: Take, text: str) -> list[tuple[str, int, int]]:
    return [(word.text, word.start_ms, word.end_ms) for word in estimated(take, text).words]


def test_words_share_the_time_by_their_letters() -> None:
    """A word of three letters and its gap take four parts, one of five takes six."""
    assert times(sound(1000), "The ferry") == [("The", 0, 400), ("ferry", 400, 1000)]


def test_times_lie_where_the_sound_is() -> None:
    """Silence before and after the sound belongs to no word."""
    take = Take(bytes(20 * 100) + sound(800).pcm + bytes(20 * 200), RATE)
    assert times(take, "The ferry") == [("The", 100, 420), ("ferry", 420, 900)]


def test_each_sentence_lies_between_its_silences() -> None:
    """The longest silences are between sentences, and the words of one do not run into the next."""
    take = sound(900, 300, 500)
    assert times(take, "The ferry sank. We ran.") == [
        ("The", 0, 240),
        ("ferry", 240, 600),
        ("sank.", 600, 900),
        ("We", 1200, 1414),
        ("ran.", 1414, 1700),
    ]


def test_a_silence_at_an_unlikely_place_is_none_between_sentences() -> None:
    """Where the pace would be uneven, the silence was inside a sentence."""
    words = times(sound(100, 200, 1400), "The ferry sank. We ran.")
    assert words[0] == ("The", 0, 309)
    assert words[-1][2] == 1700


def test_a_script_without_spaces_is_timed_by_sign() -> None:
    """Each sign is a word, with the punctuation after it."""
    assert times(sound(1000), "渡轮沉没。") == [
        ("渡", 0, 250),
        ("轮", 250, 500),
        ("沉", 500, 750),
        ("没。", 750, 1000),
    ]


def test_estimates_are_marked() -> None:
    """Whoever reads the times can tell that they were not measured."""
    take = sound(1000)
    assert not take.estimated
    assert estimated(take, "The ferry").estimated


@given(st.text(min_size=1), st.lists(st.integers(5, 400), min_size=1, max_size=7))
def test_every_word_has_a_time_in_order(text: str, stretches_ms: list[int]) -> None:
    """Whatever is said, the words are the text's, one after the other, within the take."""
    take = sound(*stretches_ms)
    words = estimated(take, f"a{text}").words
    assert "".join(word.text for word in words) == "".join(f"a{text}".split())
    assert words[0].start_ms >= 0
    assert words[-1].end_ms <= take.duration_ms
    assert all(word.start_ms <= word.end_ms for word in words)
    assert all(before.end_ms <= after.start_ms for before, after in pairwise(words))


@pytest.mark.parametrize(
    "text",
    [
        "Most investors expect that prices will rise again before this year ends.",
        "One mill was sold on Friday. Its new owner wants to keep the wheel, and every miller. Nobody knows.",
    ],
)
def test_estimates_are_near_what_an_engine_tells(text: str) -> None:
    """On an engine's own takes estimates are off by 0.15 s on average."""
    told = trimmed(EspeakEngine().speak(text, "en-us"))
    starts = {word.text: word.start_ms for word in estimated(replace(told, words=()), text).words}
    off = [abs(starts[word.text] - word.start_ms) for word in told.words if word.text in starts]
    assert len(off) > 8
    assert mean(off) < 150
