"""What a feed costs as a show grows.

    python benchmarks/feed.py

First the feed of 100, 1,000 and 10,000 episodes, each in one document. Then a show of 1,000 daily episodes of
shared sound: one more is published beside them, and what that wrote is told. Time is that of the processor,
which other work on the machine lengthens less than the clock's.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

from issuecast import build
from issuecast.models import Episode
from issuecast.publish import publish, store
from issuecast.publish.archive import recorded
from issuecast.publish.channel import Channel, Document
from issuecast.publish.feed import rss
from issuecast.publish.soundbite import outline
from issuecast.show import Show, load
from rebuild import multiply, record_of

ISSUE = "---\ntitle: The Tide\ndate: 2020-01-01\n---\n\n" + "\n\n".join(
    f"## Story {number}\n\nThe boats of the harbour came home late, and story {number} tells why they did."
    for number in range(1, 7)
)
SIZES = (100, 1000, 10_000)


def main() -> None:
    os.environ["SOURCE_DATE_EPOCH"] = "2000000000"  # all of them are out
    load_1m = os.getloadavg()[0]
    print(f"{os.cpu_count()} cores, load {load_1m:.1f} before this began")
    with tempfile.TemporaryDirectory() as folder:
        show = daily_show(Path(folder))
        first = outline(recorded(show, record_of(show.folder).parent.name))
        growing(show, first)
        one_more(show, 1000)


def daily_show(folder: Path) -> Show:
    (folder / "show.toml").write_text(
        'base_url = "https://example.org/tide/"\ncast = "mute"\nunderstudies = []\n'
        '[casts.mute]\nHOST = "silent:low"\nANALYST = "silent:high"\n'
    )
    (folder / "issue.md").write_text(ISSUE)
    build(folder / "issue.md", show=folder)
    return load(folder)


def growing(show: Show, first: Episode) -> None:
    feed, spent = Channel.of(show), dict[int, float]()
    for size in SIZES:
        episodes = [
            replace(first, slug=f"e-{n}", guid=f"g-{n}", published=first.published) for n in range(size)
        ]
        made = b""

        def write(episodes: list[Episode] = episodes) -> bytes:
            return rss(show, Document(feed), episodes, cover="cover.jpg", guid="")

        made = write()
        spent[size] = best(write)
        per_episode_ms = spent[size] * 1000 / size
        print(
            f"{size:6,} episodes {spent[size]:7.3f} s {per_episode_ms:6.3f} ms each {len(made) / 1e6:6.1f} MB"
        )
    for small, large in pairwise(SIZES):
        print(f"{large:,} over {small:,} episodes: {spent[large] / spent[small]:.1f} times the time")


def one_more(show: Show, many: int) -> None:
    multiply(show.folder, many)
    publish(show)
    last = recorded(show, record_of(show.folder).parent.name)
    sound = (show.episodes / last.slug / last.audio).read_bytes()
    clock_s, processor_s, written = [], [], set[str]()
    for number in range(5):
        day = timedelta(days=many + number)
        new = replace(
            last,
            slug=f"new-{number}",
            guid=f"new-{number}",
            date=last.date + day,
            published=last.published + day,
        )
        before = {file: file.stat().st_mtime_ns for file in show.episodes.rglob("*")}
        start, processor = time.perf_counter(), time.process_time()
        store(show, new, [sound])
        publish(show)
        clock_s.append(time.perf_counter() - start)
        processor_s.append(time.process_time() - processor)
        files = (file for file in show.episodes.rglob("*") if file.is_file())
        written = {
            file.relative_to(show.episodes).as_posix()
            for file in files
            if before.get(file) != file.stat().st_mtime_ns
        }
    print(
        f"one more beside {many:,}: {statistics.median(clock_s):.2f} s, "
        f"{statistics.median(processor_s):.2f} s of processor time (median of {len(clock_s)})"
    )
    print(f"written by it: {', '.join(sorted(written))}")


def best(work: Callable[[], object]) -> float:
    """The least processor time of three runs, in seconds."""
    spent = []
    for _ in range(3):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return min(spent)


if __name__ == "__main__":
    main()
