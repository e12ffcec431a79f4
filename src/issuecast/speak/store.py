"""Takes that were paid for are kept, as the engine gave them: so a better studio needs no new recordings.

length of the head (4 bytes, lowest first) · head (JSON) · PCM
"""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Mapping
from dataclasses import astuple
from pathlib import Path

from issuecast.cache import Cache
from issuecast.models import Take, Word
from issuecast.speak.engines import Engine, Settings
from issuecast.speak.request import Request

LIMIT_BYTES = 2_000_000_000
"""Eleven hours of sound at 24 kHz: a daily five minutes for four months, without its reruns."""

_LENGTH = struct.Struct("<I")


class TakeStore(Cache):
    """The takes of a show.

    Args:
        show_folder: where the show is.
        settings: the engines' tables of show.toml, which are part of what determines a take.
        limit_bytes: how large the store may be after `shrink`.
    """

    def __init__(
        self,
        show_folder: Path,
        settings: Mapping[str, Settings] | None = None,
        *,
        limit_bytes: int = LIMIT_BYTES,
    ) -> None:
        super().__init__(show_folder, "takes", limit_bytes)
        self._settings = settings or {}

    def find(self, request: Request, engine: Engine) -> Take | None:
        """The take of an earlier build, if it is there and sound."""
        content = self.read(self._key(request, engine))
        return None if content is None else _take(content)

    def has(self, request: Request, engine: Engine) -> bool:
        """Whether there is a file for it; `find` tells whether it is sound."""
        return self.holds(self._key(request, engine))

    def keep(self, request: Request, engine: Engine, take: Take) -> None:
        """Keep a take, if it can be."""
        self.write(self._key(request, engine), _content(take))

    def _key(self, request: Request, engine: Engine) -> str:
        determines = (
            engine.name,
            engine.version,
            getattr(engine, "voice_version", lambda _: "")(request.voice.name),
            sorted(self._settings.get(engine.name, {}).items()),
            request.voice.name,
            astuple(request.delivery),
            request.text,
        )
        return hashlib.sha256(json.dumps(determines).encode()).hexdigest()


def _content(take: Take) -> bytes:
    words = [astuple(word) for word in take.words]
    head = json.dumps({"rate_hz": take.rate_hz, "words": words, "estimated": take.estimated}).encode()
    return _LENGTH.pack(len(head)) + head + take.pcm


def _take(content: memoryview) -> Take:
    (length,) = _LENGTH.unpack_from(content)
    start = _LENGTH.size + length
    head = json.loads(bytes(content[_LENGTH.size : start]))
    words = tuple(Word(*word) for word in head["words"])
    return Take(bytes(content[start:]), head["rate_hz"], words, head["estimated"])
