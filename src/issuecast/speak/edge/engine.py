"""The engine `edge`: neural voices of an online service, through edge-tts. Free, without a key, unofficial.

The library is loaded when the service is asked (voices.py, calls.py): a build with another cast has
no need of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

from issuecast.models import Delivery, Take
from issuecast.speak.calls import Calls
from issuecast.speak.engines import NATURAL, Settings
from issuecast.speak.proxies import usable_proxy_for
from issuecast.speak.table import LIMITS, check_table

RATE_HZ = 24_000
LONGEST_PIECE = 2_000
"""Bytes of a request. The service takes 4096; half of that, two minutes of sound, comes within REQUEST_S."""

REQUESTS_AT_ONCE = 4
REQUEST_S = 30.0
DECODING = 2
"""So many more calls are under way: while they decode what came, the service is kept busy."""

LOW_HZ = 120
"""Where a voice is taken to lie that the service did not tell of: it shifts a pitch by hertz only."""


class EdgeEngine:
    """Voices are the service's short names, such as `en-US-AndrewNeural`."""

    name = "edge"
    version = f"edge-tts {version('edge-tts')}"
    concurrency = REQUESTS_AT_ONCE + DECODING
    longest_bytes = LONGEST_PIECE

    def __init__(self) -> None:
        self._pitches_hz: Mapping[str, int] | None = None
        self.configure({}, Path())

    def configure(self, settings: Settings, folder: Path) -> None:  # noqa: ARG002  the seam's signature
        """Take `timeout_s`, after which a request is given up, and `concurrency`, how many are made at once.

        Raises:
            SettingsError: there is another setting, or one is no such number.
        """
        check_table(self.name, settings, LIMITS)
        at_once = int(settings.get("concurrency", REQUESTS_AT_ONCE))
        self._calls = Calls(at_once, float(settings.get("timeout_s", REQUEST_S)))
        self.concurrency = at_once + DECODING

    def settings_heard(self, voice: str) -> Settings:  # noqa: ARG002  the seam's signature
        """None: they tell how the service is asked."""
        return {}

    def check(self) -> None:
        """Ask the service for its voices.

        Raises:
            EngineUnavailable: there is no connection, it refuses, or it does not answer within 3 s. A service
                that is in trouble for the moment is taken for able.
        """
        from issuecast.speak.edge.calls import speech_url
        from issuecast.speak.edge.voices import list_url, voices_in_time

        for url in (list_url(), speech_url()):
            usable_proxy_for(url, self.name)
        self._pitches_hz = voices_in_time()

    def voices(self) -> tuple[str, ...]:
        """What the service told; it is asked once. None if it was in trouble then."""
        return tuple(self._known())

    def language(self, voice: str) -> str:
        """What its name begins with, as `zh-CN-liaoning-XiaobeiNeural`; a multilingual voice speaks any."""
        language, _, person = voice.rpartition("-")
        return "" if "Multilingual" in person else language

    def speak(self, text: str, voice: str, delivery: Delivery = NATURAL) -> Take:
        """16-bit mono at 24 kHz with the times of its words; no sound if the service has none for the text.

        Raises:
            TryAgain: the service did not answer, or not to the end, or with something else.
            VoiceError: the voice's name can be none of the service's.
        """
        from issuecast.speak.decode import pcm_of
        from issuecast.speak.edge.calls import said

        pitches_hz = self._known() if delivery.pitch_percent else {}
        pitch_hz = round(pitches_hz.get(voice, LOW_HZ) * delivery.pitch_percent / 100)
        mp3, words = said(text, voice, self._calls, rate_percent=delivery.rate_percent, pitch_hz=pitch_hz)
        return Take(pcm_of(mp3, "mp3", RATE_HZ) if mp3 else b"", RATE_HZ, words)

    def _known(self) -> Mapping[str, int]:
        if self._pitches_hz is None:
            self.check()
        return self._pitches_hz or {}

    def hang_up(self) -> None:
        """End every request that is under way."""
        self._calls.end()
