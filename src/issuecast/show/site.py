"""Settings of the pages, of when and where they go."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import time
from typing import Annotated, TypeAlias
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field

from issuecast.show.feed import Address
from issuecast.show.table import SettingsTable


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


def _colour(value: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        raise ValueError('must be a colour such as "#0b6e4f"')
    return value.lower()


def _clock(value: object) -> object:
    if isinstance(value, str) and re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value):
        return time.fromisoformat(value)
    if isinstance(value, time):
        return value
    raise ValueError('must be a time of day such as "06:00"')


BaseUrl: TypeAlias = Annotated[str, AfterValidator(_base_url)]
Timezone: TypeAlias = Annotated[str, AfterValidator(_timezone)]
Clock: TypeAlias = Annotated[time, BeforeValidator(_clock)]
Colour: TypeAlias = Annotated[str, AfterValidator(_colour)]


class Theme(SettingsTable):
    accent: Colour = "#0b6e4f"


class Site(SettingsTable):
    """The pages: how many episodes each lists, and where the show is in apps, by their names."""

    page_size: int = Field(50, ge=1)
    subscribe: Mapping[str, Address] = {}


class Publish(SettingsTable):
    pass
