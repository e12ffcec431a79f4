"""The account of an issue: each of its sentences is in the script, or is left out for a reason.

It does not believe the templates: it looks for the issue's own words in the script as it stands, whoever
wrote or edited it. What is found nowhere and has no reason is lost, and said to be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from issuecast.models import (
    Aside,
    Block,
    Footnote,
    Image,
    Issue,
    LeftOut,
    Paragraph,
    Quote,
    Reason,
    Section,
    Table,
    Totals,
    blocks_of,
)
from issuecast.write import headings
from issuecast.write.plain import plain
from issuecast.write.pointers import NUMBERED
from issuecast.write.sentences import sentences
from issuecast.write.word_search import Words, words_of

_LABEL = re.compile(r"[^:.!?]{1,60}:\s+(?=\S)")
_ROLE = re.compile(r"\A[A-Z][A-Z0-9_-]*:\s+")
_UNSPOKEN = re.compile(r"\[[^\[\]]*\]|<!--.*-->")
_POINTING = frozenset("click tap here this link".split())  # noqa: SIM905
"""Words that a number in the show notes stands for."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A sentence of the issue: its line there (0 if unknown), and the script's lines that say it, from 1.

    Without such lines `reason` tells why; None means that it is lost.
    """

    line: int
    text: str
    said: tuple[int, ...] = ()
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """The entries in the issue's order; what the reader left out stands where it was."""

    entries: tuple[Entry, ...]

    @property
    def lost(self) -> tuple[Entry, ...]:
        """What is neither said nor left out for a reason."""
        return tuple(entry for entry in self.entries if not entry.said and entry.reason is None)

    @property
    def totals(self) -> Totals:
        """How many entries are spoken, and how many are not, by reason."""
        reasons = [entry.reason for entry in self.entries if entry.reason]
        counts = {reason.name.lower(): reasons.count(reason) for reason in Reason if reason in reasons}
        spoken = len(self.entries) - len(reasons) - len(self.lost)
        return Totals(spoken, counts | ({"lost": len(self.lost)} if self.lost else {}))


def account(issue: Issue, script: str, left_out: Sequence[LeftOut], *, edited: bool = False) -> Account:
    """The account of an issue for a script in its written format.

    Args:
        issue: as it was read.
        script: the text of the script, printed or edited.
        left_out: what reader and writer left out on purpose.
        edited: whether a person changed the script, and so may have taken sentences out.
    """
    titles, spoken = _rows(script)
    reasons = _Reasons(left_out, Reason.EDITED if edited else None)
    found = list(_Search(Words.of(titles), Words.of(spoken), reasons).entries(issue))
    others = [Entry(one.line, one.text, (), one.reason) for one in left_out if id(one) not in reasons.given]
    return Account(tuple(sorted((*found, *others), key=lambda entry: entry.line)))


def _rows(script: str) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """The script's chapter titles, and its lines without roles and links' numbers, with their own numbers."""
    titles, spoken = [], []
    for number, row in enumerate(script.splitlines(), 1):
        if row.startswith("# "):
            titles.append((number, row[2:]))
        elif titles and not _UNSPOKEN.fullmatch(row.strip()):
            spoken.append((number, NUMBERED.sub("", _ROLE.sub("", row))))
    return titles, spoken


@dataclass(frozen=True, slots=True)
class _Reasons:
    """Why a sentence is not said; `given` are the ids of what has answered, so that it is not told twice."""

    left_out: Sequence[LeftOut]
    default: Reason | None
    given: set[int] = field(default_factory=set)

    def of(self, line: int, words: tuple[str, ...]) -> Reason | None:
        return self.told(line, words) or self.default

    def told(self, line: int, words: tuple[str, ...]) -> Reason | None:
        for one in self.left_out:
            told = _unpointed(words_of(NUMBERED.sub("", plain(one.text)))) if one.line == line else ()
            if told and _holds(told, _unpointed(words)):
                self.given.add(id(one))
                return one.reason
        return None


def _unpointed(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in _POINTING)


def _holds(told: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether the words are among those of what was left out, or begin with them."""
    if words[: len(told)] == told:
        return True
    return any(told[i : i + len(words)] == words for i in range(len(told) - len(words) + 1))


@dataclass(frozen=True, slots=True)
class _Search:
    titles: Words
    spoken: Words
    reasons: _Reasons

    def entries(self, issue: Issue) -> Iterator[Entry]:
        place = 0
        for line, text, is_heading in _units(issue.sections):
            words = words_of(plain(text))
            if not words:
                yield Entry(line, text, (), Reason.WORDLESS)
                continue
            places = self._find(text, words, place)
            if places and places.start < place and (reason := self.reasons.told(line, words)):
                yield Entry(line, text, (), reason)  # what was said above is its namesake
            elif places:
                place = places.stop
                yield Entry(line, text, self.spoken.rows_at(places))
            elif is_heading and (titled := self.titles.find(words)):
                yield Entry(line, text, self.titles.rows_at(titled))
            elif is_heading and words == words_of(plain(issue.title)):
                yield Entry(line, text, (), Reason.NAMING)
            else:
                reason = self.reasons.of(line, words)
                yield Entry(line, text, (), reason or (Reason.HEADING if is_heading else None))

    def _find(self, text: str, words: tuple[str, ...], place: int) -> range | None:
        """Where the sentence is said: whole, without its label, or with a number for its "here"."""
        without_label = words_of(_LABEL.sub("", plain(text), count=1))
        ways = dict.fromkeys((words, without_label, _unpointed(words)))
        return next((found for way in ways if way and (found := self.spoken.find(way, place))), None)


def _units(sections: Iterable[Section]) -> Iterator[tuple[int, str, bool]]:
    """Each heading, sentence, row and description: its line, its text, whether it is a heading."""
    for section in sections:
        if section.title:
            yield section.line, headings.clean(section.title) or section.title, True
        for block in blocks_of([Section("", section.blocks)]):
            yield from ((line, text, False) for line, text in _texts(block))
        yield from _units(section.parts)


def _texts(block: Block) -> Iterator[tuple[int, str]]:
    match block:
        case Quote(text, speaker):
            yield from ((block.line, said) for said in (*sentences(text), speaker) if said)
        case Paragraph(text) | Aside(text) | Footnote(text=text):
            yield from ((block.line, said) for said in sentences(text))
        case Table(rows=rows):
            yield from ((block.line, " ".join(row)) for row in rows)
        case Image(alt) if alt:
            yield block.line, alt
        case _:
            pass
