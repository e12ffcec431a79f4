"""Asking the service behind `edge` for its voices, within the 3 s of a check.

edge-tts's own question has no deadline: a loop's look-ups of names would outlive any. So it is urllib that
asks, at the library's address, with its headers and token, and as often as the library does.
"""

from __future__ import annotations

import json
import ssl
from collections.abc import Mapping
from concurrent.futures import Future
from http import HTTPStatus
from threading import Thread
from time import monotonic, sleep
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPSHandler, Request, build_opener

import certifi
from edge_tts import constants
from edge_tts.drm import DRM

from issuecast.errors import EngineUnavailable
from issuecast.speak.connection import BETWEEN_TRIES_S, TRIES, is_final
from issuecast.speak.edge.engine import LOW_HZ
from issuecast.speak.proxies import by_way_of, handler, proxy_for

CHECK_S = 2.5
"""What is left of the 3 s of `check()` when loading the library has had its share."""

PASSING = {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS}
"""Refusals after which it is of use to ask again; so it is after all that begin with 5."""

HIGH_HZ = 210
"""Where women's and men's voices lie: the service shifts a pitch by hertz only."""

_WAY_OUT = "check the connection and HTTPS_PROXY, or name another cast with --cast"


def list_url() -> str:
    """Where the service tells its voices."""
    return str(constants.VOICE_LIST)


def voices_in_time() -> Mapping[str, int]:
    """The short name of each voice and where it lies in Hz; {} if the service is in trouble for the moment.

    It is asked by a thread that is left alone when it takes too long.

    Raises:
        EngineUnavailable: it does not answer in time, or refuses, or with something else.
    """
    answer: Future[Mapping[str, int]] = Future()
    url, until = list_url(), monotonic() + CHECK_S

    def ask() -> None:
        try:
            answer.set_result(_voices(url, until))
        except Exception as error:  # noqa: BLE001  raised where the answer is waited for
            answer.set_exception(error)

    Thread(target=ask, name="edge-check", daemon=True).start()
    try:
        return answer.result(CHECK_S)
    except Exception as error:
        # It is there, and what is asked of it is tried for longer than a check may take.
        if isinstance(error, HTTPError) and _passes(error):
            return {}
        raise EngineUnavailable(_why(error), _WAY_OUT) from error


def _voices(url: str, until: float) -> Mapping[str, int]:
    """What the service lists; a 403 is answered as the library does."""
    try:
        return _voices_in_some_tries(url, until)
    except HTTPError as error:
        server_time = DRM.parse_rfc2616_date(error.headers.get("Date", ""))
        if error.code != HTTPStatus.FORBIDDEN or server_time is None:
            raise
        DRM.adj_clock_skew_seconds(server_time - DRM.get_unix_timestamp())
        return _voices_now(url)


def _voices_in_some_tries(url: str, until: float) -> Mapping[str, int]:
    """Nothing is asked any more when nobody waits for the answer."""
    for _ in range(TRIES - 1):
        try:
            return _voices_now(url)
        except Exception as error:
            if not _passes(error) or monotonic() > until:
                raise
        sleep(BETWEEN_TRIES_S)
    return _voices_now(url)


def _passes(error: Exception) -> bool:
    """Whether a service that fails so may answer otherwise in a moment, also one whose list is none."""
    if isinstance(error, HTTPError):
        return error.code in PASSING or error.code >= HTTPStatus.INTERNAL_SERVER_ERROR
    return not is_final(error.reason if isinstance(error, URLError) else error)


def _voices_now(url: str) -> Mapping[str, int]:
    token = f"&Sec-MS-GEC={DRM.generate_sec_ms_gec()}&Sec-MS-GEC-Version={constants.SEC_MS_GEC_VERSION}"
    headers = DRM.headers_with_muid(constants.VOICE_HEADERS) | {"Accept-Encoding": "identity"}
    request = Request(url + token, headers=headers)  # noqa: S310  the library's address
    trusted = ssl.create_default_context(cafile=certifi.where())
    opener = build_opener(handler(proxy_for(url)), HTTPSHandler(context=trusted))
    try:
        with opener.open(request, timeout=CHECK_S) as answer:
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


def _why(error: Exception) -> str:
    host = urlsplit(list_url()).netloc + by_way_of(constants.VOICE_LIST)
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(error, HTTPError):
        return f"{host} refuses edge (HTTP {error.code})"
    if isinstance(reason, TimeoutError):
        return f"{host} does not answer edge within 3 s"
    if isinstance(reason, OSError):
        return f"edge has no connection to {host} ({reason.strerror or reason})"
    return f"{host} does not answer edge with a list of voices"
