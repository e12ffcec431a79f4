"""What a second build costs: nothing changed, one sentence changed, one new episode beside a thousand.

    python benchmarks/rebuild.py [--cast draft] [--minutes 60] [--episodes 1000] [--runs 5]

Generates an issue in 25 sections that is heard for about so long, builds it in an empty folder, builds it
again as it is, and once more with another word in its middle. Then a show of so many daily episodes: one is
built, the others are its record under other names beside the same sound; what publishing them for the first
time takes, and then one more. Whole processes, except where it says publish stage; on a busy machine the
processor's seconds, those of all processes, say more than the clock's.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from issuecast.publish.record import FILE_NAME, from_json, to_json
from writing import TOWNS, sentence

WORDS_A_MINUTE = 133
"""As the draft cast says them, music and pauses included."""

MARK = "What nobody had expected was a lighthouse."


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--cast", default="draft")
    options.add_argument("--minutes", type=float, default=60)
    options.add_argument("--episodes", type=int, default=1000)
    options.add_argument("--runs", type=int, default=5)
    chosen = options.parse_args()
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    print(f"{machine}, cast {chosen.cast}")
    with tempfile.TemporaryDirectory() as folder:
        one_long_issue(Path(folder), chosen.cast, round(chosen.minutes * WORDS_A_MINUTE), chosen.runs)
    with tempfile.TemporaryDirectory() as folder:
        one_beside_many(Path(folder), chosen.cast, chosen.episodes, chosen.runs)


def one_long_issue(folder: Path, cast: str, words: int, runs: int) -> None:
    issue = folder / "issue.md"
    text = newsletter(date(2027, 1, 4), sections=25, words=words)
    issue.write_text(text, encoding="utf-8")
    cold, built = build(issue, cast)
    length, chapters = clock(built["duration_ms"]), len(built["chapters"])
    print(f"\none issue, {len(text.split()):,} words, {length}, {chapters} chapters")
    row("built from nothing", cold)
    times = {file: file.stat().st_mtime_ns for file in folder.rglob("*")}
    row("nothing changed", median(build(issue, cast)[0] for _ in range(runs)))
    written = [file for file in folder.rglob("*") if times.get(file) != file.stat().st_mtime_ns]
    print(f"    files written by that: {len(written)}")
    issue.write_text(text.replace(MARK, MARK.replace("lighthouse", "windmill")), encoding="utf-8")
    changed, again = build(issue, cast)
    assert again["built"]
    row("one sentence changed", changed)
    print(f"    over the first: {changed.wall_s / cold.wall_s:.3f}, stages in ms: {stages(again)}")


def one_beside_many(folder: Path, cast: str, many: int, runs: int) -> None:
    first = date(2024, 1, 1)
    build(daily(folder, first), cast)
    multiply(folder, many)
    print(f"\n{many:,} episodes of {record_of(folder).stat().st_size / 1000:.0f} kB each in words and times")
    issue = daily(folder, first + timedelta(days=many))
    everything, _ = build(issue, cast)
    row("all published for the first time", everything)
    row("nothing changed", median(build(issue, cast)[0] for _ in range(runs)))
    publishing, whole = [], []
    for number in range(runs):
        spent, built = build(daily(folder, first + timedelta(days=many + 1 + number)), cast)
        publishing.append(built["timings_ms"]["publish"] / 1000)
        whole.append(spent)
    row("one new episode, all of it", median(whole))
    print(f"    of that, publish stage: {statistics.median(publishing):.2f} s")


def newsletter(day: date, *, sections: int, words: int) -> str:
    chance = random.Random(day.toordinal())  # noqa: S311  the same newsletter in each run
    parts = [f"---\ntitle: The Tide of {day:%B %d}\ndate: {day}\n---\n\nGood morning, everybody.\n"]
    for number in range(sections):
        parts.append(f"## {chance.choice(TOWNS)}, part {number + 1}\n")
        said = 0
        while said < words / sections:
            paragraph = " ".join(sentence(chance) for _ in range(4))
            parts.append(f"{paragraph}\n")
            said += len(paragraph.split())
        if number == sections // 2:
            parts.append(f"{MARK}\n")
    return "\n".join(parts)


def daily(folder: Path, day: date) -> Path:
    """A daily newsletter of 600 words."""
    issue = folder / f"{day}.md"
    issue.write_text(newsletter(day, sections=6, words=600), encoding="utf-8")
    return issue


def record_of(folder: Path) -> Path:
    return next((folder / "episodes").glob(f"*/{FILE_NAME}"))


def multiply(folder: Path, many: int) -> None:
    """So many episodes, a day each: the one that is there, under other names beside the same sound."""
    record = record_of(folder)
    episode = from_json(record.read_text(encoding="utf-8"), slug=record.parent.name)
    for number in range(1, many):
        day = episode.date + timedelta(days=number)
        other = replace(
            episode,
            slug=f"{day}-another-tide",
            guid=f"tide-{number}",
            source=f"{day}.md",
            title=f"The Tide of {day:%B %d, %Y}",
            date=day,
            published=episode.published + timedelta(days=number),
        )
        place = folder / "episodes" / other.slug
        place.mkdir()
        os.link(record.with_name(episode.audio), place / other.audio)
        (place / FILE_NAME).write_text(to_json(other), encoding="utf-8")


class Spent(NamedTuple):
    """Seconds of the clock, and of the processor."""

    wall_s: float
    cpu_s: float


def build(issue: Path, cast: str) -> tuple[Spent, dict[str, Any]]:
    """What the command took, and what it says of the episode."""
    command = [sys.executable, "-m", "issuecast", "build", issue.name, "--cast", cast, "--json"]
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, cwd=issue.parent, check=True, capture_output=True)
    wall_s, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu_s = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    episode: dict[str, Any] = json.loads(done.stdout)["episodes"][0]
    return Spent(wall_s, cpu_s), episode


def median(spent: Iterable[Spent]) -> Spent:
    return Spent(*map(statistics.median, zip(*spent, strict=True)))


def stages(episode: dict[str, Any]) -> str:
    return ", ".join(f"{name} {spent_ms:,}" for name, spent_ms in episode["timings_ms"].items())


def clock(duration_ms: int) -> str:
    return f"{duration_ms // 60_000}:{duration_ms // 1000 % 60:02}"


def row(what: str, spent: Spent) -> None:
    print(f"{what:36}{spent.wall_s:8.2f} s{spent.cpu_s:10.2f} s of processor time")


if __name__ == "__main__":
    main()
