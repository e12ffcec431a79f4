"""What the podcast namespace adds to channel and items. Source: https://podcasting2.org/docs/podcast-namespace."""

from __future__ import annotations

import re
from collections.abc import Iterator

from issuecast.feedcheck.answer import is_address
from issuecast.feedcheck.document import Item
from issuecast.feedcheck.material import Material
from issuecast.feedcheck.moments import rfc_2822
from issuecast.feedcheck.rule import Spot, recommended
from issuecast.feedcheck.rules.channel import one_of
from issuecast.feedcheck.rules.document import CHANNEL
from issuecast.feedcheck.rules.item import each
from issuecast.feedcheck.sources import APPLE, REBUILD, RENEW, TWO

_MEDIA = {"podcast", "music", "video", "film", "audiobook", "newsletter", "blog", "publisher", "course"}
_MEDIA |= {f"{one}L" for one in _MEDIA} | {"mixed"}
_TRANSCRIPTS = {"text/vtt", "application/x-subrip", "application/json", "text/html"}
_CHAPTERS = "application/json+chapters"
_NUMBER = re.compile(r"[1-9]\d{0,8}")
_SECONDS = re.compile(r"\d{1,9}(?:\.\d+)?")

medium = recommended(TWO, "podcast:medium is one that is known", REBUILD, name="medium")(
    one_of("podcast:medium", _MEDIA)
)


@recommended(TWO, "podcast:person names the people who are heard", "name the roles in show.toml")
def person(material: Material) -> Iterator[Spot]:
    people = material.feed.channel.all("podcast:person")
    if not people:
        yield Spot(CHANNEL, "has no podcast:person")
    for node, where in (
        (material.feed.channel, CHANNEL),
        *((item, item.label) for item in material.feed.items),
    ):
        for one in node.all("podcast:person"):
            if not (one.text or "").strip():
                yield Spot(where, "a podcast:person has no name")
            for name in ("href", "img"):
                if one.get(name) and not is_address(one.get(name, "")):
                    yield Spot(where, f"the {name} of a podcast:person is {one.get(name, '')[:60]!r}")


@recommended(TWO, "podcast:updateFrequency, if it is there, tells a schedule", "correct updates in show.toml")
def update_frequency(material: Material) -> Iterator[Spot]:
    found = material.feed.channel.all("podcast:updateFrequency")
    if len(found) > 1:
        yield Spot(CHANNEL, f"has {len(found)} podcast:updateFrequency")
    for one in found:
        rule = one.get("rrule", "")
        if not (one.text or "").strip():
            yield Spot(CHANNEL, "podcast:updateFrequency has no text")
        if rule and not rule.startswith("FREQ="):
            yield Spot(CHANNEL, f"the rule of podcast:updateFrequency is {rule[:40]!r}")


@recommended(f"{APPLE}, {TWO}", "podcast:txt of ai-content tells whether AI made the content", REBUILD)
def channel_disclosure(material: Material) -> Iterator[Spot]:
    told = [
        one.text for one in material.feed.channel.all("podcast:txt") if one.get("purpose") == "ai-content"
    ]
    if told not in (["true"], ["false"]):
        yield Spot(
            CHANNEL, "does not say once, true or false, in podcast:txt whether its content is made by AI"
        )


@recommended(TWO, "podcast:funding leads to a page", "correct it in show.toml")
def funding(material: Material) -> Iterator[Spot]:
    for one in material.feed.channel.all("podcast:funding"):
        if not is_address(one.get("url", "")):
            yield Spot(CHANNEL, f"podcast:funding leads to {one.get('url', '')[:60]!r}")


@recommended(TWO, "podcast:trailer has title, address and date", REBUILD)
def trailer(material: Material) -> Iterator[Spot]:
    for one in material.feed.channel.all("podcast:trailer"):
        if not (one.text or "").strip():
            yield Spot(CHANNEL, "a podcast:trailer has no title")
        if not is_address(one.get("url", "")):
            yield Spot(CHANNEL, f"a podcast:trailer leads to {one.get('url', '')[:60]!r}")
        if not rfc_2822(one.get("pubdate", "")):
            yield Spot(CHANNEL, f"the pubdate of a podcast:trailer is {one.get('pubdate', '')[:40]!r}")


@recommended("WebSub", "a hub is an address", "correct it in show.toml")
def hub(material: Material) -> Iterator[Spot]:
    for one in material.feed.links("hub"):
        if not is_address(one.get("href", "")):
            yield Spot(CHANNEL, f"the hub is {one.get('href', '')[:60]!r}")


@recommended(TWO, "every episode has a transcript of a known type", RENEW)
@each
def item_transcript(item: Item) -> str:
    found = item.all("podcast:transcript")
    if not found:
        return "has no podcast:transcript"
    for one in found:
        if one.get("type") not in _TRANSCRIPTS:
            return f"a podcast:transcript is of type {one.get('type', '')[:40]!r}"
        if not is_address(one.get("url", "")):
            return f"a podcast:transcript is at {one.get('url', '')[:60]!r}"
    return ""


@recommended(TWO, "every episode has chapters", RENEW)
@each
def item_chapters(item: Item) -> str:
    found = item.all("podcast:chapters")
    if len(found) != 1:
        return f"has {len(found) or 'no'} podcast:chapters"
    if found[0].get("type") != _CHAPTERS:
        return f"podcast:chapters is of type {found[0].get('type', '')[:40]!r}"
    address = found[0].get("url", "")
    return "" if is_address(address) else f"podcast:chapters is at {address[:60]!r}"


@recommended(TWO, "every episode has a soundbite within it", RENEW)
@each
def soundbite(item: Item) -> str:
    found = item.all("podcast:soundbite")
    if not found and item.text("itunes:episodeType") in {"", "full"}:
        return "has no podcast:soundbite"
    length = item.text("itunes:duration")
    for one in found:
        start, lasts = one.get("startTime", ""), one.get("duration", "")
        if not _SECONDS.fullmatch(start) or not _SECONDS.fullmatch(lasts) or float(lasts) == 0:
            return f"a podcast:soundbite starts at {start[:20]!r} and lasts {lasts[:20]!r}"
        # The duration is rounded to whole seconds.
        if _NUMBER.fullmatch(length) and float(start) + float(lasts) > int(length) + 1:
            return "a podcast:soundbite ends after the episode"
    return ""


@recommended(f"{APPLE}, {TWO}", "an episode's podcast:txt of ai-content is true or false", RENEW)
@each
def item_disclosure(item: Item) -> str:
    told = [one.text for one in item.all("podcast:txt") if one.get("purpose") == "ai-content"]
    return (
        ""
        if told in ([], ["true"], ["false"])
        else "podcast:txt of ai-content is neither true nor false, or there twice"
    )
