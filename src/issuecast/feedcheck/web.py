"""The files of a feed on the web. The only file that touches aiohttp's client.

A hostile server costs bounded time and bounded memory: sizes, times, redirections and requests at once are
limited, and a public feed leads to no private network.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from urllib.parse import urljoin

import certifi
from aiohttp import ClientError, ClientResponse, ClientSession, TCPConnector

from issuecast import __version__
from issuecast.feedcheck.answer import Answer, is_address, is_private

_ALTOGETHER_S = 900.0
_AT_ONCE = 8
_MOST_HOPS = 10
_CHUNK = 65_536
_ORIGIN = "https://player.example"
_REDIRECTIONS = {301, 302, 303, 307, 308}


@asynccontextmanager
async def web(timeout_s: float) -> AsyncIterator[Web]:
    """A client, as long as it is needed; proxies are those of the environment.

    Args:
        timeout_s: for one file, with all redirections.
    """
    trusted = ssl.create_default_context()
    trusted.load_verify_locations(certifi.where())
    headers = {"User-Agent": f"issuecast/{__version__}", "Accept": "*/*", "Accept-Encoding": "identity"}
    async with ClientSession(
        connector=TCPConnector(ssl=trusted), headers=headers, trust_env=True, max_field_size=32_768
    ) as session:
        yield Web(session, timeout_s)


class Web:
    """Asks servers, as a web player at another origin does."""

    def __init__(self, session: ClientSession, timeout_s: float) -> None:
        self._session, self._timeout_s = session, timeout_s
        self._turn = asyncio.Semaphore(_AT_ONCE)
        self._until = asyncio.get_running_loop().time() + _ALTOGETHER_S
        self.may_be_private = True

    async def head(self, url: str) -> Answer:
        return await self._asked("HEAD", url, 0)

    async def part(self, url: str, first: int, last: int) -> Answer:
        answer = await self._asked("GET", url, last - first + 1, {"Range": f"bytes={first}-{last}"})
        return replace(answer, body=answer.body[: last - first + 1])

    async def whole(self, url: str, most_bytes: int) -> Answer:
        answer = await self._asked("GET", url, most_bytes)
        if len(answer.body) > most_bytes:
            return replace(answer, status=0, body=b"", problem=f"has more than {most_bytes // 1_000_000} MB")
        return answer

    async def again(self, known: Answer) -> Answer:
        """A file that is known already, asked for as apps do: only if it changed."""
        stamps = {"If-None-Match": "etag", "If-Modified-Since": "last-modified"}
        asked = {name: known.headers[stamp] for name, stamp in stamps.items() if stamp in known.headers}
        return await self._asked("GET", known.url, 0, asked)

    async def _asked(
        self, method: str, url: str, most_bytes: int, headers: Mapping[str, str] | None = None
    ) -> Answer:
        async with self._turn:
            if asyncio.get_running_loop().time() > self._until:
                return Answer(url, problem="was not asked for, as time was up")
            try:
                async with asyncio.timeout(self._timeout_s):
                    return await self._followed(
                        method, url, most_bytes, {"Origin": _ORIGIN, **(headers or {})}
                    )
            except TimeoutError:
                return Answer(url, problem=f"does not come within {self._timeout_s:g} s")
            except (ClientError, OSError, ValueError) as error:
                reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
                return Answer(url, problem=f"cannot be fetched ({reason})")

    async def _followed(self, method: str, url: str, most_bytes: int, headers: Mapping[str, str]) -> Answer:
        hops: list[str] = []
        while len(hops) <= _MOST_HOPS:
            if not is_address(url):
                return Answer(url, problem="leads to what is no web address", hops=tuple(hops))
            if not self.may_be_private and is_private(url):
                return Answer(url, problem="is in a private network", hops=tuple(hops))
            async with self._session.request(method, url, headers=headers, allow_redirects=False) as response:
                if response.status not in _REDIRECTIONS or "Location" not in response.headers:
                    told = {name.lower(): value for name, value in response.headers.items()}
                    body = await _body(response, most_bytes)
                    return Answer(url, response.status, told, body, hops=tuple(hops))
                hops.append(url)
                url = urljoin(url, response.headers["Location"])
        return Answer(url, problem="is redirected without an end", hops=tuple(hops))


async def _body(response: ClientResponse, most_bytes: int) -> bytes:
    """The body; a little more than `most_bytes` of one that is longer."""
    body = bytearray()
    while most_bytes and (chunk := await response.content.read(_CHUNK)):
        body += chunk
        if len(body) > most_bytes:
            break
    if not response.content.at_eof():
        response.close()
    return bytes(body[: most_bytes + 1])
