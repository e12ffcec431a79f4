"""All that a rule may look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from issuecast.feedcheck.answer import Answer
from issuecast.feedcheck.document import Document, Item
from issuecast.feedcheck.id3 import Tag
from issuecast.feedcheck.picture import Picture
from issuecast.models import Episode


@dataclass(frozen=True, slots=True)
class Sound:
    """What was seen of an enclosure: HEAD, its first bytes, its tag, and the first bytes after that."""

    head: Answer
    start: Answer
    stream: Answer
    tag_bytes: int = 0
    tag: Tag | None = None


@dataclass(frozen=True)
class Material:
    """A feed with what was fetched of the files that it names.

    Attributes:
        feed: the document.
        source: where the feed is, an address or a path.
        items: those whose files were fetched.
        sounds: of these items, by the enclosure's address.
        files: pictures, chapters, transcripts and other pages of the feed by their addresses.
        pictures: those that are there and can be opened; their bytes are not kept.
        heads: what HEAD gave for pictures and alternate enclosures.
        episodes: the show's records by their slugs, None if the feed is not that of a show at hand.
        guid: the `podcast:guid` that such a show has recorded for the feed, "" if none.
        served: how a server answered for the feed itself, None if it is a file.
        again: how it answered when it was asked whether that changed.
    """

    feed: Document
    source: str
    items: tuple[Item, ...] = ()
    sounds: Mapping[str, Sound] = field(default_factory=dict)
    files: Mapping[str, Answer] = field(default_factory=dict)
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    heads: Mapping[str, Answer] = field(default_factory=dict)
    episodes: Mapping[str, Episode] | None = None
    guid: str = ""
    served: Answer | None = None
    again: Answer | None = None

    @property
    def elsewhere(self) -> int:
        """How many files the feed names that are not in its folder, and were not looked at."""
        sounds = [sound.head for sound in self.sounds.values()]
        return sum(one.elsewhere for one in (*sounds, *self.files.values(), *self.heads.values()))

    def sounding(self) -> Iterator[tuple[Item, Sound]]:
        """Items with what was seen of their enclosures."""
        for item in self.items:
            if item.enclosure in self.sounds:
                yield item, self.sounds[item.enclosure]

    def named(self, element: str, kind: str = "") -> Iterator[tuple[Item, Answer]]:
        """Items with the files, of a type, that these elements name in `url`, as far as they are there."""
        for item in self.items:
            for one in item.all(element):
                answer = self.files.get(one.get("url", ""))
                if answer and answer.there and kind in {"", one.get("type", "")}:
                    yield item, answer
