"""The cold open: the issue's greeting, and what is coming. Under 25 seconds, in whole sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from issuecast.write import kinds, labels, sections
from issuecast.write.outline import Topic
from issuecast.write.pacing import spoken_words
from issuecast.write.passages import Listing, Passage, Spoken, texts
from issuecast.write.sentences import sentence, sentences

LONGEST = 43
"""Spoken words: 18 seconds of the draft voice, after the intro's 6.5 seconds of music."""
_GRACE = 4
"""Words more, for the day and the theme: still under 25 seconds."""
_FRAME_WORDS = 3
"""Before the names of show and issue: "You're listening to", "in this episode"."""
_LEAD_WORDS = 3
_SHORT = 8
_MORE = 2
"""Short sentences after the last that greets which belong to it: "The fog is back."."""
_TEASER = range(5, 23)
_LEANS = re.compile(
    r"\A(?:it|its|he|his|she|her|they|their|this|that|these|those|there|here|so|and|but|also|then|both)\b"
    r"|\b(?:I|me|my|mine|we|us|our)\b",
    re.IGNORECASE,
)
"""What a sentence says that needs those before it, or its writer's presence: "It began with one ladder."."""
_MONTHS = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
_DAY = re.compile(
    rf"\b{_MONTHS} \d|\d(?:st|nd|rd|th|\.)? (?:of )?{_MONTHS}\b|\w of {_MONTHS}\b|\d-\d\d-\d|\d[./]\d+[./]\d"
)
"""A day of the calendar: "issue 12" is none."""


