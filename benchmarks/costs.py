"""What a program costs: its time, and the peak of the memory that it and all it starts use together."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

_SAMPLED_S = 0.05


@dataclass(frozen=True, slots=True)
class Cost:
    """Time on the clock and of processors, and the highest sum of PSS over the processes."""

    seconds: float
    cpu_seconds: float
    peak_mb: float


def measured(command: Sequence[str | Path], *, cwd: Path | None = None) -> Cost:
    """Run a program, which must succeed; its memory is looked at twenty times a second."""
    start, before = time.perf_counter(), os.times()
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    with process, _watched(process.pid) as peaks_kb:
        _, said = process.communicate()
        seconds = time.perf_counter() - start
    assert process.returncode == 0, said.decode(errors="replace")
    after = os.times()
    cpu_s = after.children_user + after.children_system - before.children_user - before.children_system
    return Cost(seconds, cpu_s, max(peaks_kb, default=0) / 1024)


@contextmanager
def on_cores(count: int) -> Iterator[None]:
    """This thread, and the processes and threads that it starts meanwhile, have so many cores."""
    all_cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, sorted(all_cores)[:count])
    try:
        yield
    finally:
        os.sched_setaffinity(0, all_cores)


@contextmanager
def _watched(pid: int) -> Iterator[list[int]]:
    sums_kb, ended = list[int](), Event()

    def watch() -> None:
        while not ended.wait(_SAMPLED_S):
            sums_kb.append(sum(map(_pss_kb, _tree(pid))))

    watcher = Thread(target=watch)
    watcher.start()
    try:
        yield sums_kb
    finally:
        ended.set()
        watcher.join()


def _tree(pid: int) -> Iterator[int]:
    """A process and what it started. A child that is not yet another program shares its memory: left out."""
    yield pid
    with suppress(OSError):  # it ended
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in map(int, (task / "children").read_text().split()):
                if _command(child) != _command(pid):
                    yield from _tree(child)


def _command(pid: int) -> bytes:
    return Path(f"/proc/{pid}/cmdline").read_bytes()


def _pss_kb(pid: int) -> int:
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0
