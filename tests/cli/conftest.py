"""The command line without a process of its own, for tests that run many commands."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Run
from issuecast.cli import main


@pytest.fixture
def quick(show_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `issuecast` in the show's folder; returns exit code, stdout and stderr."""

    def issuecast(*arguments: str) -> subprocess.CompletedProcess[str]:
        monkeypatch.chdir(show_folder)
        monkeypatch.setattr(sys, "argv", ["issuecast", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
        told = capsys.readouterr()
        return subprocess.CompletedProcess(arguments, int(left.value.code or 0), told.out, told.err)

    return issuecast
