"""Takes that were paid for are kept, as the engine gave them: so a better studio needs no new recordings.

length of the head (4 bytes, lowest first) · head (JSON) · PCM
"""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, suppress
from dataclasses import astuple
from pathlib import Path
from typing import Any

from issuecast.cache import HEAD_BYTES, Cache, Kept
from issuecast.models import Maker, Take, Voice, Word
from issuecast.speak.engines import Engine, Settings, settings_heard
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
        self.write(self._key(request, engine), _content(take, self._settings_heard(request, engine)))

    def claim(
        self, request: Request, engine: Engine, wait: Callable[[float], object]
    ) -> AbstractContextManager[None]:
        """While one build records a take, no other does; `wait` is called meanwhile, as `claimed` tells."""
        return self.claimed(self._key(request, engine), wait)

    def made(self) -> Iterator[tuple[Kept, Maker | None]]:
        """Everything that is kept, and what made it; None for what an earlier issuecast kept."""
        for kept in self.kept():
            yield kept, _maker(_head(kept.file))

    def has_voiced(self, voice: Voice) -> bool:
        """Whether a take of a voice is kept, of whatever text."""
        return any(maker and maker.voice == voice for _, maker in self.made())

    def _settings_heard(self, request: Request, engine: Engine) -> list[tuple[str, str | float | bool]]:
        table = self._settings.get(engine.name, {})
        return sorted(settings_heard(engine, request.voice.name, table).items())

    def _key(self, request: Request, engine: Engine) -> str:
        determines = (
            engine.name,
            engine.version,
            getattr(engine, "voice_version", lambda _: "")(request.voice.name),
            self._settings_heard(request, engine),
            request.voice.name,
            astuple(request.delivery),
            request.text,
        )
        return hashlib.sha256(json.dumps(determines).encode()).hexdigest()


def _content(take: Take, settings: list[tuple[str, str | float | bool]]) -> bytes:
    told: dict[str, object] = {
        "rate_hz": take.rate_hz,
        "words": [astuple(word) for word in take.words],
        "estimated": take.estimated,
    }
    if take.maker:
        maker, voice = take.maker, take.maker.voice
        told = {
            "engine": voice.engine,
            "version": maker.version,
            "voice": voice.name,
            "settings": dict(settings),
        } | told
    head = json.dumps(told).encode()
    return _LENGTH.pack(len(head)) + head + take.pcm


def _take(content: memoryview) -> Take:
    (length,) = _LENGTH.unpack_from(content)
    start = _LENGTH.size + length
    head = json.loads(bytes(content[_LENGTH.size : start]))
    words = tuple(Word(*word) for word in head["words"])
    return Take(bytes(content[start:]), head["rate_hz"], words, head["estimated"], _maker(head))


def _head(file: Path) -> Mapping[str, Any]:
    """What a kept file tells of itself; {} if it is damaged, or gone meanwhile."""
    with suppress(OSError, ValueError, struct.error), file.open("rb") as stream:
        stream.seek(HEAD_BYTES)
        (length,) = _LENGTH.unpack(stream.read(_LENGTH.size))
        head = json.loads(stream.read(min(length, file.stat().st_size)))
        return head if isinstance(head, dict) else {}
    return {}


def _maker(head: Mapping[str, Any]) -> Maker | None:
    return Maker(head["version"], Voice(head["engine"], head["voice"])) if "voice" in head else None
