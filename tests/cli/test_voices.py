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
    monkeypatch.setenv("COLUMNS", "80")
    return lambda *arguments: CliRunner().invoke(cli, ["voices", "--show", str(show_folder), *arguments])


def test_casts_come_first(command: Voices, show_folder: Path) -> None:
    """The show's casts, its own first: who speaks, and can it be done here; then a line for each engine."""
    with (show_folder / "show.toml").open("a", encoding="utf-8") as settings:
        settings.write('[casts.odd]\nHOST = "espeak:en-us+anka"\nANALYST = "espeek:en"\n')
    casts, engines_, last = command().output.split("\n\n")
    assert casts.splitlines()[:8] == [
        "mute, the show's cast",
        "  HOST     silent:low                         can speak here",
        "  ANALYST  silent:high                        can speak here",
        "neural",
        "  HOST     edge:en-US-AndrewNeural            cannot speak here",
        "  ANALYST  edge:en-US-EmmaMultilingualNeural  cannot speak here",
        "  edge has no connection to 127.0.0.1:9 (Connection refused): check the",
        "  connection and HTTPS_PROXY, or name another cast with --cast.",
    ]
    told = casts.partition("\nodd\n")[2].splitlines()
    assert told == [
        "  HOST     espeak:en-us+anka                  cannot speak here",
        "  ANALYST  espeek:en                          cannot speak here",
        "  espeak has no voice 'en-us+anka', did you mean 'en-us+anika'?: see issuecast",
        "  voices --engine espeak.",
        "  There is no voice engine 'espeek', did you mean 'espeak'?: use one of edge,",
        "  espeak, flite, openai, piper, silent, or install the package that brings it.",
    ]
    rows = engines_.splitlines()
    assert re.fullmatch(
        r"espeak  \d+ voices for \d+ languages, each also in \d+ variants",
        next(row for row in rows if row.startswith("espeak")),
    )
    assert "silent  takes any name" in rows
    assert "edge    cannot run here, as told above" in rows
    assert last == "To list voices: issuecast voices --engine espeak --language de\n"


def test_voices_are_named_as_in_show_toml(command: Voices) -> None:
    """Voices as a cast names them, in columns; variants are told once."""
    rows = command("--engine", "espeak", "--language", "pt").output.splitlines()
    assert rows[0].startswith("espeak  3 voices for pt, pt-br, pt-pt, each also in ")
    assert rows[1:3] == ["  espeak:pt  espeak:pt-br  espeak:pt-pt", "  Variants, as in espeak:pt+Alex:"]
    assert rows[3].split()[0] == "Alex"


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_lists_fit_the_terminal(command: Voices, monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    """No row is longer than the terminal is wide, and every voice is there once."""
    monkeypatch.setenv("COLUMNS", str(columns))
    output = command("--engine", "espeak").output
    assert max(map(len, output.splitlines())) <= columns
    plain = [name for name in re.findall(r"espeak:\S+", output) if "+" not in name]
    told = json.loads(command("--engine", "espeak", "--json").output)
    names = [one["voice"] for one in told["engines"][0]["voices"]]
    assert sorted(plain) == sorted(name for name in names if "+" not in name)


def test_whom_the_show_casts_is_marked(command: Voices) -> None:
    """A voice that plays a role comes first, with it, even if it is one of many variants."""
    rows = command("--engine", "espeak", "--language", "en-us").output.splitlines()
    host, analyst = (row.split(maxsplit=1) for row in rows[1:3])
    assert host == ["espeak:en-us", "HOST in draft"]
    assert analyst[0].startswith("espeak:en-us+")
    assert analyst[1] == "ANALYST in draft"


def test_an_engine_that_cannot_run_is_told_and_is_no_failure(command: Voices) -> None:
    """All engines are listed, those that cannot run here last and with the reason."""
    done = command("--language", "tlh")
    assert done.exit_code == 0
    assert "silent  takes any name\n" in done.output
    assert "espeak  has no voice for that language\n" in done.output
    assert done.output.index("silent") < done.output.index(
        "edge  cannot run here. edge has no connection to 127.0.0.1:9 (Connection\n"
        "  refused): check the connection and HTTPS_PROXY, or name another cast with\n"
        "  --cast.\n"
    )


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
    assert "casts" not in told


def test_json_has_the_casts(command: Voices) -> None:
    """Not narrowed down it tells of each cast who speaks, and why not if that is impossible here."""
    casts = {one["cast"]: one["roles"] for one in json.loads(command("--json").output)["casts"]}
    assert casts["mute"][0] == {"role": "HOST", "voice": "silent:low", "problem": None, "way_out": None}
    assert casts["neural"][1] == {
        "role": "ANALYST",
        "voice": "edge:en-US-EmmaMultilingualNeural",
        "problem": "edge has no connection to 127.0.0.1:9 (Connection refused)",
        "way_out": "check the connection and HTTPS_PROXY, or name another cast with --cast",
    }


def test_wrong_settings_of_one_engine_do_not_hide_the_others(command: Voices, show_folder: Path) -> None:
    """A mistake in an engine's table is that engine's."""
    settings = (show_folder / "show.toml").read_text(encoding="utf-8") + "[engines.silent]\npitch = 3\n"
    (show_folder / "show.toml").write_text(settings, encoding="utf-8")
    output = command("--language", "de").output
    assert (
        "silent  cannot run here. show.toml: there is no setting 'engines.silent.pitch':\n  leave it out.\n"
    ) in output
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
    assert done.output.splitlines()[1].split() == ["espeak:de", str(folder / "espeak-de.wav")]
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
