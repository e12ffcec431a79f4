"""The server. The only file that touches aiohttp's server.

Nothing is compressed, since nothing travels far; nothing may be kept without asking (`no-cache`), so that a
page shows what the last build made.
"""

from __future__ import annotations

import asyncio
import errno
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from aiohttp import web

from issuecast.errors import PublishError
from issuecast.serve.ranges import Stamp, is_known, part_of
from issuecast.serve.site import Moved, find, media_type

PORT = 8000
_CHUNK = 256 * 1024
_COMMON = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Accept-Ranges, Content-Length, Content-Range, ETag, Last-Modified",
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
}
_PREFLIGHT = {
    "Allow": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "If-Modified-Since, If-None-Match, If-Range, Range",
    "Access-Control-Max-Age": "600",
}


@dataclass(frozen=True, slots=True)
class Served:
    """A running server: its address, with the last slash."""

    address: str
    runner: web.AppRunner


def serve(
    folder: Path, on_ready: Callable[[Served], None], *, host: str, port: int = PORT, base: str = "/"
) -> None:
    """Serve `folder` until somebody presses Ctrl-C; see `start`.

    Raises:
        PublishError: nobody can listen there.
    """
    try:
        asyncio.run(_serve(folder, on_ready, host=host, port=port, base=base))
    except KeyboardInterrupt:
        return


async def _serve(
    folder: Path, on_ready: Callable[[Served], None], *, host: str, port: int, base: str
) -> None:
    served = await start(folder, host=host, port=port, base=base)
    try:
        on_ready(served)
        await asyncio.Event().wait()
    finally:
        await served.runner.cleanup()


async def start(folder: Path, *, host: str, port: int, base: str = "/") -> Served:
    """Begin to serve `folder` at `/`, and at `base`, where a show with a path in its address has its files.

    Args:
        folder: what is served; it may come into being later.
        host: a name or an address of this machine.
        port: 0 for any that is free.
        base: a path with both its slashes.

    Raises:
        PublishError: nobody can listen there.
    """
    application = web.Application()
    application.router.add_route("*", "/{path:.*}", partial(_answer, folder, base))
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.5, handle_signals=False)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
    except (OSError, OverflowError, UnicodeError) as error:
        await runner.cleanup()
        raise _refused(host, port, error) from error
    name = f"[{host}]" if ":" in host else host
    return Served(f"http://{name}:{runner.addresses[0][1]}/", runner)


def _refused(host: str, port: int, error: Exception) -> PublishError:
    number = getattr(error, "errno", None)
    if number == errno.EADDRINUSE:
        return PublishError(f"Port {port} is in use", "name another with --port, or end what uses it")
    if number == errno.EACCES:
        return PublishError(f"Port {port} is not yours to use", "name one above 1023 with --port")
    return PublishError(
        f"Nobody can be served at {host}", "name an address of this machine with --host, such as 127.0.0.1"
    )


async def _answer(folder: Path, base: str, request: web.Request) -> web.StreamResponse:
    if request.method == "OPTIONS":
        return web.Response(status=204, headers={**_COMMON, **_PREFLIGHT})
    if request.method not in {"GET", "HEAD"}:
        return web.Response(status=405, headers={**_COMMON, "Allow": _PREFLIGHT["Allow"]})
    path, _, query = request.raw_path.partition("?")
    within = "/" + path.removeprefix(base) if base != "/" and path.startswith(base) else path
    is_base = f"{path}/" == base
    found = Moved() if is_base else await asyncio.to_thread(find, folder, within)
    if isinstance(found, Moved):
        place = f"{path}/?{query}" if query else f"{path}/"
        return web.Response(status=307, headers={**_COMMON, "Location": place})
    opened = await asyncio.to_thread(_opened, found)
    if opened:
        with opened:
            return await _send(opened, media_type(found.name if found else ""), request)
    return await _missing(folder)


async def _missing(folder: Path) -> web.StreamResponse:
    page = await asyncio.to_thread(_opened, find(folder, "/404.html"))
    if page:
        with page:
            return web.Response(
                status=404, body=page.read(), headers={**_COMMON, "Content-Type": media_type("404.html")}
            )
    return web.Response(status=404, text="There is no such page.\n", headers=_COMMON)


def _opened(found: Path | Moved | None) -> BinaryIO | None:
    """The file, opened: what a build puts in its place meanwhile is another."""
    if not isinstance(found, Path):
        return None
    try:
        number = os.open(found, os.O_RDONLY | os.O_NONBLOCK)
    except OSError:
        return None
    file = os.fdopen(number, "rb")
    if stat.S_ISREG(os.fstat(number).st_mode):
        return file
    file.close()
    return None


async def _send(file: BinaryIO, kind: str, request: web.Request) -> web.StreamResponse:
    known = os.fstat(file.fileno())
    stamp, size = Stamp.of(known), known.st_size
    headers = {
        **_COMMON,
        "Accept-Ranges": "bytes",
        "ETag": stamp.etag,
        "Last-Modified": stamp.last_modified,
    }
    if is_known(request.headers, stamp):
        return web.Response(status=304, headers=headers)
    # Range is defined for GET alone (RFC 9110, 14.2).
    part = part_of(request.headers, stamp, size) if request.method == "GET" else None
    if part is not None and not part:
        return web.Response(status=416, headers={**headers, "Content-Range": f"bytes */{size}"})
    response = web.StreamResponse(
        status=200 if part is None else 206, headers={**headers, "Content-Type": kind}
    )
    if part is not None:
        response.headers["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{size}"
    wanted = range(size) if part is None else part
    response.content_length = len(wanted)
    await response.prepare(request)
    if request.method == "GET":
        await _copy(file, wanted, response)
    return response


async def _copy(file: BinaryIO, wanted: range, response: web.StreamResponse) -> None:
    """Send the bytes; if a file was cut meanwhile, the connection breaks, and nobody takes it for whole."""
    await asyncio.to_thread(file.seek, wanted.start)
    left = len(wanted)
    while left:
        chunk = await asyncio.to_thread(file.read, min(_CHUNK, left))
        if not chunk:
            raise ConnectionResetError
        await response.write(chunk)
        left -= len(chunk)
