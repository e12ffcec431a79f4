"""Markdown issues."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from issuecast.models import BulletList, Code, Image, Issue, Item, Link, NumberedList, Paragraph, Quote
from issuecast.read import read

NEWSLETTERS = Path(__file__).parents[3] / "shared" / "newsletters"


def issue_of(tmp_path: Path, text: str, name: str = "issue.md") -> Issue:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read(path)


@pytest.mark.skipif(not NEWSLETTERS.is_dir(), reason="the real newsletters are not beside this checkout")
@pytest.mark.parametrize(
    ("name", "title", "day", "number", "sections"),
    [
        ("haskell-weekly-504.md", "Haskell weekly 504", None, 504, 5),
        ("lwkd-2026-08-16.md", "Week Ending August 16, 2026", date(2026, 8, 20), None, 7),
        ("this-week-in-rust-2026-08-19.md", "This Week in Rust 665", date(2026, 8, 19), 665, 9),
    ],
)
def test_real_newsletters(name: str, title: str, day: date | None, number: int | None, sections: int) -> None:
    """Title, date and number are found, and every section."""
    issue = read(NEWSLETTERS / name)
    assert (issue.title, issue.date, issue.number) == (title, day, number)
    assert len(issue.sections) == sections


def test_front_matter_in_yaml(tmp_path: Path) -> None:
    """What the front matter says wins, and lines are counted with it."""
    head = "title: Low Tide\ndate: 2026-02-01 08:00:00 +0100\nauthors: [Ada, Ben]\nnumber: 7\n"
    text = f"---\n{head}---\n\n# Low Tide\n\nSand.\n"
    issue = issue_of(tmp_path, text)
    assert (issue.title, issue.date, issue.author, issue.number) == (
        "Low Tide",
        date(2026, 2, 1),
        "Ada, Ben",
        7,
    )
    assert issue.sections[0].blocks == (Paragraph("Sand.", (), 10),)


def test_headers_without_fences(tmp_path: Path) -> None:
    """`Key: value` lines at the top are front matter if one of them is known; a lone label is text."""
    issue = issue_of(tmp_path, "Title: Low Tide\nNumber: 12\n\nSand.\n")
    assert (issue.title, issue.number) == ("Low Tide", 12)
    assert issue_of(tmp_path, "Warning: wet paint\n\nSand.\n").sections[0].blocks[0] == Paragraph(
        "Warning: wet paint", (), 1
    )


def test_title_from_the_first_heading_or_the_name(tmp_path: Path) -> None:
    """A leading H1 names the issue; else its file does, without the date."""
    assert issue_of(tmp_path, "# Low Tide\n\nSand.\n").title == "Low Tide"
    assert issue_of(tmp_path, "Sand.\n", "2026-02-01-low-tide.md").title == "Low tide"


def test_headings_nest(tmp_path: Path) -> None:
    """A deeper heading is a part of the one before it, even if levels are skipped."""
    issue = issue_of(tmp_path, "Hi.\n\n## A\n\na\n\n#### B\n\nb\n\n## C\n\nc\n")
    untitled, first, last = issue.sections
    assert (untitled.title, first.title, last.title) == ("", "A", "C")
    assert [part.title for part in first.parts] == ["B"]


def test_blocks_lose_their_markup_and_keep_their_links(tmp_path: Path) -> None:
    """Words without signs; links beside them; other schemes, comments and tags gone."""
    text = (
        "A **bold** [sea *log*](https://example.org/a) with `code`, <b>tags</b> &amp; [no](javascript:x).\n\n"
        "<!-- nobody sees\nthis -->\n\n![A lamp](lamp.png)\n\n```python\nprint()\n```\n"
    )
    assert issue_of(tmp_path, text).sections[0].blocks == (
        Paragraph("A bold sea log with code, tags & no.", (Link("sea log", "https://example.org/a"),), 1),
        Image("A lamp", "lamp.png", 6),
        Code("print()\n", "python", 8),
    )


def test_lists_hold_blocks(tmp_path: Path) -> None:
    """An entry keeps the quotation and the list below it."""
    blocks = issue_of(tmp_path, "- One\n  > Said.\n\n- Two\n  1. Deep.\n").sections[0].blocks
    assert blocks == (
        BulletList(
            (
                Item((Paragraph("One", (), 1), Quote("Said.", "", (), 2))),
                Item((Paragraph("Two", (), 4), NumberedList((Item((Paragraph("Deep.", (), 5),)),), 5))),
            ),
            1,
        ),
    )


def test_quotation_names_its_speaker(tmp_path: Path) -> None:
    """The last line after a dash is who said it."""
    blocks = issue_of(tmp_path, "> “The sea is patient.”\n>\n> — Ada Marsh\n").sections[0].blocks
    assert blocks == (Quote("The sea is patient.", "Ada Marsh", (), 1),)


def test_table_is_read_by_rows(tmp_path: Path) -> None:
    """Each row below the head is an entry of its cells."""
    blocks = (
        issue_of(tmp_path, "| boat | year |\n|---|---|\n| Tern | 1912 |\n| Gull | 1920 |\n")
        .sections[0]
        .blocks
    )
    assert isinstance(blocks[0], BulletList)
    assert [item.blocks for item in blocks[0].items] == [
        (Paragraph("Tern, 1912", (), 3),),
        (Paragraph("Gull, 1920", (), 4),),
    ]


def test_deep_nesting_is_read(tmp_path: Path) -> None:
    """Fifty lists in one another are no more trouble than two."""
    text = "\n".join("  " * depth + f"- level {depth}" for depth in range(50))
    assert issue_of(tmp_path, text).sections
    assert issue_of(tmp_path, ">" * 5000 + " deep\n\nSand.\n").sections
