"""Independent programs read in the feed what was meant, whatever an issue says."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import feedparser
import podcastparser
import pytest
from lxml import etree

from issuecast.models import Episode, EpisodeKind, Link, TimedChapter
from issuecast.show import Feed, OtherShow, Show

from .test_feed import GUID, feed_of

MODULES = Path(__file__).parents[1] / "node" / "node_modules"
READ = """
const { parseFeed } = require("podcast-partytime");
const read = parseFeed(require("fs").readFileSync(0, "utf8"), { allowMissingGuid: false });
process.stdout.write(JSON.stringify(read, (_, value) => value));
"""


def partytime(feed: bytes) -> Any:
    """What podcast-partytime reads in a feed; a missing one fails the test."""
    node = shutil.which("node")
    assert node, "node is missing: apt-get install nodejs npm"
    assert (MODULES / "podcast-partytime").is_dir(), "podcast-partytime is missing: see tests/run"
    done = subprocess.run(
        [node, "-e", READ], input=feed, cwd=MODULES.parent, check=False, capture_output=True, timeout=60
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


@pytest.fixture
def full_show(show: Show) -> Show:
    """A show with all that its feed can tell."""
    feed = Feed(
        license="CC-BY-4.0",
        funding_url="https://example.org/support",
        updates="daily",
        verify="abc",
        hub="https://hub.example/",
        podroll=(OtherShow(guid=GUID, url="https://example.net/feed"),),
    )
    return show.model_copy(
        update={"base_url": "https://example.org/", "email": "ada@example.org", "feed": feed}
    )


def test_an_app_of_the_podcast_namespace_reads_it_all(full_show: Show, episode: Episode) -> None:
    """Every podcast: element that podcast-partytime knows, as it was meant."""
    trailer = replace(episode, slug="trailer", title="Hello", kind=EpisodeKind.TRAILER)
    read = partytime(feed_of(full_show, episode, trailer))
    assert read["guid"] == GUID
    assert (read["locked"], read["podcastOwner"]) == (True, "ada@example.org")
    assert read["medium"] == "podcast"
    assert read["license"]["identifier"] == "cc-by-4.0"
    assert read["podcastFunding"] == [{"message": "Support the show", "url": "https://example.org/support"}]
    assert [one["name"] for one in read["podcastPeople"]] == [
        "Host (synthetic voice)",
        "Analyst (synthetic voice)",
    ]
    assert {one["purpose"] for one in read["podcastTxt"]} == {"ai-content", "verify"}
    assert [one["title"] for one in read["trailers"]] == ["Hello"]
    first = read["items"][0]
    folder = f"https://example.org/{episode.slug}/"
    assert folder + "transcript.vtt" in [one["url"] for one in first["podcastTranscripts"]]
    assert first["podcastChapters"] == {
        "url": folder + "chapters.json",
        "type": "application/json+chapters",
    }
    assert first["podcastSoundbites"] == [{"duration": 6.5, "startTime": 12.5, "title": "Market Pulse"}]


def test_a_podcast_client_reads_it(full_show: Show, episode: Episode) -> None:
    """The parser of gPodder gives episode, times and chapters back, in whole seconds."""
    read = podcastparser.parse("https://example.org/feed.xml", io.BytesIO(feed_of(full_show, episode)))
    (one,) = read["episodes"]
    assert (read["title"], one["title"], one["guid"]) == (full_show.title, episode.title, episode.guid)
    assert one["published"] == int(episode.published.timestamp())
    assert one["total_time"] == 40
    assert one["enclosures"] == [
        {
            "url": f"https://example.org/{episode.slug}/{episode.audio}",
            "file_size": episode.bytes,
            "mime_type": "audio/mpeg",
        }
    ]
    assert [(chapter["start"], chapter["title"]) for chapter in one["chapters"]] == [
        (0, "Cold open"),
        (12, "Market Pulse"),
        (25, "Sign-off"),
    ]


def test_three_years_of_a_daily_show_are_read_whole(full_show: Show, episode: Episode) -> None:
    """A thousand episodes, each once, in their order, each with its own sound, chapters and transcript."""
    many = [
        replace(
            episode,
            slug=f"day-{n}",
            guid=f"guid-{n}",
            audio=f"day-{n}.mp3",
            published=episode.published - timedelta(days=n),
        )
        for n in range(1000)
    ]
    read = partytime(feed_of(full_show, *many))["items"]
    assert [one["guid"] for one in read] == [one.guid for one in many]
    assert len({one["enclosure"]["url"] for one in read}) == 1000
    assert all(one["podcastTranscripts"] and one["podcastChapters"]["url"] for one in read)


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "]]><item><title>mine</title></item>",
        '"><img src=x onerror=alert(1)>',
        "&lt;script&gt; &amp;amp; &#0;",
        "a\x00b\x0bc\x1bd\x85e\ufffe\uffff",
        "a\ud800b\udfffc",
        "\u202egnp.exe\u2066 x \u2069\u202c",
        "long " * 20_000,
        "\U000e0001\U0010ffff\u2028\u2029",
    ],
)
def test_hostile_issues_leave_a_valid_feed(full_show: Show, episode: Episode, hostile: str) -> None:
    """Three readers agree on one episode, whose texts are text, and no link leads to a script."""
    bad = replace(
        episode,
        title=hostile + "!",
        summary=hostile,
        author=hostile,
        guid="guid",
        links=(Link(hostile, "https://example.org/?" + hostile[:50]), Link("x", "javascript:alert(1)")),
        timeline=tuple(TimedChapter(hostile, 1000 * n, 1000 * n + 1000, ()) for n in range(4)),
    )
    named = full_show.model_copy(update={"title": hostile + "!", "description": hostile, "author": hostile})
    feed = feed_of(named, bad)
    root = etree.fromstring(feed, etree.XMLParser(resolve_entities=False))
    assert [guid.text for guid in root.iter("guid")] == ["guid"]
    assert max(len(title.text or "") for title in root.iter("title")) <= 255
    read = feedparser.parse(feed)
    assert not read.bozo
    assert (len(read.entries), read.entries[0].id) == (1, "guid")
    one = podcastparser.parse("https://example.org/feed.xml", io.BytesIO(feed))["episodes"][0]
    assert one["title"].endswith(("!", "…"))
    notes = "".join(root.xpath("//item/description/text() | //item/*[local-name()='encoded']/text()"))
    assert not etree.HTML(notes).xpath(
        "//script | //img | //@onerror | //a[not(starts-with(@href, 'https:'))]"
    )
    assert "javascript:" not in notes
