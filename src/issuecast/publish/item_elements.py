"""What the feed tells of an episode beyond feedgen.

Sources: https://podcasting2.org/docs/podcast-namespace, https://podlove.org/simple-chapters/
"""

from __future__ import annotations

from collections.abc import Iterator

from issuecast.models import Alternate, Episode, EpisodeKind
from issuecast.publish import addresses, times
from issuecast.publish.channel_elements import disclosure, explicit
from issuecast.publish.chapters import Listed, listed
from issuecast.publish.disclosure import is_dry_run
from issuecast.publish.feed_extension import Element
from issuecast.publish.people import of_episode
from issuecast.publish.plain import one_line
from issuecast.publish.soundbite import passage
from issuecast.show import Show

_SOUNDBITE = 128
"""Characters that the namespace allows in a soundbite's title."""


MP3_BPS = 128_000
"""The stream's, as mix/sound.py has it: the file is larger by its tags and pictures."""


def item_elements(show: Show, episode: Episode) -> Iterator[Element]:
    """The elements of an item, in one order."""
    yield explicit(show)
    if episode.artwork:
        url = addresses.in_folder(show, episode, episode.artwork)
        yield Element("itunes:image", attributes={"href": url})
    if episode.season is not None:
        yield Element("itunes:season", str(episode.season))
    for name, kind in addresses.TRANSCRIPTS:
        url = addresses.in_folder(show, episode, name)
        yield Element("podcast:transcript", attributes={"url": url, "type": kind, "language": show.language})
    url = addresses.in_folder(show, episode, addresses.CHAPTERS)
    yield Element("podcast:chapters", attributes={"url": url, "type": "application/json+chapters"})
    yield Element("psc:chapters", attributes={"version": "1.2"}, children=_simple_chapters(episode))
    yield from _soundbite(episode)
    yield from of_episode(show, episode)
    yield from disclosure(show)
    if is_dry_run(episode):  # Apple Podcasts and those that follow it do not list such an item
        yield Element("itunes:block", "Yes")
    yield from _alternates(show, episode)


def _simple_chapters(episode: Episode) -> list[Element]:
    return [Element("psc:chapter", attributes=_chapter(one)) for one in listed(episode.timeline)]


def _chapter(chapter: Listed) -> dict[str, str]:
    told = {"start": times.exact(chapter.start_ms), "title": chapter.title}
    return told | {name: url for name, url in (("href", chapter.url), ("image", chapter.image)) if url}


def _soundbite(episode: Episode) -> Iterator[Element]:
    found = passage(episode.timeline)
    if found and episode.kind == EpisodeKind.FULL:
        attributes = {
            "startTime": times.fragment(found.start_ms),
            "duration": times.fragment(found.end_ms - found.start_ms),
        }
        yield Element("podcast:soundbite", one_line(found.title, _SOUNDBITE), attributes)


def _alternates(show: Show, episode: Episode) -> Iterator[Element]:
    """All files, if there are several: apps that look here find the enclosure, too, as the default."""
    if not episode.alternates:
        return
    main = Alternate(episode.audio, episode.bytes, "MP3", "audio/mpeg", "mp3", MP3_BPS)
    for one in (main, *episode.alternates):
        url = addresses.enclosure(show, episode, one.audio)
        yield _alternate_enclosure(one, url, default=one is main)


def _alternate_enclosure(alternate: Alternate, url: str, *, default: bool) -> Element:
    attributes = {
        "type": alternate.type,
        "length": str(alternate.bytes),
        "bitrate": str(alternate.bitrate_bps),
        "title": alternate.format,
        "codecs": alternate.codecs,
        "default": str(default).lower(),
    }
    source = Element("podcast:source", attributes={"uri": url})
    return Element("podcast:alternateEnclosure", attributes=attributes, children=(source,))
