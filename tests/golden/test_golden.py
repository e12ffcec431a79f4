"""The sample issues make the scripts that were read and found good."""

from __future__ import annotations

from pathlib import Path

import pytest

from golden.renew import ISSUES, golden, script


@pytest.mark.parametrize("issue", ISSUES, ids=lambda issue: issue.stem)
def test_script_is_the_golden_one(issue: Path) -> None:
    """`make golden` renews them; read what changed before you commit it."""
    assert script(issue) == golden(issue).read_text(encoding="utf-8")
