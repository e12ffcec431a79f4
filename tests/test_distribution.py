"""What an editor installs: the wheel, whole, and quick to start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HEAVY = {
    "aiohttp",
    "edge_tts",
    "feedgen",
    "jinja2",
    "lxml",
    "mutagen",
    "PIL",
    "pydantic",
    "pydub",
    "rich",
    "yaml",
}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--outdir", out, ROOT], check=True, capture_output=True)
    return next(out.glob("*.whl"))


def test_wheel_holds_what_is_on_disk(wheel: Path) -> None:
    """Every module, page template and piece of starter material is in the wheel, byte for byte."""
    places = {"issuecast": ROOT / "src/issuecast"}
    places |= {f"issuecast/_starter/{name}": ROOT / name for name in ("audio", "issues", "scripts_templates")}
    expected = {f"issuecast/_starter/{name}": ROOT / name for name in ("lexicon.toml", "show.toml")}
    for inside, folder in places.items():
        for file in folder.rglob("*"):
            if file.is_file() and "__pycache__" not in file.parts:
                expected[f"{inside}/{file.relative_to(folder).as_posix()}"] = file
    with zipfile.ZipFile(wheel) as packed:
        names = {name for name in packed.namelist() if ".dist-info/" not in name}
        assert names == set(expected)
        assert [name for name in names if packed.read(name) != expected[name].read_bytes()] == []


def test_wheel_builds_an_episode_in_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    """Installed in an empty environment, without a checkout, `build` needs an issue and nothing else."""
    venv.create(tmp_path / "env", with_pip=True)
    scripts = tmp_path / "env" / "bin"
    subprocess.run([scripts / "pip", "install", "-q", wheel], check=True, capture_output=True)
    folder = tmp_path / "empty"
    folder.mkdir()
    (folder / "2026-02-03-hello.txt").write_text(
        "Hello there.\n\nToday we tell one story, and it is a short one.\n"
    )
    done = subprocess.run(
        [scripts / "issuecast", "build", "2026-02-03-hello.txt", "--cast", "draft", "--json"],
        cwd=folder,
        check=True,
        capture_output=True,
        env={"PATH": os.defpath, "HOME": str(tmp_path)},
    )
    episode = json.loads(done.stdout)["episodes"][0]
    assert episode["built"]
    assert Path(episode["audio"]).parent == folder / "episodes" / episode["slug"]
    assert (folder / "episodes" / "feed.xml").is_file()


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_start_imports_nothing_heavy(argument: str) -> None:
    """The start waits for no library that only a stage needs."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "issuecast", argument],
        check=True,
        capture_output=True,
        text=True,
    )
    imported = {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in done.stderr.splitlines()}
    assert "click" in imported
    assert imported & HEAVY == set()


def test_version_is_the_packages() -> None:
    """`--version` says what is installed."""
    from issuecast import __version__

    done = subprocess.run(
        [sys.executable, "-m", "issuecast", "--version"], check=True, capture_output=True, text=True
    )
    assert done.stdout.strip() == f"issuecast, version {__version__}"
