"""Front matter of every kind."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from issuecast.errors import IssueError
from issuecast.models import LeftOut, Reason
from issuecast.read.front_matter import FrontMatter, split_front_matter

PATH = Path("a.md")


def test_yaml() -> None:
    """What YAML tells is taken as it is written, and its lines are left empty."""
    text = (
        "---\ntitle: 'Low: Tide'\ndate: 2026-02-01 08:00:00 +0100\nauthors:\n  - Ada Marsh\n"
        "  - name: Ben Tern\nnumber: 012\nurl: https://tide.example/7\nlang: en-GB\nkind: a\n---\nSand.\n"
    )
    told = FrontMatter(
        "Low: Tide", date(2026, 2, 1), "Ada Marsh, Ben Tern", 12, "https://tide.example/7", "en-GB"
    )
    assert split_front_matter(text, PATH) == (told, "\n" * 11 + "Sand.\n".rjust(6))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("---\nTitle: 2026-02-01\n...\nSand.\n", FrontMatter("2026-02-01")),
        ("---\ntitle:\nnumber: seven\nurl: /low-tide\n---\nSand.\n", FrontMatter()),
        ("---\n# a note\ntitle: Tide\n---\nSand.\n", FrontMatter("Tide")),
        (
            "---\ntitle: The **Low** <em>Tide</em> &amp; [Sea](/x)\n---\nSand.\n",
            FrontMatter("The Low Tide & Sea"),
        ),
        ("---\npubDate: 2026-02-01T23:30:00-05:00\n---\nSand.\n", FrontMatter(date=date(2026, 2, 1))),
        ("---\npublishDate: Feb 01 2026\ndraft: true\n---\nSand.\n", FrontMatter(date=date(2026, 2, 1))),
        ("---\ndate: Last Modified\nedition: 'No. 7'\n---\nSand.\n", FrontMatter(number=7)),
        ("---\ncanonicalURL: https://a.example/7\n---\nSand.\n", FrontMatter(url="https://a.example/7")),
        (
            "title: Tide\nauthor: Ada Marsh,\n  Ben Tern\ntags:\n\nSand.\n",
            FrontMatter("Tide", None, "Ada Marsh, Ben Tern"),
        ),
        ("+++\ntitle = 'Tide'\ndate = 2026-02-01\n+++\nSand.\n", FrontMatter("Tide", date(2026, 2, 1))),
        ("Title: Tide\nNumber: 7\n\nSand.\n", FrontMatter("Tide", number=7)),
        ("Date: 1 February 2026\n\nSand.\n", FrontMatter(date=date(2026, 2, 1))),
        (
            "From: Ada Marsh <ada@tide.example>\nSubject: Tide\nDate: Sun, 1 Feb 2026 06:00 GMT\n\nSand.\n",
            FrontMatter("Tide", date(2026, 2, 1), "Ada Marsh"),
        ),
    ],
)
def test_other_kinds(text: str, told: FrontMatter) -> None:
    """TOML, Pelican's headers and a mail's are front matter too; what says nothing is not told."""
    front, body = split_front_matter(text, PATH)
    assert (front, body.strip()) == (told, "Sand.")


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nSand and salt.\n\n---\n",
        "---\nSand and salt\n---\n",
        "Warning: wet paint\n\nSand.\n",
        "Title: Tide\nIt rains: a lot\nSand.\n\nSalt.\n",
        "Author: Ada\nSand: wet\n\nSalt.\n",
        "Date: on a Friday\nPlace: The pier\n\nSalt.\n",
        "",
    ],
)
def test_text_that_only_resembles_it(text: str) -> None:
    """Rules, labels and sentences with a colon stay in the text."""
    assert split_front_matter(text, PATH) == (FrontMatter(), text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "---\ntitle: x\n  date: [\n---\n\nText.\n",
            "a.md, line 3: the front matter is not valid YAML: correct it, or remove it.",
        ),
        (
            "---\na: " + "[" * 1000 + "\n---\n\nText.\n",
            "a.md, line 1: the front matter is not valid YAML: correct it, or remove it.",
        ),
        (
            "+++\ntitle = 'x'\ndate = tomorrow\n+++\n",
            "a.md, line 3: the front matter is not valid TOML: correct it, or remove it.",
        ),
        (
            "---\ntitle: x\n\ndate: someday\n---\nText.\n",
            "a.md, line 4: the date 'someday' is not understood: write it as in date: 2026-01-12.",
        ),
        (
            "+++\npublishDate = '2026-13-01'\n+++\n",
            "a.md, line 2: the date '2026-13-01' is not understood: write it as in date: 2026-01-12.",
        ),
        (
            "Title: x\nDate: someday\n\nText.\n",
            "a.md, line 2: the date 'someday' is not understood: write it as in date: 2026-01-12.",
        ),
        (
            "---\ntitle: x\nnote: " + "y" * 60_000 + "\n---\n",
            "a.md, line 1: the front matter is longer than 50 kB: take out what is no key.",
        ),
        (
            "---\ntitle: x\n\nText.\n",
            "a.md, line 1: the front matter is never closed: put a line --- below it.",
        ),
    ],
)
def test_broken_front_matter_names_the_line(text: str, said: str) -> None:
    """The editor is told where to look."""
    with pytest.raises(IssueError) as caught:
        split_front_matter(text, PATH)
    assert str(caught.value) == said


def test_it_is_accounted_for() -> None:
    """What is told, and what nobody asks for, is listed as what names the issue."""
    front, _ = split_front_matter("---\ntitle: Tide\ntags: [sea]\n---\nSand.\n", PATH)
    assert front.left_out == (LeftOut("title: Tide tags: [sea]", Reason.NAMING, 2, 3),)


def test_aliases_without_an_end() -> None:
    """YAML's aliases may multiply, the issue's authors do not."""
    bomb = "".join(f"b{i}: &b{i} [{f'*b{i - 1},' * 9}]\n" for i in range(1, 20))
    text = f"---\nb0: &b0 [a, b]\n{bomb}author: *b19\n---\nSand.\n"
    assert len(split_front_matter(text, PATH)[0].author) < 1000
