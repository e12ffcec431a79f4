"""What MIX gives: a `Mix`, an episode's sound and when what is heard in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from issuecast.models.units import DurationMs

if TYPE_CHECKING:
    from issuecast.spool import Stored


@dataclass(frozen=True, slots=True)
class TimedWord:
    """A written word ("$11B") and when it is heard."""

    text: str
    start_ms: DurationMs
    end_ms: DurationMs


@dataclass(frozen=True, slots=True)
class TimedLine:
    """A written line and when it is heard; `words` joined by spaces need not give `text` exactly."""

    role: str
    text: str
    start_ms: DurationMs
    end_ms: DurationMs
    words: tuple[TimedWord, ...] = ()


@dataclass(frozen=True, slots=True)
class TimedChapter:
    """A chapter and what is said in it; `url` is a page that it is about, `image` its picture's address.

    Both are http or https, or "".
    """

    title: str
    start_ms: DurationMs
    end_ms: DurationMs
    lines: tuple[TimedLine, ...]
    url: str = ""
    image: str = ""


Timeline: TypeAlias = tuple[TimedChapter, ...]
"""The one source of every time that is shown: tags, feed, transcripts, pages, player."""


METER_STEP_MS = 100


@dataclass(frozen=True, slots=True)
class Metered:
    """How a stretch of the decoded sound measures (ITU-R BS.1770, EBU Tech 3341).

    `loudness_lufs` is gated, `peak_dbtp` the true peak. `momentary_lufs`, the loudness of the 400 ms before,
    and `waveform`, the highest sample from 0 to 255, have a value for each METER_STEP_MS from its start.
    """

    start_ms: DurationMs
    end_ms: DurationMs
    loudness_lufs: float
    peak_dbtp: float
    momentary_lufs: tuple[float, ...]
    waveform: bytes


@dataclass(frozen=True, slots=True)
class Mix:
    """An episode's sound: a whole MP3 stream without tags, what is heard when, and how it measures.

    `stream` is laid by on the disk, in pieces. `meter` has its stretches in order, without a hole; a chapter
    is one, a long one several. `lossless` has as FLAC, in pieces, what the stream was encoded from; () unless
    it is wanted for other formats.
    """

    stream: tuple[Stored, ...]
    duration_ms: DurationMs
    timeline: Timeline
    meter: tuple[Metered, ...] = ()
    lossless: tuple[Stored, ...] = ()


@dataclass(frozen=True, slots=True)
class Rendition:
    """An episode's sound in another format than MP3, with its tags, laid by on the disk in pieces.

    `format` is its name for people ("AAC"), `suffix` that of its file, `type` its media type, and `codecs`
    what is in it (RFC 6381). `bitrate_bps` is the average, in bits per second.
    """

    format: str
    suffix: str
    type: str
    codecs: str
    bitrate_bps: int
    file: tuple[Stored, ...]
