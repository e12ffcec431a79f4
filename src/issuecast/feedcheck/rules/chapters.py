"""Chapters: the JSON file, Podlove's in the feed, and the timestamps of the show notes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from issuecast.feedcheck.document import Item
from issuecast.feedcheck.material import Material
from issuecast.feedcheck.moments import clock_ms, stamped
from issuecast.feedcheck.names import full
from issuecast.feedcheck.rule import Spot, recommended, required
from issuecast.feedcheck.sources import ISSUECAST, RENEW, SPOTIFY, TWO

_FEWEST, _TITLE = 3, 40
_NOTES = ("description", "content:encoded")
_PSC_START = re.compile(r"(?:\d{1,3}:)?\d{1,2}:\d\d(?:\.\d{1,3})?")


@required(TWO, "chapters are JSON Chapters 1.2", RENEW)
def chapters_form(material: Material) -> Iterator[Spot]:
    for item, document in _documents(material):
        if wrong := _misshapen(document):
            yield Spot(item.label, wrong)


@required(TWO, "chapters begin at 0, ascend, and end with the episode", RENEW)
def chapters_order(material: Material) -> Iterator[Spot]:
    for item, starts_ms in chapter_starts_ms(material):
        yield from _out_of_order(item, "the chapters", starts_ms)


@recommended(SPOTIFY, "psc:chapters are there, begin at 0 and ascend", RENEW)
def podlove(material: Material) -> Iterator[Spot]:
    for item in material.feed.items:
        marks = _podlove(item)
        if not marks and item.text("itunes:episodeType") in {"", "full"}:
            yield Spot(item.label, "has no psc:chapters")
        starts = [(one.get("start", ""), clock_ms(one.get("start", ""))) for one in marks]
        bad = next((text for text, ms in starts if ms is None or not _PSC_START.fullmatch(text)), None)
        if bad is not None:
            yield Spot(item.label, f"a psc:chapter starts at {bad[:20]!r}")
        elif any(not one.get("title", "").strip() for one in marks):
            yield Spot(item.label, "a psc:chapter has no title")
        else:
            yield from _out_of_order(item, "psc:chapters", [ms for _, ms in starts if ms is not None])


@recommended(ISSUECAST, "psc:chapters and the chapters' file are the same", RENEW)
def chapters_equal(material: Material) -> Iterator[Spot]:
    for item, document in _documents(material):
        marks = [(clock_ms(one.get("start", "")), one.get("title", "").strip()) for one in _podlove(item)]
        if marks and not _misshapen(document) and marks != _of_json(document):
            yield Spot(item.label, "psc:chapters and the chapters' file differ")


@recommended(
    SPOTIFY,
    "timestamps in notes begin at 00:00, are three or more, ascend, with titles under 40 characters",
    RENEW,
)
def timestamps(material: Material) -> Iterator[Spot]:
    for item in material.feed.items:
        for name in _NOTES:
            if wrong := _no_chapters(stamped(item.text(name))):
                yield Spot(item.label, f"in {name}, {wrong}")


@recommended(ISSUECAST, "timestamps in notes are those of the chapters", RENEW)
def timestamps_equal(material: Material) -> Iterator[Spot]:
    for item in material.feed.items:
        starts_s = [
            ms // 1000 for one in _podlove(item) if (ms := clock_ms(one.get("start", ""))) is not None
        ]
        for name in _NOTES:
            told_s = [ms // 1000 for ms, _ in stamped(item.text(name))]
            # Notes that are long end early, and say so.
            if starts_s and told_s and told_s != starts_s[: len(told_s)]:
                yield Spot(item.label, f"the timestamps in {name} are not those of psc:chapters")


def chapter_starts_ms(material: Material) -> Iterator[tuple[Item, list[int]]]:
    """When the chapters begin by their file, as far as that can be read."""
    for item, document in _documents(material):
        if not _misshapen(document):
            yield item, [start_ms for start_ms, _ in _of_json(document)]


def _no_chapters(lines: Sequence[tuple[int, str]]) -> str:
    """Why Spotify would make no chapters of these timestamps."""
    times = [time_ms for time_ms, _ in lines]
    if lines and times[0] != 0:
        return "the first timestamp is not 00:00"
    if 0 < len(lines) < _FEWEST:
        return f"there are fewer than {_FEWEST} timestamps"
    if any(later <= earlier for earlier, later in pairwise(times)):
        return "the timestamps do not ascend"
    long = next((title for _, title in lines if len(title) >= _TITLE), "")
    return f"{long[:50]!r} has {len(long)} characters" if long else ""


def _out_of_order(item: Item, what: str, starts_ms: Sequence[int]) -> Iterator[Spot]:
    told = item.text("itunes:duration")
    end_ms = int(told[:12]) * 1000 + 1000 if told.isascii() and told.isdecimal() else None
    if starts_ms and starts_ms[0] != 0:
        yield Spot(item.label, f"{what} do not begin at 0")
    elif any(later <= earlier for earlier, later in pairwise(starts_ms)):
        yield Spot(item.label, f"{what} do not ascend")
    elif starts_ms and end_ms is not None and starts_ms[-1] >= end_ms:
        yield Spot(item.label, f"{what} go on after the end")


def _podlove(item: Item) -> list[Any]:
    return [one for found in item.all("psc:chapters") for one in found.findall(full("psc:chapter"))]


def _documents(material: Material) -> Iterator[tuple[Item, Any]]:
    for item, answer in material.named("podcast:chapters"):
        try:
            yield item, json.loads(answer.body)
        except (ValueError, RecursionError):
            yield item, None


def _misshapen(document: Any) -> str:
    """What of JSON Chapters 1.2 is not kept."""
    if not isinstance(document, dict):
        return "the chapters' file is no JSON object"
    if not isinstance(document.get("version"), str) or not document["version"].startswith("1."):
        return "the chapters' file tells no version"
    chapters = document.get("chapters")
    if not isinstance(chapters, list) or not chapters or not all(isinstance(one, dict) for one in chapters):
        return "the chapters' file has no list of chapters"
    return next(filter(None, map(_misshapen_chapter, chapters)), "")


def _misshapen_chapter(chapter: Mapping[str, Any]) -> str:
    if not _is_time(chapter.get("startTime")) or not _is_time(chapter.get("endTime", 0)):
        return "a chapter has no startTime in seconds"
    if not all(isinstance(chapter.get(name, ""), str) for name in ("title", "url", "img")):
        return "a chapter's title, url or img is no text"
    return "" if isinstance(chapter.get("toc", True), bool) else "a chapter's toc is neither true nor false"


def _is_time(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 10**7


def _of_json(document: Any) -> list[tuple[int, str]]:
    """Start in ms and title of the chapters that a list shows."""
    shown = (one for one in document["chapters"] if one.get("toc", True))
    return [(round(one["startTime"] * 1000), one.get("title", "").strip()) for one in shown]
