"""Fetching a voice with piper's own downloader: whole, or not at all.

The downloader writes what comes under its final name at once, and takes a dropped connection for the end of
the file. So it writes into a folder beside the target; what came must agree with piper's list of voices and
load, and only then moves into place.
"""

from __future__ import annotations

import hashlib
import json
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

from issuecast.errors import VoiceError, did_you_mean

TIMEOUT_S = 30
"""Without a byte. piper's downloader itself would wait for ever."""

_AGAIN = "check the connection and HTTPS_PROXY, and try again"


def install(name: str, folder: Path) -> str:
    """Fetch the two files of a voice into `folder`; older ones of that name are replaced.

    Returns:
        The voice's model card, which tells its licence; "" if it has none.

    Raises:
        VoiceError: there is no such voice, or it did not come whole; then nothing is changed.
    """
    try:
        with _timeout(TIMEOUT_S):
            files = _files_of(name)
            folder.mkdir(parents=True, exist_ok=True)
            with TemporaryDirectory(prefix=".fetching-", dir=folder) as temporary:
                _fetch(name, Path(temporary), files)
                card = _card(files)
                # A voice is there when its model is: that comes last.
                for fetched in sorted(Path(temporary).iterdir(), reverse=True):
                    fetched.replace(folder / fetched.name)
            return card
    except OSError as error:
        raise VoiceError(f"The voice {name} cannot be fetched ({_why(error)})", _AGAIN) from error


def _files_of(name: str) -> Mapping[str, Mapping[str, Any]]:
    """The voice's files as piper's list has them: by their path, with `size_bytes` and `md5_digest`."""
    from piper import download_voices

    known = json.loads(_read(download_voices.VOICES_JSON))
    if name not in known:
        raise VoiceError(
            f"piper has no voice {name!r}{did_you_mean(name, known)}",
            "name one of those that python -m piper.download_voices lists",
        )
    files: Mapping[str, Mapping[str, Any]] = known[name]["files"]
    return files


def _fetch(name: str, folder: Path, files: Mapping[str, Mapping[str, Any]]) -> None:
    from piper import PiperVoice, download_voices

    download_voices.download_voice(name, folder)
    told = {PurePosixPath(path).name: facts for path, facts in files.items()}
    for file in folder.iterdir():
        facts, content = told.get(file.name, {}), file.read_bytes()
        digest = hashlib.md5(content, usedforsecurity=False).hexdigest()
        if (facts.get("size_bytes", len(content)), facts.get("md5_digest", digest)) != (len(content), digest):
            raise ConnectionError(f"{file.name} did not come whole")
    try:
        PiperVoice.load(folder / f"{name}.onnx")
    except Exception as error:  # of the runtime, the model's format, or a setting that is missing
        raise ConnectionError(f"{name}.onnx is no voice that piper can load") from error


def _card(files: Mapping[str, Mapping[str, Any]]) -> str:
    from piper import download_voices

    path = next((path for path in files if path.endswith("/MODEL_CARD")), "")
    return _read(download_voices.VOICES_JSON.replace("voices.json", path)).decode() if path else ""


def _read(url: str) -> bytes:
    with urlopen(url) as answer:  # noqa: S310  the library's address
        content: bytes = answer.read()
    return content


@contextmanager
def _timeout(seconds: float) -> Iterator[None]:
    """For all sockets that are opened meanwhile: the library sets none of its own."""
    before = socket.getdefaulttimeout()
    socket.setdefaulttimeout(seconds)
    try:
        yield
    finally:
        socket.setdefaulttimeout(before)


def _why(error: OSError) -> str:
    if isinstance(error, HTTPError):
        error.close()  # it is an answer too, and holds the connection
        return f"{urlsplit(error.url).netloc} answers HTTP {error.code}"
    reason = error.reason if isinstance(error, URLError) else error
    return str(getattr(reason, "strerror", None) or reason)
