"""What only a server shows, and the addresses that it is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from issuecast.feedcheck.answer import NOT_MODIFIED, Answer, is_address, is_private
from issuecast.feedcheck.document import NoFeed, parse
from issuecast.feedcheck.gather import pages
from issuecast.feedcheck.material import Material
from issuecast.feedcheck.rule import Spot, recommended, required
from issuecast.feedcheck.rules.document import CHANNEL, FEED
from issuecast.feedcheck.sources import APPLE, HOST, HTTP, ISSUECAST, PSP, RSS, TWO

_FEED_TYPES = {"application/rss+xml", "application/xml", "text/xml"}
_STAMPS = {"etag", "last-modified"}
_OTHERS = {"next", "previous", "next-archive", "prev-archive"}


@required(RSS, "the feed is served as RSS or XML", HOST, live=True)
def feed_type(material: Material) -> Iterator[Spot]:
    if material.served and material.served.media_type not in _FEED_TYPES:
        yield Spot(FEED, f"is served as {material.served.media_type[:40]!r}")


@recommended(HTTP, "the feed has an ETag or Last-Modified", HOST, live=True)
def feed_stamp(material: Material) -> Iterator[Spot]:
    if material.served and not _STAMPS & set(material.served.headers):
        yield Spot(FEED, "comes without ETag and without Last-Modified")


@recommended(HTTP, "an unchanged feed is answered with 304", HOST, live=True)
def feed_unchanged(material: Material) -> Iterator[Spot]:
    stamped = material.served and _STAMPS & set(material.served.headers)
    if stamped and material.again and material.again.status != NOT_MODIFIED:
        yield Spot(FEED, f"is asked for if it changed, and answered with {material.again.status}")


@recommended(
    PSP,
    "the feed is where it says that it is",
    "set base_url in show.toml, or give the new address to those who have the old one",
    live=True,
)
def feed_address(material: Material) -> Iterator[Spot]:
    told = material.feed.address
    if material.served and told and _plain(told) != _plain(material.served.url):
        yield Spot(FEED, f"is at {material.served.url}, and says that it is at {told}")


@recommended(
    TWO,
    "players on other websites may read transcripts and chapters",
    "have the host send Access-Control-Allow-Origin: *",
    live=True,
)
def cross_origin(material: Material) -> Iterator[Spot]:
    for item in material.items:
        for name in ("podcast:transcript", "podcast:chapters"):
            for one in item.all(name):
                answer = material.files.get(one.get("url", ""))
                if answer and answer.there and answer.headers.get("access-control-allow-origin", "") == "":
                    yield Spot(item.label, f"{answer.url} comes without Access-Control-Allow-Origin")


@recommended(TWO, "transcripts and chapters are served as what the feed says", HOST, live=True)
def texts_type(material: Material) -> Iterator[Spot]:
    for item in material.items:
        for name in ("podcast:transcript", "podcast:chapters"):
            for one in item.all(name):
                answer = material.files.get(one.get("url", ""))
                told = one.get("type", "")
                if answer and answer.there and answer.media_type != told:
                    yield Spot(
                        item.label,
                        f"{answer.url} is served as {answer.media_type[:40]!r}, not as {told[:40]!r}",
                    )


@recommended(APPLE, "addresses are https", "set base_url in show.toml to an https address")
def https(material: Material) -> Iterator[Spot]:
    seen = set()
    for where, url in _addresses(material):
        host = url.partition("://")[2].partition("/")[0]
        if url.lower().startswith("http://") and not is_private(url) and host not in seen:
            seen.add(host)
            yield Spot(where, f"{url} is not https")


@required(
    ISSUECAST, "addresses can be reached by everybody", "set base_url in show.toml to where the show will be"
)
def public(material: Material) -> Iterator[Spot]:
    if material.served and is_private(material.served.url):
        return  # a preview
    seen = set()
    for where, url in _addresses(material):
        host = url.partition("://")[2].partition("/")[0]
        if is_address(url) and is_private(url) and host not in seen:
            seen.add(host)
            yield Spot(where, f"{url} is an address of this machine or of a private network")


@recommended(HTTP, "no redirection leads from https to http", HOST, live=True)
def downgraded(material: Material) -> Iterator[Spot]:
    served = [material.served] if material.served else []
    sounds = [sound.head for sound in material.sounds.values()]
    for answer in (*served, *sounds, *material.heads.values(), *material.files.values()):
        steps = (*answer.hops, answer.url)
        for before, after in pairwise(steps):
            if before.lower().startswith("https:") and after.lower().startswith("http:"):
                yield Spot(before, f"leads from https to {after}")


@recommended(
    "RFC 5005",
    "a feed's other pages are there, with other episodes",
    "publish the show again, and upload all of its feeds",
)
def paging(material: Material) -> Iterator[Spot]:
    guids = {item.text("guid") for item in material.feed.items}
    for link in pages(material.feed):
        url, rel = link.get("href", ""), link.get("rel", "")
        answer = material.files.get(url)
        if not answer:
            yield Spot(CHANNEL, f"the {rel} page is at {url[:60]!r}")
        elif not answer.elsewhere and (wrong := _no_page(answer, guids if rel in _OTHERS else set())):
            yield Spot(CHANNEL, f"the {rel} page, {url}, {wrong}")


def _no_page(answer: Answer, guids: set[str]) -> str:
    """What is wrong with a page that must have others than these episodes.

    It may have some of these, too: an archive that is full tells what the feed still has (RFC 5005, 4).
    """
    if answer.trouble:
        return answer.trouble
    try:
        page = parse(answer.body)
    except NoFeed as error:
        return f"is no feed: {error}"
    if page.root.tag != "rss":
        return "is no RSS"
    only_these = guids and {item.text("guid") for item in page.items} <= guids
    return "has no episode that is not here" if only_these else ""


def _addresses(material: Material) -> Iterator[tuple[str, str]]:
    feed = material.feed
    yield from ((CHANNEL, url) for url in (feed.address, feed.channel.attribute("itunes:image", "href")))
    for item in feed.items:
        yield item.label, item.enclosure
        yield item.label, item.attribute("itunes:image", "href")


def _plain(url: str) -> str:
    return url.partition("://")[2].replace("localhost", "127.0.0.1", 1)
