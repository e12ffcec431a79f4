"""The values that flow through the pipeline, in the order in which they appear.

READ gives an `Issue`, WRITE a `Script`, SPEAK a `Performance` (lines with their `Take`s), MIX a `Mix`,
PUBLISH an `Episode`. All are frozen; none holds its parent. The settings are in show.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from issuecast.spool import Stored

from issuecast.linked import Spoken

DurationMs: TypeAlias = int
"""Milliseconds; as a position, from the start of what it is said of. Never negative."""

FULL = "full"
"""The edition of an issue that needs no name."""

# ── READ ──────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the issue: the words that carry it, and where it leads (http, https or mailto)."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text in its written form, without markup; `line` counts from 1, 0 is unknown."""

    text: str
    links: tuple[Link, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words, without their quotation marks; `speaker` is "" if the issue names nobody."""

    text: str
    speaker: str = ""
    links: tuple[Link, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Aside:
    """Text set apart from the running text beside it, such as a call-out."""

    text: str
    links: tuple[Link, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Code:
    """A block of code, which is named and not read."""

    text: str
    language: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Image:
    """A picture, of which only the alternative text can be spoken."""

    alt: str
    url: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list: mostly one paragraph, perhaps with a quotation or a list below it."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class BulletList:
    """Entries in no order; `more` counts further ones that are left to the show notes."""

    items: tuple[Item, ...]
    line: int = 0
    more: int = 0


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Entries in their order; `more` counts further ones that are left to the show notes."""

    items: tuple[Item, ...]
    line: int = 0
    more: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells in their written form; `head` names the columns, () if the table does not."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    links: tuple[Link, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note that the text points to by `mark`; it stands after the block that does."""

    mark: str
    text: str
    links: tuple[Link, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Sponsor:
    """Words that somebody paid for; `name` is "" if the issue does not say who."""

    blocks: tuple[Block, ...]
    name: str = ""
    line: int = 0


Block: TypeAlias = (
    Paragraph | Quote | Aside | Code | Image | BulletList | NumberedList | Table | Footnote | Sponsor
)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading (as written; "" for what stands before the first), what follows it, its sub-sections."""

    title: str
    blocks: tuple[Block, ...] = ()
    parts: tuple[Section, ...] = ()
    line: int = 0


class Reason(StrEnum):
    """Why a part of an issue is not spoken, in words for the editor."""

    FURNITURE = "belongs to the mail or the page, not to the issue"
    HIDDEN = "hidden from the reader"
    SUBSCRIBERS = "for subscribers only"
    MERGE_TAG = "a merge tag without a fallback"
    ADDRESS = "the address of a link"
    NAMING = "names the issue: title, author, date or number"
    WORDLESS = "no words to say"
    REPEATED = "says again what was said"
    HEADING = "a heading, which is not read out"
    CODE = "code, which is named and not read"
    PICTURE = "a picture without a description"
    TABLE = "a table, which is summed up"
    FOOTNOTE = "a footnote"
    IN_NOTES = "in the show notes"
    SPONSOR = "dropped by the sponsor policy"
    EDITION = "not in this edition"
    EDITED = "taken out by hand"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A part of an issue that is not spoken: how it begins ("" if it must not be shown), and why.

    `line` counts as in a block, `last` is the part's last line if it has several.
    """

    text: str
    reason: Reason
    line: int = 0
    last: int = 0


@dataclass(frozen=True, slots=True)
class Totals:
    """How many sentences of an issue are spoken, and how many are not, by the reason's name in lower case."""

    spoken: int = 0
    left_out: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Issue:
    """One newsletter issue as its author wrote it. `date` is None where the issue tells none.

    `is_titled` is false if the title is only the file's name, which is no words of the author's. `place` says
    what lines are counted in, if not in the file itself: "the HTML part".
    """

    title: str
    sections: tuple[Section, ...]
    date: date | None = None
    author: str = ""
    number: int | None = None
    url: str = ""
    language: str = ""
    place: str = ""
    left_out: tuple[LeftOut, ...] = ()
    is_titled: bool = True

    @property
    def links(self) -> tuple[Link, ...]:
        """The issue's links in its order, each address once: link two of the show notes is the second."""
        first: dict[str, Link] = {}
        for block in blocks_of(self.sections):
            for link in getattr(block, "links", ()):
                first.setdefault(link.url, link)
        return tuple(link for link in first.values() if link.text.strip())


def blocks_of(sections: Iterable[Section]) -> Iterator[Block]:
    """Every block of the sections and of their parts, in order, a list or a sponsor before what it holds."""
    for section in sections:
        yield from _flat(section.blocks)
        yield from blocks_of(section.parts)


def _flat(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        match block:
            case BulletList(items) | NumberedList(items):
                for item in items:
                    yield from _flat(item.blocks)
            case Sponsor(inner):
                yield from _flat(inner)


# ── WRITE ─────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Line:
    """What one role says, in the written form ("$11B")."""

    role: str
    text: str


@dataclass(frozen=True, slots=True)
class Music:
    """A piece of the show's music by its name in show.toml: `intro` or `outro`."""

    name: str


@dataclass(frozen=True, slots=True)
class Sting:
    """The short gesture between two chapters."""


@dataclass(frozen=True, slots=True)
class Pause:
    duration_ms: DurationMs


Cue: TypeAlias = Line | Music | Sting | Pause


@dataclass(frozen=True, slots=True)
class Chapter:
    title: str
    cues: tuple[Cue, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """The cues that are spoken."""
        return tuple(cue for cue in self.cues if isinstance(cue, Line))


@dataclass(frozen=True, slots=True)
class Script:
    """What will be heard, chapter by chapter: the value behind the file that an editor edits."""

    title: str
    chapters: tuple[Chapter, ...]
    date: date | None = None


# ── SPEAK ─────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Voice:
    """`engine:name`, such as `edge:en-US-AndrewNeural`."""

    engine: str
    name: str

    def __str__(self) -> str:
        return f"{self.engine}:{self.name}"


Sounds: TypeAlias = tuple[tuple[str, str], ...]
"""Words as they are written, and their sounds in the phonetic alphabet (IPA): (("Xiaomi", "ˈʃaʊmi"),)."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """How a text is said, against the voice's own way: 0 changes nothing.

    `sounds` are those of words in the text, which an engine gets only if it says that it takes them.
    """

    rate_percent: int = 0
    pitch_percent: int = 0
    sounds: Sounds = ()


@dataclass(frozen=True, slots=True)
class Cast:
    """Who speaks which role."""

    name: str
    voices: Mapping[str, Voice]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the spoken text and when it is said, from the start of its take."""

    text: str
    start_ms: DurationMs
    end_ms: DurationMs


@dataclass(frozen=True, slots=True)
class Take:
    """One recording: 16-bit little-endian mono PCM. `words` is empty if the engine tells no times; if they
    were reckoned from the words' length, they are `estimated`.
    """

    pcm: bytes
    rate_hz: int
    words: tuple[Word, ...] = ()
    estimated: bool = False

    @property
    def samples(self) -> int:
        return len(self.pcm) // 2

    @property
    def duration_ms(self) -> DurationMs:
        return round(self.samples * 1000 / self.rate_hz)


class Recording(Protocol):
    """A take, whether its sound is in memory or laid by on the disk."""

    @property
    def pcm(self) -> bytes: ...
    @property
    def rate_hz(self) -> int: ...
    @property
    def words(self) -> tuple[Word, ...]: ...
    @property
    def estimated(self) -> bool: ...
    @property
    def samples(self) -> int: ...
    @property
    def duration_ms(self) -> DurationMs: ...


@dataclass(frozen=True, slots=True)
class VoicedLine:
    """A line, the pairs that link what is written to what is said, and its recording."""

    line: Line
    spoken: Spoken
    take: Recording


VoicedCue: TypeAlias = VoicedLine | Music | Sting | Pause


@dataclass(frozen=True, slots=True)
class VoicedChapter:
    title: str
    cues: tuple[VoicedCue, ...]


@dataclass(frozen=True, slots=True)
class Performance:
    """A script voiced wholly by one cast."""

    cast: Cast
    chapters: tuple[VoicedChapter, ...]


# ── MIX ───────────────────────────────────────────────────────────────────────────────────────────


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
    title: str
    start_ms: DurationMs
    end_ms: DurationMs
    lines: tuple[TimedLine, ...]


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


# ── PUBLISH ───────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Alternate:
    """The episode's sound once more: a file in its folder, its size, and what a `Rendition` tells of it."""

    audio: str
    bytes: int
    format: str
    type: str
    codecs: str
    bitrate_bps: int


@dataclass(frozen=True, slots=True)
class Episode:
    """The record of an episode, kept as `episodes/<slug>/episode.json`: what feed and site are made from.

    `source` is the issue's path in the show: with the date it tells which episode an issue is. `audio` is the
    file's name in the episode's folder, `bytes` its size; `published` is aware of its time zone; `made_from`
    digests what the audio was made from, so that an unchanged issue is not built again; `account` tells
    what of the issue is heard, `edition` in which version, `engines` the versions of those that spoke;
    `alternates` are its other files.
    """

    slug: str
    guid: str
    source: str
    title: str
    date: date
    published: datetime
    audio: str
    bytes: int
    duration_ms: DurationMs
    cast: Cast
    timeline: Timeline
    made_from: str
    summary: str = ""
    number: int | None = None
    author: str = ""
    url: str = ""
    links: tuple[Link, ...] = ()
    account: Totals = Totals()
    edition: str = FULL
    engines: Mapping[str, str] = field(default_factory=dict)
    alternates: tuple[Alternate, ...] = ()

    @property
    def files(self) -> tuple[tuple[str, int], ...]:
        """Its sound files with their sizes, the MP3 first."""
        return ((self.audio, self.bytes), *((one.audio, one.bytes) for one in self.alternates))
