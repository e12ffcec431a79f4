"""Two builds at once: what one has asked for, the other waits for."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

LINES = 12
VOICING = f"""
import os, sys, time
from pathlib import Path
from issuecast.models import Take, Voice
from issuecast.speak.request import Request
from issuecast.speak.store import TakeStore
from issuecast.speak.studio import record
from speak.humming import HummingEngine

folder, name = Path(sys.argv[1]), sys.argv[2]

class Paid(HummingEngine):
    def speak(self, text, voice, delivery=None):
        with open(folder / f"asked-{{name}}", "a") as log:
            print(text, file=log)
        return super().speak(text, voice)

requests = [Request(f"Lighthouse keeper {{n}} saw the ferry.", Voice("hum", "low")) for n in range({LINES})]
engine = Paid(concurrency=2, seconds=float(sys.argv[3]))
takes = record(requests, {{"hum": engine}}, lambda _: None, store=TakeStore(folder), notify=print)
assert len(takes) == {LINES}
"""


def start(folder: Path, name: str, seconds: float) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", VOICING, str(folder), name, str(seconds)],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
        stdout=subprocess.PIPE,
        text=True,
    )


def asked(folder: Path, name: str) -> list[str]:
    log = folder / f"asked-{name}"
    return log.read_text().splitlines() if log.exists() else []


def begun(folder: Path, name: str) -> None:
    until = time.monotonic() + 20
    while not asked(folder, name) and time.monotonic() < until:
        time.sleep(0.01)


def test_two_builds_at_once_pay_once(tmp_path: Path) -> None:
    """Of two processes that want the same takes, each sentence is asked for by one only; both have all."""
    with start(tmp_path, "one", 0.1) as one, start(tmp_path, "other", 0.1) as other:
        assert (one.wait(30), other.wait(30)) == (0, 0)
    both = asked(tmp_path, "one") + asked(tmp_path, "other")
    assert len(both) == len(set(both)) == LINES
    assert list((tmp_path / ".issuecast").rglob("*.claim")) == []


def test_a_build_that_is_killed_leaves_its_sentences_to_the_other(tmp_path: Path) -> None:
    """What a killed build had begun, the other asks for at once; that it waited for it, it had said."""
    with start(tmp_path, "stuck", 60) as stuck:
        begun(tmp_path, "stuck")
        with start(tmp_path, "other", 0) as other:
            time.sleep(2.5)
            assert other.poll() is None
            assert asked(tmp_path, "other") == []
            stuck.kill()
            told, _ = other.communicate(timeout=30)
            assert other.returncode == 0
    assert sorted(asked(tmp_path, "other")) == sorted(
        f"Lighthouse keeper {number} saw the ferry." for number in range(LINES)
    )
    assert told == "Another build is asking hum for the same lines: its takes are used.\n"
