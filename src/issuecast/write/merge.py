"""A three-way merge of lines, as diff3 does it: S. Khanna, K. Kunal, B. C. Pierce, "A Formal Investigation of
Diff3" (2007). What only one side changed is changed; where both sides changed the same lines, both are kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

MARKS = ("<<<<<<< your edit", "=======", ">>>>>>> the issue as it is now")
"""What stands before, between and after the two sides of a conflict: git's marks, which editors know."""


def merge(base: Sequence[str], edited: Sequence[str], renewed: Sequence[str]) -> list[str]:
    """What both `edited` and `renewed` have made of `base`, conflicts between `MARKS`."""
    base, edited, renewed = list(base), list(edited), list(renewed)
    in_edited, in_renewed = _places(base, edited), _places(base, renewed)
    unchanged = [(i, in_edited[i], in_renewed[i]) for i in in_edited if i in in_renewed]
    lines: list[str] = []
    ours = theirs = was = 0
    for i, at, now in (*unchanged, (len(base), len(edited), len(renewed))):
        lines += _stretch(base[was:i], edited[ours:at], renewed[theirs:now])
        lines += edited[at : at + 1]
        was, ours, theirs = i + 1, at + 1, now + 1
    return lines


def _stretch(base: list[str], edited: list[str], renewed: list[str]) -> list[str]:
    """Lines between two that nobody changed; if they are still as many, each is merged by itself."""
    if edited in (base, renewed):
        return renewed
    if renewed == base:
        return edited
    if len(base) == len(edited) == len(renewed) > 1:
        rows = zip(base, edited, renewed, strict=True)
        return [line for was, one, other in rows for line in _stretch([was], [one], [other])]
    return [MARKS[0], *edited, MARKS[1], *renewed, MARKS[2]]


def _places(base: Sequence[str], changed: Sequence[str]) -> dict[int, int]:
    """Where lines of `base` are in `changed`, in order."""
    blocks = SequenceMatcher(None, base, changed, autojunk=False).get_matching_blocks()
    return {block.a + i: block.b + i for block in blocks for i in range(block.size)}
