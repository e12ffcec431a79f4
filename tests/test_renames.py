"""Corrections do not make second episodes, and new issues do."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from conftest import ISSUE
from issuecast import build
from issuecast.errors import IssueError
from issuecast.models import Episode, EpisodeKind
from issuecast.progress import Unheard
from issuecast.publish import records
from issuecast.show import load

OTHER = """\
---
title: Two Small Stories
date: 2026-03-03
---

## The bakery

The bakery on Quay Street closes in May after ninety years. Its oven goes to the museum.

## The bridge

The swing bridge stays shut to cars until the autumn, and nobody has said why.
"""


@pytest.fixture(autouse=True)
def _june(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime(2026, 6, 1, tzinfo=UTC).timestamp())))


class Heard(Unheard):
    """Keeps what the editor is told."""

    def __init__(self) -> None:
        self.notices: list[str] = []

    def notice(self, sentence: str) -> None:
        self.notices.append(sentence)


def made(folder: Path, name: str = "issue.md", text: str = "", **options: str) -> Episode:
    """The episode of an issue, written before if there is text for it."""
    if text:
        (folder / name).write_text(text, encoding="utf-8")
    return build(folder / name, show=folder, **options).episode  # type: ignore[arg-type]


def slugs(folder: Path) -> set[str]:
    return {one.slug for one in records(load(folder))}


def test_a_renamed_issue_is_the_same_episode(show_folder: Path) -> None:
    """Its file is gone and its words are there: GUID, slug and time stay, and the record has the new name."""
    first = made(show_folder)
    (show_folder / "issue.md").rename(show_folder / "2026-03-02-stories.md")
    second = made(show_folder, "2026-03-02-stories.md")
    assert (second.slug, second.guid, second.published) == (first.slug, first.guid, first.published)
    assert (second.source, second.audio) == ("2026-03-02-stories.md", first.audio)
    assert slugs(show_folder) == {first.slug}
    assert not build(show_folder / "2026-03-02-stories.md", show=show_folder).built


def test_the_build_says_what_a_renamed_issue_is_taken_for(show_folder: Path) -> None:
    """Also of an issue outside of the show, which no record names with its folder."""
    first = made(show_folder)
    (show_folder / "issue.md").rename(show_folder.parent / "issue.md")
    heard = Heard()
    second = build(show_folder.parent / "issue.md", show=show_folder, progress=heard).episode
    assert second.guid == first.guid
    assert re.fullmatch("elsewhere-[0-9a-f]{8}/issue.md", second.source)
    (notice,) = heard.notices
    assert notice == (
        f"{second.source} is taken for the issue of the episode {first.slug}, which was made of issue.md of "
        "2026-03-02: if it is another, build that one again, and this with --episode new."
    )


def test_a_corrected_date_is_the_same_episode(show_folder: Path) -> None:
    """What was out keeps its time in the apps; the record has the new date."""
    first = made(show_folder)
    second = made(show_folder, text=ISSUE.replace("2026-03-02", "2026-03-04"))
    assert (second.slug, second.guid, second.published) == (first.slug, first.guid, first.published)
    assert second.date == date(2026, 3, 4)
    assert slugs(show_folder) == {first.slug}


def test_the_corrected_date_of_a_scheduled_episode_moves_it(show_folder: Path) -> None:
    """It is not out yet, so nobody has seen the old time."""
    first = made(show_folder, text=ISSUE.replace("2026-03-02", "2026-07-02"))
    second = made(show_folder, text=ISSUE.replace("2026-03-02", "2026-07-05"))
    assert second.guid == first.guid
    assert second.published == datetime(2026, 7, 5, 6, tzinfo=UTC)


def test_another_issue_in_the_same_file_is_another_episode(show_folder: Path) -> None:
    """Also under the same title: its words are others, and yesterday's episode stays."""
    first, second = made(show_folder), made(show_folder, text=OTHER)
    assert second.guid != first.guid
    assert slugs(show_folder) == {first.slug, second.slug}


def test_where_two_episodes_fit_the_editor_is_asked(show_folder: Path) -> None:
    """The message names both; --episode names one, or none."""
    first, second = made(show_folder), made(show_folder, "again.md", ISSUE)
    assert second.slug == f"{first.slug}-2"
    for name in ("issue.md", "again.md"):
        (show_folder / name).unlink()
    with pytest.raises(IssueError) as error:
        made(show_folder, "third.md", ISSUE)
    assert str(error.value) == (
        f"third.md may be the issue of the episode {first.slug} or {second.slug}: "
        "say which with --episode SLUG, or --episode new if it is none of them."
    )
    assert made(show_folder, "third.md", episode=second.slug).guid == second.guid
    assert made(show_folder, "fourth.md", ISSUE, episode="new").slug == f"{first.slug}-3"


def test_an_episode_that_is_not_there_cannot_be_the_issues(show_folder: Path) -> None:
    """Nothing is made under a slug of the editor's."""
    with pytest.raises(IssueError) as error:
        made(show_folder, episode="mine")
    assert str(error.value) == "There is no episode 'mine': issuecast episodes lists them."


def test_kind_season_and_number_by_front_matter(show_folder: Path) -> None:
    """As the issue says, whatever the settings count."""
    said = "type: trailer\nseason: 3\nnumber: 7\n"
    one = made(show_folder, text=ISSUE.replace("date:", f"{said}date:"))
    assert (one.kind, one.season, one.number) == (EpisodeKind.TRAILER, 3, 7)
    assert "<itunes:episodeType>trailer<" in (show_folder / "episodes/feed.xml").read_text()


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("", [(None, None), (None, None)]),
        ('numbering = "continuing"', [(None, 1), (None, 2)]),
        ('numbering = "season"\nseason = "year"', [(2026, 1), (2026, 2)]),
        ('numbering = "continuing"\nseason = 4', [(4, 1), (4, 2)]),
    ],
)
def test_seasons_and_numbers_by_settings(
    show_folder: Path, settings: str, expected: list[tuple[int | None, int | None]]
) -> None:
    """Counted when an episode is made, and kept from then on."""
    with (show_folder / "show.toml").open("a") as file:
        file.write(f"[feed]\n{settings}\n")
    made(show_folder)
    made(show_folder, "other.md", OTHER)
    again = made(show_folder, text=ISSUE.replace("ferries", "barges"))
    found = sorted(records(load(show_folder)), key=lambda one: one.published)
    assert [(one.season, one.number) for one in found] == expected
    assert (again.season, again.number) == expected[0]


def test_half_a_character_in_a_title_does_no_harm(show_folder: Path) -> None:
    """YAML can say a lone surrogate, which no file can hold."""
    one = made(show_folder, text=ISSUE.replace("Two Small Stories", '"Two \\ud800 Stories"'))
    assert one.guid in (show_folder / "episodes/feed.xml").read_text()
