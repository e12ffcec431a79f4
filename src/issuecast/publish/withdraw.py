"""What the editor takes back: out of feed and site, or off the disk; and what no record names any more."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from issuecast.errors import PublishError, did_you_mean
from issuecast.models import Episode
from issuecast.publish import publish, records
from issuecast.publish.archive import recorded
from issuecast.publish.files import remove, write
from issuecast.publish.manifest import Manifest
from issuecast.publish.pictures import names
from issuecast.publish.record import FILE_NAME, to_json
from issuecast.publish.show_record import ShowRecord
from issuecast.show import Show

_DIGEST = "[0-9a-f]{8}"
_OF_SHOW = rf"cover-{_DIGEST}(-\d+)?\.jpg|feed.*\.archive-\d+\.xml"
_ASSETS, _OF_ASSETS = "assets", rf".+\.{_DIGEST}\.\w+"
_PICTURE = rf"artwork-{_DIGEST}(-wide|-\d+)?\.jpg|listen-{_DIGEST}\.png"
"""Names of files that are followed by others of another name: those with a digest of their content, and
archives of the feed, of which there may be fewer when their size is set higher."""


@dataclass(frozen=True, slots=True)
class Leftover:
    """A file that nothing names any more."""

    path: Path
    bytes: int


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
    """What earlier builds made and nothing names any more: replaced sound, pictures, styles, archives.

    The feed is brought up to date first, so that it names none of them. What issuecast did not make is never
    among them, nor what a record names, an unpublished episode's sound included.

    Raises:
        PublishError: the show cannot be published as it is.
    """
    manifest = Manifest.of(show)
    publish(show, manifest)
    kept = set(manifest.made)
    for episode in records(show, manifest):
        sound = (name for name, _ in episode.files)
        kept |= {f"{episode.slug}/{name}" for name in (*sound, *names(episode))}
    return tuple(
        Leftover(file, file.stat().st_size)
        for file in _replaceable(show.episodes, sorted(manifest.records))
        if file.relative_to(show.episodes).as_posix() not in kept
    )


def prune(files: Sequence[Leftover]) -> None:
    """Remove them.

    Raises:
        PublishError: one cannot be removed.
    """
    for file in files:
        remove(file.path)


def _replaceable(top: Path, slugs: Sequence[str]) -> Iterator[Path]:
    """The files whose names issuecast gives, and gives to no two contents."""
    yield from _called(_OF_SHOW, top)
    yield from _called(_OF_ASSETS, top / _ASSETS)
    for slug in slugs:
        yield from _called(rf"{re.escape(slug)}-{_DIGEST}\.\w+|{_PICTURE}", top / slug)


def _called(pattern: str, folder: Path) -> list[Path]:
    found = folder.iterdir() if folder.is_dir() else ()
    return sorted(
        one for one in found if re.fullmatch(pattern, one.name) and one.is_file() and not one.is_symlink()
    )
