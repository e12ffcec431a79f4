"""The account of an issue, for a person: what became of each of its sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from issuecast.write.account import Account, Entry

_LONGEST = 70


def explanation(account: Account, place: str) -> Iterator[str]:
    """Rows to print: the issue's line, the script's lines or the reason, how the sentence begins; the totals.

    Args:
        account: of an issue and a script.
        place: what the issue's lines are counted in, "" for the file itself.
    """
    rows = [(str(entry.line or ""), _fate(entry), _beginning(entry.text)) for entry in account.entries]
    widths = [max((len(row[column]) for row in rows), default=0) for column in (0, 1)]
    if place:
        yield f"Lines are counted in {place}."
    for line, fate, text in rows:
        yield f"{line:>{widths[0]}}  {fate:<{widths[1]}}  {text}".rstrip()
    yield ""
    yield f"{account.totals.spoken} spoken"
    reasons = Counter(str(entry.reason) for entry in account.entries if entry.reason and not entry.said)
    yield from (f"{count} left out: {reason}" for reason, count in reasons.most_common())
    yield f"{len(account.lost)} lost" + (
        ": neither in the script nor left out for a reason" * bool(account.lost)
    )


def _fate(entry: Entry) -> str:
    """`→ 12–13` for what the script's lines 12 and 13 say, else why it is not said."""
    if entry.said:
        first, last = entry.said[0], entry.said[-1]
        return f"→ {first}" if first == last else f"→ {first}–{last}"
    return f"· {entry.reason}" if entry.reason else "! LOST"


def _beginning(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
