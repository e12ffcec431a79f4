"""`build` without an issue, `episodes`, `unpublish`, `delete`, `prune`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import ISSUE, Run
from issuecast import build

SLUG = "2026-03-02-two-small-stories"
BEFORE = {"SOURCE_DATE_EPOCH": "1772344800"}  # the day before, 06:00 UTC
AFTER = {"SOURCE_DATE_EPOCH": "1772517600"}  # the day after


def test_build_says_that_an_episode_waits_and_later_lets_it_in(run: Run) -> None:
    """The second command names no issue, and is what a scheduler runs."""
    done = run("build", "issue.md", env=BEFORE)
    assert done.stderr == (
        "Two Small Stories is scheduled: the first issuecast build after 2026-03-02 06:00 UTC lets it into "
        "the feed.\n"
    )
    assert run("build", env=BEFORE).stdout == (
        "Scheduled for 2026-03-02 06:00 UTC: Two Small Stories\n"
        "Feed  episodes/feed.xml (0 episodes)\nPage  episodes/index.html\n"
    )
    assert run("build", env=AFTER).stdout == (
        "New in the feed: Two Small Stories\nFeed  episodes/feed.xml (1 episode)\nPage  episodes/index.html\n"
    )
    told = json.loads(run("build", "--json", env=AFTER).stdout)
    assert (told["entered"], told["scheduled"]) == ([], [])


def test_build_without_an_issue_in_a_folder_that_is_no_show(run: Run, tmp_path: Path) -> None:
    """Nothing is written there."""
    empty = tmp_path / "empty"
    empty.mkdir()
    done = run("build", cwd=empty)
    assert (done.returncode, done.stderr) == (
        3,
        f"issuecast: {empty} is no show: name an issue, or run issuecast init.\n",
    )
    assert not list(empty.iterdir())


def test_an_episode_is_listed_unpublished_and_deleted(
    run: Run, show_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each asks first, and nobody there is a no; to build again does not bring back what was taken out."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", AFTER["SOURCE_DATE_EPOCH"])
    build(show_folder / "issue.md", show=show_folder)
    assert run("episodes").stdout == f"{SLUG}  in the feed  Two Small Stories\n"
    asked = run("unpublish", SLUG)
    assert (asked.returncode, "Two Small Stories" in asked.stdout) == (1, True)
    assert asked.stderr == "\nNobody is there to ask: --yes answers for you.\nAborted!\n"
    assert run("unpublish", SLUG, "--yes").stdout == f"Unpublished: Two Small Stories ({SLUG}).\n"
    assert run("unpublish", SLUG).stdout == f"Unpublished already: Two Small Stories ({SLUG}).\n"
    (show_folder / "issue.md").write_text(ISSUE.replace("ferries", "barges"))
    again = run("build", "issue.md")
    assert again.stderr == (
        "Two Small Stories is unpublished and stays out of the feed: "
        f"issuecast unpublish --undo {SLUG} takes that back.\n"
    )
    assert json.loads(run("episodes", "--json").stdout)[0]["state"] == "unpublished"
    assert run("unpublish", SLUG, "--undo").stdout == f"Published again: Two Small Stories ({SLUG}).\n"
    assert run("unpublish", SLUG, "--undo").stdout == f"Not unpublished: Two Small Stories ({SLUG}).\n"
    assert run("episodes").stdout == f"{SLUG}  in the feed  Two Small Stories\n"
    shown = run("prune", "--dry-run").stdout
    assert shown.startswith(f"{SLUG}/{SLUG}-")
    assert run("prune", "--yes").stdout == f"{shown}Removed 1 file.\n"
    assert run("prune").stdout == "Nothing to remove.\n"
    question = run("delete", SLUG).stdout
    assert question.startswith(f"Remove Two Small Stories ({SLUG}) with all files in its folder?")
    assert run("delete", SLUG, "--yes").stdout == (
        f"Removed: Two Small Stories ({SLUG}).\nIts issue is still there: to build issue.md makes it again.\n"
    )
    assert run("episodes").stdout == "There are no episodes yet: issuecast build ISSUE makes one.\n"


def test_prune_where_there_is_no_show_writes_nothing(run: Run, tmp_path: Path) -> None:
    """Neither a site nor a feed."""
    empty = tmp_path / "empty"
    empty.mkdir()
    assert run("prune", "--dry-run", cwd=empty).stdout == "Nothing to remove.\n"
    assert run("prune", "--yes", cwd=empty).stdout == "Nothing to remove.\n"
    assert not list(empty.iterdir())


def test_prune_warns_of_a_feed_that_is_still_asked_for(run: Run, show_folder: Path) -> None:
    """An edition's feed that was switched off has listeners who hear nothing once it is gone."""
    left = show_folder / "episodes" / "feed-brief.xml"
    left.parent.mkdir()
    left.write_text("<rss><channel><generator>issuecast</generator></channel></rss>")
    done = run("prune", "--dry-run")
    assert (done.stdout, done.stderr) == (
        "feed-brief.xml  1 kB\n",
        (
            "feed-brief.xml is the feed of an edition that has none any more. Whoever subscribed to it hears "
            "nothing once it is gone: have your host redirect it (301) to "
            "https://example.org/hours/feed.xml, or write that into it as itunes:new-feed-url, and "
            "keep it for some weeks.\n"
        ),
    )
