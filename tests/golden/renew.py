"""Golden scripts: what the templates make of the sample issues. Read them aloud before you commit them.

python tests/golden/renew.py
"""

from __future__ import annotations

from pathlib import Path

from issuecast.desk import Commission
from issuecast.show import Show
from issuecast.starter import FOLDER
from issuecast.write.script_format import render

HERE = Path(__file__).parent
ISSUES = [*sorted((FOLDER / "issues").glob("*.md")), *sorted((HERE.parent / "samples").iterdir())]


def golden(issue: Path) -> Path:
    """The file that holds the script of an issue."""
    return HERE / f"{issue.name}.script.md"


def script(issue: Path) -> str:
    """The script of an issue in the starter show, as `issuecast script` prints it."""
    return render(Commission.of(issue, Show()).written.script)


if __name__ == "__main__":
    for path in ISSUES:
        golden(path).write_text(script(path), encoding="utf-8")
