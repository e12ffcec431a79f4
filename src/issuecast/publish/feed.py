"""The feed: RSS 2.0 as Apple Podcasts, PSP-1 and the Podcasting 2.0 namespace ask for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from feedgen.feed import FeedGenerator

from issuecast.models import Episode
from issuecast.publish import addresses, show_notes, times
from issuecast.publish.channel import Document
from issuecast.publish.channel_elements import channel_elements
from issuecast.publish.feed_extension import ChannelExtension, ItemExtension
from issuecast.publish.item_elements import item_elements
from issuecast.publish.plain import one_line, opening
from issuecast.show import Show, category_above


def rss(show: Show, document: Document, episodes: Sequence[Episode], *, cover: str, guid: str) -> bytes:
    """The feed, or an archive of it, with these episodes, newest first.

    Every time in it is an episode's, so that the same episodes give the same bytes.

    Args:
        show: whose feed it is.
        document: which file of which channel.
        episodes: what it tells of.
        cover: the artwork's file name in `episodes/`.
        guid: the channel's `podcast:guid`, "" for none.
    """
    feed = FeedGenerator()
    feed.load_extension("podcast", atom=False)
    feed.register_extension("more", ChannelExtension, ItemExtension, atom=False)
    _describe(feed, show, document, cover)
    if episodes:
        feed.lastBuildDate(episodes[0].published)
    year = f"{episodes[0].date.year} " if episodes else ""
    feed.copyright(one_line(show.feed.copyright) or f"© {year}{_author(show)}")
    feed.more.dated = bool(episodes)
    feed.more.elements = tuple(channel_elements(show, document, episodes, guid))
    with_notes = 0 if document.number else show.feed.full_notes
    for place, episode in enumerate(episodes):
        _add(feed, show, episode, notes=place < with_notes)
    return bytes(feed.rss_str(pretty=True))


def _describe(feed: Any, show: Show, document: Document, cover: str) -> None:
    title, author = one_line(document.channel.title), _author(show)
    feed.title(title)
    feed.description(opening(show.description, show_notes.LIMIT) or title)
    feed.link(href=addresses.on_the_web(show, document.file), rel="self", type="application/rss+xml")
    feed.link(href=addresses.on_the_web(show), rel="alternate")  # feedgen takes the last for <link>
    feed.language(show.language)
    feed.generator("issuecast")
    feed.podcast.itunes_author(author)
    feed.podcast.itunes_category([_category(name) for name in show.category])
    feed.podcast.itunes_image(addresses.on_the_web(show, cover))
    feed.podcast.itunes_type(show.feed.type)
    if owner := one_line(show.email):
        feed.podcast.itunes_owner(name=author, email=owner)


def _category(name: str) -> dict[str, str]:
    above = category_above(name)
    return {"cat": above, "sub": name} if above else {"cat": name}


def _add(feed: Any, show: Show, episode: Episode, *, notes: bool) -> None:
    page = addresses.page(show, episode)
    item = feed.add_entry(order="append")
    item.title(one_line(episode.title))
    item.link(href=page)
    item.guid(one_line(episode.guid), permalink=False)
    item.published(episode.published)
    item.enclosure(addresses.enclosure(show, episode, episode.audio), episode.bytes, "audio/mpeg")
    # Apple and Spotify read the one, many apps the other; gPodder shows the plain summary in its lists.
    told = show_notes.full(episode, page) if notes else show_notes.description(episode)
    item.description(told)
    if notes:
        item.content(told)
    item.podcast.itunes_summary(show_notes.summary(episode))
    item.podcast.itunes_author(one_line(episode.author) or _author(show))
    item.podcast.itunes_duration(times.whole_seconds(episode.duration_ms))
    item.podcast.itunes_episode_type(str(episode.kind))
    if episode.number:
        item.podcast.itunes_episode(episode.number)
    item.more.elements = tuple(item_elements(show, episode))


def _author(show: Show) -> str:
    return one_line(show.author) or one_line(show.title)
