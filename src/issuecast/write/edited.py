"""The script file beside an issue: what it was made from, whether it was edited, what changed since.

The file carries two short digests, `made_from: <issue> <script>`. What they stand for is kept in the show's
`.issuecast/scripts/`: the script as it was printed, and how each paragraph of the issue began. Without that
one can still tell that something changed, but neither what nor how to merge it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import Self

from issuecast import private
from issuecast.errors import ScriptError
from issuecast.files import write
from issuecast.known_as import known_as
from issuecast.models import FULL, Block, Image, Issue, Quote, Section, Sponsor, Table, blocks_of
from issuecast.write.merge import MARKS, merge

SUFFIX = ".script.md"
_MADE_FROM = re.compile(r"^made_from: ([0-9a-f]{12}) ([0-9a-f]{12})[ \t]*\n", re.MULTILINE)
_WINDOWS = "windows-1252"
_BEGINNING = 50
"""Characters of a paragraph that are kept, and told."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, heading, row or the like of an issue, and its line there (0 if unknown)."""

    text: str
    line: int = 0

    @property
    def digest(self) -> str:
        return _digest(self.text)

    @property
    def beginning(self) -> str:
        """Its first words."""
        cut = self.text[: _BEGINNING + 1].rpartition(" ")[0] or self.text[:_BEGINNING]
        return self.text if len(self.text) <= _BEGINNING else f"{cut}…"


@dataclass(frozen=True, slots=True)
class Origin:
    """What a script file was made from: the issue's pieces as digest and beginning, the script as printed."""

    pieces: tuple[tuple[str, str], ...]
    script: str

    @classmethod
    def of(cls, issue: Issue, printed: str) -> Self:
        return cls(tuple((piece.digest, piece.beginning) for piece in pieces(issue)), printed)

    @property
    def mark(self) -> str:
        """The value of `made_from`."""
        return f"{_digest(*(digest for digest, _ in self.pieces))} {_digest_of_script(self.script)}"

    def changes(self, issue: Issue) -> tuple[str, ...]:
        """What is not in the issue any more as it was, each change in a few words."""
        now = list(pieces(issue))
        before = [digest for digest, _ in self.pieces]
        matcher = SequenceMatcher(None, before, [piece.digest for piece in now], autojunk=False)
        return tuple(
            told
            for kind, a, b, c, d in matcher.get_opcodes()
            if kind != "equal"
            for told in _told([beginning for _, beginning in self.pieces[a:b]], now[c:d], issue.place)
        )


