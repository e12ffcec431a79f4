from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

from issuecast.speak.edge.engine import EdgeEngine

from .edge_service import EdgeService

LINES = 24
VOICING = f"""
import sys
from pathlib import Path
import edge_tts.communicate, edge_tts.constants
from issuecast.models import Chapter, Line, Script, Voice
from issuecast.show import Show
from issuecast.speak import perform

edge_tts.constants.VOICE_LIST, edge_tts.communicate.WSS_URL, folder = sys.argv[1:]
lines = tuple(Line("HOST", f"Lighthouse keeper {{number}} saw the ferry pass.") for number in range({LINES}))
voices = {{"HOST": Voice("edge", "en-US-AndrewNeural"), "ANALYST": Voice("edge", "en-US-AndrewNeural")}}
show = Show(folder=Path(folder), casts={{"own": voices}}, cast="own", understudies=())
perform(Script("Night", (Chapter("Night", lines),)), show, notify=print, on_line=lambda *_: None)
"""


def start(folder: Path, service: EdgeService) -> subprocess.Popen[bytes]:
    """The stage SPEAK of a build in a process of its own, with edge-tts pointed to the loopback service."""
    command = [sys.executable, "-c", VOICING, service.voice_list, service.wss_url, str(folder)]
    return subprocess.Popen(command, env={**os.environ, "NO_PROXY": "127.0.0.1"}, stderr=subprocess.PIPE)


def kept(folder: Path) -> int:
    return len(list((folder / ".issuecast/cache/takes").rglob("*.kept")))


def test_what_was_voiced_before_a_kill_is_not_asked_for_again(tmp_path: Path, service: EdgeService) -> None:
    """Runs killed at random moments lose at most what was under way then: what is asked for at once."""
    service.latency_s = 0.2
    lost = 0
    for share in (1 / 3, 2 / 3):
        with start(tmp_path, service) as run:
            while len(service.answered) < share * LINES and run.poll() is None:
                time.sleep(0.002)
            time.sleep(random.uniform(0, 0.3))  # noqa: S311  a moment, no secret
            run.kill()
        time.sleep(0.3)  # until the service has read what had been sent
        assert len(service.texts) - lost - kept(tmp_path) <= EdgeEngine.concurrency
        lost = len(service.texts) - kept(tmp_path)
    before, asked = kept(tmp_path), len(service.texts)
    assert before < LINES
    with start(tmp_path, service) as run:
        assert run.stderr
        assert (run.stderr.read(), run.wait()) == (b"", 0)
    assert len(service.texts) == asked + LINES - before
    assert kept(tmp_path) == LINES
