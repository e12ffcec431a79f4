"""Draws the picture that a newsletter links to an episode."""

from __future__ import annotations

import io
from collections.abc import Sequence

from PIL import Image, ImageDraw

from issuecast.publish.artwork_motif import CREAM, Palette
from issuecast.publish.artwork_type import BOLD, MEDIUM, cut, font, settable

_SMOOTH = 2
_TITLE, _LABEL = 54, 30
_MARGIN, _DISC = 44, 192
_COLOURS = 48


def draw_button(words: tuple[str, str], accent: str, levels: Sequence[float], size: tuple[int, int]) -> bytes:
    """A PNG of so many pixels with title and label beside a play sign, and the sound's waveform below."""
    palette = Palette.of(accent)
    picture = Image.new("RGB", size, palette.ground)
    _draw_sign(picture)
    left = 2 * _MARGIN + _DISC
    width = size[0] - left - _MARGIN
    draw = ImageDraw.Draw(picture)
    for text, weight, pixels, y, colour in (
        (words[0], BOLD, _TITLE, 92, CREAM),
        (words[1], MEDIUM, _LABEL, 142, palette.quiet),
    ):
        set_in = font(pixels, weight)
        draw.text((left, y), cut(settable(text), set_in, width), fill=colour, font=set_in, anchor="ls")
    _draw_levels(picture, palette, levels, (left, 170, left + width, size[1] - 34))
    target = io.BytesIO()
    picture.quantize(_COLOURS).save(target, "PNG", optimize=True)
    return target.getvalue()


def _draw_sign(picture: Image.Image) -> None:
    side = _DISC * _SMOOTH
    mask = Image.new("L", (side, side))
    draw = ImageDraw.Draw(mask)
    draw.circle((side / 2, side / 2), side / 2 - 1, fill=255)
    draw.polygon([(side * x, side * y) for x, y in ((0.39, 0.29), (0.39, 0.71), (0.74, 0.5))], fill=0)
    top = (picture.height - _DISC) // 2
    picture.paste(CREAM, (_MARGIN, top), mask.reduce(_SMOOTH))


def _draw_levels(
    picture: Image.Image, palette: Palette, levels: Sequence[float], box: tuple[int, int, int, int]
) -> None:
    left, top, right, bottom = box
    size = ((right - left) * _SMOOTH, (bottom - top) * _SMOOTH)
    mask = Image.new("L", size)
    draw, step = ImageDraw.Draw(mask), size[0] / len(levels)
    for bar, level in enumerate(levels):
        x, half = step * bar, level * size[1] / 2
        draw.rectangle((x, size[1] / 2 - half, x + 0.55 * step, size[1] / 2 + half), fill=255)
    picture.paste(palette.rays, (left, top), mask.reduce(_SMOOTH))
