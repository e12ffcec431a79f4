"""Small files by which programs find their way: sitemap, robots, web manifest, oEmbed, links into apps."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from issuecast.models import Episode
from issuecast.publish import addresses
from issuecast.publish.plain import one_line
from issuecast.publish.snippets import SIZES, snippet
from issuecast.publish.theme import Theme
from issuecast.show import Show

SITEMAP, ROBOTS, MANIFEST, OEMBED = "sitemap.xml", "robots.txt", "site.webmanifest", "oembed.json"
_EMBED_WIDTH = 640


@dataclass(frozen=True, slots=True)
class App:
    """A podcast app, and the address that subscribes there."""

    name: str
    url: str


def apps(show: Show) -> tuple[App, ...]:
    """The show's pages in apps as its settings name them, then apps that take a feed's address, then that."""
    feed = addresses.feed(show)
    bare, quoted = feed.partition("://")[2], quote(feed, safe="")
    known = {
        "Apple Podcasts": f"podcast://{bare}",
        "Overcast": f"overcast://x-callback-url/add?url={quoted}",
        "Pocket Casts": f"pktc://subscribe/{bare}",
        "AntennaPod": f"https://antennapod.org/deeplink/subscribe?url={quoted}",
    }
    named = {
        **show.site.subscribe,
        **{name: url for name, url in known.items() if name not in show.site.subscribe},
    }
    return (*(App(name, url) for name, url in named.items()), App("RSS", addresses.FEED))


def robots(show: Show) -> bytes:
    """Everything may be found, by way of the sitemap. It counts at the root of a host only."""
    return f"User-agent: *\nAllow: /\nSitemap: {addresses.on_the_web(show, SITEMAP)}\n".encode()


def web_manifest(show: Show, theme: Theme, thumbnail: str) -> bytes:
    """What a phone that has the show on its home screen is told; `thumbnail` is a file in `episodes/`."""
    manifest = {
        "name": one_line(show.title),
        "start_url": addresses.INDEX,
        "display": "minimal-ui",
        "lang": show.language,
        "background_color": theme.paper,
        "theme_color": theme.paper,
        "icons": [
            {"src": theme.icon, "sizes": "any", "type": "image/svg+xml"},
            {"src": thumbnail, "sizes": "480x480", "type": "image/jpeg"},
        ],
    }
    return _json(manifest)


def sitemap(show: Show, episodes: Sequence[Episode]) -> bytes:
    """All pages that can be found, by https://www.sitemaps.org/protocol.html; the episodes newest first."""
    pages = [addresses.on_the_web(show), *(addresses.page(show, one) for one in episodes)]
    rows = "".join(f"<url><loc>{escape(page)}</loc></url>\n" for page in pages)
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{space}">\n{rows}</urlset>\n'.encode()


def oembed(show: Show, episode: Episode, picture: str) -> bytes:
    """The player for sites that embed by a link (oembed.com, type "rich"); `picture` is an address."""
    return _json(
        {
            "version": "1.0",
            "type": "rich",
            "title": one_line(episode.title),
            "provider_name": one_line(show.title),
            "provider_url": addresses.on_the_web(show),
            "width": _EMBED_WIDTH,
            "height": SIZES[1].height,
            "html": snippet(show, episode, "iframe"),
            "thumbnail_url": picture,
            "thumbnail_width": 480,
            "thumbnail_height": 480,
        }
    )


def _json(data: object) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
