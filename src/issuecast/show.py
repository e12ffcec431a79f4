"""show.toml → Show: the only place where settings are read and checked."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Annotated, Any, Literal, TypeAlias
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)
from pydantic_core import ErrorDetails

from issuecast.errors import SettingsError, did_you_mean
from issuecast.models import Cast, Delivery, Voice

FILE_NAME = "show.toml"


def _voice(value: object) -> object:
    if isinstance(value, Voice):
        return value
    if not isinstance(value, str) or not re.fullmatch(r"[a-z][\w-]*:\S.*", value):
        raise ValueError('must be "engine:voice", such as "edge:en-US-AndrewNeural"')
    engine, name = value.split(":", 1)
    return Voice(engine, name)


def _base_url(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", value):
        raise ValueError('must be an http or https address, such as "https://example.org/podcast/"')
    return value.rstrip("/") + "/"


def _timezone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError('must be a time zone such as "Europe/Berlin"') from error
    return value


def _accent(value: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        raise ValueError('must be a colour such as "#0b6e4f"')
    return value.lower()


def _clock(value: object) -> object:
    if isinstance(value, str) and re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value):
        return time.fromisoformat(value)
    if isinstance(value, time):
        return value
    raise ValueError('must be a time of day such as "06:00"')


VoiceSetting: TypeAlias = Annotated[Voice, BeforeValidator(_voice)]


_STARTER_CASTS: Mapping[str, Mapping[str, Voice]] = {
    "neural": {
        "HOST": Voice("edge", "en-US-AndrewNeural"),
        "ANALYST": Voice("edge", "en-US-EmmaMultilingualNeural"),
    },
    "offline": {"HOST": Voice("flite", "rms"), "ANALYST": Voice("flite", "slt")},
    "draft": {"HOST": Voice("espeak", "en-us"), "ANALYST": Voice("espeak", "en-us+f1")},
}


def _with_starter_casts(value: object) -> object:
    """A show adds its casts to the starter's, so that an understudy is there even if it names none."""
    return {**_STARTER_CASTS, **value} if isinstance(value, dict) else value


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Role(_Table):
    """Its spoken name, how it speaks against its voice's own way (percent), and how its sound is treated.

    `highpass_hz` and `compression` (a ratio) are gentle by default; 0 and 1 leave the voice as it is.
    """

    name: str = ""
    rate: int = Field(0, ge=-50, le=100)
    pitch: int = Field(0, ge=-50, le=50)
    volume: int = Field(0, ge=-90, le=50)
    highpass_hz: float = Field(70, ge=0, le=300)
    compression: float = Field(2, ge=1, le=8)
    deess: float = Field(0, ge=0, le=1)

    @property
    def delivery(self) -> Delivery:
        return Delivery(self.rate, self.pitch)


_Piece: TypeAlias = Literal["intro", "bed", "sting", "outro", "under"]


class MusicSettings(_Table):
    """Files in audio/; "" for none. The voice enters over the intro's tail, or at its end if sooner.

    `gain_db` is by the name of a piece, against its usual level; at +3 dB it is still 15 LU under speech.
    `under` has the file of a bed for chapters whose title matches a pattern.
    """

    intro: str = "intro.flac"
    bed: str = "bed.flac"
    sting: str = "sting.flac"
    outro: str = "outro.flac"
    voice_enters_ms: int = Field(6500, ge=0)
    gain_db: Mapping[_Piece, Annotated[float, Field(ge=-24, le=3)]] = {}
    under: Mapping[str, str] = {}


class Loudness(_Table):
    """Targets as in ITU-R BS.1770; the defaults are Apple Podcasts' recommendation."""

    target_lufs: float = Field(-16, ge=-31, le=-9)
    peak_dbtp: float = Field(-1, ge=-9, le=-0.1)


def _in_one_order(formats: tuple[_Format, ...]) -> tuple[_Format, ...]:
    return tuple(sorted(set(formats)))


_Format: TypeAlias = Literal["aac", "opus"]


class Audio(_Table):
    """Formats that an episode has beside MP3."""

    alternates: Annotated[tuple[_Format, ...], AfterValidator(_in_one_order)] = ()


class Reading(_Table):
    """What is read of an issue, and how long it may be; a mail and a feed count with all they hold."""

    max_text_mb: float = Field(2, gt=0, le=100)
    max_email_mb: float = Field(20, gt=0, le=1000)
    subscriber_parts: bool = False


