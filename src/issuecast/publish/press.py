"""What is made from the records. Each maker is loaded when it is needed: where nothing changed, none is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from issuecast.models import Episode
from issuecast.publish import discovery
from issuecast.publish.addresses import CHAPTERS, EMBED, INDEX, TRANSCRIPTS
from issuecast.publish.archive import recorded
from issuecast.publish.channel import Document
from issuecast.publish.index_pages import Sheet
from issuecast.publish.pictures import THUMBNAIL, names, paint
from issuecast.publish.theme import Theme
from issuecast.show import Show

if TYPE_CHECKING:
    from issuecast.publish.pages import Site

SITE = ("404.html", discovery.MANIFEST)
"""Files that do not change with the episodes."""


class Press:
    """Makes the files of one show, each as its path below `episodes/` and its content."""

    def __init__(self, show: Show, theme: Theme, cover: str) -> None:
        self._show, self._theme = show, theme
        self.cover, self.thumbnail = cover, cover.replace(".jpg", f"-{THUMBNAIL}.jpg")

    @cached_property
    def _site(self) -> Site:
        from issuecast.publish.pages import Site

        return Site(self._show, self._theme, self.cover, self.thumbnail)

    def pictures(self) -> Mapping[str, bytes]:
        from issuecast.publish.artwork import artwork
        from issuecast.publish.artwork_file import thumbnail

        picture = artwork(self._show)
        return {self.cover: picture, self.thumbnail: thumbnail(picture, THUMBNAIL)}

    def small(self, episode: Episode) -> bytes:
        """The episode's picture as pages show it."""
        from issuecast.publish.artwork_file import thumbnail

        return thumbnail((self._show.episodes / episode.slug / episode.artwork).read_bytes(), THUMBNAIL)

    def episode(self, slug: str, older: Episode | None, newer: Episode | None) -> Mapping[str, bytes]:
        """What stands beside an episode's sound, made from its whole record; see `episode_files`."""
        from issuecast.publish import chapters, transcript

        episode = recorded(self._show, slug)
        files = {
            **transcript.transcripts(self._show, episode),
            CHAPTERS: chapters.to_json(episode).encode(),
            **self._site.episode(episode, older, newer),
        }
        return {f"{slug}/{name}": content for name, content in files.items()}

    def repaint(self, episode: Episode) -> Mapping[str, bytes]:
        """The episode's pictures under their recorded names."""
        from issuecast.publish.artwork import artwork

        painted = paint(self._show, episode, artwork(self._show) if self._show.cover else b"")
        pairs = zip(names(episode), painted.values(), strict=True)
        return {f"{episode.slug}/{name}": content for name, content in pairs}

    def index(self, sheet: Sheet, episodes: Sequence[Episode]) -> Mapping[str, bytes]:
        return {sheet.file: self._site.index(sheet, episodes)}

    def site(self) -> Mapping[str, bytes]:
        """The files of `SITE`."""
        manifest = discovery.web_manifest(self._show, self._theme, self.thumbnail)
        return dict(zip(SITE, (self._site.missing(), manifest), strict=True))

    def feed(self, document: Document, episodes: Sequence[Episode], guid: str) -> Mapping[str, bytes]:
        from issuecast.publish.feed import rss

        return {document.file: rss(self._show, document, episodes, cover=self.cover, guid=guid)}


def episode_files(slug: str) -> tuple[str, ...]:
    """The paths below `episodes/` of what is made from an episode's record."""
    transcripts = (name for name, _ in TRANSCRIPTS)
    return tuple(f"{slug}/{name}" for name in (*transcripts, CHAPTERS, INDEX, EMBED, discovery.OEMBED))
