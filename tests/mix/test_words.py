"""When each written word is heard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuecast.linked import Pair
from issuecast.mix.layout import Span
from issuecast.mix.words import timed_words
from issuecast.models import Line, Take, VoicedLine, Word

SPAN = Span(10_000, 14_000)


def voiced(pairs: tuple[Pair, ...], words: tuple[Word, ...]) -> VoicedLine:
    return VoicedLine(
        Line("HOST", "".join(pair.written for pair in pairs)), pairs, Take(bytes(8000), 1000, words)
    )


def test_written_form_is_shown_while_the_spoken_one_is_heard() -> None:
    """The figure "$11B" stands for all of "eleven billion dollars"."""
    pairs = (Pair("It cost", "It cost"), Pair(" $11B", " eleven billion dollars"), Pair(" today.", " today."))
    said = "It cost eleven billion dollars today".split()
    words = tuple(Word(word, n * 500, n * 500 + 450) for n, word in enumerate(said))
    shown = [(w.text, w.start_ms, w.end_ms) for w in timed_words(voiced(pairs, words), SPAN)]
    assert shown == [
        ("It", 10_000, 10_450),
        ("cost", 10_500, 10_950),
        ("$11B", 11_000, 12_450),
        ("today.", 12_500, 12_950),
    ]


def test_without_word_times_they_are_shared_out_by_length() -> None:
    """A long word takes longer than a short one, and all of them the whole line."""
    short, long = timed_words(voiced((Pair("a", "a"), Pair(" considerable", " considerable")), ()), SPAN)
    assert short.start_ms == 10_000
    assert long.end_ms == 14_000
    assert long.end_ms - long.start_ms > 4 * (short.end_ms - short.start_ms)


def test_what_is_not_said_has_no_time() -> None:
    """An emoji is not heard."""
    shown = timed_words(voiced((Pair("🟢", ""), Pair(" Good", "Good")), (Word("Good", 0, 400),)), SPAN)
    assert [word.text for word in shown] == ["Good"]


TEXT = st.text(alphabet="ab $1.’é🟢\n", max_size=8)
TIME = st.integers(0, 5000)


@given(
    st.lists(st.builds(Pair, TEXT, TEXT), max_size=6).map(tuple),
    st.lists(st.builds(Word, TEXT, TIME, TIME), max_size=6).map(tuple),
)
def test_words_are_in_order_and_inside_their_line(pairs: tuple[Pair, ...], words: tuple[Word, ...]) -> None:
    """Whatever an engine tells, no word is shown before the one before it, or outside its line."""
    shown = timed_words(voiced(pairs, words), SPAN)
    times = [time for word in shown for time in (word.start_ms, word.end_ms)]
    assert times == sorted(times)
    assert all(SPAN.start_ms <= time <= SPAN.end_ms for time in times)


@pytest.mark.parametrize(
    ("written", "engine", "shown"),
    [
        ("I don’t know.", ["I", "don't", "know"], [(0, 90), (100, 190), (200, 290)]),
        ("I don't know.", ["I", "don", "'t", "know"], [(0, 90), (100, 290), (300, 390)]),
        ("Now gimme room", ["Now", "gim", "me", "room"], [(0, 90), (100, 290), (300, 390)]),
        ("A well-known name", ["A", "well", "known", "name"], [(0, 90), (100, 290), (300, 390)]),
        ("The THE the", ["the", "the", "the"], [(0, 90), (100, 190), (200, 290)]),
        ("One two", ["", "—", "One", "um", "two"], [(200, 290), (400, 490)]),
        ("He said: “Go!”", ["He", "said:", "“Go!”"], [(0, 90), (100, 190), (200, 290)]),
    ],
)
def test_engines_cut_words_in_their_own_ways(
    written: str, engine: list[str], shown: list[tuple[int, int]]
) -> None:
    """Pieces of a word are one word, signs are none, and what is not in the text moves nothing."""
    words = tuple(Word(word, 100 * n, 100 * n + 90) for n, word in enumerate(engine))
    timed = timed_words(voiced((Pair(written, written),), words), Span(0, 4000))
    assert [(word.start_ms, word.end_ms) for word in timed] == shown


def test_words_left_out_are_filled_in() -> None:
    """A word that the engine tells nothing of lies between its neighbours."""
    words = (Word("one", 100, 500), Word("three", 1500, 1900))
    shown = timed_words(voiced((Pair("one two three", "one two three"),), words), Span(0, 2000))
    assert [word.text for word in shown] == ["one", "two", "three"]
    assert 500 <= shown[1].start_ms < shown[1].end_ms <= 1500
    assert (shown[2].start_ms, shown[2].end_ms) == (1500, 1900)


def test_words_end_with_their_line() -> None:
    """An engine that counts on after its own sound is not believed."""
    shown = timed_words(voiced((Pair("so long", "so long"),), (Word("long", 3900, 9000),)), SPAN)
    assert shown[-1].end_ms == SPAN.end_ms


WORDS = st.lists(st.text("abcdefghij", min_size=1, max_size=7), min_size=1, max_size=12)


@given(WORDS, st.data())
def test_engine_times_are_kept_to_the_millisecond(words: list[str], data: st.DataObject) -> None:
    """Where text is said as it is written, each word has the engine's own times, repeated words too."""
    moments = st.lists(TIME, min_size=2 * len(words), max_size=2 * len(words), unique=True)
    times = sorted(data.draw(moments))
    told = [Word(word, *pair) for word, *pair in zip(words, times[::2], times[1::2], strict=True)]
    pairs = tuple(Pair(word, word) for word in " ".join(words).replace(" ", "\0 ").split("\0"))
    shown = timed_words(voiced(pairs, tuple(told)), Span(0, 5000))
    assert [Word(word.text, word.start_ms, word.end_ms) for word in shown] == told


@given(WORDS, st.data())
def test_figure_is_shown_while_its_words_are_heard(words: list[str], data: st.DataObject) -> None:
    """Any written figure stands from the first of its spoken words to the last, wherever in the line."""
    at = data.draw(st.integers(0, len(words)))
    said = [*words[:at], "forty", "two", "percent", *words[at:]]
    told = tuple(Word(word, n * 100, n * 100 + 80) for n, word in enumerate(said))
    before, after = "".join(f"{word} " for word in words[:at]), "".join(f" {word}" for word in words[at:])
    pairs = (Pair(before, before), Pair("42%", "forty two percent"), Pair(after, after))
    figure = timed_words(voiced(pairs, told), Span(0, 5000))[at]
    assert (figure.text, figure.start_ms, figure.end_ms) == ("42%", at * 100, at * 100 + 280)
