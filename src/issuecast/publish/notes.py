"""What an episode says about its issue: a summary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from issuecast.models import Issue, Paragraph, Quote, Section, blocks_of

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


def _sentences(section: Section) -> Iterator[str]:
    for block in blocks_of([section]):
        if isinstance(block, Paragraph | Quote):
            yield from re.split(r"(?<=[.!?])\s+", block.text)


def _words(section: Section) -> int:
    return sum(len(block.text.split()) for block in section.blocks if isinstance(block, Paragraph))
