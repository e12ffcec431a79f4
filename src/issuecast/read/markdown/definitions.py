"""The lines of Markdown that are no text where they stand: addresses of reference links, and footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it.common.utils import normalizeReference

from issuecast.models import LeftOut, Reason

_LINK = re.compile(
    r"(?P<before>[> ]{0,12})\[(?P<label>(?:[^\[\]\\]|\\.){1,500})\]:[ \t]*<?(?P<url>[^\s<>]+)>?"
    r"(?:[ \t]+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t]*"
)
_NUMBERED = re.compile(  # as in a mail's plain part
    r"(?P<before>)\[(?P<label>\d{1,3})\][ \t]+<?(?P<url>https?://[^\s<>]+)>?[ \t]*", re.IGNORECASE
)
_NOTE = re.compile(r" {0,3}\[\^(?P<mark>[^\[\]\s]{1,60})\]:[ \t]*(?P<text>.*)")
_FENCE = re.compile(r"[ >]*(?P<fence>`{3,}|~{3,})")
_INDENTED = re.compile(r"(?: {2,}|\t)\S")


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote as it is written."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Definitions:
    """What is defined: `references` as the parser wants them, `notes` by their marks; and the lines that are
    left, with an account of those that are not.
    """

    lines: list[str]
    references: dict[str, dict[str, str]] = field(default_factory=dict)
    notes: dict[str, Note] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)


def split_definitions(lines: list[str]) -> Definitions:
    """Take the definitions out of lines, and leave blank ones for them; what stands in a fence is none."""
    done = Definitions([])
    fence = ""
    numbered = iter(enumerate(lines, 1))
    for number, line in numbered:
        if mark := _FENCE.match(line):
            fence = _fence(fence, mark["fence"], line)
        link = _NUMBERED.fullmatch(line) if line[:1] == "[" else None
        if fence or ("]:" not in line and not link):
            done.lines.append(line)
        elif note := _NOTE.fullmatch(line):
            text = [note["text"], *_more(lines, number)]
            for _ in text[1:]:
                next(numbered)
            done.lines.extend("" for _ in text)
            _define_note(done, note["mark"], Note("\n".join(part.strip() for part in text).strip(), number))
        elif (link := link or _LINK.fullmatch(line)) and _may_begin(done.lines[-1:]):
            done.lines.append(link["before"].rstrip())
            url = {"href": link["url"], "title": ""}
            done.references.setdefault(normalizeReference(link["label"]), url)
            done.left_out.append(LeftOut(line.strip(), Reason.ADDRESS, number))
        else:
            done.lines.append(line)
    return done


def _fence(open_: str, mark: str, line: str) -> str:
    """The fence that is open below a line with such a mark, "" if none is."""
    if not open_:
        return mark
    closes = mark.startswith(open_) and not line.strip(" >").strip(mark[0])
    return "" if closes else open_


def _more(lines: list[str], start: int) -> Iterator[str]:
    """The lines that go on with a note: up to a blank one, and what is indented below that."""
    for at in range(start, len(lines)):
        line = lines[at]
        if not line.strip():
            below = next((one for one in lines[at + 1 : at + 2]), "")
            if not _INDENTED.match(below):
                return
        elif line.startswith("#") or ("]:" in line and (_NOTE.fullmatch(line) or _LINK.fullmatch(line))):
            return
        yield line


def _may_begin(above: list[str]) -> bool:
    """Whether a definition may stand below this line: it does not interrupt a paragraph."""
    return not above or not above[0].strip(" >") or above[0].startswith("#")


def _define_note(done: Definitions, mark: str, note: Note) -> None:
    """A mark that is defined twice keeps its first note."""
    if mark in done.notes:
        done.left_out.append(LeftOut(note.text, Reason.REPEATED, note.line))
    else:
        done.notes[mark] = note
