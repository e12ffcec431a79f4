"""Pasted newsletters, understood by their shape."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from issuecast.models import Aside, BulletList, Issue, Link, NumberedList, Paragraph, Quote, Section
from issuecast.read import read

SAMPLE = Path(__file__).parents[3] / "shared" / "newsletters" / "000_1c4ab2bb85206623.txt"


def issue_of(tmp_path: Path, text: str, name: str = "issue.txt") -> Issue:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read(path)


def shape(section: Section) -> list[str]:
    return [type(block).__name__ for block in section.blocks]


@pytest.mark.skipif(not SAMPLE.parent.is_dir(), reason="the real newsletters are not beside this checkout")
def test_daily_newsletter_is_understood_whole() -> None:
    """Every part of a real daily newsletter is what it is, and its page residue is gone."""
    issue = read(SAMPLE)
    assert (issue.title, issue.date) == ("The Sovereign Compute Era", date(2025, 12, 23))
    greeting, headlines, market, dive, rapid, research, pick = issue.sections
    assert (greeting.title, shape(greeting)) == ("", ["Paragraph"])
    assert (headlines.title, shape(headlines)) == ("The Sovereign Compute Era", ["BulletList"])
    assert shape(market) == ["Paragraph", "Paragraph", "Quote"]
    assert isinstance(market.blocks[2], Quote)
    assert market.blocks[2].speaker == "Demis Hassabis"
    assert shape(dive) == ["Paragraph", "Paragraph", "Aside"]
    assert [part.title for part in rapid.parts] == ["🏗️ The Compute Moat", "🤖 Agentic Frontier"]
    lists = [part.blocks[0] for part in rapid.parts] + [research.blocks[0], pick.blocks[0]]
    assert [len(one.items) for one in lists if isinstance(one, BulletList)] == [4, 3, 4, 3]
    assert shape(pick) == ["BulletList", "Paragraph", "Paragraph"]


def test_banner_is_the_title_and_a_heading(tmp_path: Path) -> None:
    """A title between rules names the issue, not shouted, and heads what follows it."""
    issue = issue_of(tmp_path, "Hello.\n\n=== THE AGE OF UK BATTERIES ===\n\n• One.\n• Two.\n")
    assert issue.title == "The Age of UK Batteries"
    assert [section.title for section in issue.sections] == ["", "The Age of UK Batteries"]


def test_heading_at_the_top_is_the_title(tmp_path: Path) -> None:
    """Without a banner the first line names the issue if it looks like a heading."""
    issue = issue_of(tmp_path, "The Tide Report\n\nIt rains again.\n\nHARBOUR NEWS\n\nA boat came in.\n")
    assert issue.title == "The Tide Report"
    assert [section.title for section in issue.sections] == ["", "Harbour News"]


@pytest.mark.parametrize(
    "heading",
    ["📈 Market mood", "HARBOUR NEWS", "From the Harbour", "## from the harbour", "harbour\n======="],
)
def test_headings_by_look(tmp_path: Path, heading: str) -> None:
    """Pictographs, capitals, title case, hashes and underlines make a heading of a line that stands alone."""
    issue = issue_of(tmp_path, f"Good evening to you.\n\n{heading}\n\nA boat came in.\n")
    assert len(issue.sections) == 2
    assert isinstance(issue.sections[1].blocks[0], Paragraph)


@pytest.mark.parametrize(
    "line",
    [
        "Sentiment: 🟢 Bullish",
        "A boat came in.",
        "Cheers,",
        "Good Morning Friends",
        "What a day!",
        "it rains",
    ],
)
def test_lines_that_are_no_headings(tmp_path: Path, line: str) -> None:
    """Labels with their value, sentences, greetings and farewells are text."""
    issue = issue_of(tmp_path, f"It begins here.\n\n{line}\n\nA boat came in.\n")
    assert [section.title for section in issue.sections] == [""]


def test_last_line_is_no_heading(tmp_path: Path) -> None:
    """Who signs an issue heads nothing."""
    issue = issue_of(tmp_path, "It begins here.\n\nAda Marsh\n")
    assert [block.text for block in issue.sections[0].blocks if isinstance(block, Paragraph)] == [
        "It begins here.",
        "Ada Marsh",
    ]


def test_bullets_of_every_kind_and_wrapped_lines(tmp_path: Path) -> None:
    """Entries are a list whatever their sign, over blank lines, and a wrapped entry is one."""
    issue = issue_of(
        tmp_path, "News today:\n\n  • One\n    goes on.\n\n- Two.\n* Three.\n\n1. First.\n2) Second.\n"
    )
    paragraph, bullets, numbers = issue.sections[0].blocks
    assert isinstance(paragraph, Paragraph)
    assert isinstance(bullets, BulletList)
    assert isinstance(numbers, NumberedList)
    texts = [block.text for item in bullets.items for block in item.blocks if isinstance(block, Paragraph)]
    assert texts == ["One goes on.", "Two.", "Three."]


def test_parts_share_the_shape_of_their_lists(tmp_path: Path) -> None:
    """A heading without text of its own has the next as its part, and later ones of the same shape."""
    text = (
        "We begin.\n\n⚡ Quick Notes\n\n🌊 At Sea\n\n• Marrow: Bought a boat. Why: It floats.\n\n"
        "🏔️ On Land\n\n• Tern: Sold a hill. Why: It was in the way.\n\n📚 Reading\n\n• A book about sand.\n"
    )
    notes, reading = issue_of(tmp_path, text).sections[1:]
    assert [part.title for part in notes.parts] == ["🌊 At Sea", "🏔️ On Land"]
    assert (reading.title, reading.parts) == ("📚 Reading", ())


@pytest.mark.parametrize(
    "text",
    [
        '"The sea is patient."\n\n— Ada Marsh, pilot',
        "“The sea is patient.”\n- Ada Marsh, pilot",
        "> The sea is patient.\n> — Ada Marsh, pilot",
        '"The sea is patient." — Ada Marsh, pilot',
    ],
)
def test_quotation_and_speaker(tmp_path: Path, text: str) -> None:
    """Words in marks or behind ">" with a name after a dash are a quotation, however they are set."""
    issue = issue_of(tmp_path, f"We begin.\n\n{text}\n\nWe go on.\n")
    assert [block for block in issue.sections[0].blocks if isinstance(block, Quote)] == [
        Quote("The sea is patient.", "Ada Marsh, pilot", (), 3)
    ]


def test_call_out_inside_a_paragraph(tmp_path: Path) -> None:
    """A ">" between two sentences is what pasting left of a box."""
    blocks = (
        issue_of(tmp_path, "It rained > a lot. So they left. > The Point: Bring a coat.\n").sections[0].blocks
    )
    assert blocks == (
        Paragraph("It rained > a lot. So they left.", (), 1),
        Aside("The Point: Bring a coat.", (), 1),
    )


def test_addresses_leave_the_words(tmp_path: Path) -> None:
    """A link is kept beside the words and never read out."""
    text = (
        "Read the log: https://example.org/log. "
        "Or [the map](https://example.org/map) (www.example.org/key).\n"
    )
    paragraph = issue_of(tmp_path, text).sections[0].blocks[0]
    assert paragraph == Paragraph(
        "Read the log. Or the map.",
        (
            Link("example.org", "https://example.org/log"),
            Link("the map", "https://example.org/map"),
            Link("example.org", "https://www.example.org/key"),
        ),
        1,
    )


def test_residue_is_gone_and_sentences_that_sound_like_it_stay(tmp_path: Path) -> None:
    """Only whole lines of a page's furniture are dropped."""
    text = (
        "View in browser\n\nTwo readers asked how to unsubscribe from the sea.\n\n"
        "Share | Tweet | Unsubscribe\n3 min read\n\nHave a tip? Write to us.\n\n"
        "Keep Reading\n\nNo posts found\n© 2026 The Tide. All rights reserved.\n"
    )
    texts = [b.text for b in issue_of(tmp_path, text).sections[0].blocks if isinstance(b, Paragraph)]
    assert texts == [
        "Two readers asked how to unsubscribe from the sea.",
        "Have a tip? Write to us.",
    ]


@pytest.mark.parametrize(
    ("text", "name", "day"),
    [
        ("It's Monday, January 5, 2026. Rain.", "a.txt", date(2026, 1, 5)),
        ("The 5th of January 2026: rain.", "a.txt", date(2026, 1, 5)),
        ("2026/1/5, rain.", "a.txt", date(2026, 1, 5)),
        ("Rain.", "2026-01-05-rain.txt", date(2026, 1, 5)),
        ("On May 40, 2026 nothing happens.", "a.txt", None),
        ("In May 2026 it rains.", "a.txt", None),
        ("Date: 2026-01-05\nTitle: Rain\n\nIt rains.", "2025-01-01.txt", date(2026, 1, 5)),
    ],
)
def test_date_from_text_then_from_the_name(tmp_path: Path, text: str, name: str, day: date | None) -> None:
    """The issue's own date wins; a date that no calendar has is none."""
    assert issue_of(tmp_path, f"{text}\n", name).date == day
