"""What kind of section it is: by the show's own map, by shape, by the words of its heading."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Literal, TypeAlias

from issuecast.write.outline import Topic
from issuecast.write.passages import Listing, Passage, Quotation, Spoken

DEFAULT = "prose"
Shape: TypeAlias = Literal["any", "list", "talk"]

_HEADLINES_MOST = 7
_HEADLINE_WORDS = range(3, 31)
_LONGEST_HEADLINES = 120
"""Words: what is longer does not announce, it tells."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """Which words of a heading tell the kind of a section, if it has a list, or talk that is no list."""

    kind: str
    shape: Shape
    words: tuple[str, ...]

    def fits(self, heading: str, blocks: Sequence[Spoken]) -> bool:
        lists = sum(isinstance(block, Listing) for block in blocks)
        if (self.shape == "list" and not lists) or (self.shape == "talk" and lists == len(blocks)):
            return False
        return bool(re.search(rf"\b(?:{'|'.join(self.words)})\b", heading, re.IGNORECASE))


_RULES = (
    _Rule("quote", "any", ("quotes?|quotations?", "said it best", "in (?:his|her|their) (?:own )?words")),
    _Rule("market", "any", ("markets?|stocks?|tickers?|trading|crypto|portfolio|earnings|wall street",)),
    _Rule(
        "pick",
        "any",
        (
            r"\w+ of the (?:day|week|month)",
            r"recommend(?:ed|ations?)|our picks?|(?:editor|staff)(?:['’]?s['’]?)? picks?",
            r"what (?:i['’]m|we['’]re) \w+ing",
        ),
    ),
    _Rule("research", "list", ("research|papers?|science|studies|arxiv|preprints?|lab notes",)),
    _Rule(
        "rapid_fire",
        "list",
        (
            "rapid[- ]fire|quick (?:hits|bites|takes|reads|news)|lightning round|short takes|round[- ]?up",
            "in brief|briefs?|briefing|headlines|news|shorts|bits|bytes|snippets",
            "around the (?:web|world|industry|horn)",
        ),
    ),
    _Rule(
        "links",
        "list",
        ("links?|reading list|further reading|resources|bookmarks|worth (?:reading|a click)",),
    ),
    _Rule(
        "deep_dive",
        "talk",
        (
            "deep[- ]dives?|long read|in depth|essay|analysis|spotlight|one big thing",
            "big (?:story|idea|picture)|(?:main|top|lead|cover|feature) story|feature",
        ),
    ),
)
_GREETS = re.compile(
    r"(?:hey|hi|hello|howdy|welcome|dear|greetings|gm|happy \w+|good (?:morning|afternoon|evening|day))\b"
    r"|(?:it['’]s|it is|today is|today['’]s) (?:\w+,? ){0,2}(?:\w+day|\w+ \d{1,2}|\d{1,2}(?:st|nd|rd|th)?)\b",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(
    r"\b(?:headlines?|today|top stories|tl;?dr|at a glance|what['’]s inside|highlights|in this issue)\b",
    re.IGNORECASE,
)


def greets(sentence: str) -> bool:
    """Whether the sentence greets the reader or tells the day."""
    return bool(_GREETS.match(sentence))


def mapped(headings: Sequence[str], kinds: Mapping[str, str]) -> str:
    """The kind that the show's own map gives, "" if none: of the first heading that a pattern matches."""
    matching = (
        kind
        for heading in headings
        for pattern, kind in kinds.items()
        if fnmatchcase(heading.casefold(), pattern.casefold())
    )
    return next(matching, "")


def kind_of(headings: Sequence[str], blocks: Sequence[Spoken], kinds: Mapping[str, str]) -> str:
    """The kind of a section, which names its template.

    Args:
        headings: the clean heading, and those above it, the nearest first.
        blocks: what it says.
        kinds: the show's map of heading pattern (as in a shell, in any case) to kind: it wins over our rules.
    """
    if chosen := mapped(headings, kinds):
        return chosen
    lists = [block for block in blocks if isinstance(block, Listing)]
    if len(blocks) == 1 and isinstance(blocks[0], Quotation):
        return "quote"
    if lists and len(blocks) - len(lists) <= 1 and all(listing.linked for listing in lists):
        return "links"
    by_heading = (rule.kind for heading in headings for rule in _RULES if rule.fits(heading, blocks))
    by_shape = "rapid_fire" if lists == [*blocks] and all(listing.news for listing in lists) else DEFAULT
    return next(by_heading, by_shape if lists else DEFAULT)


def is_headlines(topic: Topic, kinds: Mapping[str, str]) -> bool:
    """Whether the first section after the greeting announces the others: a short list of plain statements."""
    if chosen := mapped([topic.heading], kinds):
        return chosen == "headlines"
    match topic:
        case Topic(blocks=(Listing(plain=True, texts=texts),), parts=()) if 1 < len(texts) <= _HEADLINES_MOST:
            return all(len(text.split()) in _HEADLINE_WORDS for text in texts)
        case Topic(blocks=blocks, parts=()) if any(isinstance(block, Passage | Listing) for block in blocks):
            return bool(_ANNOUNCES.search(topic.heading)) and topic.words <= _LONGEST_HEADLINES
    return False
