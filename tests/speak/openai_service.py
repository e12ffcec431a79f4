"""A server with OpenAI's speech API, on a loopback port, with a plan of what goes wrong.

GET /v1/models and POST /v1/audio/speech, with a key if it wants one. The voice hums, as long as the words.
"""

from __future__ import annotations

import asyncio
import io
import math
import wave
from array import array
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from aiohttp import web

from .edge_service import hum
from .loopback import on_a_port

RATE_HZ = 24_000
MS_PER_LETTER = 60
UNKNOWN_LENGTH = b"\xff\xff\xff\xff"


SENT = {"", "short", "half", "unknown", "no audio", "garbage", "one word", "odd", "cut", "no rate", "as wav"}
"""What comes with a 200 and a length."""


class OpenAIService:
    """What the next requests get (`plan`, one entry each, then `otherwise`), and what was asked.

    A plan's entries: a status, perhaps with the seconds of its Retry-After (`503`, `429 1`); `quota`;
    `refuse` (the connection is closed at once), `hang`, `drip` (a byte now and then); `drop` and `chunked
    drop` (it is lost after half the answer); `short` (the WAV is half as long as it says), `half` (half is
    passed off as the whole), `unknown` (a WAV that does not tell its length: no fault), `no audio`,
    `garbage`, `html`, `one word`, `odd` (half a sample more), `cut` (an MP3 that ends within a frame), `no
    rate` (a WAV of 0 Hz), `as wav` (whatever was asked for: no fault).
    """

    def __init__(self) -> None:
        self.key = ""
        self.plan: deque[str] = deque()
        self.otherwise: Callable[[], str] = lambda: ""
        self.models_plan: deque[str] = deque()
        self.asked: list[Mapping[str, Any]] = []
        self.latency_s = 0.0
        self.most_at_once = 0
        self.port = 0
        self._at_once = 0

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    def application(self) -> web.Application:
        application = web.Application()
        application.router.add_get("/v1/models", self._models)
        application.router.add_post("/v1/audio/speech", self._speech)
        return application

    async def _models(self, request: web.Request) -> web.StreamResponse:
        fault = self.models_plan.popleft() if self.models_plan else ""
        if fault or self._refused(request):
            return await _failure(request, fault or "401", self.key)
        return web.json_response({"object": "list", "data": []})

    async def _speech(self, request: web.Request) -> web.StreamResponse:
        fault = self.plan.popleft() if self.plan else self.otherwise()
        if self._refused(request):
            return await _failure(request, "401", self.key)
        body = await request.json()
        self.asked.append(body)
        self._at_once += 1
        self.most_at_once = max(self.most_at_once, self._at_once)
        try:
            await asyncio.sleep(self.latency_s)
            kind = {"wav": "audio/wav", "pcm": "audio/pcm", "mp3": "audio/mpeg"}[body["response_format"]]
            content = _sound(body, fault)
            if fault in SENT:
                return web.Response(body=content, content_type=kind)
            if fault.endswith("drop"):
                return await _dropped(request, content, chunked=fault.startswith("chunked"))
            return await _failure(request, fault, self.key)
        finally:
            self._at_once -= 1

    def _refused(self, request: web.Request) -> bool:
        return bool(self.key) and request.headers.get("Authorization") != f"Bearer {self.key}"


@contextmanager
def serving() -> Iterator[OpenAIService]:
    """The service, running in a thread until the block ends."""
    service = OpenAIService()
    with on_a_port(service.application(), 0.02) as service.port:
        yield service


async def _failure(request: web.Request, fault: str, key: str) -> web.StreamResponse:
    status, _, after = fault.partition(" ")
    if status.isdigit():
        headers = {"Retry-After": after} if after else {}
        error = {"message": f"Something is wrong\nwith {key or 'this'}.", "code": None}
        return web.json_response({"error": error}, status=int(status), headers=headers)
    if fault == "quota":
        error = {"message": "You exceeded your current quota.", "code": "insufficient_quota"}
        return web.json_response({"error": error}, status=429)
    if fault == "html":
        return web.Response(text="<html>Sign in to the hotel's network</html>", content_type="text/html")
    if fault == "drip":
        answer = web.StreamResponse(headers={"Content-Type": "audio/wav"})
        await answer.prepare(request)
        for _ in range(200):
            await answer.write(b"R")
            await asyncio.sleep(0.05)
        return answer
    if fault == "hang":
        await asyncio.sleep(10)
    assert request.transport
    request.transport.abort()
    return web.Response()


async def _dropped(request: web.Request, content: bytes, *, chunked: bool) -> web.StreamResponse:
    answer = web.StreamResponse(headers={"Content-Type": "audio/wav"})
    if not chunked:
        answer.content_length = len(content)
    await answer.prepare(request)
    await answer.write(content[: len(content) // 2])
    await asyncio.sleep(0.02)  # so that the half arrives
    assert request.transport
    request.transport.abort()
    return answer


def _sound(body: Mapping[str, Any], fault: str) -> bytes:
    """As long as its letters take at its speed, with a fault in it."""
    text = body["input"].split()[0] if fault == "one word" else body["input"]
    duration_ms = round(duration_of(text) / body["speed"])
    if fault == "half":
        duration_ms //= 2
    if fault == "no audio":
        return b""
    if fault == "garbage":
        return b"so sorry " * 1000
    if body["response_format"] == "mp3":
        return hum(duration_ms)[: -100 if fault == "cut" else None]
    quarter_s = bytes(RATE_HZ // 2)
    period = array("h", [round(9000 * math.sin(step * math.tau / 24)) for step in range(RATE_HZ // 1000)])
    pcm: bytes = quarter_s + period.tobytes() * duration_ms + quarter_s
    if body["response_format"] == "pcm" and fault != "as wav":
        return pcm + b"\0" if fault == "odd" else pcm
    return _wav(pcm, fault)


def _wav(pcm: bytes, fault: str) -> bytes:
    wav = wav_of(pcm)
    if fault == "no rate":
        return wav[:24] + bytes(4) + wav[28:]
    if fault == "short":
        return wav[: len(wav) // 2]
    return wav[:4] + UNKNOWN_LENGTH + wav[8:40] + UNKNOWN_LENGTH + wav[44:] if fault == "unknown" else wav


def duration_of(text: str) -> int:
    """How many milliseconds the voice hums for it."""
    return MS_PER_LETTER * sum(map(str.isalnum, text))


def wav_of(pcm: bytes, *, rate_hz: int = RATE_HZ, channels: int = 1, sample_bytes: int = 2) -> bytes:
    """The samples as a WAV file, its header 44 bytes."""
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setparams((channels, sample_bytes, rate_hz, 0, "NONE", ""))
        sound.writeframes(pcm)
    return file.getvalue()
