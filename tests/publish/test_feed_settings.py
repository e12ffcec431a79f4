"""What [feed] puts into the feed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from issuecast.models import Episode, EpisodeKind, TimedChapter, TimedLine
from issuecast.publish.soundbite import outline, passage
from issuecast.show import Feed, OtherShow, Person, Show

from .sample import ALTERNATES
from .test_feed import NS, channel_of

GUID = "917393e3-1b1e-5cef-ace4-edaa54e1f810"


def with_feed(show: Show, **settings: Any) -> Show:
    """The show at an address, with these settings of its feed."""
    return show.model_copy(update={"base_url": "https://example.org/", "feed": Feed(**settings)})


def found(channel: Any, path: str) -> list[tuple[str | None, dict[str, str]]]:
    """Text and attributes of each such element."""
    return [(one.text, dict(one.attrib)) for one in channel.findall(path, NS)]


@pytest.mark.parametrize(
    ("settings", "path", "expected"),
    [
        ({"explicit": True}, "itunes:explicit", ("true", {})),
        ({"explicit": True}, "item/itunes:explicit", ("true", {})),
        ({"type": "serial"}, "itunes:type", ("serial", {})),
        ({"copyright": "CC0"}, "copyright", ("CC0", {})),
        ({"license": "CC-BY-4.0"}, "podcast:license", ("cc-by-4.0", {})),
        (
            {"license": "mine", "license_url": "https://example.org/l"},
            "podcast:license",
            ("mine", {"url": "https://example.org/l"}),
        ),
        (
            {"funding_url": "https://example.org/f"},
            "podcast:funding",
            ("Support the show", {"url": "https://example.org/f"}),
        ),
        ({"medium": "newsletter"}, "podcast:medium", ("newsletter", {})),
        ({"verify": "abc"}, "podcast:txt[@purpose='verify']", ("abc", {"purpose": "verify"})),
        ({"updates": "weekly"}, "podcast:updateFrequency", ("Weekly", {"rrule": "FREQ=WEEKLY"})),
        ({"complete": True}, "podcast:updateFrequency", ("Complete", {"complete": "true"})),
        ({"complete": True}, "itunes:complete", ("Yes", {})),
        (
            {"new_feed_url": "https://example.com/feed"},
            "itunes:new-feed-url",
            ("https://example.com/feed", {}),
        ),
        (
            {"hub": "https://hub.example/"},
            "atom:link[@rel='hub']",
            (None, {"rel": "hub", "href": "https://hub.example/"}),
        ),
        (
            {"podroll": (OtherShow(guid=GUID, url="https://example.net/feed", title="Other"),)},
            "podcast:podroll/podcast:remoteItem",
            (None, {"feedGuid": GUID, "feedUrl": "https://example.net/feed", "title": "Other"}),
        ),
    ],
)
def test_a_setting_is_in_the_feed(
    show: Show, episode: Episode, settings: dict[str, Any], path: str, expected: object
) -> None:
    """Once, as the directories want it, and only if it is set."""
    assert found(channel_of(with_feed(show, **settings), episode), path) == [expected]
    assert found(channel_of(with_feed(show), episode), path) != [expected]


def test_nothing_is_invented(show: Show, episode: Episode) -> None:
    """Without a setting there is no owner, no licence, no funding, no hub, no schedule and no move."""
    channel = channel_of(with_feed(show), episode)
    unset = ("itunes:owner", "itunes:new-feed-url", "itunes:complete", "podcast:license", "podcast:funding")
    for path in (*unset, "podcast:updateFrequency", "podcast:podroll", "podcast:trailer"):
        assert channel.find(path, NS) is None, path
    assert found(channel, "podcast:locked") == [("no", {})]


def test_a_subcategory_stands_in_its_category(show: Show, episode: Episode) -> None:
    """The main category first; two of one category share it."""
    named = show.model_copy(update={"category": ("Tech News", "Business News", "Technology")})
    channel = channel_of(named, episode)
    assert [
        (one.attrib["text"], [sub.attrib["text"] for sub in one])
        for one in channel.findall("itunes:category", NS)
    ] == [("News", ["Tech News", "Business News"]), ("Technology", [])]


def test_an_unlocked_feed_still_names_its_owner(show: Show, episode: Episode) -> None:
    """Who sets locked to false lets other hosts take it over."""
    owned = with_feed(show, locked=False).model_copy(update={"email": "ada@example.org"})
    assert found(channel_of(owned, episode), "podcast:locked") == [("no", {"owner": "ada@example.org"})]


def test_roles_are_persons_with_synthetic_voices(show: Show, episode: Episode) -> None:
    """The first hosts; a picture and a page are the settings'; an author whom the issue names wrote it."""
    people = {
        "HOST": Person(picture="https://example.org/h.png"),
        "Ada Marsh": Person(role="editor", group="writing"),
    }
    channel = channel_of(with_feed(show, people=people), replace(episode, author="Ben Cole"))
    voices = [
        ("Host (synthetic voice)", {"role": "host", "group": "cast", "img": "https://example.org/h.png"}),
        ("Analyst (synthetic voice)", {"role": "co-host", "group": "cast"}),
        ("Ada Marsh", {"role": "editor", "group": "writing"}),
    ]
    assert found(channel, "podcast:person") == voices
    assert found(channel, "item/podcast:person") == [
        *voices,
        ("Ben Cole", {"role": "author", "group": "writing"}),
    ]
    assert not found(channel_of(with_feed(show), episode), "item/podcast:person")


