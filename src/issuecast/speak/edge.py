"""The engine `edge`: neural voices of an online service, through edge-tts. Free, without a key, unofficial.

Where it asks is the library's business. `check()` reads the address of the list of voices from
`edge_tts.constants.VOICE_LIST` whenever it is called; `speak()` goes where `edge_tts.communicate.WSS_URL`
points at that moment: edge-tts copies that name from its constants when it is imported, so whoever means
another server sets both. The proxy comes from the environment (HTTPS_PROXY, NO_PROXY) for both: it is handed
to the library, since aiohttp alone looks for a proxy of `wss` addresses in WSS_PROXY only.
"""

from __future__ import annotations

import json
import os
import re
import ssl
from collections.abc import Mapping
from concurrent.futures import Future
from http import HTTPStatus
from importlib.metadata import version
from threading import Thread
from time import sleep
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, getproxies, proxy_bypass, urlopen

import certifi
from aiohttp import ClientConnectorError, ClientResponseError
from edge_tts import Communicate, communicate, constants
from edge_tts.drm import DRM
from edge_tts.exceptions import NoAudioReceived

from issuecast.errors import EngineUnavailable
from issuecast.ffmpeg import FfmpegFailed, ffmpeg
from issuecast.models import Delivery, Take, Word
from issuecast.speak.calls import Calls
from issuecast.speak.engines import NATURAL, TryAgain
from issuecast.speak.retry_after import retry_after_s

RATE_HZ = 24_000
LONGEST_PIECE = 2_000
"""Bytes of a request. The service takes 4096; half of that, two minutes of sound, comes within REQUEST_S."""

CHECK_S = 2.8
"""What is left of the 3 s of `check()` when the interpreter has had its share."""

_TRIES, _BETWEEN_TRIES_S = 3, 0.5

REQUESTS_AT_ONCE = 4
REQUEST_S = 30.0
HIGH_HZ, LOW_HZ = 210, 120
"""Where women's and men's voices lie: the service shifts a pitch by hertz only."""

TICKS_PER_MS = constants.TICKS_PER_SECOND // 1000

_CREDENTIALS = re.compile(r"[^\s/@]+:[^\s/@]+@")
"""A name and a password, in a proxy's address."""

_WAY_OUT = "check the connection and HTTPS_PROXY, or name another cast with --cast"


class EdgeEngine:
    """Voices are the service's short names, such as `en-US-AndrewNeural`.

    Args:
        request_s: after so many seconds a request is given up.
    """

    name = "edge"
    version = f"edge-tts {version('edge-tts')}"
    concurrency = REQUESTS_AT_ONCE + 2  # while two decode what came, the service is kept busy
    longest_bytes = LONGEST_PIECE

    def __init__(self, request_s: float = REQUEST_S) -> None:
        self._calls = Calls(REQUESTS_AT_ONCE, request_s)
        self._pitches_hz: Mapping[str, int] | None = None

    def check(self) -> None:
        """Ask the service for its voices.

        Raises:
            EngineUnavailable: there is no connection, it refuses, or it does not answer within 3 s. A service
                that is in trouble for the moment is taken for able.
        """
        self._pitches_hz = _voices_in_time()

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
        """
        pitches_hz = self._known() if delivery.pitch_percent else {}
        pitch_hz = pitches_hz.get(voice, LOW_HZ) * delivery.pitch_percent / 100
        conversation = Communicate(
            text,
            voice,
            boundary="WordBoundary",
            rate=f"{delivery.rate_percent:+}%",
            pitch=f"{round(pitch_hz):+}Hz",
            proxy=_proxy(communicate.WSS_URL),  # type: ignore[attr-defined]  # the copy that Communicate uses
        )
        try:
            mp3, words = self._calls.run(lambda: _answer(conversation))
        except NoAudioReceived:
            return Take(b"", RATE_HZ)
        except Exception as error:
            raise _failure(error) from error
        return Take(_pcm(mp3), RATE_HZ, words)

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
    return bytes(mp3), tuple(words)


def _proxy(url: str) -> str | None:
    """The proxy that the environment names for a web socket: that of http for ws, of https for wss."""
    address, proxies = urlsplit(url), getproxies()
    if proxy_bypass(address.hostname or ""):
        return None
    proxy = proxies.get(address.scheme) or proxies.get(address.scheme.replace("ws", "http"))
    return proxy if not proxy or "://" in proxy else f"http://{proxy}"  # as urllib has it


def _failure(error: Exception) -> TryAgain:
    if isinstance(error, TryAgain):
        return error
    if isinstance(error, ClientResponseError):
        wait = error.headers.get("Retry-After") if error.headers else None
        return TryAgain(f"it answered HTTP {error.status}", retry_after_s(wait))
    if isinstance(error, ClientConnectorError):
        reason = os.strerror(error.os_error.errno) if error.os_error.errno else str(error.os_error)
        return TryAgain(f"there is no connection to {error.host} ({reason})")
    return TryAgain(_CREDENTIALS.sub("", str(error)) or type(error).__name__)


def _word(boundary: Mapping[str, Any]) -> Word:
    start, duration = boundary["offset"], boundary["duration"]
    return Word(boundary["text"], round(start / TICKS_PER_MS), round((start + duration) / TICKS_PER_MS))


def _pcm(mp3: bytes) -> bytes:
    try:
        decoded = ffmpeg(
            ["-f", "mp3", "-i", "pipe:0", "-f", "s16le", "-ac", "1", "-ar", str(RATE_HZ), "pipe:1"], mp3
        )
    except FfmpegFailed:
        decoded = None
    if decoded is None or not decoded.output:
        raise TryAgain("what it sent is no MP3")
    return decoded.output


def _voices_in_time() -> Mapping[str, int]:
    """The service's voices, asked for by a thread that is left alone when it takes too long."""
    answer: Future[Mapping[str, int]] = Future()

    def ask() -> None:
        try:
            answer.set_result(_voices())
        except Exception as error:  # noqa: BLE001  raised where the answer is waited for
            answer.set_exception(error)

    Thread(target=ask, name="edge-check", daemon=True).start()
    try:
        return answer.result(CHECK_S)
    except HTTPError as error:
        if _passes(error):  # it is there, and what is asked of it is tried for longer than a check may take
            return {}
        raise EngineUnavailable(_why(error, urlsplit(constants.VOICE_LIST).netloc), _WAY_OUT) from error
    except Exception as error:
        raise EngineUnavailable(_why(error, urlsplit(constants.VOICE_LIST).netloc), _WAY_OUT) from error


