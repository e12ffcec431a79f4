"""What several tests need: a small show of silent voices, and the command line as a person runs it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

# Time is measured in benchmarks, and a change must not fail for an example that it did not bring: CI tries
# the same ones each time, a developer's machine new ones.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

SETTINGS = """\
title = "The Small Hours"
base_url = "https://example.org/hours/"
cast = "mute"
understudies = []

[casts.mute]
HOST = "silent:low"
ANALYST = "silent:high"
"""

ISSUE = """\
---
title: Two Small Stories
date: 2026-03-02
---

Good evening. It is the second of March.

## The lighthouse

The lighthouse at Tern Point was sold for $1.2M on Friday. Its new owner wants to keep the lamp.
[The deed](https://example.org/deed) is public.

## The ferry

- **Marrow Line:** Bought two electric ferries. Insight: Short routes go first.
- **The harbour:** Built a charger for them.
"""

_PROGRESS = re.compile(r"^(?:voicing|mixing): \d+ of \d+.*\n", re.MULTILINE)

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def show_folder(tmp_path: Path) -> Path:
    """A show with one issue, `issue.md`."""
    folder = tmp_path / "show"
    folder.mkdir()
    (folder / "show.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "issue.md").write_text(ISSUE, encoding="utf-8")
    return folder


@pytest.fixture
def run(show_folder: Path) -> Run:
    """Run `issuecast` in the show's folder, off the network; returns exit code, stdout and stderr.

    Without the lines that tell after ten seconds how far a build is: only a busy machine is that slow.
    """

    def issuecast(
        *arguments: str | Path, cwd: Path = show_folder, env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        # A proxy that refuses every connection: what an editor on a train has.
        offline = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), "http://127.0.0.1:9")
        done = subprocess.run(
            [sys.executable, "-m", "issuecast", *arguments],
            cwd=cwd,
            env={**os.environ, **offline, "NO_COLOR": "1", **(env or {})},
            check=False,
            capture_output=True,
            text=True,
            timeout=120,
        )
        done.stderr = _PROGRESS.sub("", done.stderr)
        return done

    return issuecast


def snapshot(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Every file below the folder, its time of change in ns and its bytes; {} if there is no folder."""
    return {
        file.relative_to(folder).as_posix(): (file.stat().st_mtime_ns, file.read_bytes())
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
