"""The pictures that the feed names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from issuecast.feedcheck.gather import pictures
from issuecast.feedcheck.material import Material
from issuecast.feedcheck.picture import Picture
from issuecast.feedcheck.rule import Spot, required
from issuecast.feedcheck.sources import BOTH

_SMALLEST, _LARGEST = 1400, 3000
"""Pixels a side, as Apple Podcasts takes them."""
_ENDINGS = {"JPEG": {".jpg", ".jpeg"}, "PNG": {".png"}}


@required(BOTH, "artwork is there, for HEAD and for GET", "upload it, or correct base_url in show.toml")
def artwork_there(material: Material) -> Iterator[Spot]:
    for url in dict.fromkeys(pictures(material.feed, material.items)):
        found, head = material.files.get(url), material.heads.get(url)
        if found and head and (trouble := found.trouble or head.trouble):
            yield Spot(url, trouble)


@required(BOTH, "artwork is a whole JPEG or PNG", "give another picture as cover in show.toml")
def artwork_format(material: Material) -> Iterator[Spot]:
    for url, picture in _pictures(material):
        if picture is None:
            yield Spot(url, "is not a picture that can be opened")
        elif picture.damage:
            yield Spot(url, picture.damage)
        elif picture.format not in _ENDINGS:
            yield Spot(url, f"is {picture.format}")


@required(
    BOTH, "artwork is square, with 1400 to 3000 pixels a side", "give another picture as cover in show.toml"
)
def artwork_size(material: Material) -> Iterator[Spot]:
    for url, picture in _pictures(material):
        if picture and (picture.width != picture.height or not _SMALLEST <= picture.width <= _LARGEST):
            yield Spot(url, f"has {picture.width} × {picture.height} pixels")


@required(BOTH, "artwork is RGB without transparency", "give another picture as cover in show.toml")
def artwork_colours(material: Material) -> Iterator[Spot]:
    for url, picture in _pictures(material):
        if picture and (picture.mode != "RGB" or picture.has_alpha):
            yield Spot(url, "may be transparent" if picture.has_alpha else f"has the colours {picture.mode}")


@required(BOTH, "artwork's name ends as its format asks", "rename it")
def artwork_name(material: Material) -> Iterator[Spot]:
    for url, picture in _pictures(material):
        endings = _ENDINGS.get(picture.format, set()) if picture else set()
        if endings and PurePosixPath(urlsplit(url).path).suffix.lower() not in endings:
            yield Spot(url, f"is {picture.format if picture else ''}, and is not called so")


def _pictures(material: Material) -> Iterator[tuple[str, Picture | None]]:
    for url in dict.fromkeys(pictures(material.feed, material.items)):
        found = material.files.get(url)
        if found and found.there:
            yield url, material.pictures.get(url)
