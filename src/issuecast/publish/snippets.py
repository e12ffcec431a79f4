"""What an editor pastes into a newsletter or a website, so that an episode is heard there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape

from issuecast.models import Episode
from issuecast.publish import addresses, times
from issuecast.publish.addresses import EMBED
from issuecast.publish.button import HEIGHT, WIDTH, button_name
from issuecast.publish.plain import one_line
from issuecast.show import Show


@dataclass(frozen=True, slots=True)
class Size:
    """A size of the player in somebody's page: its height in pixels, by which it chooses what it shows."""

    name: str
    height: int


SIZES = (Size("full", 420), Size("compact", 160), Size("line", 56))


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of code to paste: the format's name on the command line, its name for people, the code."""

    format: str
    name: str
    code: str


def snippet(show: Show, episode: Episode, name: str, height: int = SIZES[1].height) -> str:
    """The code in the format of that name, one of `FORMATS`; `height` is that of the player, in pixels."""
    return FORMATS[name](_Told.of(show, episode, height))


def shown(show: Show, episode: Episode) -> tuple[Snippet, ...]:
    """The snippets that the episode's page offers to be copied."""
    names = {"iframe": "Player", "email": "Button for e-mail", "html": "Link", "markdown": "Markdown"}
    return tuple(Snippet(name, words, snippet(show, episode, name)) for name, words in names.items())


@dataclass(frozen=True, slots=True)
class _Told:
    """What snippets tell, addresses and text fit to stand in HTML."""

    title: str
    listen: str
    page: str
    embed: str
    picture: str
    accent: str
    height: int

    @classmethod
    def of(cls, show: Show, episode: Episode, height: int) -> _Told:
        return cls(
            escape(one_line(episode.title)),
            f"Listen · {times.about(episode.duration_ms)}",
            escape(addresses.page(show, episode)),
            escape(addresses.in_folder(show, episode, EMBED)),
            escape(addresses.in_folder(show, episode, button_name(show, episode))),
            show.theme.accent,
            height,
        )


def _iframe(told: _Told) -> str:
    return (
        f'<iframe src="{told.embed}" title="{told.title}" width="100%" height="{told.height}" '
        'style="border:0" loading="lazy" allow="autoplay; clipboard-write"></iframe>'
    )


def _link(told: _Told) -> str:
    return f'<p><a href="{told.page}">{told.listen}: {told.title}</a></p>'


def _email(told: _Told) -> str:
    """A table with a linked picture, and the same as text for readers who see no pictures.

    E-mail clients know tables and attributes; of styles the oldest and simplest, and no scripts.
    """
    width, height = WIDTH // 2, HEIGHT // 2  # half its pixels, for sharp screens
    return (
        f'<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td>'
        f'<a href="{told.page}" style="color:{told.accent};text-decoration:none;font-weight:bold">'
        f'<img src="{told.picture}" alt="{told.listen}: {told.title}" width="{width}" height="{height}" '
        'border="0" style="display:block;width:100%;max-width:'
        f'{width}px;height:auto;border:0"></a></td></tr></table>'
    )


def _markdown(told: _Told) -> str:
    title = "".join(f"\\{sign}" if sign in "\\[]*_`" else sign for sign in told.title)
    return f"[{told.listen}: {title}]({told.page})"


def _wordpress(told: _Told) -> str:
    return f"<!-- wp:html -->\n{_iframe(told)}\n<!-- /wp:html -->"


def _ghost(told: _Told) -> str:
    return f"<!--kg-card-begin: html-->\n{_iframe(told)}\n<!--kg-card-end: html-->"


FORMATS: Mapping[str, Callable[[_Told], str]] = {
    "iframe": _iframe,
    "html": _link,
    "email": _email,
    "markdown": _markdown,
    "wordpress": _wordpress,
    "ghost": _ghost,
    "beehiiv": _email,  # its HTML block takes no iframe into the mail
}
