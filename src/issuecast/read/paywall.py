"""What stands behind a paywall mark is for subscribers: it is never spoken nor shown,
unless the show says so.
"""

from __future__ import annotations

import re

from issuecast.models import LeftOut, Reason

_BLOCKS = re.compile(
    r"<!--\s*kg-gated-block:begin\b.*?(?:<!--\s*kg-gated-block:end\s*-->|\Z)", re.DOTALL | re.IGNORECASE
)
_WALL = re.compile(r"<!--\s*(?:members-only|paywall|premium)\s*-->", re.IGNORECASE)


def without_paid(text: str) -> tuple[str, tuple[LeftOut, ...]]:
    """The text with nothing but line ends in the parts for subscribers, and these parts by their lines."""
    found: list[LeftOut] = []

    def blank(match: re.Match[str]) -> str:
        line = text.count("\n", 0, match.start()) + 1
        ends = match[0].count("\n")
        found.append(LeftOut("", Reason.SUBSCRIBERS, line, line + ends))
        return "\n" * ends

    free = _BLOCKS.sub(blank, text)
    wall = _WALL.search(free)
    if wall:
        free = free[: wall.start()] + blank(re.compile(r".*", re.DOTALL).match(free, wall.start()))  # type: ignore[arg-type]
    return free, tuple(found)
