"""Which headings of plain text are below which: where there is no sign for it, what follows them tells.

A heading with nothing of its own before the next one of its kind is a parent, and that next one its first
part. A later section is another part if its list has the same shape: entries that open with a name
("Tessera: Cut the price …"), and carry the same labels further on ("… Insight: …"), most of them at least.
Anything else begins a section of its own; so does a section of mere paragraphs, whose shape tells nothing,
unless the issue has several such parents: then that is its habit, and they go on to the next of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

from issuecast.models import Block, BulletList, Item, NumberedList, Paragraph
from issuecast.read.outline import Flow, Heading

_Shape: TypeAlias = tuple[type[Block], bool, frozenset[str]]
_NAME = re.compile(r"[^\W_][^:.!?]{0,60}:\s")
_LABEL = re.compile(r"(?<=[.!?])\s+([A-Z][^:.!?]{0,40}):\s")


def with_parts(flow: Flow) -> Flow:
    """The flow with the headings of parts one level below their parent's."""
    places = [i for i, one in enumerate(flow) if isinstance(one, Heading)]
    ends = [*places, len(flow)][1:]
    firsts = {i for i, end in zip(places, ends, strict=True) if end > i + 1 and _is_below_a_peer(flow, i)}
    prose: _Shape | None = (Paragraph, False, frozenset()) if len(firsts) > 1 else None
    done = list(flow)
    parent: Heading | None = None
    shape: _Shape | None = None
    for i, end in zip(places, ends, strict=True):
        head, above = flow[i], flow[i - 1]
        assert isinstance(head, Heading)  # noqa: S101  by the choice of `places`
        own = _shape(flow[i + 1 : end]) or (prose if end > i + 1 else None)
        if i in firsts and isinstance(above, Heading):
            parent, shape = above, own
        elif parent and head.level > parent.level:
            continue
        elif not parent or head.level < parent.level or own is None or own != shape:
            parent = None
            continue
        done[i] = replace(head, level=head.level + 1)
    return done


def _is_below_a_peer(flow: Flow, at: int) -> bool:
    """Whether the heading at this place follows another of its level at once."""
    head, above = flow[at], flow[at - 1] if at else None
    return isinstance(head, Heading) and isinstance(above, Heading) and above.level == head.level


def _shape(blocks: Sequence[Heading | Block]) -> _Shape | None:
    """Of the list that a section begins with: do most entries open with a name, and what labels have most."""
    match list(blocks[:1]):
        case [BulletList(items) | NumberedList(items) as block]:
            texts = [_text(item) for item in items]
            labels = Counter(label for text in texts for label in set(_LABEL.findall(text)))
            named = sum(bool(_NAME.match(text)) for text in texts)
            common = frozenset(label for label, count in labels.items() if count * 2 > len(texts))
            return type(block), named * 2 > len(texts), common
    return None


def _text(item: Item) -> str:
    return " ".join(block.text for block in item.blocks if isinstance(block, Paragraph))
