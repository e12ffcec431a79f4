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
_NEARLY_SQUARE = 1.01
"""A picture that is longer by no more than that is cut to a square, which nobody sees."""
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
    """The editor's picture: as it is if it is fit, else cut square, of 1400 to 3000 pixels, RGB, a JPEG.

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
    shorter, longer = sorted(picture.size)
    if longer > shorter * _NEARLY_SQUARE or shorter < SMALLEST or longer > _MOST_PIXELS:
        raise PublishError(
            f"The cover {file} has {width} × {height} pixels",
            f"use a square one of {SMALLEST} to {LARGEST} pixels",
        )


def _is_fit(picture: Image.Image) -> bool:
    turned = picture.getexif().get(0x0112, 1) != 1
    square = picture.width == picture.height <= LARGEST
    return picture.format == "JPEG" and picture.mode == "RGB" and square and not turned


def _fit(picture: Image.Image) -> Image.Image:
    """In sRGB, upright, of 3000 pixels at most; on white where it is transparent."""
    upright = _in_srgb(_eight_bit(ImageOps.exif_transpose(picture)))
    if upright.width != upright.height:
        upright = ImageOps.fit(upright, (min(upright.size),) * 2)
    if upright.width > LARGEST:
        upright = upright.resize((LARGEST, LARGEST), Image.Resampling.LANCZOS)
    if "A" not in upright.getbands() and "transparency" not in upright.info:
        return upright.convert("RGB")
    layer = upright.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", layer.size, (*WHITE, 255)), layer).convert("RGB")


def _eight_bit(picture: Image.Image) -> Image.Image:
    """Grey of 16 bits scaled to 8: Pillow would take all but the darkest for white."""
    if not picture.mode.startswith("I"):
        return picture
    return picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")


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
