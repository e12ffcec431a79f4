"""Editions: the same issue in less time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuecast.models import BulletList, Issue, Item, LeftOut, Paragraph, Quote, Reason, Section, Sponsor
from issuecast.write.editions import shortened

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
    assert shortened(issue(), 0).issue == issue()
    assert shortened(issue(), 60).issue == issue()


def test_the_shortest_edition_has_the_first_sentence_of_each_section() -> None:
    """And greeting and sponsor; what is gone is listed by its line."""
    found = shortened(issue(), 0.1)
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


def test_more_minutes_take_what_is_next() -> None:
    """The second round brings second sentences and second texts."""
    long = Issue(
        "x", tuple(Section(f"Town {n}", (Paragraph("The pier of the town burned. " * 40),)) for n in range(5))
    )
    found = shortened(long, 4)
    sizes = {len(text.split(". ")) for text in texts(found.issue)}
    assert max(sizes) - min(sizes) <= 1
    assert 350 <= sum(len(text.split()) for text in texts(found.issue)) <= 465


@given(st.lists(st.lists(st.integers(1, 30), min_size=1, max_size=6), max_size=6), st.floats(0.1, 9))
def test_nothing_is_lost(shape: list[list[int]], minutes: float) -> None:
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
    found = shortened(whole, minutes)
    kept, gone = " ".join(texts(found.issue)), " ".join(one.text for one in found.left_out)
    told = (
        sorted(filter(None, text.split("."))) for text in (f"{kept} {gone} ", " ".join(texts(whole)) + " ")
    )
    assert [one.strip() for one in next(told)] == [one.strip() for one in next(told)]
    for text in texts(found.issue):
        assert any(original.startswith(text) for original in texts(whole))


@pytest.mark.parametrize("minutes", [2, 2.5, 3])
def test_a_brief_edition_keeps_its_length(minutes: float) -> None:
    """A long issue is cut to the target, give or take a round of one sentence a section."""
    long = Issue(
        "x",
        tuple(
            Section(f"Town {n}", tuple(Paragraph("The pier of the town burned. " * 9) for _ in range(9)))
            for n in range(6)
        ),
    )
    words = sum(len(text.split()) for text in texts(shortened(long, minutes).issue))
    assert minutes * 150 * 0.3 <= words + 75 + 6 * 12 <= minutes * 150
