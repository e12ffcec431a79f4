"""A loopback server of feeds, with all that a real one does to a client."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class FeedServer:
    """What is at `/feed`, and with which headers the server was asked, request by request."""

    feed: bytes = b""
    etag: str = ""
    last_modified: str = ""
    asked: list[dict[str, str]] = field(default_factory=list)
    url: str = ""
    stopped: threading.Event = field(default_factory=threading.Event)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 10
    state: FeedServer

    def do_GET(self) -> None:
        self.state.asked.append(dict(self.headers))
        kind, _, value = self.path[1:].partition("/")
        getattr(self, f"_{kind}")(value)

    def _feed(self, _: str) -> None:
        state = self.state
        stamp = {"ETag": state.etag, "Last-Modified": state.last_modified}
        asked = (self.headers.get("If-None-Match", ""), self.headers.get("If-Modified-Since", ""))
        if any(asked) and asked == (state.etag, state.last_modified):
            self._answer(304, b"", stamp)
        else:
            self._answer(200, state.feed, stamp)

    def _gzip(self, _: str) -> None:
        self._answer(200, gzip.compress(self.state.feed), {"Content-Encoding": "gzip"})

    def _bomb(self, _: str) -> None:
        self._answer(200, gzip.compress(b"\0" * 5_000_000), {"Content-Encoding": "gzip"})

    def _garbled(self, _: str) -> None:
        self._answer(200, b"no gzip", {"Content-Encoding": "gzip"})

    def _to(self, path: str) -> None:
        self._answer(302, b"", {"Location": f"/{path}"})

    def _away(self, _: str) -> None:
        self._answer(302, b"", {"Location": "file:///etc/hostname"})

    def _circle(self, _: str) -> None:
        self._answer(302, b"", {"Location": "/circle"})

    def _status(self, status: str) -> None:
        self._answer(int(status), b"Sorry.")

    def _page(self, _: str) -> None:
        self._answer(200, b'<html><link rel="alternate" href="/feed" type="application/rss+xml"></html>')

    def _short(self, _: str) -> None:
        self.close_connection = True
        self._answer(200, self.state.feed[:100], {"Content-Length": str(len(self.state.feed))})

    def _hang(self, _: str) -> None:
        self.close_connection = True
        self.state.stopped.wait(5)

    def _drip(self, _: str) -> None:
        """A byte now and then, for five seconds at most."""
        self.close_connection = True
        self._answer(200, b"", {"Content-Length": "1000"})
        for _second in range(100):
            with suppress(OSError):
                self.wfile.write(b" ")
            if self.state.stopped.wait(0.05):
                return

    def _answer(self, status: int, body: bytes, headers: Mapping[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
            if value:
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is no error."""


@contextmanager
def serving() -> Iterator[FeedServer]:
    """A server, while it runs; `url` is its address with the last slash."""
    state = FeedServer()
    handler = type("Handler", (_Handler,), {"state": state})
    with _Server(("127.0.0.1", 0), handler) as server:
        state.url = f"http://127.0.0.1:{server.server_address[1]}/"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield state
        finally:
            state.stopped.set()
            server.shutdown()
            thread.join(timeout=5)
