"""A web application on a loopback port, in a thread of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from aiohttp import web

LATECOMERS_S = 0.03


@contextmanager
def on_a_port(application: web.Application, shutdown_s: float) -> Iterator[int]:
    """Its port; it runs until the block ends, and whatever is under way then is cut after so many seconds."""
    loop = asyncio.new_event_loop()
    # Like a real server it ends its work on a request when whoever asked is gone.
    runner = web.AppRunner(application, shutdown_timeout=shutdown_s, handler_cancellation=True)
    loop.run_until_complete(runner.setup())
    loop.run_until_complete(web.TCPSite(runner, "127.0.0.1", 0).start())
    thread = Thread(target=loop.run_forever)
    thread.start()
    try:
        yield runner.addresses[0][1]
    finally:
        asyncio.run_coroutine_threadsafe(_closed(runner), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()


async def _closed(runner: web.AppRunner) -> None:
    """After a moment: asyncio leaks a connection that it accepts while its server is closed."""
    await asyncio.sleep(LATECOMERS_S)
    await runner.cleanup()
