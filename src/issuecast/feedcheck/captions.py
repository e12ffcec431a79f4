"""Transcripts with times: WebVTT and SubRip.

Sources: https://www.w3.org/TR/webvtt1/,
https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import pairwise

from issuecast.feedcheck.moments import clock_ms

_VTT_TIME = r"(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}"
_VTT_TIMES = re.compile(rf"({_VTT_TIME})[ \t]+-->[ \t]+({_VTT_TIME})(?:[ \t]+\S+)*[ \t]*")
_SRT_TIMES = re.compile(r"(\d{2,}:[0-5]\d:[0-5]\d,\d{3}) --> (\d{2,}:[0-5]\d:[0-5]\d,\d{3})[ \t]*")
_VOICE = re.compile(r"<v(?:\.[^ >]*)*[ \t]+([^>]+)>")
_NO_CUES = ("NOTE", "STYLE", "REGION")


@dataclass(frozen=True, slots=True)
class Cue:
    """What is shown from one time to another; `speaker` is that of its first voice, "" if it names none."""

    start_ms: int
    end_ms: int
    rows: tuple[str, ...]
    speaker: str


def webvtt(content: bytes) -> tuple[Cue, ...]:
    """The cues of a WebVTT file.

    Raises:
        ValueError: what is wrong with it, and where.
    """
    head, *blocks = _blocks(content)
    if not re.match(r"WEBVTT(?:[ \t]|$)", head[0]):
        raise ValueError("it does not begin with WEBVTT")
    return tuple(_vtt_cue(block) for block in blocks if not block[0].startswith(_NO_CUES))


def subrip(content: bytes) -> tuple[Cue, ...]:
    """The cues of an SRT file, numbered from 1.

    Raises:
        ValueError: what is wrong with it, and where.
    """
    return tuple(_srt_cue(number, block) for number, block in enumerate(_blocks(content), start=1))


def _blocks(content: bytes) -> list[list[str]]:
    """The lines between empty ones."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError("it is not UTF-8") from error
    lines = re.sub(r"\r\n?", "\n", text).strip("\n")
    blocks = [block.split("\n") for block in re.split(r"\n(?:[ \t]*\n)+", lines)]
    if not lines.strip():
        raise ValueError("it is empty")
    return blocks


def _vtt_cue(block: list[str]) -> Cue:
    rows = block if "-->" in block[0] else block[1:]
    form = _VTT_TIMES.fullmatch(rows[0]) if rows else None
    if not form:
        raise ValueError(f"{block[0][:40]!r} is followed by no times such as 00:00:07.120 --> 00:00:09.000")
    if any("-->" in row for row in rows[1:]):
        raise ValueError(f"the cue at {form[1]} has another within it")
    voice = _VOICE.match(rows[1]) if len(rows) > 1 else None
    seen = (unescape(re.sub(r"<[^<>]*>", "", row)) for row in rows[1:])
    return _cue(form, tuple(seen), unescape(voice[1]).strip() if voice else "")


def _srt_cue(number: int, block: list[str]) -> Cue:
    if block[0].strip() != str(number):
        raise ValueError(f"{block[0][:40]!r} stands where number {number} should")
    form = _SRT_TIMES.fullmatch(block[1]) if len(block) > 1 else None
    if not form:
        raise ValueError(f"number {number} has no times such as 00:00:07,120 --> 00:00:09,000")
    return _cue(form, tuple(block[2:]), "")


def _cue(form: re.Match[str], rows: tuple[str, ...], speaker: str) -> Cue:
    start_ms, end_ms = clock_ms(form[1]), clock_ms(form[2])
    if start_ms is None or end_ms is None or end_ms <= start_ms:
        raise ValueError(f"the cue at {form[1]} ends before it starts")
    if not any(row.strip() for row in rows):
        raise ValueError(f"the cue at {form[1]} is empty")
    return Cue(start_ms, end_ms, rows, speaker)


def unordered(cues: tuple[Cue, ...]) -> Iterator[Cue]:
    """Cues that start before the one in front of them does."""
    for earlier, later in pairwise(cues):
        if later.start_ms < earlier.start_ms:
            yield later
