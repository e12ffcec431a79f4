"""`issuecast check`, run as an editor or a cron job runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import Run, snapshot

SCRIPT = f"""\
---
title: Tides
date: 2026-03-02
---
# Cold open
HOST: Good evening.
# Tides
HOST: {"Fog lay on the water, and nobody was there to see it. " * 8}
ANALYST: Still, {"Fog lay on the water, and nobody was there to see it. " * 8}
"""


@pytest.fixture
def script(show_folder: Path) -> Path:
    """A script beside the issue in which there is nothing to find."""
    file = show_folder / "issue.script.md"
    file.write_text(SCRIPT, encoding="utf-8")
    return file


def test_nothing_found_is_exit_code_0(quick: Run, show_folder: Path, script: Path) -> None:
    """A script that is fine leaves with 0 and one line, and nothing is written."""
    before = snapshot(show_folder)
    done = quick("check", "issue.md")
    assert (done.returncode, done.stdout, done.stderr) == (0, "0 errors, 0 warnings in 1 script\n", "")
    assert snapshot(show_folder) == before


def test_findings_are_lines_of_a_linter(quick: Run, script: Path) -> None:
    """Each finding is one line with file, line, name and sentence; they are sorted, a summary is last."""
    script.write_text(SCRIPT + "HOST: MiMo sold the deed.\nHOST: A **bold** deed.\n", encoding="utf-8")
    done = quick("check", "issue.md")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines() == [
        (
            'issue.script.md:10: unknown-word: no voice can know how "MiMo" is said; '
            "tell it with issuecast lexicon add MiMo"
        ),
        'issue.script.md:11: markup: "**" is markup; take it out',
        "1 error, 1 warning in 1 script",
    ]


def test_warnings_count_only_if_asked(quick: Run, script: Path) -> None:
    """Warnings leave with 0, with `--strict` with 1."""
    script.write_text(SCRIPT + "HOST: MiMo sold the deed.\n", encoding="utf-8")
    assert quick("check", "issue.md").returncode == 0
    assert quick("check", "issue.md", "--strict").returncode == 1


def test_lines_of_the_issue_lead_where_no_script_is_saved(quick: Run, show_folder: Path) -> None:
    """Without a script file a finding points into the issue, and tells the line of what `script` prints."""
    issue = show_folder / "issue.md"
    issue.write_text(issue.read_text(encoding="utf-8").replace("The deed", "The TVar"), encoding="utf-8")
    printed = quick("script", "issue.md").stdout.splitlines()
    number = next(n for n, row in enumerate(printed, 1) if "TVar" in row)
    assert quick("check", "issue.md").stdout.splitlines()[1] == (
        'issue.md:10: unknown-word: no voice can know how "TVar" is said; '
        f"tell it with issuecast lexicon add TVar (line {number} of the script)"
    )


def test_json_is_one_object_and_nothing_else(quick: Run, script: Path) -> None:
    """`--json` tells counts, and each finding with its severity and both lines."""
    script.write_text(
        SCRIPT + "HOST: The lighthouse at Tern Point was **sold** for $1.2M on Friday.\n", encoding="utf-8"
    )
    done = quick("check", "issue.md", "--json")
    told = json.loads(done.stdout)
    assert (done.returncode, done.stderr, told["errors"], told["warnings"]) == (1, "", 1, 0)
    (one,) = told["scripts"]
    assert (one["issue"], one["script"]) == ("issue.md", "issue.script.md")
    assert 60_000 < one["estimated_ms"] < 100_000
    assert one["findings"] == [
        {
            "name": "markup",
            "severity": "error",
            "sentence": '"**" is markup; take it out',
            "script_line": 10,
            "issue_line": 10,
        }
    ]


def test_one_bad_issue_does_not_stop_the_others(quick: Run, script: Path) -> None:
    """What can be checked is checked, scripts among the issues aside; the exit code is that of the error."""
    done = quick("check", "missing.md", "issue.md", "issue.script.md")
    assert (done.returncode, done.stdout) == (4, "0 errors, 0 warnings in 1 script\n")
    assert done.stderr.startswith("issuecast: There is no file missing.md: ")


def test_a_table_that_no_engine_takes_is_an_error(quick: Run, show_folder: Path, script: Path) -> None:
    """Before a build stands still: settings of engines are checked with the scripts."""
    with (show_folder / "show.toml").open("a", encoding="utf-8") as settings:
        settings.write('[engines.opnai]\nmodel = "tts-1"\n')
    done = quick("check", "issue.md")
    told = (
        "show.toml: there is no engine for [engines.opnai], did you mean 'openai'?: "
        "correct its name, or leave it out."
    )
    assert done.returncode == 3
    assert told in done.stdout + done.stderr


def test_a_script_that_is_not_well_formed_is_an_error(quick: Run, script: Path) -> None:
    """What build would refuse, check refuses with the same sentence and code."""
    script.write_text("# A\nHost: Hi.\n", encoding="utf-8")
    done = quick("check", "issue.md")
    assert done.returncode == 5
    assert done.stderr == (
        'issuecast: issue.script.md, line 2: "Host: Hi." looks like a line of HOST: '
        'write "HOST: ", or join it to the line above.\n'
    )
