"""Reads a script row by row, and goes on after a mistake: an editor hears of all of them at once."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection
from dataclasses import dataclass, field

from issuecast.models import Chapter, Cue, Line, Music, Pause, Sting
from issuecast.write.script_head import Head, flat, shown

_CHAPTER = re.compile(r"(#+)(?:\s+(.*))?$")
_NEARLY_CHAPTER = re.compile(r"#+[^\W\d_]")
_CUE = re.compile(r"\[([^\[\]]*)\]$")
_NEARLY_CUE = re.compile(r"\[\s*(?:sting|music|pause)\b", re.IGNORECASE)
_ROLE = re.compile(r"([A-Z][A-Z0-9_-]*):(?!//)\s*(.*)")
_NEARLY_ROLE = re.compile(r"([A-Za-z][\w-]*)\s?([::]?)")
_FENCE = re.compile(r"-{3,}")
_NEARLY_FENCE = re.compile(r"[-–—]+")
_CONFLICT = re.compile(r"<{7}(?: |$)|={7}$|>{7}(?: |$)")
_PAUSE = re.compile(r"(\d+(?:\.\d+)?)\s*(ms|s)")
_LONGEST_PAUSE_MS = 60_000
_MUSIC = ("intro", "outro")
_ROLE_ALIKE = 0.85
"""As difflib counts: "Analist" is taken for ANALYST, "Most" not for HOST."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake: its line, what stands there, and what to do about it."""

    line: int
    what: str
    way_out: str


@dataclass(slots=True)
class OpenChapter:
    """A chapter as far as it has been read; a `faulty` one has had a row that was not understood."""

    line: int
    title: str
    cues: list[tuple[int, Cue]] = field(default_factory=list)
    faulty: bool = False

    @property
    def finished(self) -> Chapter:
        return Chapter(self.title, tuple(cue for _, cue in self.cues))


