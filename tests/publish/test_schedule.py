"""What is out, what waits, and what is taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from issuecast.errors import PublishError
from issuecast.models import Episode
from issuecast.publish import publish, records, store
from issuecast.publish.pictures import names
from issuecast.publish.schedule import absence
from issuecast.publish.show_record import Deleted, ShowRecord
from issuecast.publish.withdraw import delete, leftovers, named, prune, unpublish
from issuecast.show import Show


@pytest.fixture
def shown(show: Show, episode: Episode, mp3: bytes) -> Show:
    """Two episodes, the second of a day later."""
    day = timedelta(days=1)
    store(show, episode, [mp3])
    store(
        show,
        replace(
            episode,
            slug="later",
            guid="later",
            title="Later",
            date=episode.date + day,
            published=episode.published + day,
        ),
        [mp3],
    )
    return show


def clock(monkeypatch: pytest.MonkeyPatch, at: datetime) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(at.timestamp())))


def told(show: Show) -> tuple[bool, bool]:
    """Whether the feed and the index name the later episode."""
    files = (show.episodes / name for name in ("feed.xml", "index.html"))
    feed, index = ("Later" in file.read_text() for file in files)
    return feed, index


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_an_episode_waits_for_its_time(
    shown: Show, episode: Episode, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To the second; until then feed and index do not know of it, and publishing says so."""
    due = episode.published + timedelta(days=1)
    clock(monkeypatch, due - timedelta(seconds=1))
    before = publish(shown)
    assert told(shown) == (False, False)
    assert ([one.slug for one in before.listed], [one.slug for one in before.scheduled]) == (
        [episode.slug],
        ["later"],
    )
    (waiting,) = before.scheduled
    assert list(absence(waiting)) == [
        "Later is scheduled: the first issuecast build after 2026-01-13 06:00 UTC lets it into the feed."
    ]
    clock(monkeypatch, due)
    after = publish(shown)
    assert told(shown) == (True, True)
    assert ([one.slug for one in after.entered], after.scheduled) == (["later"], ())
    assert publish(shown).entered == ()


def test_the_same_side_of_the_schedule_gives_the_same_bytes(
    shown: Show, episode: Episode, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The clock decides what is told, and is told nowhere."""
    clock(monkeypatch, episode.published + timedelta(days=2))
    publish(shown)
    first = files_of(shown.episodes)
    clock(monkeypatch, episode.published + timedelta(days=900))
    (shown.folder / ".issuecast" / "published.json").unlink()
    publish(shown)
    assert files_of(shown.episodes) == first


def test_another_time_of_day_moves_what_waits(
    shown: Show, episode: Episode, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build without an issue will do; what is out keeps its time in the apps."""
    clock(monkeypatch, episode.published + timedelta(hours=1))
    publish(shown)
    noon = shown.model_copy(update={"publish_at": time(12), "timezone": "Europe/Berlin"})
    (waiting,) = publish(noon).scheduled
    assert waiting.published == datetime(2026, 1, 13, 11, tzinfo=UTC)
    assert [one.published for one in records(noon)] == [waiting.published, episode.published]
    assert named(noon, "later").timeline == episode.timeline


def test_publication_follows_the_zones_summer_time() -> None:
    """Six in the morning in Berlin is another time of the world in July than in January."""
    show = Show(timezone="Europe/Berlin")
    assert show.published(date(2026, 3, 28)) == datetime(2026, 3, 28, 5, tzinfo=UTC)
    assert show.published(date(2026, 3, 29)) == datetime(2026, 3, 29, 4, tzinfo=UTC)


def test_unpublishing_keeps_record_and_sound(shown: Show, mp3: bytes) -> None:
    """Feed, index and pages forget the episode; --undo gives back just what was there."""
    publish(shown)
    before = files_of(shown.episodes)
    unpublish(shown, [named(shown, "later")])
    assert told(shown) == (False, False)
    left = {name for name in files_of(shown.episodes) if name.startswith("later/")}
    assert left == {"later/episode.json", f"later/{named(shown, 'later').audio}"}
    assert [one.unpublished for one in records(shown)] == [True, False]
    assert [next(absence(one)) for one in records(shown)[:1]] == [
        "Later is unpublished and stays out of the feed: issuecast unpublish --undo later takes that back."
    ]
    unpublish(shown, [named(shown, "later")], undo=True)
    assert files_of(shown.episodes) == before


def test_deleting_leaves_nothing(shown: Show) -> None:
    """No file in its place, no mention in the feed; the others stay."""
    publish(shown)
    delete(shown, [named(shown, "later")])
    assert told(shown) == (False, False)
    assert not (shown.episodes / "later").exists()
    assert len(records(shown)) == 1


def test_what_was_deleted_is_kept_in_mind_once(shown: Show, mp3: bytes) -> None:
    """With the GUIDs of the show, in the same bytes each time, also when it was made and deleted again."""
    shown = shown.model_copy(update={"base_url": "https://example.org/"})
    later = named(shown, "later")
    delete(shown, [later])
    kept = (shown.episodes / "show.json").read_bytes()
    assert ShowRecord.of(shown).deleted == (Deleted.of(later),)
    assert "feed.xml" in ShowRecord.of(shown).guids
    store(shown, later, [mp3])
    delete(shown, [later])
    assert (shown.episodes / "show.json").read_bytes() == kept


def test_an_episode_that_is_not_there_is_named(shown: Show) -> None:
    """With the nearest that is."""
    with pytest.raises(PublishError) as error:
        named(shown, "latter")
    assert str(error.value) == (
        "There is no episode 'latter', did you mean 'later'?: issuecast episodes lists them."
    )


def test_pruning_takes_what_was_replaced_and_nothing_else(shown: Show, mp3: bytes) -> None:
    """Old sound and pictures go; what a record names stays, unpublished or not, and what is not ours."""
    publish(shown)
    old = replace(named(shown, "later"), audio="later-1a2b3c4d.mp3", artwork="artwork-1a2b3c4d.jpg")
    new = replace(old, audio="later-0a0b0c0d.mp3", artwork="artwork-0a0b0c0d.jpg", unpublished=True)
    for one in (old, new):
        store(shown, one, [mp3], {name: [b"picture"] for name in names(one)})
    for name in ("cover.jpg", "me-20260112.jpg", "later/notes.txt", "later/draft-20260112.mp3"):
        (shown.episodes / name).write_bytes(b"mine")
    (shown.episodes / "feed.archive-9.xml").write_bytes(b"old")
    (shown.episodes / "feed-video.xml").write_bytes(b"<rss/>")  # by another program
    (shown.episodes / "feed-brief.xml").write_bytes((shown.episodes / "feed.xml").read_bytes())
    renamed = shown.model_copy(update={"title": "Renamed"})
    covers = {file.name for file in shown.episodes.glob("cover-*.jpg")}
    buttons = {file.relative_to(shown.episodes).as_posix() for file in shown.episodes.glob("*/listen-*.png")}
    before = files_of(shown.episodes)
    found = leftovers(renamed)
    assert files_of(shown.episodes) == before  # to look writes nothing
    assert {file.path.relative_to(shown.episodes).as_posix() for file in found} == {
        f"later/{old.audio}",
        *(f"later/{name}" for name in names(old)),
        "feed.archive-9.xml",
        "feed-brief.xml",
        *covers,
        *buttons,
    }
    publish(renamed)
    before = files_of(shown.episodes)
    prune(renamed, found)
    after = files_of(shown.episodes)
    assert len(before) - len(after) == len(found)
    assert after.keys() >= {f"later/{name}" for name in (new.audio, *names(new))}
    assert leftovers(renamed) == ()
