"""Where the starter material is: music, templates, settings, a sample issue.

A checkout (and so an editable install) has it at the repository's root; a wheel carries it in the package.
A show's own folder is searched first, the starter second.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from issuecast.errors import SettingsError

_IN_WHEEL = Path(__file__).parent / "_starter"
_IN_CHECKOUT = Path(__file__).parents[2]

FOLDER: Path = _IN_WHEEL if _IN_WHEEL.is_dir() else _IN_CHECKOUT
"""The starter show's folder."""

_PARTS = ("show.toml", "audio", "scripts_templates", "issues")
"""What makes a show; hatchling packs the same four into the wheel."""


def places(show_folder: Path, folder: str) -> tuple[Path, ...]:
    """The folders of that name in search order, such as `places(show.folder, "audio")`."""
    return (show_folder / folder, FOLDER / folder)


def find(show_folder: Path, folder: str, name: str) -> Path | None:
    """The first file of that name in the places for `folder`, or None."""
    return next((p / name for p in places(show_folder, folder) if (p / name).is_file()), None)


def make_show(folder: Path) -> tuple[Path, ...]:
    """Copy the starter show into `folder`, which may exist but holds no show yet.

    Returns:
        The files that were made, in the order of their paths.

    Raises:
        SettingsError: something would be overwritten, or cannot be written; then nothing is left behind.
    """
    if taken := [part for part in _PARTS if (folder / part).exists()]:
        raise SettingsError(
            f"{folder.resolve()} already has {', '.join(taken)}", "name a new folder, nothing was overwritten"
        )
    made: list[Path] = []
    try:
        for source in _files():
            target = folder / source.relative_to(FOLDER)
            target.parent.mkdir(parents=True, exist_ok=True)
            made.append(target)
            shutil.copyfile(source, target)
    except OSError as error:
        for target in made:
            target.unlink(missing_ok=True)
        raise SettingsError(
            f"A show cannot be made in {folder.resolve()} ({error.strerror})",
            "name a folder that can be written to",
        ) from error
    return tuple(made)


def _files() -> list[Path]:
    """The starter's files; in a checkout, whatever an editor may have built or cached is left out."""
    found = [path for part in _PARTS for path in (FOLDER / part, *sorted((FOLDER / part).rglob("*")))]
    return [p for p in found if p.is_file() and "__pycache__" not in p.parts and ".script." not in p.name]
