"""The outline of an issue: sections with clean headings and what can be spoken in them; no empty ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from issuecast.models import Section
from issuecast.write import headings, passages
from issuecast.write.aloud import aloud
from issuecast.write.passages import Spoken


@dataclass(frozen=True, slots=True)
class Topic:
    """A section: its clean heading ("" if it has none), what it says itself, and its sub-sections.

    `line` is where it begins in the issue, 0 if unknown. `sponsor` is who paid for it: "" if that is not
    told, None if nobody did.
    """

    heading: str
    blocks: tuple[Spoken, ...]
    parts: tuple[Topic, ...] = ()
    line: int = 0
    sponsor: str | None = None

    @property
    def words(self) -> int:
        """How many words are said in it, its sub-sections included."""
        return passages.word_count(self.blocks) + sum(part.words for part in self.parts)

    @property
    def texts(self) -> Iterator[str]:
        """All that is said in it, in order."""
        yield from passages.texts(self.blocks)
        for part in self.parts:
            yield from part.texts

    def flat(self) -> Iterator[Topic]:
        """The topic without its sub-sections, then each of those, likewise."""
        if self.blocks:
            yield replace(self, parts=())
        for part in self.parts:
            yield from part.flat()


def outline(sections: Sequence[Section]) -> tuple[Topic, ...]:
    """The sections that have something to say."""
    topics = (
        Topic(headings.clean(section.title), aloud(section.blocks), outline(section.parts), section.line)
        for section in sections
    )
    return tuple(topic for topic in topics if topic.blocks or topic.parts)
