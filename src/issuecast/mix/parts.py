"""Cutting long chapters: an essay without headings is mixed in parts, and memory does not grow with it."""

from __future__ import annotations

from collections.abc import Iterator

from issuecast.mix.layout import Part
from issuecast.mix.pacing import OPENING_LIMIT_MS
from issuecast.models import Music, Pause, VoicedChapter, VoicedCue, VoicedLine

LONGEST_MS = 75_000
"""A part that has said more than this is closed at the next line."""


def parts(chapter: VoicedChapter) -> Iterator[tuple[tuple[VoicedCue, ...], Part]]:
    """The cues of a chapter in parts, cut before lines; most chapters are one part.

    There is no cut where music may still be under the words: soon after any, and anywhere after an outro.
    """
    cues: list[VoicedCue] = []
    said_ms = since_music_ms = 0
    continues = closing = False
    for cue in chapter.cues:
        if isinstance(cue, VoicedLine):
            if said_ms > LONGEST_MS and since_music_ms > OPENING_LIMIT_MS and not closing:
                yield tuple(cues), Part(continues, next_role=cue.line.role)
                cues, said_ms, continues = [], 0, True
            said_ms += cue.take.duration_ms
            since_music_ms += cue.take.duration_ms
        elif not isinstance(cue, Pause):
            since_music_ms = 0
            closing = closing or cue == Music("outro")
        cues.append(cue)
    yield tuple(cues), Part(continues)
