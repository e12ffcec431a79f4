"""`issuecast feed check`, as an editor or a cron job runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import Run, snapshot
from issuecast import build


@pytest.fixture
def feed(show_folder: Path) -> Path:
    """A built feed of a show with a home."""
    settings = show_folder / "show.toml"
    home = settings.read_text(encoding="utf-8").replace("http://localhost:8000/", "https://example.org/")
    settings.write_text(home, encoding="utf-8")
    build(show_folder / "issue.md", show=show_folder)
    return show_folder / "episodes" / "feed.xml"


def test_the_built_feed_is_checked(quick: Run, show_folder: Path, feed: Path) -> None:
    """Without an argument it is the show's own; a table, what is broken, a sum; nothing is written."""
    before = snapshot(show_folder)
    done = quick("feed", "check")
    assert (done.returncode, done.stderr) == (0, "")
    assert "✓  channel-title" in done.stdout
    assert "–  enclosure-ranges" in done.stdout
    assert " 0 required and " in " ".join(done.stdout.split())
    assert snapshot(show_folder) == before


def test_a_broken_rule_is_exit_code_1(quick: Run, feed: Path) -> None:
    """Where, what, and what to do stand below the table."""
    feed.write_text(
        feed.read_text(encoding="utf-8").replace("<language>en-US<", "<language>?<"), encoding="utf-8"
    )
    done = quick("feed", "check", str(feed))
    assert done.returncode == 1
    told = " ".join(done.stdout.split())
    assert "✗ channel-language required" in told
    assert "the channel: language is '?' → set language in show.toml" in told


def test_strict_minds_recommendations(quick: Run, feed: Path) -> None:
    """A feed without an owner's e-mail is fine, and not with --strict."""
    assert quick("feed", "check").returncode == 0
    assert quick("feed", "check", "--strict").returncode == 1


def test_json_is_one_object_and_nothing_else(quick: Run, feed: Path) -> None:
    """Every rule with its level, source, result, and spots."""
    done = quick("feed", "check", "--json")
    told = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert {key: told[key] for key in told if key != "rules"} == {
        "feed": str(feed),
        "episodes": 1,
        "looked_into": 1,
        "files_elsewhere": 0,
    }
    rules = {rule["name"]: rule for rule in told["rules"]}
    assert rules["owner"] == {
        "name": "owner",
        "level": "recommended",
        "source": "YouTube, Spotify",
        "promise": "the show has an owner's e-mail, to which directories send their codes",
        "passed": False,
        "way_out": "set email in show.toml",
        "spots": [{"where": "the channel", "what": "has no itunes:owner with an e-mail"}],
    }
    assert rules["channel-title"]["passed"] is True
    assert rules["feed-type"]["passed"] is None


def test_the_placeholder_address_is_found(quick: Run, show_folder: Path, feed: Path) -> None:
    """A feed that was built before base_url was set names this machine, where no listener comes."""
    feed.write_text(
        feed.read_text(encoding="utf-8").replace("https://example.org/", "http://localhost:8000/"),
        encoding="utf-8",
    )
    done = quick("feed", "check", "--json")
    broken = {rule["name"] for rule in json.loads(done.stdout)["rules"] if rule["passed"] is False}
    assert (done.returncode, "public" in broken) == (1, True)


def test_there_is_no_feed_yet(quick: Run, show_folder: Path) -> None:
    """One sentence says so, and what to do; other exit codes mean a broken rule."""
    done = quick("feed", "check")
    assert (done.returncode, done.stdout) == (8, "")
    assert done.stderr == (
        f"issuecast: There is no feed {show_folder / 'episodes' / 'feed.xml'}: "
        "build an episode first, or name another feed.\n"
    )


def test_an_address_of_another_kind(quick: Run) -> None:
    """It is not taken for a file that is missing."""
    done = quick("feed", "check", "ftp://example.org/feed.xml")
    assert (done.returncode, done.stderr) == (
        8,
        "issuecast: A feed is not read by ftp: name an http or https address, or a file.\n",
    )


def test_no_server_answers(quick: Run) -> None:
    """The address and the reason in one sentence."""
    done = quick("feed", "check", "http://127.0.0.1:9/feed.xml")
    assert (done.returncode, done.stdout) == (8, "")
    assert done.stderr.startswith("issuecast: http://127.0.0.1:9/feed.xml cannot be fetched (")
    assert done.stderr.endswith("): check the address, and that you are online.\n")
