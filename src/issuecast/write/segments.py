"""Segments: the chapters to come, as templates see them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from issuecast.write import headings, sections
from issuecast.write.headings import Vocabulary
from issuecast.write.outline import Topic
from issuecast.write.passages import Listing, Passage, Spoken, word_count

_UNTITLED = "Introduction"
_SUBSTANCE = 30
"""Words that make a sub-section a chapter of its own, if its neighbours have as many."""


@dataclass(frozen=True, slots=True)
class Group:
    """A sub-section that shares its chapter with others; `name` is its heading."""

    name: str
    blocks: tuple[Spoken, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """A chapter to come.

    `name` is the section's heading as it is said inside a sentence ("the deep dive", "" if it has none),
    `topic` what it is about: the rest of the heading, or the sub-section that the chapter is made from ("the
    compute moat"). `part` counts from 1 among the `parts` sub-sections that are chapters; both are 0 for a
    whole section.
    """

    kind: str
    title: str
    name: str
    topic: str
    blocks: tuple[Spoken, ...]
    groups: tuple[Group, ...] = ()
    part: int = 0
    parts: int = 0
    first: bool = False
    last: bool = False

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that it begins with, as clauses: "the sentiment is bullish"."""
        return tuple(
            part.clause for block in self.blocks[: self._facts] for part in getattr(block, "parts", ())
        )

    @property
    def story(self) -> tuple[Spoken, ...]:
        """The blocks after the facts."""
        return self.blocks[self._facts :]

    @property
    def stories(self) -> int:
        """How many stories its lists tell."""
        return sum(len(block.stories) for block in self.blocks if isinstance(block, Listing))

    @property
    def words(self) -> int:
        """How many words of the issue are said in it."""
        return word_count(self.blocks) + sum(word_count(group.blocks) for group in self.groups)

    @property
    def _facts(self) -> int:
        facts = takewhile(lambda block: isinstance(block, Passage) and block.fact, self.blocks)
        return sum(1 for _ in facts)


def segments(topics: Sequence[Topic], issue_title: str, kinds: Mapping[str, str]) -> tuple[Segment, ...]:
    """The chapters that the topics make, in their order.

    Args:
        topics: what is left between cold open and sign-off.
        issue_title: names the chapter of an issue that has no headings at all.
        kinds: the show's map of heading pattern to kind.
    """
    untitled = headings.chapter_title(issue_title) if len(topics) == 1 else ""
    maker = _Maker(
        untitled or _UNTITLED, Vocabulary.of(text for topic in topics for text in topic.texts), kinds
    )
    found = [segment for topic in topics for segment in maker.segments(topic)]
    if found:
        announces = sections.is_headlines(topics[0], kinds)
        found[0] = replace(found[0], first=True, kind="headlines" if announces else found[0].kind)
        found[-1] = replace(found[-1], last=True)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes segments of topics; `untitled` is the title of one that has no heading."""

    untitled: str
    vocabulary: Vocabulary
    kinds: Mapping[str, str]

    def segments(self, topic: Topic) -> Iterator[Segment]:
        """The topic as one chapter, or a chapter for each of its parts if these have enough to say."""
        if len(topic.parts) <= 1 or any(part.words < _SUBSTANCE for part in topic.parts):
            yield self._whole(topic)
            return
        lead = topic.blocks
        if word_count(lead) >= _SUBSTANCE:
            yield self._whole(replace(topic, parts=()))
            lead = ()
        for number, part in enumerate(topic.parts, start=1):
            blocks = (*lead, *part.blocks) if number == 1 else part.blocks
            yield Segment(
                kind=sections.kind_of([part.heading, topic.heading], blocks, self.kinds),
                title=headings.chapter_title(topic.heading, part.heading) or self.untitled,
                name=self.vocabulary.named(topic.heading),
                topic=self.vocabulary.named(part.heading),
                blocks=blocks,
                groups=_groups(part),
                part=number,
                parts=len(topic.parts),
            )

    def _whole(self, topic: Topic) -> Segment:
        names = [topic.heading]
        if len(topic.parts) == 1 and not topic.blocks:  # a heading above a heading: both name the chapter
            (topic,) = topic.parts
            names.append(topic.heading)
        name, subject = headings.split_topic(names[0])
        everything = [block for flat in topic.flat() for block in flat.blocks]
        return Segment(
            kind=sections.kind_of(names[::-1], everything, self.kinds),
            title=headings.chapter_title(*names) or self.untitled,
            name=self.vocabulary.named(name),
            topic=": ".join(filter(None, [subject, *names[1:]])),
            blocks=topic.blocks,
            groups=_groups(topic),
        )


def _groups(topic: Topic) -> tuple[Group, ...]:
    flat = (flat for part in topic.parts for flat in part.flat())
    return tuple(Group(part.heading, part.blocks) for part in flat)
