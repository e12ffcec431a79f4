"""Which headings of plain text are below which: there is no sign for it, only the shape of what follows.

A heading with nothing of its own before the next one is a parent, and that next one its first part. A later
section is another part if its list has the same shape: entries that open with a name ("Tessera: Cut the
price …"), and carry the same labels further on ("… Insight: …"). Anything else begins a section of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

from issuecast.models import Block, BulletList, Item, Paragraph
from issuecast.read.outline import Heading

_Shape: TypeAlias = tuple[bool, frozenset[str]]
_NAME = re.compile(r"[^\W_][^:.!?]{0,60}:\s")
_LABEL = re.compile(r"(?<=[.!?])\s+([A-Z][^:.!?]{0,40}):\s")


def with_parts(flow: Sequence[Heading | Block]) -> list[Heading | Block]:
    """The flow with the headings of parts one level below their parent's; levels that were told stay."""
    heads = [i for i, one in enumerate(flow) if isinstance(one, Heading)]
    done, parent_shape = list(flow), None
    for place, i in enumerate(heads):
        head, before = flow[i], heads[place - 1] if place else None
        assert isinstance(head, Heading)  # noqa: S101  by the choice of `heads`
        end = heads[place + 1] if place + 1 < len(heads) else len(flow)
        shape = _shape(flow[i + 1 : end])
        if before == i - 1 and end > i + 1 and done[before] == flow[before]:
            parent_shape = shape
        elif shape is None or shape != parent_shape:
            parent_shape = None
            continue
        done[i] = replace(head, level=head.level + 1)
    return done


def _shape(blocks: Sequence[Heading | Block]) -> _Shape | None:
    """Whether every entry of the section's one list opens with a name, and the labels that they carry."""
    if len(blocks) != 1 or not isinstance(blocks[0], BulletList):
        return None
    texts = [_text(item) for item in blocks[0].items]
    labels = frozenset(label for text in texts for label in _LABEL.findall(text))
    return all(_NAME.match(text) for text in texts), labels


def _text(item: Item) -> str:
    return " ".join(block.text for block in item.blocks if isinstance(block, Paragraph))
