"""Pictures as files: the editor's cover made fit for every directory, and JPEGs of a certain size."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from issuecast.errors import PublishError
from issuecast.publish.colour import WHITE
from issuecast.publish.cover import LARGEST, SMALLEST, picture_in

_MOST_BYTES = 2_000_000
"""A cover larger than that makes every app wait; some directories refuse it."""
_MOST_PIXELS = 12_000
_QUALITIES = (88, 80, 70, 60, 45, 30)


def thumbnail(cover: bytes, side: int) -> bytes:
    """The cover, `side` pixels wide and high, as a JPEG of at most 300 kB."""
    return jpeg(opened(cover, side), 300_000)


def opened(cover: bytes, side: int) -> Image.Image:
    """The cover in RGB, `side` pixels wide and high."""
    with Image.open(io.BytesIO(cover)) as picture:
        picture.draft("RGB", (2 * side, 2 * side))  # decodes no more than is needed
        return picture.convert("RGB").resize((side, side), Image.Resampling.LANCZOS)


def jpeg(picture: Image.Image, most_bytes: int) -> bytes:
    """The picture as a JPEG, in the best quality that is not larger."""
    for quality in _QUALITIES:
        target = io.BytesIO()
        picture.save(target, "JPEG", quality=quality, optimize=True, progressive=True)
        if target.tell() <= most_bytes:
            break
    return target.getvalue()


def converted(file: Path) -> bytes:
    """The editor's picture: as it is if it is fit, else square, of 1400 to 3000 pixels, RGB, a JPEG.

    Raises:
        PublishError: it cannot be read or opened, is not square, or too small.
    """
    content = picture_in(file)
    try:
        with Image.open(io.BytesIO(content)) as picture:
            _check_size(file, picture)
            picture.load()  # proves that it is whole
            if _is_fit(picture) and len(content) <= _MOST_BYTES:
                return content
            return jpeg(_fit(picture), _MOST_BYTES)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise PublishError(
            f"The cover {file} is not a picture that can be opened", "save it as JPEG, PNG or WebP"
        ) from error


def _check_size(file: Path, picture: Image.Image) -> None:
    width, height = picture.size
    if width != height or not SMALLEST <= width <= _MOST_PIXELS:
        raise PublishError(
            f"The cover {file} has {width} × {height} pixels",
            f"use a square one of {SMALLEST} to {LARGEST} pixels",
        )


def _is_fit(picture: Image.Image) -> bool:
    turned = picture.getexif().get(0x0112, 1) != 1
    return picture.format == "JPEG" and picture.mode == "RGB" and picture.width <= LARGEST and not turned


def _fit(picture: Image.Image) -> Image.Image:
    """In sRGB, upright, of 3000 pixels at most; on white where it is transparent."""
    upright = _in_srgb(ImageOps.exif_transpose(picture))
    if upright.width > LARGEST:
        upright = upright.resize((LARGEST, LARGEST), Image.Resampling.LANCZOS)
    if "A" not in upright.getbands() and "transparency" not in upright.info:
        return upright.convert("RGB")
    layer = upright.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", layer.size, (*WHITE, 255)), layer).convert("RGB")


def _in_srgb(picture: Image.Image) -> Image.Image:
    """Colours of a wider or of a printer's space as a screen shows them; a broken profile is left aside."""
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in {"RGB", "CMYK"}:
        return picture
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        shown = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except ImageCms.PyCMSError:
        return picture
    return shown or picture
