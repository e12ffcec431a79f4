"""PUBLISH: records on the disk become artwork, pages and a feed, the feed last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType

from issuecast import clock
from issuecast.errors import PublishError
from issuecast.files import Part
from issuecast.models import Episode
from issuecast.publish import addresses, record
from issuecast.publish.archive import archive, recorded
from issuecast.publish.channel import Seat, channels, documents, seats
from issuecast.publish.cover import cover_name
from issuecast.publish.files import stamp, write
from issuecast.publish.making import Making
from issuecast.publish.manifest import Entry, Manifest, digest
from issuecast.publish.press import Press
from issuecast.publish.schedule import reschedule
from issuecast.publish.show_guid import guids
from issuecast.publish.show_record import ShowRecord
from issuecast.publish.site_templates import overridden
from issuecast.publish.theme import theme
from issuecast.show import Show

__all__ = ["Manifest", "Published", "cover", "publish", "recorded", "records", "store"]


_LOCAL = (
    "The feed has no podcast:guid yet, by which a show is known wherever it moves: set base_url in "
    "show.toml, which is {}, before you publish it."
)


@dataclass(frozen=True, slots=True)
class Published:
    """Where the show now is: its feed, and the index page of its site.

    `listed` are the episodes in the feed, newest first, without their lines, `entered` those of them that it
    did not have before, `scheduled` those whose time is to come. `notices` is for the editor.
    """

    feed: Path
    site: Path
    listed: tuple[Episode, ...] = ()
    entered: tuple[Episode, ...] = ()
    scheduled: tuple[Episode, ...] = ()
    notices: tuple[str, ...] = ()


def records(show: Show, manifest: Manifest | None = None) -> tuple[Episode, ...]:
    """Every recorded episode, newest first, without the lines of its timeline: `recorded` has those.

    Raises:
        PublishError: a record cannot be read, or is not one.
    """
    return _outlines(archive(show, manifest or Manifest.of(show)))


def cover(show: Show, manifest: Manifest) -> bytes:
    """The show's artwork, a JPEG; drawn or converted only if it is not in `episodes/` yet.

    Raises:
        PublishError: the editor's picture is no good.
    """
    name = cover_name(show)
    if there := manifest.kept(name, name):
        return there
    from issuecast.publish.artwork import artwork

    return artwork(show)


def store(
    show: Show,
    episode: Episode,
    audio: Sequence[bytes | Part],
    alternates: Mapping[str, Sequence[bytes | Part]] = MappingProxyType({}),
) -> None:
    """Write an episode's sound and the record that names it; all else is made from that.

    Args:
        show: whose episode it is.
        episode: the record; its `audio` is the file's name, its `bytes` the size.
        audio: the finished MP3, with its tags, in pieces.
        alternates: the same for the record's other files, by their names.

    Raises:
        PublishError: a file cannot be written; the record is then as it was.
    """
    folder = show.episodes / episode.slug
    for name, parts in {episode.audio: audio, **alternates}.items():
        write(folder / name, *parts)
    write(folder / record.FILE_NAME, record.to_json(episode).encode())


def publish(show: Show, manifest: Manifest | None = None) -> Published:
    """Make artwork, transcripts, pages and feeds from the records; index and feeds tell of what is due.

    What waits is dated anew if the settings say another time by now. What is there already is not written
    again, what `manifest` knows to be as it was is not even made again.

    Raises:
        PublishError: a record or the cover is no good, a recorded file is missing, a file cannot be written.
    """
    known = manifest or Manifest.of(show)
    everything, now = archive(show, known), clock.now()
    if reschedule(show, everything, now):
        everything = archive(show, known)
    entries = [entry for entry in everything if not entry.outline.unpublished]
    due = [entry for entry in entries if entry.outline.published <= now]
    for entry in entries:
        for name, size in entry.outline.files:
            _check_audio(f"{show.episodes}/{entry.outline.slug}/{name}", size)
    shared = theme(show)
    press = Press(show, shared, cover_name(show))
    settings = digest(show.model_dump_json(), press.cover, overridden(show))
    known.make(tuple(shared.files), digest(*shared.files), lambda: shared.files)
    known.make((press.cover, press.thumbnail), press.cover, press.pictures)
    making = Making(show, known, press, settings)
    making.episodes(entries, due)
    making.site(due)
    taken = seats(everything, ShowRecord.of(show).deleted, lambda one: one.published <= now)
    notices = _make_feeds(show, known, press, settings, taken)
    for entry in everything:
        if entry.outline.unpublished:  # the feed no longer leads there
            making.undo(entry.outline)
    before, known.listed = known.listed, frozenset(entry.outline.slug for entry in due)
    known.save()
    entered = [entry for entry in due if before is not None and entry.outline.slug not in before]
    scheduled = [entry for entry in entries if entry.outline.published > now]
    return Published(
        show.episodes / addresses.FEED,
        show.episodes / addresses.INDEX,
        _outlines(due),
        _outlines(entered),
        _outlines(scheduled),
        notices,
    )


def _make_feeds(
    show: Show, known: Manifest, press: Press, settings: str, taken: Sequence[Seat]
) -> tuple[str, ...]:
    """Each channel's archives and then its feed; what is to be said of them."""
    told = tuple(channels(show, taken))
    first = not (show.episodes / addresses.FEED).exists()
    guid_of = guids(show, [channel for channel, _ in told])
    for channel, named in told:
        guid = guid_of.get(channel.file, "")
        for document, part in documents(channel, named, show.feed.page_size):
            feed = partial(press.feed, document, _outlines(part), guid)
            inputs = digest(settings, channel.title, guid, str(document.older), *_digests(part))
            known.make((document.file,), inputs, feed)
    if first and addresses.FEED not in guid_of:
        return (_LOCAL.format(show.base_url),)
    return ()


def _outlines(entries: Sequence[Entry]) -> tuple[Episode, ...]:
    return tuple(entry.outline for entry in entries)


def _digests(entries: Sequence[Entry]) -> tuple[str, ...]:
    return tuple(entry.digest for entry in entries)


def _check_audio(file: str, recorded_bytes: int) -> None:
    """What the feed names must be there: a missing file would reach every listener as an error."""
    found = stamp(file)
    if found is None or found[0] != recorded_bytes:
        size = "is missing" if found is None else f"has {found[0]} bytes instead of {recorded_bytes}"
        raise PublishError(f"{file} {size}", "build that episode again, or remove its folder")
