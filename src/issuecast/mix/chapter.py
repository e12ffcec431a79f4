"""A chapter from its voiced lines to its frames: the unit of work, wherever it is done."""

from __future__ import annotations

from dataclasses import dataclass

from issuecast.endings import ending
from issuecast.errors import MixError
from issuecast.ffmpeg import FfmpegFailed
from issuecast.mix.assemble import assemble
from issuecast.mix.encode import Frames
from issuecast.mix.layout import WHOLE, Part, Play, Speech, Step
from issuecast.mix.master import master
from issuecast.mix.meter import Reading
from issuecast.mix.music import MusicSet
from issuecast.mix.pacing import lay_out
from issuecast.mix.sound import FRAME_MS
from issuecast.mix.voices import Treatment, duration_ms, levelled
from issuecast.mix.words import timed_words
from issuecast.models import DurationMs, Music, Pause, Sting, TimedLine, VoicedCue, VoicedLine


@dataclass(frozen=True, slots=True)
class ChapterSpec:
    """All that a chapter's sound depends on, or that of a part of a long one.

    `music` holds only what it plays, `treatments` those of its roles. `target_lufs` is the loudness of its
    speech, `peak_dbtp` the true peak that the decoded sound stays under (both ITU-R BS.1770). `keeps_flac` is
    for other formats than MP3.
    """

    title: str
    cues: tuple[VoicedCue, ...]
    music: MusicSet
    target_lufs: float
    peak_dbtp: float
    part: Part = WHOLE
    treatments: tuple[tuple[str, Treatment], ...] = ()
    keeps_flac: bool = False

    @property
    def said_ms(self) -> DurationMs:
        """How long its lines are together."""
        return sum(cue.take.duration_ms for cue in self.cues if isinstance(cue, VoicedLine))


@dataclass(frozen=True, slots=True)
class MixedChapter:
    """The frames of a chapter, or of a part of it, its lines timed from its start, and how it measures.

    `flac` is what the frames were encoded from, exactly as long; b"" if it is not kept.
    """

    frames: Frames
    lines: tuple[TimedLine, ...]
    reading: Reading
    flac: bytes = b""

    @property
    def duration_ms(self) -> DurationMs:
        return self.frames.count * FRAME_MS


def mix_chapter(spec: ChapterSpec) -> MixedChapter:
    """Mix, master and encode; the same spec gives the same bytes, in any thread, process or machine.

    Raises:
        MixError: ffmpeg failed or cannot be started.
    """
    try:
        return _mixed(spec)
    except FfmpegFailed as error:
        raise MixError(
            f"The chapter {spec.title!r} could not be mixed, since ffmpeg failed ({error})",
            "build again, and if it fails again try another ffmpeg by IMAGEIO_FFMPEG_EXE",
        ) from error


def _mixed(spec: ChapterSpec) -> MixedChapter:
    lines = [cue for cue in spec.cues if isinstance(cue, VoicedLine)]
    steps = [step for cue in spec.cues if (step := _step(cue, spec.music))]
    layout = lay_out(steps, spec.music.voice_enters_ms, spec.part, bed=spec.music.under is not None)
    roles, takes = [voiced.line.role for voiced in lines], [voiced.take for voiced in lines]
    voices = levelled(roles, takes, spec.target_lufs, dict(spec.treatments))
    tracks = assemble(layout, voices, spec.music, spec.target_lufs)
    timed = (
        TimedLine(voiced.line.role, voiced.line.text, span.start_ms, span.end_ms, timed_words(voiced, span))
        for voiced, span in zip(lines, layout.speech, strict=True)
    )
    mastered = master(tracks, layout.speech, spec.target_lufs, spec.peak_dbtp, keeps_flac=spec.keeps_flac)
    return MixedChapter(mastered.frames, tuple(timed), mastered.reading, mastered.flac)


def _step(cue: VoicedCue, music: MusicSet) -> Step | None:
    """The cue with its length; None for music that the show does not have."""
    match cue:
        case VoicedLine():
            return Speech(cue.line.role, duration_ms(cue.take), ending(cue.line.text))
        case Pause():
            return cue
        case Sting():
            return Play("sting", music.sting.duration_ms) if music.sting else None
        case Music(name):
            piece, bed = music.piece(name), name == "intro" and music.bed is not None
            return Play(name, piece.duration_ms if piece else 0, bed) if piece or bed else None