class ScriptSettings(_Table):
    """What the ear gets of that which the eye has: docs/script.md tells the convention."""

    links_of_a_list: int = Field(6, ge=1)
    images: Literal["describe", "skip"] = "describe"
    code: Literal["name", "skip"] = "name"
    tables: Literal["sum up", "skip"] = "sum up"
    footnotes: Literal["skip", "speak"] = "skip"
    disclosure: bool = True


class Sponsor(_Table):
    policy: Literal["keep", "second voice", "end", "drop"] = "keep"


class Edition(_Table):
    """A version of the same issue: how long it may be (0: as long as it is), and whether it has a feed of its
    own; without one its episodes are in the show's.
    """

    minutes: float = Field(0, ge=0, le=240)
    feed: bool = False


EditionName: TypeAlias = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
"""Part of slugs and of file names."""

_STARTER_EDITIONS: Mapping[str, Edition] = {"full": Edition(), "brief": Edition(minutes=2.5)}


def _with_starter_editions(value: object) -> object:
    return {**_STARTER_EDITIONS, **value} if isinstance(value, dict) else value


class Feed(_Table):
    pass


class Theme(_Table):
    accent: Annotated[str, AfterValidator(_accent)] = "#0b6e4f"


class Publish(_Table):
    pass


class Show(_Table):
    """A show's settings, checked, and the folder that it lives in."""

    folder: Path = Field(default=Path(), exclude=True)

    title: str = Field("The Morning Wire", min_length=1)
    author: str = "The Morning Wire"
    email: str = ""
    description: str = "The newsletter, read aloud: what happened and what it means."
    base_url: Annotated[str, AfterValidator(_base_url)] = "http://localhost:8000/"
    language: str = Field("en-US", pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")
    category: str = "Technology"
    cover: str = ""
    timezone: Annotated[str, AfterValidator(_timezone)] = "UTC"
    publish_at: Annotated[time, BeforeValidator(_clock)] = time(6)
    cast: str = "neural"
    understudies: tuple[str, ...] = ("offline", "draft")
    review: Literal[False] = False

    roles: Mapping[str, Role] = Field({"HOST": Role(), "ANALYST": Role()}, min_length=1)
    casts: Annotated[Mapping[str, Mapping[str, VoiceSetting]], BeforeValidator(_with_starter_casts)] = (
        _STARTER_CASTS
    )
    engines: Mapping[str, Mapping[str, str | float | bool]] = {}
    music: MusicSettings = MusicSettings()
    loudness: Loudness = Loudness()
    audio: Audio = Audio()
    sections: Mapping[str, str] = {}
    reading: Reading = Reading()
    script: ScriptSettings = ScriptSettings()
    sponsor: Sponsor = Sponsor()
    editions: Annotated[Mapping[EditionName, Edition], BeforeValidator(_with_starter_editions)] = (
        _STARTER_EDITIONS
    )
    feed: Feed = Feed()
    theme: Theme = Theme()
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


def load(folder: Path) -> Show:
    """The show in `folder`; a folder without show.toml is a show with the starter's settings.

    Raises:
        SettingsError: naming every problem of the file at once.
    """
    if not folder.is_dir():
        raise SettingsError(f"There is no folder {folder}", "name a show's folder, or run issuecast init")
    file = folder / FILE_NAME
    try:
        settings = tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file} is not valid TOML ({error})", "correct it") from error
    except OSError as error:
        raise SettingsError(f"{file} cannot be read ({error.strerror})", "make it readable") from error
    if "folder" in settings:
        raise SettingsError(f"{file}: 'folder' is no setting", "take it out")
    try:
        return Show(**settings, folder=folder.resolve())
    except ValidationError as error:
        problems = "; ".join(_sentence(detail) for detail in error.errors())
        raise SettingsError(f"{file}: {problems}", "correct it, or leave it out for the default") from error


def _sentence(detail: ErrorDetails) -> str:
    """One problem as pydantic tells it, in the editor's words."""
    place = ".".join(str(part) for part in detail["loc"])
    if detail["type"] == "extra_forbidden":
        *tables, key = (str(part) for part in detail["loc"])
        known = _keys_of(tables)
        return f"there is no setting {place!r}{did_you_mean(key, known)}"
    reason = re.sub(r"^Value error, |^(?:Input|String) (?=should )", "", detail["msg"])
    if detail["type"] == "literal_error":
        reason = f"can only be {detail['ctx']['expected'].lower()} in this version"
    return f"{place} {reason}" if place else reason


def _keys_of(tables: list[str]) -> list[str]:
    """The settings of the table that is reached by these keys, for a suggestion."""
    model: Any = Show
    for table in tables:
        known = getattr(model, "model_fields", {})
        model = known[table].annotation if table in known else Role
    return [key for key in model.model_fields if key != "folder"]
