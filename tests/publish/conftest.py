"""A show to publish, with an episode whose sound is a real MP3."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import imageio_ffmpeg
import pytest

from issuecast.models import Episode
from issuecast.show import Show

from .sample import DURATION_MS, EPISODE


@pytest.fixture(scope="session")
def mp3(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Forty seconds of a soft tone, with the header that tells its length and lets players seek."""
    file = tmp_path_factory.mktemp("sound") / "tone.mp3"
    tone = f"sine=frequency=220:sample_rate=48000:duration={DURATION_MS / 1000}"
    command = [
        imageio_ffmpeg.get_ffmpeg_exe(),
        "-v",
        "error",
        "-f",
        "lavfi",
        "-i",
        tone,
        "-b:a",
        "64k",
        str(file),
    ]
    subprocess.run(command, check=True, timeout=60)
    return file.read_bytes()


@pytest.fixture
def show(tmp_path: Path) -> Show:
    return Show(folder=tmp_path)


@pytest.fixture
def episode(mp3: bytes) -> Episode:
    return replace(EPISODE, bytes=len(mp3))
