"""What an item says of its episode."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import wraps
from html.parser import HTMLParser

from issuecast.feedcheck.answer import is_address
from issuecast.feedcheck.document import Item
from issuecast.feedcheck.material import Material
from issuecast.feedcheck.moments import rfc_2822
from issuecast.feedcheck.rule import Spot, recommended, required
from issuecast.feedcheck.rules.document import CHANNEL
from issuecast.feedcheck.sources import APPLE, BOTH, ISSUECAST, PSP, RENEW, TWO
from issuecast.publish.show_notes import LIMIT

_TAGS = {"p", "ol", "ul", "li", "a"}
_TYPES = {"full", "trailer", "bonus"}
_NUMBER = re.compile(r"[1-9]\d{0,8}")


def each(check: Callable[[Item], str]) -> Callable[[Material], Iterator[Spot]]:
    """A rule for every item: `check` says what is wrong with it, "" if nothing is."""

    @wraps(check)
    def find(material: Material) -> Iterator[Spot]:
        yield from (Spot(item.label, wrong) for item in material.feed.items if (wrong := check(item)))

    return find


def has(name: str) -> Callable[[Material], Iterator[Spot]]:
    """A rule that every item has that element once, with a text in it."""

    def check(item: Item) -> str:
        many = len(item.all(name))
        if not item.text(name):
            return f"has no {name}"
        return f"has {many} of {name}" if many > 1 else ""

    return each(check)


@required(APPLE, "there is an episode", "build one")
def items(material: Material) -> Iterator[Spot]:
    if not material.feed.items:
        yield Spot(CHANNEL, "has no item")


@required(
    BOTH,
    "no two episodes have one GUID",
    "remove the folder of one of them from episodes/, and build it again",
)
def guid_unique(material: Material) -> Iterator[Spot]:
    yield from _twice(material, lambda item: item.text("guid"), "guid")


def _twice(material: Material, value_of: Callable[[Item], str], what: str) -> Iterator[Spot]:
    seen: dict[str, str] = {}
    for item in material.feed.items:
        value = value_of(item)
        if value and value in seen:
            yield Spot(item.label, f"has the {what} of {seen[value]!r}")
        seen.setdefault(value, item.label)


@required(APPLE, "no two episodes have one enclosure", RENEW)
def enclosure_unique(material: Material) -> Iterator[Spot]:
    yield from _twice(material, lambda item: item.enclosure, "enclosure")


@recommended(APPLE, "every episode has a page", RENEW)
@each
def item_link(item: Item) -> str:
    address = item.text("link")
    return "" if is_address(address) else f"link is {address[:60]!r}" if address else "has no link"


@required(BOTH, "descriptions have at most 4000 bytes", RENEW)
@each
def notes_length(item: Item) -> str:
    size = len(item.text("description").encode())
    return f"description has {size:,} bytes, {LIMIT:,} are the most" if size > LIMIT else ""


@recommended(APPLE, "descriptions have no tags but p, ol, ul, li, a, and no links but to the web", RENEW)
@each
def notes_tags(item: Item) -> str:
    reader = _Tags()
    reader.feed(item.text("description")[: 2 * LIMIT])  # one that is longer breaks another rule
    return reader.wrong


class _Tags(HTMLParser):
    """Finds what Apple Podcasts does not show, and addresses that are none."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _TAGS:
            self.wrong = f"description has the tag {tag[:20]!r}"
        for name, value in attrs:
            if name == "href" and not re.match(r"(https?://|mailto:)", value or "", re.IGNORECASE):
                self.wrong = f"description links to {(value or '')[:60]!r}"


@recommended(APPLE, "itunes:duration is whole seconds", RENEW)
@each
def item_duration(item: Item) -> str:
    value = item.text("itunes:duration")
    return (
        ""
        if _NUMBER.fullmatch(value)
        else f"itunes:duration is {value[:40]!r}"
        if value
        else "has no itunes:duration"
    )


@recommended(APPLE, "every episode has artwork", RENEW)
@each
def item_image(item: Item) -> str:
    address = item.attribute("itunes:image", "href")
    return (
        ""
        if is_address(address)
        else f"itunes:image is {address[:60]!r}"
        if address
        else "has no itunes:image"
    )


@recommended(APPLE, "itunes:explicit is true or false", RENEW)
@each
def item_explicit(item: Item) -> str:
    value = item.text("itunes:explicit")
    return (
        ""
        if value in {"true", "false"}
        else f"itunes:explicit is {value[:40]!r}"
        if value
        else "has no itunes:explicit"
    )


@recommended(APPLE, "itunes:episodeType is full, trailer or bonus", RENEW)
@each
def item_type(item: Item) -> str:
    value = item.text("itunes:episodeType")
    return (
        ""
        if value in _TYPES
        else f"itunes:episodeType is {value[:40]!r}"
        if value
        else "has no itunes:episodeType"
    )


@recommended(APPLE, "numbers of episodes and seasons are whole, from 1, and there in a serial show", RENEW)
def numbers(material: Material) -> Iterator[Spot]:
    serial = material.feed.channel.text("itunes:type") == "serial"
    for item in material.feed.items:
        for name in ("itunes:episode", "itunes:season"):
            value = item.text(name)
            if value and not _NUMBER.fullmatch(value):
                yield Spot(item.label, f"{name} is {value[:40]!r}")
        if serial and not item.text("itunes:episode") and item.text("itunes:episodeType") == "full":
            yield Spot(item.label, "has no itunes:episode, in a serial show")


@recommended(ISSUECAST, "no episode is dated in the future", "publish again when its time has come")
def scheduled(material: Material) -> Iterator[Spot]:
    now = datetime.now(UTC)
    for item in material.feed.items:
        moment = rfc_2822(item.text("pubDate"))
        if moment and moment.tzinfo and moment > now:
            yield Spot(item.label, f"is dated {item.text('pubDate')}, which is to come")


item_title = required(BOTH, "every episode has a title", RENEW, name="item-title")(has("title"))

item_guid = required(PSP, "every episode has a GUID", RENEW, name="item-guid")(has("guid"))

item_date = recommended(APPLE, "every episode has a date", RENEW, name="item-date")(has("pubDate"))

item_description = recommended(APPLE, "every episode has a description", RENEW, name="item-description")(
    has("description")
)


@recommended(TWO, "the newest episodes have full show notes in content:encoded", RENEW)
def item_notes(material: Material) -> Iterator[Spot]:
    """Older ones may do without, and with them an archive, so that a long feed stays light."""
    if material.feed.is_archive:
        return
    told = [bool(item.text("content:encoded")) for item in material.feed.items]
    last = max((place for place, one in enumerate(told) if one), default=0)
    for item, notes in zip(material.feed.items[: last + 1], told, strict=False):
        if not notes:
            yield Spot(item.label, "has no content:encoded")
