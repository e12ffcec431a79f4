"""From a performance to the units of work: a spec for each chapter, or for each part of a long one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from issuecast.mix.chapter import ChapterSpec
from issuecast.mix.music import MusicSet
from issuecast.mix.parts import parts
from issuecast.mix.sound import decibels
from issuecast.mix.voices import Treatment
from issuecast.models import Music, Sting, VoicedChapter, VoicedCue, VoicedLine
from issuecast.show import Loudness, Role


@dataclass(frozen=True, slots=True)
class Desk:
    """What a show settles about its sound: music, loudness, and how each role's voice is treated.

    `keeps_flac` is for other formats than MP3: see `alternates`.
    """

    music: MusicSet
    loudness: Loudness
    roles: Mapping[str, Role]
    keeps_flac: bool = False

    def specs(self, chapter: VoicedChapter) -> Iterator[ChapterSpec]:
        """A chapter's units of work, in order."""
        for cues, part in parts(chapter):
            yield ChapterSpec(
                title=chapter.title,
                cues=cues,
                music=self.music.of_chapter(chapter.title, {name for cue in cues for name in _played(cue)}),
                target_lufs=self.loudness.target_lufs,
                peak_dbtp=self.loudness.peak_dbtp,
                part=part,
                treatments=self._treatments({cue.line.role for cue in cues if isinstance(cue, VoicedLine)}),
                keeps_flac=self.keeps_flac,
            )

    def _treatments(self, roles: Collection[str]) -> tuple[tuple[str, Treatment], ...]:
        return tuple((role, _treatment(self.roles[role])) for role in sorted(roles) if role in self.roles)


def _treatment(role: Role) -> Treatment:
    """A role's settings for the mixer; its volume is a level, whatever its engine makes of it."""
    return Treatment(role.highpass_hz, role.compression, role.deess, decibels(1 + role.volume / 100))


def _played(cue: VoicedCue) -> tuple[str, ...]:
    match cue:
        case Sting():
            return ("sting",)
        case Music("intro"):
            return ("intro", "bed")
        case Music(name):
            return (name,)
        case _:
            return ()
