"""The show's music, decoded and measured once, before any voice is made: broken music fails early."""

from __future__ import annotations

from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Literal, TypeAlias

from issuecast import starter
from issuecast.errors import MixError
from issuecast.ffmpeg import SILENT_LUFS, FfmpegFailed, ffmpeg
from issuecast.mix.sound import RATE_HZ, STEREO_MS
from issuecast.models import DurationMs
from issuecast.show import Show

PIECES = ("intro", "bed", "sting", "outro", "under")
LONGEST_MINUTES = 10

Named: TypeAlias = Literal["intro", "bed", "sting", "outro", "under"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of music: 48 kHz stereo 16-bit PCM, a whole number of milliseconds of it.

    `loudness_lufs` is its gated loudness (ITU-R BS.1770), or None if it is too short or too soft to tell;
    `gain_db` is how much louder than usual it is played.
    """

    pcm: bytes
    loudness_lufs: float | None
    gain_db: float = 0

    @property
    def duration_ms(self) -> DurationMs:
        return len(self.pcm) // STEREO_MS


@dataclass(frozen=True, slots=True)
class MusicSet:
    """What a show plays; None for what it does not have.

    `under` is the bed of this chapter; `beds` are those of a show, by patterns of titles. `voice_enters_ms`
    is when the first words come, from the start of the intro.
    """

    intro: Piece | None = None
    bed: Piece | None = None
    sting: Piece | None = None
    outro: Piece | None = None
    under: Piece | None = None
    beds: tuple[tuple[str, Piece], ...] = ()
    voice_enters_ms: DurationMs = 0

    def piece(self, name: str) -> Piece | None:
        """The piece of that name, or None if the show has none."""
        pieces = {"intro": self.intro, "bed": self.bed, "sting": self.sting, "outro": self.outro}
        return {**pieces, "under": self.under}.get(name)

    def of_chapter(self, title: str, names: Collection[str]) -> MusicSet:
        """What a chapter carries: the pieces that it plays, and the first bed that its title asks for."""
        matching = (bed for pattern, bed in self.beds if fnmatchcase(title.casefold(), pattern.casefold()))
        intro, bed, sting, outro = (self.piece(name) if name in names else None for name in PIECES[:4])
        return MusicSet(intro, bed, sting, outro, next(matching, None), (), self.voice_enters_ms)


def load_music(show: Show) -> MusicSet:
    """Decode the pieces that `[music]` names, from the show's `audio/` or else the starter's.

    Raises:
        MixError: a file is missing, holds no sound, or runs longer than ten minutes.
    """
    settings = show.music
    named = {"intro": settings.intro, "bed": settings.bed, "sting": settings.sting, "outro": settings.outro}
    wanted = [(name, file) for name, file in named.items() if file]
    wanted += [("under", file) for file in dict.fromkeys(settings.under.values())]
    with ThreadPoolExecutor(2) as threads:
        loaded = dict(zip(wanted, threads.map(lambda one: _load(show, *one), wanted), strict=True))
    return MusicSet(
        **{name: loaded.get((name, file)) for name, file in named.items()},
        beds=tuple((pattern, loaded["under", file]) for pattern, file in settings.under.items()),
        voice_enters_ms=settings.voice_enters_ms,
    )


def _load(show: Show, name: Named, file: str) -> Piece:
    path = starter.find(show.folder, "audio", file)
    if path is None:
        raise MixError(
            f"The {name} {file!r} of [music] is not in {show.folder / 'audio'}",
            f'put the file there, or write {name} = "" for none',
        )
    return replace(_decoded(name, path), gain_db=show.music.gain_db.get(name, 0))


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
