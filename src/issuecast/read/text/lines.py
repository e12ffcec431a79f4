"""What lines of pasted text are by their neighbours: ended by hand, a headline, a list without signs."""

from __future__ import annotations

import re
from typing import NamedTuple, TypeAlias

from issuecast.read.datelines import byline
from issuecast.read.dates import is_dateline
from issuecast.read.signs import SMALL, Style, style_of


class Line(NamedTuple):
    number: int
    text: str


Lines: TypeAlias = list[Line]
"""Of one paragraph, between two blank ones."""

_WORD = re.compile(r"[^\W_]")
_SIGN = re.compile(r"[^\w$€£¥\"“‘'(]|\(?(?:\d{1,3}|\w)[.)]\s")
_SAID = re.compile(r"\w{2}[.!?…]['\"”’)]?(?:\s|\Z)")
_LEFT_OPEN = frozenset(".,;:!?…–—-&/+(")
_FEWEST_LISTED = 3
_FEWEST_OF_A_HEADLINE = 3
_MOST_OF_A_HEADLINE = 14
_MOST_AROUND = 40
_NARROWEST = 40
"""Nothing wraps lines to fewer characters."""


def is_rule(line: str) -> bool:
    return not _WORD.search(line)


def is_strong(line: str) -> bool:
    """Whether a line looks like a heading wherever it stands."""
    return style_of(line.strip()) in {Style.PICTURE, Style.CAPITALS}


def is_listed(lines: Lines) -> bool:
    """Whether lines are a list without signs: several short ones, each begun anew and none a sentence."""
    return (
        len(lines) >= _FEWEST_LISTED
        and all(_stands_alone(line.text) and ": " not in line.text for line in lines)
        and (
            max(len(line.text) for line in lines) < _NARROWEST
            or all(is_ended_by_hand(lines, i) for i in range(len(lines) - 1))
        )
        and not any(is_dateline(line.text) or byline(line.text.strip()) for line in lines)
    )


def is_headline(paragraph: Lines) -> bool:
    """Whether the first line is the headline of the sentences below it: "Apple delays the fold"."""
    head, below = paragraph[0].text.strip(), paragraph[1].text.lstrip()
    return (
        _stands_alone(head)
        and len(head.split()) >= _FEWEST_OF_A_HEADLINE
        and head.rsplit(None, 1)[-1] not in SMALL
        and not below[0].islower()
        and any(_SAID.search(line.text) for line in paragraph[1:_MOST_AROUND])
        and len(head) < sum(len(line.text) for line in paragraph[1:_MOST_AROUND])
        and is_ended_by_hand(paragraph, 0)
    )


def _stands_alone(line: str) -> bool:
    bare = line.strip()
    return (
        len(bare.split()) <= _MOST_OF_A_HEADLINE
        and not bare[0].islower()
        and not _SIGN.match(bare)
        and bare[-1] not in _LEFT_OPEN
    )


def is_ended_by_hand(paragraph: Lines, at: int) -> bool:
    """Whether the first word of the line below would have fitted on this one."""
    around = paragraph[max(0, at - _MOST_AROUND) : at + _MOST_AROUND]
    widest = max(len(line.text) for line in around)
    return len(paragraph[at].text) + 1 + len(paragraph[at + 1].text.split()[0]) <= widest
