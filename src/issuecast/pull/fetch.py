"""A feed over HTTP: asked for once, with the standard library, and only if it changed."""

from __future__ import annotations

import re
import socket
import ssl
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from urllib import request
from urllib.error import HTTPError, URLError

import certifi

from issuecast import __version__
from issuecast.errors import IssueError

TIMEOUT_S = 20.0
_MB = 1024 * 1024
_CHUNK = 65536
_AGAIN = "try again later"
_ADDRESS = "check the address"
_STATUS = {
    401: ("may not be read (401)", "name the address that your subscription gives you"),
    403: ("may not be read (403)", "name the address that your subscription gives you"),
    404: ("is not there (404)", _ADDRESS),
    410: ("is gone (410)", _ADDRESS),
    429: ("is asked for too often (429)", _AGAIN),
}


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a server calls a feed's state (ETag and Last-Modified, RFC 9110), "" for what it does not say."""

    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """A feed as its server sent it."""

    content: bytes
    stamp: Stamp


def fetch(url: str, *, since: Stamp, most_mb: float, timeout_s: float = TIMEOUT_S) -> Answer | None:
    """The feed at an http or https address; None if it is as it was at `since`.

    Proxies are those of the environment. `timeout_s` is the longest silence, and a third of what the body may
    take.

    Raises:
        IssueError: there is no answer, one of another kind, or one of more than `most_mb`.
    """
    until = time.monotonic() + 3 * timeout_s
    try:
        asked = request.Request(url, headers=_headers(since))  # noqa: S310  see _opener
        with _opener().open(asked, timeout=timeout_s) as response:
            content = b"".join(_within(_plain(_pieces(response, url, until), response), url, most_mb))
            stamp = Stamp(response.headers.get("ETag", ""), response.headers.get("Last-Modified", ""))
            return Answer(content, stamp)
    except HTTPError as error:
        with error:
            if error.code == 304:  # noqa: PLR2004  Not Modified
                return None
            raise _refused(url, error.code) from error
    except (OSError, HTTPException, ValueError, zlib.error) as error:
        raise _failed(url, error, timeout_s) from error


def _headers(since: Stamp) -> dict[str, str]:
    asked = {"If-None-Match": since.etag, "If-Modified-Since": since.last_modified}
    return {
        "User-Agent": f"issuecast/{__version__}",
        "Accept": "application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.5",
        "Accept-Encoding": "gzip",
        **{name: value for name, value in asked.items() if value},
    }


def _opener() -> request.OpenerDirector:
    """An opener that leads to http and https and, unlike urllib's own, from there to nothing else."""
    trusted = ssl.create_default_context()
    trusted.load_verify_locations(certifi.where())
    opener = request.OpenerDirector()
    for handler in (
        request.ProxyHandler(),
        request.UnknownHandler(),
        request.HTTPHandler(),
        request.HTTPSHandler(context=trusted),
        request.HTTPDefaultErrorHandler(),
        request.HTTPRedirectHandler(),
        request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener


def _pieces(response: HTTPResponse, url: str, until: float) -> Iterator[bytes]:
    """The body as it arrives."""
    while piece := response.read1(_CHUNK):
        if time.monotonic() > until:
            raise TimeoutError
        yield piece
    if response.length:
        raise IssueError(f"{url} broke off in the middle", _AGAIN)


def _plain(pieces: Iterator[bytes], response: HTTPResponse) -> Iterator[bytes]:
    """The body without its compression, a little at a time."""
    if response.headers.get("Content-Encoding", "").lower() not in {"gzip", "x-gzip"}:
        yield from pieces
        return
    gzip = zlib.decompressobj(wbits=31)
    for piece in pieces:
        yield gzip.decompress(piece, _MB)
        while gzip.unconsumed_tail:
            yield gzip.decompress(gzip.unconsumed_tail, _MB)
    if not gzip.eof:
        raise zlib.error


def _within(pieces: Iterator[bytes], url: str, most_mb: float) -> Iterator[bytes]:
    length = 0
    for piece in pieces:
        length += len(piece)
        if length > most_mb * _MB:
            raise IssueError(
                f"{url} is more than {most_mb:g} MB long",
                "name a feed of fewer issues, or raise max_email_mb under [reading] in show.toml",
            )
        yield piece


def _refused(url: str, status: int) -> IssueError:
    if status >= 500:  # noqa: PLR2004  the server's own fault
        return IssueError(f"The server of {url} failed ({status})", _AGAIN)
    if status < 400:  # noqa: PLR2004  in a circle, or to something else than http
        return IssueError(f"{url} leads on to where no feed can be ({status})", _ADDRESS)
    problem, way_out = _STATUS.get(status, (f"was refused ({status})", _ADDRESS))
    return IssueError(f"{url} {problem}", way_out)


def _failed(url: str, error: Exception, timeout_s: float) -> IssueError:
    cause = error.reason if isinstance(error, URLError) else error
    if isinstance(cause, TimeoutError):
        return IssueError(f"{url} does not answer in time ({timeout_s:g} s)", _AGAIN)
    if isinstance(cause, socket.gaierror):
        host = re.sub(r"\A\w+://|[/?#].*\Z", "", url)
        return IssueError(f"There is no server {host}", "check the address, and that you are online")
    broken = "its compression is broken" if isinstance(cause, zlib.error) else ""
    reason = broken or getattr(cause, "strerror", None) or str(cause) or type(cause).__name__
    return IssueError(f"{url} cannot be fetched ({reason})", "check the address, or try again later")
