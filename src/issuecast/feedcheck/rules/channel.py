"""What a channel says of the show."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterator

from issuecast.feedcheck.answer import is_address
from issuecast.feedcheck.categories import CATEGORIES
from issuecast.feedcheck.material import Material
from issuecast.feedcheck.rule import Spot, recommended, required
from issuecast.feedcheck.rules.document import CHANNEL
from issuecast.feedcheck.sources import APPLE, BOTH, PSP, REBUILD, RSS, SPOTIFY, TWO, YOUTUBE
from issuecast.publish.show_guid import show_guid
from issuecast.publish.show_notes import LIMIT

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_NO_NAME = re.compile(r"copyright|\(c\)|\b(?:19|20)\d\d\b|[\W_]", re.IGNORECASE)


def has(name: str) -> Callable[[Material], Iterator[Spot]]:
    """A rule that the channel has that element once, with a text in it."""

    def find(material: Material) -> Iterator[Spot]:
        found = material.feed.channel.all(name)
        if not material.feed.channel.text(name):
            yield Spot(CHANNEL, f"has no {name}")
        elif len(found) > 1:
            yield Spot(CHANNEL, f"has {len(found)} of {name}")

    return find


def one_of(name: str, values: set[str]) -> Callable[[Material], Iterator[Spot]]:
    """A rule that the channel has that element with one of these values."""

    def find(material: Material) -> Iterator[Spot]:
        value = material.feed.channel.text(name)
        if value not in values:
            yield Spot(CHANNEL, f"{name} is {value[:40]!r}" if value else f"has no {name}")

    return find


channel_explicit = required(BOTH, "itunes:explicit is true or false", REBUILD, name="channel-explicit")(
    one_of("itunes:explicit", {"true", "false"})
)
channel_type = recommended(APPLE, "itunes:type is episodic or serial", REBUILD, name="channel-type")(
    one_of("itunes:type", {"episodic", "serial"})
)
locked = recommended(PSP, "podcast:locked is yes or no", REBUILD, name="locked")(
    one_of("podcast:locked", {"yes", "no"})
)


@required(BOTH, "the show has a description of at most 4000 bytes", "set description in show.toml")
def channel_description(material: Material) -> Iterator[Spot]:
    size = len(material.feed.channel.text("description").encode())
    if not size:
        yield Spot(CHANNEL, "has no description")
    elif size > LIMIT:
        yield Spot(CHANNEL, f"description has {size:,} bytes, {LIMIT:,} are the most")


@required(PSP, "the show has a website", "set base_url in show.toml")
def channel_link(material: Material) -> Iterator[Spot]:
    address = material.feed.channel.text("link")
    if not is_address(address):
        yield Spot(CHANNEL, f"link is {address[:60]!r}" if address else "has no link")


@required(BOTH, "the show's language is a code of ISO 639", "set language in show.toml")
def channel_language(material: Material) -> Iterator[Spot]:
    tag = material.feed.channel.text("language")
    if not _LANGUAGE.fullmatch(tag):
        yield Spot(CHANNEL, f"language is {tag[:40]!r}" if tag else "has no language")


@required(BOTH, "the categories are Apple's", "set category in show.toml to one of Apple's")
def channel_category(material: Material) -> Iterator[Spot]:
    found = material.feed.channel.all("itunes:category")
    if not found:
        yield Spot(CHANNEL, "has no itunes:category")
    for one in found:
        name = one.get("text", "")
        if name not in CATEGORIES:
            yield Spot(CHANNEL, f"{name[:40]!r} is no category")
        for below in one:
            if below.get("text", "") not in CATEGORIES.get(name, ()):
                yield Spot(CHANNEL, f"{below.get('text', '')[:40]!r} is no subcategory of {name[:40]!r}")


@required(BOTH, "the show has artwork", REBUILD)
def channel_image(material: Material) -> Iterator[Spot]:
    address = material.feed.channel.attribute("itunes:image", "href")
    if not is_address(address):
        yield Spot(CHANNEL, f"itunes:image is {address[:60]!r}" if address else "has no itunes:image")


@required(PSP, "the feed tells its own address", "set base_url in show.toml")
def self_link(material: Material) -> Iterator[Spot]:
    links = material.feed.links("self")
    if len(links) != 1:
        yield Spot(CHANNEL, f"has {len(links) or 'no'} atom:link of rel self")
        return
    if links[0].get("type") != "application/rss+xml":
        yield Spot(CHANNEL, f"the self link's type is {links[0].get('type', '')[:40]!r}")
    if not is_address(links[0].get("href", "")):
        yield Spot(CHANNEL, f"the self link leads to {links[0].get('href', '')[:60]!r}")


@recommended(
    f"{PSP}, {TWO}",
    "podcast:guid is a UUID of version 5",
    "set base_url in show.toml to where the show will be, and publish it again",
)
def channel_guid(material: Material) -> Iterator[Spot]:
    value = material.feed.channel.text("podcast:guid")
    try:
        version = uuid.UUID(value).version if value else None
    except ValueError:
        version = None
    if version != 5 or str(uuid.UUID(value)) != value:  # noqa: PLR2004  a UUID of a name, by SHA-1
        yield Spot(CHANNEL, f"podcast:guid is {value[:40]!r}" if value else "has no podcast:guid")


@recommended(
    f"{PSP}, {TWO}",
    "podcast:guid is the one that was recorded, or else that of the feed's address",
    "leave it if the show has moved, since it keeps its first one; else publish it again",
)
def guid_of_address(material: Material) -> Iterator[Spot]:
    """A show at hand knows its own, moved or not; of others the address is all that is known."""
    channel = material.feed.channel
    value, address = channel.text("podcast:guid"), material.feed.address
    if value and material.guid:
        if value != material.guid:
            yield Spot(CHANNEL, f"podcast:guid is not {material.guid}, which was recorded")
    elif value and address and not channel.text("itunes:new-feed-url") and not material.feed.is_archive:
        expected = show_guid(address)
        if value != expected:
            yield Spot(CHANNEL, f"podcast:guid is not {expected}, that of {address}")


@recommended(
    f"{YOUTUBE}, {SPOTIFY}",
    "the show has an owner's e-mail, to which directories send their codes",
    "set email in show.toml",
)
def owner(material: Material) -> Iterator[Spot]:
    emails = [
        one.text or ""
        for found in material.feed.channel.all("itunes:owner")
        for one in found
        if one.tag.endswith("}email")
    ]
    if not emails:
        yield Spot(CHANNEL, "has no itunes:owner with an e-mail")
    yield from (
        Spot(CHANNEL, f"the owner's e-mail is {one[:40]!r}") for one in emails if not _EMAIL.fullmatch(one)
    )


@recommended(
    f"{APPLE}, {RSS}", "the show tells whose copyright it is", "set author or copyright in show.toml"
)
def copyright(material: Material) -> Iterator[Spot]:
    """Both books show a year and a name; the name is what is asked for."""
    told = material.feed.channel.text("copyright")
    if not _NO_NAME.sub("", told):
        yield Spot(CHANNEL, f"copyright is {told[:40]!r}, and names nobody" if told else "has no copyright")


@required(APPLE, "a new address of the feed is one", "correct the new address in show.toml")
def new_feed_url(material: Material) -> Iterator[Spot]:
    for one in material.feed.channel.all("itunes:new-feed-url"):
        if not is_address((one.text or "").strip()):
            yield Spot(CHANNEL, f"itunes:new-feed-url is {(one.text or '')[:60]!r}")


channel_title = required(BOTH, "the show has a title", "set title in show.toml", name="channel-title")(
    has("title")
)

channel_author = recommended(
    BOTH, "the show has an author", "set author in show.toml", name="channel-author"
)(has("itunes:author"))
