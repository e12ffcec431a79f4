"""One take of libflite, in a process of its own: whatever the library does, it does it to nobody else.

flite.py starts this file by its path for each take, without site packages: that costs 25 ms, a sentence a
tenth of a second. So every take begins alike, and a crash costs one. It imports nothing but the standard
library.

The request is the JSON `{"voice", "text", "stretch"}` on stdin; an empty one asks for the voices. The answer
is a line of JSON on stdout, `{"version", "voices"}` or `{"rate_hz", "tokens"}`, and after the latter the PCM.
A token is what stands between two spaces of the text: the seconds when it begins and ends, both 0 if it has
no sound. What goes wrong is told on stderr, with exit code 1.
"""

from __future__ import annotations

import ctypes
import json
import os
import re
import sys
from collections.abc import Iterator
from typing import Any

VOICES = {
    "rms": "cmu_us_rms",
    "slt": "cmu_us_slt",
    "awb": "cmu_us_awb",
    "kal": "cmu_us_kal",
    "kal16": "cmu_us_kal16",
}
"""Each in a library of its own, the best first; what else there is (awb_time) can only tell the time."""

_START = b"R:Token.daughter1.R:SylStructure.daughter1.daughter1.R:Segment.p.end"
_END = b"R:Token.daughtern.R:SylStructure.daughtern.daughtern.R:Segment.end"
"""From a token over its words and their syllables to phones, of which each knows its end."""

_Handle, _Name = ctypes.c_void_p, ctypes.c_char_p


class _Voice(ctypes.Structure):
    _fields_ = (("name", _Name), ("features", _Handle))


class _Wave(ctypes.Structure):
    _fields_ = (
        ("type", _Name),
        ("sample_rate", ctypes.c_int),
        ("num_samples", ctypes.c_int),
        ("num_channels", ctypes.c_int),
        ("samples", _Handle),
    )


class _Symbol(ctypes.Structure):
    """Dl_info of dlfcn.h."""

    _fields_ = (("file", _Name), ("base", _Handle), ("name", _Name), ("address", _Handle))


_SIGNATURES = {
    "flite_init": (ctypes.c_int, ()),
    "flite_get_param_float": (ctypes.c_float, (_Handle, _Name, ctypes.c_float)),
    "flite_feat_set_float": (None, (_Handle, _Name, ctypes.c_float)),
    "flite_synth_text": (_Handle, (_Name, ctypes.POINTER(_Voice))),
    "utt_wave": (ctypes.POINTER(_Wave), (_Handle,)),
    "utt_relation": (_Handle, (_Handle, _Name)),
    "relation_head": (_Handle, (_Handle,)),
    "item_next": (_Handle, (_Handle,)),
    "flite_ffeature_float": (ctypes.c_float, (_Handle, _Name)),
}


class Flite:
    """The library, initialised.

    Raises:
        OSError: it is not installed.
    """

    def __init__(self) -> None:
        self._library: Any = _load("flite")
        for part in ("flite_usenglish", "flite_cmulex"):  # the voices refer to their symbols
            _load(part)
        for name, (result, arguments) in _SIGNATURES.items():
            function = getattr(self._library, name)
            function.restype, function.argtypes = result, arguments
        self._library.flite_init()

    def version(self) -> str:
        """As the library's file is called: "2.2" for libflite.so.2.2."""
        symbol = _Symbol()
        ctypes.CDLL(None).dladdr(self._library.flite_init, ctypes.byref(symbol))
        file = os.path.realpath(symbol.file or b"")  # pathlib takes as long to import as all the rest
        return b".".join(re.findall(rb"\d+", os.path.basename(file))).decode()  # noqa: PTH119

    def voices(self) -> list[str]:
        """Those whose libraries are installed."""
        return [name for name in VOICES if _is_there("flite_" + VOICES[name])]

    def say(self, voice: str, text: str, stretch: float) -> tuple[int, list[tuple[float, float]], bytes]:
        """Rate, tokens and PCM of a text in ASCII; `stretch` above 1 is slower.

        Raises:
            KeyError, OSError: there is no such voice.
            ValueError: the library does not voice this text.
        """
        register = getattr(_load("flite_" + VOICES[voice]), "register_" + VOICES[voice])
        register.restype = ctypes.POINTER(_Voice)
        speaker = register(None)
        features = speaker.contents.features
        own = self._library.flite_get_param_float(features, b"duration_stretch", 1.0)
        self._library.flite_feat_set_float(features, b"duration_stretch", own * stretch)
        utterance = self._library.flite_synth_text(text.encode("ascii"), speaker)
        if not utterance:
            raise ValueError("flite cannot voice this text")
        wave = self._library.utt_wave(utterance).contents
        if wave.num_channels != 1:
            raise ValueError(f"flite voiced it in {wave.num_channels} channels")
        return wave.sample_rate, list(self._tokens(utterance)), _little(wave)

    def _tokens(self, utterance: Any) -> Iterator[tuple[float, float]]:
        item = self._library.relation_head(self._library.utt_relation(utterance, b"Token"))
        while item:
            # A sign at its end ("and/") has no phones: then the token lasts until the next.
            end = self._seconds(item, _END) or self._seconds(item, b"n." + _START)
            yield self._seconds(item, _START), end
            item = self._library.item_next(item)

    def _seconds(self, item: Any, path: bytes) -> float:
        seconds: float = self._library.flite_ffeature_float(item, path)
        return round(seconds, 4)


def _load(name: str) -> Any:
    return ctypes.CDLL(f"lib{name}.so.1", ctypes.RTLD_GLOBAL)


def _is_there(name: str) -> bool:
    try:
        _load(name)
    except OSError:
        return False
    return True


def _little(wave: Any) -> bytes:
    """The samples as 16-bit PCM, the lowest byte first."""
    pcm = ctypes.string_at(wave.samples, 2 * wave.num_samples)
    if sys.byteorder == "little":
        return pcm
    swapped = bytearray(pcm)
    swapped[::2], swapped[1::2] = pcm[1::2], pcm[::2]
    return bytes(swapped)


def main() -> None:
    """Answer the request."""
    request = sys.stdin.buffer.read()
    outgoing = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what the library prints is no answer
    pcm = b""
    try:
        flite = Flite()
        if request:
            rate_hz, tokens, pcm = flite.say(**json.loads(request))
            head: dict[str, object] = {"rate_hz": rate_hz, "tokens": tokens}
        else:
            head = {"version": flite.version(), "voices": flite.voices()}
    except (KeyError, OSError, ValueError) as error:
        sys.exit(str(error))
    outgoing.write(json.dumps(head).encode() + b"\n" + pcm)
    outgoing.flush()


if __name__ == "__main__":
    main()
