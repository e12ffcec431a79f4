from __future__ import annotations

import struct
from dataclasses import replace

import pytest

from issuecast.models import Take, Word
from issuecast.speak.trim import THRESHOLD, fitted, trimmed

RATE = 10_000
"""Ten samples a millisecond."""


def pcm(*parts: tuple[int, int]) -> bytes:
    """Stretches of so many ms at a constant level."""
    return b"".join(struct.pack("<h", level) * (10 * length_ms) for length_ms, level in parts)


@pytest.mark.parametrize("level", [THRESHOLD, -THRESHOLD, 32_767, -32_768])
def test_silence_at_the_ends_goes_but_a_margin(level: int) -> None:
    """10 ms stay before the sound, 20 ms after it, whatever is between."""
    take = Take(pcm((300, 0), (100, level), (200, 0), (100, level), (800, 0)), RATE)
    assert trimmed(take).pcm == pcm((10, 0), (100, level), (200, 0), (100, level), (20, 0))


def test_what_is_below_the_threshold_is_silence() -> None:
    """The noise that a lossy codec leaves is not taken for a voice."""
    hiss = THRESHOLD - 1
    take = Take(pcm((300, hiss), (100, 9_000), (300, -hiss)), RATE)
    assert trimmed(take).pcm == pcm((10, hiss), (100, 9_000), (20, -hiss))


def test_words_move_with_the_sound() -> None:
    """Word times count from the start of what is left; when that has been looked at, they stay within it."""
    words = (Word("Hey", 280, 350), Word("friend", 350, 700))
    take = trimmed(Take(pcm((300, 0), (100, 9_000), (500, 0)), RATE, words))
    assert take.duration_ms == 130
    assert take.words == (Word("Hey", 0, 60), Word("friend", 60, 410))
    assert fitted(take) == replace(take, words=(Word("Hey", 0, 60), Word("friend", 60, 130)))


def test_a_take_without_silence_is_left_alone() -> None:
    """Nothing is cut where nothing is silent, to the last sample."""
    take = Take(pcm((101, 9_000)) + b"\x00\x20", RATE, (Word("Hey", 0, 101),))
    assert trimmed(take) == take


@pytest.mark.parametrize("silence", [b"", pcm((500, 0))])
def test_a_silent_take_is_empty(silence: bytes) -> None:
    """Where nothing sounds, nothing is left."""
    assert trimmed(Take(silence, RATE, (Word("Hey", 0, 100),))) == Take(b"", RATE)
