"""Sound that behaves like speech and music, and a look at what was mixed."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from tempfile import NamedTemporaryFile

import numpy as np
import numpy.typing as npt
import pyloudnorm

from issuecast.linked import Pair
from issuecast.mix.encode import Frames
from issuecast.mix.join import join
from issuecast.models import (
    Cast,
    Line,
    Mix,
    Performance,
    Take,
    Voice,
    VoicedChapter,
    VoicedCue,
    VoicedLine,
    Word,
)
from issuecast.spool import Spool, contents

Samples = npt.NDArray[np.float64]
"""Shape (samples, channels), full scale = 1.0."""


def speech(seconds: float, *, rate_hz: int = 22_050, level_db: float = -12.0, seed: int = 1) -> Take:
    """Noise in the bursts of syllables, silent at neither end, with a word each half second."""
    time = np.arange(round(seconds * rate_hz)) / rate_hz
    noise = np.random.default_rng(seed).standard_normal(len(time))
    voice = np.convolve(noise, np.ones(12) / 12, "same")
    syllables = 0.15 + np.abs(np.sin(2 * np.pi * 2.2 * time))
    sound = voice * syllables
    sound *= 10 ** (level_db / 20) / np.abs(sound).max()
    words = tuple(Word("word", n * 500, n * 500 + 400) for n in range(int(seconds * 2)))
    return Take((sound * 32767).astype("<i2").tobytes(), rate_hz, words)


def line(role: str, seconds: float, **sound: float) -> VoicedLine:
    """A line of so many seconds, in which every half second a word is said."""
    take = speech(seconds, **sound)  # type: ignore[arg-type]
    text = " ".join(["word"] * len(take.words)) or "word"
    return VoicedLine(Line(role, text), (Pair(text, text),), take)


def performance(*chapters: tuple[VoicedCue, ...]) -> Performance:
    cast = Cast("test", {"HOST": Voice("silent", "a"), "ANALYST": Voice("silent", "b")})
    return Performance(cast, tuple(VoicedChapter(f"Chapter {i}", cues) for i, cues in enumerate(chapters, 1)))


def mp3_of(mix: Mix) -> bytes:
    """The whole stream."""
    return b"".join(contents(mix.stream))


def joined(*chapters: Frames, silent: int = 0) -> bytes:
    """The stream of these chapters, with so many silent frames at its end."""
    spool = Spool()
    frames = [spool.put(chapter.mp3) for chapter in chapters]
    return b"".join(contents(join(frames, chapters[-1].flush * (silent + 1), spool)))


def run(program: str, *arguments: str | Path, sound: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run one of Debian's programs, which must be there and succeed."""
    path = shutil.which(program)
    assert path, f"{program} is not installed"
    return subprocess.run([path, *arguments], input=sound, check=True, capture_output=True)


def decode(mp3: bytes) -> Samples:
    """The samples that Debian's ffmpeg makes of it, encoder delay and padding left out as the file says."""
    with NamedTemporaryFile(suffix=".mp3") as file:
        file.write(mp3)
        file.flush()
        done = run("ffmpeg", "-v", "error", "-i", file.name, "-f", "s16le", "pipe:1")
    assert not done.stderr
    return np.frombuffer(done.stdout, "<i2").reshape(-1, 2) / 32768


def loudness(mp3: bytes) -> tuple[float, float]:
    """Integrated loudness in LUFS and true peak in dBTP of the decoded file (ITU-R BS.1770)."""
    command = [
        "ffmpeg",
        "-hide_banner",
        "-nostats",
        "-i",
        "pipe:0",
        "-af",
        "ebur128=peak=true",
        "-f",
        "null",
        "-",
    ]
    log = subprocess.run(command, input=mp3, check=True, capture_output=True).stderr.decode()
    return float(re.findall(r" I:\s+(-?[\d.]+)", log)[-1]), float(re.findall(r"Peak:\s+(-?[\d.]+)", log)[-1])


def range_lu(mp3: bytes) -> float:
    """Loudness range in LU (EBU Tech 3342), by Debian's ffmpeg."""
    log = run("ffmpeg", "-hide_banner", "-i", "pipe:0", "-af", "ebur128", "-f", "null", "-", sound=mp3).stderr
    return float(re.findall(r"LRA:\s+([\d.]+) LU\n", log.decode())[-1])


def second_loudness(samples: Samples) -> float:
    """Integrated loudness in LUFS of 48 kHz sound, by another meter than ffmpeg's."""
    return float(pyloudnorm.Meter(48_000).integrated_loudness(samples))


def level_db(samples: Samples) -> float:
    """RMS in dBFS."""
    return float(20 * np.log10(max(np.sqrt(np.mean(samples**2)), 1e-9)))


def tone(path: Path, seconds: float, hz: int = 220) -> Path:
    """A music file of one tone, in the format that the name says."""
    source = f"sine=frequency={hz}:duration={seconds}:sample_rate=44100"
    run("ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", source, path)
    return path
