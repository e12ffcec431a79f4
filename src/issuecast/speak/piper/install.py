"""Fetching a voice with piper's own downloader: whole, or not at all.

The downloader writes what comes under its final name at once, and takes a dropped connection for the end of
the file. So it writes into a folder beside the target; what came must agree with piper's list of voices and
load, and only then moves into place.
"""

from __future__ import annotations

import errno
import hashlib
import json
import shutil
import socket
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from threading import Event, Thread
from typing import Any, TypeAlias
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import build_opener, install_opener, urlopen

from issuecast.errors import VoiceError, did_you_mean
from issuecast.speak.proxies import by_way_of, handler, usable_proxy_for

TIMEOUT_S = 30
"""Without a byte. piper's downloader itself would wait for ever."""

_AGAIN = "check the connection and HTTPS_PROXY, and try again"
_UNWRITABLE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR}
_FETCHING = ".fetching-"

OnBytes: TypeAlias = Callable[[int, int], None]

LOOK_S = 0.2
"""So often it is looked how much of a voice has come."""

ABANDONED_S = 86_400
"""What was begun a day ago and is not there is fetched by nobody any more."""


def install(name: str, folder: Path, on_bytes: OnBytes = lambda *_: None) -> str:
    """Fetch the two files of a voice into `folder`; older ones of that name are replaced.

    `on_bytes` is told now and then, from another thread, how many of how many bytes have come.

    Returns:
        The voice's model card, which tells its licence, or that there is none.

    Raises:
        VoiceError: there is no such voice, or it did not come whole; then nothing is changed.
        EngineUnavailable: the environment names a proxy that cannot be used.
    """
    try:
        with _connecting(usable_proxy_for(_voices_url(), "piper"), TIMEOUT_S):
            files = _files_of(name)
            folder.mkdir(parents=True, exist_ok=True)
            _tidy(folder)
            with TemporaryDirectory(prefix=_FETCHING, dir=folder) as temporary:
                _fetch(name, Path(temporary), files, on_bytes)
                card = _card(files)
                _move(name, Path(temporary), folder)
            return card
    except (OSError, HTTPException, LookupError, TypeError, ValueError) as error:
        if isinstance(error, OSError) and error.errno in _UNWRITABLE:
            problem = f"The voice {name} cannot be put into {folder} ({error.strerror})"
            raise VoiceError(problem, "make room there, or make it writable, and try again") from error
        way = by_way_of(_voices_url())
        raise VoiceError(f"The voice {name} cannot be fetched{way} ({_why(error)})", _AGAIN) from error


def _move(name: str, fetched: Path, folder: Path) -> None:
    """A voice is there when its model is, which therefore goes first and comes last."""
    (folder / f"{name}.onnx").unlink(missing_ok=True)
    for file in sorted(fetched.iterdir(), reverse=True):
        file.replace(folder / file.name)


def _tidy(folder: Path) -> None:
    """Take away what was being fetched when a process was killed."""
    for left in folder.glob(f"{_FETCHING}*"):
        if time.time() - left.stat().st_mtime > ABANDONED_S:
            shutil.rmtree(left, ignore_errors=True)


def _voices_url() -> str:
    from piper import download_voices

    return str(download_voices.VOICES_JSON)


def _files_of(name: str) -> Mapping[str, Mapping[str, Any]]:
    """The voice's files as piper's list has them: by their path, with `size_bytes` and `md5_digest`."""
    known = json.loads(_read(_voices_url()))
    if name not in known:
        raise VoiceError(
            f"piper has no voice {name!r}{did_you_mean(name, known)}",
            "name one of those that python -m piper.download_voices lists",
        )
    files: Mapping[str, Mapping[str, Any]] = known[name]["files"]
    return files


def _fetch(name: str, folder: Path, files: Mapping[str, Mapping[str, Any]], on_bytes: OnBytes) -> None:
    from piper import PiperVoice, download_voices

    told = {PurePosixPath(path).name: facts for path, facts in files.items()}
    wanted = (told.get(f"{name}{suffix}", {}) for suffix in (".onnx", ".onnx.json"))
    with _watched(folder, sum(facts.get("size_bytes", 0) for facts in wanted), on_bytes):
        download_voices.download_voice(name, folder)
    for file in folder.iterdir():
        if file.name not in told:
            raise ConnectionError(f"piper's list does not tell what {file.name} must be")
        facts, content = told[file.name], file.read_bytes()
        digest = hashlib.md5(content, usedforsecurity=False).hexdigest()
        if (facts.get("size_bytes", len(content)), facts.get("md5_digest", digest)) != (len(content), digest):
            raise ConnectionError(f"{file.name} did not come whole")
    try:
        PiperVoice.load(folder / f"{name}.onnx")
    except Exception as error:  # of the runtime, the model's format, or a setting that is missing
        raise ConnectionError(f"{name}.onnx is no voice that piper can load") from error


@contextmanager
def _watched(folder: Path, total: int, on_bytes: OnBytes) -> Iterator[None]:
    """While files come into the folder; nothing is told if it is not known how much will come."""
    done = Event()

    def watch() -> None:
        while not done.wait(LOOK_S):
            on_bytes(min(total, sum(file.stat().st_size for file in folder.iterdir())), total)

    watching = Thread(target=watch, name="piper-fetch", daemon=True)
    if total:
        watching.start()
    try:
        yield
    finally:
        done.set()
        if total:
            watching.join()


def _card(files: Mapping[str, Mapping[str, Any]]) -> str:
    path = next((path for path in files if path.endswith("/MODEL_CARD")), "")
    if not path:
        return "It has no model card, so its licence is not told."
    return _read(_voices_url().replace("voices.json", path)).decode()


def _read(url: str) -> bytes:
    with urlopen(url) as answer:  # noqa: S310  the library's address
        content: bytes = answer.read()
    return content


@contextmanager
def _connecting(proxy: str, timeout_s: float) -> Iterator[None]:
    """For what is opened meanwhile: the library sets no time-out, and urllib heeds no ALL_PROXY."""
    before = socket.getdefaulttimeout()
    socket.setdefaulttimeout(timeout_s)
    install_opener(build_opener(handler(proxy)))
    try:
        yield
    finally:
        socket.setdefaulttimeout(before)
        install_opener(build_opener())


def _why(error: Exception) -> str:
    if isinstance(error, HTTPError):
        error.close()  # it is an answer too, and holds the connection
        return f"{urlsplit(error.url).netloc} answers HTTP {error.code}"
    if isinstance(error, HTTPException):
        return "the connection dropped before the end"
    if not isinstance(error, OSError):
        return "what came is no list of voices"
    reason = error.reason if isinstance(error, URLError) else error
    return str(getattr(reason, "strerror", None) or reason)
