"""Title, date and number, wherever they are told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from issuecast.models import BulletList, Item, LeftOut, Link, Paragraph, Reason
from issuecast.read.front_matter import FrontMatter
from issuecast.read.naming import issue_of, title_of_file
from issuecast.read.outline import Flow, Heading
from issuecast.read.source import Source


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("2026-01-12-the-quiet-grid.md", "The quiet grid"),
        ("tide_tables-12.txt", "Tide tables 12"),
        ("2026-01-12.md", "January 12, 2026"),
        ("---.md", "---"),
        ("tide-5-jan-2026.md", "Tide"),
    ],
)
def test_title_of_a_file(name: str, title: str) -> None:
    """A file's name is made readable, and its date left out unless it is all there is."""
    assert title_of_file(Path(name)) == title


@pytest.mark.parametrize(
    ("told", "title", "opening", "name", "number"),
    [
        (FrontMatter("Tide", number=7), "", "Issue 8", "issue-9.md", 7),
        (FrontMatter("Tide Weekly 504"), "", "", "a.md", 504),
        (FrontMatter(), "Tide Tables #12", "", "a.md", 12),
        (FrontMatter(), "Tide, Issue No. 12", "", "a.md", 12),
        (FrontMatter(), "", "Issue #12, May 2026", "a.md", 12),
        (FrontMatter(), "", "", "tide-weekly-504.md", 504),
        (FrontMatter(), "", "", "issue-12-the-pier.md", 12),
        (FrontMatter("Best of 2025"), "", "", "a.md", None),
        (FrontMatter(), "Everything about Windows 11", "", "a.md", None),
        (FrontMatter(), "", "", "tide-2026-01-05.md", None),
        (FrontMatter(), "", "", "000_1c4ab2bb85206623.txt", None),
    ],
)
def test_number(told: FrontMatter, title: str, opening: str, name: str, number: int | None) -> None:
    """A number is told, or stands where a number of an issue stands; years and versions are none."""
    assert issue_of(told, Source(Path(name), b"text"), [Paragraph(opening)], title=title).number == number


@pytest.mark.parametrize(
    ("told", "title", "opening", "name", "day"),
    [
        (FrontMatter(date=date(2026, 1, 1)), "2026-01-02", "2026-01-03", "2026-01-04.md", 1),
        (FrontMatter(), "Tide of 2026-01-02", "2026-01-03", "2026-01-04.md", 2),
        (FrontMatter(), "", "2026-01-03", "2026-01-04.md", 3),
        (FrontMatter(), "", "On May 3, 2019 the pier burned.", "2026-01-04.md", 4),
        (FrontMatter(), "", "In May it burned.", "a.md", None),
    ],
)
def test_date(told: FrontMatter, title: str, opening: str, name: str, day: int | None) -> None:
    """Front matter, title, opening, file name: the first that tells a date wins; the clock is not asked."""
    found = issue_of(told, Source(Path(name), b"text"), [Paragraph(opening)], title=title).date
    assert found == (date(2026, 1, day) if day else None)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Monday, January 5, 2026", ""),
        ("By Ines Okafor", "Ines Okafor"),
        ("Posted on May 3, 2026 by Ines Okafor", "Ines Okafor"),
        ("May 3, 2026 | Read online", ""),
        ("By Ines Okafor, May 3, 2026", "Ines Okafor"),
        ("Written by Ines Okafor and Ben Tern · Issue #12 · May 3, 2026", "Ines Okafor and Ben Tern"),
    ],
)
def test_datelines_are_no_text(line: str, author: str) -> None:
    """A line at the top that tells a date or an author names the issue, and is accounted for so."""
    flow: Flow = [
        Heading("Salt", 1, 1),
        Paragraph("It is dear.", (), 2),
        Paragraph(line, (), 3),
        Paragraph("A.", (), 4),
    ]
    issue = issue_of(FrontMatter(), Source(Path("a.md"), b"text"), flow)
    assert issue.sections[0].blocks == (flow[1], flow[3])
    assert (issue.author, issue.left_out) == (author, (LeftOut(line, Reason.NAMING, 3),))


@pytest.mark.parametrize(
    ("written", "told", "lost"),
    [
        ("Salt mills (12 minute read)", "Salt mills", "(12 minute read)"),
        ("Salt mills [5-min read]", "Salt mills", "[5-min read]"),
        ("salt (GitHub Repo)", "salt", "(GitHub Repo)"),
        ("Why we left · 8 min read · Ada", "Why we left · Ada", "8 min read"),
        ("Salt mills (12 minutes late)", "Salt mills (12 minutes late)", ""),
        ("(5 minute read)", "(5 minute read)", ""),
    ],
)
def test_reading_times_are_not_read(written: str, told: str, lost: str) -> None:
    """How long a page takes is told to the eye, behind headings, paragraphs and entries of any reader."""
    items = (Item((Paragraph(written, (Link(written, "https://a.example"),), 3),)),)
    flow: Flow = [Heading(written, 2, 1), Paragraph(written, (), 2), BulletList(items, 3)]
    issue = issue_of(FrontMatter(), Source(Path("a.md"), b"text"), flow)
    entry = Item((Paragraph(told, (Link(told, "https://a.example"),), 3),))
    (section,) = issue.sections
    assert (section.title, section.blocks) == (told, (Paragraph(told, (), 2), BulletList((entry,), 3)))
    account = tuple(LeftOut(lost, Reason.FURNITURE, line) for line in (1, 2, 3))
    assert issue.left_out == (account if lost else ())


def test_a_footer_behind_the_last_words() -> None:
    """How to leave the list is not said, even in a paragraph that says more."""
    links = (Link("here", "https://a.example/u"), Link("Ada", "https://a.example"))
    flow: Flow = [Paragraph("That is all, says Ada. Unsubscribe here.", links, 1)]
    issue = issue_of(FrontMatter(), Source(Path("a.md"), b"text"), flow)
    assert issue.sections[0].blocks == (Paragraph("That is all, says Ada.", links[1:], 1),)
    assert issue.left_out == (LeftOut("Unsubscribe here.", Reason.FURNITURE, 1),)


@pytest.mark.parametrize(
    "line", ["It's Monday, January 5, 2026", "By the sea", "By May 3, 2026 it had burned."]
)
def test_lines_that_say_more_than_a_date(line: str) -> None:
    """A greeting with a date and a sentence are text."""
    flow: Flow = [Paragraph(line, (), 1), Paragraph("A.", (), 2)]
    assert issue_of(FrontMatter(), Source(Path("a.md"), b"text"), flow).sections[0].blocks == tuple(flow)
