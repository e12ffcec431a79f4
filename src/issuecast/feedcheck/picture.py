"""What a picture is. The only file here that touches Pillow."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass

_MOST_PIXELS = 25_000_000
"""A picture of more is not decoded: 3000 × 3000 is the largest that directories take."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it is in its file; `mode` is Pillow's name of its colours, `damage` "" if it is whole."""

    format: str
    width: int
    height: int
    mode: str
    has_alpha: bool
    damage: str = ""


def look(content: bytes) -> Picture | None:
    """The picture that these bytes are, None if they are none."""
    with warnings.catch_warnings():
        return _look(content)


def _look(content: bytes) -> Picture | None:
    from PIL import Image, UnidentifiedImageError

    # Of a picture that is too large its size is told, which is a finding, not a warning.
    warnings.filterwarnings("ignore", category=Image.DecompressionBombWarning)
    failures = (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError)
    try:
        with Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF")) as opened:
            alpha = opened.mode in {"RGBA", "LA", "PA"} or "transparency" in opened.info
            size = opened.width * opened.height
            damage = ""
            if size <= _MOST_PIXELS:
                try:
                    opened.load()
                except failures:
                    damage = "is damaged"
            return Picture(opened.format or "", opened.width, opened.height, opened.mode, alpha, damage)
    except failures:
        return None
