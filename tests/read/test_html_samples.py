"""Sample issues as newsletter tools send them: what is read of each, and what is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from issuecast.models import Aside, Footnote, Issue, Link, Paragraph, Quote, Reason, Section, Sponsor, Table
from issuecast.read import read
from issuecast.show import Reading

SAMPLES = Path(__file__).parents[1] / "samples"


def sample(name: str, reading: Reading | None = None) -> Issue:
    return read(SAMPLES / f"{name}.html", reading)


def sketch(issue: Issue) -> list[str]:
    """Each section by its title, indented by its depth, and the kinds of its blocks."""
    return list(_sketch(issue.sections, ""))


def _sketch(sections: tuple[Section, ...], indent: str) -> Iterator[str]:
    for section in sections:
        kinds = " ".join(type(block).__name__ for block in section.blocks)
        yield f"{indent}{section.title} | {kinds}"
        yield from _sketch(section.parts, f"{indent}  ")


def reasons(issue: Issue) -> dict[Reason, int]:
    return dict(Counter(one.reason for one in issue.left_out))


def blocks(issue: Issue, kind: type) -> list[object]:
    def all_of(sections: tuple[Section, ...]) -> Iterator[object]:
        for section in sections:
            yield from (block for block in section.blocks if isinstance(block, kind))
            yield from all_of(section.parts)

    return list(all_of(issue.sections))


def test_beehiiv() -> None:
    """Nested tables, a preheader, a sponsor's card, a poll of table cells and a footer."""
    issue = sample("beehiiv")
    assert (issue.title, issue.date, issue.language) == (
        "⚡ The cable that paid for itself",
        date(2026, 10, 6),
        "en",
    )
    assert sketch(issue) == [
        " | Paragraph",
        "In today's issue | BulletList Sponsor",
        "📈 Market pulse | Table Paragraph",
        "🔌 Deep dive: the island that sold its nights | Paragraph Paragraph Image Paragraph Quote",
        "  What other islands should copy | NumberedList",
        "⏱️ Quick hits | BulletList",
        "🗳️ Reader poll | Paragraph BulletList Paragraph Paragraph",
    ]
    assert reasons(issue) == {Reason.HIDDEN: 1, Reason.NAMING: 2, Reason.FURNITURE: 9}
    (sponsor,) = blocks(issue, Sponsor)
    assert isinstance(sponsor, Sponsor)
    assert (sponsor.name, len(sponsor.blocks), sponsor.line) == ("Harborlight", 3, 44)
    (quote,) = blocks(issue, Quote)
    assert isinstance(quote, Quote)
    assert quote.speaker == "Signe Aalto, mayor of Ternholm"
    (table,) = blocks(issue, Table)
    assert isinstance(table, Table)
    assert (table.head, table.rows[1]) == (
        ("Market", "Price", "Week"),
        ("Evening power, per MWh", "€61", "-8.4%"),
    )


def test_substack() -> None:
    """A saved page: the post without what surrounds it, footnotes, a pull-quote and a list in a list."""
    issue = sample("substack")
    assert (issue.title, issue.author, issue.date) == (
        "The Library That Lends Ladders",
        "Tomas Reyle",
        date(2026, 5, 14),
    )
    assert issue.url == "https://slowtools.example.com/p/the-library-that-lends-ladders"
    assert sketch(issue) == [
        " | Paragraph Paragraph Image Aside Paragraph Footnote",
        "How a shed becomes a library | Paragraph Paragraph NumberedList Quote",
        "What people actually borrow | Paragraph BulletList Paragraph Footnote",
        "Tool of the week: the spokeshave | Paragraph",
        "Things to go to | BulletList Paragraph Paragraph Paragraph",
    ]
    assert blocks(issue, Footnote) == [
        Footnote("1", "A retired census clerk, in the winter of 2019, door to door, with biscuits.", (), 54),
        Footnote("2", "The rest is beeswax.", (Link("beeswax", "https://example.org/beeswax"),), 55),
    ]
    assert reasons(issue) == {Reason.NAMING: 3, Reason.FURNITURE: 19}


