"""Segments: the chapters to come, as templates see them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from issuecast.write import events, fragments, headings, kinds, sections
from issuecast.write.headings import Vocabulary
from issuecast.write.outline import Topic
from issuecast.write.passages import Listing, Passage, Spoken, word_count
from issuecast.write.sponsors import sponsor_in
from issuecast.write.voices import ForTwo

_UNTITLED = "Introduction"
_SPONSOR = "sponsor"
_ENTRY_BY_ENTRY = frozenset({"events", "jobs", "poll", "links"})
_SUBSTANCE = 30
"""Words that make a sub-section a chapter of its own, if its neighbours have as many."""


@dataclass(frozen=True, slots=True)
class Group(ForTwo):
    """A sub-section that shares its chapter with others; `kind` and `name` are as in a segment.

    `form` is what it begins with: "list", "steps" or "talk".
    """

    kind: str
    name: str
    blocks: tuple[Spoken, ...]
    form: str = "talk"
    first: bool = False

    @property
    def headline(self) -> bool:
        """Whether its name tells or asks something."""
        return headings.is_headline(self.name)


@dataclass(frozen=True, slots=True)
class Segment(ForTwo):
    """A chapter to come.

    `name` is the section's heading as it is said inside a sentence ("the deep dive", "" if it has none),
    `topic` what it is about: the rest of the heading, or the sub-section that the chapter is made from ("the
    compute moat"). `part` counts from 1 among the `parts` sub-sections that are chapters; both are 0 for a
    whole section. `sponsor` is who paid for it, `resumed` tells that it goes on after a sponsor.
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
    sponsor: str = ""
    resumed: bool = False

    @property
    def headline(self) -> bool:
        """Whether its name tells or asks something, and is said as a sentence."""
        return headings.is_headline(self.name)

    @property
    def caption(self) -> str:
        """What a sponsor says if it is no more than who paid: "Together with Harborlight"."""
        match self.blocks:
            case (Passage(text=text),) if self.kind == _SPONSOR and sponsor_in(text.rstrip(".")) is not None:
                return text.rstrip(".")
        return ""

    @property
    def divided(self) -> bool:
        """Whether its own words or its groups give the second voice something to say by themselves."""
        own = (self.voiced, *(group.voiced for group in self.groups))
        return any(one.second for told in own for one in told)

    @property
    def adverbial(self) -> bool:
        """Whether its name is no noun, such as "in brief"."""
        return headings.is_adverbial(self.name)

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
        """How many stories its lists have, those left to the show notes among them."""
        return sum(len(block.stories) + block.more for block in self.blocks if isinstance(block, Listing))

    @property
    def words(self) -> int:
        """How many words of the issue are said in it."""
        return word_count(self.blocks) + sum(word_count(group.blocks) for group in self.groups)

    @property
    def _facts(self) -> int:
        facts = takewhile(lambda block: isinstance(block, Passage) and block.fact, self.blocks)
        return sum(1 for _ in facts)


def segments(
    topics: Sequence[Topic], issue_title: str, chosen: Mapping[str, str], *, headlines: bool
) -> tuple[Segment, ...]:
    """The chapters that the topics make, in their order.

    Args:
        topics: what is left between cold open and sign-off.
        issue_title: names the chapter of an issue that has no headings at all.
        chosen: the show's map of heading pattern to kind.
        headlines: whether the first topic is the headlines that the cold open has no time for.
    """
    untitled = headings.chapter_title(issue_title) if len(topics) == 1 else ""
    vocabulary = Vocabulary.of(text for topic in topics for text in topic.texts)
    maker = _Maker(untitled or _UNTITLED, vocabulary, chosen)
    found = [segment for topic in topics for segment in maker.segments(topic)]
    if found:
        opening = "headlines" if headlines else _first_kind(topics[0], chosen)
        found[0] = replace(found[0], kind=opening or found[0].kind)
        own = [i for i, one in enumerate(found) if one.kind not in {"headlines", _SPONSOR}] or [0]
        found[own[0]] = replace(found[own[0]], first=True)
        for i in {own[-1], len(found) - 1}:
            found[i] = replace(found[i], last=True)
    before = {i: found[i - 2] for i in range(2, len(found)) if found[i - 1].kind == _SPONSOR}
    return tuple(
        replace(one, resumed=bool(one.name) and i in before and before[i].name == one.name)
        for i, one in enumerate(found)
    )


def _first_kind(topic: Topic, chosen: Mapping[str, str]) -> str:
    """The kind that only an issue's first section can be of, "" for any other."""
    mapped = sections.mapped([topic.heading], chosen)
    greets = topic.sponsor is None and (not topic.heading or kinds.is_greeting(topic.heading))
    return "greeting" if greets and not mapped else ""


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes segments of topics; `untitled` is the title of one that has no heading."""

    untitled: str
    vocabulary: Vocabulary
    chosen: Mapping[str, str]

    def segments(self, topic: Topic) -> Iterator[Segment]:
        """The topic as one chapter, or a chapter for each of its parts if these have enough to say."""
        if topic.sponsor is not None:
            whole = self._whole(topic)
            title = headings.chapter_title("Sponsor", topic.sponsor)
            yield replace(whole, kind=_SPONSOR, title=title, topic="", sponsor=topic.sponsor)
        elif len(topic.parts) <= 1 or any(part.words < _SUBSTANCE for part in topic.parts):
            yield self._whole(topic)
        else:
            yield from self._parts(topic)

    def _parts(self, topic: Topic) -> Iterator[Segment]:
        lead = topic.blocks
        if word_count(lead) >= _SUBSTANCE:
            yield self._whole(replace(topic, parts=()))
            lead = ()
        for number, part in enumerate(topic.parts, start=1):
            own, groups = self._grouped(part)
            blocks = (*lead, *own) if number == 1 else own
            kind = sections.kind_of([part.heading, topic.heading], blocks, self.chosen)
            yield Segment(
                kind=kind,
                title=headings.chapter_title(topic.heading, part.heading) or self.untitled,
                name=self._named(topic.heading),
                topic=self._named(part.heading),
                blocks=_worded(blocks, kind),
                groups=groups,
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
        blocks, groups = self._grouped(topic)
        kind = sections.kind_of(names[::-1], everything, self.chosen)
        return Segment(
            kind=kind,
            title=headings.chapter_title(*names) or self.untitled,
            name=self._named(name),
            topic=": ".join(filter(None, [subject, *names[1:]])),
            blocks=_worded(blocks, kind),
            groups=groups,
        )

    def _named(self, heading: str) -> str:
        """A heading as it is said; a day stays a name: "Wednesday 11"."""
        return heading if events.is_day(heading) else self.vocabulary.named(heading)

    def _grouped(self, topic: Topic) -> tuple[tuple[Spoken, ...], tuple[Group, ...]]:
        """A topic's own blocks, and its sub-sections as groups; one without a heading joins its elder."""
        blocks, groups = list(topic.blocks), list[Topic]()
        for flat in (flat for part in topic.parts for flat in part.flat()):
            if flat.heading:
                groups.append(flat)
            elif groups:
                groups[-1] = replace(groups[-1], blocks=(*groups[-1].blocks, *flat.blocks))
            else:
                blocks += flat.blocks
        return tuple(blocks), tuple(
            self._group(one, topic.heading, first=not blocks and one is groups[0]) for one in groups
        )

    def _group(self, topic: Topic, above: str, *, first: bool) -> Group:
        kind = sections.kind_of([topic.heading, above], topic.blocks, self.chosen)
        match topic.blocks[0]:
            case Listing(numbered=numbered):
                form = "steps" if numbered else "list"
            case _:
                form = "talk"
        name = self._named(topic.heading)
        return Group(kind, name, _worded(topic.blocks, kind), form, first)


def _worded(blocks: Sequence[Spoken], kind: str) -> tuple[Spoken, ...]:
    """The blocks with fragments made a sentence, except where each is an answer, an event, an opening."""
    return tuple(blocks) if kind in _ENTRY_BY_ENTRY else fragments.joined(blocks)
