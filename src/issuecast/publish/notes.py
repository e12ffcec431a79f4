"""What an episode says about its issue: a summary and the links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from issuecast.models import Block, BulletList, Issue, Link, NumberedList, Paragraph, Quote, Section

_SUMMARY_LENGTH = 300
_GREETING_WORDS = 15
"""A shorter text before the first heading is a greeting, which tells nobody what the episode is about."""


def summary(issue: Issue) -> str:
    """The first whole sentences of the issue, up to some 300 characters, its greeting left out.

    A section that has said enough is not filled up with the next one's beginning.
    """
    sections = list(issue.sections)
    if len(sections) > 1 and not sections[0].title and _words(sections[0]) < _GREETING_WORDS:
        del sections[0]
    chosen = ""
    for section in sections:
        for sentence in _sentences(section):
            if chosen and len(chosen) + len(sentence) > _SUMMARY_LENGTH:
                return chosen
            chosen = f"{chosen} {sentence}".strip()
        if len(chosen) > _SUMMARY_LENGTH // 3:
            break
    return chosen


def links(issue: Issue) -> tuple[Link, ...]:
    """The issue's links in its order, each address once."""
    first: dict[str, Link] = {}
    for block in _blocks(issue.sections):
        for link in getattr(block, "links", ()):
            first.setdefault(link.url, link)
    return tuple(first.values())


def _blocks(sections: Sequence[Section]) -> Iterator[Block]:
    for section in sections:
        yield from _flat(section.blocks)
        yield from _blocks(section.parts)


def _flat(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, BulletList | NumberedList):
            for item in block.items:
                yield from _flat(item.blocks)


def _sentences(section: Section) -> Iterator[str]:
    for block in _blocks([section]):
        if isinstance(block, Paragraph | Quote):
            yield from re.split(r"(?<=[.!?])\s+", block.text)


def _words(section: Section) -> int:
    return sum(len(block.text.split()) for block in _flat(section.blocks) if isinstance(block, Paragraph))
