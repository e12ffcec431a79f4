"""A long feed and its archives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from issuecast.models import Episode
from issuecast.publish import publish, store
from issuecast.publish.withdraw import delete, named, unpublish
from issuecast.show import Feed, Show

from .test_feed import NS

SIZE = 4


@pytest.fixture
def long_show(show: Show) -> Show:
    return show.model_copy(update={"feed": Feed(page_size=SIZE, full_notes=2)})


def add(show: Show, episode: Episode, mp3: bytes, numbers: range) -> None:
    """Store episodes, one a day, and publish."""
    for number in numbers:
        day = timedelta(days=number)
        one = replace(
            episode,
            slug=f"day-{number:02}",
            guid=f"guid-{number:02}",
            title=f"Day {number}",
            date=episode.date + day,
            published=episode.published + day,
        )
        store(show, one, [mp3])
    publish(show)


def days_in(file: Path) -> list[int]:
    root = ET.parse(file)  # noqa: S314  our own feed
    return [int((guid.text or "")[-2:]) for guid in root.iterfind("channel/item/guid")]


def links_of(file: Path) -> dict[str, str]:
    root = ET.parse(file)  # noqa: S314  our own feed
    found = root.iterfind("channel/atom:link", NS)
    return {link.attrib["rel"]: link.attrib["href"].rpartition("/")[2] for link in found}


def test_a_short_feed_is_one_document(long_show: Show, episode: Episode, mp3: bytes) -> None:
    """Nothing leads anywhere else."""
    add(long_show, episode, mp3, range(SIZE))
    assert [file.name for file in long_show.episodes.glob("feed*.xml")] == ["feed.xml"]
    assert links_of(long_show.episodes / "feed.xml") == {"self": "feed.xml"}


def test_every_episode_is_in_the_feed_or_in_an_archive(long_show: Show, episode: Episode, mp3: bytes) -> None:
    """The feed has the newest, archives the others from the oldest on; links lead from each to all older."""
    add(long_show, episode, mp3, range(10))
    folder = long_show.episodes
    assert days_in(folder / "feed.xml") == [9, 8, 7, 6]
    assert days_in(folder / "feed.archive-2.xml") == [7, 6, 5, 4]
    assert days_in(folder / "feed.archive-1.xml") == [3, 2, 1, 0]
    ends = {"first": "feed.xml", "last": "feed.archive-1.xml"}
    older = {"next": "feed.archive-2.xml", "prev-archive": "feed.archive-2.xml"}
    assert links_of(folder / "feed.xml") == {"self": "feed.xml"} | ends | older
    older = {"next": "feed.archive-1.xml", "prev-archive": "feed.archive-1.xml"}
    current = {"current": "feed.xml", "self": "feed.archive-2.xml"}
    assert links_of(folder / "feed.archive-2.xml") == current | ends | older
    assert links_of(folder / "feed.archive-1.xml") == current | ends | {"self": "feed.archive-1.xml"}
    assert "<fh:archive/>" in (folder / "feed.archive-1.xml").read_text()
    assert "history/1.0" not in (folder / "feed.xml").read_text()


def test_an_archive_keeps_its_bytes_while_its_episodes_do(
    long_show: Show, episode: Episode, mp3: bytes
) -> None:
    """However many come after it; a corrected title is in its archive alone."""
    add(long_show, episode, mp3, range(6))
    first = (long_show.episodes / "feed.archive-1.xml").read_bytes()
    for more in range(6, 14):
        add(long_show, episode, mp3, range(more, more + 1))
        assert (long_show.episodes / "feed.archive-1.xml").read_bytes() == first
    second = (long_show.episodes / "feed.archive-2.xml").read_bytes()
    record = long_show.episodes / "day-05" / "episode.json"
    record.write_text(record.read_text().replace("Day 5", "Day five"))
    publish(long_show)
    assert (long_show.episodes / "feed.archive-1.xml").read_bytes() == first
    assert (long_show.episodes / "feed.archive-2.xml").read_bytes() == second.replace(b"Day 5", b"Day five")


@pytest.mark.parametrize("take_back", [unpublish, delete])
def test_what_is_taken_back_changes_its_own_archive_alone(
    long_show: Show, episode: Episode, mp3: bytes, take_back: Callable[[Show, Sequence[Episode]], None]
) -> None:
    """Its place stays empty; the others keep theirs."""
    add(long_show, episode, mp3, range(14))
    second = (long_show.episodes / "feed.archive-2.xml").read_bytes()
    take_back(long_show, [named(long_show, "day-01")])
    assert days_in(long_show.episodes / "feed.archive-1.xml") == [3, 2, 0]
    assert (long_show.episodes / "feed.archive-2.xml").read_bytes() == second
    assert days_in(long_show.episodes / "feed.xml") == [13, 12, 11, 10]


def test_of_one_day_the_higher_number_comes_first(show: Show, episode: Episode, mp3: bytes) -> None:
    """Whatever their slugs are."""
    for number in (1, 2):
        name = f"day-{3 - number:02}"
        store(show, replace(episode, slug=name, guid=name, number=8 + number), [mp3])
    publish(show)
    assert days_in(show.episodes / "feed.xml") == [1, 2]
    for number in (1, 2):
        name = f"day-{number:02}"
        store(show, replace(episode, slug=name, guid=name, number=8 + number), [mp3])
    publish(show)
    assert days_in(show.episodes / "feed.xml") == [2, 1]


def test_the_latest_come_with_all_their_notes(long_show: Show, episode: Episode, mp3: bytes) -> None:
    """The others with their summary, so that the feed stays small."""
    add(long_show, episode, mp3, range(9))
    root = ET.parse(long_show.episodes / "feed.xml")  # noqa: S314  our own feed
    notes = [item.find("content:encoded", NS) is not None for item in root.iterfind("channel/item")]
    assert notes == [True, True, False, False]
    assert "content:encoded" not in (long_show.episodes / "feed.archive-1.xml").read_text()