def test_downloads_can_be_counted(show: Show, episode: Episode) -> None:
    """Every sound file's address is behind the prefix, pages and transcripts are not."""
    counted = with_feed(show, enclosure_prefix="https://op3.dev/e/")
    item = channel_of(counted, replace(episode, alternates=ALTERNATES)).find("item")
    folder = f"https://op3.dev/e/example.org/{episode.slug}/"
    assert item.find("enclosure").attrib["url"] == folder + episode.audio
    sources = [one.attrib["uri"] for one in item.findall("podcast:alternateEnclosure/podcast:source", NS)]
    assert sources == [folder + name for name, _ in replace(episode, alternates=ALTERNATES).files]
    assert item.find("link").text == f"https://example.org/{episode.slug}/"


def test_a_trailer_is_told_of_twice(show: Show, episode: Episode) -> None:
    """As an episode of its kind, and at the head of the feed: the newest of each season."""
    trailers = (
        replace(episode, slug="c", title="Season two", kind=EpisodeKind.TRAILER, season=2, number=None),
        replace(episode, slug="b", title="Better", kind=EpisodeKind.TRAILER, season=1, number=None),
        replace(episode, slug="a", title="First", kind=EpisodeKind.TRAILER, season=1, number=None),
    )
    channel = channel_of(with_feed(show), *trailers)
    told = found(channel, "podcast:trailer")
    assert [title for title, _ in told] == ["Season two", "Better"]
    assert told[0][1] == {
        "pubdate": "Mon, 12 Jan 2026 06:00:00 +0000",
        "url": f"https://example.org/c/{episode.audio}",
        "length": str(episode.bytes),
        "type": "audio/mpeg",
        "season": "2",
    }
    assert found(channel, "item/itunes:episodeType")[0] == ("trailer", {})
    assert found(channel, "item/itunes:season")[0] == ("2", {})
    assert not found(channel, "item/podcast:soundbite")


def test_the_soundbite_is_the_headline_passage(show: Show, episode: Episode) -> None:
    """From the first words after the cold open; the outline, which has no words, gives the same."""
    for one in (episode, outline(episode)):
        bites = found(channel_of(with_feed(show), one), "item/podcast:soundbite")
        assert bites == [("Market Pulse", {"startTime": "12.5", "duration": "6.5"})]


def test_a_passage_ends_with_a_line_within_a_minute() -> None:
    """A first line that is longer is the whole passage; a word or two are none."""
    lines = tuple(TimedLine("HOST", "…", 25_000 * n, 25_000 * n + 24_000) for n in range(1, 5))
    chapter = TimedChapter("One", 0, 130_000, lines)
    assert passage((chapter,)) == TimedChapter("One", 25_000, 74_000, lines[:2])
    long = (TimedLine("HOST", "…", 1_000, 90_000),)
    assert passage((replace(chapter, lines=long),)) == TimedChapter("One", 1_000, 90_000, long)
    assert passage((replace(chapter, lines=(TimedLine("HOST", "Hm.", 0, 900),)),)) is None
