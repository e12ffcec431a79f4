"""Fetching what a feed names, as far as rules look at it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar
from xml.etree.ElementTree import Element

from issuecast.feedcheck import id3
from issuecast.feedcheck.answer import Answer, Reach, is_address
from issuecast.feedcheck.document import Document, Item
from issuecast.feedcheck.material import Sound
from issuecast.feedcheck.mp3 import FRAME_BYTES, ID3_BYTES, tag_bytes
from issuecast.feedcheck.picture import Picture, look

MOST_FEED_BYTES = 32_000_000
_MOST_FILE_BYTES = 10_000_000
_MOST_TAG_BYTES = 2_000_000
_MOST_OF_AN_ITEM = 12
"""Files of one kind; no honest episode has more."""
_PAGES = ("first", "last", "next", "previous", "current", "prev-archive", "next-archive")

_T = TypeVar("_T")


async def sounds(items: Iterable[Item], reach: Reach) -> Mapping[str, Sound]:
    """What is to be seen of the items' enclosures, by their addresses."""
    return await _each((item.enclosure for item in items), lambda url: _sound(url, reach))


async def heads(feed: Document, items: Iterable[Item], reach: Reach) -> Mapping[str, Answer]:
    """What HEAD gives for pictures and alternate enclosures."""
    sources = (
        source.get("uri", "")
        for item in items
        for one in item.all("podcast:alternateEnclosure")[:_MOST_OF_AN_ITEM]
        for source in one.iter("{https://podcastindex.org/namespace/1.0}source")
    )
    return await _each((*pictures(feed, items), *sources), reach.head)


async def files(feed: Document, items: Iterable[Item], reach: Reach) -> Mapping[str, Answer]:
    """Chapters and transcripts, and the feed's other pages."""
    beside = (
        one.get("url", "")
        for item in items
        for name in ("podcast:chapters", "podcast:transcript")
        for one in item.all(name)[:_MOST_OF_AN_ITEM]
    )
    small = await _each(beside, lambda url: reach.whole(url, _MOST_FILE_BYTES))
    others = (link.get("href", "") for link in pages(feed))
    return {**small, **await _each(others, lambda url: reach.whole(url, MOST_FEED_BYTES))}


async def artwork(
    feed: Document, items: Iterable[Item], reach: Reach
) -> Mapping[str, tuple[Answer, Picture | None]]:
    """The pictures, each with how it was answered, without its bytes."""
    one_at_a_time = asyncio.Lock()  # as a picture takes memory, and `look` sets filters of warnings

    async def fetch(url: str) -> tuple[Answer, Picture | None]:
        answer = await reach.whole(url, _MOST_FILE_BYTES)
        async with one_at_a_time:
            seen = await asyncio.to_thread(look, answer.body) if answer.there else None
        return replace(answer, body=b""), seen

    return await _each(pictures(feed, items), fetch)


def pictures(feed: Document, items: Iterable[Item]) -> tuple[str, ...]:
    """The addresses of the show's artwork and the items'."""
    return tuple(
        one.get("href", "")
        for node in (feed.channel, *items)
        for one in node.all("itunes:image")[:_MOST_OF_AN_ITEM]
    )


def pages(feed: Document) -> list[Element]:
    """The links to other pages of a feed that has several (RFC 5005)."""
    return [link for rel in _PAGES for link in feed.links(rel)[:1]]


async def _each(urls: Iterable[str], fetch: Callable[[str], Awaitable[_T]]) -> dict[str, _T]:
    """What each address gives; what is no address is not asked."""
    wanted = tuple(dict.fromkeys(url for url in urls if is_address(url)))
    return dict(zip(wanted, await asyncio.gather(*map(fetch, wanted)), strict=True))


async def _sound(url: str, reach: Reach) -> Sound:
    head, start = await asyncio.gather(reach.head(url), reach.part(url, 0, ID3_BYTES - 1))
    size = tag_bytes(start.body)
    stream = await reach.part(url, size, size + FRAME_BYTES - 1) if start.there else start
    tag = id3.read((await reach.part(url, 0, size - 1)).body) if 0 < size <= _MOST_TAG_BYTES else None
    return Sound(head, start, stream, size, tag)
