"""The show's podcast:guid."""

from __future__ import annotations

from dataclasses import replace

import pytest

from issuecast.errors import PublishError
from issuecast.models import Episode
from issuecast.publish import publish, store
from issuecast.publish.show_guid import is_local, show_guid
from issuecast.show import Edition, Feed, Show

ADDRESS = "https://example.org/wire/"
DERIVED = show_guid("https://example.org/wire/feed.xml")


def at(show: Show, base_url: str) -> Show:
    return show.model_copy(update={"base_url": base_url})


def guid_in(show: Show, feed: str = "feed.xml") -> str:
    """What the published feed tells, "" if nothing."""
    publish(show)
    return (show.episodes / feed).read_text().partition("<podcast:guid>")[2].partition("<")[0]


def test_a_local_show_has_none_and_is_told_so_once(show: Show) -> None:
    """Every show of the default address would have the same; the first build says what to do."""
    (notice,) = publish(show).notices
    assert notice == (
        "The feed has no podcast:guid yet, by which a show is known wherever it moves: set base_url in "
        "show.toml, which is http://localhost:8000/, before you publish it."
    )
    assert publish(show).notices == ()
    assert guid_in(show) == ""
    assert not (show.episodes / "show.json").exists()


def test_it_is_made_once_and_stays_when_the_show_moves(show: Show) -> None:
    """Also on a local preview, and also when nothing is left of `.issuecast/` but the published files."""
    assert guid_in(at(show, ADDRESS)) == DERIVED
    (show.folder / ".issuecast" / "published.json").unlink()
    assert guid_in(at(show, "https://elsewhere.example/")) == DERIVED
    assert guid_in(show) == DERIVED


@pytest.mark.parametrize("lost", ["show.json", "../.issuecast/published.json"])
def test_the_feed_tells_it_where_the_record_is_lost(show: Show, lost: str) -> None:
    """A show that is restored from what a server had of it, or whose record alone is gone."""
    publish(at(show, ADDRESS))
    (show.episodes / "show.json").unlink()
    (show.episodes / lost).unlink(missing_ok=True)
    assert guid_in(at(show, "https://elsewhere.example/")) == DERIVED


def test_the_settings_name_that_of_a_show_that_came_from_elsewhere(show: Show) -> None:
    """It wins over all that was derived, and is recorded in its place."""
    publish(at(show, ADDRESS))
    guid = "917393e3-1b1e-5cef-ace4-edaa54e1f810"
    assert guid_in(show.model_copy(update={"feed": Feed(guid=guid)})) == guid
    assert guid_in(show) == guid


def test_an_edition_with_a_feed_has_its_own(show: Show, episode: Episode, mp3: bytes) -> None:
    """It is another channel, with another address."""
    apart = at(show, ADDRESS).model_copy(
        update={"editions": {"full": Edition(), "brief": Edition(feed=True)}}
    )
    store(apart, replace(episode, edition="brief"), [mp3])
    assert guid_in(apart) == DERIVED
    assert guid_in(apart, "feed-brief.xml") == show_guid("https://example.org/wire/feed-brief.xml")


@pytest.mark.parametrize(
    "damaged",
    ['{"guid": {"feed.xml": "1"}}', '{"deleted": [{"slug": "a"}]}', '{"deleted": 1}', "[]", "{"],
)
def test_a_damaged_record_is_not_passed_over(show: Show, damaged: str) -> None:
    """A new GUID in its place would be another show to every directory."""
    publish(at(show, ADDRESS))
    file = show.episodes / "show.json"
    file.write_text(damaged)
    with pytest.raises(PublishError) as error:
        publish(at(show, ADDRESS))
    assert str(error.value) == (
        f"{file}, which keeps the show's podcast:guid, is damaged: "
        "restore it, or remove it: then the feed's own is taken."
    )


@pytest.mark.parametrize(
    ("address", "local"),
    [
        ("http://localhost:8000/", True),
        ("http://127.0.0.1/x/", True),
        ("http://[::1]:80/", True),
        ("http://192.168.1.20/", True),
        ("http://mac.local/", True),
        ("https://example.org/", False),
        ("https://1.1.1.1/", False),
    ],
)
def test_addresses_that_only_this_machine_knows(address: str, local: bool) -> None:
    """And those of a home or an office."""
    assert is_local(address) is local
