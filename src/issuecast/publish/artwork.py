"""The pictures that are drawn: the show's cover, and for each episode a square one and one for video hosts.

Apple Podcasts asks for a square JPEG or PNG of 1400 to 3000 pixels, RGB, without transparency, under a new
name whenever the picture changes; video hosts for 16:9.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageDraw

from issuecast.publish.artwork_file import converted, jpeg, opened
from issuecast.publish.artwork_motif import CREAM, Palette, Sun, draw_sun, draw_wave, wave
from issuecast.publish.artwork_type import BOLD, CAPITAL, MEDIUM, Room, cut, fitted, font, settable
from issuecast.publish.cover import LARGEST, SMALLEST, wording
from issuecast.show import Show

WIDE = (1920, 1080)
_SQUARE_BYTES = 300_000
"""What a player loads with the sound: the square picture is in the file's tags, too."""

_COVER_BYTES = 350_000
_COVER_MARGIN, _COVER_BYLINE = 270, 96
_COVER_ROOM = Room(LARGEST - 2 * _COVER_MARGIN, 1150, largest=560, smallest=120)


@dataclass(frozen=True, slots=True)
class Wording:
    """The words in an episode's picture: the issue's title, the show's, and "No. 214" or the date."""

    title: str
    show: str
    label: str


def artwork(show: Show) -> bytes:
    """The cover as a JPEG: `show.cover`, a file in the show's folder, or a drawn one of 3000 pixels.

    Raises:
        PublishError: the file is missing, no picture, or cannot be made fit.
    """
    if show.cover:
        return converted(show.folder / show.cover)
    return _cover(*wording(show), show.theme.accent)


@lru_cache(maxsize=1)
def _cover(title: str, author: str, accent: str) -> bytes:
    palette = Palette.of(accent)
    picture = Image.new("RGB", (LARGEST, LARGEST), palette.ground)
    draw_sun(picture, Sun(LARGEST // 2, 540, 720), palette, title)
    words, by = settable(title), settable(author)
    if words:
        draw = ImageDraw.Draw(picture)
        below = _draw_title(draw, words, (_COVER_MARGIN, _COVER_MARGIN), _COVER_ROOM)
        byline = font(_COVER_BYLINE, MEDIUM)
        place = (_COVER_MARGIN, below + 2.4 * _COVER_BYLINE)
        draw.text(place, cut(by, byline, _COVER_ROOM.width), fill=palette.quiet, font=byline, anchor="ls")
    return jpeg(picture, _COVER_BYTES)


def episode_artwork(words: Wording, accent: str, cover: bytes | None = None) -> tuple[bytes, bytes]:
    """An episode's pictures as JPEGs: a square one of 1400 pixels, and a wide one of 1920 × 1080.

    Args:
        words: what is written on them.
        accent: the show's colour.
        cover: the editor's own cover, which takes the place of the drawn sun.
    """
    palette = Palette.of(accent)
    return _square(words, palette, cover), _wide(words, palette, cover)


def _square(words: Wording, palette: Palette, cover: bytes | None) -> bytes:
    side, margin = SMALLEST, 112
    picture = Image.new("RGB", (side, side), palette.ground)
    width = side - 2 * margin
    if cover is None:
        draw_sun(picture, Sun(_sun_x(words.title, side), 230, 300), palette, words.title)
    else:
        inset = 430
        _paste_cover(picture, cover, (margin, side - margin - inset), inset)
        box = (margin + inset + 60, side - margin - inset, side - margin, side - margin)
        draw_wave(picture, box, palette, words.title, bars=15)
    room = Room(width, 520, largest=190, smallest=56)
    _draw_words(picture, words, palette, (margin, margin), room, line=width)
    return jpeg(picture, _SQUARE_BYTES)


def _wide(words: Wording, palette: Palette, cover: bytes | None) -> bytes:
    (width, height), margin = WIDE, 120
    picture = Image.new("RGB", WIDE, palette.ground)
    if cover is None:
        draw_sun(picture, Sun(1490, 250, 230), palette, words.title)
        room = Room(900, 560, largest=160, smallest=52)
    else:
        inset = 640
        _paste_cover(picture, cover, (width - margin - inset, (height - inset) // 2), inset)
        column = width - 3 * margin - inset
        box = (margin, height - margin - 190, margin + column, height - margin)
        draw_wave(picture, box, palette, words.title, bars=31)
        room = Room(column, 480, largest=150, smallest=56)
    line = width - 2 * margin if cover is None else room.width
    _draw_words(picture, words, palette, (margin, margin), room, line=line)
    return jpeg(picture, _SQUARE_BYTES)


_LABEL, _RULE = 44, 3


def _draw_words(  # noqa: PLR0913  where each part stands
    picture: Image.Image, words: Wording, palette: Palette, place: tuple[int, int], room: Room, *, line: int
) -> None:
    """Show and number on a line with a rule below, then the title; the number if that cannot be set."""
    (left, top), draw = place, ImageDraw.Draw(picture)
    title, set_in = settable(words.title), font(_LABEL, MEDIUM)
    label = words.label if title else ""
    baseline = top + CAPITAL * _LABEL
    label_width = round(set_in.getlength(label))
    show = cut(settable(words.show), set_in, line - label_width - 2 * _LABEL)
    draw.text((left, baseline), show, fill=palette.quiet, font=set_in, anchor="ls")
    draw.text((left + line, baseline), label, fill=palette.quiet, font=set_in, anchor="rs")
    rule = round(baseline + 0.75 * _LABEL)
    draw.rectangle((left, rule, left + line - 1, rule + _RULE - 1), fill=palette.rays)
    _draw_title(draw, title or words.label, (left, rule + 72), room)


def _draw_title(draw: ImageDraw.ImageDraw, words: str, place: tuple[int, int], room: Room) -> float:
    """The words from that left upper corner in cream; the baseline of the last row."""
    if not words:
        return place[1]
    chosen = fitted(words, room)
    baseline = place[1] + CAPITAL * chosen.size  # the height of a capital, which touches the upper edge
    for row in chosen.rows:
        draw.text(
            (place[0] - chosen.size // 20, baseline),
            row,
            fill=CREAM,
            font=font(chosen.size, BOLD),
            anchor="ls",
        )
        baseline += chosen.size * room.leading
    return baseline - chosen.size * room.leading


def _paste_cover(picture: Image.Image, cover: bytes, place: tuple[int, int], side: int) -> None:
    """The editor's cover with round corners."""
    mask = Image.new("L", (side * 2, side * 2))
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, side * 2 - 1, side * 2 - 1), side // 8, fill=255)
    picture.paste(opened(cover, side), place, mask.reduce(2))


def _sun_x(title: str, width: int) -> int:
    """Each title's sun rises elsewhere."""
    return round(width * (0.3 + 0.4 * wave(title, 0)))
