"""Editions: the same issue in less time."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuecast.models import BulletList, Issue, Item, LeftOut, Paragraph, Quote, Reason, Section, Sponsor
from issuecast.show import Edition, Show
from issuecast.write.editions import shortened
from issuecast.write.length import estimated_ms
from issuecast.write.script import write

PIER = "The pier burned. Nobody was hurt. The mayor wept. A fund is open."
LAMP = "The lamp was sold. Its keeper stays."


def issue() -> Issue:
    items = tuple(Item((Paragraph(f"Ferry {n} sank. It was old.", (), 10 + n),)) for n in (1, 2, 3))
    return Issue(
        "The Tide",
        (
            Section("", (Paragraph("Good morning to you. It is Monday."),)),
            Section("Fire", (Paragraph(PIER, (), 3), Quote("I smelled it first.", "Ada", (), 4)), (), 2),
            Section("Light", (Paragraph(LAMP, (), 6), Sponsor((Paragraph("Buy lamps. Now."),))), (), 5),
            Section("Ferries", (), (Section("Sunk", (BulletList(items),), (), 9),), 8),
        ),
    )


def texts(issue: Issue) -> list[str]:
    from issuecast.models import blocks_of

    return [text for block in blocks_of(issue.sections) if (text := getattr(block, "text", ""))]


def test_without_a_target_the_issue_is_whole() -> None:
    """As it is with a target that it meets anyway."""
    assert shortened(issue(), 1e9).issue == issue()
    assert shortened(issue(), 60 * 150).issue == issue()


def test_a_short_edition_has_the_first_sentence_of_each_section() -> None:
    """And greeting and sponsor; what is gone is listed by its line."""
    found = shortened(issue(), 22)
    assert texts(found.issue) == [
        "Good morning to you. It is Monday.",
        "The pier burned.",
        "The lamp was sold.",
        "Buy lamps. Now.",
        "Ferry 1 sank.",
    ]
    assert found.left_out == tuple(
        LeftOut(text, Reason.EDITION, line)
        for text, line in [
            ("Nobody was hurt. The mayor wept. A fund is open.", 3),
            ("I smelled it first. Ada", 4),
            ("Its keeper stays.", 6),
            ("It was old.", 11),
            ("Ferry 2 sank. It was old.", 12),
            ("Ferry 3 sank. It was old.", 13),
        ]
    )


def test_without_room_for_all_the_biggest_sections_speak() -> None:
    """A section that has no room is gone as a whole."""
    found = shortened(issue(), 17)
    assert texts(found.issue) == [
        "Good morning to you. It is Monday.",
        "The pier burned.",
        "Buy lamps. Now.",
        "Ferry 1 sank.",
    ]


def test_the_farewell_stays_whole() -> None:
    """It is the end of the last section, and none of its sentences."""
    leave = Paragraph("Have a tip? Send it our way. See you tomorrow.", (), 9)
    section = Section("News", (Paragraph(PIER), Paragraph(LAMP), leave), (), 1)
    assert texts(shortened(Issue("x", (section,)), 15).issue) == ["The pier burned.", leave.text]


def test_more_words_take_what_is_next() -> None:
    """The second round brings second sentences and second texts."""
    long = Issue(
        "x", tuple(Section(f"Town {n}", (Paragraph("The pier of the town burned. " * 40),)) for n in range(5))
    )
    found = shortened(long, 465)
    sizes = {len(text.split(". ")) for text in texts(found.issue)}
    assert max(sizes) - min(sizes) <= 1
    assert 435 <= sum(len(text.split()) for text in texts(found.issue)) <= 465


@given(st.lists(st.lists(st.integers(1, 30), min_size=1, max_size=6), max_size=6), st.integers(0, 900))
def test_nothing_is_lost(shape: list[list[int]], words: int) -> None:
    """What is kept and what is listed is the issue, sentence by sentence, and all of it is its beginnings."""
    sections = tuple(
        Section(
            f"s{i}",
            tuple(
                Paragraph(" ".join(f"Say {i} {j} {k}." for k in range(size)), (), 100 * i + j)
                for j, size in enumerate(sizes)
            ),
        )
        for i, sizes in enumerate(shape)
    )
    whole = Issue("x", sections)
    found = shortened(whole, words)
    kept, gone = " ".join(texts(found.issue)), " ".join(one.text for one in found.left_out)
    told = (f"{kept} {gone}".split("."), " ".join(texts(whole)).split("."))
    assert sorted(one.strip() for one in told[0]) == sorted(one.strip() for one in told[1])
    for text in texts(found.issue):
        assert any(original.startswith(text) for original in texts(whole))


@pytest.mark.parametrize("minutes", [2, 2.5, 3])
def test_an_edition_takes_the_minutes_that_it_may(minutes: float) -> None:
    """However long the issue, and of whatever shape, the script with its music just fits."""
    show = Show(editions={"brief": Edition(minutes=minutes)})
    said = "The pier of the old town burned down on Friday. "
    shapes = [
        [Section(f"Town {n}", tuple(Paragraph(said * 9) for _ in range(9))) for n in range(6)],
        [Section(f"Town {n}", (Paragraph(said * 3),)) for n in range(40)],
        [Section("", tuple(Paragraph(said * 4) for _ in range(90)))],
    ]
    for sections in shapes:
        script = write(Issue("Tides", tuple(sections), date(2026, 1, 2)), show, "brief")
        assert 0.7 * minutes <= (estimated_ms(script) + 12_000) / 60_000 <= minutes