@dataclass(slots=True)
class ScriptReader:
    """What has been read so far. `head` is None before, True inside and False after the front matter."""

    roles: Collection[str] | None
    front: Head = field(default_factory=Head)
    chapters: list[OpenChapter] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    head: bool | None = None
    head_line: int = 0
    seen: set[str] = field(default_factory=set)  # the roles that have spoken
    comment_line: int = 0  # where the open comment began
    in_conflict: bool = False
    after_blank: bool = True
    adrift: bool = False  # after a mistake, until a row is understood: what goes on with it is no second one

    def read(self, number: int, row: str) -> None:
        """Take the next row, without white space at its ends."""
        if self.comment_line or row.startswith("<!--"):
            self._comment(number, row)
        elif _CONFLICT.match(row):
            self._conflict(number, row)
        elif row and self.head is not False and _NEARLY_FENCE.fullmatch(row):
            self._fence(number, row)
        elif self.head and not _CHAPTER.match(row):
            if wrong := self.front.take(row, again=self.in_conflict):
                self._wrong(number, *wrong)
        elif row:
            if self.head:
                self._wrong(self.head_line, "the front matter is not closed", "end it with a line ---")
            self.head = False
            self._row(number, row)
            self.after_blank = False
        else:
            self.after_blank = True

    def chapters_until(self, end: int) -> list[OpenChapter]:
        """The chapters, after the last row, which is number `end`."""
        if self.head:
            self._wrong(self.head_line, "the front matter is not closed", "end it with a line ---")
        if self.comment_line:
            self._wrong(self.comment_line, "the comment is not closed", "end it with -->")
        for chapter in self.chapters:
            if not chapter.cues and not chapter.faulty:
                what = f"the chapter {shown(chapter.title)} is empty"
                self._wrong(chapter.line, what, "give it a line, or take it out")
        if not self.problems and not any(chapter.finished.lines for chapter in self.chapters):
            what = "the script ends and nobody has said a word"
            self._wrong(end, what, "add a line such as HOST: Hello")
        return self.chapters

    def _comment(self, number: int, row: str) -> None:
        self.comment_line = self.comment_line or number
        _, end, behind = row.partition("-->")
        if end:
            self.comment_line = 0
        if behind.strip():
            what = f"{shown(behind.strip())} stands behind a comment"
            self._wrong(number, what, "put it on a line of its own")

    def _fence(self, number: int, row: str) -> None:
        if row != "---":
            self._wrong(number, f"{shown(row)} is no end of front matter", "write three hyphens, ---")
        self.head = self.head is None
        self.head_line = number

    def _row(self, number: int, row: str) -> None:
        if heading := _CHAPTER.match(row):
            self._chapter(number, row, *heading.groups(""))
        elif self.after_blank and _NEARLY_CHAPTER.match(row):
            marks = len(row) - len(row.lstrip("#"))
            self._chapter(number, row, row[:marks], "")
        elif _FENCE.fullmatch(row):
            what = f"{row} stands outside the front matter"
            self._wrong(number, what, "take it out, or write [pause: 600ms]")
        elif not self.chapters:
            if not self.adrift:
                what = f"{shown(row)} stands before the first chapter"
                self._wrong(number, what, 'start with "# " and a chapter\'s title')
        elif bracketed := _CUE.match(row):
            self._cue(number, row, bracketed[1])
        elif spoken := _ROLE.match(row):
            self._line(number, *spoken.groups())
        else:
            self._continue(number, row)

    def _conflict(self, number: int, row: str) -> None:
        if row[0] == "<" or not self.in_conflict:
            what = f"{shown(row)} marks a conflict that is not resolved"
            self._wrong(number, what, "keep one of its two sides, and take its three marks out")
        self.in_conflict = row[0] != ">"

    def _chapter(self, number: int, row: str, marks: str, title: str) -> None:
        if marks != "#" or not title:
            self._wrong(number, f"{shown(row)} is no chapter", 'write "# " and the chapter\'s title')
        else:
            self.chapters.append(OpenChapter(number, flat(title)))
            self.adrift = False

    def _cue(self, number: int, row: str, inside: str) -> None:
        word, _, value = (part.strip() for part in inside.partition(":"))
        if word == "sting" and not value:
            self._add(number, Sting())
        elif word == "music" and value in _MUSIC:
            self._add(number, Music(value))
        elif word == "pause" and (duration := _PAUSE.fullmatch(value)):
            milliseconds = round(float(duration[1]) * (1000 if duration[2] == "s" else 1))
            if milliseconds > _LONGEST_PAUSE_MS:
                self._wrong(number, f"{shown(row)} is longer than a minute", "shorten it")
            else:
                self._add(number, Pause(milliseconds))
        else:
            self._wrong(number, f"{shown(row)} is no cue", f"write {_cue_meant(word)}")

    def _line(self, number: int, role: str, text: str) -> None:
        if not text:
            way_out = "write what is said after the colon, or take the line out"
            self._wrong(number, f"{role} says nothing", way_out)
        elif self.roles is not None and role not in self.roles:
            close = difflib.get_close_matches(role, self.roles, n=1)
            known = close[0] if close else " or ".join(self.roles)
            way_out = f"use {known}, or add the role to show.toml"
            self._wrong(number, f"the show has no role {role}", way_out)
        else:
            self.seen.add(role)
            self._add(number, Line(role, flat(text)))

    def _continue(self, number: int, row: str) -> None:
        cues = self.chapters[-1].cues
        line, above = cues[-1] if cues else (0, None)
        if _NEARLY_CUE.match(row):
            word = row.strip("[ ").split("]")[0].partition(":")[0].strip()
            way_out = f"write {_cue_meant(word)}, and nothing else on that line"
            self._wrong(number, f"{shown(row)} is no cue", way_out)
        elif role := self._role_meant(row):
            way_out = f'write "{role}: ", or join it to the line above'
            self._wrong(number, f"{shown(row)} looks like a line of {role}", way_out)
        elif self.adrift:
            return
        elif isinstance(above, Line):
            cues[-1] = (line, Line(above.role, flat(f"{above.text} {row}")))
        else:
            self._wrong(number, f"nobody says {shown(row)}", 'start it with a role, such as "HOST: "')

    def _role_meant(self, row: str) -> str:
        """The role that a row begins with in another spelling ("Host:"), or without its colon; else ""."""
        known = self.seen if self.roles is None else self.roles
        found = _NEARLY_ROLE.match(row)
        if not found or not found[2]:
            return found[1] if found and found[1] in known else ""
        close = difflib.get_close_matches(found[1].upper(), known, n=1, cutoff=_ROLE_ALIKE)
        return close[0] if close else ""

    def _add(self, number: int, cue: Cue) -> None:
        self.chapters[-1].cues.append((number, cue))
        self.adrift = False

    def _wrong(self, number: int, what: str, way_out: str) -> None:
        self.problems.append(Problem(number, what, way_out))
        self.adrift = not self.head
        if self.chapters:
            self.chapters[-1].faulty = True


def _cue_meant(word: str) -> str:
    """How the cue is written that a word is taken for."""
    ways = {"music": "[music: intro] or [music: outro]", "pause": "[pause: 600ms] or [pause: 0.6s]"}
    close = difflib.get_close_matches(word.lower(), ["sting", *ways], n=1)
    return ways.get(close[0], f"[{close[0]}]") if close else "[sting], [music: intro] or [pause: 600ms]"
