"""What feedgen lacks or gets wrong: other namespaces, `itunes:explicit`, links of Atom, an empty feed's date.

Both classes have the methods that feedgen asks of an extension, and write what was put into `elements`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from feedgen.util import xml_elem

_NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "psc": "http://podlove.org/simple-chapters",
}
_ARCHIVES = {"fh": "http://purl.org/syndication/history/1.0"}
"""Only where it is used: RFC 5005."""


@dataclass(frozen=True, slots=True)
class Element:
    """An XML element, its name with our prefix, such as `podcast:guid`."""

    name: str
    text: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: Sequence[Element] = ()


class ItemExtension:
    """An item's elements."""

    def __init__(self) -> None:
        self.elements: Sequence[Element] = ()

    def extend_ns(self) -> dict[str, str]:
        archive = any(element.name.startswith("fh:") for element in self.elements)
        return _NAMESPACES | (_ARCHIVES if archive else {})

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
        node = xml_elem(f"{{{(_NAMESPACES | _ARCHIVES)[prefix]}}}{name}", parent, **element.attributes)
        node.text = element.text or None
        _add(node, element.children)
