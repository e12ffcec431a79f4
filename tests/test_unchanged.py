"""An issue that is built as it stands is recognised without reading it."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from issuecast import build
from issuecast.errors import IssueError
from issuecast.publish import Manifest, publish
from issuecast.show import load
from issuecast.unchanged import Wanted, unchanged

NOT_NEEDED = (
    *(
        "jinja2",
        "feedgen",
        "lxml",
        "PIL",
        "rich",
        "markdown_it",
        "yaml",
        "selectolax",
        "feedparser",
        "num2words",
    ),
    *("pydub", "mutagen", "edge_tts", "aiohttp", "imageio_ffmpeg", "espeakng_loader", "numpy", "asyncio"),
    *("issuecast.desk", "issuecast.read", "issuecast.speak", "issuecast.mix"),
)


def known(folder: Path, name: str = "issue.md", **options: date | str) -> bool:
    """Whether a build need not read the issue."""
    show = load(folder)
    return unchanged(Wanted(folder / name, show, **options), Manifest.of(show)) is not None  # type: ignore[arg-type]


def test_what_is_unchanged_loads_no_reader_no_voice_and_no_template(show_folder: Path) -> None:
    """The whole command imports click, pydantic and what tells that there is nothing to do."""
    build(show_folder / "issue.md", show=show_folder)
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "issuecast", "build", "issue.md"],
        cwd=show_folder,
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    imported = {row.rpartition("|")[2].strip() for row in done.stderr.splitlines()}
    assert {"click", "pydantic", "issuecast.unchanged"} <= imported
    assert {name for name in NOT_NEEDED if name in imported} == set()
    assert "(unchanged: " in done.stdout


def test_the_whole_record_is_given(show_folder: Path) -> None:
    """Recognised or made, the episode that a build returns is the same to the word."""
    made = build(show_folder / "issue.md", show=show_folder)
    assert known(show_folder)
    assert build(show_folder / "issue.md", show=show_folder).episode == made.episode


def test_a_touched_issue_is_unchanged(show_folder: Path) -> None:
    """Its bytes count, not its time."""
    build(show_folder / "issue.md", show=show_folder)
    os.utime(show_folder / "issue.md")
    assert known(show_folder)


def test_what_is_heard_of_a_changed_issue_is_made(show_folder: Path) -> None:
    """A word of the issue, a script beside it, a setting: each is noticed."""
    issue = show_folder / "issue.md"
    build(issue, show=show_folder)
    text, settings = issue.read_text(), (show_folder / "show.toml").read_text()
    issue.write_text(text.replace("ferries", "barges"))
    assert not known(show_folder)
    issue.write_text(text)
    assert known(show_folder)
    script = show_folder / "issue.script.md"
    script.write_text("# One\nHOST: Another word.\n")
    assert not known(show_folder)
    script.unlink()
    (show_folder / "show.toml").write_text(f"{settings}\n[loudness]\ntarget_lufs = -18\n")
    assert not known(show_folder)


def test_a_corrected_date_is_read_again(show_folder: Path) -> None:
    """The date that was told before belongs to the bytes that told it; back to these, all is as it was."""
    issue = show_folder / "issue.md"
    first = build(issue, show=show_folder)
    text = issue.read_text()
    issue.write_text(text.replace("2026-03-02", "2026-03-03"))
    second = build(issue, show=show_folder)
    assert second.built
    assert second.episode.date == date(2026, 3, 3)
    issue.write_text(text)
    again = build(issue, show=show_folder)
    assert (again.built, again.episode) == (True, first.episode)


def test_a_day_that_the_editor_names_must_be_the_episode_s(show_folder: Path) -> None:
    """Another day is a correction to be made, and an issue without a date still asks for one."""
    build(show_folder / "issue.md", show=show_folder)
    assert known(show_folder, day=date(2026, 3, 2))
    assert not known(show_folder, day=date(2026, 3, 3))
    undated = show_folder / "undated.txt"
    undated.write_text("A short story about nothing much, told quickly.\n")
    build(undated, show=show_folder, day=date(2026, 3, 3))
    assert known(show_folder, "undated.txt", day=date(2026, 3, 3))
    with pytest.raises(IssueError):
        build(undated, show=show_folder)


def test_another_edition_or_cast_is_another_wish(show_folder: Path) -> None:
    """What is built in full, by the show's own cast, is neither the short version nor the drafts'."""
    build(show_folder / "issue.md", show=show_folder)
    assert not known(show_folder, edition="brief")
    assert not known(show_folder, cast="draft")


def test_without_the_manifest_the_issue_is_read_and_still_unchanged(show_folder: Path) -> None:
    """A show that came from elsewhere is not voiced again, and is known from then on."""
    build(show_folder / "issue.md", show=show_folder)
    (show_folder / ".issuecast" / "published.json").unlink()
    publish(load(show_folder))
    assert not known(show_folder)
    assert not build(show_folder / "issue.md", show=show_folder).built
    assert known(show_folder)


def test_sound_that_is_gone_is_made(show_folder: Path) -> None:
    """An episode without its MP3 does not stand."""
    built = build(show_folder / "issue.md", show=show_folder)
    (built.folder / built.episode.audio).unlink()
    assert not known(show_folder)


def test_an_issue_that_is_gone_is_told(show_folder: Path) -> None:
    """Its episode stays, but a build of it is a mistake."""
    issue = show_folder / "issue.md"
    build(issue, show=show_folder)
    issue.unlink()
    with pytest.raises(IssueError) as error:
        build(issue, show=show_folder)
    assert (
        str(error.value) == f"There is no file {issue}: name a newsletter issue, such as .md, .html or .eml."
    )
