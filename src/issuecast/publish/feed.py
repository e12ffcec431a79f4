"""The feed: RSS 2.0 as Apple Podcasts, PSP-1 and the Podcasting 2.0 namespace ask for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from feedgen.feed import FeedGenerator

from issuecast.models import Alternate, Episode
from issuecast.publish import addresses, show_notes, times
from issuecast.publish.addresses import CHAPTERS, TRANSCRIPT
from issuecast.publish.channel import Channel
from issuecast.publish.disclosure import is_dry_run
from issuecast.publish.feed_extension import (
    ChannelExtension,
    Element,
    ItemExtension,
    alternate_enclosure,
    show_guid,
    simple_chapters,
)
from issuecast.publish.plain import one_line, opening
from issuecast.show import Show

_CLEAN = Element("itunes:explicit", "false")
_BLOCKED = Element("itunes:block", "Yes")
"""Apple Podcasts and those that follow it do not list such an item."""

_SYNTHETIC = Element("podcast:txt", "true", {"purpose": "ai-content"})


def rss(show: Show, channel: Channel, episodes: Sequence[Episode], cover: str) -> bytes:
    """The channel's feed of these episodes, newest first; `cover` is the artwork's file name in `episodes/`.

    Every time in it is an episode's, so that the same episodes give the same bytes.
    """
    feed = FeedGenerator()
    feed.load_extension("podcast", atom=False)
    feed.register_extension("more", ChannelExtension, ItemExtension, atom=False)
    _describe(feed, show, channel, cover)
    if episodes:
        feed.lastBuildDate(episodes[0].published)
        feed.copyright(f"© {episodes[0].date.year} {_author(show)}")
    feed.more.dated = bool(episodes)
    for episode in episodes:
        _add(feed, show, episode)
    return bytes(feed.rss_str(pretty=True))


def _describe(feed: Any, show: Show, channel: Channel, cover: str) -> None:
    title, author = one_line(channel.title), _author(show)
    address = addresses.on_the_web(show, channel.file)
    feed.title(title)
    feed.description(opening(show.description, show_notes.LIMIT) or title)
    feed.link(href=address, rel="self", type="application/rss+xml")
    feed.link(href=addresses.on_the_web(show), rel="alternate")  # feedgen takes the last for <link>
    feed.language(show.language)
    feed.generator("issuecast")
    feed.podcast.itunes_author(author)
    feed.podcast.itunes_category(one_line(show.category))
    feed.podcast.itunes_image(addresses.on_the_web(show, cover))
    feed.podcast.itunes_type("episodic")
    owner = one_line(show.email)
    if owner:
        feed.podcast.itunes_owner(name=author, email=owner)
    locked = Element("podcast:locked", "yes", {"owner": owner}) if owner else Element("podcast:locked", "no")
    feed.more.elements = (
        _CLEAN,
        Element("podcast:guid", show_guid(address)),
        locked,
        Element("podcast:medium", "podcast"),
        _SYNTHETIC,
    )


def _add(feed: Any, show: Show, episode: Episode) -> None:
    page = addresses.page(show, episode)
    item = feed.add_entry(order="append")
    item.title(one_line(episode.title))
    item.link(href=page)
    item.guid(one_line(episode.guid), permalink=False)
    item.published(episode.published)
    item.enclosure(addresses.in_folder(show, episode, episode.audio), episode.bytes, "audio/mpeg")
    item.description(show_notes.description(episode))
    item.content(show_notes.full(episode, page))
    item.podcast.itunes_author(one_line(episode.author) or _author(show))
    item.podcast.itunes_duration(times.whole_seconds(episode.duration_ms))
    item.podcast.itunes_episode_type("full")
    if episode.number:
        item.podcast.itunes_episode(episode.number)
    transcript, chapters = (addresses.in_folder(show, episode, name) for name in (TRANSCRIPT, CHAPTERS))
    item.more.elements = (
        _CLEAN,
        Element(
            "podcast:transcript",
            attributes={"url": transcript, "type": "text/vtt", "language": show.language},
        ),
        Element("podcast:chapters", attributes={"url": chapters, "type": "application/json+chapters"}),
        simple_chapters(episode.timeline),
        _SYNTHETIC,
        *([_BLOCKED] if is_dry_run(episode) else []),
        *_alternates(show, episode),
    )


def _alternates(show: Show, episode: Episode) -> Iterator[Element]:
    """All files, if there are several: apps that look here find the enclosure, too, as the default."""
    if not episode.alternates:
        return
    bitrate_bps = episode.bytes * 8000 // episode.duration_ms
    main = Alternate(episode.audio, episode.bytes, "MP3", "audio/mpeg", "mp3", bitrate_bps)
    for one in (main, *episode.alternates):
        yield alternate_enclosure(one, addresses.in_folder(show, episode, one.audio), default=one is main)


def _author(show: Show) -> str:
    return one_line(show.author) or one_line(show.title)
