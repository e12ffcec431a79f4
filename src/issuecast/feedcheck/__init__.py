"""CHECK A FEED: whether a built or a live one is what Apple, Spotify, PSP-1 and Podcasting 2.0 ask for."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from issuecast.errors import PublishError
from issuecast.feedcheck import gather
from issuecast.feedcheck.answer import OK, Reach, is_private
from issuecast.feedcheck.disk import Folder
from issuecast.feedcheck.document import Document, NoFeed, parse
from issuecast.feedcheck.material import Material
from issuecast.feedcheck.rule import Level, Result, Rule, Spot
from issuecast.feedcheck.rules import RULES
from issuecast.feedcheck.rules.document import FEED
from issuecast.models import Episode
from issuecast.publish import addresses, records
from issuecast.publish.show_record import ShowRecord
from issuecast.show import Show

__all__ = ["RULES", "WELL_FORMED", "Level", "Report", "Result", "Rule", "Spot", "check"]

TIMEOUT_S = 20.0
NEWEST = 10
"""Episodes whose files are looked at, unless all are wanted."""


def _never(_: Material) -> Iterator[Spot]:
    """What is no XML has no material: see `check`."""
    yield from ()


WELL_FORMED = Rule(
    "well-formed",
    Level.REQUIRED,
    "XML 1.0",
    "the feed is well-formed XML without a document type",
    "name a podcast's feed",
    _never,
)


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a check.

    Attributes:
        source: the feed's address or path.
        results: one for each rule.
        items: how many episodes the feed has.
        looked_into: how many of these, the newest, had their files looked at.
        elsewhere: how many files were not looked at, as they are not in the folder of the feed's file.
    """

    source: str
    results: tuple[Result, ...]
    items: int = 0
    looked_into: int = 0
    elsewhere: int = 0

    def broken(self, level: Level) -> tuple[Result, ...]:
        """Those rules of a level that are not kept."""
        return tuple(one for one in self.results if one.spots and one.rule.level is level)


def check(
    source: str | Path,
    *,
    show: Show | None = None,
    everything: bool = False,
    timeout_s: float = TIMEOUT_S,
) -> Report:
    """Look at a feed and at the files that it names.

    Args:
        source: an http or https address, a file, or the folder of a `feed.xml`.
        show: the show at hand; its records count if the feed is its own.
        everything: look at all episodes' files, not only the newest ones'.
        timeout_s: how long a server may take for one file.

    Raises:
        PublishError: there is no feed, or a record of the show is damaged.
    """
    if isinstance(source, str) and re.match(r"https?://", source, re.IGNORECASE):
        return asyncio.run(_check_web(source, show, everything=everything, timeout_s=timeout_s))
    if scheme := re.match(r"[a-z][a-z0-9+.-]+(?=://)", str(source), re.IGNORECASE):
        raise PublishError(f"A feed is not read by {scheme[0]}", "name an http or https address, or a file")
    return _check_file(Path(source), show, everything=everything)


def _check_file(file: Path, show: Show | None, *, everything: bool) -> Report:
    file = file / addresses.FEED if file.is_dir() else file
    feed = _parsed(_content(file))
    if isinstance(feed, NoFeed):
        return _no_feed(str(file), feed)
    reach = Folder(file.parent.resolve(), feed.address.rpartition("/")[0] + "/" if feed.address else "")
    own = show if show and file.resolve().is_relative_to(show.episodes.resolve()) else None
    return _judged(asyncio.run(_gathered(feed, str(file), reach, own, everything=everything)))


def _content(file: Path) -> bytes:
    if not file.is_file():
        raise PublishError(f"There is no feed {file}", "build an episode first, or name another feed")
    try:
        with file.open("rb") as stream:
            content = stream.read(gather.MOST_FEED_BYTES + 1)
    except OSError as error:
        raise PublishError(f"{file} cannot be read ({error.strerror})", "make it readable") from error
    if len(content) > gather.MOST_FEED_BYTES:
        raise PublishError(f"{file} has more than 32 MB", "name a podcast's feed")
    return content


async def _check_web(url: str, show: Show | None, *, everything: bool, timeout_s: float) -> Report:
    from issuecast.feedcheck.web import web

    async with web(timeout_s) as reach:
        served = await reach.whole(url, gather.MOST_FEED_BYTES)
        if served.status != OK:
            raise PublishError(f"{url} {served.trouble}", "check the address, and that you are online")
        feed = _parsed(served.body)
        if isinstance(feed, NoFeed):
            return _no_feed(url, feed)
        reach.may_be_private = is_private(url)
        own = show if show and feed.address == addresses.feed(show) else None
        material = await _gathered(feed, url, reach, own, everything=everything)
        again = await reach.again(served)
    return _judged(replace(material, served=replace(served, body=b""), again=again))


async def _gathered(
    feed: Document, source: str, reach: Reach, show: Show | None, *, everything: bool
) -> Material:
    items = feed.items if everything else feed.items[:NEWEST]
    sounds, files, artwork, heads = await asyncio.gather(
        gather.sounds(items, reach),
        gather.files(feed, items, reach),
        gather.artwork(feed, items, reach),
        gather.heads(feed, items, reach),
    )
    files = {**files, **{url: answer for url, (answer, _) in artwork.items()}}
    pictures = {url: picture for url, (_, picture) in artwork.items() if picture}
    known: dict[str, Episode] | None = {one.slug: one for one in records(show)} if show else None
    name = re.sub(r"\.archive-\d+(?=\.xml$)", "", source.rpartition("/")[2])
    guid = ShowRecord.of(show).guids.get(name, "") if show else ""
    return Material(feed, source, items, sounds, files, pictures, heads, known, guid)


def _parsed(content: bytes) -> Document | NoFeed:
    try:
        return parse(content)
    except NoFeed as error:
        return error


def _judged(material: Material) -> Report:
    results = tuple(
        Result(rule, tuple(rule.find(material)))
        if material.served or not rule.live
        else Result(rule, looked_at=False)
        for rule in RULES
    )
    return Report(
        material.source,
        (Result(WELL_FORMED), *results),
        len(material.feed.items),
        len(material.items),
        material.elsewhere,
    )


def _no_feed(source: str, error: NoFeed) -> Report:
    others = (Result(rule, looked_at=False) for rule in RULES)
    return Report(source, (Result(WELL_FORMED, (Spot(FEED, str(error)),)), *others))
