"""What a listener subscribes to: a feed, and behind a long one its archives (RFC 5005)."""

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

    def archive(self, number: int) -> str:
        """The file of an archive of this channel; the first has its oldest episodes."""
        return self.file.replace(".xml", f".archive-{number}.xml")


@dataclass(frozen=True, slots=True)
class Document:
    """A file of a channel: the feed itself, or one of its archives.

    `number` is the archive's, 0 for the feed; so many archives have `older` episodes.
    """

    channel: Channel
    number: int = 0
    older: int = 0

    @property
    def file(self) -> str:
        return self.channel.archive(self.number) if self.number else self.channel.file


def channels(show: Show, entries: Sequence[Entry]) -> Iterator[tuple[Channel, Sequence[Entry]]]:
    """Each edition that has a feed of its own with its episodes, then the show's feed with all others."""
    apart = [name for name, edition in show.editions.items() if edition.feed]
    for name in apart:
        yield Channel.of(show, name), [entry for entry in entries if entry.outline.edition == name]
    yield Channel.of(show), [entry for entry in entries if entry.outline.edition not in apart]


def documents(
    channel: Channel, entries: Sequence[Entry], size: int
) -> Iterator[tuple[Document, Sequence[Entry]]]:
    """The archives, oldest first, then the feed with the `size` newest episodes; each newest first.

    Archives hold `size` episodes, counted from the oldest, so that one never changes once it is full. Only
    full ones are made: the newest may tell some episodes that are in the feed, too, as RFC 5005 allows.
    """
    full = -(-(len(entries) - size) // size) if len(entries) > size else 0
    for number in range(1, full + 1):
        end = len(entries) - (number - 1) * size
        yield Document(channel, number, number - 1), entries[end - size : end]
    yield Document(channel, 0, full), entries[:size]
