"""Readers are found by entry point, a stranger's like ours."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOC = ROOT / "docs" / "add-a-reader.md"


def test_the_readers_example_in_the_docs(tmp_path: Path) -> None:
    """The class that the docs show, registered as they say, reads its export and names a broken line."""
    code = re.findall(r"```python\n(.*?)```", DOC.read_text(encoding="utf-8"), re.DOTALL)[0]
    (registration,) = re.findall(
        r"```toml\n\[project\.entry-points\.(\".*?\")\]\n(.*?)```", DOC.read_text(), re.DOTALL
    )
    (tmp_path / "my_package.py").write_text(code, encoding="utf-8")
    about = tmp_path / "my_package-1.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: my-package\nVersion: 1\n")
    line = registration[1].replace('"', "")
    (about / "entry_points.txt").write_text(f"[{registration[0].strip(chr(34))}]\n{line}")
    story = '{"title": "The pier", "body": "It burned."}'
    (tmp_path / "a.json").write_text(
        f'{{"headline": "Tides", "day": "2026-01-12", "stories": [{story}]}}', encoding="utf-8"
    )
    (tmp_path / "b.json").write_text("{\n]", encoding="utf-8")
    script = (
        "from pathlib import Path; from issuecast.read import read\n"
        "print(read(Path('a.json')))\ntry: read(Path('b.json'))\nexcept Exception as error: print(error)"
    )
    told = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        check=True,
        text=True,
    ).stdout.splitlines()
    assert "title='The pier'" in told[0]
    assert "date=datetime.date(2026, 1, 12)" in told[0]
    assert told[1] == "b.json, line 2: this is no JSON: export it again."


def test_ours_are_registered_too() -> None:
    """Each kind that the README names has its reader, found by the same door."""
    names = {point.name for point in entry_points(group="issuecast.readers")}
    assert names >= {"text", "markdown", "html", "email", "feed"}
