"""show.toml → Show: the only place where settings are read and checked."""

from __future__ import annotations

from issuecast.show.load import load
from issuecast.show.show import FILE_NAME, Show
from issuecast.show.site import Theme
from issuecast.show.sound import Audio, Loudness, MusicSettings
from issuecast.show.text import Edition, Reading, ScriptSettings, Sponsor
from issuecast.show.voices import Role, Voicing, heard

__all__ = [
    "FILE_NAME",
    "Audio",
    "Edition",
    "Loudness",
    "MusicSettings",
    "Reading",
    "Role",
    "ScriptSettings",
    "Show",
    "Sponsor",
    "Theme",
    "Voicing",
    "heard",
    "load",
]
