"""Links that a text leans on are named by their number in the show notes."""

from __future__ import annotations

import pytest

from issuecast.models import Link
from issuecast.write.pointers import pointed

A, B = "https://a.example/1", "https://b.example/2"
NUMBERS = {A: 1, B: 2}


@pytest.mark.parametrize(
    ("text", "words", "said", "gone"),
    [
        ("Read more.", "Read more", "There is more at link two in the show notes.", ("Read more.",)),
        ("Full story →", "Full story", "There is more at link two in the show notes.", ("Full story →",)),
        ("You can register here.", "here", "You can register at link two in the show notes.", ()),
        ("It is all at this link!", "this link", "It is all at link two in the show notes!", ()),
        ("Click here to book a seat.", "here", "To book a seat: link two in the show notes.", ()),
        (
            "Read the Porto deal.",
            "Read the Porto deal",
            "Read the Porto deal: link two in the show notes.",
            (),
        ),
        ("Apply by Friday.", "Apply by Friday", "Apply by Friday: link two in the show notes.", ()),
        ("Read on, said the mayor, and read well.", "mayor", None, ()),
        ("The grid is here to stay.", "grid", None, ()),
        ("Harborlight published its report.", "its report", None, ()),
    ],
)
def test_a_sentence_that_leans_on_its_link(
    text: str, words: str, said: str | None, gone: tuple[str, ...]
) -> None:
    """It says which link; one that stands without its link stays as it is."""
    assert pointed(text, [Link(words, B)], NUMBERS) == (said or text, gone)


def test_a_story_points_once() -> None:
    """A second "read more" is gone, a second sentence of any other kind stays."""
    links = [Link("Read more", A), Link("here", B), Link("More", B)]
    said = pointed("The pier burned. Read more. Donate here. More.", links, NUMBERS)
    assert said == (
        "The pier burned. There is more at link one in the show notes. Donate here.",
        ("Read more.", "More."),
    )


def test_a_link_that_the_notes_have_not_is_not_named() -> None:
    """A number that nobody finds helps nobody."""
    assert pointed("Read more.", [Link("Read more", A)], {}) == ("Read more.", ())
