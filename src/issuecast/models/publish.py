"""What PUBLISH gives: an `Episode`, the record that feed and site are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from issuecast.models.mix import Timeline
from issuecast.models.read import FULL, EpisodeKind, Link, Totals
from issuecast.models.speak import Cast
from issuecast.models.units import DurationMs


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
    what of the issue is heard, `edition` in which version, `engines` the versions of those that spoke, and of
    voices that have one of their own, by `engine:name`; `alternates` are its other files; `unpublished` keeps
    it out of feed and site until the editor says else. `artwork` is its
    picture's name in its folder, "" if it has none; `waveform` shows how loud it is when, see
    publish/waveform.py, "" if that was not measured.
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
    account: Totals = field(default_factory=Totals)
    edition: str = FULL
    engines: Mapping[str, str] = field(default_factory=dict)
    alternates: tuple[Alternate, ...] = ()
    kind: EpisodeKind = EpisodeKind.FULL
    season: int | None = None
    unpublished: bool = False
    artwork: str = ""
    waveform: str = ""

    @property
    def files(self) -> tuple[tuple[str, int], ...]:
        """Its sound files with their sizes, the MP3 first."""
        return ((self.audio, self.bytes), *((one.audio, one.bytes) for one in self.alternates))
