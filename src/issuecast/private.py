"""`.issuecast/` of a show: what is kept there is neither published nor put under version control."""

from __future__ import annotations

from pathlib import Path

from issuecast import files


def place(show_folder: Path, *names: str) -> Path:
    """The place of that name in the show's private folder; nothing is made."""
    return show_folder.joinpath(".issuecast", *names)


def make(folder: Path, show_folder: Path) -> None:
    """Make a folder within the private one, which git passes over unless its .gitignore says otherwise.

    Raises:
        OSError: it cannot be made.
    """
    folder.mkdir(parents=True, exist_ok=True)
    ignored = place(show_folder, ".gitignore")
    if not ignored.exists():
        files.write(ignored, b"*\n")
