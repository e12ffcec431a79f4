"""What checks look at, and what they find."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from issuecast.models import DurationMs, Issue, LeftOut, Line
from issuecast.write.account import Account, account
from issuecast.write.lexicon import Lexicon
from issuecast.write.script_format import Numbered
from issuecast.write.spoken import spoken_text


class Severity(StrEnum):
    ERROR = "error"
    """Would be voiced wrong, or not at all."""
    WARNING = "warning"
    """Would be voiced, and should be looked at."""


@dataclass(frozen=True, slots=True)
class Said:
    """A line of the script: where it stands there, in which chapter (from 0), and what a voice gets."""

    script_line: int
    chapter: int
    line: Line
    spoken: str


@dataclass(frozen=True)
class Material:
    """All that a check may look at.

    `raw` is the issue's file as text, "" if links cannot be looked for in it; `folder` is where it lies.
    `text` is the script in its written format, `script` what that spells.
    `lexicon` knows how the show says names. `earlier` are the lengths of the show's episodes. `changes` tells
    what has changed in the issue since the script was edited, `left_out` what of the issue reader and writer
    left out on purpose, `is_edited` whether a person may have taken out more. `foreign` names voices of the
    show's cast that are for another language, each with its role.
    """

    issue: Issue
    raw: str
    folder: Path
    text: str
    script: Numbered
    language: str = "en-US"
    lexicon: Lexicon = field(default_factory=Lexicon)
    earlier: tuple[DurationMs, ...] = ()
    changes: str = ""
    left_out: tuple[LeftOut, ...] = ()
    is_edited: bool = False
    foreign: tuple[str, ...] = ()

    @cached_property
    def account(self) -> Account:
        """What became of each sentence of the issue."""
        return account(self.issue, self.text, self.left_out, edited=self.is_edited)

    @property
    def is_english(self) -> bool:
        """Whether words are spelled as English ones are."""
        return self.language.lower().startswith("en")

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """The lines of all chapters in order."""
        chapters = zip(self.script.script.chapters, self.script.cues, strict=True)
        return tuple(
            Said(number, index, cue, self._spoken(cue))
            for index, (chapter, numbers) in enumerate(chapters)
            for cue, number in zip(chapter.cues, numbers, strict=True)
            if isinstance(cue, Line)
        )

    def _spoken(self, line: Line) -> str:
        return spoken_text(line.text, language=self.language, lexicon=self.lexicon.for_role(line.role))


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that a check points at: lines from 1 (0 if unknown), and the words it is about, if any."""

    sentence: str
    script_line: int = 0
    issue_line: int = 0
    words: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """A check by its name; its docstring says what it looks for."""

    name: str
    severity: Severity
    find: Callable[[Material], Iterator[Spot]]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found. The sentence has no full stop; lines count from 1, 0 is unknown."""

    name: str
    severity: Severity
    sentence: str
    script_line: int = 0
    issue_line: int = 0
