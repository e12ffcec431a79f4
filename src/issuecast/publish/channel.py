"""What a listener subscribes to: a feed, and behind a long one its archives (RFC 5005)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from issuecast.models import Episode
from issuecast.publish import addresses
from issuecast.publish.archive import newest_first
from issuecast.publish.manifest import Entry
from issuecast.publish.show_record import Deleted
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


@dataclass(frozen=True, slots=True)
class Seat:
    """An episode's place in its channel, which stays when it is taken back; `entry` is None from then on."""

    edition: str
    entry: Entry | None


def seats(
    entries: Sequence[Entry], deleted: Sequence[Deleted], is_due: Callable[[Episode | Deleted], bool]
) -> Sequence[Seat]:
    """The places of all episodes that are due, newest first: those in the feed, unpublished, `deleted`."""
    told: dict[str, tuple[Episode | Deleted, Entry | None]] = {one.slug: (one, None) for one in deleted}
    told |= {
        entry.outline.slug: (entry.outline, None if entry.outline.unpublished else entry) for entry in entries
    }
    ordered = sorted(told.values(), key=lambda seat: newest_first(seat[0]))
    return [Seat(one.edition, entry) for one, entry in ordered if is_due(one)]


def channels(show: Show, taken: Sequence[Seat]) -> Iterator[tuple[Channel, Sequence[Seat]]]:
    """Each edition that has a feed of its own with its episodes, then the show's feed with all others."""
    apart = [name for name, edition in show.editions.items() if edition.feed]
    for name in apart:
        yield Channel.of(show, name), [seat for seat in taken if seat.edition == name]
    yield Channel.of(show), [seat for seat in taken if seat.edition not in apart]


def documents(
    channel: Channel, taken: Sequence[Seat], size: int
) -> Iterator[tuple[Document, Sequence[Entry]]]:
    """The archives, oldest first, then the feed with the `size` newest episodes; each newest first.

    Archives have `size` places, counted from the oldest, so that one changes only with its own episodes once
    it is full. Only full ones are made: the newest may tell some episodes that are in the feed, too, as
    RFC 5005 allows.
    """
    full = -(-(len(taken) - size) // size) if len(taken) > size else 0
    for number in range(1, full + 1):
        end = len(taken) - (number - 1) * size
        yield Document(channel, number, number - 1), _entries(taken[end - size : end])
    yield Document(channel, 0, full), _entries(taken)[:size]


def _entries(taken: Sequence[Seat]) -> Sequence[Entry]:
    return [seat.entry for seat in taken if seat.entry]
