"""What each stage of a build costs, beside what LAME alone needs for the same sound.

    python benchmarks/stages.py [ISSUE] [--cast draft] [--runs 5]

Builds the issue from scratch in an empty folder, several times; prints the median of each stage, of the
whole process, and of two floors measured in the same run: ffmpeg encoding the episode's own PCM on one core,
and the interpreter starting.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import imageio_ffmpeg

ROOT = Path(__file__).parents[1]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("issue", type=Path, nargs="?", default=next((ROOT / "issues").glob("*.md")))
    options.add_argument("--cast", default="draft")
    options.add_argument("--runs", type=int, default=5)
    chosen = options.parse_args()

    runs = [cold_build(chosen.issue.resolve(), chosen.cast) for _ in range(chosen.runs)]
    figures = {name: statistics.median(run[name] for run in runs) for name in runs[0]}
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    print(f"{chosen.issue.name}, cast {chosen.cast}, median of {chosen.runs} cold builds\n")
    print(f"{'':22}{'ms':>8}{'  of LAME alone':>16}")
    for name, spent_ms in figures.items():
        ratio = f"{spent_ms / figures['LAME alone']:15.2f}" if name != "sound" else ""
        print(f"{name:22}{spent_ms:8.0f}{ratio:>16}")


def cold_build(issue: Path, cast: str) -> dict[str, float]:
    """Milliseconds of each stage, of the whole, of the floors; `sound` is the episode's own length."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        command = [sys.executable, "-m", "issuecast", "build", str(issue), "--cast", cast, "--json"]
        done = subprocess.run(command, cwd=folder, check=True, capture_output=True)
        whole_ms = since(start)
        episode = json.loads(done.stdout)["episodes"][0]
        encode_ms = lame_alone(Path(episode["audio"]))
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    return {
        **episode["timings_ms"],
        "whole command": whole_ms,
        "LAME alone": encode_ms,
        "python -c pass": since(start),
        "sound": episode["duration_ms"],
    }


def lame_alone(mp3: Path) -> float:
    """Milliseconds that ffmpeg takes to encode the PCM of this file as the mixer does, and nothing else."""
    ffmpeg = imageio_ffmpeg.get_ffmpeg_exe()
    pcm = mp3.with_suffix(".wav")
    subprocess.run([ffmpeg, "-v", "error", "-i", mp3, "-vn", pcm], check=True)
    start = time.perf_counter()
    encode = [
        ffmpeg,
        "-v",
        "error",
        "-i",
        pcm,
        "-c:a",
        "libmp3lame",
        "-b:a",
        "128k",
        "-f",
        "mp3",
        "-y",
        os.devnull,
    ]
    subprocess.run(encode, check=True)
    return since(start)


def since(start_s: float) -> float:
    """Milliseconds since a moment of `time.perf_counter`."""
    return (time.perf_counter() - start_s) * 1000


if __name__ == "__main__":
    main()
