"""The script as a file that an editor can read and edit: one parser, one printer.

    ---
    title: The Sovereign Compute Era
    date: 2025-12-23
    ---
    # Cold open
    [music: intro]
    HOST: Hey friend. It's Tuesday.
    [pause: 600ms]

A line that is neither a chapter, a cue nor a role's goes on with the line above it, so that long text may be
wrapped; blank lines do not count. Parsing what was printed gives an equal script, white space in texts aside.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import NoReturn

from issuecast.errors import ScriptError
from issuecast.models import Chapter, Cue, Line, Music, Pause, Script, Sting

_CHAPTER = re.compile(r"(#+)(?:\s+(.*))?$")
_CUE = re.compile(r"\[([^\[\]]*)\]$")
_ROLE = re.compile(r"([A-Z][A-Z0-9_-]*):(?!//)\s*(.*)")
_PAUSE = re.compile(r"(\d+(?:\.\d+)?)\s*(ms|s)")
_LONGEST_PAUSE_MS = 60_000
_LONGEST_SHOWN = 40
_MUSIC = ("intro", "outro")


def render(script: Script) -> str:
    """The script as text; white space inside titles and lines becomes single spaces."""
    head = [f"title: {_flat(script.title)}"] + ([f"date: {script.date}"] if script.date else [])
    body = [
        row
        for chapter in script.chapters
        for row in ("", f"# {_flat(chapter.title)}", *map(_row, chapter.cues))
    ]
    return "\n".join(["---", *head, "---", *body]) + "\n"


def parse(text: str, *, name: str, roles: Collection[str] | None = None) -> Script:
    """The script that the text spells.

    Args:
        text: the script format.
        name: the file's name, for error messages.
        roles: the show's roles; if given, a line of any other is an error.

    Raises:
        ScriptError: naming the line, what stands there and what was expected.
    """
    reader = _Reader(name, roles)
    rows = text.removeprefix("\ufeff").splitlines()
    for number, row in enumerate(rows, start=1):
        reader.read(number, row.strip())
    return reader.script(max(len(rows), 1))


def _flat(text: str) -> str:
    return " ".join(text.split())


def _row(cue: Cue) -> str:
    match cue:
        case Line(role, text):
            return f"{role}: {_flat(text)}"
        case Music(name):
            return f"[music: {name}]"
        case Pause(duration_ms):
            return f"[pause: {duration_ms}ms]"
        case Sting():
            return "[sting]"


@dataclass(slots=True)
class _Reader:
    """What has been read so far. `head` is None before, True inside and False after the front matter."""

    name: str
    roles: Collection[str] | None
    head: bool | None = None
    head_line: int = 0
    title: str = ""
    date: date | None = None
    chapters: list[tuple[int, str, list[Cue]]] = field(default_factory=list)

    def read(self, number: int, row: str) -> None:
        if row == "---":
            self._fence(number)
        elif self.head:
            self._setting(number, row)
        elif row:
            self.head = False
            self._row(number, row)

    def script(self, length: int) -> Script:
        if self.head:
            self._fail(self.head_line, "the front matter is not closed", "end it with a line ---")
        for number, title, cues in self.chapters:
            if not cues:
                self._fail(number, f"the chapter {_shown(title)} is empty", "give it a line, or take it out")
        if not any(isinstance(cue, Line) for _, _, cues in self.chapters for cue in cues):
            self._fail(length, "the script ends and nobody has said a word", "add a line such as HOST: Hello")
        chapters = tuple(Chapter(title, tuple(cues)) for _, title, cues in self.chapters)
        return Script(self.title, chapters, self.date)

    def _fence(self, number: int) -> None:
        if self.head is False:
            self._fail(number, "--- stands outside the front matter", "take it out, or write [pause: 600ms]")
        self.head = self.head is None
        self.head_line = number

    def _setting(self, number: int, row: str) -> None:
        key, colon, value = (part.strip() for part in row.partition(":"))
        if key == "title" and colon:
            self.title = value
        elif key == "date" and colon:
            try:
                self.date = date.fromisoformat(value)
            except ValueError:
                self._fail(number, f"{value!r} is no date", "write it as in date: 2025-12-23")
        elif row:
            self._fail(number, f"{_shown(row)} stands in the front matter", "write title: or date: there")

    def _row(self, number: int, row: str) -> None:
        if heading := _CHAPTER.match(row):
            self._chapter(number, row, *heading.groups(""))
        elif not self.chapters:
            self._fail(
                number,
                f"{_shown(row)} stands before the first chapter",
                'start with "# " and a chapter\'s title',
            )
        elif bracketed := _CUE.match(row):
            self._add(self._cue(number, row, bracketed[1]))
        elif spoken := _ROLE.match(row):
            self._line(number, *spoken.groups())
        else:
            self._continue(number, row)

    def _chapter(self, number: int, row: str, marks: str, title: str) -> None:
        if marks != "#" or not title:
            self._fail(number, f"{_shown(row)} is no chapter", 'write "# " and the chapter\'s title')
        self.chapters.append((number, title, []))

    def _cue(self, number: int, row: str, inside: str) -> Cue:
        word, _, value = (part.strip() for part in inside.partition(":"))
        if word == "sting" and not value:
            return Sting()
        if word == "music" and value in _MUSIC:
            return Music(value)
        if word == "pause" and (duration := _PAUSE.fullmatch(value)):
            milliseconds = round(float(duration[1]) * (1000 if duration[2] == "s" else 1))
            if milliseconds <= _LONGEST_PAUSE_MS:
                return Pause(milliseconds)
            self._fail(number, f"{_shown(row)} is longer than a minute", "shorten it")
        ways = {"music": "[music: intro] or [music: outro]", "pause": "[pause: 600ms] or [pause: 0.6s]"}
        close = difflib.get_close_matches(word, ["sting", *ways], n=1)
        meant = ways.get(close[0], f"[{close[0]}]") if close else "[sting], [music: intro] or [pause: 600ms]"
        return self._fail(number, f"{_shown(row)} is no cue", f"write {meant}")

    def _line(self, number: int, role: str, text: str) -> None:
        if not text:
            self._fail(
                number, f"{role} says nothing", "write what is said after the colon, or take the line out"
            )
        if self.roles is not None and role not in self.roles:
            close = difflib.get_close_matches(role, self.roles, n=1)
            known = close[0] if close else " or ".join(self.roles)
            self._fail(number, f"the show has no role {role}", f"use {known}, or add the role to show.toml")
        self._add(Line(role, _flat(text)))

    def _continue(self, number: int, row: str) -> None:
        cues = self.chapters[-1][2]
        if not cues or not isinstance(cues[-1], Line):
            self._fail(number, f"nobody says {_shown(row)}", 'start it with a role, such as "HOST: "')
        cues[-1] = Line(cues[-1].role, _flat(f"{cues[-1].text} {row}"))

    def _add(self, cue: Cue) -> None:
        self.chapters[-1][2].append(cue)

    def _fail(self, number: int, problem: str, way_out: str) -> NoReturn:
        raise ScriptError(f"{self.name}, line {number}: {problem}", way_out)


def _shown(row: str) -> str:
    return f'"{row if len(row) <= _LONGEST_SHOWN else row[:_LONGEST_SHOWN].rstrip() + "…"}"'
