"""The wall behind which a text is for subscribers, as a mail or a page shows it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from issuecast.models import LeftOut, Reason
from issuecast.read.html.pieces import left_out
from issuecast.read.html.words import Told
from issuecast.read.paywall import is_wall

_HINT = re.compile(
    r"subscri|paid|paying|premium|member|patron|supporter|trial|upgrade|wall|preview|join", re.IGNORECASE
)
_LABEL = re.compile(r"\W*(?:[\w-]+ ){0,4}?[\w-]+[ -]only\W*|\W*paywall\W*", re.IGNORECASE)
_LONGEST = 300
_MOST_LINES = 3


@dataclass(slots=True)
class Wall:
    """Hides what stands behind the wall, and accounts for it without its words.

    `is_open`: the show wants the parts for subscribers, so that only the wall's own words are left out.
    """

    is_open: bool
    account: list[LeftOut] = field(default_factory=list)
    stands: bool = False
    first: int = 0
    last: int = 0

    def begin(self) -> None:
        self.stands = not self.is_open

    def hide(self, line: int) -> None:
        """Something that is told in this line is not shown."""
        self.first = self.first or line
        self.last = max(self.last, line)

    def end(self) -> None:
        """What follows was never behind the wall."""
        if self.first:
            last = self.last if self.last > self.first else 0
            self.account.append(LeftOut("", Reason.SUBSCRIBERS, self.first, last))
        self.stands, self.first, self.last = False, 0, 0

    def shown(self, group: list[Told], beside: Callable[[], bool]) -> list[Told]:
        """The lines before a wall among them, all if there is none.

        `beside` tells whether they are in a list or a row, where "Members only" is said of an entry.
        """
        if 1 < len(group) <= _MOST_LINES and _is_wall(" ".join(line.text for line in group)):
            self._tell(group)
            return []
        kept: list[Told] = []
        for line in group:
            if self.stands:
                self.hide(line.line)
            elif _is_wall(line.text) and not (_LABEL.fullmatch(line.text) and beside()):
                self._tell([line])
            else:
                kept.append(line)
        return kept

    def _tell(self, lines: list[Told]) -> None:
        self.account += (left_out(line.text, Reason.FURNITURE, line.line) for line in lines)
        self.begin()


def _is_wall(text: str) -> bool:
    return len(text) <= _LONGEST and _HINT.search(text) is not None and is_wall(text)
