"""The site: an index, and for each episode a page and a player to embed. Static files, relative links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from issuecast.models import Episode
from issuecast.publish import addresses
from issuecast.publish.addresses import EMBED, INDEX
from issuecast.publish.disclosure import badge, disclosure
from issuecast.publish.html import templates
from issuecast.publish.plain import opening, public
from issuecast.publish.structured_data import of_episode, of_show
from issuecast.publish.theme import Theme
from issuecast.publish.transcript_speakers import speaker
from issuecast.show import Show

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = Path(__file__).parent / "site"
_RIGHT_TO_LEFT = {"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}
_DESCRIPTION = 200


class Site:
    """Writes the pages of one show; `cover` and `thumbnail` are file names in `episodes/`."""

    def __init__(self, show: Show, theme: Theme, cover: str, thumbnail: str) -> None:
        self._show = show
        self._cover_url = addresses.on_the_web(show, cover)
        self._environment = _environment(show)
        self._environment.globals.update(
            show=show,
            theme=theme,
            cover_url=self._cover_url,
            thumbnail=thumbnail,
            feed_url=addresses.feed(show),
            direction="rtl" if show.language.partition("-")[0].lower() in _RIGHT_TO_LEFT else "ltr",
        )

    def index(self, episodes: Sequence[Episode]) -> bytes:
        """The page of the show, newest episode first."""
        return self._page(
            "index.html.j2",
            root="",
            episodes=episodes,
            canonical=addresses.on_the_web(self._show),
            description=opening(self._show.description, _DESCRIPTION),
            structured=of_show(self._show, self._cover_url),
        )

    def episode(self, episode: Episode) -> Mapping[str, bytes]:
        """The episode's pages by their names in its folder."""
        return {
            INDEX: self._episode_page("episode.html.j2", episode),
            EMBED: self._episode_page("embed.html.j2", episode),
        }

    def _episode_page(self, template: str, episode: Episode) -> bytes:
        return self._page(
            template,
            root="../",
            episode=episode,
            links=public(episode.links),
            canonical=addresses.page(self._show, episode),
            audio_url=addresses.in_folder(self._show, episode, episode.audio),
            embed_url=addresses.in_folder(self._show, episode, EMBED),
            description=opening(episode.summary or self._show.description, _DESCRIPTION),
            structured=of_episode(self._show, episode, self._cover_url),
        )

    def _page(self, template: str, **context: Any) -> bytes:
        return self._environment.get_template(template).render(context).encode()


def _environment(show: Show) -> Environment:
    environment = templates(_TEMPLATES)
    environment.filters.update(
        badge=badge,
        disclosure=disclosure,
        path=addresses.relative,
        speaker=lambda role: speaker(show, role),
    )
    return environment
