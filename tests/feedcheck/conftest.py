"""A show whose feed keeps every rule, and copies of it to be spoiled."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from issuecast.show import Show
from publish.conftest import mp3

from .whole import Copy, build, complete

__all__ = ["mp3"]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, mp3: bytes) -> Show:
    """A show as it is built."""
    return build(tmp_path_factory.mktemp("built"), mp3)


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory, built: Show) -> Show:
    """The same with all that a feed may have."""
    folder = tmp_path_factory.mktemp("whole") / "show"
    shutil.copytree(built.folder, folder)
    show = built.model_copy(update={"folder": folder})
    complete(show)
    return show


@pytest.fixture
def copy(whole: Show, tmp_path: Path) -> Copy:
    """A copy of the whole show."""
    shutil.copytree(whole.folder, tmp_path / "show", ignore=shutil.ignore_patterns("assets", "*.html"))
    for page in whole.episodes.rglob("transcript.html"):
        shutil.copy(page, tmp_path / "show" / page.relative_to(whole.folder))
    return Copy(whole.model_copy(update={"folder": tmp_path / "show"}))
