"""A take whose sound is on the disk until it is mixed."""

from __future__ import annotations

from dataclasses import dataclass

from issuecast.errors import VoiceError
from issuecast.models import DurationMs, Maker, Take, Word
from issuecast.spool import Spool, Stored


@dataclass(frozen=True, slots=True)
class LaidBy:
    """The same as a `Take`; carried to another process, it becomes one."""

    sound: Stored
    rate_hz: int
    words: tuple[Word, ...]
    estimated: bool
    maker: Maker | None

    @property
    def pcm(self) -> bytes:
        return self.sound.read()

    @property
    def samples(self) -> int:
        return self.sound.size // 2

    @property
    def duration_ms(self) -> DurationMs:
        return round(self.samples * 1000 / self.rate_hz)

    def __reduce__(self) -> tuple[type[Take], tuple[object, ...]]:
        return Take, (self.pcm, self.rate_hz, self.words, self.estimated, self.maker)


def lay_by(take: Take, spool: Spool) -> LaidBy:
    """Put the sound of a take on the disk.

    Raises:
        VoiceError: there is no room.
    """
    try:
        return LaidBy(spool.put(take.pcm), take.rate_hz, take.words, take.estimated, take.maker)
    except OSError as error:
        problem = f"Takes cannot be laid by in {spool.folder} ({error.strerror})"
        raise VoiceError(problem, "make room there, then build again") from error
