"""The records on the disk. What feed and index tell of an episode is kept, so that few records are read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from issuecast.errors import PublishError
from issuecast.models import Episode
from issuecast.publish import record
from issuecast.publish.files import stamp
from issuecast.publish.manifest import Manifest
from issuecast.show import Show


@dataclass(frozen=True, slots=True)
class Entry:
    """A recorded episode without the lines of its timeline, and a digest of its whole record."""

    outline: Episode
    digest: str


def archive(show: Show, manifest: Manifest) -> tuple[Entry, ...]:
    """Every recorded episode, newest first; records that are as `manifest` knows them are not read.

    Raises:
        PublishError: a record cannot be read, or is not one.
    """
    files = {file.parent.name: file for file in show.episodes.glob(f"*/{record.FILE_NAME}")}
    entries = [_entry(slug, file, manifest) for slug, file in files.items()]
    manifest.records = {slug: row for slug, row in sorted(manifest.records.items()) if slug in files}
    return tuple(sorted(entries, key=lambda one: (-one.outline.published.timestamp(), one.outline.slug)))


def recorded(show: Show, slug: str) -> Episode:
    """The whole record of an episode.

    Raises:
        PublishError: it cannot be read, or is not one.
    """
    file = show.episodes / slug / record.FILE_NAME
    return _parsed(file, _content(file))


def _entry(slug: str, file: Path, manifest: Manifest) -> Entry:
    known, now = manifest.records.get(slug), stamp(file)
    if known and known[0] == now:
        return Entry(record.from_data(known[2], slug), known[1])
    content = _content(file)
    outline = _outline(_parsed(file, content))
    entry = Entry(outline, hashlib.sha256(content).hexdigest())
    if now:
        manifest.records[slug] = (now, entry.digest, record.as_data(outline))
    return entry


def _outline(episode: Episode) -> Episode:
    return replace(episode, timeline=tuple(replace(chapter, lines=()) for chapter in episode.timeline))


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