@dataclass(frozen=True, slots=True)
class ColdOpen:
    """What is said before the first chapter.

    `greeting` and `teasers` are sentences of the issue, `intro` is a short word before its first section;
    `headlines` announce its sections under the heading `theme`: those that there is time for, the others are
    left to the first chapter, and `left` tells whether there are such. Teasers are there only if the issue
    has no headlines. `room` is how many more words there is time for.
    """

    greeting: str = ""
    theme: str = ""
    intro: tuple[Spoken, ...] = ()
    headlines: tuple[Spoken, ...] = ()
    teasers: tuple[str, ...] = ()
    left: bool = False
    room: int = 0

    @property
    def tells_the_day(self) -> bool:
        """Whether the greeting has a date in it."""
        return bool(_DAY.search(self.greeting))

    @property
    def tells_the_weekday(self) -> bool:
        """Whether the greeting has the name of a day in it."""
        return bool(re.search(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", self.greeting))


def opened(
    topics: Sequence[Topic], chosen: Mapping[str, str], frame: Sequence[str], day: str
) -> tuple[ColdOpen, tuple[Topic, ...]]:
    """The cold open, and the topics without what it has said.

    Args:
        topics: the issue's, in its order.
        chosen: the show's map of heading pattern to kind.
        frame: the names of show and issue, which are said there.
        day: is said if the greeting has none; "" if the issue has no date.
    """
    room = LONGEST - sum(_FRAME_WORDS + spoken_words(name) for name in frame if name)
    greeting, rest = _greeting(topics, room)
    if not ColdOpen(greeting).tells_the_day:
        greeting, rest = _greeting(topics, room + _GRACE - spoken_words(day))
    start = ColdOpen(greeting)
    room -= spoken_words(greeting if start.tells_the_day else f"{greeting} {day}")
    if len(rest) > 1 and not (rest[0].heading or rest[0].parts or rest[0].sponsor is not None):
        words = _words(rest[0].blocks)
        if words <= room and not sections.is_headlines(rest[0], chosen):
            start, rest, room = replace(start, intro=rest[0].blocks), rest[1:], room - words
    if len(rest) > 1 and (announced := _headlines(rest, chosen)):
        others = tuple(topic for topic in rest if topic is not announced)
        theme = "" if sections.announces(announced.heading) else announced.heading
        spare = room + _GRACE - spoken_words(theme)
        told, left = _divided(announced.blocks, min(room, spare))
        start = replace(
            start,
            theme=theme if spare >= 0 else "",
            headlines=told,
            left=bool(left),
            room=room - _words(told),
        )
        return start, (replace(announced, blocks=left), *others) if left else others
    return replace(start, teasers=_teasers(rest, room - _LEAD_WORDS), room=room), rest


def _headlines(topics: Sequence[Topic], chosen: Mapping[str, str]) -> Topic | None:
    """The topic that announces the others: the first, or below an introduction one that says so."""
    if sections.is_headlines(topics[0], chosen):
        return topics[0]
    later = next((topic for topic in topics if topic.heading and topic.sponsor is None), None)
    says_so = later and sections.announces(later.heading) and sections.is_headlines(later, chosen)
    return later if says_so else None


def _words(blocks: Sequence[Spoken]) -> int:
    return sum(map(spoken_words, texts(blocks)))


def _greeting(topics: Sequence[Topic], room: int) -> tuple[str, tuple[Topic, ...]]:
    """The sentences that greet, if the issue begins with such, and what is left."""
    if not topics or (topics[0].heading and not kinds.is_greeting(topics[0].heading)):
        return "", tuple(topics)
    first, *others = topics
    said = [sentence(first.heading)] if sections.greets(first.heading) else []
    told = [one for text in _leading_texts(first.blocks) for one in sentences(text)]
    welcomes = list(takewhile(_may_welcome, told))
    hellos = [place for place, one in enumerate(welcomes) if sections.greets(one)]
    del welcomes[max(hellos, default=-1) + 1 + _MORE :]
    rest = _rest_of_paragraph(first.blocks, len(welcomes))
    if spoken_words(" ".join([*said, *welcomes, *rest])) <= room:
        welcomes += rest
    while welcomes and spoken_words(" ".join([*said, *welcomes])) > room:
        welcomes.pop()
    if not any(map(sections.greets, [*said, *welcomes])):
        return "", tuple(topics)
    heading, blocks = "" if said else first.heading, _without(first.blocks, len(welcomes))
    left = [replace(first, heading=heading, blocks=blocks)] if blocks or first.parts else []
    return " ".join(map(sentence, [*said, *welcomes])), (*left, *others)


def _rest_of_paragraph(blocks: Sequence[Spoken], number: int) -> list[str]:
    """What is left of the paragraph in which so many sentences end, if that is a few words."""
    for text in _leading_texts(blocks):
        told = sentences(text)
        if number < len(told):
            rest = list(told[number:]) if number else []
            return rest if spoken_words(" ".join(rest)) <= _SHORT else []
        number -= len(told)
    return []


def _may_welcome(said: str) -> bool:
    # A question is for the listener, and a colon leads into what comes next.
    return sections.greets(said) or (len(said.split()) <= _SHORT and not said.endswith(("?", ":")))


def _leading_texts(blocks: Sequence[Spoken]) -> Iterator[str]:
    """The texts of the paragraphs that the blocks begin with, up to the first that has a label."""
    for block in blocks:
        match block:
            case Passage((labels.Part(text, ""),)):
                yield text
            case _:
                return


def _without(blocks: Sequence[Spoken], number: int) -> tuple[Spoken, ...]:
    """The blocks without so many sentences of their paragraphs."""
    match blocks:
        case (Passage((labels.Part(text, ""),)), *others) if number:
            told = sentences(text)
            left = [Passage(labels.parts(" ".join(told[number:])))] if number < len(told) else []
            return (*left, *_without(others, max(0, number - len(told))))
    return tuple(blocks)


def _divided(blocks: Sequence[Spoken], room: int) -> tuple[tuple[Spoken, ...], tuple[Spoken, ...]]:
    """The headlines that there is room for, and the others; an entry of a list is a headline."""
    told: list[Spoken] = []
    for place, block in enumerate(blocks):
        words = _words([block])
        if words <= room:
            told.append(block)
            room -= words
        elif isinstance(block, Listing) and block.plain:
            first, left = _divided_list(block, room)
            return (*told, *first), (left, *blocks[place + 1 :])
        else:
            return tuple(told), tuple(blocks[place:])
    return tuple(told), ()


def _divided_list(listing: Listing, room: int) -> tuple[tuple[Listing, ...], Listing]:
    taken = 0
    for text in listing.texts:
        room -= spoken_words(text)
        if room < 0:
            break
        taken += 1
    first = (replace(listing, stories=listing.stories[:taken], more=0),) if taken else ()
    return first, replace(listing, stories=listing.stories[taken:])


def _teasers(topics: Sequence[Topic], room: int) -> tuple[str, ...]:
    """The first sentences of the three or two biggest topics, in their order, if there is time for them.

    What is told first would be told twice within seconds.
    """
    own = [topic for topic in topics[1:] if topic.sponsor is None and topic.heading and _first(topic)]
    for number in (3, 2):
        biggest = sorted(own, key=lambda topic: -topic.words)[:number]
        firsts = tuple(_first(topic) for topic in own if topic in biggest)
        if len(firsts) == number and sum(map(spoken_words, firsts)) <= room:
            return firsts
    return ()


def _first(topic: Topic) -> str:
    """The sentence that a topic begins with, "" if that is none, takes too long or cannot stand alone."""
    match next(topic.flat()).blocks:
        case (Passage((labels.Part(text, ""), *_)), *_):
            first = sentences(text)[0]
            fits = len(first.split()) in _TEASER and first.endswith((".", "!"))
            return first if fits and not _LEANS.search(first) else ""
    return ""
