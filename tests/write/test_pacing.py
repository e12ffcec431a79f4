from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from issuecast.models import Chapter, Line, Script, Sting
from issuecast.write.pacing import LONGEST_LINE, first_word, lines_of, paced, seconds


def words(count: int) -> str:
    return " ".join(["fog"] * count) + "."


def chapter(count: int) -> Chapter:
    return Chapter("A", (Sting(), Line("HOST", f"Fog {words(count - 1)}")))


def test_long_lines_are_divided_at_sentence_ends() -> None:
    """No line has more than forty words, unless one sentence has."""
    text = f"One {words(19)} Two {words(19)} Three {words(49)}"
    assert [len(line.split()) for line in lines_of(text)] == [40, 50]


def test_a_sentence_too_long_to_say_is_divided_where_one_breathes() -> None:
    """Above sixty words a sentence goes on after a comma or a semicolon in the next line."""
    text = "fog " * 30 + "fog, " + "ice " * 30 + "ice; " + "wind " * 10 + "wind."
    assert [len(line.split()) for line in lines_of(text)] == [31, 31, 11]


@given(st.text())
def test_dividing_a_line_loses_nothing(text: str) -> None:
    """The lines of a flat text, joined, are that text."""
    flat = " ".join(text.split())
    assert " ".join(lines_of(flat)) == flat


@given(st.lists(st.integers(1, LONGEST_LINE - 1), min_size=1, max_size=12))
def test_lines_of_ordinary_sentences_are_short(lengths: list[int]) -> None:
    """Sentences that can be said never make a line that cannot."""
    lines = lines_of(" ".join(f"Fog {words(length)}" for length in lengths))
    assert max(len(line.split()) for line in lines) <= LONGEST_LINE


def spoken(*lines: Line) -> list[str]:
    """The lines of a chapter as they are paced, with their roles."""
    script = paced(Script("S", (Chapter("A", lines),)))
    return [f"{line.role}: {line.text}" for line in script.chapters[0].lines]


def test_what_ends_with_a_colon_goes_on_in_the_same_breath() -> None:
    """A lead-in and what it announces are one line of one voice."""
    lines = (
        Line("HOST", "Under fog:"),
        Line("HOST", "It fell."),
        Line("HOST", "Under ice:"),
        Line("X", "No."),
    )
    assert spoken(*lines) == ["HOST: Under fog: It fell.", "HOST: Under ice:", "X: No."]


def test_a_third_line_that_begins_alike_joins_the_second_or_begins_otherwise() -> None:
    """In one voice two lines become one; between voices a word is put before."""
    lines = [Line("HOST", f"Fog {word}.") for word in ("fell", "rose", "went")]
    assert spoken(*lines) == ["HOST: Fog fell.", "HOST: Fog rose. Fog went."]
    assert spoken(*lines[:2], Line("X", "The sea."), lines[2])[2:] == ["X: The sea.", "HOST: Fog went."]
    assert spoken(*lines[:2], Line("X", "Fog went."))[2:] == ["X: Also: Fog went."]


@given(
    st.lists(st.builds(Line, st.sampled_from("AB"), st.sampled_from(["The sea.", "Fog fell.", "Fog: on."])))
)
def test_no_script_drums(lines: list[Line]) -> None:
    """Never three lines in a row begin with the same word, and none is lost."""
    said = paced(Script("S", (Chapter("A", tuple(lines)),))).chapters[0].lines
    first = [first_word(line.text) for line in said]
    assert not [three for three in zip(first, first[1:], first[2:], strict=False) if len(set(three)) == 1]
    text = " ".join(line.text for line in said).lower()
    assert text.count("fog") == sum("Fog" in line.text for line in lines)


def test_short_chapters_and_close_stings_go_without() -> None:
    """A sting stands before a chapter of 20 seconds or more, and 20 seconds after the last at least."""
    script = paced(Script("S", (chapter(60), chapter(10), chapter(60), chapter(30), chapter(60))))
    assert [Sting() in chapter.cues for chapter in script.chapters] == [True, False, True, False, True]


def test_a_number_counts_as_the_words_it_is_said_in() -> None:
    """An amount such as "$4.75B" takes longer than a word."""
    assert seconds([Line("HOST", "$4.75B")]) > seconds([Line("HOST", "money")])
