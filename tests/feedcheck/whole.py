"""A built show whose feed keeps every rule: what `publish` does not write yet is added here."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from issuecast.feedcheck.mp3 import tag_bytes
from issuecast.mix.tags import Tags, id3_tag
from issuecast.publish import publish, store
from issuecast.show import Show
from publish.sample import EPISODE

HOME = "https://example.org/show/"
SLUG = EPISODE.slug
SECOND = "2026-01-13-the-loud-grid"

CHANNEL = {
    "podcast:updateFrequency": '<podcast:updateFrequency rrule="FREQ=DAILY">Daily</podcast:updateFrequency>',
    "podcast:funding": '<podcast:funding url="https://example.org/give">Give</podcast:funding>',
    "podcast:trailer": (
        '<podcast:trailer url="https://example.org/show/trailer.mp3" type="audio/mpeg" '
        'pubdate="Thu, 01 Jan 2026 06:00:00 +0000">Soon</podcast:trailer>'
    ),
    "itunes:new-feed-url": f"<itunes:new-feed-url>{HOME}feed.xml</itunes:new-feed-url>",
    'rel="hub"': '<atom:link rel="hub" href="https://hub.example.org/"/>',
    'rel="next"': f'<atom:link rel="next" href="{HOME}feed-2.xml"/>',
}
ITEM = {
    "itunes:season": "<itunes:season>1</itunes:season>",
    "podcast:alternateEnclosure": (
        '<podcast:alternateEnclosure type="audio/ogg" length="4" default="true">'
        '<podcast:source uri="{folder}sound.opus"/></podcast:alternateEnclosure>'
        '<podcast:alternateEnclosure type="audio/mp4" length="3">'
        '<podcast:source uri="{folder}sound.m4a"/></podcast:alternateEnclosure>'
    ),
}
FILES = {
    "sound.opus": "opus",
    "sound.m4a": "m4a",
}


@dataclass(frozen=True)
class Copy:
    """A show that a test may spoil."""

    show: Show

    @property
    def feed(self) -> Path:
        return self.show.episodes / "feed.xml"

    def file(self, name: str) -> Path:
        """The one file of the first episode, or of the show, that a pattern names."""
        found = [*(self.show.episodes / SLUG).glob(name), *self.show.episodes.glob(name)]
        assert found, name
        return found[0]

    def edit(self, file: Path, pattern: str, other: str, count: int = 1, after: str = "") -> None:
        """Replace the first place, or all with 0, where a pattern is found; there must be one."""
        head, mark, rest = (
            file.read_text(encoding="utf-8").partition(after)
            if after
            else ("", "", file.read_text(encoding="utf-8"))
        )
        changed, many = re.subn(pattern, lambda _: other, rest, count=count, flags=re.DOTALL)
        assert many, pattern
        file.write_text(head + mark + changed, encoding="utf-8")

    def move(self, address: str) -> None:
        """Give all addresses of the feed another home; its `podcast:guid` stays, as it should."""
        for file in self.show.episodes.glob("*.xml"):
            self.edit(file, re.escape(HOME), address, count=0)


def tagged(mp3: bytes, cover: bytes = b"picture") -> bytes:
    """The sound with the tag that an episode has, whose chapters are those of the sample."""
    made = Tags(
        EPISODE.title, "The Wire", "Ada", EPISODE.date, 1, "", "en", cover, EPISODE.timeline, guid="1"
    )
    return id3_tag(made) + mp3[tag_bytes(mp3) :]


def build(folder: Path, mp3: bytes) -> Show:
    """A show of two episodes as `publish` makes it."""
    show = Show(folder=folder, base_url=HOME, email="ada@example.org")
    mp3 = tagged(mp3)
    first = replace(EPISODE, bytes=len(mp3), artwork="artwork-1a2b3c4d.jpg")
    later = first.published + timedelta(days=1)
    second = replace(
        first,
        slug=SECOND,
        guid="8d3c1f0e-0c53-5a55-8f0c-2f3c4f1f8a02",
        title="The Loud Grid",
        published=later,
    )
    for one in (first, second):
        store(show, one, [mp3])
    publish(show)
    return show


def complete(show: Show) -> None:
    """Add what the built feed lacks, so that it keeps every rule."""
    feed = show.episodes / "feed.xml"
    text = feed.read_text(encoding="utf-8")
    head, *items = text.split("    <item>\n")
    *items, last = [*items[:-1], *items[-1].partition("  </channel>")[::2]]
    head += _lacking(CHANNEL, head)
    filled = [_filled(item) for item in items]
    feed.write_text("    <item>\n".join([head, *filled]) + "  </channel>" + last, encoding="utf-8")
    for slug in (SLUG, SECOND):
        for name, content in FILES.items():
            file = show.episodes / slug / name
            file.write_text(content, encoding="utf-8")
    (show.episodes / "feed-2.xml").write_text(_page(text), encoding="utf-8")


def _filled(item: str) -> str:
    folder = re.findall(r'<enclosure url="([^"]*/)', item)[0]
    lacks = _lacking(ITEM, item).format(folder=folder)
    return item.replace("</item>", f"{lacks}</item>")


def _lacking(elements: dict[str, str], text: str) -> str:
    return "".join(element for sign, element in elements.items() if sign not in text)


def _page(feed: str) -> str:
    """An older page of the feed, with an episode of its own."""
    older = re.sub(r"(<guid[^>]*>)[^<]*", r"\1older", feed)
    return older.replace("feed.xml", "feed-2.xml")
