"""The table [engines.openai] of show.toml, and the key, which is in the environment only."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from issuecast.errors import EngineUnavailable, SettingsError
from issuecast.speak.address import is_address
from issuecast.speak.engines import Settings
from issuecast.speak.table import LIMITS, Rule, check_table, number

OPENAI = "https://api.openai.com/v1"
FORMATS = ("wav", "pcm", "mp3")
SLOWEST, FASTEST = 0.5, 1.5
"""What `speed` may be: a take that comes twice as fast looks like half a take."""


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
    timeout_s: float = 30.0
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

HEARD = ("base_url", "model", "instructions", "speed", "response_format")
"""Those that may change the sound."""

_RULES: Mapping[str, Rule] = {
    "base_url": Rule(
        lambda value: is_address(str(value), "http", "https") and not re.search("[?#@]", str(value)),
        'an http or https address without a password, such as "http://localhost:8880/v1"',
    ),
    "model": Rule(lambda value: isinstance(value, str) and bool(value), 'a name, such as "tts-1"'),
    "instructions": Rule(lambda value: isinstance(value, str), "a text"),
    "speed": Rule(lambda value: number(value, SLOWEST, FASTEST), f"a number from {SLOWEST} to {FASTEST}"),
    "response_format": Rule(lambda value: value in FORMATS, f"one of {', '.join(FORMATS)}"),
    "key_env": Rule(
        lambda value: bool(re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", str(value))),
        "the name of an environment variable, not the key",
    ),
    **LIMITS,
}


def read(table: Settings) -> OpenAISettings:
    """The settings, checked.

    Raises:
        SettingsError: a setting is unknown, or cannot be used.
    """
    for key in {"key", "api_key"} & table.keys():
        raise SettingsError(
            f"show.toml: engines.openai.{key} is no place for a key",
            "take it out, and set the environment variable OPENAI_API_KEY, or the one that key_env names",
        )
    check_table("openai", table, _RULES)
    settings = {**table}
    if "base_url" in settings:
        settings["base_url"] = str(settings["base_url"]).rstrip("/")
    if "concurrency" in settings:
        settings["concurrency"] = int(settings["concurrency"])
    return OpenAISettings(**settings)  # type: ignore[arg-type]  # the rules know the types
