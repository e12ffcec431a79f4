"""Pacing: lines that can be said in a breath or two, and no more stings than the ear likes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from issuecast.models import Chapter, Cue, Line, Pause, Script, Sting
from issuecast.write.sentences import sentences

LONGEST_LINE = 40
"""Words of a line, unless a single sentence has more."""
LONGEST_SENTENCE = 60
"""Words of a sentence that is not divided."""
WORDS_PER_SECOND = 2.6
"""Of spoken words, 156 a minute."""
STING_APART_S = 20
"""A shorter chapter has no sting, and a sting is at least so far from the one before."""

_BREATH = re.compile(r"(?<=[;:,—–])\s+")


def paced(script: Script) -> Script:
    """The script with its long lines divided at sentence ends, and without the stings that come too soon."""
    divided = [replace(chapter, cues=tuple(_divided(chapter.cues))) for chapter in script.chapters]
    return replace(script, chapters=tuple(_spaced(divided)))


def seconds(cues: Sequence[Cue]) -> float:
    """How long the cues will take to say, about; music aside."""
    spoken = sum(_spoken_words(cue.text) for cue in cues if isinstance(cue, Line))
    return spoken / WORDS_PER_SECOND + sum(cue.duration_ms for cue in cues if isinstance(cue, Pause)) / 1000


def _spoken_words(text: str) -> int:
    """A number is several words: "$4.75B" is six, "2025" two."""
    return sum(1 + sum(c.isdigit() for c in word) // 2 for word in text.split())


def _divided(cues: Sequence[Cue]) -> Iterator[Cue]:
    for cue in cues:
        if isinstance(cue, Line):
            yield from (Line(cue.role, text) for text in lines_of(cue.text))
        else:
            yield cue


def lines_of(text: str) -> list[str]:
    """The text in lines of whole sentences; a sentence too long to be said is divided where one breathes."""
    units = [unit for said in sentences(text) for unit in _breaths(said)]
    lines: list[list[str]] = []
    for unit in units:
        if lines and sum(len(part.split()) for part in (*lines[-1], unit)) <= LONGEST_LINE:
            lines[-1].append(unit)
        else:
            lines.append([unit])
    return [" ".join(line) for line in lines]


def _breaths(said: str) -> list[str]:
    if len(said.split()) <= LONGEST_SENTENCE:
        return [said]
    phrases = _BREATH.split(said)
    breaths = [phrases[0]]
    for phrase in phrases[1:]:
        if len(breaths[-1].split()) + len(phrase.split()) <= LONGEST_LINE:
            breaths[-1] += f" {phrase}"
        else:
            breaths.append(phrase)
    return breaths


def _spaced(chapters: Sequence[Chapter]) -> Iterator[Chapter]:
    since_sting = float(STING_APART_S)
    for chapter in chapters:
        length = seconds(chapter.cues)
        if Sting() in chapter.cues and min(length, since_sting) >= STING_APART_S:
            since_sting = 0.0
        else:
            chapter = replace(chapter, cues=tuple(cue for cue in chapter.cues if cue != Sting()))  # noqa: PLW2901
        since_sting += length
        yield chapter
