"""The document as a whole, and every text in it."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from issuecast.feedcheck.document import Document
from issuecast.feedcheck.material import Material
from issuecast.feedcheck.moments import rfc_2822
from issuecast.feedcheck.names import NAMESPACES, short
from issuecast.feedcheck.rule import Spot, required
from issuecast.feedcheck.sources import APPLE, BOTH, PSP, REBUILD, RSS
from issuecast.publish.plain import ONE_VALUE

FEED, CHANNEL = "the feed", "the channel"
_NEEDED = ("itunes", "podcast", "atom")
_LIMITS = {  # characters, 0 for those whose limit is another rule's, or that have none
    **dict.fromkeys(("description", "content:encoded"), 0),
    **dict.fromkeys(("itunes:summary", "podcast:txt"), 4000),
    **dict.fromkeys(
        (
            "podcast:person",
            "podcast:funding",
            "podcast:soundbite",
            "podcast:trailer",
            "podcast:updateFrequency",
        ),
        128,
    ),
}
_DATES = ("pubDate", "lastBuildDate")


@required(BOTH, "the feed is UTF-8", REBUILD)
def utf_8(material: Material) -> Iterator[Spot]:
    feed = material.feed
    if feed.encoding.lower() not in {"", "utf-8", "utf8"}:
        yield Spot(FEED, f"says that it is {feed.encoding}")
    else:
        try:
            feed.content.decode()
        except UnicodeDecodeError:
            yield Spot(FEED, "is not UTF-8")


@required(RSS, "the feed is RSS 2.0 with one channel", "name a podcast's feed")
def rss(material: Material) -> Iterator[Spot]:
    root = material.feed.root
    if root.tag != "rss" or root.get("version") != "2.0":
        yield Spot(FEED, f"begins with {short(root.tag)} of version {root.get('version', '–')}")
    elif len(root.findall("channel")) != 1:
        yield Spot(FEED, f"has {len(root.findall('channel'))} channels")


@required(PSP, "itunes, podcast and atom are declared", REBUILD)
def namespaces(material: Material) -> Iterator[Spot]:
    for prefix in _NEEDED:
        if NAMESPACES[prefix] not in material.feed.namespaces:
            yield Spot(FEED, f"does not declare {prefix} as {NAMESPACES[prefix]}")


@required(BOTH, "no text has space around it", REBUILD)
def trimmed(material: Material) -> Iterator[Spot]:
    for where, one in _leaves(material.feed):
        if (one.text or "").strip() and one.text != (one.text or "").strip():
            yield Spot(where, f"{short(one.tag)} has space around its text")


@required(BOTH, "texts have at most 255 characters, or as many as their rule says", "shorten it")
def text_length(material: Material) -> Iterator[Spot]:
    for where, one in _leaves(material.feed):
        name, length = short(one.tag), len(one.text or "")
        limit = _LIMITS.get(name, ONE_VALUE)
        if limit and length > limit:
            yield Spot(where, f"{name} has {length:,} characters, {limit} are the most")


@required(f"{APPLE}, {RSS}", "dates are those of RFC 2822", REBUILD)
def dates(material: Material) -> Iterator[Spot]:
    for where, one in _leaves(material.feed):
        text = (one.text or "").strip()
        if short(one.tag) in _DATES and not rfc_2822(text):
            yield Spot(where, f"{short(one.tag)} is {text[:40]!r}")


def _leaves(feed: Document) -> Iterator[tuple[str, Element]]:
    yield from ((CHANNEL, one) for one in feed.channel.leaves())
    yield from ((item.label, one) for item in feed.items for one in item.leaves())
