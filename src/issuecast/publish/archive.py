"""The records on the disk. What feed and index tell of an episode is kept, so that few records are read."""

from __future__ import annotations

from pathlib import Path

from issuecast.errors import PublishError
from issuecast.models import Episode
from issuecast.publish import record
from issuecast.publish.files import stamp
from issuecast.publish.manifest import Entry, Manifest
from issuecast.publish.show_record import Deleted
from issuecast.show import Show


def archive(show: Show, manifest: Manifest) -> tuple[Entry, ...]:
    """Every recorded episode, newest first; records that are as `manifest` knows them are not read.

    Raises:
        PublishError: a record cannot be read, or is not one.
    """
    files = {file.parent.name: file for file in show.episodes.glob(f"*/{record.FILE_NAME}")}
    manifest.records = {slug: _entry(slug, files[slug], manifest) for slug in sorted(files)}
    return tuple(sorted(manifest.records.values(), key=lambda entry: newest_first(entry.outline)))


def recorded(show: Show, slug: str) -> Episode:
    """The whole record of an episode.

    Raises:
        PublishError: it cannot be read, or is not one.
    """
    file = show.episodes / slug / record.FILE_NAME
    return _parsed(file, _content(file))


def newest_first(episode: Episode | Deleted) -> tuple[float, int, str]:
    """What sorts episodes by their times, then from the highest number down, then by their slugs."""
    return -episode.published.timestamp(), -(episode.number or 0), episode.slug


def _entry(slug: str, file: Path, manifest: Manifest) -> Entry:
    known, now = manifest.records.get(slug), stamp(file)
    if known and known.stamp == now:
        return known
    content = _content(file)
    return Entry.of(now or (0, 0), content, _parsed(file, content))


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise PublishError(f"{file} cannot be read ({error.strerror})", "make it readable") from error


def _parsed(file: Path, content: bytes) -> Episode:
    try:
        return record.from_json(content.decode(), slug=file.parent.name)
    except ValueError as error:
        reason = "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else error
        raise PublishError(
            f"{file} is no record of an episode, {reason}", "restore it, or remove its folder and build again"
        ) from error
