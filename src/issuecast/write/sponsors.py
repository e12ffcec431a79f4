"""Sponsors: whatever somebody paid for is a topic of its own, so that it is said to be, moved or dropped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal, TypeAlias

from issuecast.write import labels, sections
from issuecast.write.outline import Topic
from issuecast.write.passages import Advert, Passage

Policy: TypeAlias = Literal["keep", "second voice", "end", "drop"]

OURS = r"(?:(?:our|the|your|today['’]s|this (?:week|month|issue)['’]s|an?|from|thanks to) )*"
BY = (
    r"(?:sponsored|presented|powered|supported|brought to you|made possible)"
    r"(?: (?:content|post|section|message|in part))? by"
    r"|(?:together|in partnership|in collaboration|in association|a partnership) with"
)
PAID = (
    rf"{OURS}(?:(?:word|message|note) from )?{OURS}(?:(?:title|presenting|gold|lead) )?"
    r"(?:(?:sponsor|partner|advertiser)s?|friends?(?= at))(?: (?:message|content|post|spotlight|of the \w+))?"
    rf"|{OURS}(?:advertisement|advertorial|ads?|paid (?:post|content|partnership|promotion)|promotion)"
    r"|(?:sponsored|promoted)(?: (?:content|post|section|message))?"
)
THIS_IS = (
    r"(?:this|our|today['’]s)(?: (?:week|month)['’]s)? (?:issue|edition|newsletter|e-?mail|post|episode"
    r"|section|letter|mailing|round-?up|update) (?:is|was)(?: proudly)? "
)
_SPONSOR = re.compile(
    rf"(?:{THIS_IS})?(?:{BY})\W+(?P<by>\w.*)"
    rf"|(?:{PAID})(?:(?:\s*[:–—|,·•]\s*|\s-\s| at )(?P<paid>\w.*))?"
    r"|a message from (?P<message>\w.*)",
    re.IGNORECASE,
)

_TAGGED = re.compile(
    r"(?P<title>\S.*\S)\s*\((?:sponsor(?:ed)?|ad|advert(?:isement|orial)?|promoted|partner(?: content)?)\)",
    re.IGNORECASE,
)
"""A headline of the sponsor's that says so at its end: "Ship it today (Sponsor)"."""
_NO_NAME = re.compile(r"(?:our|your|my|us|you|an?|the|all|more|new)\b")
"""How what is no name begins: "Together with our readers"."""


def sponsor_in(heading: str) -> str | None:
    """Whom a heading names as the sponsor of what is below it: "" if it names nobody, None if it is no such.

    "Together with Harborlight", "Sponsor: Harborlight", "A message from Harborlight", "Advertisement".
    """
    found = _SPONSOR.fullmatch(heading.strip())
    if not found:
        return None
    name = (found["by"] or found["message"] or found["paid"] or "").rstrip(".:")
    return None if _NO_NAME.match(name) else name[:1].upper() + name[1:]


def _headline(heading: str) -> tuple[Passage, ...]:
    """The sponsor's own headline, which is said before its words."""
    tagged = _TAGGED.fullmatch(heading.strip())
    return (Passage(labels.parts(tagged["title"])),) if tagged else ()


def payer(heading: str, chosen: Mapping[str, str]) -> str | None:
    """Who paid for what is below a heading, as `sponsor_in` tells it; the show's map knows best."""
    kind, name = sections.mapped([heading], chosen), sponsor_in(heading)
    if name is None and _TAGGED.fullmatch(heading.strip()):
        name = ""
    if kind == "sponsor":
        return name or ""
    return None if kind else name


def apart(topics: Iterable[Topic], chosen: Mapping[str, str]) -> Iterator[Topic]:
    """The topics with each sponsor's words, a section or a block in one, as a topic of their own beside them.

    `chosen` is the show's map of heading pattern to kind, which knows best what a sponsor is.
    """
    for topic in topics:
        name = payer(topic.heading, chosen)
        if name is not None:
            yield replace(topic, sponsor=name, blocks=(*_headline(topic.heading), *topic.blocks))
        else:
            yield from _divided(topic, chosen)


def _divided(topic: Topic, chosen: Mapping[str, str]) -> Iterator[Topic]:
    own = replace(topic, blocks=(), parts=())
    for block in topic.blocks:
        if isinstance(block, Advert):
            if own.blocks:
                yield own
            yield Topic("", block.blocks, line=topic.line, sponsor=block.name)
            own = replace(own, blocks=())
        else:
            own = replace(own, blocks=(*own.blocks, block))
    for part in apart(topic.parts, chosen):
        if part.sponsor is None:
            own = replace(own, parts=(*own.parts, part))
            continue
        if own.blocks or own.parts:
            yield own
        yield part
        own = replace(own, blocks=(), parts=())
    if own.blocks or own.parts:
        yield own


def placed(topics: Sequence[Topic], policy: Policy) -> tuple[Topic, ...]:
    """The topics with the sponsors where the policy wants them."""
    if policy != "end":
        return tuple(topics)
    return tuple(sorted(topics, key=lambda topic: topic.sponsor is not None))
