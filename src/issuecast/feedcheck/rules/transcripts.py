"""The files that `podcast:transcript` names."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from issuecast.feedcheck.captions import Cue, subrip, unordered, webvtt
from issuecast.feedcheck.document import Item
from issuecast.feedcheck.material import Material
from issuecast.feedcheck.rule import Spot, recommended, required
from issuecast.feedcheck.sources import APPLE, ISSUECAST, RENEW, TWO

VTT, SRT, JSON, HTML = "text/vtt", "application/x-subrip", "application/json", "text/html"
_READERS: dict[str, Callable[[bytes], tuple[Cue, ...]]] = {VTT: webvtt, SRT: subrip}
_LONGEST_MS = 7000
_VTT_ROW, _SRT_ROW, _SRT_ROWS = 65, 32, 2


@required(TWO, "transcripts and chapters are there", "upload them, or correct base_url in show.toml")
def texts_there(material: Material) -> Iterator[Spot]:
    for item in material.items:
        for name in ("podcast:transcript", "podcast:chapters"):
            for one in item.all(name):
                answer = material.files.get(one.get("url", ""))
                if answer and answer.trouble:
                    yield Spot(item.label, f"{answer.url} {answer.trouble}")


def readable(kind: str) -> Callable[[Material], Iterator[Spot]]:
    """A rule that transcripts of that type are what it says."""

    def find(material: Material) -> Iterator[Spot]:
        for item, answer in material.named("podcast:transcript", kind):
            try:
                if not _READERS[kind](answer.body):
                    yield Spot(item.label, f"{answer.url} says nothing")
            except ValueError as error:
                yield Spot(item.label, f"{answer.url}: {error}")

    return find


@required("W3C WebVTT", "cues are in the order of their times", RENEW)
def cues_ascend(material: Material) -> Iterator[Spot]:
    for item, kind, cues in _captions(material):
        for cue in unordered(cues):
            yield Spot(item.label, f"the cue at {_clock(cue)} in {kind} starts before the one in front of it")
            break


@required(TWO, "cues end with the episode", RENEW)
def cues_in_time(material: Material) -> Iterator[Spot]:
    for item, kind, cues in _captions(material):
        told = item.text("itunes:duration")
        if told.isascii() and told.isdecimal() and cues[-1].end_ms > int(told[:12]) * 1000 + 1000:
            yield Spot(item.label, f"{kind} goes on after the end of the episode")


@recommended(ISSUECAST, "no cue is shown for more than 7 s", RENEW)
def cues_brief(material: Material) -> Iterator[Spot]:
    for item, kind, cues in _captions(material):
        long = next((cue for cue in cues if cue.end_ms - cue.start_ms > _LONGEST_MS), None)
        if long:
            lasts_s = (long.end_ms - long.start_ms) / 1000
            yield Spot(item.label, f"the cue at {_clock(long)} in {kind} is shown for {lasts_s:.1f} s")


@recommended(APPLE, "rows of WebVTT have at most 65 characters", RENEW)
def vtt_rows(material: Material) -> Iterator[Spot]:
    yield from _rows(material, VTT, _VTT_ROW, None)


@recommended(TWO, "SRT has two rows of at most 32 characters", RENEW)
def srt_rows(material: Material) -> Iterator[Spot]:
    yield from _rows(material, SRT, _SRT_ROW, _SRT_ROWS)


@recommended(APPLE, "WebVTT says who speaks", RENEW)
def vtt_speakers(material: Material) -> Iterator[Spot]:
    for item, kind, cues in _captions(material):
        if kind == VTT and (silent := next((cue for cue in cues if not cue.speaker), None)):
            yield Spot(item.label, f"the cue at {_clock(silent)} does not say in <v …> who speaks")


@required(TWO, "JSON transcripts have version and segments", RENEW)
def transcript_json(material: Material) -> Iterator[Spot]:
    for item, answer in material.named("podcast:transcript", JSON):
        try:
            wrong = _misshapen(json.loads(answer.body))
        except (ValueError, RecursionError):
            wrong = "it is no JSON"
        if wrong:
            yield Spot(item.label, f"{answer.url}: {wrong}")


@recommended(TWO, "HTML transcripts have speakers, times and paragraphs", RENEW)
def transcript_html(material: Material) -> Iterator[Spot]:
    for item, answer in material.named("podcast:transcript", HTML):
        text = answer.body.decode(errors="replace")
        lacks = [tag for tag in ("cite", "time", "p") if not re.search(rf"<{tag}[\s>]", text, re.IGNORECASE)]
        if lacks:
            yield Spot(item.label, f"{answer.url} has no {', '.join(f'<{tag}>' for tag in lacks)}")


def _rows(material: Material, kind: str, most: int, rows: int | None) -> Iterator[Spot]:
    for item, found, cues in _captions(material):
        for cue in cues if found == kind else ():
            longest = max(map(len, cue.rows))
            if longest > most or (rows and len(cue.rows) > rows):
                many = "1 row" if len(cue.rows) == 1 else f"{len(cue.rows)} rows"
                yield Spot(
                    item.label,
                    f"the cue at {_clock(cue)} has {many} of up to {longest} characters",
                )
                break


def _captions(material: Material) -> Iterator[tuple[Item, str, tuple[Cue, ...]]]:
    """The cues of those files that can be read; what is wrong with others is another rule's."""
    for kind, read in _READERS.items():
        for item, answer in material.named("podcast:transcript", kind):
            try:
                cues = read(answer.body)
            except ValueError:
                continue
            if cues:
                yield item, kind, cues


def _misshapen(document: Any) -> str:
    segments = document.get("segments") if isinstance(document, dict) else None
    if not isinstance(segments, list) or not segments or not all(isinstance(one, dict) for one in segments):
        return "it has no list of segments"
    if not isinstance(document.get("version"), str):
        return "it tells no version"
    starts = [one.get("startTime") for one in segments]
    if not all(isinstance(one, int | float) and not isinstance(one, bool) for one in starts):
        return "a segment has no startTime in seconds"
    if any(later < earlier for earlier, later in pairwise(starts)):
        return "its segments do not ascend"
    if not all(
        isinstance(one.get("body"), str) and isinstance(one.get("speaker", ""), str) for one in segments
    ):
        return "a segment has no body, or a speaker that is no text"
    return ""


def _clock(cue: Cue) -> str:
    seconds = cue.start_ms // 1000
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


vtt = required("W3C WebVTT", "WebVTT transcripts are WebVTT", RENEW, name="vtt")(readable(VTT))

srt = required(TWO, "SRT transcripts are SRT", RENEW, name="srt")(readable(SRT))
