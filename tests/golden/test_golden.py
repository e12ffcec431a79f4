"""The sample issues make the scripts that were read and found good, and lose nothing on the way."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from golden.renew import ISSUES, golden, script
from issuecast.desk import Commission, account_of
from issuecast.models import Line, Section
from issuecast.show import Show
from issuecast.write.script_format import render
from issuecast.write.spoken import spoken_text

NEWSLETTERS = Path(__file__).parents[2] / "../shared/newsletters"
REAL = sorted(path for path in NEWSLETTERS.glob("*.*") if path.name != "NOTICE.md")

_MARKS = r"https?:|www\.|\]\(|`|\*\*|__|</?[a-z]+[ >]|&[a-z]+;|(?<!\S)(?:>|-{3,})(?!\S)"
_PICTURES = "[\U0001f000-\U0001faff•☀-➿]"
_FURNITURE = r"unsubscribe|view (?:this )?(?:e-?mail )?in (?:your )?browser|\{\{|\*\||%%|keep reading"
RESIDUE = re.compile(f"{_MARKS}|{_PICTURES}|{_FURNITURE}", re.IGNORECASE)
SIGNS = re.compile(r"[\d$%#~<>@&/_]")

each_sample = pytest.mark.parametrize("issue", ISSUES, ids=lambda issue: issue.name)
each_issue = pytest.mark.parametrize("issue", [*ISSUES, *REAL], ids=lambda issue: issue.name)


@each_sample
def test_script_is_the_golden_one(issue: Path) -> None:
    """`make golden` renews them; read what changed before you commit it."""
    assert script(issue) == golden(issue).read_text(encoding="utf-8")


@each_issue
def test_every_sentence_is_accounted_for(issue: Path) -> None:
    """Each is in the script, or left out for a reason."""
    assert account_of(Commission.of(issue, Show())).lost == ()


@each_issue
def test_sentences_come_in_the_issues_order(issue: Path) -> None:
    """Within a section, what stands later in the issue is not said earlier."""
    order = Commission.of(issue, Show())
    headings = sorted(_lines_of_headings(order.content.sections))
    said: dict[int, dict[int, int]] = {}
    for entry in account_of(order).entries:
        # A short sentence may have a namesake; who speaks is said before what.
        if len(entry.said) == 1 and len(entry.text.split()) > 4:
            rows = said.setdefault(bisect(headings, entry.line), {})
            rows[entry.line] = max(rows.get(entry.line, 0), entry.said[0])
    assert [rows for rows in said.values() if list(rows.values()) != sorted(rows.values())] == []


def _lines_of_headings(sections: Iterable[Section]) -> Iterator[int]:
    for section in sections:
        yield section.line
        yield from _lines_of_headings(section.parts)


@each_issue
def test_nothing_but_words_is_spoken(issue: Path) -> None:
    """No mark-up, address, emoji or mail furniture in a line; no figure or sign in what the voice gets."""
    lines = [
        cue
        for chapter in Commission.of(issue, Show()).written.script.chapters
        for cue in chapter.cues
        if isinstance(cue, Line)
    ]
    assert [line.text for line in lines if RESIDUE.search(line.text)] == []
    spoken = [spoken_text(line.text) for line in lines]
    assert [text for text in spoken if SIGNS.search(text)] == []


@each_issue
def test_the_script_reads_back_as_it_is(issue: Path) -> None:
    """What the templates print, parsed and printed again, is the same."""
    from issuecast.write.script_format import parse

    printed = render(Commission.of(issue, Show()).written.script)
    assert render(parse(printed, name="x", roles=["HOST", "ANALYST"])) == printed
