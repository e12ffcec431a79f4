"""Everything that can go wrong on purpose.

    IssuecastError                exit code
    ├── SettingsError             3   show.toml, or a folder that is no show
    ├── IssueError                4   the newsletter issue
    ├── ScriptError               5   a template, or an edited script
    ├── VoiceError                6   a cast, an engine, a voice, a take
    │   └── EngineUnavailable     6   an engine cannot run here and now: an understudy may take over
    ├── MixError                  7   music, mixing, encoding
    └── PublishError              8   writing the feed, the pages, the records

Each says what is wrong and where (`problem`), and what to do about it (`way_out`). The command line
catches them once and prints the one sentence; exit code 2 is click's, for a wrong command line.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class IssuecastError(Exception):
    """A problem that the editor can solve.

    Args:
        problem: what is wrong, and where, without a final full stop.
        way_out: what to do, as an imperative, without a final full stop.
    """

    exit_code = 1

    def __init__(self, problem: str, way_out: str) -> None:
        super().__init__(problem, way_out)
        self.problem = problem
        self.way_out = way_out

    def __str__(self) -> str:
        return f"{self.problem}: {self.way_out}."


class SettingsError(IssuecastError):
    """show.toml says something that cannot be, or the folder is not a show."""

    exit_code = 3


class IssueError(IssuecastError):
    """The newsletter issue cannot be read, or says nothing that can be spoken."""

    exit_code = 4


class ScriptError(IssuecastError):
    """A script template or an edited script is not well formed."""

    exit_code = 5


class VoiceError(IssuecastError):
    """A cast, an engine or a voice does not exist, or a take is not what was asked for."""

    exit_code = 6


class EngineUnavailable(VoiceError):
    """The engine cannot run here and now; an understudy may take over the whole episode."""


class MixError(IssuecastError):
    """A piece of music cannot be used, or the encoder failed."""

    exit_code = 7


class PublishError(IssuecastError):
    """Episodes cannot be written, or a record of an earlier one cannot be read."""

    exit_code = 8


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The end of a phrase that says `word` is unknown: the likeliest known one, or ""."""
    close = difflib.get_close_matches(word, list(known), n=1)
    return f", did you mean {close[0]!r}?" if close else ""
