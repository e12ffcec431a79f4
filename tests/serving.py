"""The show's own server, `issuecast serve`, while a test needs it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from issuecast.serve.server import start


@contextmanager
def served(folder: Path, base: str = "/") -> Iterator[str]:
    """The address, with its last slash, under which `folder` is served meanwhile."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    starting = start(folder, host="127.0.0.1", port=0, base=base)
    server = asyncio.run_coroutine_threadsafe(starting, loop).result(timeout=10)
    try:
        yield server.address
    finally:
        asyncio.run_coroutine_threadsafe(server.runner.cleanup(), loop).result(timeout=10)
        asyncio.run_coroutine_threadsafe(loop.shutdown_default_executor(), loop).result(timeout=10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(timeout=5)
        loop.close()
