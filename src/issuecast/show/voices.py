"""Settings of who speaks, and how."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, TypeAlias

from pydantic import BeforeValidator, Field

from issuecast.models import Delivery, Voice
from issuecast.show.table import SettingsTable


def _voice(value: object) -> object:
    if isinstance(value, Voice):
        return value
    if not isinstance(value, str) or not re.fullmatch(r"[a-z][\w-]*:\S.*", value):
        raise ValueError('must be "engine:voice", such as "edge:en-US-AndrewNeural"')
    engine, name = value.split(":", 1)
    return Voice(engine, name)


EngineSettings: TypeAlias = Mapping[str, str | float | bool]
"""The table [engines.NAME]."""

UNHEARD = frozenset({"timeout_s", "concurrency", "key_env"})
"""Settings that tell, by these names for any engine, how it is asked, and not what it says."""


def heard(settings: EngineSettings) -> EngineSettings:
    """The settings of an engine that what it says depends on."""
    return {key: value for key, value in settings.items() if key not in UNHEARD}


VoiceSetting: TypeAlias = Annotated[Voice, BeforeValidator(_voice)]


STARTER_CASTS: Mapping[str, Mapping[str, Voice]] = {
    "neural": {
        "HOST": Voice("edge", "en-US-AndrewNeural"),
        "ANALYST": Voice("edge", "en-US-EmmaMultilingualNeural"),
    },
    "offline": {"HOST": Voice("flite", "rms"), "ANALYST": Voice("flite", "slt")},
    "draft": {"HOST": Voice("espeak", "en-us"), "ANALYST": Voice("espeak", "en-us+f1")},
}


def _with_starter_casts(value: object) -> object:
    """A show adds its casts to the starter's, so that an understudy is there even if it names none."""
    return {**STARTER_CASTS, **value} if isinstance(value, dict) else value


Casts: TypeAlias = Annotated[Mapping[str, Mapping[str, VoiceSetting]], BeforeValidator(_with_starter_casts)]


class Role(SettingsTable):
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


class Voicing(SettingsTable):
    """When a voice that is silent on one text is given up, in seconds."""

    answer_within_s: float = Field(300, gt=0, le=86_400)
