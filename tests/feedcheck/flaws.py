"""A server of a show that does one thing wrong, or a hostile one."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from issuecast.serve.ranges import Stamp, is_known, part_of
from issuecast.serve.site import find, media_type

BOMB = gzip.compress(bytes(100_000_000), compresslevel=1)

FLAWS: tuple[tuple[str, str, str], ...] = (
    ("no head", "enclosure-there", "{home}{sound} is answered with 405"),
    ("no head", "alternates", "{home}{folder}sound.opus is answered with 405"),
    ("no head", "artwork-there", "is answered with 405"),
    ("no ranges", "enclosure-ranges", "bytes from 0 are asked for, and all are sent"),
    (
        "wrong ranges",
        "enclosure-ranges",
        "bytes 0 to 9 are asked for, 'bytes 1-10/{size}' and 10 bytes are sent",
    ),
    (
        "all text",
        "enclosure-served-type",
        "the file is served as 'text/plain', the enclosure says 'audio/mpeg'",
    ),
    ("all text", "feed-type", "is served as 'text/plain'"),
    (
        "all text",
        "texts-type",
        "{home}{folder}transcript.vtt is served as 'text/plain', not as 'text/vtt'",
    ),
    ("no cors", "cross-origin", "{home}{folder}transcript.vtt comes without Access-Control-Allow-Origin"),
    ("no stamp", "feed-stamp", "comes without ETag and without Last-Modified"),
    ("always all", "feed-unchanged", "is asked for if it changed, and answered with 200"),
    ("other place", "feed-address", "is at {home}old.xml, and says that it is at {home}feed.xml"),
    ("to http", "downgraded", ""),
)
"""Flaw, the rule that it breaks, what is found; "downgraded" takes two hosts, and a test of its own."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 10
    wbufsize = -1  # head and body together, which spares a wait for each
    folder: Path
    flaw: str
    stopped: threading.Event

    def do_HEAD(self) -> None:
        if self.flaw == "no head":
            self._answer(405, b"")
        else:
            self._file()

    def do_GET(self) -> None:
        kind, _, value = self.path[1:].partition("/")
        special = getattr(self, f"_{kind}", None) if value else None
        special(value) if special else self._file()

    def _file(self) -> None:
        path = self.path.replace("old.xml", "feed.xml") if self.flaw == "other place" else self.path
        file = find(self.folder, path)
        if not isinstance(file, Path):
            self._answer(404, b"")
            return
        content, stamp = file.read_bytes(), Stamp.of(file.stat())
        headers = {
            "Content-Type": "text/plain" if self.flaw == "all text" else media_type(file.name),
            "ETag": "" if self.flaw == "no stamp" else stamp.etag,
            "Access-Control-Allow-Origin": "" if self.flaw == "no cors" else "*",
        }
        part = part_of(dict(self.headers), stamp, len(content))
        if is_known(dict(self.headers), stamp) and self.flaw not in {"always all", "no stamp"}:
            self._answer(304, b"", headers)
        elif part and self.flaw != "no ranges":
            if self.flaw == "wrong ranges":
                part = range(part.start + 1, part.stop + 1)
            headers["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{len(content)}"
            self._answer(206, content[part.start : part.stop], headers)
        else:
            self._answer(200, content, headers)

    def _endless(self, _: str) -> None:
        """More than anybody wants."""
        self.close_connection = True
        self._head(200, {"Content-Length": "1000000000"})
        with suppress(OSError):
            while not self.stopped.is_set():
                self.wfile.write(bytes(1_000_000))

    def _bomb(self, _: str) -> None:
        self._answer(200, BOMB, {"Content-Encoding": "gzip"})

    def _silent(self, _: str) -> None:
        self.close_connection = True
        self.stopped.wait(10)

    def _drip(self, _: str) -> None:
        """A byte now and then, of headers and of body."""
        self.close_connection = True
        self._head(200, {"Content-Length": "100000"})
        with suppress(OSError):
            while not self.stopped.wait(0.05):
                self.wfile.write(b" ")
                self.wfile.flush()

    def _circle(self, _: str) -> None:
        self._answer(302, b"", {"Location": "/circle/again"})

    def _away(self, _: str) -> None:
        self._answer(302, b"", {"Location": "file:///etc/hostname"})

    def _garbled(self, _: str) -> None:
        self.close_connection = True
        self.wfile.write(b"\xff\x00 no http\r\n\r\n")

    def _answer(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
        self._head(status, {"Content-Length": str(len(body)), **(headers or {})})
        if self.command != "HEAD":
            with suppress(OSError):
                self.wfile.write(body)

    def _head(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            if value:
                self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is no error."""


@contextmanager
def flawed(folder: Path, flaw: str = "") -> Iterator[str]:
    """The address, with its last slash, under which `folder` is served with that flaw."""
    stopped = threading.Event()
    handler = type("Handler", (_Handler,), {"folder": folder, "flaw": flaw, "stopped": stopped})
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            stopped.set()
            server.shutdown()
            thread.join(timeout=5)
