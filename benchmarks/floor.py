"""What cannot be saved: the seconds that Python, a voice, LAME and a look at the result take alone."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import espeakng_loader
import imageio_ffmpeg

FFMPEG = (imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-nostdin")
_RAW = ("-f", "s16le", "-ar", "48000", "-ac", "2")
_FRAME_BYTES = 384

_ESPEAK = """
import json, sys
from issuecast.speak.espeak.worker import Espeak
library, data, lines = sys.argv[1:]
espeak = Espeak(library, data)
for text in json.loads(open(lines).read()):
    espeak.say("en-us", text, 160, 50, 80)
"""


def python_s() -> float:
    """`python -c pass`."""
    return _spent(lambda: _together([[sys.executable, "-c", "pass"]]))


def espeak_s(lines: Path) -> float:
    """espeak-ng on the texts of a JSON list, in one process that does nothing else, its start left out."""
    paths = (espeakng_loader.get_library_path(), espeakng_loader.get_data_path())

    def say(texts: Path) -> float:
        return _spent(lambda: _together([[sys.executable, "-c", _ESPEAK, *paths, texts]]))

    with tempfile.NamedTemporaryFile("w", suffix=".json") as nothing:
        nothing.write("[]")
        nothing.flush()
        return say(lines) - say(Path(nothing.name))


def lame_s(pcm: bytes, cores: int) -> float:
    """LAME as the mixer uses it on 48 kHz stereo PCM, in as many pieces at once as there are cores."""
    encode = ("-c:a", "libmp3lame", "-b:a", "128k", "-reservoir", "0", "-f", "mp3", "-y", os.devnull)
    return _in_pieces(pcm, cores, 4, lambda piece: [*FFMPEG, *_RAW, "-i", piece, *encode])


def check_s(mp3: bytes, cores: int) -> float:
    """One decode with the meter of loudness and true peak, in as many pieces at once as there are cores."""
    meter = ("-af", "ebur128=peak=true:framelog=quiet", "-f", "null", "-")
    return _in_pieces(mp3, cores, _FRAME_BYTES, lambda piece: [*FFMPEG, "-f", "mp3", "-i", piece, *meter])


def decoded(mp3: Path) -> bytes:
    """The file as 48 kHz stereo PCM."""
    command = [*FFMPEG, "-i", mp3, "-vn", *_RAW, "pipe:1"]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout


def _in_pieces(
    content: bytes, cores: int, unit: int, command: Callable[[Path], Sequence[str | Path]]
) -> float:
    size = -(-len(content) // cores // unit) * unit
    with tempfile.TemporaryDirectory() as folder:
        pieces = [Path(folder) / str(number) for number in range(cores)]
        for number, piece in enumerate(pieces):
            piece.write_bytes(content[number * size : (number + 1) * size])
        return _spent(lambda: _together([command(piece) for piece in pieces]))


def _together(commands: Sequence[Sequence[str | Path]]) -> None:
    running = [subprocess.Popen(command) for command in commands]
    codes = [process.wait() for process in running]
    assert not any(codes), codes


def _spent(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
