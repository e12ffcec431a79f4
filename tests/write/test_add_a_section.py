"""docs/add-a-section.md is true: its example is copied out and built as an editor would."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from issuecast.read import read
from issuecast.show import Show, load
from issuecast.starter import FOLDER
from issuecast.write import kinds
from issuecast.write.script import write
from issuecast.write.script_format import render

DOC = Path(__file__).parents[2] / "docs" / "add-a-section.md"

HEAD = "---\ntitle: Tides\ndate: 2031-03-04\n---\n\n"


@pytest.fixture
def doc() -> str:
    return DOC.read_text(encoding="utf-8")


def fenced(doc: str, language: str) -> str:
    """The last fenced block of that language before the chapter on templates."""
    found: list[str] = re.findall(
        rf"```{language}\n(.*?)```", doc.partition("## What a template")[0], re.DOTALL
    )
    return found[-1]


def test_the_example_gives_the_chapter_that_the_page_shows(doc: str, tmp_path: Path) -> None:
    """One template and one line of settings make a kind, and it sounds as the page says."""
    sections = tmp_path / "scripts_templates" / "sections"
    sections.mkdir(parents=True)
    (sections / "chart.md.j2").write_text(fenced(doc, "jinja"), encoding="utf-8")
    (tmp_path / "show.toml").write_text(fenced(doc, "toml"), encoding="utf-8")
    issue = tmp_path / "issue.md"
    example = fenced(doc, "markdown")
    issue.write_text(f"{HEAD}## Fog\n\nIt fell.\n\n{example}\n## Ice\n\nIt grew.\n", encoding="utf-8")
    chapters = render(write(read(issue), load(tmp_path))).split("\n\n")
    assert fenced(doc, "text").strip() in chapters


def test_every_kind_is_in_the_table(doc: str) -> None:
    """The page's table has the kinds that there are templates for, no other."""
    listed = set(re.findall(r"^\| `(\w+)`", doc, re.MULTILINE))
    templates = {
        path.name.removesuffix(".md.j2") for path in (FOLDER / "scripts_templates/sections").iterdir()
    }
    assert listed == templates - {"cold_open"}
    assert {rule.kind for rule in kinds.RULES} < listed


def test_a_starter_template_can_be_copied_and_changed(tmp_path: Path) -> None:
    """A copy in the show's folder stands in for the starter's."""
    shutil.copytree(FOLDER / "scripts_templates", tmp_path / "scripts_templates")
    wording = tmp_path / "scripts_templates" / "wording.md.j2"
    wording.write_text(
        wording.read_text(encoding="utf-8").replace("To finish", "At long last"), encoding="utf-8"
    )
    issue = tmp_path / "issue.md"
    issue.write_text(f"{HEAD}## Fog\n\nIt fell.\n\n## Ice\n\nIt grew.\n", encoding="utf-8")
    days = (replace(read(issue), date=date(2031, 3, day)) for day in (4, 5, 6))
    spoken = {
        line.text
        for day in days
        for chapter in write(day, Show(folder=tmp_path)).chapters
        for line in chapter.lines
    }
    assert "At long last, Ice." in spoken
