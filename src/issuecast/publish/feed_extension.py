"""What feedgen lacks or gets wrong: the podcast: and psc: elements, `itunes:explicit`, an empty feed's date.

Both classes have the methods that feedgen asks of an extension, and write what was put into `elements`.
Sources: https://podcasting2.org/docs/podcast-namespace, https://podlove.org/simple-chapters/
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from feedgen.util import xml_elem

from issuecast.models import Alternate, Timeline
from issuecast.publish import times
from issuecast.publish.plain import one_line

_NAMESPACES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "psc": "http://podlove.org/simple-chapters",
}
_GUIDS = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")


@dataclass(frozen=True, slots=True)
class Element:
    """An XML element, its name with our prefix, such as `podcast:guid`."""

    name: str
    text: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: Sequence[Element] = ()


def show_guid(feed_url: str) -> str:
    """The show's `podcast:guid`: a UUID of its feed's address without scheme and trailing slashes."""
    return str(uuid.uuid5(_GUIDS, feed_url.partition("://")[2].rstrip("/")))


def simple_chapters(timeline: Timeline) -> Element:
    chapters = [
        Element(
            "psc:chapter",
            attributes={"start": times.exact(chapter.start_ms), "title": one_line(chapter.title)},
        )
        for chapter in timeline
    ]
    return Element("psc:chapters", attributes={"version": "1.2"}, children=chapters)


def alternate_enclosure(alternate: Alternate, url: str, *, default: bool = False) -> Element:
    """The file among an episode's others: https://podcasting2.org/podcast-namespace/tags/alternateEnclosure."""
    attributes = {
        "type": alternate.type,
        "length": str(alternate.bytes),
        "bitrate": str(alternate.bitrate_bps),
        "title": alternate.format,
        "codecs": alternate.codecs,
        "default": str(default).lower(),
    }
    source = Element("podcast:source", attributes={"uri": url})
    return Element("podcast:alternateEnclosure", attributes=attributes, children=(source,))


class ItemExtension:
    """An item's elements."""

    def __init__(self) -> None:
        self.elements: Sequence[Element] = ()

    def extend_ns(self) -> dict[str, str]:
        return _NAMESPACES

    def extend_rss(self, item: Any) -> Any:
        _add(item, self.elements)
        return item

    def extend_atom(self, entry: Any) -> Any:
        return entry


class ChannelExtension(ItemExtension):
    """The channel's elements, written before the items."""

    dated = True

    def extend_rss(self, rss: Any) -> Any:
        channel = rss[0]
        _add(channel, self.elements)
        if not self.dated:  # feedgen would say that a feed without episodes was built now
            channel.remove(channel.find("lastBuildDate"))
        return rss


def _add(parent: Any, elements: Sequence[Element]) -> None:
    for element in elements:
        prefix, name = element.name.split(":")
        node = xml_elem(f"{{{_NAMESPACES[prefix]}}}{name}", parent, **element.attributes)
        node.text = element.text or None
        _add(node, element.children)
