"""show.toml → Show: the only place where settings are read and checked."""

from __future__ import annotations

from issuecast.show.categories import above as category_above
from issuecast.show.feed import UPDATES, Feed, OtherShow, Person
from issuecast.show.load import load
from issuecast.show.show import FILE_NAME, Show
from issuecast.show.site import Theme
from issuecast.show.sound import Audio, Loudness, MusicSettings
from issuecast.show.text import Edition, Reading, ScriptSettings, Sponsor
from issuecast.show.voices import Role, Voicing, heard

__all__ = [
    "FILE_NAME",
    "UPDATES",
    "Audio",
    "Edition",
    "Feed",
    "Loudness",
    "MusicSettings",
    "OtherShow",
    "Person",
    "Reading",
    "Role",
    "ScriptSettings",
    "Show",
    "Sponsor",
    "Theme",
    "Voicing",
    "category_above",
    "heard",
    "load",
]
