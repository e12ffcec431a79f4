"""Where everything is: file names within `episodes/`, and their addresses on the web."""

from __future__ import annotations

from urllib.parse import quote, urlsplit, urlunsplit

from issuecast.models import Episode
from issuecast.show import Show

FEED = "feed.xml"
INDEX = "index.html"
EMBED = "embed.html"
TRANSCRIPT = "transcript.vtt"
TRANSCRIPT_SRT = "transcript.srt"
TRANSCRIPT_JSON = "transcript.json"
TRANSCRIPT_PAGE = "transcript.html"
TRANSCRIPTS = (
    (TRANSCRIPT, "text/vtt"),
    (TRANSCRIPT_SRT, "application/x-subrip"),
    (TRANSCRIPT_JSON, "application/json"),
    (TRANSCRIPT_PAGE, "text/html"),
)
"""The files of a transcript and their media types, the one that tells most to most apps first."""
CHAPTERS = "chapters.json"


def relative(*parts: str) -> str:
    """A path of these names as a relative URL: ASCII, percent-encoded."""
    return "/".join(quote(part, safe="") for part in parts)


def on_the_web(show: Show, *parts: str) -> str:
    """The absolute address of a file below `episodes/`; of the show itself if no name is given."""
    base = urlsplit(show.base_url)
    host = base.netloc if base.netloc.isascii() else base.netloc.encode("idna").decode()
    return urlunsplit((base.scheme, host, quote(base.path, safe="/%:@!$&'()*+,;=~"), "", "")) + relative(
        *parts
    )


def feed(show: Show) -> str:
    return on_the_web(show, FEED)


def page(show: Show, episode: Episode) -> str:
    """The episode's page, which any web server serves for its folder."""
    return on_the_web(show, episode.slug) + "/"


def in_folder(show: Show, episode: Episode, name: str) -> str:
    return on_the_web(show, episode.slug, name)


def enclosure(show: Show, episode: Episode, name: str) -> str:
    """The address of a sound file as the feed has it: behind the service that counts downloads, if any.

    Such a service takes the address without "https://".
    """
    address = in_folder(show, episode, name)
    prefix = show.feed.enclosure_prefix
    return f"{prefix.rstrip('/')}/{address.removeprefix('https://')}" if prefix else address
