from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from issuecast.models import BulletList, Issue, Item, Line, Paragraph, Section
from issuecast.read import read
from issuecast.show import Show
from issuecast.write import pacing
from issuecast.write.script import write
from issuecast.write.sentences import sentences

INTRO_S = 6.5
WORDS = "tide $4.5b porto turns again".split()
STORY = Section("Fog", (Paragraph("The fog fell on the port. " * 30),))


def bullets(*texts: str) -> BulletList:
    return BulletList(tuple(Item((Paragraph(text),)) for text in texts))


def opening(issue: Issue, show: Show) -> list[str]:
    return [line.text for line in write(issue, show).chapters[0].lines]


told = st.lists(st.sampled_from(WORDS), min_size=3, max_size=25)
statements = told.map(lambda words: " ".join(words).capitalize() + ".")


@settings(max_examples=40)
@given(st.lists(statements, min_size=2, max_size=6), st.lists(statements, max_size=3), st.dates())
def test_the_cold_open_is_under_25_seconds(headlines: list[str], hello: list[str], day: date) -> None:
    """With the music, in a slow voice, whatever the issue begins with; and each of its sentences is whole."""
    greeting = Paragraph(" ".join(["Hello.", *hello]))
    sections = (Section("", (greeting,)), Section("Ports", (bullets(*headlines),)), STORY)
    show = Show(title="The Harbour Wire")
    cues = write(Issue("Water", sections, day), show).chapters[0].cues
    assert INTRO_S + pacing.seconds(cues) < 25
    lines = [cue.text for cue in cues if isinstance(cue, Line)]
    whole = {sentence.lower() for sentence in (*headlines, *hello)}
    issues_own = [text for line in lines for text in sentences(line) if text.lower().split()[0] in WORDS]
    assert {text.lower().removeprefix("and ") for text in issues_own} <= whole


def test_headlines_that_do_not_fit_begin_the_first_chapter(daily: Issue, show: Show) -> None:
    """Those that fit are told before it, and nothing is told twice."""
    more = (f"Port number {number} counts its cranes once more before the spring." for number in range(5))
    first, _, *rest = daily.sections
    script = write(
        replace(daily, sections=(first, Section("The Quiet Ports", (bullets(*more),)), *rest)), show
    )
    spoken = [" ".join(line.text for line in chapter.lines) for chapter in script.chapters[:2]]
    assert script.chapters[1].title == "The Quiet Ports"
    assert ["Port number 0" in spoken[0], "Port number 0" in spoken[1]] == [True, False]
    assert ["Port number 4" in spoken[0], "Port number 4" in spoken[1]] == [False, True]


@pytest.mark.parametrize(
    ("greeting", "said"),
    [
        ("Hello. It's Tuesday, March 4, 2031.", []),
        ("Hello. It's Tuesday.", ["It's March 4, 2031.", "Today is March 4, 2031."]),
        ("Hello.", ["It's Tuesday, March 4, 2031.", "Today is Tuesday, March 4, 2031."]),
        ("Tuesday, March 4, 2031", []),
    ],
)
def test_the_day_is_said_once(greeting: str, said: list[str], show: Show) -> None:
    """By the issue's greeting, or by the host as far as that does not."""
    sections = (Section("", (Paragraph(greeting),)), STORY)
    told = opening(Issue("Water", sections, date(2031, 3, 4)), show)
    assert [text for text in told if text in said] == told[1:-1]
    assert sum("2031" in text for text in told) == 1


@pytest.mark.parametrize(
    ("title", "is_said"),
    [
        ("Why tides wait", True),
        ("Tide Tables #12", True),
        ("Fog in brief", True),
        ("Week Ending March 2, 2031", False),
        ("2031-03-04", False),
        ("000 1c4ab2bb85206623", False),
        ("Index", False),
        ("Harbour Wire 504", False),
        ("The Harbour Wire", False),
    ],
)
def test_a_title_is_said_if_it_tells_something(title: str, is_said: bool, show: Show) -> None:
    """Not one that holds a date, comes from the name of a file or repeats the show's."""
    told = opening(Issue(title, (STORY,), date(2031, 3, 4)), show)
    assert any(title in text for text in told[1:]) is is_said or title == show.title
    assert is_said or "Today:" not in " ".join(told)
    assert len([text for text in told if title in text]) <= 1


