"""What SPEAK gives: a `Performance`, the script with a recording for each line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from issuecast.linked import Spoken
from issuecast.models.units import DurationMs
from issuecast.models.write import Line, Music, Pause, Sting


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
class Maker:
    """What made a take: an engine of some version, in one of its voices."""

    version: str
    voice: Voice


@dataclass(frozen=True, slots=True)
class Take:
    """One recording: 16-bit little-endian mono PCM. `words` is empty if the engine tells no times; if they
    were reckoned from the words' length, they are `estimated`. The studio adds the `maker`.
    """

    pcm: bytes
    rate_hz: int
    words: tuple[Word, ...] = ()
    estimated: bool = False
    maker: Maker | None = None

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
    def maker(self) -> Maker | None: ...
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
    """A script voiced wholly by one cast; `versions` has those of its engines by their names, and of voices
    that have one of their own by `engine:name`.
    """

    cast: Cast
    chapters: tuple[VoicedChapter, ...]
    versions: Mapping[str, str] = field(default_factory=dict)
