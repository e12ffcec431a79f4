"""A take as a WAV file, to be listened to."""

from __future__ import annotations

import wave
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from issuecast.errors import VoiceError
from issuecast.models import Recording


def check(file: Path) -> None:
    """See that it can be written, before a voice is asked for what it shall hold.

    Raises:
        VoiceError: it cannot.
    """
    with _beside(file) as beside:
        beside.touch()


def save(take: Recording, file: Path) -> None:
    """Write it whole or not at all: 16-bit mono at the take's rate.

    Raises:
        VoiceError: the file cannot be written.
    """
    with _beside(file) as beside:
        with beside.open("wb") as stream, wave.open(stream, "wb") as sound:
            sound.setparams((1, 2, take.rate_hz, 0, "NONE", ""))
            sound.writeframes(take.pcm)
        beside.replace(file)


@contextmanager
def _beside(file: Path) -> Iterator[Path]:
    """A place beside it, which is empty in the end."""
    beside = file.with_name(f".{file.name}.new")
    try:
        yield beside
    except OSError as error:
        raise VoiceError(f"{file} cannot be written ({error.strerror})", "name another place") from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
