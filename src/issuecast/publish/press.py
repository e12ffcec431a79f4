"""What is made from the records. Each maker is loaded when it is needed: where nothing changed, none is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from issuecast.models import Episode
from issuecast.publish.addresses import CHAPTERS, EMBED, INDEX, TRANSCRIPTS
from issuecast.publish.archive import recorded
from issuecast.publish.channel import Document
from issuecast.publish.pictures import names, paint
from issuecast.publish.theme import Theme
from issuecast.show import Show

if TYPE_CHECKING:
    from issuecast.publish.pages import Site

_THUMBNAIL = 480
"""Pixels: twice the size in which a page shows the cover."""


class Press:
    """Makes the files of one show, each as its path below `episodes/` and its content."""

    def __init__(self, show: Show, theme: Theme, cover: str) -> None:
        self._show, self._theme = show, theme
        self.cover, self.thumbnail = cover, cover.replace(".jpg", f"-{_THUMBNAIL}.jpg")

    @cached_property
    def _site(self) -> Site:
        from issuecast.publish.pages import Site

        return Site(self._show, self._theme, self.cover, self.thumbnail)

    def pictures(self) -> Mapping[str, bytes]:
        from issuecast.publish.artwork import artwork
        from issuecast.publish.artwork_file import thumbnail

        picture = artwork(self._show)
        return {self.cover: picture, self.thumbnail: thumbnail(picture, _THUMBNAIL)}

    def episode(self, slug: str) -> Mapping[str, bytes]:
        """What stands beside an episode's sound, made from its whole record; see `episode_files`."""
        from issuecast.publish import chapters, transcript

        episode = recorded(self._show, slug)
        files = {
            **transcript.transcripts(self._show, episode),
            CHAPTERS: chapters.to_json(episode).encode(),
            **self._site.episode(episode),
        }
        return {f"{slug}/{name}": content for name, content in files.items()}

    def repaint(self, episode: Episode) -> Mapping[str, bytes]:
        """The episode's pictures under their recorded names."""
        from issuecast.publish.artwork import artwork

        painted = paint(self._show, episode, artwork(self._show) if self._show.cover else b"")
        pairs = zip(names(episode), painted.values(), strict=True)
        return {f"{episode.slug}/{name}": content for name, content in pairs}

    def index(self, episodes: Sequence[Episode]) -> Mapping[str, bytes]:
        return {INDEX: self._site.index(episodes)}

    def feed(self, document: Document, episodes: Sequence[Episode], guid: str) -> Mapping[str, bytes]:
        from issuecast.publish.feed import rss

        return {document.file: rss(self._show, document, episodes, cover=self.cover, guid=guid)}


def episode_files(slug: str) -> tuple[str, ...]:
    """The paths below `episodes/` of what is made from an episode's record."""
    transcripts = (name for name, _ in TRANSCRIPTS)
    return tuple(f"{slug}/{name}" for name in (*transcripts, CHAPTERS, INDEX, EMBED))
