"""What an issue is known by: it is published with the episode's record, so it tells no path of a machine."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path

_ELSEWHERE = re.compile(r"elsewhere-[0-9a-f]{8}/")


def known_as(file: Path, show_folder: Path) -> str:
    """The file's path in the show; elsewhere its name behind a digest of the way there from the show.

    So two files of one name are two issues, and stay what they are if they are moved along with the show.
    """
    whole = file.resolve()
    if whole.is_relative_to(show_folder):
        return whole.relative_to(show_folder).as_posix()
    try:
        way = Path(os.path.relpath(whole.parent, show_folder)).as_posix()
    except ValueError:  # on another drive
        way = whole.parent.as_posix()
    return f"elsewhere-{hashlib.sha256(os.fsencode(way)).hexdigest()[:8]}/{whole.name}"


def is_elsewhere(name: str) -> bool:
    """Whether that is the name of an issue outside of the show, of which nobody can tell if it is gone."""
    return _ELSEWHERE.match(name) is not None


def was_known_as(name: str) -> str:
    """How older records have an issue outside of the show: by its file name alone; "" for any other."""
    return _ELSEWHERE.sub("", name) if is_elsewhere(name) else ""
