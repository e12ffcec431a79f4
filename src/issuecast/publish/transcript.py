"""The transcript as WebVTT: what was written, when it is heard, who says it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from issuecast.models import DurationMs, Episode, TimedLine
from issuecast.publish import times
from issuecast.publish.plain import one_line
from issuecast.show import Show

_ROW = 65
"""Characters in one row of a caption, as Apple Podcasts has it."""

_ROWS = 2
_LONGEST_MS = 7000
_WORTH = {**dict.fromkeys(".!?…", 0.35), **dict.fromkeys(";:—–", 0.25), ",": 0.15}
"""How far from the middle, as a share of a cue's length, a break after such a mark is worth going."""


@dataclass(frozen=True, slots=True)
class _Cue:
    words: tuple[str, ...]
    start_ms: DurationMs
    end_ms: DurationMs


def speaker(show: Show, role: str) -> str:
    """Who speaks: the spoken name of a role if it has one, or the role, "Host"."""
    settings = show.roles.get(role)
    return one_line((settings.name if settings else "") or role.capitalize())


def webvtt(show: Show, episode: Episode) -> str:
    """The whole transcript; cues of one or two rows, which break where the sentence does."""
    cues = (
        f"{times.exact(cue.start_ms)} --> {times.exact(cue.end_ms)}\n"
        f"<v {escape(speaker(show, line.role), quote=False)}>{_rows(cue)}\n"
        for chapter in episode.timeline
        for line in chapter.lines
        for cue in _cues(line)
    )
    return "\n".join(("WEBVTT\n", *cues))


def _rows(cue: _Cue) -> str:
    return escape("\n".join(textwrap.wrap(" ".join(cue.words), _ROW)), quote=False)


def _cues(line: TimedLine) -> Iterator[_Cue]:
    """A line's cues, which tile it; each word starts when it is said, as far as the engine told."""
    words = one_line(line.text, limit=len(line.text) + 1).split()
    if not words:
        return
    starts = _starts(words, line)
    ends = [*starts[1:], max(line.end_ms, starts[-1] + 1)]
    for first, last in _spans(words, starts, ends):
        yield _Cue(tuple(words[first:last]), starts[first], ends[last - 1])


def _spans(words: Sequence[str], starts: Sequence[int], ends: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The words from–to of each cue: what is too long is halved, near its middle where a phrase ends."""
    todo = [(0, len(words))]
    while todo:
        first, last = todo.pop()
        fits = len(textwrap.wrap(" ".join(words[first:last]), _ROW)) <= _ROWS
        if last - first == 1 or (fits and ends[last - 1] - starts[first] <= _LONGEST_MS):
            yield first, last
            continue
        middle = first + _best_break(words[first:last])
        todo += [(middle, last), (first, middle)]


def _best_break(words: Sequence[str]) -> int:
    """Before which word, from 1, to cut."""
    total = sum(map(len, words))
    position, best, cost = 0, 1, 1.0
    for index, word in enumerate(words[:-1], start=1):
        position += len(word)
        if (here := abs(position / total - 0.5) - _WORTH.get(word[-1], 0)) < cost:
            best, cost = index, here
    return best


def _starts(words: Sequence[str], line: TimedLine) -> list[DurationMs]:
    """When each written word starts: its share of the line's characters, on the times of what is heard."""
    total = sum(map(len, words))
    known = [(0.0, line.start_ms)]
    heard_total, heard = sum(len(word.text) for word in line.words), 0
    for timed in line.words:
        known.append((heard / heard_total if heard_total else 0.0, max(timed.start_ms, known[-1][1])))
        heard += len(timed.text)
    known.append((1.0, max(line.end_ms, known[-1][1])))
    starts, said, at = [], 0, 0
    for word in words:
        share = said / total
        while at + 2 < len(known) and known[at + 1][0] <= share:
            at += 1
        (share_0, ms_0), (share_1, ms_1) = known[at], known[at + 1]
        passed = (share - share_0) / (share_1 - share_0) if share_1 > share_0 else 0.0
        starts.append(round(ms_0 + passed * (ms_1 - ms_0)))
        said += len(word)
    return starts
