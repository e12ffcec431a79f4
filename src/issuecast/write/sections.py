"""What kind of section it is: by the show's own map, by shape, by the words of its heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from fnmatch import fnmatchcase

from issuecast.write import events, jobs, kinds
from issuecast.write.outline import Topic
from issuecast.write.passages import Listing, Passage, Quotation, Spoken

DEFAULT = "prose"

_HEADLINES_MOST = 7
_HEADLINE_WORDS = range(3, 31)
_LONGEST_HEADLINES = 120
"""Words: what is longer does not announce, it tells."""
_MORE_THAN_LINKS = frozenset({"events", "jobs", "poll", "quote"})
"""Kinds that a heading tells even if what is below it are links."""
_ENTRIES = frozenset({"events", "jobs", "poll"})
"""Shapes of what is no headline, although it may be short: "18:00: Choir"."""
_MAY_ANNOUNCE = frozenset({"", "rapid_fire", "links", "events", "deep_dive"})
"""Kinds whose words are also in the headings of headlines: "News", "What's inside", "Coming up"."""

_GREETS = re.compile(
    r"(?:hey|hi|hello|howdy|welcome|dear|greetings|gm|happy \w+|good (?:morning|afternoon|evening|day)"
    r"|(?:morning|afternoon|evening)(?=[,!]))\b"
    r"|(?:it['’]s|it is|today is|today['’]s) (?:\w+,? ){0,2}(?:\w+day|\w+ \d{1,2}|\d{1,2}(?:st|nd|rd|th)?)\b"
    r"|(?:\w+day,? )?(?:\d{1,2} [^\W\d]{3,9}|[^\W\d]{3,9}\.? \d{1,2})(?:,? \d{4})?\.?$",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(
    r"\b(?:headlines?|today|top stories|tl;?dr|at a glance|highlights|contents"
    r"|in (?:this|today['’]s) (?:issue|edition|newsletter)|what['’]s (?:inside|in (?:this|today))|inside"
    r"|on (?:the|today['’]s) menu|coming up)\b",
    re.IGNORECASE,
)


def greets(sentence: str) -> bool:
    """Whether the sentence greets the reader or tells the day."""
    return bool(_GREETS.match(sentence))


def announces(heading: str) -> bool:
    """Whether a heading only says that headlines follow: "At a glance"."""
    return bool(_ANNOUNCES.search(heading))


def mapped(headings: Sequence[str], chosen: Mapping[str, str]) -> str:
    """The kind that the show's own map gives, "" if none: of the first heading that a pattern matches."""
    matching = (
        kind
        for heading in headings
        for pattern, kind in chosen.items()
        if fnmatchcase(heading.casefold(), pattern.casefold())
    )
    return next(matching, "")


def kind_of(headings: Sequence[str], blocks: Sequence[Spoken], chosen: Mapping[str, str]) -> str:
    """The kind of a section, which names its template.

    Args:
        headings: the clean heading, and those above it, the nearest first.
        blocks: what it says.
        chosen: the show's map of heading pattern (as in a shell, in any case) to kind, which wins over rules.
    """
    if kind := mapped(headings, chosen):
        return kind
    told = next((kind for heading in headings if (kind := kinds.told_by(heading, blocks))), "")
    shaped = _shaped(blocks)
    if told in _MORE_THAN_LINKS or shaped not in {"links", "quote"}:
        return told or shaped
    return shaped


def _shaped(blocks: Sequence[Spoken]) -> str:
    """The kind that the blocks tell without a heading."""
    match blocks:
        case (Quotation(),):
            return "quote"
    lists = [block for block in blocks if isinstance(block, Listing)]
    said = [entry.parts[0].said for listing in lists for entry in listing.entries if entry.parts]
    shapes = {
        "events": _mostly(map(events.event, said)),
        "jobs": _mostly(map(jobs.job, said)),
        "links": len(blocks) - len(lists) <= 1 and all(listing.linked for listing in lists),
        "poll": kinds.asks(blocks),
        "rapid_fire": len(lists) == len(blocks) and all(listing.news for listing in lists),
    }
    return next((kind for kind, fits in shapes.items() if fits and lists), DEFAULT)


def _mostly(understood: Iterable[object]) -> bool:
    """Whether of several entries two thirds are understood."""
    found = [one is not None for one in understood]
    return len(found) > 1 and sum(found) * 3 > len(found) * 2


def is_headlines(topic: Topic, chosen: Mapping[str, str]) -> bool:
    """Whether the first section after the greeting announces the others: by a short list of statements."""
    if kind := mapped([topic.heading], chosen):
        return kind == "headlines"
    if (
        topic.sponsor is not None
        or topic.parts
        or (_shaped(topic.blocks) in _ENTRIES and not announces(topic.heading))
        or kinds.told_by(topic.heading, topic.blocks) not in _MAY_ANNOUNCE
    ):
        return False
    match topic.blocks:
        case (Listing(plain=True, texts=texts, statements=tells),) if 1 < len(texts) <= _HEADLINES_MOST:
            fit = all(len(text.split()) in _HEADLINE_WORDS for text in texts)
            return fit and (tells or not topic.heading or announces(topic.heading))
        case blocks if any(isinstance(block, Passage | Listing) for block in blocks):
            return announces(topic.heading) and topic.words <= _LONGEST_HEADLINES
    return False