def test_mailchimp() -> None:
    """Template blocks, a boxed text, a table with bold heads, bullets made of line breaks, an address."""
    issue = sample("mailchimp")
    assert (issue.title, issue.date, issue.number) == (
        "Fog, Figs and a Faster Crossing",
        date(2026, 9, 18),
        41,
    )
    assert sketch(issue) == [
        " | Paragraph Paragraph",
        "What we learned from the fog | Paragraph Paragraph Aside",
        "The winter timetable, at a glance | Table Paragraph Image",
        "  From the galley: fig season | Paragraph BulletList",
        "Coming up | BulletList Quote Paragraph Paragraph",
    ]
    assert [one.text for one in issue.left_out if one.line > 90] == [
        "Facebook",
        "Website",
        "Copyright © 2026 Carrow Ferries, All rights reserved.",
        "You are receiving this email because you bought a season ticket.",
        "Our mailing address is:",
        "Carrow Ferries, 1 Bell Pier, Carrow",
        "Want to change how you receive these emails?",
        "You can update your preferences or unsubscribe from this list.",
    ]


_GHOST = [
    " | Paragraph Image Paragraph",
    "The big story: a second you can trust | Paragraph Paragraph Footnote Aside Quote",
    "Orbit report | Image Aside Table",
    "Quick looks | BulletList",
    "From the workshop | Paragraph Code Paragraph",
    "  Can I hear it? | Paragraph",
]


def test_ghost() -> None:
    """Cards, a toggle, code, footnotes, and a wall: what stands behind it is nowhere."""
    issue = sample("ghost")
    assert (issue.title, issue.author, issue.number) == (
        "Issue #88: The Clockmaker's Satellite",
        "Imre Castellan",
        88,
    )
    assert sketch(issue) == [*_GHOST, "Book of the week | Paragraph Paragraph Paragraph"]
    assert [(one.text, one.line, one.last) for one in issue.left_out if one.reason is Reason.SUBSCRIBERS] == [
        ("", 63, 0),
        ("", 64, 65),
    ]
    assert "birch tar" not in repr(issue)


def test_ghost_for_members() -> None:
    """A show for members reads behind the wall."""
    issue = sample("ghost", Reading(subscriber_parts=True))
    assert sketch(issue) == [
        *_GHOST,
        "Book of the week | Paragraph Paragraph Paragraph",
        "  For members: how to build the ground station | Paragraph",
    ]
    assert Reason.SUBSCRIBERS not in reasons(issue)
    assert "birch tar" in repr(issue)


def test_buttondown() -> None:
    """A plain mail: headings in bold, bullets typed by hand, a sponsor, a footnote."""
    issue = sample("buttondown")
    assert (issue.title, issue.date, issue.number) == (
        "Soup Report No. 12 — Stock answers",
        date(2026, 1, 20),
        12,
    )
    assert sketch(issue) == [
        " | Paragraph Paragraph",
        "The pot that never empties | Paragraph Footnote Paragraph Quote Paragraph",
        "Market notes | BulletList",
        "A soup for tired people | NumberedList Sponsor",
        "Three links, warmed through | BulletList Paragraph Paragraph",
    ]
    assert reasons(issue) == {Reason.HIDDEN: 1, Reason.NAMING: 2, Reason.FURNITURE: 5}


@pytest.mark.parametrize("name", ["beehiiv", "substack", "mailchimp", "ghost", "buttondown"])
def test_lines_lead_to_the_source(name: str) -> None:
    """The first word of each paragraph and aside stands in the line that it tells."""
    source = (SAMPLES / f"{name}.html").read_text(encoding="utf-8").split("\n")
    issue = sample(name)
    told = [*blocks(issue, Paragraph), *blocks(issue, Aside)]
    assert told
    for block in told:
        assert isinstance(block, (Paragraph, Aside))
        assert block.text.split()[0].strip("“”'\"") in source[block.line - 1]
