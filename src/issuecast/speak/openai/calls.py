"""Requests to a server that speaks OpenAI's API, each cut at its deadline; what the answers mean."""

from __future__ import annotations

import json
import ssl
from asyncio import sleep
from collections.abc import Mapping
from functools import cache
from http import HTTPStatus

import httpx

from issuecast.errors import EngineUnavailable
from issuecast.speak.calls import Calls
from issuecast.speak.connection import BETWEEN_TRIES_S, TRIES, is_final, reason_of
from issuecast.speak.engines import TryAgain
from issuecast.speak.openai.settings import OR_ANOTHER, OpenAISettings
from issuecast.speak.proxies import HTTP, by_way_of, unusable, usable_proxy_for
from issuecast.speak.retry_after import retry_after_s

PASSING = {
    HTTPStatus.REQUEST_TIMEOUT,
    HTTPStatus.CONFLICT,
    HTTPStatus.TOO_EARLY,
    HTTPStatus.TOO_MANY_REQUESTS,
}
"""Refusals after which it is of use to ask again; so it is after all that begin with 5."""

LONGEST_REASON = 200


class Server:
    """A server that is asked from several threads; no request to it outlives its deadline.

    Proxies and certificates come from the environment.

    Args:
        settings: tell the address, and how many requests may be under way.
        key: "" for none.

    Raises:
        EngineUnavailable: httpx cannot use what the environment says.
    """

    def __init__(self, settings: OpenAISettings, key: str) -> None:
        self._settings, self._key = settings, key
        self._host = settings.host + by_way_of(settings.base_url)
        self._proxy = usable_proxy_for(settings.base_url, "openai", (*HTTP, "socks5", "socks5h"))
        self._calls = Calls(settings.concurrency, settings.timeout_s)
        try:
            self._client()
        except ImportError as error:  # of what SOCKS needs
            raise unusable(self._proxy, "openai") from error
        except OSError as error:
            raise EngineUnavailable(
                "openai cannot use the certificates that the environment names",
                f"correct SSL_CERT_FILE, {OR_ANOTHER}",
            ) from error

    def look(self, deadline_s: float) -> None:
        """Ask for the list of models; a server that has none is as good, and trouble may pass.

        Raises:
            EngineUnavailable: the server does not answer, or refuses the key.
        """
        try:
            answer = Calls(1, deadline_s).run(self._models)
        except TryAgain as error:
            raise self._unavailable(f"{self._host} does not answer openai within 3 s") from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise self._unavailable(f"openai has no connection to {self._host} ({_reason(error)})") from error
        if answer.status_code in {HTTPStatus.UNAUTHORIZED, HTTPStatus.PROXY_AUTHENTICATION_REQUIRED}:
            raise self._refusal(answer)

    def speech(self, body: Mapping[str, object]) -> bytes:
        """The sound that the server answers, whole as far as HTTP can tell.

        Raises:
            TryAgain: it failed this time, or nobody waits for it any more.
            EngineUnavailable: it will not answer this request.
        """
        try:
            answer = self._calls.run(lambda: self._sound(body))
        except httpx.RemoteProtocolError as error:
            raise TryAgain("the connection dropped before the end") from error
        except httpx.HTTPError as error:
            way = by_way_of(self._settings.base_url)
            raise TryAgain(f"the connection{way} failed: {_reason(error)}") from error
        if not answer.is_success:
            raise self._refusal(answer)
        kind = answer.headers.get("Content-Type", "audio/").partition(";")[0]
        if not kind.startswith("audio/") and kind != "application/octet-stream":
            raise TryAgain(f"it answered with {kind}, which is no sound")
        return answer.content

    def hang_up(self) -> None:
        """End every request that is under way."""
        self._calls.end()

    async def _models(self) -> httpx.Response:
        """The list, asked for again if the connection was lost."""
        url = self._settings.base_url + "/models"
        async with self._client() as client:
            for _ in range(TRIES - 1):
                try:
                    return await client.get(url)
                except httpx.TransportError as error:
                    if is_final(_cause(error)):
                        raise
                await sleep(BETWEEN_TRIES_S)
            return await client.get(url)

    async def _sound(self, body: Mapping[str, object]) -> httpx.Response:
        async with self._client() as client:
            return await client.post(self._settings.base_url + "/audio/speech", json=body)

    def _client(self) -> httpx.AsyncClient:
        """One for each request, since its connections belong to the loop in which the request is made.

        The environment is read here as for every engine, and not by httpx in another way.
        """
        headers = {"Authorization": f"Bearer {self._key}"} if self._key else {}
        return httpx.AsyncClient(
            headers=headers,
            timeout=httpx.Timeout(None),  # `Calls` cuts it
            verify=_trusted(),
            proxy=self._proxy or None,
            trust_env=False,
        )

    def _refusal(self, answer: httpx.Response) -> Exception:
        status, error = answer.status_code, _error_of(answer)
        if status == HTTPStatus.UNAUTHORIZED:
            return self._key_refused()
        if status == HTTPStatus.PROXY_AUTHENTICATION_REQUIRED:
            return EngineUnavailable(
                f"openai may not ask {self._host} without a name and a password",
                f"set HTTPS_PROXY to http://NAME:PASSWORD@HOST:PORT, {OR_ANOTHER}",
            )
        spent = error.get("code") == "insufficient_quota"
        if answer.is_server_error or (status in PASSING and not spent):
            return TryAgain(f"it answered HTTP {status}", retry_after_s(answer.headers.get("Retry-After")))
        message = self._without_key(str(error.get("message", "")))
        told = f"HTTP {status}: {message}" if message else f"HTTP {status}"
        return EngineUnavailable(
            f"{self._settings.host} refuses openai's request ({told})",
            f"correct [engines.openai] or the voice in show.toml, {OR_ANOTHER}",
        )

    def _key_refused(self) -> EngineUnavailable:
        variable = self._settings.key_variable
        if not self._key:
            return EngineUnavailable(
                f"{self._settings.host} asks for a key",
                f"set the environment variable {variable}, {OR_ANOTHER}",
            )
        return EngineUnavailable(
            f"{self._settings.host} refuses the key in {variable}", f"set it to a valid one, {OR_ANOTHER}"
        )

    def _unavailable(self, problem: str) -> EngineUnavailable:
        return EngineUnavailable(problem, f"check base_url, the connection and HTTPS_PROXY, {OR_ANOTHER}")

    def _without_key(self, message: str) -> str:
        """A server's words on one line, without the key, should they quote it."""
        line = " ".join(message.split())
        return (line.replace(self._key, "…") if self._key else line)[:LONGEST_REASON].rstrip(".")


@cache
def _trusted() -> ssl.SSLContext:
    """The certificates that httpx trusts; reading them takes a tenth of a second."""
    return httpx.create_ssl_context()


def _error_of(answer: httpx.Response) -> Mapping[str, object]:
    """What the server says of a failure: `{"error": {"message", "code"}}`; FastAPI's servers say "detail"."""
    try:
        told = json.loads(answer.content)
    except ValueError:
        return {}
    error = told.get("error", told.get("detail")) if isinstance(told, dict) else None
    return error if isinstance(error, dict) else {"message": error or ""}


def _reason(error: Exception) -> str:
    """Why there is no connection: the operating system's words, if there are."""
    cause = _cause(error)
    return reason_of(cause) if isinstance(cause, OSError) else str(error) or type(error).__name__


def _cause(error: BaseException) -> BaseException | None:
    """The operating system's error behind one of httpx, None if there is none."""
    cause: BaseException | None = error
    while cause and not (isinstance(cause, OSError) and cause.errno):
        if isinstance(cause, BaseExceptionGroup):  # of a name's addresses; the first tells enough
            cause = cause.exceptions[0]
        else:
            cause = cause.__cause__ or cause.__context__
    return cause
