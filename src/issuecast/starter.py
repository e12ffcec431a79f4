"""Where the starter material is: music, templates, settings, a sample issue.

A checkout (and so an editable install) has it at the repository's root; a wheel carries it in the package.
A show's own folder is searched first, the starter second.
"""

from __future__ import annotations

from pathlib import Path

_IN_WHEEL = Path(__file__).parent / "_starter"
_IN_CHECKOUT = Path(__file__).parents[2]

FOLDER: Path = _IN_WHEEL if _IN_WHEEL.is_dir() else _IN_CHECKOUT
"""The starter show's folder."""


def places(show_folder: Path, folder: str) -> tuple[Path, ...]:
    """The folders of that name in search order, such as `places(show.folder, "audio")`."""
    return (show_folder / folder, FOLDER / folder)


def find(show_folder: Path, folder: str, name: str) -> Path | None:
    """The first file of that name in the places for `folder`, or None."""
    return next((p / name for p in places(show_folder, folder) if (p / name).is_file()), None)
