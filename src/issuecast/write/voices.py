"""Who says what: one voice tells what happened; the other what it means, what follows, what else there is.

The second voice takes over where a text turns ("However", a question) or explains ("That means …"), and has
the details of a story that the first has named. Only where an issue gives no such cue it takes the second
half of a talk, and every other story of a long list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from issuecast.write.labels import Part
from issuecast.write.passages import Entry, Listing, Passage, Quotation, Spoken, word_count
from issuecast.write.sentences import sentences

_EXPLAINS = re.compile(
    r"(?:(?:this|that|which|it|what (?:this|that|it)) (?:means|matters|suggests|shows|makes)"
    r"|in (?:other words|short|practice|effect|context)|put differently|because"
    r"|the (?:reason|result|upshot|point|lesson|catch|idea|trouble|problem|difference|takeaway|bottom line"
    r"|question|answer|numbers?)(?: (?:is|are|was|here)|\?|:)|why (?:it|this|that) matters"
    r"|that(?: is|['’]s) why|for (?:context|comparison|example|instance)|to be (?:clear|fair)|by comparison"
    r"|analysts|experts|economists|observers)\b",
    re.IGNORECASE,
)
_IN_PERSON = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Mm]ine)\b")
"""Whoever began to speak of himself goes on."""
_SECOND_S = frozenset({"insight", "use", "callout"})
"""Kinds of labelled parts that templates give to the second voice."""
_FAIR = 0.2
"""The second voice's part of a chapter's words: with less it is hardly there."""
_SHORTEST_TALK = 30
"""Words of a talk that two can share without a cue."""
_STORY = 3
"""Sentences of a single paragraph: it names something and has more to say of it."""
_LONG = 3
"""Entries of which every other one can be the second voice's."""
_LONG_SIGNPOSTED = 6
"""The same for statements: fewer are told by one voice as first, next and finally."""


@dataclass(frozen=True, slots=True)
class Voiced:
    """A block, and whether the second of two voices says it."""

    block: Spoken
    second: bool = False


def shared(blocks: Sequence[Spoken]) -> tuple[Voiced, ...]:
    """The blocks as two voices share them; a block may be divided between them."""
    ways = [tuple(way(blocks)) for way in (_by_cues, _by_sentences, _by_halves, _by_turns)]
    shares = [_share(told) for told in ways]
    enough = next((told for told, share in zip(ways, shares, strict=True) if share >= _FAIR), None)
    return enough or ways[shares.index(max(shares))]


def _share(told: Sequence[Voiced]) -> float:
    """How much of the words the second voice has: those marked, and those that templates give it anyway."""
    own = sum(word_count([one.block]) if one.second else _given(one.block) for one in told)
    return own / max(1, word_count([one.block for one in told]))


def _given(block: Spoken) -> int:
    """How many words of a block of the first voice's the second says: quotations, insights, call-outs."""
    match block:
        case Quotation(text):
            return len(text.split())
        case Passage(parts):
            return sum(len(part.text.split()) for part in parts if part.kind in _SECOND_S)
        case Listing(entries=entries):
            return sum(_given(Passage(entry.parts)) + sum(map(_given, entry.below)) for entry in entries)
    return 0


class ForTwo:
    """What has a `name` and `blocks` that two voices share."""

    __slots__ = ()
    name: str
    blocks: tuple[Spoken, ...]

    @property
    def asks(self) -> bool:
        """Whether its name is a question, which one voice asks and the other answers."""
        return self.name.endswith("?")

    @property
    def voiced(self) -> tuple[Voiced, ...]:
        """Its blocks as two voices share them."""
        return shared(self.blocks)

    @property
    def in_turns(self) -> bool:
        """Whether every other entry of its lists is the second voice's, which has nothing else to say."""
        entries = [entry for block in self.blocks if isinstance(block, Listing) for entry in block.entries]
        told = [part.text for entry in entries for part in entry.parts]
        detailed = any(entry.below for entry in entries) or any(len(sentences(text)) > 1 for text in told)
        return len(entries) >= _LONG and not detailed


