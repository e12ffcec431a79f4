"""The show's cover: the editor's picture made fit for every directory, or one that is drawn.

Apple Podcasts asks for a square JPEG or PNG of 1400 to 3000 pixels, RGB, without transparency, under a new
name whenever the picture changes.
"""

from __future__ import annotations

import hashlib
import io
import math
import unicodedata
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, UnidentifiedImageError

from issuecast.errors import PublishError
from issuecast.publish.colour import BLACK, RGB, WHITE, contrast, legible, mix, parse
from issuecast.publish.cover import picture_in, wording
from issuecast.show import Show

SMALLEST, LARGEST = 1400, 3000
"""Pixels a side, as Apple Podcasts takes them."""

_FONT = Path(__file__).parent / "fonts" / "manrope.ttf"
_BOLD, _MEDIUM = 800, 600
_MARGIN = 270
_WIDTH, _TITLE_HEIGHT = LARGEST - 2 * _MARGIN, 1150
_LARGEST_TYPE, _SMALLEST_TYPE, _BYLINE = 560, 190, 96
_MOST_ROWS = 5
_LEADING = 1.13
_RAYS = 47
_CREAM: RGB = (255, 246, 229)


def artwork(show: Show) -> bytes:
    """The cover as a JPEG: `show.cover`, a file in the show's folder, or a drawn one of 3000 pixels.

    Raises:
        PublishError: the file is missing, no picture, not square or not of 1400 to 3000 pixels.
    """
    if show.cover:
        return _converted(show.folder / show.cover)
    return _drawn(*wording(show), show.theme.accent)


def thumbnail(cover: bytes, side: int) -> bytes:
    """The cover for a page, `side` pixels wide and high, as a JPEG."""
    with Image.open(io.BytesIO(cover)) as picture:
        picture.draft("RGB", (2 * side, 2 * side))  # decodes no more than is needed
        return _jpeg(picture.resize((side, side), Image.Resampling.LANCZOS), quality=82)


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    target = io.BytesIO()
    picture.save(target, "JPEG", quality=quality, optimize=True, progressive=True)
    return target.getvalue()


# ── The editor's picture ──────────────────────────────────────────────────────────────────────────


def _converted(file: Path) -> bytes:
    content = picture_in(file)
    try:
        with Image.open(io.BytesIO(content)) as picture:
            _check_size(file, picture)
            return content if _is_fit(picture) else _jpeg(_without_alpha(picture), quality=90)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise PublishError(
            f"The cover {file} is not a picture that can be opened", "save it as JPEG or PNG"
        ) from error


def _check_size(file: Path, picture: Image.Image) -> None:
    if picture.width != picture.height or not SMALLEST <= picture.width <= LARGEST:
        raise PublishError(
            f"The cover {file} has {picture.width} × {picture.height} pixels",
            f"use a square one of {SMALLEST} to {LARGEST} pixels",
        )


def _is_fit(picture: Image.Image) -> bool:
    """Whether the file can be published as it is; loading it also proves that it is whole."""
    picture.load()
    return picture.format == "JPEG" and picture.mode == "RGB"


def _without_alpha(picture: Image.Image) -> Image.Image:
    """The picture in RGB, on white where it is transparent."""
    layer = picture.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", layer.size, (*WHITE, 255)), layer).convert("RGB")


# ── The drawn cover: a sunrise whose rays are a sound wave, under the title ────────────────────────


@lru_cache(maxsize=1)
def _drawn(title: str, author: str, accent: str) -> bytes:
    hue = parse(accent)
    ground = _ground(hue)
    picture = Image.new("RGB", (LARGEST, LARGEST), ground)
    glow = legible(hue, ground, 3)
    _draw_sunrise(picture, mix(glow, _CREAM, 0.5), mix(glow, _CREAM, 0.15), title)
    _draw_words(picture, title, author)
    return _jpeg(picture, quality=80)


def _ground(hue: RGB) -> RGB:
    """The accent, dark enough for cream type."""
    shades = (mix(hue, BLACK, step / 20) for step in range(4, 20))
    return next((shade for shade in shades if contrast(shade, _CREAM) >= 9), BLACK)  # noqa: PLR2004  well above AAA


