"""Takes are used again while the settings are the same that are heard."""

from __future__ import annotations

from pathlib import Path

import pytest

from issuecast.models import Delivery, Take, Voice
from issuecast.speak import engines
from issuecast.speak.engines import Settings
from issuecast.speak.request import Request
from issuecast.speak.store import TakeStore

from .tiny_voice import make

TAKE = Take(b"\x01\x02" * 5000, 24_000)
HUM = "en_US-hum-low"


def is_found(folder: Path, voice: Voice, before: Settings, after: Settings) -> bool:
    """Whether a take that was kept with some settings is used with others."""
    request = Request("The ferry is late.", voice, Delivery())
    for settings in (before, after):
        engine = engines.find(voice.engine, settings, folder)
        store = TakeStore(folder, {voice.engine: settings})
        if settings is before:
            store.keep(request, engine, TAKE)
    return store.find(request, engine) is not None


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({}, {"concurrency": 8}, True),
        ({}, {"speed": 1, "response_format": "wav", "instructions": ""}, True),
        ({"instructions": "Calm."}, {"instructions": "Calm.", "concurrency": 2, "key_env": "MY_KEY"}, True),
        ({}, {"speed": 1.1}, False),
        ({}, {"instructions": "Calm."}, False),
        ({}, {"response_format": "mp3"}, False),
        ({}, {"model": "tts-1"}, False),
        ({}, {"base_url": "http://localhost:8880/v1"}, False),
    ],
)
def test_openai(tmp_path: Path, before: Settings, after: Settings, *, expected: bool) -> None:
    """How many requests are made at once, and a default that is written down, voice nothing again."""
    assert is_found(tmp_path, Voice("openai", "alloy"), before, after) is expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({}, {"length_scale": 1.0, "noise_w": 0.1}, True),
        ({"length_scale": 1.2}, {"length_scale": 1.2, "noise_scale": 0.1}, True),
        ({}, {"length_scale": 1.2}, False),
        ({}, {"noise_scale": 0.5}, False),
    ],
)
def test_piper(tmp_path: Path, before: Settings, after: Settings, *, expected: bool) -> None:
    """A scale that is written down as the voice has it voices nothing again."""
    make(tmp_path / "voices", HUM)
    assert is_found(tmp_path, Voice("piper", HUM), before, after) is expected
