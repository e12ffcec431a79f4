from __future__ import annotations

from calendar import timegm
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest

from issuecast.mix.sound import BITRATE_KBPS
from issuecast.models import Episode, TimedChapter
from issuecast.publish.channel import Channel, Document
from issuecast.publish.feed import rss
from issuecast.publish.item_elements import MP3_BPS
from issuecast.publish.show_guid import show_guid
from issuecast.show import Show

from .sample import ALTERNATES

NS = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "psc": "http://podlove.org/simple-chapters",
}


@pytest.fixture
def show() -> Show:
    return Show(
        title="The Tern Point Wire",
        author="Ada Marsh",
        email="ada@example.org",
        description="News & tides.",
        base_url="https://example.org/pod%20cast",
        language="en-GB",
        category=("News",),
    )


GUID = "9b024349-ccf0-5f69-a609-6b82873eab3c"


def feed_of(show: Show, *episodes: Episode, number: int = 0, older: int = 0) -> bytes:
    document = Document(Channel.of(show), number, older)
    return rss(show, document, episodes, cover="cover-1.jpg", guid=GUID)


def channel_of(show: Show, *episodes: Episode, number: int = 0, older: int = 0) -> Any:
    root = ET.fromstring(feed_of(show, *episodes, number=number, older=older))  # noqa: S314  our own feed
    channel = root.find("channel")
    assert channel is not None
    return channel


def text(element: Any, path: str) -> str | None:
    found = element.findall(path, NS)
    assert len(found) == 1, path
    return str(found[0].text) if found[0].text is not None else None


@pytest.mark.parametrize(
    ("address", "guid"),
    [
        ("https://podnews.net/rss", "9b024349-ccf0-5f69-a609-6b82873eab3c"),
        ("http://podnews.net/rss/", "9b024349-ccf0-5f69-a609-6b82873eab3c"),
        ("https://mp3s.nashownotes.com/pc20rss.xml", "917393e3-1b1e-5cef-ace4-edaa54e1f810"),
    ],
)
def test_the_shows_guid_is_that_of_its_address(address: str, guid: str) -> None:
    """The namespace's own vectors: scheme and trailing slashes do not count."""
    assert show_guid(address) == guid


def test_the_channel_has_what_directories_require(show: Show, episode: Episode) -> None:
    """Every element that Apple Podcasts and PSP-1 ask of a channel, each once, with our values."""
    channel = channel_of(show, episode)
    assert text(channel, "title") == "The Tern Point Wire"
    assert text(channel, "description") == "News & tides."
    assert text(channel, "link") == "https://example.org/pod%20cast/"
    assert text(channel, "language") == "en-GB"
    assert text(channel, "copyright") == "© 2026 Ada Marsh"
    assert text(channel, "lastBuildDate") == "Mon, 12 Jan 2026 06:00:00 +0000"
    assert text(channel, "itunes:explicit") == "false"
    assert text(channel, "itunes:author") == "Ada Marsh"
    assert text(channel, "itunes:type") == "episodic"
    assert text(channel, "itunes:owner/itunes:email") == "ada@example.org"
    assert text(channel, "podcast:guid") == GUID
    assert text(channel, "podcast:medium") == "podcast"
    assert text(channel, "podcast:locked") == "yes"
    assert text(channel, "podcast:txt[@purpose='ai-content']") == "true"
    assert channel.find("podcast:locked", NS).attrib == {"owner": "ada@example.org"}
    assert channel.find("itunes:category", NS).attrib == {"text": "News"}
    assert channel.find("itunes:image", NS).attrib == {"href": "https://example.org/pod%20cast/cover-1.jpg"}
    assert channel.find("atom:link", NS).attrib == {
        "href": "https://example.org/pod%20cast/feed.xml",
        "rel": "self",
        "type": "application/rss+xml",
    }


