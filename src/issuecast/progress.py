"""What a build tells while it works; the command line shows it, a library call may ignore it."""

from __future__ import annotations

from typing import Protocol

from issuecast.models import DurationMs


class Progress(Protocol):
    def notice(self, sentence: str) -> None:
        """Something that changes what the editor gets, in one sentence."""

    def lines(self, done: int, total: int, left_ms: DurationMs | None = None) -> None:
        """So many lines of the script are voiced; the others may take so long, None if nobody knows yet."""

    def chapters(self, done: int, total: int) -> None:
        """So many chapters are mixed."""


class Unheard:
    """Progress that nobody looks at."""

    def notice(self, sentence: str) -> None: ...

    def lines(self, done: int, total: int, left_ms: DurationMs | None = None) -> None: ...

    def chapters(self, done: int, total: int) -> None: ...