@pytest.mark.parametrize("later", range(6))
def test_what_is_coming_is_told_without_headlines(later: int, show: Show) -> None:
    """The first sentences of the biggest sections after the first, whole, or the sections' names."""
    tide = Section("Tide", (Paragraph("The tide came in at noon. " + "It stayed. " * 20),))
    day = date(2031, 3, 4) + timedelta(days=later)
    first = Section("Ice", (Paragraph("The ice went out at dawn. " + "It had been thick. " * 20),))
    *_, teasers = opening(Issue("Water", (first, STORY, tide), day), show)
    assert teasers.endswith("The fog fell on the port. The tide came in at noon.")
    lists = tuple(Section(name, (bullets("kelp", "cod"),)) for name in ("News", "Events"))
    *_, contents = opening(Issue("Water", lists, day), show)
    assert contents.endswith(": news and events.")


def test_a_greeting_that_is_too_long_makes_the_first_chapter(show: Show) -> None:
    """Hello is said at once, the rest under its heading after the music."""
    note = Section(
        "Editor's note", (Paragraph("Hello sailors. " + "We had fog for a week, and then a storm. " * 12),)
    )
    script = write(Issue("Water", (note, STORY), date(2031, 3, 4)), show)
    assert script.chapters[0].lines[0].text == "Hello sailors."
    assert script.chapters[1].title == "Editor's note"
    assert script.chapters[1].lines[0].text.endswith("the editor's note.")


@pytest.mark.parametrize(
    "title", ["Issue #88: Fog and figs", "Fog and figs – The Tide #48", "Tide No. 12 — Fog and figs"]
)
def test_the_number_of_an_issue_is_no_theme(title: str, show: Show) -> None:
    """Of a title with a theme and a number the theme is said."""
    assert opening(Issue(title, (STORY,)), show)[0].endswith(": Fog and figs.")


def test_headlines_may_follow_an_introduction(show: Show) -> None:
    """Under "TL;DR", below words that are too long for the cold open, they are still said there."""
    intro = Section("", (Paragraph("We had a long week, and this is what came of it. " * 8),))
    summary = Section("TL;DR", (bullets("The fog is back", "Fares are unchanged"),))
    script = write(Issue("Water", (intro, summary, STORY)), show)
    assert script.chapters[0].lines[-1].text == "The fog is back. Fares are unchanged."
    assert [chapter.title for chapter in script.chapters[1:]] == ["Introduction", "Fog", "Sign-off"]


def test_nothing_is_teased_that_is_told_at_once(show: Show) -> None:
    """The first section's first sentence is no teaser: the listener would hear it twice within seconds."""
    tides = [
        Section(name, (Paragraph(f"{name} came in at noon. " + "It stayed. " * 20),))
        for name in ("Ice", "Kelp", "Salt")
    ]
    told = opening(Issue("Water", tuple(tides)), show)[-1]
    assert "Kelp came in at noon. Salt came in at noon." in told
    assert "Ice" not in told


def test_a_greeting_keeps_its_paragraph_together(show: Show) -> None:
    """A few words left over are said with the others, not after the show's name."""
    greeting = Paragraph("Good morning. Fog until ten. Then sun. Gulls at noon. 9C.")
    told = opening(Issue("Water", (Section("", (greeting,)), STORY), date(2031, 3, 4)), show)
    assert told[0] == greeting.text


def test_a_title_that_is_only_the_files_name_is_not_said(tmp_path: Path, show: Show) -> None:
    """The author never wrote it; one that the text tells is said."""
    for name, text, said in (
        ("tiny.txt", "The tide came in at six and nobody was there to see it.\n", False),
        ("a.md", "# Tiny\n\nThe tide came in at six and nobody was there to see it.\n", True),
    ):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        lines = [line.text for chapter in write(read(path), show).chapters for line in chapter.lines]
        assert any("Tiny" in line for line in lines) is said
