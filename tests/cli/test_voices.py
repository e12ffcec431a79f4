"""`issuecast voices`, run as an editor runs it."""

from __future__ import annotations

import json
import re
import wave
from array import array
from collections.abc import Callable
from pathlib import Path

import edge_tts.constants
import pytest
from click.testing import CliRunner, Result

from issuecast.cli import cli
from issuecast.errors import SettingsError, VoiceError
from issuecast.speak import engines

Voices = Callable[..., Result]

MUTE = "http://127.0.0.1:9/voices/list?token=x"
"""Nobody listens there."""


@pytest.fixture
def command(show_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Voices:
    """Run the command on the show, off the network."""
    monkeypatch.setattr(edge_tts.constants, "VOICE_LIST", MUTE)
    return lambda *arguments: CliRunner().invoke(cli, ["voices", "--show", str(show_folder), *arguments])


def test_voices_are_named_as_in_show_toml(command: Voices) -> None:
    """A voice a line, with its language and what it plays; variants are told once."""
    rows = command("--engine", "espeak", "--language", "de").output.splitlines()
    assert rows[0].split() == ["espeak:de", "de"]
    assert rows[-1].startswith("  any of them also with a variant, as in de+NAME: Alex, ")
    assert len(rows) == 2


def test_whom_the_show_casts_is_marked(command: Voices) -> None:
    """A voice that plays a role is listed with it, even if it is one of many variants."""
    output = command("--engine", "espeak", "--language", "en-us").output
    (host,) = (row for row in output.splitlines() if row.endswith("HOST in draft"))
    (analyst,) = (row for row in output.splitlines() if row.endswith("ANALYST in draft"))
    assert host.split()[0] == "espeak:en-us"
    assert analyst.split()[0].startswith("espeak:en-us+")


def test_an_engine_that_cannot_run_is_told_and_is_no_failure(command: Voices) -> None:
    """All engines are listed, those that cannot run here with the reason."""
    done = command("--language", "tlh")
    assert done.exit_code == 0
    assert "silent:… takes any name" in done.output.splitlines()
    assert (
        "edge cannot run here. edge has no connection to 127.0.0.1:9 (Connection refused): "
        "check the connection and HTTPS_PROXY, or name another cast with --cast."
    ) in done.output.splitlines()


def test_an_engine_that_was_asked_for_must_run(command: Voices) -> None:
    """Who asks for one engine gets its voices or its error."""
    error = command("--engine", "edge").exception
    assert isinstance(error, VoiceError)
    assert error.problem == "edge has no connection to 127.0.0.1:9 (Connection refused)"
    error = command("--engine", "espeek").exception
    assert isinstance(error, VoiceError)
    assert error.problem == "There is no voice engine 'espeek', did you mean 'espeak'?"


def test_json_has_every_voice(command: Voices) -> None:
    """One object: engines with their version or their problem, and their voices."""
    told = json.loads(command("--json", "--language", "de").output)
    by_name = {one["engine"]: one for one in told["engines"]}
    assert sorted(by_name) == list(engines.installed())
    espeak = by_name["espeak"]
    assert (espeak["problem"], espeak["version"].split()[0]) == (None, "espeak-ng")
    assert espeak["voices"][0] == {"voice": "espeak:de", "language": "de", "cast": []}
    assert len(espeak["voices"]) > 50
    assert by_name["edge"]["problem"] == "edge has no connection to 127.0.0.1:9 (Connection refused)"
    assert by_name["edge"]["voices"] == []


def test_wrong_settings_of_one_engine_do_not_hide_the_others(command: Voices, show_folder: Path) -> None:
    """A mistake in an engine's table is that engine's."""
    settings = (show_folder / "show.toml").read_text(encoding="utf-8") + "[engines.silent]\npitch = 3\n"
    (show_folder / "show.toml").write_text(settings, encoding="utf-8")
    output = command("--language", "de").output
    assert (
        "silent cannot run here. show.toml: there is no setting 'engines.silent.pitch': leave it out."
        in output
    )
    assert "espeak:de" in output
    assert isinstance(command("--engine", "silent").exception, SettingsError)


def test_only_some_engines_fetch_voices(command: Voices) -> None:
    """Where there is nothing to fetch, it is said."""
    error = command("install", "espeak:de").exception
    assert str(error) == (
        "The voices of espeak are not fetched: name one of them, see issuecast voices --engine espeak."
    )
    done = command("install", "lessac")
    assert done.exit_code == 2
    assert "Name the voice as ENGINE:NAME, such as piper:en_US-lessac-medium." in done.output


def test_voices_are_heard_on_request(command: Voices, tmp_path: Path) -> None:
    """With a folder, every voice that is listed says a sentence in its language into a file there."""
    folder = tmp_path / "heard"
    done = command("--engine", "espeak", "--language", "de", "--samples", str(folder))
    assert done.output.splitlines()[0].split() == ["espeak:de", "de", str(folder / "espeak-de.wav")]
    with wave.open(str(folder / "espeak-de.wav")) as sound:
        seconds = sound.getnframes() / sound.getframerate()
        assert 3 < seconds < 10
        assert max(array("h", sound.readframes(sound.getnframes()))) > 5_000
    told = json.loads(
        command("--engine", "espeak", "--language", "de", "--samples", str(folder), "--json").output
    )
    assert told["engines"][0]["voices"][0]["sample"] == str(folder / "espeak-de.wav")


def test_too_many_voices_are_not_heard(command: Voices, tmp_path: Path) -> None:
    """Hundreds of requests are made by mistake only."""
    error = command("--engine", "espeak", "--samples", str(tmp_path / "heard")).exception
    assert re.fullmatch(
        r"\d+ voices are too many to be heard, 60 are not: narrow them down with --engine and --language\.",
        str(error),
    )
    assert not (tmp_path / "heard").exists()
