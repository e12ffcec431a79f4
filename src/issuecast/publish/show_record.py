"""`episodes/show.json`: what the show is known by, and what the editor deleted.

It is published, so that it comes back with what is restored from a server.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any, Self

from issuecast.errors import PublishError
from issuecast.models import Episode
from issuecast.publish.files import stamp, write
from issuecast.show import Show

FILE_NAME = "show.json"


@dataclass(frozen=True, slots=True)
class Deleted:
    """What is kept of a deleted episode: slug and GUID become no other's, its place in the archives stays."""

    slug: str
    guid: str
    source: str
    title: str
    summary: str
    date: date
    published: datetime
    edition: str
    number: int | None = None

    @classmethod
    def of(cls, episode: Episode) -> Self:
        return cls(
            episode.slug,
            episode.guid,
            episode.source,
            episode.title,
            episode.summary,
            episode.date,
            episode.published,
            episode.edition,
            episode.number,
        )

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Self:
        """What `as_data` gave.

        Raises:
            ValueError, KeyError, TypeError: it is something else.
        """
        published = datetime.fromisoformat(data["published"])
        if published.tzinfo is None:
            raise ValueError("a time without its zone")
        number = data.get("number")
        return cls(
            slug=str(data["slug"]),
            guid=str(data["guid"]),
            source=str(data["source"]),
            title=str(data["title"]),
            summary=str(data["summary"]),
            date=date.fromisoformat(data["date"]),
            published=published,
            edition=str(data["edition"]),
            number=None if number is None else int(number),
        )

    def as_data(self) -> dict[str, Any]:
        """The values as JSON has them."""
        return {
            **asdict(self),
            "date": self.date.isoformat(),
            "published": self.published.isoformat(),
        }


@dataclass(frozen=True, slots=True)
class ShowRecord:
    """A GUID for each feed by its file, and the deleted episodes in the order of their slugs.

    An episode that was made again is among the deleted still; its own record tells more.
    """

    guids: Mapping[str, str]
    deleted: tuple[Deleted, ...] = ()

    @classmethod
    def of(cls, show: Show) -> Self:
        """The show's record; an empty one if there is none.

        Raises:
            PublishError: it is damaged, or cannot be read.
        """
        file = show.episodes / FILE_NAME
        if stamp(file) is None:
            return cls({})
        try:
            data = json.loads(file.read_bytes())
            known = {str(name): str(uuid.UUID(guid)) for name, guid in data.get("guid", {}).items()}
            return cls(known, tuple(Deleted.read(one) for one in data.get("deleted", ())))
        except OSError as error:
            raise PublishError(f"{file} cannot be read ({error.strerror})", "make it readable") from error
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise PublishError(
                f"{file}, which keeps the show's podcast:guid, is damaged",
                "restore it, or remove it: then the feed's own is taken",
            ) from error

    def without(self, episode: Episode) -> ShowRecord:
        """The record when that episode is deleted."""
        others = [one for one in self.deleted if one.slug != episode.slug]
        told = sorted((*others, Deleted.of(episode)), key=lambda one: one.slug)
        return replace(self, deleted=tuple(told))

    def save(self, show: Show) -> None:
        """Write it, unless it is empty.

        Raises:
            PublishError: it cannot be written.
        """
        kept = {"deleted": [one.as_data() for one in self.deleted]} if self.deleted else {}
        guids = {"guid": dict(self.guids)} if self.guids else {}
        if data := kept | guids:
            text = json.dumps(data, indent=2, sort_keys=True, ensure_ascii=False)
            write(show.episodes / FILE_NAME, (text + "\n").encode("utf-8", "replace"))
