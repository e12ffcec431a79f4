"""What mixing costs: against other programs, in memory, on a second core, and in a cold build over its floor.

    python benchmarks/mixing.py [PART ...] [--peer podcastfy=PYTHON] [--peer podcast-creator=PYTHON]

The parts are `clips` (the same clips made into one mastered MP3), `memory` (of `issuecast build`, for
episodes of several lengths), `cores` (what the second one brings to the mix and to LAME) and `cold` (what
stages.py prints); all of them, if none is named. A peer is measured in its own environment, whose Python is
named: it has podcastfy 0.4 or podcast-creator 0.13, and ffmpeg-normalize. Linux only.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import stages
from assembly import Row, clips, decoding, ours, peers, performed
from costs import Cost, measured, on_cores
from floor import decoded, lame_s
from issuecast.mix import Desk, load_music, mix
from issuecast.show import Loudness, Show
from issuecast.spool import contents
from writing import sentence

PARTS = ("clips", "memory", "cores", "cold")
SENTENCE_S = 9.5
"""How long one takes in the draft cast, with its share of the pauses."""
CLIPS_FOR_CORES = 60


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    options.add_argument("--peer", action="append", default=[], metavar="NAME=PYTHON")
    options.add_argument("--clips", type=int, action="append", help="How many; again for more (100 and 400).")
    options.add_argument("--issue", type=Path, default=stages.SAMPLE, help="What is built from scratch.")
    options.add_argument("--runs", type=int, default=5, help="Of what is told as a median.")
    chosen = options.parse_args()
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    for part in chosen.parts or PARTS:
        print(f"\n{part}\n")
        if part == "clips":
            assembling(chosen.clips or [100, 400], dict(peer.split("=", 1) for peer in chosen.peer))
        elif part == "memory":
            memory()
        elif part == "cores":
            second_core(chosen.runs)
        elif part == "cold":
            stages.report(chosen.issue, "draft", chosen.runs)
        else:
            options.error(f"there is no part {part!r}")


def assembling(counts: Sequence[int], pythons: dict[str, str]) -> None:
    """The same clips by each program: seconds on the clock and of processors, and the peak of memory."""
    for count in counts:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "clips"
            print(f"{count} clips, {clips(folder, count) / 60:.1f} minutes")
            print(f"{'':36}{'seconds':>9}{'over ours':>11}{'cpu s':>9}{'over ours':>11}{'peak MB':>9}")
            base = ours(folder, music=False)
            _row("issuecast", base, base)
            _row("of that, decoding the clips", decoding(folder), base)
            _row("issuecast, with the starter's music", ours(folder, music=True), base)
            for name, python in pythons.items():
                _peer(peers(name, python, folder), base)


def _peer(row: Row, base: Cost) -> None:
    alone, after = row.assembled, row.normalized
    both = Cost(
        alone.seconds + after.seconds,
        alone.cpu_seconds + after.cpu_seconds,
        max(alone.peak_mb, after.peak_mb),
    )
    _row(row.name, alone, base)
    _row(f"{row.name}, ffmpeg-normalize", both, base)


def _row(name: str, cost: Cost, base: Cost) -> None:
    wall = f"{cost.seconds:9.1f}{cost.seconds / base.seconds:11.2f}"
    cpu = f"{cost.cpu_seconds:9.1f}{cost.cpu_seconds / base.cpu_seconds:11.2f}"
    print(f"{name:36}{wall}{cpu}{cost.peak_mb:9.0f}")


def memory() -> None:
    """The peak of a build's processes, draft cast, for a short, a long and an undivided episode."""
    print(f"{'':26}{'minutes':>9}{'seconds':>9}{'peak MB':>9}")
    for name, minutes, stories in (
        ("ten minutes", 10, 10),
        ("three hours", 180, 60),
        ("an hour under one heading", 60, 1),
    ):
        with tempfile.TemporaryDirectory() as place:
            issue = Path(place) / "2026-01-12-news.md"
            issue.write_text(_issue(minutes, stories), encoding="utf-8")
            build: list[str | Path] = [sys.executable, "-m", "issuecast", "build", issue, "--cast", "draft"]
            cost = measured(build, cwd=issue.parent)
            (record,) = issue.parent.glob("episodes/*/episode.json")
            sound_ms = json.loads(record.read_text(encoding="utf-8"))["duration_ms"]
        print(f"{name:26}{sound_ms / 60_000:9.1f}{cost.seconds:9.1f}{cost.peak_mb:9.0f}")


def _issue(minutes: int, stories: int) -> str:
    """An issue of so many headings, in paragraphs of three sentences of which no two are alike."""
    chance = random.Random(1)  # noqa: S311  the same issue in each run
    said = [f"In week {n}, {sentence(chance)}" for n in range(1, round(minutes * 60 / SENTENCE_S))]
    paragraphs = [" ".join(said[at : at + 3]) for at in range(0, len(said), 3)]
    size = -(-len(paragraphs) // stories)
    chapters = ("\n\n".join(paragraphs[at : at + size]) for at in range(0, len(paragraphs), size))
    return "\n\n".join(f"## Story {number}\n\n{text}" for number, text in enumerate(chapters, start=1))


def second_core(runs: int) -> None:
    """How much faster two cores are than one, for the mix with music and for LAME on its PCM, in turns."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "clips"
        clips(folder, CLIPS_FOR_CORES)
        performance = performed(sorted(str(file) for file in folder.glob("*.mp3")), music=True)
        music, mp3 = load_music(Show()), Path(place) / "mix.mp3"
        took: dict[tuple[str, int], list[float]] = {}
        for cores in (1, 2) * runs:
            with on_cores(cores):
                start = time.perf_counter()
                mixed = mix(performance, Desk(music, Loudness(), {}), on_chapter=lambda *_: None)
                took.setdefault(("mix", cores), []).append(time.perf_counter() - start)
                mp3.write_bytes(b"".join(contents(mixed.stream)))
                took.setdefault(("LAME", cores), []).append(lame_s(decoded(mp3), cores))
    median = {key: statistics.median(seconds) for key, seconds in took.items()}
    gains = {name: median[name, 1] / median[name, 2] for name in ("mix", "LAME")}
    print(f"{'':8}{'one core s':>12}{'two cores s':>13}{'gain':>8}")
    for name, gain in gains.items():
        print(f"{name:8}{median[name, 1]:12.2f}{median[name, 2]:13.2f}{gain:8.2f}")
    print(f"\nthe mix gains {gains['mix'] / gains['LAME']:.2f} of what LAME gains, median of {runs}")


if __name__ == "__main__":
    main()
