"""The engine `openai`: any server that answers POST /v1/audio/speech as OpenAI does, also one of yours."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from issuecast.errors import EngineUnavailable
from issuecast.models import Delivery, Take
from issuecast.speak.engines import NATURAL, Settings
from issuecast.speak.openai.settings import HEARD, OR_ANOTHER, OpenAISettings, read
from issuecast.speak.openai.sound import decoded

if TYPE_CHECKING:
    from issuecast.speak.openai.calls import Server

CHECK_S = 2.8
"""What is left of the 3 s of `check()` when the interpreter has had its share."""


class OpenAIEngine:
    """Voices are whatever the server calls so: the API has no list of them."""

    name = "openai"
    longest_bytes = 2_000
    """The API takes 4,096 characters; less is lost if a shorter request fails."""

    def __init__(self) -> None:
        self._settings = OpenAISettings()

    def configure(self, settings: Settings, folder: Path) -> None:  # noqa: ARG002  the seam's signature
        """Take the settings that settings.py lists.

        Raises:
            SettingsError: one is unknown, or cannot be used.
        """
        self._settings = read(settings)

    @property
    def version(self) -> str:
        """The model and who runs it; what is behind the name, only they know."""
        return f"{self._settings.model} of {self._settings.host}"

    @property
    def concurrency(self) -> int:
        return self._settings.concurrency

    @property
    def speed(self) -> float:
        return self._settings.speed

    def check(self) -> None:
        """Ask the server for its models.

        Raises:
            EngineUnavailable: there is no key, it is refused, or the server does not answer within 3 s. One
                that is in trouble for the moment is taken for able.
        """
        self._server.look(CHECK_S)

    def voices(self) -> tuple[str, ...]:
        """Any: the server knows."""
        return ()

    def speak(self, text: str, voice: str, delivery: Delivery = NATURAL) -> Take:
        """16-bit mono at the server's rate, without word times. The API has no pitch: it stays as it is.

        Raises:
            TryAgain: the server did not answer, or not to the end, or with something else.
            EngineUnavailable: it refuses the key or the request.
        """
        asked = self._settings
        body: dict[str, object] = {
            "model": asked.model,
            "input": text,
            "voice": voice,
            "response_format": asked.response_format,
            "speed": round(asked.speed * (100 + delivery.rate_percent) / 100, 3),
        }
        if asked.instructions:
            body["instructions"] = asked.instructions
        return decoded(self._server.speech(body), asked.response_format)

    def settings_heard(self, voice: str) -> Settings:  # noqa: ARG002  the seam's signature
        """All but how many requests are made at once and where the key is, unless they are as usual."""
        usual = OpenAISettings()
        return {key: value for key in HEARD if (value := getattr(self._settings, key)) != getattr(usual, key)}

    def hang_up(self) -> None:
        """End every request that is under way."""
        self._server.hang_up()

    @cached_property
    def _server(self) -> Server:
        key = self._settings.key()
        try:
            from issuecast.speak.openai.calls import Server
        except ImportError as error:
            way_out = f'run pip install "issuecast[openai]", {OR_ANOTHER}'
            raise EngineUnavailable("httpx is not installed, which openai needs", way_out) from error
        return Server(self._settings, key)
