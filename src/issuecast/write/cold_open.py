"""The cold open: the issue's greeting, and what is coming. At most some 25 seconds."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from issuecast.write import labels, sections
from issuecast.write.outline import Topic
from issuecast.write.passages import Passage, Spoken, word_count
from issuecast.write.sentences import sentences

_LONGEST_GREETING = 30
_LONGEST_INTRO = 30
_LONGEST_OPEN = 58
"""Words of the issue, beside the ten or so that name the show: 25 seconds at 160 words a minute."""
_SHORT = 8
_TEASER = range(5, 23)


@dataclass(frozen=True, slots=True)
class ColdOpen:
    """What is said before the first chapter.

    `greeting` and `teasers` are sentences of the issue, `intro` is a short word before its first section;
    `headlines` announce its sections under the heading `theme`; if they would take too long, they are left to
    the first chapter. Teasers are there only if the issue has no headlines.
    """

    greeting: str = ""
    theme: str = ""
    intro: tuple[Spoken, ...] = ()
    headlines: tuple[Spoken, ...] = ()
    teasers: tuple[str, ...] = ()

    @property
    def tells_the_day(self) -> bool:
        """Whether the greeting has a date in it."""
        return bool(re.search(r"\d", self.greeting))


def opened(topics: Sequence[Topic], kinds: Mapping[str, str]) -> tuple[ColdOpen, tuple[Topic, ...]]:
    """The cold open, and the topics without what it has said."""
    greeting, rest = _greeting(topics)
    left = _LONGEST_OPEN - len(greeting.split())
    intro: tuple[Spoken, ...] = ()
    if len(rest) > 1 and not (rest[0].heading or rest[0].parts) and rest[0].words <= _LONGEST_INTRO:
        intro, rest = rest[0].blocks, rest[1:]
        left -= word_count(intro)
    if len(rest) > 1 and sections.is_headlines(rest[0], kinds):
        theme, fits = rest[0].heading, rest[0].words <= left
        return ColdOpen(greeting, theme, intro, rest[0].blocks if fits else ()), rest[1 if fits else 0 :]
    return ColdOpen(greeting, intro=intro, teasers=_teasers(rest, left)), rest


def _greeting(topics: Sequence[Topic]) -> tuple[str, tuple[Topic, ...]]:
    """The sentences that greet, if the issue begins with such, and what is left."""
    match topics:
        case (Topic("", (Passage((labels.Part(text, ""),)), *blocks), parts), *others):
            told = sentences(text)
        case _:
            return "", tuple(topics)
    taken = 0
    while taken < len(told) and (sections.greets(told[taken]) or len(told[taken].split()) <= _SHORT):
        taken += 1
    while taken and len(" ".join(told[:taken]).split()) > _LONGEST_GREETING:
        taken -= 1
    if not any(sections.greets(said) for said in told[:taken]):
        return "", tuple(topics)
    if taken < len(told):
        blocks = [Passage(labels.parts(" ".join(told[taken:]))), *blocks]
    rest = Topic("", tuple(blocks), parts)
    return " ".join(told[:taken]), (rest, *others) if rest.blocks or rest.parts else tuple(others)


def _teasers(topics: Sequence[Topic], longest: int) -> tuple[str, ...]:
    """The first sentences of the two or three biggest topics, in their order, if they are short enough."""
    biggest = sorted(topics, key=lambda topic: -topic.words)[:3]
    firsts = [first for topic in topics if topic in biggest and topic.heading and (first := _first(topic))]
    return tuple(firsts) if len(firsts) > 1 and len(" ".join(firsts).split()) <= longest else ()


def _first(topic: Topic) -> str:
    """The sentence that a topic begins with, "" if that is none or would take too long."""
    match next(topic.flat()).blocks:
        case (Passage((labels.Part(text, ""), *_)), *_):
            first = sentences(text)[0]
            return first if len(first.split()) in _TEASER and first.endswith((".", "!")) else ""
    return ""