def test_an_item_has_what_apps_read(show: Show, episode: Episode) -> None:
    """Enclosure, identity, date, length, transcript and chapters, each once, with the episode's values."""
    item = channel_of(show, episode).find("item")
    folder = "https://example.org/pod%20cast/2026-01-12-the-quiet-grid/"
    assert text(item, "title") == "The Quiet Grid"
    assert text(item, "link") == folder
    assert text(item, "guid[@isPermaLink='false']") == episode.guid
    assert text(item, "pubDate") == "Mon, 12 Jan 2026 06:00:00 +0000"
    assert text(item, "itunes:duration") == "40"
    assert text(item, "itunes:episode") == "214"
    assert text(item, "itunes:episodeType") == "full"
    assert text(item, "itunes:explicit") == "false"
    assert text(item, "podcast:txt[@purpose='ai-content']") == "true"
    assert "00:12 Market Pulse" in (text(item, "content:encoded") or "")
    assert text(item, "description") == text(item, "content:encoded")  # Apple reads the one, others the other
    assert text(item, "itunes:summary") == episode.summary  # plain
    assert item.find("enclosure").attrib == {
        "url": folder + episode.audio,
        "length": str(episode.bytes),
        "type": "audio/mpeg",
    }
    assert item.find("podcast:transcript", NS).attrib == {
        "url": folder + "transcript.vtt",
        "type": "text/vtt",
        "language": "en-GB",
    }
    assert item.find("podcast:chapters", NS).attrib == {
        "url": folder + "chapters.json",
        "type": "application/json+chapters",
    }
    assert [chapter.attrib for chapter in item.findall("psc:chapters/psc:chapter", NS)] == [
        {"start": "00:00:00.000", "title": "Cold open"},
        {"start": "00:00:12.000", "title": "Market Pulse"},
        {"start": "00:00:25.500", "title": "Sign-off"},
    ]


def test_an_item_shows_its_picture_and_where_its_chapters_lead(show: Show, episode: Episode) -> None:
    """An episode that was recorded before there were pictures has none; chapters say what their file says."""
    assert channel_of(show, episode).find("item/itunes:image", NS) is None
    first = replace(
        episode.timeline[0], url="https://example.org/a?b=1&c=2", image="https://example.org/a.png"
    )
    second = replace(episode.timeline[1], title="\x07 Market", url="javascript:alert(1)")
    timeline = (first, second, *episode.timeline[2:])
    item = channel_of(show, replace(episode, artwork="artwork-1a2b3c4d.jpg", timeline=timeline)).find("item")
    assert item.find("itunes:image", NS).attrib == {
        "href": "https://example.org/pod%20cast/2026-01-12-the-quiet-grid/artwork-1a2b3c4d.jpg"
    }
    assert [dict(chapter.attrib) for chapter in item.findall("psc:chapters/psc:chapter", NS)] == [
        {
            "start": "00:00:00.000",
            "title": "Cold open",
            "href": "https://example.org/a?b=1&c=2",
            "image": "https://example.org/a.png",
        },
        {"start": "00:00:12.000", "title": "Market"},
        {"start": "00:00:25.500", "title": "Sign-off"},
    ]


def test_a_feed_reader_reads_what_was_meant(show: Show, episode: Episode) -> None:
    """An independent reader finds the feed well formed and gives the episode back."""
    read = feedparser.parse(feed_of(show, episode))
    assert not read.bozo
    assert (read.feed.title, read.feed.link, read.feed.language) == (
        "The Tern Point Wire",
        "https://example.org/pod%20cast/",
        "en-GB",
    )
    assert read.feed.image.href == "https://example.org/pod%20cast/cover-1.jpg"
    (entry,) = read.entries
    assert (entry.title, entry.id, entry.guidislink) == ("The Quiet Grid", episode.guid, False)
    assert datetime.fromtimestamp(timegm(entry.published_parsed), UTC) == episode.published
    assert entry.enclosures[0].href.endswith(f"/2026-01-12-the-quiet-grid/{episode.audio}")
    assert int(entry.enclosures[0].length) == episode.bytes
    assert entry.content[0].value.count("<li>") == 1


