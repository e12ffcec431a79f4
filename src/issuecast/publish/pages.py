"""The site: an index, and for each episode a page and a player to embed. Static files, relative links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote, urlsplit

from issuecast.models import Episode, TimedLine
from issuecast.publish import addresses, discovery, waveform
from issuecast.publish.addresses import EMBED, INDEX
from issuecast.publish.disclosure import badge, disclosure
from issuecast.publish.html import Templates
from issuecast.publish.index_pages import SEARCH, Sheet
from issuecast.publish.pictures import thumbnail_name, wide_name
from issuecast.publish.plain import is_public, one_line, opening
from issuecast.publish.site_templates import OURS, folder
from issuecast.publish.snippets import shown
from issuecast.publish.structured_data import of_episode, of_show
from issuecast.publish.theme import Theme
from issuecast.publish.transcript_speakers import speaker
from issuecast.publish.transcript_words import heard
from issuecast.show import Show

_RIGHT_TO_LEFT = {"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}
_DESCRIPTION = 200
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "media-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
)
"""What pages may load: their own files, and no inline script or style."""


class Site:
    """Writes the pages of one show; `cover` and `thumbnail` are file names in `episodes/`."""

    def __init__(self, show: Show, theme: Theme, cover: str, thumbnail: str) -> None:
        self._show = show
        self._cover_url = addresses.on_the_web(show, cover)
        self._thumbnail = thumbnail
        self._templates = Templates(OURS, folder(show))
        self._templates.knows(
            {
                "badge": badge,
                "bars": lambda recorded: len(waveform.levels(recorded)),
                "disclosure": disclosure,
                "path": addresses.relative,
                "speaker": lambda role: speaker(show, role),
                "wave": waveform.path,
                "words": _word_starts,
            },
            show=show,
            theme=theme,
            thumbnail=thumbnail,
            feed_url=addresses.feed(show),
            policy=_POLICY,
            direction="rtl" if show.language.partition("-")[0].lower() in _RIGHT_TO_LEFT else "ltr",
        )

    def index(self, sheet: Sheet, episodes: Sequence[Episode]) -> bytes:
        """A page of the show's list, newest episode first."""
        return self._page(
            "index.html.j2",
            root="",
            sheet=sheet,
            episodes=episodes,
            apps=discovery.apps(self._show),
            search_index=SEARCH,
            canonical=addresses.on_the_web(self._show, *([sheet.file] if sheet.number else [])),
            structured=of_show(self._show, self._cover_url),
        )

    def missing(self) -> bytes:
        """What a server shows for an address that leads nowhere, however deep: links start at the root."""
        root = urlsplit(addresses.on_the_web(self._show)).path
        return self._page(
            "404.html.j2", root=root, canonical=addresses.on_the_web(self._show), structured=None
        )

    def episode(self, episode: Episode, older: Episode | None, newer: Episode | None) -> Mapping[str, bytes]:
        """The episode's pages, and what describes them, by their names in its folder."""
        show, artwork = self._show, episode.artwork
        picture_url = self._in_folder(episode, wide_name(artwork)) if artwork else self._cover_url
        small = (episode.slug, thumbnail_name(episode)) if artwork else (self._thumbnail,)
        values = {
            "root": "../",
            "episode": episode,
            "picture": small[-1] if artwork else f"../{self._thumbnail}",
            "picture_url": picture_url,
            "canonical": addresses.page(show, episode),
            "description": opening(episode.summary or show.description, _DESCRIPTION),
        }
        page = self._page(
            "episode.html.j2",
            **values,
            older=older,
            newer=newer,
            links=[(one_line(link.text) or one_line(link.url), _href(link.url)) for link in episode.links],
            issue_url=_href(episode.url),
            audio_url=self._in_folder(episode, episode.audio),
            embed_url=self._in_folder(episode, EMBED),
            oembed_url=self._in_folder(episode, discovery.OEMBED),
            snippets=shown(show, episode),
            structured=of_episode(show, episode, picture_url),
        )
        return {
            INDEX: page,
            EMBED: self._page("embed.html.j2", **values, structured=None),
            discovery.OEMBED: discovery.oembed(show, episode, addresses.on_the_web(show, *small)),
        }

    def _in_folder(self, episode: Episode, name: str) -> str:
        return addresses.in_folder(self._show, episode, name)

    def _page(self, template: str, **values: Any) -> bytes:
        defaults = {
            "picture_url": self._cover_url,
            "description": opening(self._show.description, _DESCRIPTION),
        }
        return self._templates.page(template, **(defaults | values)).encode()


def _href(url: str) -> str:
    """The address as an attribute may have it; "" if a public page may not lead there."""
    return quote(url, safe="%/:?#[]@!$&'()*+,;=~") if is_public(url) else ""


def _word_starts(line: TimedLine) -> str:
    """When each word begins, in milliseconds after the line does."""
    return " ".join(str(max(0, start_ms - line.start_ms)) for _, start_ms in heard(line))
