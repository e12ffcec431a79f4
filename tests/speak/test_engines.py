from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from issuecast.errors import EngineUnavailable, SettingsError, VoiceError
from issuecast.models import Voice
from issuecast.speak import engines
from issuecast.speak.request import Request
from issuecast.speak.studio import record

STRANGER = """
from issuecast.models import Take

class WhistleEngine:
    name = "whistle"
    version = "1.0"
    concurrency = 1

    def check(self): ...

    def voices(self):
        return ("low", "high")

    def speak(self, text, voice, delivery):
        period = 80 if voice == "low" else 40
        return Take((b"\\x00\\x20" * period + b"\\x00\\xe0" * period) * (12 * len(text)), 16_000)
"""


def install(folder: Path, name: str, entry_point: str, code: str) -> None:
    """What pip leaves of a package with one module and one entry point."""
    (folder / f"{name}.py").write_text(code, encoding="utf-8")
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[{engines.GROUP}]\n{entry_point}\n", encoding="utf-8")


def test_a_strangers_engine_comes_by_the_same_door(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package with an entry point adds an engine, without a line of ours."""
    install(tmp_path, "issuecast_whistle", "whistle = issuecast_whistle:WhistleEngine", STRANGER)
    monkeypatch.syspath_prepend(str(tmp_path))
    engine = engines.find("whistle")
    request = Request("Hey friend.", Voice("whistle", "high"))
    take = record([request], {"whistle": engine}, lambda _: None)[request]
    assert take.rate_hz == 16_000
    assert take.duration_ms == 660


def test_an_engine_whose_parts_are_missing_cannot_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An engine that does not import is out of order, not unknown: an understudy may stand in."""
    install(tmp_path, "issuecast_broken", "broken = issuecast_broken:Engine", "import no_such_package\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(EngineUnavailable) as caught:
        engines.find("broken")
    assert str(caught.value) == (
        "the engine broken cannot be loaded (No module named 'no_such_package'): "
        "install it again, or name another cast with --cast."
    )


def test_an_unknown_engine_is_told_with_the_known() -> None:
    """A slip of the pen is met with the likeliest name."""
    with pytest.raises(VoiceError) as caught:
        engines.find("espeek")
    assert caught.type is VoiceError
    assert str(caught.value) == (
        "There is no voice engine 'espeek', did you mean 'espeak'?: "
        f"use one of {', '.join(engines.installed())}, or install the package that brings it."
    )


def test_settings_reach_an_engine_before_all_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine gets its table of show.toml and the show's folder."""
    tuned = (
        STRANGER
        + """
    def configure(self, settings, folder):
        self.told = (settings, folder)
"""
    )
    install(tmp_path, "issuecast_tuned", "tuned = issuecast_tuned:WhistleEngine", tuned)
    monkeypatch.syspath_prepend(str(tmp_path))
    engine: Any = engines.find("tuned", {"reed": 3}, tmp_path)
    assert engine.told == ({"reed": 3}, tmp_path)


def test_an_engine_without_settings_refuses_any() -> None:
    """A table for an engine that has no settings is a mistake."""
    with pytest.raises(SettingsError) as caught:
        engines.find("silent", {"loudness": 0})
    assert str(caught.value) == ("show.toml: there is no setting 'engines.silent.loudness': leave it out.")


def test_an_unknown_setting_is_told_with_the_known() -> None:
    """A slip of the pen in an engine's table is met with the likeliest name."""
    assert str(engines.unknown_setting("openai", "modle", ("base_url", "model"))) == (
        "show.toml: there is no setting 'engines.openai.modle', did you mean 'model'?: "
        "use one of base_url, model, or leave it out."
    )


def test_an_engine_is_loaded_only_when_it_is_asked_for() -> None:
    """Who wants silence does not wait for the network's libraries."""
    code = "import sys; from issuecast.speak import engines; engines.find('silent'); print(*sys.modules)"
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert not {"edge_tts", "aiohttp", "espeakng_loader"} & set(process.stdout.split())
