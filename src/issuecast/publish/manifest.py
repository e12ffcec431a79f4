"""What is known of `episodes/` from the last time, so that what is as it was need not be read or made again.

It is kept in `.issuecast/published.json` and saves time, nothing else: without it, or if it is damaged or of
another issuecast, everything is read and made again, and is the same.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, Self

from issuecast import __version__, files, private
from issuecast.models import Episode
from issuecast.publish.files import Stamp, put, remove, stamp
from issuecast.publish.record import as_data, from_data
from issuecast.publish.soundbite import outline
from issuecast.show import Show

_HERE = Path(__file__).parent
_LIBRARIES = ("feedgen", "jinja2", "lxml", "nh3", "pillow")


@dataclass(frozen=True)
class Entry:
    """A recorded episode: its record's stamp and digest, and as data its outline."""

    stamp: Stamp
    digest: str
    data: Mapping[str, Any]

    @classmethod
    def of(cls, stamp: Stamp, content: bytes, episode: Episode) -> Self:
        """The entry of an episode whose record has that content."""
        return cls(stamp, hashlib.sha256(content).hexdigest(), as_data(outline(episode)))

    @cached_property
    def outline(self) -> Episode:
        """The episode without what is said; see `soundbite.outline`."""
        return from_data(self.data, self.data["slug"])


@dataclass(slots=True)
class Manifest:
    """What was read and made, each with the stamp that its file had then.

    `records` has an entry for each record, by its slug. `dates` has for issues the digest of what was read,
    and the date that it told. `made` has for each file below `folder` that this run made, or found as it
    should be, the digest of what it is made from and its stamp; `earlier` has the same of the last run.
    `listed` has the slugs of the episodes that were in the feed, None if that is not known.
    """

    file: Path
    folder: Path
    records: dict[str, Entry] = field(default_factory=dict)
    dates: dict[str, tuple[str, str]] = field(default_factory=dict)
    earlier: dict[str, tuple[str, Stamp]] = field(default_factory=dict)
    made: dict[str, tuple[str, Stamp]] = field(default_factory=dict)
    listed: frozenset[str] | None = None

    @classmethod
    def of(cls, show: Show) -> Self:
        """The show's manifest; an empty one if there is none that can be relied on."""
        file = private.place(show.folder, "published.json")
        try:
            seal, _, body = file.read_bytes().partition(b"\n")
        except OSError:
            return cls(file, show.episodes)
        if seal != _seal(body):
            return cls(file, show.episodes)
        known = json.loads(body)
        return cls(
            file,
            show.episodes,
            {slug: Entry(tuple(at), seen, data) for slug, (at, seen, data) in known["records"].items()},
            {name: (seen, day) for name, (seen, day) in known["dates"].items()},
            {path: (inputs, tuple(at)) for path, (inputs, at) in known["files"].items()},
            listed=frozenset(known["listed"]),
        )

    def make(self, paths: Sequence[str], inputs: str, render: Callable[[], Mapping[str, bytes]]) -> None:
        """Have these files below `folder`, made by `render` unless they are as it made them last time.

        Args:
            paths: the files, which `render` gives in the order in which they are to be written.
            inputs: a digest of all that they are made from, but for issuecast itself.
            render: gives their content by their paths.

        Raises:
            PublishError: a file cannot be written.
        """
        if all(self._is_current(path, inputs) for path in paths):
            self.made |= {path: self.earlier[path] for path in paths}
            return
        for path, content in render().items():
            if at := put(self.folder / path, content):
                self.made[path] = (inputs, at)

    def remove(self, paths: Sequence[str]) -> None:
        """Have none of these files below `folder`.

        Raises:
            PublishError: one cannot be removed.
        """
        for path in paths:
            remove(self.folder / path)

    def kept(self, path: str, inputs: str) -> bytes | None:
        """What `make` would give that file: read from the disk, or None if it would have to be made."""
        if not self._is_current(path, inputs):
            return None
        with suppress(OSError):
            content = (self.folder / path).read_bytes()
            return content if self._is_current(path, inputs) else None
        return None

    def save(self) -> None:
        """Keep what is known now of records, dates, and the files that were made."""
        records = {slug: (one.stamp, one.digest, one.data) for slug, one in self.records.items()}
        known = {
            "records": records,
            "dates": self.dates,
            "files": self.made,
            "listed": sorted(self.listed or ()),
        }
        body = json.dumps(known, separators=(",", ":")).encode()
        with suppress(OSError):  # then the next build takes longer, and says what is wrong if it matters
            private.make(self.file.parent, self.folder.parent)
            files.write(self.file, _seal(body) + b"\n" + body)

    def _is_current(self, path: str, inputs: str) -> bool:
        known = self.earlier.get(path)
        return known is not None and known == (inputs, stamp(f"{self.folder}/{path}"))


def digest(*parts: str) -> str:
    """One name for these parts, in this order."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _seal(body: bytes) -> bytes:
    """What only this issuecast writes before just this body."""
    return hashlib.sha256(_software() + body).hexdigest().encode()


@lru_cache(maxsize=1)
def _software() -> bytes:
    """A digest of what makes the files: this package with its templates, styles and fonts, and the libraries.

    issuecast's version alone would not do for somebody who changes a template.
    """
    made = hashlib.sha256(" ".join((__version__, *map(version, _LIBRARIES))).encode())
    for file in sorted(_HERE.rglob("*.*")):
        if file.suffix != ".pyc" and file.is_file():
            made.update(hashlib.sha256(file.name.encode() + b"\0" + file.read_bytes()).digest())
    return made.digest()
