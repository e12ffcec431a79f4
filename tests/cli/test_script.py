"""`issuecast script`, run as an editor runs it."""

from __future__ import annotations

import json
from pathlib import Path

from conftest import Run, snapshot


def seconds(quick: Run) -> int:
    """How long the script of the issue takes to say, to the second."""
    estimated: int = json.loads(quick("script", "issue.md", "--json").stdout)["estimated_ms"]
    return round(estimated / 1000)


def test_printing_tells_how_long_it_will_be(quick: Run, show_folder: Path) -> None:
    """The script goes to stdout, its estimated length to stderr, and nothing to the disk."""
    before = snapshot(show_folder)
    done = quick("script", "issue.md")
    assert (done.returncode, done.stdout[:28]) == (0, "---\ntitle: Two Small Stories")
    assert done.stderr == f"About {seconds(quick)} s at 156 words a minute, 4 chapters.\n"
    assert snapshot(show_folder) == before


def test_json_has_the_length_too(quick: Run) -> None:
    """`--json` prints one object and nothing else; `estimated_ms` is the length."""
    done = quick("script", "issue.md", "--json")
    told = json.loads(done.stdout)
    words = sum(len(line["spoken"].split()) for chapter in told["chapters"] for line in chapter["lines"])
    assert done.stderr == ""
    assert 0.8 < told["estimated_ms"] / (words / 156 * 60_000) < 1.2


def test_write_says_where_and_what_next(quick: Run, show_folder: Path) -> None:
    """The saved script is said to be, with its length and the command that voices it."""
    done = quick("script", "issue.md", "--write")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == (
        f"issue.script.md: about {seconds(quick)} s at 156 words a minute, 4 chapters. "
        "Edit it, then run issuecast build issue.md.\n"
    )
    printed = quick("script", "issue.md")
    saved = (show_folder / "issue.script.md").read_text(encoding="utf-8")
    assert [row for row in saved.splitlines() if "made_from" not in row] == printed.stdout.splitlines()
    assert printed.stderr.splitlines()[1:] == [
        "Beside the issue is issue.script.md, and that is what build voices."
    ]


def test_edited_script_is_kept_merged_and_overwritten_only_by_force(quick: Run, show_folder: Path) -> None:
    """What happens to an editor's work is the editor's choice, and each choice is a command that was told."""
    quick("script", "issue.md", "--write")
    issue, saved = show_folder / "issue.md", show_folder / "issue.script.md"
    saved.write_text(saved.read_text(encoding="utf-8").replace("Tern Point", "Cormorant Head"))
    refused = quick("script", "issue.md", "--write")
    assert (refused.returncode, refused.stdout) == (5, "")
    assert refused.stderr.startswith("issuecast: issue.script.md was edited by hand, and is kept: ")
    issue.write_text(issue.read_text(encoding="utf-8").replace("electric ferries", "wooden ferries"))
    assert quick("script", "issue.md", "--merge").returncode == 0
    merged = saved.read_text(encoding="utf-8")
    assert "Cormorant Head" in merged
    assert "wooden ferries" in merged
    assert quick("script", "issue.md", "--write", "--force").returncode == 0
    assert "Tern Point" in saved.read_text(encoding="utf-8")


def test_conflicts_are_told_with_their_lines(quick: Run, show_folder: Path) -> None:
    """A merge that leaves a choice to the editor says where, and leaves with the code of a script error."""
    quick("script", "issue.md", "--write")
    issue, saved = show_folder / "issue.md", show_folder / "issue.script.md"
    saved.write_text(saved.read_text(encoding="utf-8").replace("$1.2M", "a million"))
    issue.write_text(issue.read_text(encoding="utf-8").replace("$1.2M", "$1.4M"))
    done = quick("script", "issue.md", "--merge")
    line = saved.read_text(encoding="utf-8").splitlines().index("<<<<<<< your edit") + 1
    assert (done.returncode, done.stdout) == (5, "")
    assert done.stderr == (
        f"issuecast: In issue.script.md your edits and the changes of the issue meet (line {line}): "
        "keep one side of each, take the marks out, then build.\n"
    )


def test_force_without_write_is_a_wrong_command_line(quick: Run) -> None:
    """`--force` alone would do nothing, and says so."""
    done = quick("script", "issue.md", "--force")
    assert done.returncode == 2
    assert done.stderr.endswith("Error: --force goes with --write.\n")
