"""The online service behind edge-tts, on a loopback port, with a plan of what goes wrong.

It speaks the protocol that the library speaks: GET of the list of voices; a WebSocket with speech.config and
SSML in, turn.start, audio.metadata, binary audio and turn.end out. The voice is a hum, as long as the words.
"""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from email.utils import formatdate
from functools import cache
from xml.etree import ElementTree as ET

import imageio_ffmpeg
from aiohttp import WSMsgType, web
from edge_tts.drm import generate_sec_ms_gec_v2

from .loopback import on_a_port

VOICES = ("en-US-AndrewNeural", "en-US-EmmaMultilingualNeural", "de-DE-KatjaNeural")
MS_PER_LETTER = 60
CHUNK = 720


class EdgeService:
    """What the next requests get (`plan`, one entry each, then `otherwise`), and what was asked.

    A plan's entries: a status such as `403`, perhaps with a Retry-After (`429 2`), or without a time that
    can be read (`403 timeless`), `nonsense` (no message of the protocol), `refuse` (the connection is cut
    before a word), `hang`, `drop` (it is lost after half the answer), `close` (it is closed politely
    after half), `half` (half is passed off as the whole), `ahead` (half the sound, but all its words),
    `tail` (most of the last word's sound is missing), `one word`, `no audio`, `garbage`, and "" if all is
    well. `list_plan` is for the list of voices: a status, `refuse`, `drop`, or what comes in its place.
    """

    def __init__(self) -> None:
        self.plan: deque[str] = deque()
        self.otherwise: Callable[[], str] = lambda: ""
        self.list_plan: deque[str] = deque()
        self.texts: list[str] = []
        self.voices: list[str] = []
        self.prosody: list[str] = []
        self.answered: list[str] = []
        self.latency_s = 0.0
        self.most_at_once = 0
        self.clock_ahead_s = 0.0
        self.mistimed = 0
        self.port = 0
        self._at_once = 0

    @property
    def voice_list(self) -> str:
        return f"http://127.0.0.1:{self.port}/voices/list?trustedclienttoken=x"

    @property
    def wss_url(self) -> str:
        return f"ws://127.0.0.1:{self.port}/edge/v1?TrustedClientToken=x"

    def application(self) -> web.Application:
        application = web.Application()
        application.router.add_get("/voices/list", self._list)
        application.router.add_get("/edge/v1", self._converse)
        return application

    async def _list(self, request: web.Request) -> web.StreamResponse:
        fault = self.list_plan.popleft() if self.list_plan else ""
        if fault.isdigit():
            return web.Response(status=int(fault))
        if fault in {"refuse", "drop"}:
            return await _cut(request, b"" if fault == "refuse" else b"[{")
        if fault:
            return web.Response(text=fault)
        if refusal := self._wrong_token(request):
            return refusal
        return web.json_response(
            [{"ShortName": name, "Gender": "Male" if "Andrew" in name else "Female"} for name in VOICES]
        )

    def _wrong_token(self, request: web.Request) -> web.Response | None:
        """The service's answer to whose token is not of its time, which it tells."""
        now_s = time.time() + self.clock_ahead_s
        near = (generate_sec_ms_gec_v2(now_s + off_s) for off_s in (0, -300, 300))
        if request.query["Sec-MS-GEC"] in near:
            return None
        self.mistimed += 1
        return web.Response(status=403, headers={"Date": formatdate(now_s, usegmt=True)})

    async def _converse(self, request: web.Request) -> web.StreamResponse:
        if refusal := self._wrong_token(request):
            return refusal
        fault = self.plan.popleft() if self.plan else self.otherwise()
        if fault == "403 timeless":
            return web.Response(status=403, headers={"Date": "soon"})
        status, _, wait_s = fault.partition(" ")
        if status.isdigit():
            return web.Response(status=int(status), headers={"Retry-After": wait_s} if wait_s else {})
        if fault == "refuse":
            assert request.transport
            request.transport.abort()
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self._at_once += 1
        self.most_at_once = max(self.most_at_once, self._at_once)
        try:
            with suppress(ConnectionResetError):  # whoever asked is gone
                await self._answer(socket, request, fault)
        finally:
            self._at_once -= 1
        return socket

    async def _answer(self, socket: web.WebSocketResponse, request: web.Request, fault: str) -> None:
        config, ssml = await socket.receive(), await socket.receive()
        if ssml.type in (WSMsgType.CLOSE, WSMsgType.CLOSING, WSMsgType.CLOSED):
            return
        assert (config.type, ssml.type) == (WSMsgType.TEXT, WSMsgType.TEXT)
        assert '"wordBoundaryEnabled":"true"' in config.data
        speech = ET.fromstring(ssml.data.partition("\r\n\r\n")[2])  # noqa: S314  our own words
        text = "".join(speech[0][0].itertext())
        assert len(speech[0][0]) == 0
        self.texts.append(text)
        self.prosody.append(_between(ssml.data, r"<prosody ([^>]*)>"))
        self.voices.append(_between(ssml.data, r"<voice name='([^']*)'>"))
        await asyncio.sleep(self.latency_s)
        await socket.send_str("X-RequestId:1\r\nPath:turn.start\r\n\r\n{}")
        if fault == "nonsense":
            await socket.send_str("Sorry, we moved.")
        if fault == "hang":
            await socket.receive()
            return
        sound, messages = _spoken(_timed(text), fault)
        for message in messages:
            await socket.send_str(message)
        for start in range(0, len(sound), CHUNK):
            await socket.send_bytes(_audio(sound[start : start + CHUNK]))
        if fault == "drop":
            assert request.transport
            request.transport.abort()
        elif fault != "close":
            await socket.send_str("X-RequestId:1\r\nPath:turn.end\r\n\r\n{}")
            self.answered.append(text)


