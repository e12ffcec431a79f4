"""Which episode an issue is, and whether it changed since it was built.

An issue is known by its path in the show, its date, and what it says (renamed.py). Slug and GUID are made
once, recorded, and kept from then on, so that a correction does not make a second episode in the listeners'
apps. So is the publication time once it is there.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from issuecast.errors import IssueError, did_you_mean
from issuecast.models import FULL, Cast, Episode
from issuecast.publish.notes import summary
from issuecast.publish.renamed import KnownBy, corrected, renamed, taken_for
from issuecast.publish.show_record import Deleted, ShowRecord
from issuecast.show import Show, heard

_SHOWS = uuid.UUID("6f0f4c1e-6a55-5b0e-9d7c-3f5b1f0e2a41")
"""The namespace of issuecast's GUIDs: any constant serves, this one must never change."""

_SLUG_LENGTH = 80
_HEARD = {
    *("title", "author", "language", "roles", "music", "loudness", "sections", "cover"),
    *("audio", "reading", "script", "sponsor"),
}
"""The settings that an episode's file depends on; feed and pages are made anew from all of them anyway."""


NEW = "new"
"""Instead of a slug: the issue is no episode's that is recorded."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What stays the same of an episode whatever is corrected in it; `earlier` is its record, if any.

    `notice` tells the editor which episode an issue was taken for that has another name or date now.
    """

    slug: str
    guid: str
    source: str
    day: date
    published: datetime
    edition: str = FULL
    earlier: Episode | None = None
    notice: str = ""


def identify(show: Show, archive: Sequence[Episode], known: KnownBy, now: datetime) -> Identity:
    """The identity of an issue's edition: as recorded in `archive`, or a new one.

    The publication time of what is out `now` is kept; what is not follows its date and the settings.

    Raises:
        IssueError: the issue may be that of several episodes, or the editor names one that is not there.
    """
    source, day, edition = known.source, known.day, known.edition
    if record := _recorded(show, archive, known):
        published = record.published if record.published <= now else show.published(day)
        notice = "" if known.slug else taken_for(known, record)
        return Identity(record.slug, record.guid, source, day, published, edition, record, notice)
    taken, deleted = {record.slug for record in archive}, ShowRecord.of(show).deleted
    again = () if known.slug == NEW else (one for one in deleted if one.slug not in taken)
    if gone := next((one for one in again if _is_of(one, known)), None):
        return Identity(gone.slug, gone.guid, source, day, show.published(day), edition)
    taken |= {one.slug for one in deleted}
    slug = _new_slug(known.issue.title, day, "" if edition == FULL else edition, taken)
    guid = str(uuid.uuid5(uuid.uuid5(_SHOWS, show.title), slug))
    return Identity(slug, guid, source, day, show.published(day), edition)


def _is_of(deleted: Deleted, known: KnownBy) -> bool:
    """Whether the deleted episode was made of that issue, as far as is kept: else it is another's GUID."""
    said = (deleted.date, deleted.edition, deleted.summary)
    if said != (known.day, known.edition, summary(known.issue)):
        return False
    return deleted.source == known.source or deleted.title == known.issue.title


def _recorded(show: Show, archive: Sequence[Episode], known: KnownBy) -> Episode | None:
    if known.slug == NEW:
        return None
    if known.slug:
        by_slug = {one.slug: one for one in archive if one.edition == known.edition}
        if known.slug not in by_slug:
            hint = did_you_mean(known.slug, by_slug)
            raise IssueError(f"There is no episode {known.slug!r}{hint}", "issuecast episodes lists them")
        return by_slug[known.slug]
    here = earlier(archive, known.source, known.day, known.edition)
    return corrected(show, here, known) if here else renamed(show, archive, known)


def earlier(archive: Iterable[Episode], source: str, day: date, edition: str) -> Sequence[Episode]:
    """The episodes that were made of that edition of issues with that name and date: hardly ever several."""
    known = (source, day, edition)
    return [one for one in archive if (one.source, one.date, one.edition) == known]


def _new_slug(title: str, day: date, edition: str, taken: set[str]) -> str:
    """`2026-01-12-the-quiet-grid-brief`: lower-case ASCII, at most some 80 characters, none of `taken`."""
    ascii_title = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", ascii_title.replace("'", "")).strip("-")
    slug = f"{day}-{words or 'episode'}"[:_SLUG_LENGTH].rstrip("-")
    slug = f"{slug}-{edition}" if edition else slug
    numbered = (slug if n == 1 else f"{slug}-{n}" for n in range(1, len(taken) + 2))
    return next(name for name in numbered if name not in taken)


def stands(identity: Identity, show: Show, cast: str | None, files: Sequence[Path]) -> Episode | None:
    """The recorded episode, if it has the issue's name and date, and is `current`."""
    record = identity.earlier
    if record is None or (record.source, record.date) != (identity.source, identity.day):
        return None
    return current(record, show, cast, files)


def current(record: Episode | None, show: Show, cast: str | None, files: Sequence[Path]) -> Episode | None:
    """The recorded episode, if it is what a build would make of these files with that cast.

    Without a cast any of the show's own will do: an understudy's episode stands until somebody asks for
    another cast or for a rebuild.
    """
    wanted = {cast} if cast else {show.cast, *show.understudies}
    if record is None or record.cast.name not in wanted:
        return None
    folder = show.episodes / record.slug
    for file, size in record.files:
        if not (folder / file).is_file() or (folder / file).stat().st_size != size:
            return None
    cast_used = show.cast_named(record.cast.name)
    same = record.made_from == made_from(show, cast_used, files, record.edition)
    return record if same else None


def made_from(show: Show, cast: Cast, files: Sequence[Path], edition: str = FULL) -> str:
    """A digest of what determines an episode's file: issue and edited script (`files`), settings, cast.

    The show's own music, templates, lexicon and cover count; the starter's do not, nor does the version of
    issuecast, nor a setting that is left at its default: an upgrade never makes the archive anew.
    """
    settings = show.model_dump(mode="json", include=_HEARD, exclude_defaults=True)
    if engines := {name: told for name, table in show.engines.items() if (told := heard(table))}:
        settings["engines"] = engines
    minutes = show.edition_named(edition).minutes
    voices = {role: str(voice) for role, voice in cast.voices.items()}
    made = [settings, cast.name, voices, *([minutes] if minutes else [])]
    digest = hashlib.sha256(json.dumps(made, sort_keys=True).encode())
    for file in (*files, *_own_material(show)):
        digest.update(hashlib.sha256(file.name.encode() + b"\0" + file.read_bytes()).digest())
    return digest.hexdigest()


def _own_material(show: Show) -> Iterable[Path]:
    music = (show.music.intro, show.music.bed, show.music.sting, show.music.outro)
    named = [show.folder / "audio" / name for name in music if name]
    cover = [show.folder / show.cover] if show.cover else []
    templates = sorted((show.folder / "scripts_templates").rglob("*.j2"))
    lexicon = show.folder / "lexicon.toml"
    return (file for file in (*named, *cover, *templates, lexicon) if file.is_file())
