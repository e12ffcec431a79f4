"""What is written and what is said for it, linked; a module of its own, since spoken text needs no more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Pair:
    """A span of written text and the words that are spoken for it; either side may be ""."""

    written: str
    spoken: str


Spoken: TypeAlias = tuple[Pair, ...]
"""Pairs that cover a line: all `written` joined is the line, all `spoken` joined is what is said."""
