from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuecast.errors import PublishError
from issuecast.models import Cast, Episode, Link, TimedChapter, TimedLine, TimedWord, Voice
from issuecast.publish import records, store
from issuecast.publish.record import from_json, to_json
from issuecast.show import Show

text = st.text()
ms = st.integers(0, 10**8)
words = st.builds(TimedWord, text, ms, ms)
lines = st.builds(TimedLine, text, text, ms, ms, st.lists(words, max_size=3).map(tuple))
chapters = st.builds(TimedChapter, text, ms, ms, st.lists(lines, max_size=2).map(tuple), text, text)
voices = st.builds(Voice, st.from_regex(r"[a-z]+", fullmatch=True), text)
zones = st.timedeltas(timedelta(hours=-14), timedelta(hours=14)).map(
    lambda t: timezone(timedelta(minutes=t.seconds // 60))
)
episodes = st.builds(
    Episode,
    slug=text,
    guid=text,
    source=text,
    title=text,
    date=st.dates(),
    published=st.datetimes(timezones=zones),
    audio=text,
    bytes=ms,
    duration_ms=ms,
    cast=st.builds(Cast, text, st.dictionaries(text, voices, max_size=3)),
    timeline=st.lists(chapters, max_size=3).map(tuple),
    made_from=text,
    summary=text,
    number=st.none() | st.integers(),
    author=text,
    url=text,
    links=st.lists(st.builds(Link, text, text), max_size=3).map(tuple),
)


@given(episodes)
def test_a_record_reads_back_as_the_same_episode(episode: Episode) -> None:
    """Nothing of an episode is lost or changed in its record, and writing it again gives the same text."""
    written = to_json(episode)
    read = from_json(written, slug=episode.slug)
    assert read == episode
    assert to_json(read) == written


def test_a_record_can_be_read_by_a_person(episode: Episode) -> None:
    """The record is plain UTF-8 with an entry a line, and a line's words with their times in one row."""
    written = to_json(replace(episode, title="Über Netze"))
    assert '  "title": "Über Netze",\n' in written
    words = '[["Good", 1000, 1400], ["morning,", 1400, 2100], ["friend.", 2200, 3000]]'
    assert f'          "words": {words}\n' in written
    assert written.endswith("}\n")
    assert list(json.loads(written))[:4] == ["slug", "guid", "source", "title"]


def test_records_come_newest_first(show: Show, episode: Episode) -> None:
    """The order is that of publication, whatever the folders are called; equal times go by slug."""
    moments = {"b": datetime(2026, 1, 2, tzinfo=UTC), "a": datetime(2026, 1, 1, tzinfo=UTC)}
    for slug, moment in {**moments, "d": moments["b"], "c": moments["b"]}.items():
        store(show, replace(episode, slug=slug, published=moment, bytes=1), [b"x"])
    assert [record.slug for record in records(show)] == ["b", "c", "d", "a"]


def test_a_show_without_episodes_has_no_records(show: Show) -> None:
    """A folder that does not exist yet is an empty archive."""
    assert records(show) == ()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda data: data.pop("guid"), "it has no 'guid'"),
        (lambda data: data.update(bytes="many"), "its 'bytes' is \"many\""),
        (lambda data: data.update(bytes=True), "its 'bytes' is true"),
        (lambda data: data.update(date="soon"), "its 'date' is \"soon\""),
        (
            lambda data: data.update(published="2026-01-12T06:00:00"),
            "its 'published' is \"2026-01-12T06:00:00\"",
        ),
        (lambda data: data.update(slug="another"), "it belongs into the folder 'another'"),
        (
            lambda data: data["timeline"][0]["lines"][0].update(words=[["a", 1]]),
            'its ["a", 1] is not understood',
        ),
        (lambda data: data.update(cast=[]), "its 'cast' is []"),
        (lambda data: data.update(alternates="aac"), "its 'alternates' is \"aac\""),
        (lambda data: data.update(alternates=[{"audio": "a.m4a"}]), "it has no 'bytes'"),
    ],
)
def test_a_broken_record_is_named(show: Show, episode: Episode, change: object, reason: str) -> None:
    """A record that is no record stops the build with the file, the reason and the way out."""
    store(show, episode, [b"x"])
    file = show.episodes / episode.slug / "episode.json"
    data = json.loads(file.read_text())
    assert callable(change)
    change(data)
    file.write_text(json.dumps(data))
    with pytest.raises(PublishError) as error:
        records(show)
    assert str(error.value) == (
        f"{file} is no record of an episode, {reason}: restore it, or remove its folder and build again."
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"{\n,", "it is no JSON, line 2"), (b"\xff", "it is not UTF-8"), (b"[]", "it has no 'slug'")],
)
def test_a_file_that_is_no_record_at_all_is_named(show: Show, content: bytes, reason: str) -> None:
    """So is a file of something else."""
    file = show.episodes / "x" / "episode.json"
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    with pytest.raises(PublishError) as error:
        records(show)
    assert str(error.value) == (
        f"{file} is no record of an episode, {reason}: restore it, or remove its folder and build again."
    )
