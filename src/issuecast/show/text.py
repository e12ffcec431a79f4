"""Settings of what is read, and what of it is said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, Field

from issuecast.show.table import SettingsTable


class Reading(SettingsTable):
    """What is read of an issue, and how long it may be; a mail and a feed count with all they hold."""

    max_text_mb: float = Field(2, gt=0, le=100)
    max_email_mb: float = Field(20, gt=0, le=1000)
    subscriber_parts: bool = False


class ScriptSettings(SettingsTable):
    """What the ear gets of that which the eye has: docs/script.md tells the convention."""

    links_of_a_list: int = Field(6, ge=1)
    images: Literal["describe", "skip"] = "describe"
    code: Literal["name", "skip"] = "name"
    tables: Literal["sum up", "skip"] = "sum up"
    footnotes: Literal["skip", "speak"] = "skip"
    disclosure: bool = True


class Sponsor(SettingsTable):
    policy: Literal["keep", "second voice", "end", "drop"] = "keep"


class Edition(SettingsTable):
    """A version of the same issue: how long it may be (0: as long as it is), and whether it has a feed of its
    own; without one its episodes are in the show's.
    """

    minutes: float = Field(0, ge=0, le=240)
    feed: bool = False


EditionName: TypeAlias = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
"""Part of slugs and of file names."""

STARTER_EDITIONS: Mapping[str, Edition] = {"full": Edition(), "brief": Edition(minutes=2.5)}


def _with_starter_editions(value: object) -> object:
    return {**STARTER_EDITIONS, **value} if isinstance(value, dict) else value


Editions: TypeAlias = Annotated[Mapping[EditionName, Edition], BeforeValidator(_with_starter_editions)]
