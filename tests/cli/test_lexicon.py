"""`issuecast lexicon`: add, check, list."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from issuecast.cli import cli
from issuecast.errors import SettingsError

ISSUE = """\
---
title: Quay News
date: 2026-03-02
---

The quayctl of Ngwrth Point beat IBM by 5%.
"""


@pytest.fixture
def show(tmp_path: Path) -> Path:
    (tmp_path / "issue.md").write_text(ISSUE, encoding="utf-8")
    return tmp_path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, ["lexicon", *map(str, arguments)], catch_exceptions=False)


def test_what_is_added_is_listed_and_no_longer_unknown(show: Path) -> None:
    """`check` names what nobody knows to say, `add` teaches it, `list` shows it."""
    before = run("check", show / "issue.md", "--show", show)
    assert [row.split()[0] for row in before.stdout.splitlines()] == ["quayctl", "Ngwrth"]
    assert before.stderr == "2 to look at. Teach one: issuecast lexicon add NAME --say WORDS\n"
    added = run("add", "quayctl", "--say", "key control", "--show", show)
    assert added.stderr == f'{show / "lexicon.toml"}: quayctl. Hear it with: issuecast say "quayctl"\n'
    run("add", "Ngwrth", "--ipa", "nɡɝθ", "--say", "en girth", "--show", show)
    assert "quayctl                  key control\n" in run("list", "--show", show).stdout
    after = run("check", show / "issue.md", "--show", show)
    assert (after.stdout, after.stderr) == ("", "No name is unknown.\n")


def test_add_wants_a_way(show: Path) -> None:
    """Without a way to say it there is nothing to write."""
    done = run("add", "quayctl", "--show", show)
    assert done.exit_code == 2
    assert "Tell how it is said: --say, --letters, --word or --ipa." in done.stderr


def test_names_known_by_sounds_only_are_told(show: Path) -> None:
    """An engine that takes no sounds gets the name as it is written, and the editor is told."""
    (show / "show.toml").write_text(
        'cast = "mute"\nunderstudies = []\n[casts.mute]\nHOST = "silent:a"\nANALYST = "silent:b"\n',
        encoding="utf-8",
    )
    (show / "lexicon.toml").write_text(
        '[names]\nquayctl = { say = "key" }\nNgwrth = { ipa = "nɝθ" }\n', encoding="utf-8"
    )
    told = run("check", show / "issue.md", "--show", show).stderr
    assert told.startswith("Given by sounds only, so silent may say them in their own way: Ngwrth.\n")


def test_a_language_without_rules_is_told(show: Path) -> None:
    """Where numbers are left to the voice, the editor is told so."""
    (show / "show.toml").write_text('language = "it-IT"\n', encoding="utf-8")
    told = run("check", show / "issue.md", "--show", show).stderr
    assert told.startswith("Numbers and dates of it-IT have no rules: voices read them in their own way.\n")


def test_a_bad_lexicon_is_one_error(show: Path) -> None:
    """All bad entries are told in one sentence that names the file and the lines."""
    file = show / "lexicon.toml"
    file.write_text("[names]\nA = 1\nB = {}\n", encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        run("list", "--show", show)
    assert str(caught.value) == (
        f'{file.resolve()}: line 2, A: an entry is a respelling, such as "SHAOW-mee", or a table, such as '
        "{ letters = true }; line 3, B: an entry has one of say, letters, word, ipa (or ipa with say), "
        "this has none: correct it, or take the entry out."
    )
