"""The engine that the docs show works as they say."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

DOC = Path(__file__).parents[2] / "docs" / "add-a-voice.md"
SETTINGS = """\
cast = "whistles"
understudies = []
"""
PERFORMED = """\
from pathlib import Path
from issuecast.models import Chapter, Line, Script
from issuecast.show import load
from issuecast.speak import perform

script = Script("Tides", (Chapter("Tides", (Line("HOST", "The pier burned."), Line("ANALYST", "Again."))),))
performance = perform(script, load(Path()), notify=print, on_line=lambda done, of, _: print(done, "of", of))
for take in (line.take for line in performance.chapters[0].cues):
    print(take.duration_ms, take.estimated, [(word.text, word.start_ms) for word in take.words])
"""


def block(language: str, number: int = 0) -> str:
    """A block of code in that language, as the docs have it."""
    blocks: list[str] = re.findall(rf"```{language}\n(.*?)```", DOC.read_text(encoding="utf-8"), re.DOTALL)
    return blocks[number]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A show that casts the docs' engine, and beside it the package, installed as the docs say."""
    (tmp_path / "my_package.py").write_text(block("python"), encoding="utf-8")
    ((group, line),) = re.findall(r'\[project\.entry-points\."(.*?)"\]\n(.*)', block("toml"))
    about = tmp_path / "my_package-1.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: my-package\nVersion: 1\n")
    (about / "entry_points.txt").write_text(f"[{group}]\n" + line.replace('"', ""))
    (tmp_path / "show.toml").write_text(SETTINGS + block("toml", 1), encoding="utf-8")
    return tmp_path


def performed(folder: Path) -> subprocess.CompletedProcess[str]:
    """Two lines, voiced in a process of its own that finds the package."""
    return subprocess.run(
        [sys.executable, "-c", PERFORMED],
        cwd=folder,
        env={"PYTHONPATH": str(folder)},
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
    )


def test_the_voice_engines_example_in_the_docs(folder: Path) -> None:
    """The class that the docs show, registered and cast as they say, voices a script with word times."""
    told = performed(folder)
    assert told.stdout.splitlines() == [
        "1 of 2",
        "2 of 2",
        "840 False [('The', 0), ('pier', 180), ('burned.', 420)]",
        "360 False [('Again.', 0)]",
    ]


def test_the_example_is_short() -> None:
    """An engine takes fewer than twenty lines."""
    lines = [line for line in block("python").splitlines() if line.strip()]
    assert len(lines) < 20


def test_a_wrong_name_of_its_voice_gets_a_suggestion(folder: Path) -> None:
    """A stranger's engine is treated as ours: its voices are known before any work."""
    settings = folder / "show.toml"
    settings.write_text(settings.read_text().replace("whistle:high", "whistle:hihg"))
    assert performed(folder).stderr.splitlines()[-1] == (
        "issuecast.errors.VoiceError: casts.whistles.ANALYST: whistle has no voice 'hihg', did you mean "
        "'high'?: name another voice in show.toml, such as whistle:high."
    )