async def _cut(request: web.Request, sent: bytes) -> web.StreamResponse:
    """The connection ends before a word, or within the answer."""
    answer = web.StreamResponse(headers={"Content-Length": "900"})
    if sent:
        await answer.prepare(request)
        await answer.write(sent)
        await asyncio.sleep(0.02)  # so that it arrives
    assert request.transport
    request.transport.abort()
    return answer


@contextmanager
def serving() -> Iterator[EdgeService]:
    """The service, running in a thread until the block ends."""
    service = EdgeService()
    with on_a_port(service.application(), 0.2) as service.port:
        yield service


@cache
def hum(sound_ms: int) -> bytes:
    """A hum and the service's second of silence after it: MP3, 24 kHz, 48 kbit/s, mono."""
    source = f"sine=frequency=180:duration={sound_ms / 1000}:sample_rate=24000,apad=pad_dur=0.8"
    encoder = (
        "-c:a",
        "libmp3lame",
        "-b:a",
        "48k",
        "-write_xing",
        "0",
        "-id3v2_version",
        "0",
        "-f",
        "mp3",
        "-",
    )
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-f", "lavfi", "-i", source, *encoder]
    return subprocess.run(command, capture_output=True, check=True, timeout=30).stdout


def _timed(text: str) -> list[tuple[str, int, int]]:
    """Each word, when it begins and how long it lasts, in ms; without spaces, each sign is a word."""
    words, now = [], 100
    for word in text.split() if " " in text else list(text):
        bare = word.strip('.,;:!?…—–-“”"()')
        if bare:
            words.append((bare, now, len(bare) * MS_PER_LETTER))
        now += (len(word) + 1) * MS_PER_LETTER
    return words


def _spoken(words: list[tuple[str, int, int]], fault: str) -> tuple[bytes, list[str]]:
    """The sound and the messages about its words, as the fault leaves them."""
    sound = hum(words[-1][1] + words[-1][2] // (8 if fault == "tail" else 1))
    messages = [_metadata(*word) for word in words]
    match fault:
        case "" | "tail":
            return sound, messages
        case "no audio":
            return b"", messages
        case "garbage":
            return b"so sorry " * (len(sound) // 9), messages
        case "one word":
            return hum(words[0][1] + words[0][2]), messages[:1]
        case "ahead":
            return sound[: len(sound) // 2], messages
    return sound[: len(sound) // 2], messages[: len(messages) // 2]


def _metadata(word: str, start_ms: int, duration_ms: int) -> str:
    data = {"Offset": start_ms * 10_000, "Duration": duration_ms * 10_000, "text": {"Text": word}}
    return "X-RequestId:1\r\nPath:audio.metadata\r\n\r\n" + json.dumps(
        {"Metadata": [{"Type": "WordBoundary", "Data": data}]}
    )


def _audio(chunk: bytes) -> bytes:
    header = b"X-RequestId:1\r\nContent-Type:audio/mpeg\r\nPath:audio\r\n"
    return len(header).to_bytes(2, "big") + header + chunk


def _between(message: str, pattern: str) -> str:
    found = re.search(pattern, message, re.DOTALL)
    assert found
    return found[1]
