"""Titles in pictures: how large they can be set, and where their rows break."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

_FONT = Path(__file__).parent / "fonts" / "manrope.ttf"
BOLD, MEDIUM = 800, 600
CAPITAL = 0.72
"""The height of a capital letter, as a share of the type's size."""

_MEASURED_AT = 200
_STEP = 0.965


@dataclass(frozen=True, slots=True)
class Room:
    """Where a title may stand, in pixels: the rows' width, their height together, the type's sizes.

    `leading` is the distance of two rows, as a share of the size.
    """

    width: int
    height: int
    largest: int
    smallest: int
    leading: float = 1.13


@dataclass(frozen=True, slots=True)
class Set:
    """A title as it is set: the type's size in pixels, and its rows."""

    size: int
    rows: tuple[str, ...]


def fitted(words: str, room: Room) -> Set:
    """The words in the largest type in which whole rows fit, these as even as they can be.

    What even the smallest has no room for is cut with an ellipsis.
    """
    size, measure = float(room.largest), _measure()
    while size >= room.smallest:
        rows = _even_rows(words.split(), measure, room.width * _MEASURED_AT / size)
        if rows and (1 + (len(rows) - 1) * room.leading) * size <= room.height:
            return Set(int(size), rows)
        size *= _STEP
    return Set(room.smallest, _cut_rows(words, room))


def _even_rows(words: Sequence[str], measure: Callable[[str], float], width: float) -> tuple[str, ...] | None:
    """As few rows as possible, the widest as narrow as possible; None if a word is wider than a row."""
    if max(map(measure, words)) > width:
        return None
    rows = _filled(words, measure, width)
    while True:
        narrower = max(map(measure, rows)) - 1
        tried = _filled(words, measure, narrower)
        if len(tried) > len(rows) or max(map(measure, tried)) > narrower:
            return tuple(rows)
        rows = tried


def _filled(words: Sequence[str], measure: Callable[[str], float], width: float) -> list[str]:
    rows: list[str] = []
    for word in words:
        if rows and measure(f"{rows[-1]} {word}") <= width:
            rows[-1] += f" {word}"
        else:
            rows.append(word)
    return rows


def _cut_rows(words: str, room: Room) -> tuple[str, ...]:
    set_in = font(room.smallest, BOLD)
    most = 1 + int((room.height / room.smallest - 1) / room.leading)
    rows = _filled(words.split(), set_in.getlength, room.width)
    if len(rows) > most:
        rows[most - 1 :] = [f"{rows[most - 1]}…"]
    return tuple(cut(row, set_in, room.width) for row in rows)


def cut(text: str, set_in: ImageFont.FreeTypeFont, width: float) -> str:
    """The text, cut with an ellipsis if it is wider."""
    kept = text
    while set_in.getlength(text) > width:
        kept = kept[:-1]
        text = kept.rstrip() + "…"
    return text


def _measure() -> Callable[[str], float]:
    return lru_cache(maxsize=4096)(font(_MEASURED_AT, BOLD).getlength)


def settable(text: str) -> str:
    """The text in the font's characters: symbols that it lacks are dropped; "" if it lacks a letter."""
    composed, set_in = unicodedata.normalize("NFC", text), font(100, MEDIUM)
    box = bytes(set_in.getmask("\uffff"))  # what the font shows for a character that it lacks
    missing = {c for c in set(composed) if not c.isspace() and bytes(set_in.getmask(c)) == box}
    if any(unicodedata.category(character)[0] in "LN" for character in missing):
        return ""
    return " ".join("".join(c for c in composed if c not in missing).split())


@lru_cache(maxsize=64)
def font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    """Manrope; the simple layout engine, so that the same title looks the same on every machine."""
    made = ImageFont.truetype(_FONT, size, layout_engine=ImageFont.Layout.BASIC)
    made.set_variation_by_axes([weight])
    return made
