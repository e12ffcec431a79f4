"""PUBLISH: records on the disk become artwork, pages and a feed, the feed last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from issuecast.errors import PublishError
from issuecast.files import Part
from issuecast.models import Episode
from issuecast.publish import addresses, chapters, record, transcript
from issuecast.publish.artwork import artwork, cover_name, thumbnail
from issuecast.publish.feed import Channel, rss
from issuecast.publish.files import write
from issuecast.publish.pages import Site
from issuecast.publish.theme import theme
from issuecast.show import Show

__all__ = ["Published", "artwork", "publish", "records", "store"]

_THUMBNAIL = 480
"""Pixels: twice the size in which a page shows the cover."""


@dataclass(frozen=True, slots=True)
class Published:
    """Where the show now is: its feed, and the index page of its site."""

    feed: Path
    site: Path


def records(show: Show) -> tuple[Episode, ...]:
    """Every recorded episode, newest first.

    Raises:
        PublishError: a record cannot be read, or is not one.
    """
    found = [_recorded(file) for file in show.episodes.glob(f"*/{record.FILE_NAME}")]
    return tuple(sorted(found, key=lambda episode: (-episode.published.timestamp(), episode.slug)))


def store(show: Show, episode: Episode, audio: Sequence[bytes | Part]) -> None:
    """Write an episode's folder: sound, transcript, chapters, and last the record that names them.

    Args:
        show: whose episode it is.
        episode: the record; its `audio` is the file's name, its `bytes` the size.
        audio: the finished MP3, with its tags, in pieces.

    Raises:
        PublishError: a file cannot be written; the record is then as it was.
    """
    folder = show.episodes / episode.slug
    write(folder / episode.audio, *audio)
    write(folder / addresses.TRANSCRIPT, transcript.webvtt(show, episode).encode())
    write(folder / addresses.CHAPTERS, chapters.to_json(episode).encode())
    write(folder / record.FILE_NAME, record.to_json(episode).encode())


def publish(show: Show) -> Published:
    """Make artwork, pages and feed from the records; what is there already is not written again.

    Raises:
        PublishError: a record or the cover is no good, a recorded file is missing, a file cannot be written.
    """
    episodes = records(show)
    for episode in episodes:
        _check_audio(show.episodes / episode.slug / episode.audio, episode)
    folder, shared = show.episodes, theme(show)
    cover, small = _publish_cover(show)
    for path, content in shared.files.items():
        write(folder / path, content)
    site = Site(show, shared, cover, small)
    for episode in episodes:
        for name, page in site.episode(episode).items():
            write(folder / episode.slug / name, page)
    published = Published(folder / addresses.FEED, folder / addresses.INDEX)
    write(published.site, site.index(episodes))
    for channel, named in _channels(show, episodes):
        write(folder / channel.file, rss(show, channel, named, cover))
    return published


def _channels(show: Show, episodes: Sequence[Episode]) -> Iterator[tuple[Channel, Sequence[Episode]]]:
    """Each edition that has a feed of its own with its episodes, then the show's feed with all others."""
    apart = [name for name, edition in show.editions.items() if edition.feed]
    for name in apart:
        yield Channel.of(show, name), [episode for episode in episodes if episode.edition == name]
    yield Channel.of(show), [episode for episode in episodes if episode.edition not in apart]


def _publish_cover(show: Show) -> tuple[str, str]:
    """The names of the cover and its small copy; they tell the picture, so that it is drawn only once."""
    cover = cover_name(show)
    small = cover.replace(".jpg", f"-{_THUMBNAIL}.jpg")
    if not all((show.episodes / name).is_file() for name in (cover, small)):
        picture = artwork(show)
        write(show.episodes / cover, picture)
        write(show.episodes / small, thumbnail(picture, _THUMBNAIL))
    return cover, small


def _recorded(file: Path) -> Episode:
    try:
        return record.from_json(file.read_text(encoding="utf-8"), slug=file.parent.name)
    except OSError as error:
        raise PublishError(f"{file} cannot be read ({error.strerror})", "make it readable") from error
    except ValueError as error:
        reason = "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else error
        raise PublishError(
            f"{file} is no record of an episode, {reason}", "restore it, or remove its folder and build again"
        ) from error


def _check_audio(file: Path, episode: Episode) -> None:
    """What the feed names must be there: a missing file would reach every listener as an error."""
    size = file.stat().st_size if file.is_file() else None
    if size != episode.bytes:
        found = "is missing" if size is None else f"has {size} bytes instead of {episode.bytes}"
        raise PublishError(f"{file} {found}", "build that episode again, or remove its folder")
