"""Pacing: lines that can be said in a breath or two, and no more stings than the ear likes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from issuecast.models import Chapter, Cue, Line, Pause, Script, Sting
from issuecast.write import brackets
from issuecast.write.sentences import after, sentences

LONGEST_LINE = 40
"""Words of a line, unless a single sentence has more and no place to breathe."""
WORDS_PER_SECOND = 2.6
"""Of spoken words, 156 a minute."""
STING_APART_S = 20
"""A shorter chapter has no sting, and a sting is at least so far from the one before."""

_SIGN = re.compile(r"[$€£%]|(?<=\d)(?:\.(?=\d)|[A-Za-z]\b)")
"""What is a word of its own beside a number."""
_LONGEST_PERIOD = 46
"""Words of a sentence that is not divided at a comma."""
_SHORTEST_HALF = 8
"""Words on each side of a place to breathe."""
_RELIEF = "Also"
"""What a third line begins with that would begin like the two before it."""


def paced(script: Script) -> Script:
    """The script in lines that can be said, without drumming, and without the stings that come too soon."""
    chapters = [replace(chapter, cues=tuple(_in_lines(chapter.cues))) for chapter in script.chapters]
    return replace(script, chapters=tuple(_spaced(_undrummed(chapters))))


def seconds(cues: Sequence[Cue]) -> float:
    """How long the cues will take to say, about; music aside."""
    spoken = sum(spoken_words(cue.text) for cue in cues if isinstance(cue, Line))
    return spoken / WORDS_PER_SECOND + sum(cue.duration_ms for cue in cues if isinstance(cue, Pause)) / 1000


def spoken_words(text: str) -> int:
    """How many words a written text is said in, about: "2025" is three, "$4.75B" six."""
    return sum(1 + sum(c.isdigit() for c in word) // 2 + len(_SIGN.findall(word)) for word in text.split())


def _in_lines(cues: Sequence[Cue]) -> Iterator[Cue]:
    """The cues with lines of a sensible length; what ends with a colon goes on in the same breath."""
    said: Line | None = None
    for cue in cues:
        if said and isinstance(cue, Line) and _announces(said, cue):
            said = Line(said.role, f"{said.text} {brackets.opened(cue.text)}")
            continue
        if said:
            yield from (Line(said.role, text) for text in lines_of(said.text))
        said = Line(cue.role, brackets.opened(cue.text)) if isinstance(cue, Line) else None
        if not isinstance(cue, Line):
            yield cue
    if said:
        yield from (Line(said.role, text) for text in lines_of(said.text))


def _announces(line: Line, after: Line) -> bool:
    short = len(line.text.split()) + len(after.text.split()) <= LONGEST_LINE
    return line.role == after.role and line.text.endswith(":") and short


def lines_of(text: str) -> list[str]:
    """The text in lines of whole sentences; a sentence too long to be said is divided where one breathes."""
    units = [unit for said in sentences(text) for unit in _breaths(said)]
    lines: list[str] = []
    for unit in units:
        if lines and len(lines[-1].split()) + len(unit.split()) <= LONGEST_LINE:
            lines[-1] += f" {unit}"
        else:
            lines.append(unit)
    return lines


def _breaths(said: str) -> list[str]:
    """A sentence whole, or in halves: at a strong mark near its middle, else at a comma."""
    words = said.split()
    if len(words) <= LONGEST_LINE:
        return [said]
    for marks, longest in ((";:—–", LONGEST_LINE), (",", _LONGEST_PERIOD)):
        places = range(_SHORTEST_HALF, len(words) - _SHORTEST_HALF + 1)
        if len(words) > longest and (ends := [i for i in places if words[i - 1][-1] in marks]):
            end = min(ends, key=lambda place: abs(2 * place - len(words)))
            return [*_breaths(" ".join(words[:end])), *_breaths(" ".join(words[end:]))]
    return [said]


def _undrummed(chapters: Sequence[Chapter]) -> Iterator[Chapter]:
    """The chapters without three lines in a row that begin with the same word."""
    drum: list[str] = []
    for chapter in chapters:
        cues: list[Cue] = []
        for cue in chapter.cues:
            if not isinstance(cue, Line):
                cues.append(cue)
                continue
            word, before = first_word(cue.text), cues[-1] if cues else None
            if drum[-2:] != [word, word]:
                cues.append(cue)
            elif isinstance(before, Line) and _fits_behind(before, cue):
                cues[-1] = Line(cue.role, f"{before.text} {cue.text}")
                continue
            else:
                cue = Line(cue.role, after(_RELIEF, cue.text))  # noqa: PLW2901
                cues.append(cue)
            drum.append(first_word(cue.text))
        yield replace(chapter, cues=tuple(cues))


def first_word(text: str) -> str:
    """The word that a line begins with, in lower case, without what is attached to it."""
    return re.split(r"[^\w]", text.lstrip("“\"'(").lower(), maxsplit=1)[0]


def _fits_behind(before: Line, cue: Line) -> bool:
    words = len(before.text.split()) + len(cue.text.split())
    return before.role == cue.role and words <= LONGEST_LINE


def _spaced(chapters: Iterable[Chapter]) -> Iterator[Chapter]:
    since_sting = float(STING_APART_S)
    for chapter in chapters:
        length = seconds(chapter.cues)
        if Sting() in chapter.cues and min(length, since_sting) >= STING_APART_S:
            since_sting = 0.0
        else:
            chapter = replace(chapter, cues=tuple(cue for cue in chapter.cues if cue != Sting()))  # noqa: PLW2901
        since_sting += length
        yield chapter