def _by_cues(blocks: Sequence[Spoken]) -> Iterator[Voiced]:
    """The second voice takes over at paragraphs that turn or explain, and has the details of stories."""
    second = False
    for before, block in pairwise([None, *blocks]):
        match block:
            case Passage(parts):
                explains = bool(_EXPLAINS.match(parts[0].said))
                if before and explains:
                    second = True
                elif before and block.turns and not isinstance(before, Quotation):
                    second = not second
                yield Voiced(block, second)
            case Quotation():  # the second voice has said it, and the first goes on
                second = False
                yield Voiced(block)
            case Listing() if _has_details(block):
                yield from _with_details(block, second=second)
            case None:
                pass
            case _:
                yield Voiced(block, second)


def _has_details(listing: Listing) -> bool:
    """Whether a third of the stories name something and then tell more of it."""
    detailed = sum(bool(_divided(story)[1]) for story in listing.stories)
    return not (listing.numbered or listing.linked) and detailed * 3 >= len(listing.stories)


def _with_details(listing: Listing, *, second: bool) -> Iterator[Voiced]:
    for story in listing.stories:
        head, details = _divided(story)
        more = listing.more if story is listing.stories[-1] else 0
        yield Voiced(replace(listing, stories=(head,), more=0 if details else more), second)
        if details:
            yield Voiced(Passage((Part(details),)), not second)
        if details and more:
            yield Voiced(replace(listing, stories=(), more=more), second)


def _divided(story: tuple[Entry, ...]) -> tuple[tuple[Entry, ...], str]:
    """A story of one entry as its first sentence and the rest, "" if it has none or more than sentences."""
    match story:
        case (Entry((Part(text, kind="text" | "name") as part,), ()) as entry,):
            first, *rest = sentences(text)
            return (replace(entry, parts=(replace(part, text=first),)),), " ".join(rest)
    return story, ""


def _by_sentences(blocks: Sequence[Spoken]) -> Iterator[Voiced]:
    """The second voice takes over within a paragraph, from a sentence that turns or explains on."""
    found = False
    for block in blocks:
        match block:
            case Passage((Part(text, ""),)) if not found and (place := _turning(sentences(text))):
                told = sentences(text)
                yield Voiced(Passage((Part(" ".join(told[:place])),)))
                yield Voiced(Passage((Part(" ".join(told[place:])),)), second=True)
                found = True
            case _:
                yield Voiced(block)


def _turning(told: Sequence[str]) -> int:
    """Which sentence after the first turns or explains, 0 if none does."""
    cues = (place for place, said in enumerate(told) if place and _is_cue(said))
    return next(cues, 0)


def _is_cue(said: str) -> bool:
    turns = Passage((Part(said),)).turns and not said.endswith("?")
    return turns or bool(_EXPLAINS.match(said))


def _by_halves(blocks: Sequence[Spoken]) -> Iterator[Voiced]:
    """The second voice takes the second half of a talk, or of a story all but its first sentence."""
    passages = [block for block in blocks if isinstance(block, Passage)]
    in_person = any(_IN_PERSON.search(block.text) for block in passages)
    if in_person or word_count(passages) < _SHORTEST_TALK:
        yield from map(Voiced, blocks)
        return
    match blocks:
        case (Passage((Part(text, ""),)),) if len(told := sentences(text)) >= _STORY:
            yield Voiced(Passage((Part(told[0]),)))
            yield Voiced(Passage((Part(" ".join(told[1:])),)), second=True)
        case _:
            middle = len(passages) // 2
            late = False
            for block in blocks:
                late = block is passages[middle] or (late and not isinstance(block, Quotation))
                yield Voiced(block, second=late and middle > 0)


def _by_turns(blocks: Sequence[Spoken]) -> Iterator[Voiced]:
    """Of a long list of equal stories every other one is the second voice's."""
    for block in blocks:
        if isinstance(block, Listing) and _is_long(block):
            for place, story in enumerate(block.stories, start=1):
                more = block.more if place == len(block.stories) else 0
                yield Voiced(replace(block, stories=(story,), more=more), second=place % 2 == 0)
        else:
            yield Voiced(block)


def _is_long(listing: Listing) -> bool:
    longest = _LONG_SIGNPOSTED if listing.statements else _LONG
    return not (listing.numbered or listing.short) and len(listing.stories) >= longest
