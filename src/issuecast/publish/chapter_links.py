"""Which of an issue's links and pictures belong to which chapter: those of the words that are said in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from issuecast.models import Block, Image, Issue, Section, Timeline, blocks_of

_RUN = 3
"""Words in a row that are taken for the issue's own if a chapter says them."""

_HALF, _QUARTER = 0.5, 0.25

_WORD = re.compile(r"\w+")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
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


def unseen(issue: Issue) -> Iterator[str]:
    """A sentence for the editor if pictures lie beside the issue only, where no listener's app finds them."""
    blocks = (block for section in _sections(issue.sections) for block in section.blocks)
    local = [block.url for block in blocks if isinstance(block, Image) and not _SCHEME.match(block.url)]
    names = ", ".join(dict.fromkeys(filter(None, local)))
    if names:
        yield f"No chapter shows {names}: a chapter's picture needs an address on the web (https://…)."


def _sections(sections: Iterable[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _sections(section.parts)


def _chapters(blocks: Sequence[Block], said: Sequence[frozenset[str]]) -> list[int]:
    """The chapter of each block of a section, by what it says itself, else by what stands before it or after.

    A block that one chapter says half of is that chapter's; of the chapters that tell the section's other
    blocks a quarter is enough, since they say it in their own words. -1 if nothing of the section is heard.
    """
    shared = [
        _Shared(runs, [len(runs & chapter) for chapter in said])
        for runs in (_runs([getattr(block, "text", "")]) for block in blocks)
    ]
    together = [sum(counts) for counts in zip(*(one.counts for one in shared), strict=True)]
    own = [one.chapter(_HALF, range(len(said)), together) for one in shared]
    home = sorted({chapter for chapter in own if chapter >= 0})
    own = [
        chapter if chapter >= 0 else one.chapter(_QUARTER, home, together)
        for chapter, one in zip(own, shared, strict=True)
    ]
    now = next((chapter for chapter in own if chapter >= 0), -1)
    found = []
    for chapter in own:
        now = chapter if chapter >= 0 else now
        found.append(now)
    return found


@dataclass(frozen=True, slots=True)
class _Shared:
    """A block's runs of words, and how many of them each chapter says."""

    runs: frozenset[str]
    counts: Sequence[int]

    def chapter(self, least: float, among: Iterable[int], together: Sequence[int]) -> int:
        """The chapter that says most of these, at least that share; of several the one that tells more of the
        section (`together`), then the first. -1 if there is none.
        """
        best = max(among, key=lambda at: (self.counts[at], together[at]), default=-1)
        is_said = best >= 0 and self.counts[best] and self.counts[best] >= least * len(self.runs)
        return best if is_said else -1


def _runs(texts: Iterable[str]) -> frozenset[str]:
    """Every few words in a row of these texts, in lower case; a short text is one itself."""
    runs = set[str]()
    for text in texts:
        words = _WORD.findall(text.lower())
        runs |= {" ".join(words[at : at + _RUN]) for at in range(max(len(words) - _RUN + 1, 1))}
    return frozenset(runs - {""})
