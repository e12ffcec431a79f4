"""Which of an issue's links and pictures belong to which chapter: those of the words that are said in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from issuecast.models import Block, Image, Issue, Section, Timeline, blocks_of

_RUN = 3
"""Words in a row that are taken for the issue's own if a chapter says them."""

_WORD = re.compile(r"\w+")
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)


def with_links(timeline: Timeline, issue: Issue) -> Timeline:
    """Each chapter with the first link, and the first picture, of the part of the issue that it tells."""
    said = [_runs(line.text for line in chapter.lines) for chapter in timeline]
    urls, images = dict[int, str](), dict[int, str]()
    for section in _sections(issue.sections):
        blocks = list(blocks_of([replace(section, parts=())]))
        for block, chapter in zip(blocks, _chapters(blocks, said), strict=True):
            for link in getattr(block, "links", ()):
                if _WEB.fullmatch(link.url):
                    urls.setdefault(chapter, link.url)
            if isinstance(block, Image) and _WEB.fullmatch(block.url):
                images.setdefault(chapter, block.url)
    return tuple(
        replace(chapter, url=urls.get(index, ""), image=images.get(index, ""))
        for index, chapter in enumerate(timeline)
    )


def _sections(sections: Iterable[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _sections(section.parts)


def _chapters(blocks: Sequence[Block], said: Sequence[frozenset[str]]) -> list[int]:
    """The chapter of each block of a section, by what it says itself, else by what stands before it or after.

    -1 if nothing of the section is heard.
    """
    own = [_chapter_of(_runs([getattr(block, "text", "")]), said) for block in blocks]
    now = next((chapter for chapter in own if chapter >= 0), -1)
    found = []
    for chapter in own:
        now = chapter if chapter >= 0 else now
        found.append(now)
    return found


def _chapter_of(runs: frozenset[str], said: Sequence[frozenset[str]]) -> int:
    """The chapter that says most of these, the first of several; headlines alone do not count."""
    shared = [len(runs & chapter) for chapter in said]
    most = max(shared, default=0)
    return shared.index(most) if most and most * 4 >= len(runs) else -1


def _runs(texts: Iterable[str]) -> frozenset[str]:
    """Every few words in a row of these texts, in lower case; a short text is one itself."""
    runs = set[str]()
    for text in texts:
        words = _WORD.findall(text.lower())
        runs |= {" ".join(words[at : at + _RUN]) for at in range(max(len(words) - _RUN + 1, 1))}
    return frozenset(runs - {""})
