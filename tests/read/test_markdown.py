"""Markdown issues."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuecast.errors import IssueError
from issuecast.models import (
    BulletList,
    Code,
    Image,
    Issue,
    Item,
    Link,
    NumberedList,
    Paragraph,
    Quote,
    Section,
)
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


@pytest.mark.skipif(not NEWSLETTERS.is_dir(), reason="the real newsletters are not beside this checkout")
def test_a_real_quotation_has_its_speaker() -> None:
    """The name below a block quotation is its speaker, and its link is kept."""
    issue = read(NEWSLETTERS / "this-week-in-rust-2026-08-19.md")
    quotes = [block for section in issue.sections for block in section.blocks if isinstance(block, Quote)]
    assert [(quote.speaker.split()[0], len(quote.links)) for quote in quotes] == [("Clar", 1)]


def test_front_matter_wins_and_lines_are_counted_with_it(tmp_path: Path) -> None:
    """What the front matter says is not asked of the text, and a heading that only repeats it is gone."""
    text = "---\ntitle: Low Tide\ndate: 2026-02-01\nnumber: 7\n---\n\n# Low Tide\n\nMay 3, 2026\n"
    issue = issue_of(tmp_path, text)
    assert (issue.title, issue.date, issue.number) == ("Low Tide", date(2026, 2, 1), 7)
    assert issue.sections == (Section("", (Paragraph("May 3, 2026", (), 9),)),)


def test_title_from_the_first_heading_or_the_name(tmp_path: Path) -> None:
    """A leading H1 names the issue; else its file does, without the date."""
    assert issue_of(tmp_path, "# Low Tide\n\nSand.\n").title == "Low Tide"
    assert (
        issue_of(tmp_path, "![A logo](l.png)\n\n# LOW TIDE IN THE UK\n\nSand.\n").title
        == "Low Tide in the UK"
    )
    assert issue_of(tmp_path, "Sand.\n", "2026-02-01-low-tide.md").title == "Low tide"


@pytest.mark.parametrize(
    ("text", "title", "sections"),
    [
        ("# Tide\n\n## A\n\na\n\n## B\n\nb\n", "Tide", [("A", 0), ("B", 0)]),
        ("# Tide\n\n## A\n\na\n\n# Quote\n\nb\n", "Tide", [("A", 0), ("Quote", 0)]),
        ("# A\n\n## C\n\nc\n\n# B\n\n## D\n\nd\n", "A", [("A", 1), ("B", 1)]),
        ("# A\n\na\n\n# B\n\nb\n", "A", [("A", 0), ("B", 0)]),
        ("---\ntitle: Tide\n---\n# Salt\n\n## A\n\na\n", "Tide", [("Salt", 0), ("A", 0)]),
        ("Hello.\n\n# Salt\n\n## A\n\na\n", "Salt", [("", 0), ("Salt", 0), ("A", 0)]),
        ("## A\n\na\n\n# B\n\nb\n", "Issue", [("A", 0), ("B", 0)]),
    ],
)
def test_level_one_headings(tmp_path: Path, text: str, title: str, sections: list[tuple[str, int]]) -> None:
    """The title's heading is no section around all others; headings of equals stay sections."""
    issue = issue_of(tmp_path, text)
    assert issue.title == title
    assert [(section.title, len(section.parts)) for section in issue.sections] == sections


def test_residue(tmp_path: Path) -> None:
    """Lines, entries and hollow headings of a page's furniture are gone, with their links."""
    text = (
        "[View in browser](https://a.example)\nSand.\n\n- [Unsubscribe](https://a.example)\n- Salt\n\n"
        "## Comments\n\nFrom readers.\n\n## Keep Reading\n\nNo posts found\n"
    )
    untitled, comments = issue_of(tmp_path, text).sections
    assert untitled.blocks == (
        Paragraph("Sand.", (), 1),
        BulletList((Item((Paragraph("Salt", (), 5),)),), 4),
    )
    assert (comments.title, len(comments.blocks)) == ("Comments", 1)


def test_addresses_are_not_words(tmp_path: Path) -> None:
    """Bare addresses, in angle brackets or not, leave the words; a reference is followed."""
    text = "Salt: <https://a.example/x>. [Sand][1] is at https://b.example.\n\n[1]: https://c.example\n"
    assert issue_of(tmp_path, text).sections[0].blocks == (
        Paragraph(
            "Salt. Sand is at.",
            (
                Link("Sand", "https://c.example"),
                Link("a.example", "https://a.example/x"),
                Link("b.example", "https://b.example"),
            ),
            1,
        ),
    )


def test_pictures_with_words_and_links_around_them(tmp_path: Path) -> None:
    """A picture follows the words beside it, and keeps what describes it."""
    text = "Look: [![The *lamp*](lamp.png)](https://a.example) at night\n"
    assert issue_of(tmp_path, text).sections[0].blocks == (
        Paragraph("Look: at night", (), 1),
        Image("The lamp", "lamp.png", 1),
    )


