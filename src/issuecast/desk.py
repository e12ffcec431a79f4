"""The editor's desk: what becomes of a script between the templates that print it and the voices."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Self

from issuecast.errors import IssueError, ScriptError
from issuecast.models import FULL, DurationMs, Issue, LeftOut, Script
from issuecast.progress import Progress
from issuecast.publish import records
from issuecast.read import read
from issuecast.show import Show
from issuecast.write.account import Account, account
from issuecast.write.checks import Finding, Material, check
from issuecast.write.edited import SUFFIX, Origin, ScriptFile, path_of, save
from issuecast.write.length import estimated_ms
from issuecast.write.lexicon import load_lexicon
from issuecast.write.script import Written, written
from issuecast.write.script_format import parse, parse_numbered, render

_MOST_CHANGES = 5
_LINKING = {".md", ".markdown", ".html", ".htm"}
"""Files in which relative links are looked for."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in the script of an issue; `script` is its file, None if the templates print it.

    `place` says what lines of the issue are counted in, "" for its file.
    """

    issue: Path
    script: Path | None
    place: str
    estimated_ms: DurationMs
    findings: tuple[Finding, ...]


def issue_file(path: Path) -> Path:
    """The path, which is that of an issue.

    Raises:
        IssueError: it is that of a script.
    """
    if path.name.endswith(SUFFIX):
        raise IssueError(f"{path} is a script", "name the issue that it was made from")
    return path


@dataclass(frozen=True)
class Commission:
    """An edition of an issue that is to be made.

    `source` is the issue's file, `content` what was read in it; `day` is its date if it tells none itself, or
    if the editor knows better.
    """

    source: Path
    content: Issue
    show: Show
    edition: str = FULL
    day: date | None = None

    @classmethod
    def of(cls, source: Path, show: Show, edition: str = FULL, day: date | None = None) -> Self:
        """The commission to make an issue, which is read.

        Raises:
            SettingsError: the show has no such edition.
            IssueError: the issue cannot be read.
        """
        show.edition_named(edition)
        return cls(source, read(issue_file(source), show.reading), show, edition, day)

    @property
    def edited(self) -> ScriptFile | None:
        """The script file beside the issue, if any.

        Raises:
            ScriptError: it cannot be read.
        """
        return ScriptFile.beside(self.source, self.edition)

    @property
    def arguments(self) -> str:
        """What names this edition of this issue on the command line."""
        return f"{self.source}" if self.edition == FULL else f"{self.source} --edition {self.edition}"

    @cached_property
    def written(self) -> Written:
        """What the templates make of it.

        Raises:
            IssueError: the issue says nothing.
            ScriptError: a template has an error.
        """
        dated = replace(self.content, date=self.day or self.content.date)
        return written(dated, self.show, self.edition)


def script_to_voice(order: Commission, *, keep: bool, told: Progress) -> tuple[Script, Account]:
    """The script that a build voices, and what of the issue is in it.

    It is the edited one if it is there, else what the templates print.

    Args:
        order: what is to be made.
        keep: voice an edit even if the issue changed after it was made.
        told: hears which script it is, unless it is the templates'.

    Raises:
        IssueError: the issue says nothing.
        ScriptError: the file is not well formed, or was edited before the issue changed.
    """
    edited = order.edited
    if edited is None:
        return order.written.script, _account(order, None)
    if edited.is_from(order.content) or keep:
        told.notice(f"The script is {edited.path}, as edited.")
        script = parse(edited.text, name=str(edited.path), roles=order.show.roles)
        return script, _account(order, edited)
    if not edited.is_edited():
        told.notice(f"{edited.path} is left aside: it was not edited, and {edited.issue} changed since.")
        return order.written.script, _account(order, None)
    anew = f"write it anew with issuecast script {order.arguments} --write --force"
    keeping = f"voice the edit as it is with --script keep, or {anew}"
    if edited.origin(order.show.folder):
        keeping = f"carry that over with issuecast script {order.arguments} --merge, {keeping}"
    raise ScriptError(
        f"{edited.issue} changed since {edited.path} was made from it: {_changes(edited, order)}", keeping
    )


def account_of(order: Commission) -> Account:
    """What becomes of each sentence of the issue, in the edited script or, without one, in the templates'.

    Raises:
        IssueError, ScriptError: as for `script_to_voice`.
    """
    return _account(order, order.edited)


def save_script(order: Commission, *, force: bool = False) -> ScriptFile:
    """Write what the templates print beside the issue, for an editor to change.

    Raises:
        ScriptError: what is there was edited by hand, and `force` is not given; it is left as it is.
    """
    printed = render(order.written.script)
    there = None if force else order.edited
    if there and there.is_edited(printed):
        raise ScriptError(
            f"{there.path} was edited by hand, and is kept",
            f"carry what changed in the issue over with issuecast script {order.arguments} --merge, or "
            "overwrite it with --write --force",
        )
    return _save(order, printed, printed)


def merge_script(order: Commission) -> ScriptFile:
    """Carry what changed in the issue, and in the templates, over into the edited script beside it.

    The editor's own changes are kept; where both have changed the same lines, both are left in the file
    between marks, and no build takes it until the editor has chosen.

    Raises:
        ScriptError: there is no script, or what it was made from is not kept.
    """
    there = order.edited
    if there is None:
        path = path_of(order.source, order.edition)
        raise ScriptError(f"There is no {path}", f"make it with issuecast script {order.arguments} --write")
    if there.conflicts:
        raise ScriptError(f"{there.path} still has conflicts of the last --merge", "resolve them first")
    origin = there.origin(order.show.folder)
    if origin is None:
        raise ScriptError(
            f"What {there.path} was made from is not kept, so that nothing can be merged",
            f"take over by hand what issuecast script {order.arguments} prints, or overwrite it with "
            "--write --force",
        )
    printed = render(order.written.script)
    return _save(order, there.merged(origin, printed), printed)


def check_issue(source: Path, show: Show, edition: str = FULL) -> Checked:
    """What an editor should look at before the script of an issue is voiced.

    Raises:
        IssuecastError: issue, script, settings or a record of an episode cannot be read.
    """
    return checked(Commission.of(source, show, edition))


def checked(order: Commission) -> Checked:
    """The same for an issue that is read already.

    Raises:
        IssuecastError: script, settings or a record of an episode cannot be read.
    """
    from issuecast.speak.casting import check_tables, foreign  # what loads engines is not for `script`

    check_tables(order.show)
    source, show, edited, content = order.source, order.show, order.edited, order.content
    if edited and not edited.is_from(content) and not edited.is_edited():
        edited = None  # a build leaves it aside
    text, left_out = _text(order, edited)
    script = parse_numbered(text, name=str(edited.path if edited else source), roles=show.roles)
    material = Material(
        issue=content,
        raw=source.read_text(encoding="utf-8", errors="replace") if source.suffix.lower() in _LINKING else "",
        folder=source.parent,
        text=text,
        script=script,
        language=show.language,
        lexicon=load_lexicon(show.folder, show.language, show.roles),
        earlier=tuple(episode.duration_ms for episode in records(show) if episode.edition == order.edition),
        changes=_changes(edited, order) if edited and not edited.is_from(content) else "",
        left_out=left_out,
        is_edited=edited is not None,
        foreign=tuple(f"{role}'s {voice}" for role, voice in foreign(show).items()),
    )
    length = estimated_ms(script.script)
    return Checked(source, edited.path if edited else None, content.place, length, check(material))


def _account(order: Commission, edited: ScriptFile | None) -> Account:
    text, left_out = _text(order, edited)
    return account(order.content, text, left_out, edited=edited is not None)


def _text(order: Commission, edited: ScriptFile | None) -> tuple[str, tuple[LeftOut, ...]]:
    """A script in its written format, and what it leaves out; a broken template harms no edited one."""
    if edited is None:
        return render(order.written.script), order.written.left_out
    with suppress(ScriptError):
        return edited.text, order.written.left_out
    return edited.text, order.content.left_out


def _save(order: Commission, text: str, printed: str) -> ScriptFile:
    path = path_of(order.source, order.edition)
    return save(path, order.source, text, Origin.of(order.content, printed), order.show.folder)


def _changes(edited: ScriptFile, order: Commission) -> str:
    """What has changed in the issue, the first few changes by name."""
    origin = edited.origin(order.show.folder)
    if origin is None:
        return "which paragraphs is not known here"
    changes = origin.changes(order.content)
    more = len(changes) - _MOST_CHANGES
    return "; ".join((*changes[:_MOST_CHANGES], *([f"and {more} more"] if more > 0 else [])))
