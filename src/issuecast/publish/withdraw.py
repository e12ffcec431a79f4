"""What the editor takes back: out of feed and site, or off the disk; and what no record names any more."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from issuecast import clock
from issuecast.errors import PublishError, did_you_mean
from issuecast.models import Episode
from issuecast.publish import publish, records
from issuecast.publish.archive import archive, recorded
from issuecast.publish.button import button_name
from issuecast.publish.channel import channels, documents, seats
from issuecast.publish.cover import cover_name
from issuecast.publish.files import remove, write
from issuecast.publish.manifest import Entry, Manifest
from issuecast.publish.pictures import THUMBNAIL, names, thumbnail_name
from issuecast.publish.record import FILE_NAME, to_json
from issuecast.publish.show_record import ShowRecord
from issuecast.publish.theme import theme
from issuecast.show import Show

_DIGEST = "[0-9a-f]{8}"
_OF_SHOW = rf"cover-{_DIGEST}(-\d+)?\.jpg|feed.*\.archive-\d+\.xml"
_OF_EDITION, _OURS = r"feed-[^.]+\.xml", b"<generator>issuecast</generator>"
_ASSETS, _OF_ASSETS = "assets", rf".+\.{_DIGEST}\.\w+"
_PICTURE = rf"artwork-{_DIGEST}(-wide|-\d+)?\.jpg|listen-{_DIGEST}\.png"
"""Names of files that are followed by others of another name: those with a digest of their content, and
archives of the feed, of which there may be fewer when their size is set higher. An edition's feed may be
switched off."""
_HEAD_BYTES = 50_000
"""Of a feed, in which it tells what made it."""


@dataclass(frozen=True, slots=True)
class Leftover:
    """A file that nothing names any more."""

    path: Path
    bytes: int

    @property
    def is_feed(self) -> bool:
        """Whether somebody may be subscribed to it."""
        return re.fullmatch(_OF_EDITION, self.path.name) is not None


def named(show: Show, slug: str) -> Episode:
    """The whole record of an episode.

    Raises:
        PublishError: there is none.
    """
    slugs = [one.slug for one in records(show)]
    if slug not in slugs:
        raise PublishError(
            f"There is no episode {slug!r}{did_you_mean(slug, slugs)}", "issuecast episodes lists them"
        )
    return recorded(show, slug)


def unpublish(show: Show, episodes: Sequence[Episode], *, undo: bool = False) -> None:
    """Take episodes out of feed, index and site, or have them there again; sound and record stay.

    Raises:
        PublishError: a file cannot be written.
    """
    for episode in episodes:
        marked = replace(episode, unpublished=not undo)
        write(show.episodes / episode.slug / FILE_NAME, to_json(marked).encode())
    publish(show)


def delete(show: Show, episodes: Sequence[Episode]) -> None:
    """Remove episodes with all their files, first out of the feed; that they were there is kept.

    Raises:
        PublishError: a folder cannot be removed.
    """
    unpublish(show, episodes)
    for episode in episodes:
        ShowRecord.of(show).without(episode).save(show)
        folder = show.episodes / episode.slug
        try:
            shutil.rmtree(folder)
        except OSError as error:
            raise PublishError(
                f"{folder} cannot be removed ({error.strerror})", "make it writable"
            ) from error
    publish(show)


def leftovers(show: Show) -> tuple[Leftover, ...]:
    """What earlier builds made and nothing names any more: replaced sound, pictures, styles, archives, feeds.

    Nothing is written. What issuecast did not make is never among them, nor what a record names, an
    unpublished episode's sound included.

    Raises:
        PublishError: a record or the editor's cover cannot be read.
    """
    entries = archive(show, Manifest.of(show))
    kept = {*_of_show(show, entries), *(path for entry in entries for path in _of_episode(show, entry))}
    return tuple(
        Leftover(file, file.stat().st_size)
        for file in _replaceable(show.episodes, sorted(entry.outline.slug for entry in entries))
        if file.relative_to(show.episodes).as_posix() not in kept
    )


def prune(show: Show, files: Sequence[Leftover]) -> None:
    """Remove them, when the feed has been brought up to date, so that it names none of them.

    Raises:
        PublishError: the show cannot be published as it is, or a file cannot be removed.
    """
    manifest = Manifest.of(show)
    publish(show, manifest)
    for file in files:
        if file.path.relative_to(show.episodes).as_posix() not in manifest.made:
            remove(file.path)


def _of_show(show: Show, entries: Sequence[Entry]) -> Iterator[str]:
    """Cover, styles and feeds as `publish` names them."""
    cover, now = cover_name(show), clock.now()
    yield from (cover, cover.replace(".jpg", f"-{THUMBNAIL}.jpg"), *theme(show).files)
    taken = seats(entries, ShowRecord.of(show).deleted, lambda one: one.published <= now)
    for channel, its in channels(show, taken):
        for document, _ in documents(channel, its, show.feed.page_size):
            yield document.file


def _of_episode(show: Show, entry: Entry) -> Iterator[str]:
    """Sound and pictures of an episode; what only pages show has none that is unpublished."""
    episode = entry.outline
    shown = [] if episode.unpublished else [button_name(show, episode)]
    if shown and episode.artwork:
        shown.append(thumbnail_name(episode))
    for name in (*(name for name, _ in episode.files), *names(episode), *shown):
        yield f"{episode.slug}/{name}"


def _replaceable(top: Path, slugs: Sequence[str]) -> Iterator[Path]:
    """The files whose names issuecast gives, and gives to no two contents."""
    yield from _called(_OF_SHOW, top)
    yield from filter(_is_ours, _called(_OF_EDITION, top))
    yield from _called(_OF_ASSETS, top / _ASSETS)
    for slug in slugs:
        yield from _called(rf"{re.escape(slug)}-{_DIGEST}\.\w+|{_PICTURE}", top / slug)


def _called(pattern: str, folder: Path) -> list[Path]:
    found = folder.iterdir() if folder.is_dir() else ()
    return sorted(
        one for one in found if re.fullmatch(pattern, one.name) and one.is_file() and not one.is_symlink()
    )


def _is_ours(feed: Path) -> bool:
    with feed.open("rb") as stream:
        return _OURS in stream.read(_HEAD_BYTES)