def _voices() -> Mapping[str, int]:
    """The short names of the list of voices, each with its pitch; a 403 is answered as the library does.

    It is urllib that asks, not aiohttp: a loop's look-ups of names would outlive the deadline.
    """
    try:
        return _voices_in_some_tries()
    except HTTPError as error:
        server_time = DRM.parse_rfc2616_date(error.headers.get("Date", ""))
        if error.code != HTTPStatus.FORBIDDEN or server_time is None:
            raise
        DRM.adj_clock_skew_seconds(server_time - DRM.get_unix_timestamp())
        return _voices_now()


def _voices_in_some_tries() -> Mapping[str, int]:
    for _ in range(_TRIES - 1):
        try:
            return _voices_now()
        except HTTPError as error:
            if not _passes(error):
                raise
        sleep(_BETWEEN_TRIES_S)
    return _voices_now()


def _passes(error: HTTPError) -> bool:
    """Whether a service that answers so may answer otherwise in a moment."""
    return error.code == HTTPStatus.TOO_MANY_REQUESTS or error.code >= HTTPStatus.INTERNAL_SERVER_ERROR


def _voices_now() -> Mapping[str, int]:
    token = f"&Sec-MS-GEC={DRM.generate_sec_ms_gec()}&Sec-MS-GEC-Version={constants.SEC_MS_GEC_VERSION}"
    headers = DRM.headers_with_muid(constants.VOICE_HEADERS) | {"Accept-Encoding": "identity"}
    request = Request(constants.VOICE_LIST + token, headers=headers)  # noqa: S310  the library's address
    trusted = ssl.create_default_context(cafile=certifi.where())
    try:
        with urlopen(request, timeout=CHECK_S, context=trusted) as answer:  # noqa: S310
            voices = {
                voice["ShortName"]: HIGH_HZ if voice.get("Gender") == "Female" else LOW_HZ
                for voice in json.load(answer)
            }
    except HTTPError as error:
        error.close()  # it is an answer too, and holds the connection
        raise
    if not voices:
        raise ValueError("the list is empty")
    return voices


def _why(error: Exception, host: str) -> str:
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(error, HTTPError):
        return f"{host} refuses edge (HTTP {error.code})"
    if isinstance(reason, TimeoutError):
        return f"{host} does not answer edge within 3 s"
    if isinstance(reason, OSError):
        return f"edge has no connection to {host} ({reason.strerror or reason})"
    return f"{host} does not answer edge with a list of voices"
