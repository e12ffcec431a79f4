"""An episode in other formats than MP3, each encoded in one go from what the MP3 was encoded from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from issuecast.errors import MixError
from issuecast.ffmpeg import FfmpegFailed, ffmpeg, ffmpeg_fed
from issuecast.mix.encode import pcm_of
from issuecast.mix.sound import RATE_HZ, STEREO_MS
from issuecast.mix.tags import Tags
from issuecast.models import DurationMs, Mix, Rendition, Timeline
from issuecast.spool import Spool, Stored

_PIECE_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class _Format:
    """How a format is told of, as in a `Rendition`, and how ffmpeg encodes it."""

    name: str
    suffix: str
    type: str
    codecs: str
    encoder: tuple[str, ...]


_FORMATS: Mapping[str, _Format] = {
    # Three quarters of the MP3's size; at this rate ffmpeg cuts off at 15 kHz. The coder takes a third of the
    # default one's time and comes 10 dB nearer to the sound up to 4 kHz, and up to 12 kHz is no farther.
    "aac": _Format(
        "AAC",
        ".m4a",
        "audio/mp4",
        "mp4a.40.2",
        ("-c:a", "aac", "-aac_coder", "fast", "-b:a", "96k", "-f", "ipod", "-movflags", "+faststart"),
    ),
    # What https://wiki.xiph.org/Opus_Recommended_Settings has for podcasts in stereo; free VBR takes half as
    # much again for voices that are hard to encode. The type is RFC 7845's. ffmpeg rounds the seconds of
    # chapters up in Ogg, so they are left to the tags.
    "opus": _Format(
        "Opus",
        ".opus",
        "audio/ogg",
        "opus",
        ("-c:a", "libopus", "-b:a", "64k", "-vbr", "constrained", "-f", "ogg", "-map_chapters", "-1"),
    ),
}


def check_encoders(formats: Sequence[str]) -> None:
    """That this ffmpeg can encode them, which is found out by a moment of silence.

    Raises:
        MixError: it cannot.
    """
    for name in formats:
        encoder = _FORMATS[name].encoder[:2]
        try:
            ffmpeg([*_PCM, *encoder, "-f", "null", "-"], bytes(100 * STEREO_MS))
        except FfmpegFailed as error:
            raise MixError(
                f"This ffmpeg cannot encode {_FORMATS[name].name} ({error})",
                f'take "{name}" out of [audio] alternates, or unset IMAGEIO_FFMPEG_EXE',
            ) from error


def alternates(mix: Mix, formats: Sequence[str], tags: Tags, spool: Spool) -> tuple[Rendition, ...]:
    """The episode in each of these formats, side by side; the same input gives the same bytes.

    Args:
        mix: with its `lossless` sound, and as long as its MP3.
        formats: as in show.toml: `aac`, `opus`.
        tags: what the files tell of the episode.
        spool: where they are laid by.

    Raises:
        MixError: ffmpeg failed, or the disk is full.
    """
    if not formats:
        return ()
    rendered = partial(_rendered, mix, tags, spool)
    with ThreadPoolExecutor(len(formats)) as threads:
        return tuple(threads.map(rendered, [_FORMATS[name] for name in formats]))


def _rendered(mix: Mix, tags: Tags, spool: Spool, wanted: _Format) -> Rendition:
    from issuecast.mix.alternate_tags import tag  # which shows without alternates need not wait for

    try:
        with TemporaryDirectory(prefix=".alternate-", dir=spool.folder) as folder:
            file = Path(folder, f"episode{wanted.suffix}")
            chapters = Path(folder, "chapters")
            chapters.write_text(_chapters(mix.timeline), encoding="utf-8")
            _encode(mix, wanted, chapters, file)
            bitrate_bps = round(file.stat().st_size * 8000 / mix.duration_ms)
            tag(file, tags)
            stored = tuple(_laid_by(file, spool))
    except FfmpegFailed as error:
        raise MixError(
            f"The episode could not be encoded as {wanted.name}, since ffmpeg failed ({error})",
            "make sure that there is room on the disk, then build again",
        ) from error
    except OSError as error:
        raise MixError(
            f"The episode as {wanted.name} cannot be laid by in {spool.folder} ({error.strerror})",
            "make room there, then build again",
        ) from error
    return Rendition(wanted.name, wanted.suffix, wanted.type, wanted.codecs, bitrate_bps, stored)


_PCM = ("-f", "s16le", "-ar", str(RATE_HZ), "-ac", "2", "-i", "pipe:0")


def _encode(mix: Mix, wanted: _Format, chapters: Path, file: Path) -> None:
    inputs = [*_PCM, "-f", "ffmetadata", "-i", str(chapters)]
    mapped = ["-map", "0:a", "-map_metadata", "1", "-map_chapters", "1"]
    sound = _whole(mix.lossless, mix.duration_ms)
    ffmpeg_fed([*inputs, *mapped, *wanted.encoder, "-bitexact", str(file)], sound)


def _whole(lossless: Sequence[Stored], duration_ms: DurationMs) -> Iterator[bytes]:
    """The PCM piece by piece, and silence up to the end that the MP3 has."""
    left = duration_ms * STEREO_MS
    for part in lossless:
        pcm = pcm_of(part.read())
        left -= len(pcm)
        yield pcm
    yield bytes(left)


def _chapters(timeline: Timeline) -> str:
    """For ffmpeg, which makes of it what the format has: https://ffmpeg.org/ffmpeg-formats.html#Metadata-2."""
    return ";FFMETADATA1\n" + "".join(
        f"[CHAPTER]\nTIMEBASE=1/1000\nSTART={chapter.start_ms}\nEND={chapter.end_ms}\n"
        f"title={_escaped(chapter.title)}\n"
        for chapter in timeline
    )


def _escaped(text: str) -> str:
    return "".join(f"\\{character}" if character in "=;#\\\n" else character for character in text)


def _laid_by(file: Path, spool: Spool) -> Iterator[Stored]:
    with file.open("rb") as content:
        while piece := content.read(_PIECE_BYTES):
            yield spool.put(piece)
