"""What an episode says about its issue: a summary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from issuecast.models import Issue, Paragraph, Quote, Section, blocks_of

_SUMMARY_LENGTH = 300
_GREETING_WORDS = 15
"""A shorter text before the first heading is a greeting, which tells nobody what the episode is about."""


def summary(issue: Issue) -> str:
    """The first whole sentences of the issue, up to some 300 characters, its greeting left out.

    A section that has said enough is not filled up with the next one's beginning; nor does a question stand
    last, whose answer would follow.
    """
    sections = list(issue.sections)
    if len(sections) > 1 and not sections[0].title and _words(sections[0]) < _GREETING_WORDS:
        del sections[0]
    return _answered(_chosen(sections))


def _chosen(sections: Iterable[Section]) -> Sequence[str]:
    chosen, length = list[str](), 0
    for section in sections:
        for sentence in _sentences(section):
            if chosen and length + len(sentence) > _SUMMARY_LENGTH:
                return chosen
            chosen.append(sentence)
            length += len(sentence) + 1
        if length > _SUMMARY_LENGTH // 3:
            break
    return chosen


def _answered(sentences: Sequence[str]) -> str:
    """The sentences without questions at their end, unless they are questions only."""
    last = max(
        (at for at, one in enumerate(sentences) if not one.rstrip("\"'”’)*_ ").endswith("?")), default=-1
    )
    return " ".join(sentences[: last + 1] or sentences).strip()


def _sentences(section: Section) -> Iterator[str]:
    for block in blocks_of([section]):
        if isinstance(block, Paragraph | Quote):
            yield from re.split(r"(?<=[.!?])\s+", block.text)


def _words(section: Section) -> int:
    return sum(len(block.text.split()) for block in section.blocks if isinstance(block, Paragraph))
