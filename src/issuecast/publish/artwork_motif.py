"""The motif of all pictures: a sun on the edge of the picture whose rays are a sound wave."""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass

from PIL import Image, ImageDraw

from issuecast.publish.colour import BLACK, RGB, contrast, legible, mix, parse

CREAM: RGB = (255, 246, 229)
_RAYS = 47
_SMOOTH = 2
"""Shapes are drawn in so many times the size and reduced, which smooths their edges."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of one accent on which cream type can be read: the ground, the rays, the sun, lesser type."""

    ground: RGB
    rays: RGB
    sun: RGB
    quiet: RGB

    @classmethod
    def of(cls, accent: str) -> Palette:
        hue = parse(accent)
        shades = (mix(hue, BLACK, step / 20) for step in range(4, 20))
        ground = next((shade for shade in shades if contrast(shade, CREAM) >= 9), BLACK)  # noqa: PLR2004  well above AAA
        glow = legible(hue, ground, 3)
        return cls(ground, mix(glow, CREAM, 0.15), mix(glow, CREAM, 0.5), mix(glow, CREAM, 0.7))


@dataclass(frozen=True, slots=True)
class Sun:
    """A half disc on the lower edge, all in pixels: its middle, its radius, how long the longest ray is."""

    x: int
    radius: int
    longest: int


def draw_sun(picture: Image.Image, sun: Sun, palette: Palette, name: str) -> None:
    """The sun at the picture's lower edge; its rays are as long as the samples of the name's own wave."""
    gap, half_width = round(sun.radius * 0.2), round(sun.radius * 0.035)
    reach = sun.radius + gap + sun.longest + half_width
    size = (2 * reach * _SMOOTH, reach * _SMOOTH)
    disc, rays = Image.new("L", size), Image.new("L", size)
    centre, radius = (reach * _SMOOTH, reach * _SMOOTH), sun.radius * _SMOOTH
    ImageDraw.Draw(disc).circle(centre, radius, fill=255)
    draw, inner = ImageDraw.Draw(rays), radius + gap * _SMOOTH
    for ray in range(_RAYS):
        angle = math.pi * (ray + 0.5) / _RAYS
        outer = inner + wave(name, ray / (_RAYS - 1)) * sun.longest * _SMOOTH
        ends = [(centre[0] - r * math.cos(angle), centre[1] - r * math.sin(angle)) for r in (inner, outer)]
        _draw_bar(draw, ends, half_width * _SMOOTH)
    for colour, mask in ((palette.rays, rays), (palette.sun, disc)):
        picture.paste(colour, (sun.x - reach, picture.height - reach), mask.reduce(_SMOOTH))


def draw_wave(
    picture: Image.Image, box: tuple[int, int, int, int], palette: Palette, name: str, bars: int
) -> None:
    """The same wave as upright bars about the middle of a box (left, top, right, bottom)."""
    left, top, right, bottom = box
    size = ((right - left) * _SMOOTH, (bottom - top) * _SMOOTH)
    mask = Image.new("L", size)
    draw, step = ImageDraw.Draw(mask), size[0] / bars
    half_width = round(step * 0.2)
    for bar in range(bars):
        x = step * (bar + 0.5)
        half = wave(name, bar / (bars - 1)) * (size[1] / 2 - half_width)
        _draw_bar(draw, [(x, size[1] / 2 - half), (x, size[1] / 2 + half)], half_width)
    picture.paste(palette.rays, (left, top), mask.reduce(_SMOOTH))


def _draw_bar(draw: ImageDraw.ImageDraw, ends: list[tuple[float, float]], half_width: int) -> None:
    """A bar with round ends."""
    draw.line(ends, fill=255, width=2 * half_width)
    for end in ends:
        draw.circle(end, half_width, fill=255)


def wave(name: str, position: float) -> float:
    """A sample of the name's own wave, 0.1 to 1: three partials whose phases are its digest's bytes."""
    phases = hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest()
    partials = ((2, 0.5), (5, 0.3), (11, 0.2))
    total = sum(
        level * math.sin(math.tau * (cycles * position + phase / 256))
        for (cycles, level), phase in zip(partials, phases, strict=False)
    )
    return 0.1 + 0.9 * math.pow(0.5 + total / 2, 1.3)