def test_other_formats_are_alternate_enclosures(show: Show, episode: Episode) -> None:
    """All files with type, size, bit rate and address, the enclosure as the default; without others, none.

    The MP3's bit rate is that of its stream, however large the tags before it are.
    """
    assert MP3_BPS == BITRATE_KBPS * 1000
    several = replace(episode, bytes=711_170, alternates=ALTERNATES)
    item = channel_of(show, several).find("item")
    (enclosure,) = item.findall("enclosure")
    base = enclosure.attrib["url"].removesuffix(episode.audio)
    found = [
        (one.attrib, [source.attrib for source in one.findall("podcast:source", NS)])
        for one in item.findall("podcast:alternateEnclosure", NS)
    ]
    names = ("type", "length", "bitrate", "title", "codecs", "default")
    rows = (
        (episode.audio, "audio/mpeg", "711170", "128000", "MP3", "mp3", "true"),
        (ALTERNATES[0].audio, "audio/mp4", "3", "96100", "AAC", "mp4a.40.2", "false"),
        (ALTERNATES[1].audio, "audio/ogg", "4", "59900", "Opus", "opus", "false"),
    )
    assert found == [(dict(zip(names, row, strict=True)), [{"uri": base + file}]) for file, *row in rows]
    assert channel_of(show, episode).find("item/podcast:alternateEnclosure", NS) is None


def test_the_same_episodes_give_the_same_bytes(show: Show, episode: Episode) -> None:
    """No clock: the newest episode's time stands for the feed's."""
    later = replace(episode, slug="b", published=episode.published + timedelta(days=1))
    first = feed_of(show, later, episode)
    assert first == feed_of(show, later, episode)
    assert b"<lastBuildDate>Tue, 13 Jan 2026" in first


def test_episodes_come_in_their_order(show: Show, episode: Episode) -> None:
    """Newest first, as they were given."""
    slugs: Sequence[str] = ("c", "b", "a")
    channel = channel_of(show, *(replace(episode, slug=slug, title=slug) for slug in slugs))
    assert [item.find("title").text for item in channel.findall("item")] == ["c", "b", "a"]


def test_a_feed_without_episodes_has_no_date(show: Show) -> None:
    """Nothing was published yet, so nothing says when, the copyright included."""
    channel = channel_of(show)
    assert text(channel, "copyright") == "© Ada Marsh"
    assert channel.find("lastBuildDate") is None
    assert channel.find("item") is None


def test_a_publication_time_keeps_its_zone(show: Show, episode: Episode) -> None:
    """RFC 2822 with the show's own offset from UTC."""
    at = datetime(2026, 7, 1, 6, tzinfo=timezone(timedelta(hours=2)))
    assert (
        text(channel_of(show, replace(episode, published=at)), "item/pubDate")
        == "Wed, 01 Jul 2026 06:00:00 +0200"
    )


def test_a_show_without_an_address_owns_its_feed_quietly(show: Show, episode: Episode) -> None:
    """Without an e-mail there is no owner, and nothing is locked; without a number there is no number."""
    channel = channel_of(show.model_copy(update={"email": ""}), replace(episode, number=None))
    assert channel.find("itunes:owner", NS) is None
    assert text(channel, "podcast:locked") == "no"
    assert channel.find("item/itunes:episode", NS) is None


def test_addresses_are_ascii(show: Show, episode: Episode) -> None:
    """Apple refuses other characters in an enclosure's address; the host is named as DNS knows it."""
    abroad = show.model_copy(update={"base_url": "https://bücher.example/über/"})
    item = channel_of(abroad, replace(episode, slug="größe #1", audio="ton 100%.mp3")).find("item")
    url = "https://xn--bcher-kva.example/%C3%BCber/gr%C3%B6%C3%9Fe%20%231/"
    assert text(item, "link") == url
    assert item.find("enclosure").attrib["url"] == url + "ton%20100%25.mp3"


def test_hostile_titles_leave_a_valid_feed(show: Show, episode: Episode) -> None:
    """Control characters, unpaired surrogates, markup, direction overrides and a hundred kilobytes."""
    hostile = "A\x00B\x0b ]]> <script>&amp;\ud800\ufffe\u202e" + "long " * 20_000
    bad = replace(
        episode,
        title=hostile,
        summary=hostile,
        author=hostile,
        timeline=(TimedChapter(hostile, 0, 40_000, ()),),
    )
    item = channel_of(show.model_copy(update={"title": hostile, "description": hostile}), bad).find("item")
    title = text(item, "title") or ""
    assert title.startswith("AB ]]> <script>&amp;long long")
    assert len(title) == 255
    assert len((text(item, "description") or "").encode()) <= 4000
    assert "<script>" not in (text(item, "content:encoded") or "")
