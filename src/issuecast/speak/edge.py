"""The engine `edge`: neural voices of an online service, through edge-tts. Free, without a key, unofficial.

Where it asks is the library's business. `check()` reads the address of the list of voices from
`edge_tts.constants.VOICE_LIST` whenever it is called; `speak()` goes where `edge_tts.communicate.WSS_URL`
points at that moment: edge-tts copies that name from its constants when it is imported, so whoever means
another server sets both. The proxy comes from the environment for both (proxies.py): it is handed to the
library, since aiohttp alone looks for a proxy of `wss` addresses in WSS_PROXY only.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from aiohttp import (
    ClientConnectorError,
    ClientHttpProxyError,
    ClientProxyConnectionError,
    ClientResponseError,
)
from edge_tts import Communicate, communicate, constants
from edge_tts.exceptions import NoAudioReceived, SkewAdjustmentError

from issuecast.errors import VoiceError
from issuecast.models import Delivery, Take, Word
from issuecast.speak.calls import Calls
from issuecast.speak.decode import pcm_of
from issuecast.speak.edge_voices import LOW_HZ, voices_in_time
from issuecast.speak.engines import NATURAL, Settings, TryAgain
from issuecast.speak.proxies import proxy_for, unusable
from issuecast.speak.retry_after import retry_after_s
from issuecast.speak.table import LIMITS, check_table

RATE_HZ = 24_000
LONGEST_PIECE = 2_000
"""Bytes of a request. The service takes 4096; half of that, two minutes of sound, comes within REQUEST_S."""

REQUESTS_AT_ONCE = 4
REQUEST_S = 30.0
DECODING = 2
"""So many more calls are under way: while they decode what came, the service is kept busy."""

TICKS_PER_MS = constants.TICKS_PER_SECOND // 1000

_NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
"""What no XML may hold; edge-tts takes the control characters out itself."""

_CREDENTIALS = re.compile(r"[^\s/@]+:[^\s/@]+@")
"""A name and a password, in a proxy's address."""


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
        for url in (constants.VOICE_LIST, _speech_url()):
            if (proxy := proxy_for(url)) and not proxy.lower().startswith(("http://", "https://")):
                raise unusable(proxy, self.name)
        self._pitches_hz = voices_in_time()

    def voices(self) -> tuple[str, ...]:
        """What the service told; it is asked once. None if it was in trouble then."""
        return tuple(self._known())

    def language(self, voice: str) -> str:
        """What its name begins with: `zh-CN-liaoning` of `zh-CN-liaoning-XiaobeiNeural`."""
        return voice.rpartition("-")[0]

    def speak(self, text: str, voice: str, delivery: Delivery = NATURAL) -> Take:
        """16-bit mono at 24 kHz with the times of its words; no sound if the service has none for the text.

        Raises:
            TryAgain: the service did not answer, or not to the end, or with something else.
            VoiceError: the voice's name can be none of the service's.
        """
        pitches_hz = self._known() if delivery.pitch_percent else {}
        pitch_hz = pitches_hz.get(voice, LOW_HZ) * delivery.pitch_percent / 100
        try:
            conversation = Communicate(
                _NO_XML.sub(" ", text),
                voice,
                boundary="WordBoundary",
                rate=f"{delivery.rate_percent:+}%",
                pitch=f"{round(pitch_hz):+}Hz",
                proxy=proxy_for(_speech_url()) or None,
            )
        except ValueError as error:
            raise VoiceError(f"edge has no voice {voice!r}", "see issuecast voices --engine edge") from error
        try:
            mp3, words = self._calls.run(lambda: _answer(conversation))
        except NoAudioReceived:
            return Take(b"", RATE_HZ)
        except Exception as error:
            raise _failure(error) from error
        return Take(pcm_of(mp3, "mp3", RATE_HZ), RATE_HZ, words)

    def _known(self) -> Mapping[str, int]:
        if self._pitches_hz is None:
            self.check()
        return self._pitches_hz or {}

    def hang_up(self) -> None:
        """End every request that is under way."""
        self._calls.end()


async def _answer(conversation: Communicate) -> tuple[bytes, tuple[Word, ...]]:
    """The MP3 that the service sends, whole, and its words."""
    mp3, words = bytearray(), list[Word]()
    async for chunk in conversation.stream():
        if chunk["type"] == "audio":
            mp3 += chunk["data"]
        else:
            words.append(_word(chunk))
    # A connection that drops looks like success. The library adds up what came only when the service says
    # that its turn ends; should a version not tell that sum, the studio's checks are left.
    if conversation.state.get("cumulative_audio_bytes", len(mp3)) != len(mp3):
        raise TryAgain("the connection dropped before the end")
    return bytes(mp3), tuple(sorted((word for word in words if word.text), key=lambda word: word.start_ms))


def _speech_url() -> str:
    return str(communicate.WSS_URL)  # type: ignore[attr-defined]  # the copy that Communicate uses


def _failure(error: BaseException) -> TryAgain:
    if isinstance(error, TryAgain):
        return error
    if isinstance(error, SkewAdjustmentError) and error.__cause__:
        return _failure(error.__cause__)  # a 403 that does not tell the service's clock
    if isinstance(error, ClientResponseError):
        wait = error.headers.get("Retry-After") if error.headers else None
        who = "the proxy" if isinstance(error, ClientHttpProxyError) else "it"
        return TryAgain(f"{who} answered HTTP {error.status}", retry_after_s(wait))
    if isinstance(error, ClientConnectorError):
        reason = os.strerror(error.os_error.errno) if error.os_error.errno else str(error.os_error)
        proxy = isinstance(error, ClientProxyConnectionError)
        whom = f"the proxy {error.host}:{error.port}" if proxy else error.host
        return TryAgain(f"there is no connection to {whom} ({reason})")
    if isinstance(error, LookupError | TypeError | ValueError):
        return TryAgain("it answered what edge-tts does not understand")
    return TryAgain(_CREDENTIALS.sub("", str(error)) or type(error).__name__)


def _word(boundary: Mapping[str, Any]) -> Word:
    start, end = boundary["offset"], boundary["offset"] + boundary["duration"]
    return Word(boundary["text"].strip(), round(start / TICKS_PER_MS), round(end / TICKS_PER_MS))
