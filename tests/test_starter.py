"""The starter show and `issuecast init`."""

from __future__ import annotations

from pathlib import Path

import pytest

from issuecast.errors import SettingsError
from issuecast.show import Show, load
from issuecast.starter import FOLDER, find, make_show


def test_made_show_is_the_starter(tmp_path: Path) -> None:
    """A new show has settings, music, templates and a sample issue, byte for byte, and its settings load."""
    made = make_show(tmp_path / "show")
    inside = {path.relative_to(tmp_path / "show").as_posix() for path in made}
    assert {
        "show.toml",
        "audio/intro.flac",
        "audio/LICENSE",
        "scripts_templates/running_order.md.j2",
    } <= inside
    assert [name for name in inside if name.startswith("issues/")] == ["issues/2026-01-12-the-quiet-grid.md"]
    assert all((FOLDER / name).read_bytes() == (tmp_path / "show" / name).read_bytes() for name in inside)
    assert load(tmp_path / "show").model_dump() == Show().model_dump()


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """A folder that already holds a part of a show is refused, and left as it is."""
    (tmp_path / "show.toml").write_text("mine")
    (tmp_path / "audio").mkdir()
    with pytest.raises(SettingsError) as caught:
        make_show(tmp_path)
    assert str(caught.value) == (
        f"{tmp_path} already has show.toml, audio: name a new folder, nothing was overwritten."
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["audio", "show.toml"]


def test_place_that_cannot_be_written(tmp_path: Path) -> None:
    """A file in the way is one sentence, and nothing is left behind."""
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingsError, match=r"cannot be made in .*: name a folder that can be written to"):
        make_show(tmp_path / "file" / "show")


def test_own_material_comes_first(tmp_path: Path) -> None:
    """What the show brings wins over the starter's file of that name."""
    assert find(tmp_path, "audio", "intro.flac") == FOLDER / "audio" / "intro.flac"
    (tmp_path / "audio").mkdir()
    (tmp_path / "audio" / "intro.flac").write_bytes(b"mine")
    assert find(tmp_path, "audio", "intro.flac") == tmp_path / "audio" / "intro.flac"
    assert find(tmp_path, "audio", "nothing.flac") is None
