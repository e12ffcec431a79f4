"""A chapter's track before it is mastered: what stands in it, and how it comes and goes."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest

from issuecast.mix import MusicSet, Piece
from issuecast.mix.assemble import assemble
from issuecast.mix.layout import Cued, Layout, Span
from issuecast.mix.voices import Sound

MS = 48
FADE_MS = 5
FLAT = np.full(48_000 * 20, 16_000, "<i2")
"""As loud at its ends as anywhere: without a fade each end is a jump."""

LAYOUT = Layout(
    speech=(Span(2_000, 3_500), Span(3_800, 9_000), Span(14_000, 15_003)),
    music=(Cued("sting", Span(120, 2_600)), Cued("outro", Span(11_000, 15_900))),
    duration_ms=16_008,
)


def assembled() -> npt.NDArray[np.int16]:
    """All tracks one after the other: shape (samples, channels)."""
    voices = [Sound(FLAT[: span.duration_ms * MS].tobytes(), 0.0) for span in LAYOUT.speech]
    piece = Piece(np.repeat(FLAT, 2).tobytes(), None)
    tracks = assemble(LAYOUT, voices, MusicSet(sting=piece, outro=piece), -16)
    assert [track.is_mono for track in tracks] == [False, True, False]
    sides = [np.frombuffer(track.pcm, "<i2").reshape(-1, track.channels) for track in tracks]
    return np.concatenate([side if side.shape[1] > 1 else np.repeat(side, 2, axis=1) for side in sides])


@pytest.mark.parametrize("backwards", [False, True], ids=["coming", "going"])
def test_every_sound_comes_and_goes_in_five_milliseconds(backwards: bool) -> None:
    """Where silence turns into sound, and back, it follows a curve of equal power for 5 ms at least."""
    track = np.abs(assembled().astype(float)).max(axis=1)
    track = track[::-1] if backwards else track
    starts = [at for at in np.flatnonzero(track) if not track[max(0, at - 20 * MS) : at].any()]
    # The first line comes under the sting, and goes alone; the last comes and goes under the outro.
    assert len(starts) == 3
    curve = np.sin(np.arange(2, FADE_MS * MS + 2) / (FADE_MS * MS) * np.pi / 2)
    for start in starts:
        rising = track[start : start + FADE_MS * MS]
        assert (rising <= track[start + FADE_MS * MS] * curve + 1).all()


def test_what_is_said_stands_where_it_was_laid() -> None:
    """Silence before and after the chapter, and lines in their spans, whichever track they are on."""
    track = np.abs(assembled().astype(int)).max(axis=1)
    assert len(track) == LAYOUT.duration_ms * MS
    assert not track[: 120 * MS].any()
    assert not track[9_000 * MS : 11_000 * MS].any()
    assert track[3_900 * MS : 8_900 * MS].min() == track[3_900 * MS : 8_900 * MS].max() > 3_000
    assert not track[15_900 * MS :].any()
