"""A process of its own that holds one initialised espeak-ng and voices each text in a child forked from it.

espeak-ng keeps state between sentences that no call resets: the same text comes out in other bytes and with
another length after others. Forked from one process that never speaks itself, every take begins alike. The
program cannot fork for that, since it has threads; so espeak.py starts this file by its path, without site
packages, and talks to it through stdin and stdout. It imports nothing but the standard library.

A message is its length and its body; integers have 4 bytes, the lowest first. The worker begins and tells,
in JSON, `{"rate_hz", "version", "languages"}` or `{"error"}`. A request is the arguments of `Espeak.say` in
JSON. The answer is one byte, and after `OK` the count of word events, the events, and the PCM; after `FAILED`
the reason. An event is two integers: the character of the text, from 0, where a word begins, and its time in
ms. The worker ends with its stdin.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import struct
import sys
from collections.abc import Iterator
from typing import IO, Any, NoReturn

OK, FAILED = b"\x00", b"\x01"
LENGTH = struct.Struct("<I")
EVENT = struct.Struct("<II")
LONGEST_BODY = 1 << 28
"""256 MB: an hour and a half of sound."""

LONGEST_TAKE_S = 60
"""Seconds of work; the longest take needs one. A child that exceeds them is killed."""

# speak_lib.h of espeak-ng
SYNCHRONOUS_OUTPUT, DO_NOT_EXIT = 2, 0x8000
POSITION_IN_CHARACTERS, UTF8, PHONEMES = 1, 1, 0x100
PARAMETER_RATE, PARAMETER_VOLUME, PARAMETER_PITCH = 1, 2, 3
EVENT_LIST_ENDS, EVENT_WORD = 0, 1


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", ctypes.c_char * 8),
    )


class _Voice(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_char_p),
        ("languages", ctypes.c_void_p),
        ("identifier", ctypes.c_char_p),
        ("gender", ctypes.c_ubyte),
        ("age", ctypes.c_ubyte),
        ("variant", ctypes.c_ubyte),
        ("xx1", ctypes.c_ubyte),
        ("score", ctypes.c_int),
        ("spare", ctypes.c_void_p),
    )


_Callback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event)
)


class Espeak:
    """The library, initialised.

    Raises:
        OSError: it cannot be loaded or started.
    """

    def __init__(self, library: str, data: str) -> None:
        self._library: Any = ctypes.CDLL(library)
        # The library keeps paths in 160 bytes: what is deeper down is reached from where the data is.
        os.chdir(os.path.dirname(data))  # noqa: PTH120  pathlib takes as long to import as all the rest
        self.rate_hz = int(self._library.espeak_Initialize(SYNCHRONOUS_OUTPUT, 0, b".", DO_NOT_EXIT))
        if self.rate_hz <= 0:
            raise OSError("espeak-ng does not start with the data in " + data)
        self._library.espeak_Info.restype = ctypes.c_char_p
        self.version = self._library.espeak_Info(None).decode()
        self.languages = self._languages()

    def _languages(self) -> dict[str, bytes]:
        """For each language code (`en-us`) the library's name of the best voice for it (`gmw/en-US`).

        The library takes a code itself only where the voice's file happens to be called so.
        """
        self._library.espeak_ListVoices.restype = ctypes.POINTER(ctypes.POINTER(_Voice))
        voices = list[tuple[str, int, bytes]]()
        for pointer in self._library.espeak_ListVoices(None):
            if not pointer:
                break
            identifier = pointer.contents.identifier
            if not identifier.startswith(b"mb/"):  # these need another program, mbrola
                voices.extend((*spoken, identifier) for spoken in _spoken(pointer.contents.languages))
        return {code: identifier for code, _, identifier in sorted(voices, reverse=True)}

    def say(
        self, voice: str, text: str, rate: int, pitch: int, volume: int
    ) -> tuple[bytes, list[tuple[int, int]]]:
        """The PCM of a text, and each word event's character and time in ms.

        Args:
            voice: a language, perhaps with a variant after a plus.
            text: what is said; in double brackets stand mnemonics of sounds.
            rate: words a minute, as espeak-ng counts them.
            pitch: of 100; 50 is the voice's own.
            volume: of 100.

        Raises:
            ValueError: there is no such voice.
            OSError: the library reports an error.
        """
        sound: list[bytes] = []
        words: list[tuple[int, int]] = []

        def on_sound(samples: Any, count: int, events: Any) -> int:
            if samples and count > 0:
                sound.append(ctypes.string_at(samples, 2 * count))
            for event in events:
                if event.type == EVENT_LIST_ENDS:
                    break
                if event.type == EVENT_WORD:
                    words.append((max(event.text_position - 1, 0), max(event.audio_position, 0)))
            return 0

        callback = _Callback(on_sound)
        self._library.espeak_SetSynthCallback(callback)
        code, plus, variant = voice.partition("+")
        name = self.languages.get(code, b"") + (plus + variant).encode()
        if code not in self.languages or self._library.espeak_SetVoiceByName(name):
            raise ValueError("there is no voice " + voice)
        self._library.espeak_SetParameter(PARAMETER_RATE, rate, 0)
        self._library.espeak_SetParameter(PARAMETER_PITCH, pitch, 0)
        self._library.espeak_SetParameter(PARAMETER_VOLUME, volume, 0)
        encoded, flags = text.encode() + b"\0", UTF8 | PHONEMES
        size = ctypes.c_size_t(len(encoded))
        failed = self._library.espeak_Synth(encoded, size, 0, POSITION_IN_CHARACTERS, 0, flags, None, None)
        if failed or self._library.espeak_Synchronize():
            raise OSError("espeak-ng cannot voice this text")
        return b"".join(sound), words


def _spoken(address: int) -> Iterator[tuple[str, int]]:
    """The languages of a voice, each with its priority, of which 1 is best and 0 ends the list."""
    while priority := ctypes.string_at(address, 1)[0]:
        code = ctypes.string_at(address + 1)
        yield code.decode(), priority
        address += len(code) + 2


def _answer(espeak: Espeak, request: bytes) -> bytes:
    try:
        pcm, words = espeak.say(**json.loads(request))
    except (OSError, ValueError) as error:
        return FAILED + str(error).encode()
    return OK + LENGTH.pack(len(words)) + b"".join(EVENT.pack(*word) for word in words) + pcm


def _answer_of_child(espeak: Espeak, request: bytes, answers: IO[bytes]) -> bytes:
    """What a child answers that is forked for this request and never used again.

    It holds neither this worker's end of its pipe nor `answers`: if the worker is killed, the child cannot
    write and ends too, and the program sees at once that no answer will come.
    """
    incoming, outgoing = os.pipe()
    child = os.fork()
    if not child:
        os.close(incoming)
        os.close(answers.fileno())
        _speak_and_exit(espeak, request, outgoing)
    os.close(outgoing)
    with open(incoming, "rb") as pipe:  # noqa: PTH123  a descriptor
        answer = pipe.read()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return answer if status == 0 else FAILED + b"the process that spoke ended with status %d" % status


def _speak_and_exit(espeak: Espeak, request: bytes, outgoing: int) -> NoReturn:
    signal.alarm(LONGEST_TAKE_S)
    status = 1
    try:
        with open(outgoing, "wb") as pipe:
            pipe.write(_answer(espeak, request))
        status = 0
    finally:
        os._exit(status)  # whatever happened, the child must not become a second worker


def receive(stream: IO[bytes]) -> bytes | None:
    """The body of the next message; None at the end of the stream, or if it ends in a message.

    Raises:
        ValueError: the message is longer than any can be.
    """
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    if length > LONGEST_BODY:
        raise ValueError(f"a message of {length} bytes is none of ours")
    body = stream.read(length)
    return body if len(body) == length else None


def send(stream: IO[bytes], body: bytes) -> None:
    """Write one message."""
    stream.write(LENGTH.pack(len(body)) + body)
    stream.flush()


def main(library: str, data: str) -> None:
    """Answer requests until stdin ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the program that is interrupted closes our stdin
    incoming, outgoing = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what the library prints is no message
    try:
        espeak = Espeak(library, data)
    except OSError as error:
        send(outgoing, json.dumps({"error": str(error)}).encode())
        return
    hello = {"rate_hz": espeak.rate_hz, "version": espeak.version, "languages": sorted(espeak.languages)}
    send(outgoing, json.dumps(hello).encode())
    while (request := receive(incoming)) is not None:
        send(outgoing, _answer_of_child(espeak, request, outgoing))


if __name__ == "__main__":
    main(*sys.argv[1:])
