"""Lines of one paragraph that each say one thing: "Ticker: TIDE" above "Sentiment: calm"."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LABEL = re.compile(r"\W{0,4}[^\W_](?:[^:.!?\n]|(?<=\d)\.(?=\d)){0,40}:\W{0,3}\s\S.{0,120}")
_MOST_WORDS = 14


def runs(lines: Sequence[str]) -> list[tuple[int, int]]:
    """The runs of lines, as (start, end), that are paragraphs of their own: each line with a label and its
    value, if there are several of them in a row; lines between such rows stay together.
    """
    if len(lines) < 2:  # noqa: PLR2004  a row
        return [(0, 1)] if lines else []
    is_label = [_is_label(line) for line in lines]
    before, after = [False, *is_label[:-1]], [*is_label[1:], False]
    in_row = [own and (one or other) for own, one, other in zip(is_label, before, after, strict=True)]
    cuts = [i for i in range(1, len(lines)) if in_row[i] or in_row[i - 1]]
    return list(zip([0, *cuts], [*cuts, len(lines)], strict=True))


def _is_label(line: str) -> bool:
    return len(line.split()) <= _MOST_WORDS and _LABEL.fullmatch(line.strip()) is not None
