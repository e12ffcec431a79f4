"""Real newsletters, read from the folder beside the project, become scripts that lose nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from issuecast.models import Line, Script
from issuecast.show import Show
from issuecast.write.script import write

FOLDER = Path(__file__).parents[2] / "../shared/newsletters"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the newsletters are not here")

RESIDUE = re.compile(
    r"[•🟢📈🔍⚡🏗🤖🧠🎙]|https?:|www\.|`|\*\*|\]\(|(?<!\S)(?:>|---+)(?!\S)|keep reading|no posts found",
    re.IGNORECASE,
)


def script_of(name: str) -> Script:
    from issuecast.read import read

    return write(read(FOLDER / name), Show())


def lines_of(script: Script) -> list[Line]:
    return [line for chapter in script.chapters for line in chapter.lines]


NAMES = sorted(path.name for path in FOLDER.glob("*.*") if path.name != "NOTICE.md")


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_the_page_is_left_in_a_line(name: str) -> None:
    """No emoji, bullet, URL or markup reaches a line or a chapter's title."""
    script = script_of(name)
    assert not [line.text for line in lines_of(script) if RESIDUE.search(line.text)]
    assert not [chapter.title for chapter in script.chapters if RESIDUE.search(chapter.title)]


@pytest.mark.parametrize("name", NAMES)
def test_lines_can_be_said_in_a_breath_or_two(name: str) -> None:
    """No line has more than forty words, unless it is one sentence."""
    for line in lines_of(script_of(name)):
        assert len(line.text.split()) <= 40 or not re.search(r"[.!?] [A-Z]", line.text)


def test_the_daily_newsletter_has_its_chapters_in_order() -> None:
    """The pasted text gives at least eight chapters, in the newsletter's order."""
    titles = [chapter.title for chapter in script_of("000_1c4ab2bb85206623.txt").chapters]
    assert len(titles) >= 8
    wanted = [
        "Cold open",
        "The Sovereign Compute Era",
        "Market Pulse",
        "The Deep Dive",
        "Rapid Fire",
        "Rapid Fire",
        "Research",
        "Podcast",
        "Sign-off",
    ]
    assert all(title.startswith(word) for word, title in zip(wanted, titles, strict=True))


def test_the_daily_newsletter_is_spoken_word_for_word() -> None:
    """Each run of words between two marks of punctuation in the text stands in the script."""
    text = (FOLDER / "000_1c4ab2bb85206623.txt").read_text(encoding="utf-8").partition("Keep Reading")[0]
    spoken = " ".join(line.text for line in lines_of(script_of("000_1c4ab2bb85206623.txt"))).casefold()
    handed_over = {"insight", "the insight", "builder use case", "market watch", "the alpha", "sentiment"}
    runs = (run.strip(' -•>[]🟢📈🔍⚡🏗️🤖🧠🎙\n\u201c"') for run in re.split(r"[.:;,?!—]+(?:\s|$)|\n\n", text))
    missing = [run for run in runs if run and run.casefold() not in spoken]
    assert [run for run in missing if run.casefold() not in handed_over] == []
