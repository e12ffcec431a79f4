"""Settings of the feed: what directories and podcast apps are told of the show."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias
from uuid import UUID

from pydantic import AfterValidator, BeforeValidator, Field

from issuecast.show.categories import category
from issuecast.show.table import SettingsTable

UPDATES: Mapping[str, str] = {
    "daily": "FREQ=DAILY",
    "weekdays": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "weekly": "FREQ=WEEKLY",
    "every two weeks": "FREQ=WEEKLY;INTERVAL=2",
    "monthly": "FREQ=MONTHLY",
}
"""How often a show comes, in words and as a recurrence rule (RFC 5545)."""

_MOST_SEASONS = 9999


def _address(value: str) -> str:
    if value and not (re.fullmatch(r"https?://[^\s/?#]+(/\S*)?", value) and value.isascii()):
        raise ValueError('must be an http or https address, such as "https://example.org/support"')
    return value


def _updates(value: str) -> str:
    if value and value not in UPDATES and not re.fullmatch(r"FREQ=[A-Z]+(;[A-Z]+=[A-Z0-9,+-]+)*", value):
        words = ", ".join(f'"{name}"' for name in UPDATES)
        raise ValueError(f'must be {words} or a recurrence rule such as "FREQ=WEEKLY;BYDAY=MO,TH"')
    return value


def _guid(value: str) -> str:
    try:
        return str(UUID(value)) if value else ""
    except ValueError as error:
        raise ValueError('must be a GUID such as "917393e3-1b1e-5cef-ace4-edaa54e1f810"') from error


def _season(value: object) -> object:
    is_number = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _MOST_SEASONS
    if value != "year" and not is_number:
        raise ValueError(f'must be a number up to {_MOST_SEASONS}, "year", or 0 for none')
    return value


def _listed(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Address: TypeAlias = Annotated[str, AfterValidator(_address)]
Guid: TypeAlias = Annotated[str, AfterValidator(_guid)]
Categories: TypeAlias = Annotated[
    tuple[Annotated[str, AfterValidator(category)], ...],
    BeforeValidator(_listed),
    Field(min_length=1, max_length=3),
]
"""One, or up to three in a list, the main one first."""


class Person(SettingsTable):
    """Somebody of the show, in the words of the podcast namespace's taxonomy of roles."""

    role: str = ""
    group: str = ""
    picture: Address = ""
    url: Address = ""


class OtherShow(SettingsTable):
    """A podcast that this one recommends, by its `podcast:guid` and its feed."""

    guid: Annotated[Guid, Field(min_length=1)]
    url: Address = ""
    title: str = ""


class Feed(SettingsTable):
    """`people` has the show's roles, or persons by their names; `season` 0 is none: docs/feed.md."""

    explicit: bool = False
    type: Literal["episodic", "serial"] = "episodic"
    season: Annotated[int | Literal["year"], BeforeValidator(_season)] = 0
    numbering: Literal["issue", "continuing", "season"] = "issue"
    updates: Annotated[str, AfterValidator(_updates)] = ""
    complete: bool = False
    medium: Literal["podcast", "audiobook", "newsletter", "blog"] = "podcast"
    copyright: str = ""
    license: str = ""
    license_url: Address = ""
    funding_url: Address = ""
    funding_words: str = "Support the show"
    ai_content: bool = True
    locked: bool = True
    verify: str = ""
    guid: Guid = ""
    hub: Address = ""
    new_feed_url: Address = ""
    enclosure_prefix: Address = ""
    page_size: int = Field(1000, ge=1)
    full_notes: int = Field(100, ge=0)
    podroll: tuple[OtherShow, ...] = ()
    people: Mapping[str, Person] = {}
