"""The tables [engines.NAME] of show.toml, as a build and `check` see them."""

from __future__ import annotations

from pathlib import Path

import pytest

from issuecast.errors import SettingsError
from issuecast.models import Voice
from issuecast.show import Show
from issuecast.speak.casting import check_tables

from .test_engines import install


def test_every_table_must_be_an_engines() -> None:
    """A slip of the pen in a table's name, or a setting of an engine that does not speak, is no silence."""
    check_tables(Show(engines={"edge": {"concurrency": 2}, "piper": {"noise_w": 0}}))
    with pytest.raises(SettingsError) as caught:
        check_tables(Show(engines={"opnai": {"model": "tts-1"}}))
    assert str(caught.value) == (
        "show.toml: there is no engine for [engines.opnai], did you mean 'openai'?: "
        "correct its name, or leave it out."
    )


def test_all_that_is_wrong_in_the_tables_is_told_at_once() -> None:
    """Who corrects one setting does not find the next with the next build."""
    tables: dict[str, dict[str, str | float | bool]] = {
        "opnai": {},
        "edge": {"concurrency": 0, "timeout": 3},
        "silent": {"loudness": 0, "depth": 1},
    }
    with pytest.raises(SettingsError) as caught:
        check_tables(Show(engines=tables))
    assert str(caught.value) == (
        "show.toml: there is no engine for [engines.opnai], did you mean 'openai'?; "
        "engines.edge.concurrency must be a whole number from 1 to 32; "
        "there is no setting 'engines.edge.timeout', did you mean 'timeout_s'?; "
        "there is no setting 'engines.silent.loudness'; there is no setting 'engines.silent.depth': "
        "correct them, or leave them out for the defaults."
    )


def test_an_engine_that_cannot_be_loaded_may_have_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where its package is out of order, an understudy speaks: nobody knows what the settings may be."""
    install(tmp_path, "issuecast_broken", "broken = issuecast_broken:Engine", "import no_such_package\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    check_tables(Show(engines={"broken": {"reed": 3}}))


def test_an_engine_that_a_cast_names_may_be_elsewhere() -> None:
    """A show that goes from machine to machine may have a cast for one of them."""
    there = {"there": dict.fromkeys(("HOST", "ANALYST"), Voice("whistle", "low"))}
    check_tables(Show(casts=there, cast="there", engines={"whistle": {"reed": 3}}))
