from __future__ import annotations

from issuecast.models import Word
from issuecast.speak.silent import SilentEngine


def test_silence_is_as_long_as_its_words() -> None:
    """Each letter and each space takes 65 ms, and nothing is heard."""
    take = SilentEngine().speak("Go on.", "anybody")
    assert take.words == (Word("Go", 0, 130), Word("on.", 195, 390))
    assert (take.rate_hz, take.duration_ms) == (24_000, 455)
    assert not any(take.pcm)


def test_it_talks_at_a_usual_pace() -> None:
    """An English sentence comes at about 160 words a minute."""
    text = "Most investors expect the price to rise again before the end of the year."
    minutes = SilentEngine().speak(text, "anybody").duration_ms / 60_000
    assert 150 < len(text.split()) / minutes < 190