@dataclass(frozen=True, slots=True)
class ScriptFile:
    """The script file of an issue as it is: its text has line feeds and no byte order mark."""

    path: Path
    issue: Path
    text: str

    @classmethod
    def beside(cls, issue: Path, edition: str = FULL) -> Self | None:
        """The script file of an edition of an issue, if there is one.

        Raises:
            ScriptError: it cannot be read, or is no UTF-8 text.
        """
        path = path_of(issue, edition)
        return cls(path, issue, _text_of(path)) if path.is_file() else None

    @property
    def mark(self) -> str:
        """The value of `made_from`; "" in a file that issuecast has not written."""
        found = _MADE_FROM.search(self.text)
        return f"{found[1]} {found[2]}" if found else ""

    @property
    def conflicts(self) -> tuple[int, ...]:
        """Where an editor has to choose between an edit and a change of the issue, in lines from 1."""
        return tuple(n for n, row in enumerate(self.text.splitlines(), 1) if row == MARKS[0])

    @property
    def body(self) -> str:
        """The text without `made_from`."""
        return _MADE_FROM.sub("", self.text, count=1)

    def is_from(self, issue: Issue) -> bool:
        """Whether it was made from the issue as it is, as far as one can tell."""
        return self.mark[:12] in {"", Origin.of(issue, "").mark[:12]}

    def is_edited(self, printed: str = "") -> bool:
        """Whether it is neither what was printed when it was made, nor `printed`."""
        return _digest_of_script(self.body) not in {self.mark[13:], _digest_of_script(printed)}

    def origin(self, show_folder: Path) -> Origin | None:
        """What is kept of what it was made from; None if that is missing, or of another file."""
        try:
            kept = json.loads(_kept(self.path, show_folder).read_text(encoding="utf-8"))
            origin = Origin(tuple((str(a), str(b)) for a, b in kept["pieces"]), str(kept["script"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return origin if self.mark and origin.mark == self.mark else None

    def merged(self, origin: Origin, printed: str) -> str:
        """The text with the edits carried over to what is printed now, conflicts between marks."""
        lines = merge(origin.script.splitlines(), self.body.splitlines(), printed.splitlines())
        return "\n".join(lines) + "\n"


def path_of(issue: Path, edition: str = FULL) -> Path:
    """Where the script of an issue is edited: `<stem>.script.md` beside it, `<stem>.brief.script.md`."""
    return issue.with_name(f"{issue.stem}{'' if edition == FULL else f'.{edition}'}{SUFFIX}")


def issues_among(paths: Sequence[Path]) -> Sequence[Path]:
    """The paths without scripts, which a pattern such as `issues/*.md` takes in; all if none is left."""
    return [path for path in paths if not path.name.endswith(SUFFIX)] or paths


def save(path: Path, issue: Path, text: str, origin: Origin, show_folder: Path) -> ScriptFile:
    """Write the script file of an issue, which will know what it was made from.

    Raises:
        ScriptError: it cannot be written; what was there is unharmed.
    """
    row = f"made_from: {origin.mark}\n"
    if text.startswith("---\n"):
        text = text.replace("\n---\n", f"\n{row}---\n", 1)
    else:
        text = f"---\n{row}---\n{text}"
    kept = {"pieces": origin.pieces, "script": origin.script}
    place = _kept(path, show_folder)
    try:
        private.make(place.parent, show_folder)
        write(place, json.dumps(kept, ensure_ascii=False).encode())
        write(path, text.encode())
    except OSError as error:
        problem = f"{path} cannot be written ({error.strerror or error})"
        raise ScriptError(problem, "make room, and the folder writable") from error
    return ScriptFile(path, issue, text)


def pieces(issue: Issue) -> Iterator[Piece]:
    """What one reads of an issue, piece by piece."""
    yield Piece(f"title: {issue.title}")
    yield Piece(f"date: {issue.date}")
    yield from _pieces(issue.sections)


def _pieces(sections: Sequence[Section]) -> Iterator[Piece]:
    for section in sections:
        if section.title:
            yield Piece(section.title, section.line)
        for block in blocks_of([replace(section, parts=())]):
            yield from (Piece(text, block.line) for text in _texts(block) if text)
        yield from _pieces(section.parts)


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Quote(text, speaker):
            yield f"{text} — {speaker}" if speaker else text
        case Table(head, rows):
            yield from (" | ".join(row) for row in (head, *rows))
        case Image(alt):
            yield alt
        case Sponsor(name=name):
            yield name
        case _:
            yield getattr(block, "text", "")


def _told(before: Sequence[str], now: Sequence[Piece], place: str) -> Iterator[str]:
    """The changes at one place of an issue: `before` became `now`."""
    both = min(len(before), len(now))
    for number, piece in enumerate(now):
        what = "changed" if number < both else "is new"
        where = f"line {piece.line}{f' of {place}' if place else ''} " if piece.line else ""
        yield f'{where}{what} ("{piece.beginning}")'
    yield from (f'gone is "{beginning}"' for beginning in before[both:])


def _kept(path: Path, show_folder: Path) -> Path:
    inside = Path(known_as(path, show_folder))
    name = inside.name.removesuffix(SUFFIX)
    return private.place(show_folder, "scripts") / inside.with_name(f"{name}.json")


def _text_of(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ScriptError(f"{path} cannot be read ({error.strerror})", "make it readable") from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        byte = content[error.start : error.start + 1]
        meant = byte.decode(_WINDOWS, errors="replace")
        hint = f", which is {meant} in Windows-1252" if meant.isprintable() and meant != "\ufffd" else ""
        problem = f"{path}, line {line}: the byte 0x{byte.hex().upper()} is no UTF-8{hint}"
        raise ScriptError(problem, "save the file as UTF-8") from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _digest_of_script(text: str) -> str:
    """Of the text as it is read: white space at the ends of lines is no edit."""
    return _digest(*(row.rstrip() for row in text.strip().splitlines()))


def _digest(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode(errors="surrogatepass")).hexdigest()[:12]
