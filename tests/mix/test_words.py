"""When each written word is heard."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from issuecast.mix.layout import Span
from issuecast.mix.words import timed_words
from issuecast.models import Line, Pair, Take, VoicedLine, Word

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
