"""The table [engines.openai] of show.toml, and the key, which is in the environment only."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from urllib.parse import urlsplit

from issuecast.errors import EngineUnavailable, SettingsError
from issuecast.speak.engines import Settings, unknown_setting

OPENAI = "https://api.openai.com/v1"
FORMATS = ("wav", "pcm", "mp3")
SLOWEST, FASTEST = 0.5, 1.5
"""What `speed` may be: a take that comes twice as fast looks like half a take."""

MOST_AT_ONCE = 32


@dataclass(frozen=True, slots=True)
class OpenAISettings:
    """`base_url` is what /audio/speech is added to. `key_env` names the variable that holds the key; if it is
    "", OPENAI_API_KEY is used, which only OpenAI's own server needs.
    """

    base_url: str = OPENAI
    model: str = "gpt-4o-mini-tts"
    instructions: str = ""
    speed: float = 1.0
    response_format: str = "wav"
    key_env: str = ""
    concurrency: int = 4

    @property
    def host(self) -> str:
        return urlsplit(self.base_url).netloc

    @property
    def key_variable(self) -> str:
        return self.key_env or "OPENAI_API_KEY"

    def key(self) -> str:
        """The key; "" if the server may do without.

        Raises:
            EngineUnavailable: it is missing, or is none.
        """
        variable = self.key_variable
        key = os.environ.get(variable, "").strip()
        if not key and (self.key_env or self.base_url == OPENAI):
            way_out = f"set the environment variable {variable}, {OR_ANOTHER}"
            raise EngineUnavailable(f"openai has no key for {self.host}", way_out)
        if not re.fullmatch(r"[!-~]*", key):  # a library that refuses to send it would quote it
            raise EngineUnavailable(
                f"{variable} holds no key, but other signs", f"set it again, {OR_ANOTHER}"
            )
        return key


OR_ANOTHER = "or name another cast with --cast"

KNOWN = tuple(field.name for field in fields(OpenAISettings))

HEARD = tuple(key for key in KNOWN if key not in {"concurrency", "key_env"})
"""Those that may change the sound."""

_RULES: Mapping[str, tuple[Callable[[str | float | bool], bool], str]] = {
    "base_url": (
        lambda value: bool(re.fullmatch(r"https?://[^\s/?#@\[\]]+(/[^\s?#]*)?", str(value))),
        'an http or https address without a password, such as "http://localhost:8880/v1"',
    ),
    "model": (lambda value: isinstance(value, str) and bool(value), 'a name, such as "tts-1"'),
    "instructions": (lambda value: isinstance(value, str), "a text"),
    "speed": (
        lambda value: not isinstance(value, bool | str) and SLOWEST <= value <= FASTEST,
        f"a number from {SLOWEST} to {FASTEST}",
    ),
    "response_format": (lambda value: value in FORMATS, f"one of {', '.join(FORMATS)}"),
    "key_env": (
        lambda value: bool(re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", str(value))),
        "the name of an environment variable, not the key",
    ),
    "concurrency": (
        lambda value: type(value) in {int, float} and value in range(1, MOST_AT_ONCE + 1),
        f"a whole number from 1 to {MOST_AT_ONCE}",
    ),
}
"""For each setting: is it one, and what it must be."""


def read(table: Settings) -> OpenAISettings:
    """The settings, checked. What is wrong is named, never quoted: it could be a key.

    Raises:
        SettingsError: a setting is unknown, or cannot be used.
    """
    for key, value in table.items():
        if key in {"key", "api_key"}:
            raise SettingsError(
                f"show.toml: engines.openai.{key} is no place for a key",
                "take it out, and set the environment variable OPENAI_API_KEY, or the one that key_env names",
            )
        if key not in KNOWN:
            raise unknown_setting("openai", key, KNOWN)
        fits, wanted = _RULES[key]
        if not fits(value):
            raise SettingsError(f"show.toml: engines.openai.{key} must be {wanted}", "correct it")
    settings = {**table}
    if "base_url" in settings:
        settings["base_url"] = str(settings["base_url"]).rstrip("/")
    if "concurrency" in settings:
        settings["concurrency"] = int(settings["concurrency"])
    return OpenAISettings(**settings)  # type: ignore[arg-type]  # the rules know the types
