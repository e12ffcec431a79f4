"""The tag of an MP3: what players show of a file without its feed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from issuecast.feedcheck.document import Item
from issuecast.feedcheck.id3 import Tag
from issuecast.feedcheck.material import Material
from issuecast.feedcheck.rule import Spot, recommended
from issuecast.feedcheck.rules.chapters import chapter_starts_ms
from issuecast.feedcheck.sources import ISSUECAST, RENEW

_ID3 = "ID3v2"
_VERSION = 3
_COVER_BYTES = 300_000


@recommended(_ID3, "the tag is ID3v2.3, which the most players read", RENEW)
def tag_version(material: Material) -> Iterator[Spot]:
    for item, tag in _tags(material):
        if tag.version != _VERSION:
            yield Spot(item.label, f"its tag is ID3v2.{tag.version}")


@recommended(_ID3, "chapters in the tag are listed, go by time, and stand in its order", RENEW)
def tag_chapters(material: Material) -> Iterator[Spot]:
    for item, tag in _tags(material):
        starts_ms = [one.start_ms for one in tag.chapters]
        if any(one.name not in tag.listed for one in tag.chapters):
            yield Spot(item.label, "a chapter in its tag is in no table of contents")
        elif not all(one.by_time for one in tag.chapters):
            yield Spot(item.label, "a chapter in its tag has offsets in bytes")
        elif any(later <= earlier for earlier, later in pairwise(starts_ms)):
            yield Spot(item.label, "the chapters in its tag do not ascend")


@recommended(ISSUECAST, "chapters in the tag are those of the chapters' file", RENEW)
def tag_chapters_equal(material: Material) -> Iterator[Spot]:
    told = dict(chapter_starts_ms(material))
    for item, tag in _tags(material):
        starts_ms = [one.start_ms for one in tag.chapters]
        if starts_ms and told.get(item, starts_ms) != starts_ms:
            yield Spot(item.label, "the chapters in its tag and the chapters' file differ")


@recommended(ISSUECAST, "the cover in the tag has at most 300 kB", RENEW)
def tag_cover(material: Material) -> Iterator[Spot]:
    for item, tag in _tags(material):
        if tag.cover_bytes > _COVER_BYTES:
            yield Spot(item.label, f"the cover in its tag has {tag.cover_bytes:,} bytes")


def _tags(material: Material) -> Iterator[tuple[Item, Tag]]:
    return ((item, sound.tag) for item, sound in material.sounding() if sound.tag)
