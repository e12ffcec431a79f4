"""A feed against the records of its show."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from issuecast.feedcheck.document import Item
from issuecast.feedcheck.material import Material
from issuecast.feedcheck.rule import Spot, required
from issuecast.feedcheck.sources import ISSUECAST, REBUILD


@required(ISSUECAST, "every GUID is the one that was recorded", REBUILD)
def guid_recorded(material: Material) -> Iterator[Spot]:
    known = {one.guid for one in (material.episodes or {}).values()}
    for item in material.feed.items if material.episodes is not None else ():
        episode = (material.episodes or {}).get(_slug(item))
        if episode and item.text("guid") != episode.guid:
            yield Spot(item.label, f"guid is {item.text('guid')[:60]!r}, and was recorded as {episode.guid}")
        elif not episode and item.text("guid") not in known:
            yield Spot(item.label, "is no episode that was recorded")


@required(ISSUECAST, "the enclosure is the file that was recorded", REBUILD)
def enclosure_recorded(material: Material) -> Iterator[Spot]:
    for item in material.feed.items if material.episodes is not None else ():
        episode = (material.episodes or {}).get(_slug(item))
        if episode and not item.enclosure.endswith(f"/{episode.audio}"):
            yield Spot(item.label, f"the enclosure is {item.enclosure}, and {episode.audio} was recorded")


def _slug(item: Item) -> str:
    """The folder that an enclosure lies in."""
    parts = urlsplit(item.enclosure).path.split("/") if item.enclosure else []
    return unquote(parts[-2]) if len(parts) > 1 else ""
