"""The script as a file that an editor can read and edit: one parser, one printer.

    ---
    title: The Sovereign Compute Era
    date: 2025-12-23
    ---
    # Cold open
    [music: intro]
    HOST: Hey friend. It's Tuesday.
    [pause: 600ms]
    <!-- a note of the editor's, which nobody hears -->

A line that is neither a chapter, a cue, a comment nor a role's goes on with the line above it, so that long
text may be wrapped; blank lines do not count. A title may stand in quotes, as in YAML. In the front matter
`issuecast script --write` adds `made_from:`, which tells a later run what it was made from (edited.py); there
is no other key. Parsing what was printed gives an equal script, white space in texts aside.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from issuecast.errors import ScriptError
from issuecast.models import Cue, Line, Music, Pause, Script, Sting
from issuecast.write.script_head import flat, head
from issuecast.write.script_reader import Problem, ScriptReader

_MOST_PROBLEMS = 5


@dataclass(frozen=True, slots=True)
class Numbered:
    """A script and where it stands in its text, in lines from 1.

    `titles` has a line for each chapter, `cues` for each chapter the lines on which its cues begin.
    """

    script: Script
    titles: tuple[int, ...]
    cues: tuple[tuple[int, ...], ...]


def render(script: Script) -> str:
    """The script as text; white space inside titles and lines becomes single spaces."""
    body = [
        row
        for chapter in script.chapters
        for row in ("", f"# {flat(chapter.title)}", *map(_row, chapter.cues))
    ]
    return "\n".join(["---", *head(flat(script.title), script.date), "---", *body]) + "\n"


def parse(text: str, *, name: str, roles: Collection[str] | None = None) -> Script:
    """The script that the text spells.

    Args:
        text: the script format.
        name: the file's name, for error messages.
        roles: the show's roles; if given, a line of any other is an error.

    Raises:
        ScriptError: naming for each mistake the line, what stands there and what was expected.
    """
    return parse_numbered(text, name=name, roles=roles).script


def parse_numbered(text: str, *, name: str, roles: Collection[str] | None = None) -> Numbered:
    """The script that the text spells, and on which lines; arguments and errors are those of `parse`."""
    reader = ScriptReader(roles)
    rows = text.removeprefix("\ufeff").splitlines()
    for number, row in enumerate(rows, start=1):
        reader.read(number, row.strip())
    chapters = reader.chapters_until(max(len(rows), 1))
    if reader.problems:
        raise _error(name, sorted(reader.problems, key=lambda problem: problem.line))
    return Numbered(
        Script(reader.front.title, tuple(chapter.finished for chapter in chapters), reader.front.date),
        tuple(chapter.line for chapter in chapters),
        tuple(tuple(line for line, _ in chapter.cues) for chapter in chapters),
    )


def _row(cue: Cue) -> str:
    match cue:
        case Line(role, text):
            return f"{role}: {flat(text)}"
        case Music(name):
            return f"[music: {name}]"
        case Pause(duration_ms):
            return f"[pause: {duration_ms}ms]"
        case Sting():
            return "[sting]"


def _error(name: str, problems: Sequence[Problem]) -> ScriptError:
    """One problem is one sentence; several are told line by line, the first ones of many."""
    first, *others = problems
    if not others:
        return ScriptError(f"{name}, line {first.line}: {first.what}", first.way_out)
    told = [f"line {one.line}: {one.what} ({one.way_out})" for one in problems[:_MOST_PROBLEMS]]
    more = len(problems) - len(told)
    return ScriptError(f"{name}, {'; '.join(told + [f'and {more} more'] * bool(more))}", "correct them")
