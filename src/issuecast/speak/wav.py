"""A take as a WAV file, to be listened to."""

from __future__ import annotations

import wave
from pathlib import Path

from issuecast.errors import VoiceError
from issuecast.models import Recording


def save(take: Recording, file: Path) -> None:
    """Write it whole or not at all: 16-bit mono at the take's rate.

    Raises:
        VoiceError: the file cannot be written.
    """
    beside = file.with_name(f".{file.name}.new")
    try:
        with beside.open("wb") as stream, wave.open(stream, "wb") as sound:
            sound.setparams((1, 2, take.rate_hz, 0, "NONE", ""))
            sound.writeframes(take.pcm)
        beside.replace(file)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise VoiceError(f"{file} cannot be written ({error.strerror})", "name another place") from error
