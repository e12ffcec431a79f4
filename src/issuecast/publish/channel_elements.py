"""What the feed tells of the show beyond feedgen.

Sources: https://podcasting2.org/docs/podcast-namespace, RFC 5005, https://www.w3.org/TR/websub/
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from email.utils import format_datetime

from issuecast.models import Episode, EpisodeKind
from issuecast.publish import addresses
from issuecast.publish.channel import Document
from issuecast.publish.feed_extension import Element
from issuecast.publish.people import of_show
from issuecast.publish.plain import one_line
from issuecast.show import UPDATES, Show

_SHORT = 128
"""Characters that the namespace allows in some texts."""


def channel_elements(
    show: Show, document: Document, episodes: Sequence[Episode], guid: str
) -> Iterator[Element]:
    """The elements of a channel, in one order; `guid` is "" while the show has no address of its own."""
    yield from _links(show, document)
    settings = show.feed
    yield explicit(show)
    if settings.complete:
        yield Element("itunes:complete", "Yes")
    if settings.new_feed_url:
        yield Element("itunes:new-feed-url", settings.new_feed_url)
    if guid:
        yield Element("podcast:guid", guid)
    owner = one_line(show.email)
    yield Element(
        "podcast:locked",
        "yes" if owner and settings.locked else "no",
        {"owner": owner} if owner else {},
    )
    yield Element("podcast:medium", settings.medium)
    yield from disclosure(show)
    if settings.verify:
        yield Element("podcast:txt", one_line(settings.verify), {"purpose": "verify"})
    yield from _terms(show)
    yield from _updates(show)
    yield from of_show(show)
    if not document.number:
        yield from _trailers(show, episodes)
        yield from _podroll(show)


def explicit(show: Show) -> Element:
    return Element("itunes:explicit", str(show.feed.explicit).lower())


def disclosure(show: Show) -> Iterator[Element]:
    """That voices are synthetic, as apps and directories look for it."""
    if show.feed.ai_content:
        yield Element("podcast:txt", "true", {"purpose": "ai-content"})


def _links(show: Show, document: Document) -> Iterator[Element]:
    """To the hub and the other documents. None leads to a newer archive, so that a full one never changes."""

    def link(rel: str, file: str) -> Element:
        address = addresses.on_the_web(show, file)
        return Element("atom:link", attributes={"rel": rel, "href": address, "type": "application/rss+xml"})

    if show.feed.hub and not document.number:
        yield Element("atom:link", attributes={"rel": "hub", "href": show.feed.hub})
    if not document.number and not document.older:
        return
    channel = document.channel
    if document.number:
        yield Element("fh:archive")
        yield link("current", channel.file)
    yield link("first", channel.file)
    yield link("last", channel.archive(1))
    if document.older:
        yield link("next", channel.archive(document.older))
        yield link("prev-archive", channel.archive(document.older))


def _terms(show: Show) -> Iterator[Element]:
    settings = show.feed
    if settings.license:
        url = {"url": settings.license_url} if settings.license_url else {}
        yield Element("podcast:license", one_line(settings.license, _SHORT).lower(), url)
    if settings.funding_url:
        words = one_line(settings.funding_words, _SHORT)
        yield Element("podcast:funding", words, {"url": settings.funding_url})


def _updates(show: Show) -> Iterator[Element]:
    if show.feed.complete:
        yield Element("podcast:updateFrequency", "Complete", {"complete": "true"})
    elif told := show.feed.updates:
        yield Element("podcast:updateFrequency", told.capitalize(), {"rrule": UPDATES.get(told, told)})


def _trailers(show: Show, episodes: Sequence[Episode]) -> Iterator[Element]:
    """The newest trailer of each season, and that of the show."""
    told = set[int | None]()
    for episode in episodes:
        if episode.kind == EpisodeKind.TRAILER and episode.season not in told:
            told.add(episode.season)
            season = {} if episode.season is None else {"season": str(episode.season)}
            attributes = {
                "pubdate": format_datetime(episode.published),
                "url": addresses.enclosure(show, episode, episode.audio),
                "length": str(episode.bytes),
                "type": "audio/mpeg",
            }
            yield Element("podcast:trailer", one_line(episode.title, _SHORT), attributes | season)


def _podroll(show: Show) -> Iterator[Element]:
    if show.feed.podroll:
        others = [
            Element(
                "podcast:remoteItem",
                attributes={"feedGuid": one.guid}
                | ({"feedUrl": one.url} if one.url else {})
                | ({"title": one_line(one.title)} if one.title else {}),
            )
            for one in show.feed.podroll
        ]
        yield Element("podcast:podroll", children=others)