def _draw_sunrise(picture: Image.Image, sun: RGB, light: RGB, title: str) -> None:
    """A half disc on the lower edge; rays as long as the samples of a wave that belongs to the title."""
    scale = 2  # drawn in twice the size and reduced, which smooths the edges
    width, height = LARGEST * scale, LARGEST * scale // 2
    disc, rays = Image.new("L", (width, height)), Image.new("L", (width, height))
    centre, radius = (width // 2, height), 540 * scale
    ImageDraw.Draw(disc).circle(centre, radius, fill=255)
    draw, inner = ImageDraw.Draw(rays), radius + 110 * scale
    for ray in range(_RAYS):
        angle = math.pi * (ray + 0.5) / _RAYS
        length = _wave(title, ray / (_RAYS - 1)) * 720 * scale
        _draw_ray(draw, centre, angle, (inner, inner + length), 19 * scale)
    for colour, mask in ((light, rays), (sun, disc)):
        picture.paste(colour, (0, LARGEST // 2), mask.reduce(scale))


def _draw_ray(
    draw: ImageDraw.ImageDraw,
    centre: tuple[int, int],
    angle: float,
    reach: tuple[float, float],
    half_width: int,
) -> None:
    """A bar with round ends, from one distance from the centre to the other."""
    ends = [(centre[0] - r * math.cos(angle), centre[1] - r * math.sin(angle)) for r in reach]
    draw.line(ends, fill=255, width=2 * half_width)
    for end in ends:
        draw.circle(end, half_width, fill=255)


def _wave(title: str, position: float) -> float:
    """A sample of the title's own wave, 0.1 to 1: three partials whose phases are its digest's bytes."""
    phases = hashlib.sha256(title.encode()).digest()
    partials = ((2, 0.5), (5, 0.3), (11, 0.2))
    total = sum(
        level * math.sin(math.tau * (cycles * position + phase / 256))
        for (cycles, level), phase in zip(partials, phases, strict=False)
    )
    return 0.1 + 0.9 * math.pow(0.5 + total / 2, 1.3)


def _draw_words(picture: Image.Image, title: str, author: str) -> None:
    """The title in the largest size in which it fits; what the font cannot set is left out."""
    words, by = _settable(title), _settable(author)
    if not words:
        return
    draw = ImageDraw.Draw(picture)
    size, rows = _fitted(words)
    baseline = _MARGIN + 0.72 * size  # the height of a capital, which stands on the margin's line
    for row, text in enumerate(rows):
        place = (_MARGIN - size // 20, baseline + row * size * _LEADING)
        draw.text(place, text, fill=_CREAM, font=_font(size, _BOLD), anchor="ls")
    if by:
        font = _font(_BYLINE, _MEDIUM)
        place = (_MARGIN, baseline + (len(rows) - 1) * size * _LEADING + 2.4 * _BYLINE)
        draw.text(place, _cut(by, font), fill=_CREAM, font=font, anchor="ls")


def _settable(text: str) -> str:
    """The text in the font's characters: symbols that it lacks are dropped; "" if it lacks a letter."""
    composed, font = unicodedata.normalize("NFC", text), _font(100, _MEDIUM)
    box = bytes(font.getmask("\uffff"))  # what the font shows for a character that it lacks
    missing = {c for c in composed if not c.isspace() and bytes(font.getmask(c)) == box}
    if any(unicodedata.category(character)[0] in "LN" for character in missing):
        return ""
    return " ".join("".join(c for c in composed if c not in missing).split())


def _fitted(words: str) -> tuple[int, list[str]]:
    """The font size in pixels, and the rows of text."""
    for size in range(_LARGEST_TYPE, _SMALLEST_TYPE, -10):
        font = _font(size, _BOLD)
        rows = _rows(words, font)
        widest = max(map(font.getlength, rows))
        if widest <= _WIDTH and len(rows) * size * _LEADING <= _TITLE_HEIGHT:
            return size, rows
    font = _font(_SMALLEST_TYPE, _BOLD)
    rows = _rows(words, font)
    if len(rows) > _MOST_ROWS:
        rows[_MOST_ROWS - 1 :] = [f"{rows[_MOST_ROWS - 1]}…"]
    return _SMALLEST_TYPE, [_cut(row, font) for row in rows]


def _rows(words: str, font: ImageFont.FreeTypeFont) -> list[str]:
    rows: list[str] = []
    for word in words.split():
        if rows and font.getlength(f"{rows[-1]} {word}") <= _WIDTH:
            rows[-1] += f" {word}"
        else:
            rows.append(word)
    return rows


def _cut(text: str, font: ImageFont.FreeTypeFont) -> str:
    """The text, cut with an ellipsis if it is wider than the cover."""
    kept = text
    while font.getlength(text) > _WIDTH:
        kept = kept[:-1]
        text = kept.rstrip() + "…"
    return text


@lru_cache(maxsize=64)
def _font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    """Manrope; the simple layout engine, so that the same title looks the same on every machine."""
    font = ImageFont.truetype(_FONT, size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font
