"""Sponsors: whatever somebody paid for is a topic of its own, so that it is said to be, moved or dropped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal, TypeAlias

from issuecast.models import LeftOut, Reason
from issuecast.write import sections
from issuecast.write.outline import Topic
from issuecast.write.passages import Advert, texts
from issuecast.write.sentences import sentences

Policy: TypeAlias = Literal["keep", "second voice", "end", "drop"]

_OURS = r"(?:(?:our|the|your|today['’]s|this (?:week|month|issue)['’]s|an?|from|thanks to) )*"
_BY = (
    r"(?:sponsored|presented|powered|supported|brought to you)(?: (?:content|post|section|message))? by"
    r"|(?:together|in partnership|in collaboration|in association|a partnership) with"
)
_PAID = (
    rf"{_OURS}(?:(?:word|message|note) from )?{_OURS}(?:(?:title|presenting|gold|lead) )?"
    r"(?:(?:sponsor|partner|advertiser)s?|friends?(?= at))(?: (?:message|content|post|spotlight|of the \w+))?"
    rf"|{_OURS}(?:advertisement|advertorial|ads?|paid (?:post|content|partnership|promotion)|promotion)"
    r"|(?:sponsored|promoted)(?: (?:content|post|section|message))?"
)
_SPONSOR = re.compile(
    rf"(?:{_BY})\W+(?P<by>\w.*)|(?:{_PAID})(?:(?:\s*[:–—|,]\s*|\s-\s| at )(?P<paid>\w.*))?", re.IGNORECASE
)

_NO_NAME = re.compile(r"(?:our|your|my|us|you|an?|the|all|more|new)\b")
"""How what is no name begins: "Together with our readers"."""


def sponsor_in(heading: str) -> str | None:
    """Whom a heading names as the sponsor of what is below it: "" if it names nobody, None if it is no such.

    "Together with Harborlight", "Sponsor: Harborlight", "Advertisement".
    """
    found = _SPONSOR.fullmatch(heading.strip())
    if not found:
        return None
    name = found["by"] or found["paid"] or ""
    return None if _NO_NAME.match(name) else name[:1].upper() + name[1:]


def apart(topics: Iterable[Topic], chosen: Mapping[str, str]) -> Iterator[Topic]:
    """The topics with each sponsor's words, a section or a block in one, as a topic of their own beside them.

    `chosen` is the show's map of heading pattern to kind, which knows best what a sponsor is.
    """
    for topic in topics:
        kind, name = sections.mapped([topic.heading], chosen), sponsor_in(topic.heading)
        if kind == "sponsor" or (name is not None and not kind):
            yield replace(topic, sponsor=name or "")
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


def placed(topics: Sequence[Topic], policy: Policy) -> tuple[tuple[Topic, ...], tuple[LeftOut, ...]]:
    """The topics with the sponsors where the policy wants them, and what it dropped, sentence by sentence."""
    own = [topic for topic in topics if topic.sponsor is None]
    paid = [topic for topic in topics if topic.sponsor is not None]
    match policy:
        case "end":
            return (*own, *paid), ()
        case "drop":
            return tuple(own), tuple(one for topic in paid for one in _left_out(topic))
    return tuple(topics), ()


def _left_out(topic: Topic) -> Iterator[LeftOut]:
    for flat in topic.flat():
        for text in texts(flat.blocks):
            yield from (LeftOut(said, Reason.SPONSOR, flat.line) for said in sentences(text))
