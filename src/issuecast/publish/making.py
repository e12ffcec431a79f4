"""Has the manifest make what stands beside the sound: each episode's files, and the pages that list them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from issuecast.models import Episode
from issuecast.publish import discovery
from issuecast.publish.button import button, button_name
from issuecast.publish.discovery import ROBOTS, SITEMAP
from issuecast.publish.files import stamp, write
from issuecast.publish.index_pages import SEARCH, search_index, sheets
from issuecast.publish.manifest import Entry, Manifest, digest
from issuecast.publish.pictures import names, thumbnail_name
from issuecast.publish.press import SITE, Press, episode_files
from issuecast.show import Show


@dataclass(frozen=True, slots=True)
class Making:
    """What is known of the show's files, and what makes them; `settings` digests all that every page shows.

    Its methods raise PublishError for a file that cannot be written or removed.
    """

    show: Show
    known: Manifest
    press: Press
    settings: str

    def episodes(self, entries: Sequence[Entry], due: Sequence[Entry]) -> None:
        """The files of each of `entries`; their pages lead to those before and after that are `due`."""
        place = {entry.outline.slug: index for index, entry in enumerate(due)}
        for entry in entries:
            slug, index = entry.outline.slug, place.get(entry.outline.slug, -1)
            self._pictures(entry.outline)
            older = due[index + 1].outline if index + 1 < len(due) else None
            newer = due[index - 1].outline if index > 0 else None
            around = (f"{one.slug} {one.title}" if one else "" for one in (older, newer))
            inputs = digest(self.settings, entry.digest, *around)
            self.known.make(episode_files(slug), inputs, partial(self.press.episode, slug, older, newer))

    def site(self, due: Sequence[Entry]) -> None:
        """The index in its pages, what searches it, the sitemap, and what does not change with episodes."""
        listed = [entry.outline for entry in due]
        whole = digest(self.settings, *(entry.digest for entry in due))
        self.known.make(SITE, self.settings, self.press.site)
        if ROBOTS in self.known.earlier or stamp(f"{self.show.episodes}/{ROBOTS}") is None:
            self._make(ROBOTS, self.settings, lambda: discovery.robots(self.show))  # an editor's own stays
        self._make(SEARCH, whole, lambda: search_index(listed))
        self._make(SITEMAP, whole, lambda: discovery.sitemap(self.show, listed))
        for sheet, part in sheets(due, self.show.site.page_size):
            inputs = digest(self.settings, repr(sheet), *(entry.digest for entry in part))
            shown = [entry.outline for entry in part]
            self.known.make((sheet.file,), inputs, partial(self.press.index, sheet, shown))
        made = self.known.made
        self.known.remove(
            [path for path in self.known.earlier if path.startswith("page-") and path not in made]
        )

    def undo(self, episode: Episode) -> None:
        """Have nothing there but record, sound and artwork."""
        self.known.remove((*episode_files(episode.slug), *self._names(episode)))

    def _pictures(self, episode: Episode) -> None:
        if any(stamp(f"{self.show.episodes}/{episode.slug}/{name}") is None for name in names(episode)):
            self._write(self.press.repaint(episode))
        listen, *small = self._names(episode)
        self._make(listen, listen, lambda: button(self.show, episode))
        for name in small:
            self._make(name, name, lambda: self.press.small(episode))

    def _names(self, episode: Episode) -> tuple[str, ...]:
        """The button for newsletters, and what pages show of the artwork, if there is one."""
        small = (thumbnail_name(episode),) if episode.artwork else ()
        return tuple(f"{episode.slug}/{name}" for name in (button_name(self.show, episode), *small))

    def _write(self, contents: Mapping[str, bytes]) -> None:
        for path, content in contents.items():
            write(self.show.episodes / path, content)

    def _make(self, path: str, inputs: str, render: Callable[[], bytes]) -> None:
        self.known.make((path,), inputs, lambda: {path: render()})
