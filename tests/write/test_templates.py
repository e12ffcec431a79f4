from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from issuecast.errors import ScriptError
from issuecast.models import Issue, Line, Paragraph, Section
from issuecast.show import Show
from issuecast.starter import FOLDER
from issuecast.write.script import write


def show_with(folder: Path, **templates: str) -> Show:
    """A show whose folder has these section templates of its own."""
    sections = folder / "scripts_templates" / "sections"
    sections.mkdir(parents=True)
    for kind, text in templates.items():
        (sections / f"{kind}.md.j2").write_text(text, encoding="utf-8")
    return Show(folder=folder, sections={"Tides": "tides"})


TIDES = Issue("Water", (Section("Tides", (Paragraph("High at noon."),)),))


def test_a_show_adds_a_kind_with_one_template_and_one_line(tmp_path: Path) -> None:
    """A kind of the show's own map is spoken by the template in the show's folder."""
    show = show_with(tmp_path, tides="ANALYST: The tides! {{ segment.blocks[0].text }}\n")
    assert write(TIDES, show).chapters[1].lines == (Line("ANALYST", "The tides! High at noon."),)


def test_a_show_s_template_stands_in_for_the_starter_s(tmp_path: Path) -> None:
    """The show's folder is searched first."""
    show = show_with(tmp_path, sign_off="HOST: Bye.\n", tides="HOST: {{ segment.blocks[0].text }}\n")
    assert write(TIDES, show).chapters[-1].lines == (Line("HOST", "Bye."),)


def test_a_kind_without_a_template_is_named(tmp_path: Path) -> None:
    """A kind that no template speaks is an error that says where to write one."""
    show = Show(folder=tmp_path, sections={"Tides": "qoute"})
    with pytest.raises(ScriptError) as caught:
        write(TIDES, show)
    file = tmp_path / "scripts_templates" / "sections" / "qoute.md.j2"
    assert str(caught.value) == (
        "There is no script template sections/qoute.md.j2, did you mean sections/quote.md.j2?:"
        f" write {file}, or name another kind in [sections] of show.toml."
    )


@pytest.mark.parametrize(
    ("template", "line", "reason"),
    [
        ("HOST: Hi.\n{% for %}\n", 2, "Expected an expression, got 'end of statement block'"),
        ("HOST: {{ tide }}\n", 1, "'tide' is undefined"),
        ("HOST: Hi.\nHOST: {{ 1 // 0 }}\n", 2, "integer division or modulo by zero"),
        (
            "HOST: {{ segment.title.__class__ }}\n",
            1,
            "access to attribute '__class__' of 'str' object is unsafe",
        ),
    ],
)
def test_an_error_in_a_template_names_file_and_line(
    tmp_path: Path, template: str, line: int, reason: str
) -> None:
    """Syntax, unknown names, failures and forbidden things are told in one sentence."""
    show = show_with(tmp_path, tides=template)
    file = tmp_path / "scripts_templates" / "sections" / "tides.md.j2"
    with pytest.raises(ScriptError) as caught:
        write(TIDES, show)
    assert str(caught.value) == f"{file}, line {line}: {reason}: correct the template."


def test_an_undecodable_template_is_told(tmp_path: Path) -> None:
    """A template that is not UTF-8 is named like any other mistake."""
    show = show_with(tmp_path, tides="")
    (tmp_path / "scripts_templates" / "sections" / "tides.md.j2").write_bytes(b"HOST: \xff\n")
    with pytest.raises(ScriptError, match="can't decode byte 0xff"):
        write(TIDES, show)


def test_what_a_template_prints_must_be_a_script(tmp_path: Path) -> None:
    """A role that the show does not have is an error, also if a template prints it."""
    show = show_with(tmp_path, tides="HOTS: {{ segment.blocks[0].text }}\n")
    with pytest.raises(ScriptError) as caught:
        write(TIDES, show)
    assert caught.value.problem.endswith("the show has no role HOTS")


def test_two_days_running_are_worded_differently(daily: Issue, show: Show) -> None:
    """Each chapter of tomorrow's programme is led in by other words, and today's never change."""
    assert daily.date
    tomorrow = write(replace(daily, date=daily.date + timedelta(days=1)), show)
    today = write(daily, show)
    assert write(daily, show) == today
    for chapter, other in zip(today.chapters[1:], tomorrow.chapters[1:], strict=True):
        if "part two" not in chapter.lines[0].text and chapter.title != "Sign-off":
            assert chapter.lines[0] != other.lines[0]


def test_no_disclosure_if_the_show_wants_none(daily: Issue) -> None:
    """The sign-off names the issue and the text all the same."""
    (*_, notice) = write(daily, Show(script={"disclosure": False})).chapters[-1].lines
    assert "synthetic" not in notice.text
    assert "March 4, 2031" in notice.text
    assert "show's page" in notice.text


def test_chapters_are_led_out_in_several_ways(daily: Issue, show: Show) -> None:
    """A chapter of some length ends with a word that it is over, and the next one's is another."""
    chapters = write(daily, show).chapters[1:-2]
    ends = [chapter.lines[-1].text for chapter in chapters if len(chapter.lines[-1].text.split()) <= 7]
    assert len(ends) > 1
    assert len(set(ends)) == len(ends)


def test_small_sub_sections_are_led_in_by_place(show: Show) -> None:
    """What has no name goes on with what is before it; the first of them is not said to be a later one."""
    parts = tuple(
        Section(title, (Paragraph(f"{title} it is, {number} times."),))
        for number, title in enumerate(("Fog", "📈", "Ice", "Why do tides wait?"))
    )
    lines = write(Issue("Water", (Section("Tides", (), parts),)), show).chapters[1].lines
    told = [line.text for line in lines]
    assert told[1] in {"First, Fog.", "To begin with, Fog.", "Let's start with Fog."}
    assert told[2:4] == ["Fog it is, 0 times.", "📈 it is, 1 times.".removeprefix("📈 ")]
    assert "Why do tides wait?" in told


def test_the_starter_s_templates_are_all_there() -> None:
    """Every kind that our rules can give has its template."""
    kinds = {path.name.removesuffix(".md.j2") for path in (FOLDER / "scripts_templates/sections").iterdir()}
    assert kinds == {
        "cold_open",
        "deep_dive",
        "events",
        "greeting",
        "headlines",
        "jobs",
        "links",
        "market",
        "pick",
        "poll",
        "prose",
        "quote",
        "rapid_fire",
        "research",
        "sign_off",
        "sponsor",
    }
