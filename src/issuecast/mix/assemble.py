"""Putting voices and music on one track with pydub: gain, silence, overlay, and one join.

The track keeps `HEADROOM_DB` of room above the level that ships, since 16-bit samples must not clip before
the limiter has seen them; mastering takes it back.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from itertools import pairwise

from issuecast.mix.ducking import ALONE_LU, Envelope, envelope
from issuecast.mix.fades import faded
from issuecast.mix.layout import Layout, Span
from issuecast.mix.music import MusicSet, Piece
from issuecast.mix.sound import MONO_MS, RATE_HZ, STEREO_MS, Track, amplitude, decibels
from issuecast.mix.stretches import Stretch, stretches
from issuecast.mix.voices import Sound
from issuecast.models import DurationMs

with warnings.catch_warnings():
    # pydub looks for an ffmpeg on the PATH, which we do not use, and needs a module that Python deprecates;
    # its regular expressions are written in a way that newer Pythons warn of.
    warnings.filterwarnings("ignore", "Couldn't find ffmpeg or avconv", RuntimeWarning)
    warnings.filterwarnings("ignore", "'audioop' is deprecated", DeprecationWarning)
    warnings.filterwarnings("ignore", "invalid escape sequence")
    from pydub import AudioSegment

HEADROOM_DB = 12.0
_EDGE_MS = 5
"""The fade at both ends of a line."""


def assemble(
    layout: Layout, voices: Sequence[Sound], music: MusicSet, target_lufs: float
) -> tuple[Track, ...]:
    """The chapter in tracks that follow each other, `HEADROOM_DB` below the level that ships.

    Where there is only speech it is in mono. `voices[i]` is what is said in `layout.speech[i]`.
    """
    speech = b"".join(_speech(layout, voices))
    return tuple(_track(stretch, speech, layout.speech, music, target_lufs) for stretch in stretches(layout))


def _track(
    stretch: Stretch, speech: bytes, spans: Sequence[Span], music: MusicSet, target_lufs: float
) -> Track:
    start_ms, end_ms = stretch.span.start_ms, stretch.span.end_ms
    track = _segment(speech[MONO_MS * start_ms : MONO_MS * end_ms], channels=1)
    for cued in stretch.music:
        piece = music.piece(cued.name)
        if piece is None:
            continue
        alone_db = _alone_db(piece, target_lufs) + piece.gain_db - HEADROOM_DB
        curve = envelope(cued, spans, piece.duration_ms)
        played = _segment(
            b"".join(_shaped(_looped(piece, cued.span.duration_ms), curve, alone_db)), channels=2
        )
        track = _overlaid(track, played, cued.span.start_ms - start_ms)
    return Track(track.raw_data, track.channels)


def _overlaid(track: AudioSegment, played: AudioSegment, at_ms: DurationMs) -> AudioSegment:
    """The track with a piece over it. pydub's overlay copies what it is asked for several times."""
    stereo = track if track.channels == 2 else track.set_channels(2)  # noqa: PLR2004  stereo
    pcm, over = stereo.raw_data, played.raw_data
    start = STEREO_MS * at_ms
    end = start + len(over)
    under = _segment(pcm[start:end], channels=2).overlay(played)
    return _segment(b"".join([pcm[:start], under.raw_data, pcm[end:]]), channels=2)


def _segment(pcm: bytes, channels: int) -> AudioSegment:
    return AudioSegment(data=pcm, sample_width=2, frame_rate=RATE_HZ, channels=channels)


def _speech(layout: Layout, voices: Sequence[Sound]) -> Iterator[bytes]:
    """The lines and the silence around them, end to end."""
    now = 0
    for span, voice in zip(layout.speech, voices, strict=True):
        yield _silence(span.start_ms - now)
        yield _softened(
            _segment(bytes(voice.pcm), channels=1).apply_gain(voice.gain_db - HEADROOM_DB).raw_data
        )
        now = span.end_ms
    yield _silence(layout.duration_ms - now)


def _silence(duration_ms: DurationMs) -> bytes:
    """Zeros, so many exactly: pydub's silence of 1005 ms is a sample short."""
    return bytes(MONO_MS * duration_ms)


def _softened(pcm: bytes) -> bytes:
    edge = min(_EDGE_MS * MONO_MS, len(pcm) // 4 * 2)
    end = len(pcm) - edge
    return faded(pcm[:edge], 1, 0, 1) + pcm[edge:end] + faded(pcm[end:], 1, 1, 0)


def _alone_db(piece: Piece, target_lufs: float) -> float:
    return 0.0 if piece.loudness_lufs is None else target_lufs - ALONE_LU - piece.loudness_lufs


def _looped(piece: Piece, duration_ms: DurationMs) -> bytes:
    size = duration_ms * STEREO_MS
    return (piece.pcm * -(-size // len(piece.pcm)))[:size]


def _shaped(pcm: bytes, curve: Envelope, alone_db: float) -> Iterator[bytes]:
    """The piece at its level, following its envelope."""
    for point, then in pairwise(curve):
        stretch = pcm[point.at_ms * STEREO_MS : then.at_ms * STEREO_MS]
        if point.gain == then.gain > 0:
            yield _segment(stretch, channels=2).apply_gain(alone_db + decibels(point.gain)).raw_data
        else:
            alone = amplitude(alone_db)
            yield faded(stretch, 2, alone * point.gain, alone * then.gain)
