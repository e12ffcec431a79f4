"""What each stage of a cold build costs, beside a floor that nobody can go below.

    python benchmarks/stages.py [ISSUE] [--cast draft] [--runs 5]

Builds the issue from scratch in an empty folder, several times. The floor is measured after each build: a
bare start of Python, espeak-ng alone on the episode's text, LAME alone on its PCM on all cores, and one
decode with the meter of loudness and true peak on all cores. Prints medians.
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

import floor
from issuecast.write.spoken import spoken_text

SAMPLE = next((Path(__file__).parents[1] / "issues").glob("*.md"))
FLOOR = ("python -c pass", "espeak alone", "LAME alone, all cores", "decode with meter, all cores")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("issue", type=Path, nargs="?", default=SAMPLE)
    options.add_argument("--cast", default="draft")
    options.add_argument("--runs", type=int, default=5)
    chosen = options.parse_args()
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}\n")
    report(chosen.issue, chosen.cast, chosen.runs)


def report(issue: Path, cast: str, runs: int) -> None:
    """Print the medians of cold builds, and what they are of the floor."""
    took = [_cold_build(issue.resolve(), cast) for _ in range(runs)]
    figures = {name: statistics.median(run[name] for run in took) for name in took[0]}
    sound_s = figures.pop("sound")
    floor_s = sum(figures[name] for name in FLOOR)
    print(f"{issue.name}, cast {cast}: {sound_s:.0f} s of sound, median of {runs} cold builds\n")
    print(f"{'':30}{'ms':>8}{'of the floor':>14}")
    for name, seconds in {**figures, "floor": floor_s}.items():
        print(f"{name:30}{1000 * seconds:8.0f}{seconds / floor_s:14.2f}")


def _cold_build(issue: Path, cast: str) -> dict[str, float]:
    """Seconds of each stage, of the whole command, of the parts of the floor, and of the sound."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        command = [sys.executable, "-m", "issuecast", "build", str(issue), "--cast", cast, "--json"]
        done = subprocess.run(command, cwd=folder, check=True, capture_output=True)
        whole_s = time.perf_counter() - start
        episode = json.loads(done.stdout)["episodes"][0]
        mp3 = Path(episode["audio"])
        lines = _lines(mp3.with_name("episode.json"))
        cores = os.cpu_count() or 1
        parts = (
            floor.python_s(),
            floor.espeak_s(lines),
            floor.lame_s(floor.decoded(mp3), cores),
            floor.check_s(_stream(mp3.read_bytes()), cores),
        )
    stages = {stage: spent_ms / 1000 for stage, spent_ms in episode["timings_ms"].items()}
    sound_s = episode["duration_ms"] / 1000
    return {**stages, "whole command": whole_s, **dict(zip(FLOOR, parts, strict=True)), "sound": sound_s}


def _lines(record: Path) -> Path:
    """A file of what is said in the episode, beside its record."""
    timeline = json.loads(record.read_text(encoding="utf-8"))["timeline"]
    said = [spoken_text(line["text"]) for chapter in timeline for line in chapter["lines"]]
    file = record.with_name("lines.json")
    file.write_text(json.dumps(said), encoding="utf-8")
    return file


def _stream(mp3: bytes) -> bytes:
    """The frames, without the tags before them."""
    size = sum(byte << shift for byte, shift in zip(mp3[6:10], (21, 14, 7, 0), strict=True))
    return mp3[10 + size :]


if __name__ == "__main__":
    main()