def test_links_of_a_heading_are_its_text_s(tmp_path: Path) -> None:
    """A heading that is a link leads where its first paragraph or entry does."""
    text = "## [Salt](https://a.example)\n\nIt is dear.\n\n## [Soup](https://b.example)\n\n- Dearer.\n"
    salt, soup = issue_of(tmp_path, text).sections
    assert (salt.title, soup.title) == ("Salt", "Soup")
    assert salt.blocks == (Paragraph("It is dear.", (Link("Salt", "https://a.example"),), 3),)
    entry = Item((Paragraph("Dearer.", (Link("Soup", "https://b.example"),), 7),))
    assert soup.blocks == (BulletList((entry,), 7),)


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
        "<!-- nobody sees\nthis -->\n\n<script>\nx()\n</script>\n\n"
        "![A lamp](lamp.png)\n\n```python\nprint()\n```\n"
    )
    assert issue_of(tmp_path, text).sections[0].blocks == (
        Paragraph("A bold sea log with code, tags & no.", (Link("sea log", "https://example.org/a"),), 1),
        Image("A lamp", "lamp.png", 10),
        Code("print()\n", "python", 12),
    )


def test_words_in_html(tmp_path: Path) -> None:
    """Tags are gone, the words between them are not."""
    text = "<p>\nSalt &amp;<br>sand\n</p>\n\nIt ~~was~~ is<br/>\\*dear*.  \nReally.\n\n- [x] Done\n"
    blocks = issue_of(tmp_path, text).sections[0].blocks
    assert blocks[:2] == (Paragraph("Salt & sand", (), 1), Paragraph("It was is *dear*. Really.", (), 5))
    assert blocks[2] == BulletList((Item((Paragraph("Done", (), 8),)),), 8)


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


@pytest.mark.parametrize(
    "text",
    [
        "> “The sea is patient.”\n>\n> — Ada Marsh\n",
        "> The sea is patient.\n> — Ada Marsh\n",
        "> The sea\n> is patient.\n\n— Ada Marsh\n",
        '"The sea is patient."\n\n– Ada Marsh\n',
        "“The sea is patient.”\n— Ada Marsh\n",
    ],
)
def test_quotation_names_its_speaker(tmp_path: Path, text: str) -> None:
    """The last line after a dash, or the line below, is who said it."""
    assert issue_of(tmp_path, text).sections[0].blocks == (Quote("The sea is patient.", "Ada Marsh", (), 1),)


def test_quotation_that_holds_more(tmp_path: Path) -> None:
    """What is no paragraph in a quotation follows it."""
    text = "> # Salt\n>\n> It is dear:\n>\n> - Soup\n> > Deep.\n"
    quote, bullets, inner = issue_of(tmp_path, text).sections[0].blocks
    assert quote == Quote("Salt It is dear:", "", (), 1)
    assert isinstance(bullets, BulletList)
    assert inner == Quote("Deep.", "", (), 6)


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


def test_deep_nesting(tmp_path: Path) -> None:
    """Fifty lists in one another are no more trouble than two; thousands are refused, with the line."""
    text = "\n".join("  " * depth + f"- level{depth}" for depth in range(50))
    assert "level49" in repr(issue_of(tmp_path, text))
    with pytest.raises(IssueError) as caught:
        issue_of(tmp_path, "Sand.\n\n" + ">" * 5000 + " deep\n")
    assert str(caught.value) == (
        f"{tmp_path}/issue.md, line 3: a list or quotation is nested too deeply: take levels out of it."
    )


def test_deep_emphasis_is_read(tmp_path: Path) -> None:
    """Marks and brackets within lines may be nested as deeply as one likes."""
    text = "*a **b " * 1000 + "c** d* " * 1000 + "[" * 1000 + "e" + "](https://a.example)" * 1000
    assert issue_of(tmp_path, text).sections


@given(
    st.lists(
        st.sampled_from(
            [
                *"qzj",
                " ",
                "\n",
                "\n\n",
                "- ",
                "> ",
                "1. ",
                "# ",
                "**",
                "*",
                "_",
                "[",
                "](u)",
                "`",
                "\n    ",
                "|",
            ]
        ),
        max_size=50,
    )
)
def test_no_word_is_lost(tmp_path_factory: pytest.TempPathFactory, parts: list[str]) -> None:
    """Every letter of a Markdown text is in its issue, if it is not the address of a link."""
    path = tmp_path_factory.getbasetemp() / "words.md"
    path.write_text(f"Hello.\n\n{''.join(parts)}\n", encoding="utf-8")
    told = Counter(repr(read(path)))
    assert all(told[letter] >= parts.count(letter) for letter in "qzj")
