"""The show's music, decoded and measured once, before any voice is made: broken music fails early."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from issuecast import starter
from issuecast.errors import MixError
from issuecast.ffmpeg import SILENT_LUFS, FfmpegFailed, ffmpeg
from issuecast.mix.sound import RATE_HZ, STEREO_MS
from issuecast.models import DurationMs
from issuecast.show import Show

PIECES = ("intro", "bed", "sting", "outro")
LONGEST_MINUTES = 10


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of music: 48 kHz stereo 16-bit PCM, a whole number of milliseconds of it.

    `loudness_lufs` is its gated loudness (ITU-R BS.1770), or None if it is too short or too soft to tell.
    """

    pcm: bytes
    loudness_lufs: float | None

    @property
    def duration_ms(self) -> DurationMs:
        return len(self.pcm) // STEREO_MS


@dataclass(frozen=True, slots=True)
class MusicSet:
    """What a show plays; None for what it does not have.

    `voice_enters_ms` is when the first words come, from the start of the intro.
    """

    intro: Piece | None = None
    bed: Piece | None = None
    sting: Piece | None = None
    outro: Piece | None = None
    voice_enters_ms: DurationMs = 0

    def piece(self, name: str) -> Piece | None:
        """The piece of that name, or None if the show has none."""
        return {"intro": self.intro, "bed": self.bed, "sting": self.sting, "outro": self.outro}.get(name)

    def only(self, names: Collection[str]) -> MusicSet:
        """The same without the pieces that are not named: a chapter carries no more than it plays."""
        kept = {name: self.piece(name) if name in names else None for name in PIECES}
        return MusicSet(kept["intro"], kept["bed"], kept["sting"], kept["outro"], self.voice_enters_ms)


def load_music(show: Show) -> MusicSet:
    """Decode the pieces that `[music]` names, from the show's `audio/` or else the starter's.

    Raises:
        MixError: a file is missing, holds no sound, or runs longer than ten minutes.
    """
    settings = show.music
    return MusicSet(
        _load(show, "intro", settings.intro),
        _load(show, "bed", settings.bed),
        _load(show, "sting", settings.sting),
        _load(show, "outro", settings.outro),
        settings.voice_enters_ms,
    )


def _load(show: Show, name: str, file: str) -> Piece | None:
    if not file:
        return None
    path = starter.find(show.folder, "audio", file)
    if path is None:
        raise MixError(
            f"The {name} {file!r} of [music] is not in {show.folder / 'audio'}",
            f'put the file there, or write {name} = "" for none',
        )
    return _decoded(name, path)


def _decoded(name: str, path: Path) -> Piece:
    """Any format that ffmpeg reads; it stops just after the limit, however long the file is."""
    way_out = f'put another file there, or write {name} = "" in [music] for none'
    limit = ["-t", str(LONGEST_MINUTES * 60 + 1)]
    convert = f"aresample={RATE_HZ},aformat=channel_layouts=stereo,ebur128=framelog=verbose"
    # A file that is damaged or cut short decodes with errors, which ffmpeg by itself would shrug off.
    strict = ["-xerror"]
    source = ["-nostdin", *strict, *limit, "-i", f"file:{path}", "-map", "0:a:0"]
    try:
        run = ffmpeg([*source, "-af", convert, "-f", "s16le", "pipe:1"])
    except FfmpegFailed as error:
        raise MixError(f"The {name} {path} is damaged, or no audio", way_out) from error
    pcm = run.output[: len(run.output) // STEREO_MS * STEREO_MS]
    if not pcm:
        raise MixError(f"The {name} {path} has no sound in it", way_out)
    if len(pcm) > LONGEST_MINUTES * 60_000 * STEREO_MS:
        raise MixError(f"The {name} {path} is longer than {LONGEST_MINUTES} minutes", way_out)
    return Piece(pcm, run.loudness_lufs if run.loudness_lufs > SILENT_LUFS else None)
