"""The sound: how an enclosure names it, and what is there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from issuecast.feedcheck import mp3
from issuecast.feedcheck.answer import PARTIAL, Answer, is_address
from issuecast.feedcheck.document import Item
from issuecast.feedcheck.material import Material, Sound
from issuecast.feedcheck.rule import Spot, recommended, required
from issuecast.feedcheck.rules.item import each
from issuecast.feedcheck.sources import APPLE, BOTH, HOST, ISSUECAST, RENEW, TWO

_TYPES = {
    ".mp3": {"audio/mpeg"},
    ".m4a": {"audio/x-m4a", "audio/mp4"},
    ".mp4": {"video/mp4", "audio/mp4"},
    ".m4v": {"video/x-m4v"},
    ".mov": {"video/quicktime"},
    ".pdf": {"application/pdf"},
}
"""What Apple Podcasts takes, by the ending of the address."""
_MP3 = "audio/mpeg"
_ID3V1_BYTES = 128
_RATES_HZ = {44_100, 48_000}
_KBPS = {1: (64, 128), 2: (128, 256)}


@required(BOTH, "every episode has one enclosure with address and length", RENEW)
@each
def enclosure(item: Item) -> str:
    found = item.all("enclosure")
    if len(found) != 1:
        return f"has {len(found) or 'no'} enclosure"
    length = found[0].get("length", "")
    if not is_address(item.enclosure):
        return f"the enclosure is at {item.enclosure[:60]!r}"
    if not (length.isascii() and length.isdecimal()) or int(length[:20]) == 0:
        return f"the enclosure's length is {length[:20]!r}"
    return ""


@required(APPLE, "the enclosure's type and ending are ones that Apple takes", RENEW)
@each
def enclosure_type(item: Item) -> str:
    if not is_address(item.enclosure):
        return ""
    ending = PurePosixPath(urlsplit(item.enclosure).path).suffix.lower()
    told = item.attribute("enclosure", "type")
    return (
        ""
        if told in _TYPES.get(ending, ())
        else f"the enclosure is of type {told[:40]!r} and ends in {ending[:10]!r}"
    )


@required(APPLE, "the enclosure's address is ASCII", RENEW)
@each
def enclosure_ascii(item: Item) -> str:
    return "" if item.enclosure.isascii() else f"the enclosure is at {item.enclosure[:80]!r}"


@required(APPLE, "the sound is there, for HEAD and for GET", "upload it, or correct base_url in show.toml")
def enclosure_there(material: Material) -> Iterator[Spot]:
    for item, sound in material.sounding():
        if trouble := sound.head.trouble or sound.start.trouble:
            yield Spot(item.label, f"{item.enclosure} {trouble}")


@required(BOTH, "the enclosure's length is the file's", "upload the file again, or build the episode again")
def enclosure_length(material: Material) -> Iterator[Spot]:
    for item, sound in material.sounding():
        told = item.attribute("enclosure", "length")
        if sound.head.there and sound.head.length is not None and told != str(sound.head.length):
            yield Spot(
                item.label, f"the file has {sound.head.length} bytes, the enclosure says {told[:20]!r}"
            )


@required(APPLE, "the sound is served as what the enclosure says", HOST, live=True)
def enclosure_served_type(material: Material) -> Iterator[Spot]:
    for item, sound in material.sounding():
        told = item.attribute("enclosure", "type")
        if sound.head.there and sound.head.media_type != told:
            yield Spot(
                item.label,
                f"the file is served as {sound.head.media_type[:40]!r}, the enclosure says {told[:40]!r}",
            )


@required(APPLE, "parts of the sound can be asked for", HOST, live=True)
def enclosure_ranges(material: Material) -> Iterator[Spot]:
    for item, sound in material.sounding():
        for part, first, size in (
            (sound.start, 0, mp3.ID3_BYTES),
            (sound.stream, sound.tag_bytes, mp3.FRAME_BYTES),
        ):
            if part.there and (wrong := _not_the_part(part, first, size, sound.head.length)):
                yield Spot(item.label, wrong)
                break


def _not_the_part(part: Answer, first: int, size: int, whole: int | None) -> str:
    """What is wrong with the answer to a request for `size` bytes from `first`."""
    if part.status != PARTIAL:
        return f"bytes from {first} are asked for, and all are sent"
    last = first + size - 1 if whole is None else min(first + size, whole) - 1
    told, total = part.headers.get("content-range", ""), "*" if whole is None else str(whole)
    right = told == f"bytes {first}-{last}/{total}" or (
        whole is None and told.startswith(f"bytes {first}-{last}/")
    )
    if not right or len(part.body) != last - first + 1:
        return f"bytes {first} to {last} are asked for, {told[:60]!r} and {len(part.body)} bytes are sent"
    return ""


@recommended(ISSUECAST, "the MP3 tells its length exactly, in a Xing or Info header", RENEW)
def mp3_header(material: Material) -> Iterator[Spot]:
    for item, sound in _mp3s(material):
        try:
            read = mp3.read(sound.stream.body)
        except ValueError as error:
            yield Spot(item.label, str(error))
            continue
        if read.frames is None or read.bytes is None:
            yield Spot(item.label, "its MP3 has no Xing or Info header that counts frames and bytes")
        elif sound.head.length is not None:
            stream = sound.head.length - sound.tag_bytes
            if stream - read.bytes not in {0, _ID3V1_BYTES}:
                yield Spot(item.label, f"its MP3 header counts {read.bytes} bytes, the file has {stream}")


@recommended(APPLE, "the sound lasts as long as itunes:duration says", RENEW)
def mp3_duration(material: Material) -> Iterator[Spot]:
    for item, sound, read in _readable(material):
        told = item.text("itunes:duration")
        lasts = read.duration_s((sound.head.length or 0) - sound.tag_bytes)
        if lasts and told.isascii() and told.isdecimal() and abs(int(told[:12]) - lasts) > 1:
            yield Spot(item.label, f"the sound lasts {lasts:.1f} s, itunes:duration says {told[:12]}")


@recommended(APPLE, "the MP3 has 44.1 or 48 kHz, mono 64 to 128, stereo 128 to 256 kbit/s", RENEW)
def mp3_quality(material: Material) -> Iterator[Spot]:
    for item, _, read in _readable(material):
        kbps, (least, most) = read.bitrate_bps // 1000, _KBPS[read.channels]
        if read.rate_hz not in _RATES_HZ:
            yield Spot(item.label, f"the MP3 has {read.rate_hz} Hz")
        elif read.is_constant and not least <= kbps <= most:
            yield Spot(item.label, f"the {'mono' if read.channels == 1 else 'stereo'} MP3 has {kbps} kbit/s")


def _mp3s(material: Material) -> Iterator[tuple[Item, Sound]]:
    for item, sound in material.sounding():
        if item.attribute("enclosure", "type") == _MP3 and sound.stream.there:
            yield item, sound


def _readable(material: Material) -> Iterator[tuple[Item, Sound, mp3.Mp3]]:
    for item, sound in _mp3s(material):
        try:
            yield item, sound, mp3.read(sound.stream.body)
        except ValueError:  # that is another rule's
            continue


@recommended(TWO, "alternate enclosures are there and of their length, one at most is the default", RENEW)
def alternates(material: Material) -> Iterator[Spot]:
    for item in material.items:
        found = item.all("podcast:alternateEnclosure")
        if sum(one.get("default") == "true" for one in found) > 1:
            yield Spot(item.label, "has several alternate enclosures that are the default")
        for one in found:
            sources = [source.get("uri", "") for source in one if source.tag.endswith("}source")]
            name = one.get("title", "") or one.get("type", "")
            if not one.get("type") or not sources:
                yield Spot(item.label, f"the alternate enclosure {name[:40]!r} has no type or no source")
            for source in sources:
                yield from _alternate(item, one.get("length", ""), source, material.heads.get(source))


def _alternate(item: Item, told: str, source: str, head: Answer | None) -> Iterator[Spot]:
    if head and head.trouble:
        yield Spot(item.label, f"{source} {head.trouble}")
    elif head and head.length is not None and told and told != str(head.length):
        yield Spot(
            item.label, f"{source} has {head.length} bytes, its alternate enclosure says {told[:20]!r}"
        )
