"""What `edge` says to its service: the one place where edge-tts speaks, loaded when something is said.

Where it asks is the library's business: where `edge_tts.communicate.WSS_URL` points at that moment. edge-tts
copies that name from its constants when it is imported, so whoever means another server sets both. The proxy
is handed to the library, since aiohttp alone looks for a proxy of `wss` addresses in WSS_PROXY only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
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
from issuecast.models import Word
from issuecast.speak.calls import Calls
from issuecast.speak.connection import reason_of
from issuecast.speak.engines import TryAgain
from issuecast.speak.proxies import proxy_for
from issuecast.speak.retry_after import retry_after_s

TICKS_PER_MS = constants.TICKS_PER_SECOND // 1000

_NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
"""What no XML may hold; edge-tts takes the control characters out itself."""

_CREDENTIALS = re.compile(r"[^\s/@]+:[^\s/@]+@")
"""A name and a password, in a proxy's address."""


def speech_url() -> str:
    """Where the service is."""
    return str(communicate.WSS_URL)  # type: ignore[attr-defined]  # the copy that Communicate uses


def said(
    text: str, voice: str, calls: Calls, *, rate_percent: int, pitch_hz: int
) -> tuple[bytes, tuple[Word, ...]]:
    """The service's MP3 of a text, whole, and its words; nothing if it has no sound for it.

    Raises:
        TryAgain: the service did not answer, or not to the end, or with something else.
        VoiceError: the voice's name can be none of the service's.
    """
    try:
        conversation = Communicate(
            _NO_XML.sub(" ", text),
            voice,
            boundary="WordBoundary",
            rate=f"{rate_percent:+}%",
            pitch=f"{pitch_hz:+}Hz",
            proxy=proxy_for(speech_url()) or None,
        )
    except ValueError as error:
        raise VoiceError(f"edge has no voice {voice!r}", "see issuecast voices --engine edge") from error
    try:
        return calls.run(lambda: _answer(conversation))
    except NoAudioReceived:
        return b"", ()
    except Exception as error:
        raise _failure(error) from error


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
        proxy = isinstance(error, ClientProxyConnectionError)
        whom = f"the proxy {error.host}:{error.port}" if proxy else error.host
        return TryAgain(f"there is no connection to {whom} ({reason_of(error.os_error)})")
    if isinstance(error, LookupError | TypeError | ValueError):
        return TryAgain("it answered what edge-tts does not understand")
    return TryAgain(_CREDENTIALS.sub("", str(error)) or type(error).__name__)


def _word(boundary: Mapping[str, Any]) -> Word:
    start, end = boundary["offset"], boundary["offset"] + boundary["duration"]
    return Word(boundary["text"].strip(), round(start / TICKS_PER_MS), round(end / TICKS_PER_MS))
