"""The templates of the pages: ours, and before them those in the show's folder, `site_templates/`.

A template of the show's may build on the one that it stands for: `{% extends "issuecast/episode.html.j2" %}`.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from issuecast.show import Show

OURS = Path(__file__).parent / "site"
_FOLDER = "site_templates"


def folder(show: Show) -> Path:
    """Where the show's own templates are; it need not exist."""
    return show.folder / _FOLDER


def overridden(show: Show) -> str:
    """A digest of the show's own templates, "" if it has none."""
    files = sorted(folder(show).rglob("*.j2"))
    if not files:
        return ""
    told = (f"{file.relative_to(folder(show))}\0".encode() + file.read_bytes() for file in files)
    return hashlib.sha256(b"\0".join(told)).hexdigest()
