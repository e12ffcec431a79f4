"""Texts that are headings by their look: set in bold, in capitals or large, or led by a picture."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TypeAlias

from issuecast.models import Block, Paragraph
from issuecast.read.dates import is_dateline
from issuecast.read.html.pieces import Piece, Text, with_lists
from issuecast.read.html.sponsors import caption
from issuecast.read.outline import Flow, Heading
from issuecast.read.quotes import speaker_of
from issuecast.read.signs import begins_with_picture, is_farewell, is_greeting, style_of
from issuecast.read.titles import Spelling, is_shouted, unshouted

_Listed: TypeAlias = Heading | Block | Text

_LARGER = 1.2
_LEVELS = ((26, 2), (21, 3), (0, 4))
"""From so many pixels on, a text is a heading of that level; below those of tags are bold ones."""
_BOLD = 7
_MOST_WORDS = 12
_MOST_CHARACTERS = 100
_EYEBROW_WORDS = 5
_CALL_WORDS = 3
_FEWEST_OF_A_LIST = 3
_ENDS = tuple(".!,;…\"”’'")
_LABEL = re.compile(r"[^\s:]+:\s+\S+(?:\s+\S+)?")
_CALL = re.compile(r"[→»›➔➜>]\s*\Z")


def with_headings(pieces: Iterable[Piece], spelling: Spelling) -> Flow:
    """The flow of these pieces: texts are headings if they look so and have something below them."""
    listed = list(with_lists(pieces))
    body = _body_size(listed)
    heads = [_heading(one, body) for one in listed[:-1]] + [None] * bool(listed)
    for run in _runs(heads):
        if len(run) >= _FEWEST_OF_A_LIST:
            for i in run[:-1]:
                heads[i] = None
    flow: Flow = []
    for one, head in zip(listed, heads, strict=True):
        if not isinstance(one, Text):
            flow.append(one)
        elif head is None:
            flow.append(Paragraph(one.text, one.links, one.line))
        else:
            # Links wait for the paragraph below to take them.
            flow += [head, Paragraph("", one.links, one.line)] if one.links else [head]
    return _with_eyebrows(flow, spelling)


def _runs(heads: Sequence[Heading | None]) -> Iterator[list[int]]:
    """The places of headings by their look that follow one another and are of one level."""
    for level, run in groupby(range(len(heads)), key=lambda i: head.level if (head := heads[i]) else 0):
        if level:
            yield list(run)


def _body_size(listed: Sequence[_Listed]) -> float:
    """The size that most of the text is set in."""
    sizes: Counter[float] = Counter()
    for one in listed:
        if isinstance(one, Text):
            sizes[one.size] += len(one.text)
    return max(sizes, key=lambda size: (sizes[size], -size), default=16)


def _heading(piece: _Listed, body: float) -> Heading | None:
    if not isinstance(piece, Text) or len(piece.text) > _MOST_CHARACTERS:
        return None
    is_large = piece.size >= _LARGER * body
    if not (is_large or piece.strong or _stands_out(piece)) or not _may_head(piece):
        return None
    level = next(level for least, level in _LEVELS if piece.size >= least) if is_large else _BOLD
    return Heading(piece.text.removesuffix(":"), level, piece.line)


def _stands_out(piece: Text) -> bool:
    """Whether a text has capitals or a picture as headings have, or says that a sponsor's words follow."""
    is_signed = piece.text.isupper() or begins_with_picture(piece.text)
    return (is_signed and style_of(piece.text) is not None) or caption(piece) is not None


def _may_head(piece: Text) -> bool:
    """Whether a text is short, and no sentence, greeting, figure, label with its value, or call to act."""
    text, words = piece.text, len(piece.text.split())
    letters, figures = sum(c.isalpha() for c in text), sum(c.isdigit() for c in text)
    if words > _MOST_WORDS or text.endswith(_ENDS) or letters < max(2, figures):
        return False
    if is_greeting(text) or is_farewell(text) or is_dateline(text) or speaker_of(text):
        return False
    is_call = any(link.text == text for link in piece.links) and (words <= _CALL_WORDS or _CALL.search(text))
    return not is_call and _LABEL.fullmatch(text) is None


def _with_eyebrows(flow: Flow, spelling: Spelling) -> Flow:
    """The flow with a label in capitals and the heading below it made one: "Market watch: Copper climbs"."""
    done: Flow = []
    for one in flow:
        above = done[-1] if done else None
        if isinstance(one, Heading) and isinstance(above, Heading) and _is_eyebrow(above, one):
            done[-1] = replace(one, text=f"{unshouted(above.text, spelling)}: {one.text}", line=above.line)
        else:
            done.append(one)
    return done


def _is_eyebrow(above: Heading, one: Heading) -> bool:
    is_label = is_shouted(above.text) and len(above.text.split()) <= _EYEBROW_WORDS
    return is_label and 1 < one.level < above.level
