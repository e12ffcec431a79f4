"""What a listener subscribes to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from issuecast.publish import addresses
from issuecast.publish.manifest import Entry
from issuecast.show import Show


@dataclass(frozen=True, slots=True)
class Channel:
    """A feed: its file in `episodes/`, and its title."""

    file: str
    title: str

    @classmethod
    def of(cls, show: Show, edition: str = "") -> Channel:
        """The show's channel, or that of one of its editions."""
        if not edition:
            return cls(addresses.FEED, show.title)
        return cls(addresses.FEED.replace(".xml", f"-{edition}.xml"), f"{show.title}: {edition}")


def channels(show: Show, entries: Sequence[Entry]) -> Iterator[tuple[Channel, Sequence[Entry]]]:
    """Each edition that has a feed of its own with its episodes, then the show's feed with all others."""
    apart = [name for name, edition in show.editions.items() if edition.feed]
    for name in apart:
        yield Channel.of(show, name), [entry for entry in entries if entry.outline.edition == name]
    yield Channel.of(show), [entry for entry in entries if entry.outline.edition not in apart]
