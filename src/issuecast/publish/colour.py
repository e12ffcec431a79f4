"""One accent makes a palette whose text can be read: arithmetic on sRGB colours, WCAG 2.2 contrast."""

from __future__ import annotations

from typing import TypeAlias

RGB: TypeAlias = tuple[int, int, int]

WHITE: RGB = (255, 255, 255)
BLACK: RGB = (0, 0, 0)
TEXT_CONTRAST = 4.5
"""The least for text of ordinary size, WCAG 2.2 success criterion 1.4.3."""

_STEPS = 100


def parse(code: str) -> RGB:
    """`#0b6e4f` as three values from 0 to 255."""
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


def code(colour: RGB) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)


def mix(colour: RGB, other: RGB, share: float) -> RGB:
    """`colour` with that share (0 to 1) of the other."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(colour, other, strict=True))
    return red, green, blue


def contrast(colour: RGB, other: RGB) -> float:
    """From 1 (alike) to 21 (black on white), as WCAG 2.2 defines it."""
    darker, lighter = sorted((_luminance(colour), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def legible(colour: RGB, ground: RGB, ratio: float = TEXT_CONTRAST) -> RGB:
    """The colour, darkened on a light ground or lightened on a dark one until it stands out by `ratio`.

    Black or white, which every ground allows at 4.5, is the last resort.
    """
    end = max((BLACK, WHITE), key=lambda extreme: contrast(extreme, ground))
    shades = (mix(colour, end, step / _STEPS) for step in range(_STEPS + 1))
    return next((shade for shade in shades if contrast(shade, ground) >= ratio), end)


def _luminance(colour: RGB) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    red, green, blue = (_linear(value / 255) for value in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4  # noqa: PLR2004  IEC 61966-2-1
