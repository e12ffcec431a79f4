"""Whether an episode is built as it stands, told from its files' bytes without reading what they say.

Only the date that an issue tells must be known for that, which is kept with a digest of what tells it. Where
this is not enough the issue is read, and then the same rules of `publish.identity` decide.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from issuecast.known_as import known_as
from issuecast.models import FULL, Episode
from issuecast.publish import Manifest, recorded, records
from issuecast.publish.identity import current, earlier
from issuecast.show import Show
from issuecast.write.edited import path_of


@dataclass(frozen=True, slots=True)
class Wanted:
    """The episode that is asked for; `cast`, `day` and `episode` are None if the editor says nothing of them.

    `episode` is its slug.
    """

    source: Path
    show: Show
    edition: str = FULL
    cast: str | None = None
    day: date | None = None
    episode: str | None = None

    @property
    def name(self) -> str:
        """What the issue is known by."""
        return known_as(self.source, self.show.folder)

    @property
    def files(self) -> tuple[Path, ...]:
        """The issue, and the script beside it if there is one."""
        script = path_of(self.source, self.edition)
        return (self.source, script) if script.is_file() else (self.source,)

    @property
    def seen(self) -> str:
        """A digest of what tells the issue's date: its bytes, its file's name, how the show has it read.

        "" if it cannot be read.
        """
        if not self.source.is_file():
            return ""
        told = f"{self.source.name}\0{self.show.reading.model_dump_json()}\0".encode()
        try:
            return hashlib.sha256(told + self.source.read_bytes()).hexdigest()
        except OSError:
            return ""


def unchanged(wanted: Wanted, manifest: Manifest) -> Episode | None:
    """The episode, if it is known to be what a build would make again; None if the issue must be read.

    Raises:
        SettingsError: the show has no such cast or edition.
        PublishError: a record cannot be read.
    """
    seen = wanted.seen
    day = wanted.day or _told(wanted, manifest, seen)
    if not seen or day is None or wanted.episode:
        return None
    show = wanted.show
    found = earlier(records(show, manifest), wanted.name, day, wanted.edition)
    try:
        stands = next((one for one in found if current(one, show, wanted.cast, wanted.files)), None)
    except OSError:
        return None  # a file that cannot be read: whoever needs it next says why
    return recorded(show, stands.slug) if stands else None


def learn(wanted: Wanted, manifest: Manifest, seen: str, told: date | None) -> None:
    """Keep the date that the issue tells, if its file is still what `seen` was."""
    if told and seen and wanted.seen == seen:
        manifest.dates[wanted.name] = (seen, told.isoformat())


def _told(wanted: Wanted, manifest: Manifest, seen: str) -> date | None:
    known = manifest.dates.get(wanted.name)
    return date.fromisoformat(known[1]) if known and known[0] == seen else None
