"""Running ffmpeg, the one that imageio-ffmpeg brings; `IMAGEIO_FFMPEG_EXE` names another.

Sound goes in and comes out through files without a name, or pipes: nothing is left on disk, whatever happens.
Only a file that must be written back and forth, as MP4 is, has a place that is named in the arguments.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

import imageio_ffmpeg

from issuecast.errors import MixError

SILENT_LUFS = -70.0
"""The absolute gate of ITU-R BS.1770, and what a meter reads if nothing passed it."""

_INTEGRATED = re.compile(r"^\s+I:\s+(-?[\d.]+) LUFS$", re.MULTILINE)
_NOISE = re.compile(r"^\[[^\]]*\]\s*")


@dataclass(frozen=True, slots=True)
class Run:
    """What a run gave: the bytes of its output, and its log."""

    output: bytes
    log: str

    @property
    def loudness_lufs(self) -> float:
        """The gated loudness that its `ebur128` read; at most the gate, -70, for silence."""
        readings = _INTEGRATED.findall(self.log)
        return float(readings[-1]) if readings else SILENT_LUFS


class FfmpegFailed(Exception):
    """ffmpeg ran and could not do it; the argument is its last word. Whoever asked says what it means."""


class FfmpegHung(FfmpegFailed):
    """It did not finish within its time, and was killed."""


def ffmpeg(arguments: Sequence[str], sound: bytes | bytearray = b"", *, within_s: float | None = None) -> Run:
    """Run ffmpeg with `sound` on its standard input and return what it wrote to its standard output.

    Args:
        arguments: without the program and the level of its log.
        sound: may be empty.
        within_s: after so many seconds it is killed; None for sound of our own, however much it is.

    Raises:
        FfmpegFailed: its exit code says so, or it was killed.
        MixError: it cannot be started at all.
    """
    # A log of level info holds the meter's summary; 5.1 prints a summary of zeros even when the filter
    # failed, so that only the exit code tells.
    with _nameless() as source, _nameless() as output, _nameless() as log:
        command = _command("info", arguments)
        try:
            source.write(sound)
            source.seek(0)
            done = subprocess.run(
                command, stdin=source, stdout=output, stderr=log, check=False, timeout=within_s
            )
        except OSError as error:
            raise _unstarted(command, error) from error
        except subprocess.TimeoutExpired as error:
            raise FfmpegHung(f"it did not finish within {within_s:g} s") from error
        return Run(_content(output), _checked(done.returncode, log))


def _nameless() -> IO[bytes]:
    """A file without a name, in memory where the system has such.

    Through pipes ffmpeg writes each frame and each line of its log alone, and Python reads them so.
    """
    return os.fdopen(os.memfd_create("sound"), "w+b") if hasattr(os, "memfd_create") else TemporaryFile()


def _content(file: IO[bytes]) -> bytes:
    file.seek(0)
    return file.read()


def ffmpeg_fed(arguments: Sequence[str], sound: Iterable[bytes]) -> None:
    """Run ffmpeg with `sound` on its standard input, piece by piece: no more than one is held.

    Raises:
        FfmpegFailed: its exit code says so.
        MixError: it cannot be started at all.
    """
    command = _command("error", arguments)
    with _nameless() as log:  # a pipe that nobody reads meanwhile could fill up
        try:
            running = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=log)
        except OSError as error:
            raise _unstarted(command, error) from error
        with running:
            try:
                _feed(running, sound)
            except BaseException:
                running.kill()
                raise
        _checked(running.returncode, log)


def _feed(running: subprocess.Popen[bytes], sound: Iterable[bytes]) -> None:
    if running.stdin is None:
        return
    with suppress(BrokenPipeError), running.stdin as pipe:  # it has ended, and its exit code says why
        for piece in sound:
            pipe.write(piece)


def _command(log_level: str, arguments: Sequence[str]) -> list[str]:
    return [_executable(), "-hide_banner", "-nostats", "-loglevel", log_level, *arguments]


def _unstarted(command: Sequence[str], error: OSError) -> MixError:
    return MixError(f"ffmpeg cannot be started ({command[0]}: {error.strerror})", _WAY_OUT)


def _checked(code: int, log: IO[bytes]) -> str:
    """The log of a run that succeeded."""
    if code < 0:
        raise FfmpegFailed(f"killed by signal {-code}")
    told = _content(log).decode(errors="replace")
    if code:
        raise FfmpegFailed(_last_word(told))
    return told


def identity() -> str:
    """What tells this ffmpeg from another: the library's version, the program's name and size.

    Raises:
        MixError: there is none.
    """
    program = Path(_executable())
    size = program.stat().st_size if program.is_file() else 0
    return f"{imageio_ffmpeg.__version__} {program.name} {size}"


_WAY_OUT = "install imageio-ffmpeg again, or set IMAGEIO_FFMPEG_EXE to an ffmpeg that works"


def _executable() -> str:
    """The library looks once and remembers."""
    try:
        return str(imageio_ffmpeg.get_ffmpeg_exe())
    except RuntimeError as error:
        raise MixError("There is no ffmpeg for this machine", _WAY_OUT) from error


def _last_word(log: str) -> str:
    lines = [line.strip() for line in log.splitlines() if line.strip()]
    return _NOISE.sub("", lines[-1]).rstrip(".") if lines else "without a word"
