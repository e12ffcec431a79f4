"""The whole of show.toml."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import Field, model_validator

from issuecast.errors import SettingsError, did_you_mean
from issuecast.models import Cast
from issuecast.show.feed import Categories, Feed
from issuecast.show.site import BaseUrl, Clock, Publish, Site, Theme, Timezone
from issuecast.show.sound import Audio, Loudness, MusicSettings
from issuecast.show.table import SettingsTable
from issuecast.show.text import STARTER_EDITIONS, Edition, Editions, Reading, ScriptSettings, Sponsor
from issuecast.show.voices import STARTER_CASTS, Casts, EngineSettings, Role, Voicing

FILE_NAME = "show.toml"


class Show(SettingsTable):
    """A show's settings, checked, and the folder that it lives in."""

    folder: Path = Field(default=Path(), exclude=True)

    title: str = Field("The Morning Wire", min_length=1)
    author: str = "The Morning Wire"
    email: str = ""
    description: str = "The newsletter, read aloud: what happened and what it means."
    base_url: BaseUrl = "http://localhost:8000/"
    language: str = Field("en-US", pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")
    category: Categories = ("Technology",)
    cover: str = ""
    timezone: Timezone = "UTC"
    publish_at: Clock = time(6)
    cast: str = "neural"
    understudies: tuple[str, ...] = ("offline", "draft")
    review: Literal[False] = False

    roles: Mapping[str, Role] = Field({"HOST": Role(), "ANALYST": Role()}, min_length=1)
    casts: Casts = STARTER_CASTS
    engines: Mapping[str, EngineSettings] = {}
    voicing: Voicing = Voicing()
    music: MusicSettings = MusicSettings()
    loudness: Loudness = Loudness()
    audio: Audio = Audio()
    sections: Mapping[str, str] = {}
    reading: Reading = Reading()
    script: ScriptSettings = ScriptSettings()
    sponsor: Sponsor = Sponsor()
    editions: Editions = STARTER_EDITIONS
    feed: Feed = Feed()
    theme: Theme = Theme()
    site: Site = Site()
    publish: Publish = Publish()

    @model_validator(mode="after")
    def _casts_exist_and_know_the_roles(self) -> Show:
        for name in (self.cast, *self.understudies):
            if name not in self.casts:
                raise ValueError(f"there is no cast {name!r}{did_you_mean(name, self.casts)}")
            silent = [role for role in self.roles if role not in self.casts[name]]
            if silent:
                raise ValueError(f"cast {name!r} has no voice for {', '.join(silent)}")
        return self

    @property
    def episodes(self) -> Path:
        """The folder that is published; it need not exist."""
        return self.folder / "episodes"

    def role_named(self, name: str) -> Role:
        """The settings of a role.

        Raises:
            SettingsError: the show has no such role.
        """
        if name not in self.roles:
            raise SettingsError(
                f"The show has no role {name!r}{did_you_mean(name, self.roles)}",
                f"use one of {', '.join(self.roles)}",
            )
        return self.roles[name]

    def cast_named(self, name: str) -> Cast:
        """The cast of that name.

        Raises:
            SettingsError: there is none.
        """
        if name not in self.casts:
            raise SettingsError(
                f"The show has no cast {name!r}{did_you_mean(name, self.casts)}",
                f"use one of {', '.join(self.casts)}, or add [casts.{name}] to {FILE_NAME}",
            )
        return Cast(name, self.casts[name])

    def edition_named(self, name: str) -> Edition:
        """The edition of that name.

        Raises:
            SettingsError: there is none.
        """
        if name not in self.editions:
            raise SettingsError(
                f"The show has no edition {name!r}{did_you_mean(name, self.editions)}",
                f"use one of {', '.join(self.editions)}, or add [editions.{name}] to {FILE_NAME}",
            )
        return self.editions[name]

    def published(self, day: date) -> datetime:
        """When the episode of that day is dated: the day at `publish_at` in `timezone`."""
        return datetime.combine(day, self.publish_at, ZoneInfo(self.timezone))
