"""For each rule a way to break it: one change to a feed that keeps all, and the spot that is found then."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from .whole import HOME, SLUG, Copy, tagged

Change = Callable[[Copy], None]
URL = f"{HOME}{SLUG}/"


@dataclass(frozen=True)
class Break:
    """`also` are rules that no change can spare while it breaks this one."""

    rule: str
    where: str
    what: str
    change: Change
    also: frozenset[str] = frozenset()


def feed(pattern: str, other: str, count: int = 1, after: str = "") -> Change:
    """The feed says something else."""
    return lambda copy: copy.edit(copy.feed, pattern, other, count, after)


def text(name: str, pattern: str, other: str, count: int = 1) -> Change:
    """A file of the newer episode says something else."""
    return lambda copy: copy.edit(copy.file(name), pattern, other, count)


def content(name: str, make: Callable[[bytes], bytes]) -> Change:
    """A file has other bytes."""

    def change(copy: Copy) -> None:
        file = copy.file(name)
        file.write_bytes(make(file.read_bytes()))

    return change


def gone(name: str) -> Change:
    return lambda copy: copy.file(name).unlink()


def without(element: str, after: str = "") -> Change:
    """The feed has no such element, from the first `after` on."""
    return feed(rf"<{element}\b[^>]*?(?:/>|>.*?</{element}>)", "", 0, after)


def value(element: str, other: str, after: str = "") -> Change:
    """The first such element, from the first `after` on, has another text."""
    return feed(rf"(?<=<{element}>)[^<]*(?=</{element}>)", other, 1, after)


def picture(mode: str, size: tuple[int, int], kind: str) -> Callable[[bytes], bytes]:
    def make(_: bytes) -> bytes:
        target = io.BytesIO()
        Image.new(mode, size).save(target, kind)
        return target.getvalue()

    return make


def both(*changes: Change) -> Change:
    def change(copy: Copy) -> None:
        for one in changes:
            one(copy)

    return change


def another_sound(copy: Copy) -> None:
    """The feed names a copy of the sound under a name that no record knows."""
    sound = copy.file("*.mp3")
    sound.with_name("other.mp3").write_bytes(sound.read_bytes())
    copy.edit(copy.feed, rf"(?<={SLUG}/){sound.name}", "other.mp3", count=0)


def latin_1(copy: Copy) -> None:
    copy.feed.write_bytes(copy.feed.read_bytes().replace(b"encoding='UTF-8'", b"encoding='iso-8859-1'"))


def moved_cover(copy: Copy) -> None:
    cover = copy.file("cover-????????.jpg")
    cover.rename(cover.with_suffix(".png"))
    copy.edit(copy.feed, cover.name, cover.with_suffix(".png").name, count=0)


def notes(*lines: str) -> Change:
    """Show notes of these lines."""
    return value("content:encoded", "".join(f"&lt;p&gt;{line}&lt;/p&gt;" for line in lines), ITEM)


def frame(at: int, byte: int) -> Callable[[bytes], bytes]:
    """The first frame's header has another byte there; the frame of the Info header begins so."""

    def make(sound: bytes) -> bytes:
        start = sound.index(b"\xff\xfb") + at
        return sound[:start] + bytes([byte]) + sound[start + 1 :]

    return make


def large_cover(copy: Copy) -> None:
    """The tag has a cover of one byte too many; feed and record tell of the new size."""
    file = copy.file("*.mp3")
    old = file.read_bytes()
    new = tagged(old, bytes(300_001))
    file.write_bytes(new)
    copy.edit(copy.feed, f'length="{len(old)}"', f'length="{len(new)}"', 1, f"{SLUG}/")
    copy.edit(copy.file("episode.json"), f'"bytes": {len(old)}', f'"bytes": {len(new)}')


_LAST = b"chp2\0" + (25_500).to_bytes(4)

LOUD, QUIET, CHANNEL, FEED, ITEM = "The Loud Grid", "The Quiet Grid", "the channel", "the feed", "<item>"

BREAKS: tuple[Break, ...] = (
    # The document.
    Break("utf-8", FEED, "says that it is iso-8859-1", latin_1),
    Break("rss", FEED, "begins with rss of version 0.91", feed(r'version="2.0">', 'version="0.91">')),
    Break(
        "namespaces",
        FEED,
        "does not declare podcast as https://podcastindex.org/namespace/1.0",
        feed("https://podcastindex.org/namespace/1.0", "https://podcastindex.org/namespace/1.0/"),
        frozenset(
            {
                "channel-disclosure",
                "channel-guid",
                "item-chapters",
                "item-transcript",
                "locked",
                "medium",
                "person",
                "soundbite",
            }
        ),
    ),
    Break("trimmed", CHANNEL, "title has space around its text", value("title", " The Morning Wire")),
    Break(
        "text-length",
        LOUD,
        "link has 270 characters, 255 are the most",
        value("link", "https://example.org/" + "x" * 250, ITEM),
    ),
    Break(
        "text-length",
        CHANNEL,
        "podcast:updateFrequency has 129 characters, 128 are the most",
        feed("Daily(?=</podcast:updateFrequency>)", "x" * 129),
    ),
    Break("dates", LOUD, "pubDate is '2026-01-13T06:00:00Z'", value("pubDate", "2026-01-13T06:00:00Z", ITEM)),
    Break(
        "dates",
        LOUD,
        "pubDate is 'Wed, 13 Jan 2026 06:00:00 +0000'",
        value("pubDate", "Wed, 13 Jan 2026 06:00:00 +0000", ITEM),
    ),
    # The channel.
    Break("channel-title", CHANNEL, "has no title", value("title", "")),
    Break("channel-title", CHANNEL, "has 2 of title", feed("<link>", "<title>Another</title><link>")),
    Break("channel-description", CHANNEL, "has no description", value("description", "")),
    Break(
        "channel-description",
        CHANNEL,
        "description has 4,002 bytes, 4,000 are the most",
        value("description", "ä" * 2001),
    ),
    Break("channel-link", CHANNEL, "link is 'example.org'", value("link", "example.org")),
    Break(
        "channel-language", CHANNEL, "language is 'American English'", value("language", "American English")
    ),
    Break(
        "channel-category",
        CHANNEL,
        "'Tech' is no category",
        feed('<itunes:category text="Technology"/>', '<itunes:category text="Tech"/>'),
    ),
    Break(
        "channel-category",
        CHANNEL,
        "'Books' is no subcategory of 'News'",
        feed(
            '<itunes:category text="Technology"/>',
            '<itunes:category text="News"><itunes:category text="Books"/></itunes:category>',
        ),
    ),
    Break("channel-category", CHANNEL, "has no itunes:category", without("itunes:category")),
    Break("channel-explicit", CHANNEL, "itunes:explicit is 'no'", value("itunes:explicit", "no")),
    Break("channel-image", CHANNEL, "has no itunes:image", feed("<itunes:image [^>]*>", "")),
    Break(
        "self-link",
        CHANNEL,
        "has no atom:link of rel self",
        feed('rel="self"', 'rel="via"'),
    ),
    Break(
        "self-link",
        CHANNEL,
        "the self link's type is 'text/xml'",
        feed('type="application/rss.xml"', 'type="text/xml"'),
    ),
    Break(
        "new-feed-url", CHANNEL, "itunes:new-feed-url is 'feed.xml'", value("itunes:new-feed-url", "feed.xml")
    ),
    Break(
        "channel-guid",
        CHANNEL,
        "podcast:guid is '8d3c1f0e-0c53-4a55-8f0c-2f3c4f1f8a01'",
        value("podcast:guid", "8d3c1f0e-0c53-4a55-8f0c-2f3c4f1f8a01"),
        frozenset({"guid-of-address"}),
    ),
    Break(
        "channel-guid",
        CHANNEL,
        "podcast:guid is 'the-morning-wire'",
        value("podcast:guid", "the-morning-wire"),
        frozenset({"guid-of-address"}),
    ),
    Break(
        "guid-of-address",
        CHANNEL,
        "podcast:guid is not 0495cb90-b9d0-50ba-b94b-a40da5f73898, which was recorded",
        value("podcast:guid", "917393e3-1b1e-5cef-ace4-edaa54e1f810"),
    ),
    Break(
        "guid-of-address",
        CHANNEL,
        f"podcast:guid is not 0495cb90-b9d0-50ba-b94b-a40da5f73898, that of {HOME}feed.xml",
        both(
            gone("show.json"),
            without("itunes:new-feed-url"),
            value("podcast:guid", "917393e3-1b1e-5cef-ace4-edaa54e1f810"),
        ),
    ),
    Break(
        "locked",
        CHANNEL,
        "podcast:locked is 'maybe'",
        feed("<podcast:locked ([^>]*)>yes", "<podcast:locked>maybe"),
    ),
    Break("channel-author", CHANNEL, "has no itunes:author", value("itunes:author", "")),
    Break("channel-type", CHANNEL, "itunes:type is 'daily'", value("itunes:type", "daily")),
    Break("copyright", CHANNEL, "has no copyright", without("copyright")),
    Break("copyright", CHANNEL, "copyright is '© 2026', and names nobody", value("copyright", "© 2026")),
    Break("owner", CHANNEL, "has no itunes:owner with an e-mail", without("itunes:owner")),
    Break(
        "owner",
        CHANNEL,
        "the owner's e-mail is 'ada at example.org'",
        value("itunes:email", "ada at example.org"),
    ),
    Break("medium", CHANNEL, "podcast:medium is 'radio'", value("podcast:medium", "radio")),
    Break("person", CHANNEL, "has no podcast:person", without("podcast:person")),
    Break(
        "person",
        CHANNEL,
        "a podcast:person has no name",
        feed("<podcast:person [^>]*>[^<]*", '<podcast:person href="ada">'),
    ),
    Break(
        "update-frequency",
        CHANNEL,
        "has 2 podcast:updateFrequency",
        feed(
            "<podcast:updateFrequency",
            "<podcast:updateFrequency>Now</podcast:updateFrequency><podcast:updateFrequency",
        ),
    ),
    Break(
        "update-frequency",
        CHANNEL,
        "the rule of podcast:updateFrequency is 'daily'",
        feed('rrule="FREQ=[A-Z]*', 'rrule="daily'),
    ),
    Break(
        "channel-disclosure",
        CHANNEL,
        "does not say once, true or false, in podcast:txt whether its content is made by AI",
        feed('<podcast:txt purpose="ai-content">true</podcast:txt>', ""),
    ),
    Break(
        "funding",
        CHANNEL,
        "podcast:funding leads to 'give'",
        feed('<podcast:funding url="[^"]*', '<podcast:funding url="give'),
    ),
    Break(
        "trailer",
        CHANNEL,
        "the pubdate of a podcast:trailer is 'soon'",
        feed('pubdate="[^"]*', 'pubdate="soon'),
    ),
    Break(
        "hub",
        CHANNEL,
        "the hub is 'hub'",
        feed('<atom:link rel="hub" href="[^"]*', '<atom:link rel="hub" href="hub'),
    ),
    # The items.
    Break("items", CHANNEL, "has no item", without("item")),
    Break("item-title", "8d3c1f0e-0c53-5a55-8f0c-2f3c4f1f8a02", "has no title", value("title", "", ITEM)),
    Break(
        "item-guid",
        LOUD,
        "has no guid",
        feed("(?<=<guid isPermaLink=.false.>)[^<]*", ""),
        frozenset({"guid-recorded"}),
    ),
    Break(
        "guid-unique",
        QUIET,
        "has the guid of 'The Loud Grid'",
        feed("8a01</guid>", "8a02</guid>"),
        frozenset({"guid-recorded"}),
    ),
    Break(
        "guid-recorded",
        LOUD,
        "guid is 'another', and was recorded as 8d3c1f0e-0c53-5a55-8f0c-2f3c4f1f8a02",
        feed("[^<>]*8a02</guid>", "another</guid>"),
    ),
    Break(
        "notes-length",
        LOUD,
        "description has 4,002 bytes, 4,000 are the most",
        value("description", "ä" * 2001, ITEM),
    ),
    Break("item-date", LOUD, "has no pubDate", feed("<pubDate>[^<]*</pubDate>", "", 1, ITEM)),
    Break("item-link", LOUD, "has no link", value("link", "", ITEM)),
    Break("item-description", LOUD, "has no description", value("description", "", ITEM)),
    Break("item-notes", LOUD, "has no content:encoded", value("content:encoded", "", ITEM)),
    Break(
        "notes-tags",
        LOUD,
        "description has the tag 'h2'",
        value("description", "&lt;h2&gt;News&lt;/h2&gt;", ITEM),
    ),
    Break(
        "notes-tags",
        LOUD,
        "description links to 'javascript:alert(1)'",
        value("description", "&lt;a href='javascript:alert(1)'&gt;News&lt;/a&gt;", ITEM),
    ),
    Break("item-duration", LOUD, "itunes:duration is '00:40'", value("itunes:duration", "00:40", ITEM)),
    Break("item-image", LOUD, "has no itunes:image", feed("<itunes:image [^>]*>", "", 1, ITEM)),
    Break("item-explicit", LOUD, "itunes:explicit is 'clean'", value("itunes:explicit", "clean", ITEM)),
    Break("item-type", LOUD, "itunes:episodeType is 'long'", value("itunes:episodeType", "long", ITEM)),
    Break("numbers", LOUD, "itunes:episode is '0'", value("itunes:episode", "0", ITEM)),
    Break("numbers", LOUD, "itunes:season is 'first'", value("itunes:season", "first", ITEM)),
    Break(
        "numbers",
        LOUD,
        "has no itunes:episode, in a serial show",
        both(value("itunes:type", "serial"), feed("<itunes:episode>[^<]*</itunes:episode>", "")),
    ),
    Break(
        "scheduled",
        LOUD,
        "is dated 13 Jan 2990 06:00:00 +0000, which is to come",
        value("pubDate", "13 Jan 2990 06:00:00 +0000", ITEM),
    ),
    Break(
        "item-transcript",
        LOUD,
        "a podcast:transcript is of type 'text/plain'",
        feed('type="text/vtt"', 'type="text/plain"'),
    ),
    Break(
        "item-chapters",
        LOUD,
        "podcast:chapters is of type 'application/json'",
        feed('type="application/json.chapters"', 'type="application/json"'),
    ),
    Break(
        "soundbite",
        LOUD,
        "a podcast:soundbite ends after the episode",
        feed('startTime="[^"]*"', 'startTime="39.0"', 1, ITEM),
    ),
    Break(
        "soundbite",
        LOUD,
        "a podcast:soundbite starts at '12.5' and lasts '0'",
        feed('duration="[^"]*"', 'duration="0"', 1, ITEM),
    ),
    Break(
        "item-disclosure",
        LOUD,
        "podcast:txt of ai-content is neither true nor false, or there twice",
        feed('(?<=<podcast:txt purpose="ai-content">)true', "yes", 1, ITEM),
    ),
    # The sound.
    Break("enclosure", LOUD, "has no enclosure", feed("<enclosure [^>]*>", "")),
    Break(
        "enclosure",
        LOUD,
        "the enclosure's length is 'many'",
        feed('length="\\d+"', 'length="many"', 1, "<enclosure "),
        frozenset({"enclosure-length"}),
    ),
    Break(
        "enclosure-type",
        LOUD,
        "the enclosure is of type 'audio/mp3' and ends in '.mp3'",
        feed('type="audio/mpeg"', 'type="audio/mp3"', 1, "<enclosure "),
    ),
    Break(
        "enclosure-ascii",
        LOUD,
        "the enclosure is at 'https://example.org/grün/ton.mp3'",
        feed('url="[^"]*[.]mp3', 'url="https://example.org/grün/ton.mp3', 1, "<enclosure "),
        frozenset({"enclosure-recorded"}),
    ),
    Break(
        "enclosure-unique",
        QUIET,
        "has the enclosure of 'The Loud Grid'",
        lambda copy: copy.edit(
            copy.feed,
            r'url="https://example.org/show/2026-01-12-the-quiet-grid/[^"]*[.]mp3',
            'url="https://example.org/show/2026-01-13-the-loud-grid/2026-01-12-the-quiet-grid-1a2b3c4d.mp3',
        ),
        frozenset({"guid-recorded"}),
    ),
    Break(
        "enclosure-recorded",
        QUIET,
        f"the enclosure is {URL}other.mp3, and 2026-01-12-the-quiet-grid-1a2b3c4d.mp3 was recorded",
        another_sound,
    ),
    Break(
        "enclosure-there",
        QUIET,
        f"{URL}2026-01-12-the-quiet-grid-1a2b3c4d.mp3 is not in the folder",
        gone("*.mp3"),
    ),
    Break(
        "enclosure-length",
        QUIET,
        "the file has 320973 bytes, the enclosure says '320845'",
        content("*.mp3", lambda sound: sound + bytes(128)),
    ),
    Break(
        "mp3-header",
        QUIET,
        "its MP3 has no Xing or Info header that counts frames and bytes",
        content("*.mp3", lambda sound: sound.replace(b"Info", b"Nope", 1)),
    ),
    Break(
        "mp3-header", QUIET, "no MP3 frame stands where its sound should begin", content("*.mp3", frame(0, 0))
    ),
    Break(
        "mp3-duration",
        LOUD,
        "the sound lasts 40.0 s, itunes:duration says 80",
        value("itunes:duration", "80", ITEM),
    ),
    Break("mp3-quality", QUIET, "the mono MP3 has 32 kbit/s", content("*.mp3", frame(2, 0x14))),
    Break("alternates", QUIET, f"{URL}sound.opus is not in the folder", gone("sound.opus")),
    Break(
        "alternates",
        QUIET,
        f"{URL}sound.m4a has 4 bytes, its alternate enclosure says '3'",
        content("sound.m4a", lambda sound: sound + b"!"),
    ),
    Break(
        "alternates",
        LOUD,
        "the alternate enclosure 'audio/ogg' has no type or no source",
        feed("<podcast:source [^>]*>", ""),
    ),
    # The pictures.
    Break("artwork-there", f"{HOME}cover.jpg", "is not in the folder", gone("cover-????????.jpg")),
    Break(
        "artwork-format",
        f"{HOME}cover.jpg",
        "is not a picture that can be opened",
        content("cover-????????.jpg", lambda _: b"no picture"),
    ),
    Break(
        "artwork-format",
        f"{HOME}cover.jpg",
        "is damaged",
        content("cover-????????.jpg", lambda whole: whole[: len(whole) // 2]),
    ),
    Break(
        "artwork-format",
        f"{HOME}cover.jpg",
        "is WEBP",
        content("cover-????????.jpg", picture("RGB", (1400, 1400), "WEBP")),
    ),
    Break(
        "artwork-size",
        f"{HOME}cover.jpg",
        "has 1399 × 1399 pixels",
        content("cover-????????.jpg", picture("RGB", (1399, 1399), "JPEG")),
    ),
    Break(
        "artwork-size",
        f"{HOME}cover.jpg",
        "has 1500 × 1400 pixels",
        content("cover-????????.jpg", picture("RGB", (1500, 1400), "JPEG")),
    ),
    Break(
        "artwork-colours",
        f"{HOME}cover.jpg",
        "has the colours CMYK",
        content("cover-????????.jpg", picture("CMYK", (1400, 1400), "JPEG")),
    ),
    Break("artwork-name", f"{HOME}cover.png", "is JPEG, and is not called so", moved_cover),
    # Chapters.
    Break(
        "chapters-form",
        QUIET,
        "the chapters' file is no JSON object",
        content("chapters.json", lambda _: b"[]"),
    ),
    Break(
        "chapters-form",
        QUIET,
        "the chapters' file tells no version",
        text("chapters.json", '"version": "[^"]*",', ""),
    ),
    Break(
        "chapters-form",
        QUIET,
        "a chapter has no startTime in seconds",
        text("chapters.json", '"startTime": 12.0', '"startTime": "0:12"'),
    ),
    Break(
        "chapters-order",
        QUIET,
        "the chapters do not begin at 0",
        text("chapters.json", '"startTime": 0.0', '"startTime": 1.0'),
        frozenset({"chapters-equal", "tag-chapters-equal"}),
    ),
    Break(
        "chapters-order",
        QUIET,
        "the chapters go on after the end",
        text("chapters.json", '"startTime": 25.5', '"startTime": 45.5'),
        frozenset({"chapters-equal", "tag-chapters-equal"}),
    ),
    Break(
        "podlove",
        LOUD,
        "psc:chapters do not ascend",
        feed('start="00:00:12.000"', 'start="00:00:32.000"'),
        frozenset({"chapters-equal", "timestamps-equal"}),
    ),
    Break(
        "podlove",
        LOUD,
        "a psc:chapter starts at 'soon'",
        feed('start="00:00:12.000"', 'start="soon"'),
        frozenset({"chapters-equal", "timestamps-equal"}),
    ),
    Break(
        "chapters-equal",
        QUIET,
        "psc:chapters and the chapters' file differ",
        text("chapters.json", "Sign-off", "Goodbye"),
    ),
    Break(
        "timestamps",
        LOUD,
        "in content:encoded, there are fewer than 3 timestamps",
        notes("00:00 Cold open", "00:12 Market Pulse"),
    ),
    Break(
        "timestamps",
        LOUD,
        "in content:encoded, 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' has 40 characters",
        notes("00:00 Cold open", "00:12 Market Pulse", f"00:25 {'x' * 40}"),
    ),
    Break(
        "timestamps",
        LOUD,
        "in content:encoded, the timestamps do not ascend",
        notes("00:00 Cold open", "00:25 Market Pulse", "00:12 Sign-off"),
        frozenset({"timestamps-equal"}),
    ),
    Break(
        "timestamps",
        LOUD,
        "in content:encoded, the first timestamp is not 00:00",
        notes("00:01 Cold open", "00:12 Market Pulse", "00:25 Sign-off"),
        frozenset({"timestamps-equal"}),
    ),
    Break(
        "timestamps-equal",
        LOUD,
        "the timestamps in content:encoded are not those of psc:chapters",
        notes("(00:00) Cold open", "00:13 - Market Pulse", "00:25 Sign-off"),
    ),
    # Transcripts.
    Break("texts-there", QUIET, f"{URL}transcript.vtt is not in the folder", gone("transcript.vtt")),
    Break("texts-there", QUIET, f"{URL}chapters.json is not in the folder", gone("chapters.json")),
    Break(
        "vtt",
        QUIET,
        f"{URL}transcript.vtt: it does not begin with WEBVTT",
        text("transcript.vtt", "WEBVTT", "VTT"),
    ),
    Break(
        "vtt",
        QUIET,
        f"{URL}transcript.vtt: '00:01 --> 00:03' is followed by no times such as 00:00:07.120 --> "
        "00:00:09.000",
        text("transcript.vtt", "00:00:01.000 --> 00:00:03.000", "00:01 --> 00:03"),
    ),
    Break(
        "vtt",
        QUIET,
        f"{URL}transcript.vtt: the cue at 00:00:01.000 ends before it starts",
        text("transcript.vtt", "00:00:03.000", "00:00:00.500"),
    ),
    Break(
        "srt",
        QUIET,
        f"{URL}transcript.srt: '2' stands where number 1 should",
        text("transcript.srt", "1\n", "2\n"),
    ),
    Break(
        "transcript-json",
        QUIET,
        f"{URL}transcript.json: it has no list of segments",
        text("transcript.json", '"segments"', '"parts"'),
    ),
    Break(
        "transcript-html",
        QUIET,
        f"{URL}transcript.html has no <cite>",
        text("transcript.html", "<cite>", "<b>", 0),
    ),
    Break(
        "cues-ascend",
        QUIET,
        "the cue at 0:00:03 in text/vtt starts before the one in front of it",
        text("transcript.vtt", "00:00:01.000 --> 00:00:03.000", "00:00:11.000 --> 00:00:12.000"),
    ),
    Break(
        "cues-in-time",
        QUIET,
        "text/vtt goes on after the end of the episode",
        content("transcript.vtt", lambda vtt: vtt + b"\n00:00:41.000 --> 00:00:43.000\n<v Host>On.\n"),
    ),
    Break(
        "cues-brief",
        QUIET,
        "the cue at 0:00:26 in text/vtt is shown for 7.1 s",
        text("transcript.vtt", "00:00:26.000 --> 00:00:30.000", "00:00:26.000 --> 00:00:33.100"),
    ),
    Break(
        "vtt-rows",
        QUIET,
        "the cue at 0:00:01 has 1 row of up to 70 characters",
        text("transcript.vtt", "Good morning, friend.", "long " * 14),
    ),
    Break(
        "vtt-speakers",
        QUIET,
        "the cue at 0:00:01 does not say in <v …> who speaks",
        text("transcript.vtt", "<v Host>", ""),
    ),
    Break(
        "srt-rows",
        QUIET,
        "the cue at 0:00:01 has 1 row of up to 59 characters",
        text("transcript.srt", "friend", "dear friend of the sea and of the land"),
    ),
    Break(
        "srt-rows",
        QUIET,
        "the cue at 0:00:01 has 3 rows of up to 24 characters",
        text("transcript.srt", "friend", "dear\nold\nfriend"),
    ),
    # Addresses.
    Break(
        "https",
        CHANNEL,
        "http://example.org/show/cover.jpg is not https",
        feed('<itunes:image href="https', '<itunes:image href="http'),
    ),
    Break(
        "public",
        LOUD,
        "https://192.168.0.7/a.mp3 is an address of this machine or of a private network",
        feed('(?<=<enclosure url=")[^"]*', "https://192.168.0.7/a.mp3"),
        frozenset(),
    ),
    # The tag. The last chapter's start is four bytes after its name.
    Break("tag-version", QUIET, "its tag is ID3v2.2", content("*.mp3", lambda sound: b"ID3\2" + sound[4:])),
    Break(
        "tag-chapters",
        QUIET,
        "a chapter in its tag is in no table of contents",
        content("*.mp3", lambda sound: sound.replace(b"CTOC", b"XTOC", 1)),
    ),
    Break(
        "tag-chapters",
        QUIET,
        "a chapter in its tag has offsets in bytes",
        content("*.mp3", lambda sound: sound.replace(b"\xff" * 8, bytes(8), 1)),
    ),
    Break(
        "tag-chapters",
        QUIET,
        "the chapters in its tag do not ascend",
        content("*.mp3", lambda sound: sound.replace(_LAST, b"chp2\0" + bytes(4), 1)),
        frozenset({"tag-chapters-equal"}),
    ),
    Break(
        "tag-chapters-equal",
        QUIET,
        "the chapters in its tag and the chapters' file differ",
        content("*.mp3", lambda sound: sound.replace(_LAST, b"chp2\0" + (25_501).to_bytes(4), 1)),
    ),
    Break("tag-cover", QUIET, "the cover in its tag has 300,001 bytes", large_cover),
    Break("paging", CHANNEL, f"the next page, {HOME}feed-2.xml, is not in the folder", gone("feed-2.xml")),
    Break(
        "paging",
        CHANNEL,
        f"the next page, {HOME}feed-2.xml, has no episode that is not here",
        lambda copy: copy.edit(copy.file("feed-2.xml"), "older", "8d3c1f0e-0c53-5a55-8f0c-2f3c4f1f8a01", 0),
    ),
    Break(
        "paging",
        CHANNEL,
        f"the next page, {HOME}feed-2.xml, is no RSS",
        content("feed-2.xml", lambda _: b"<html/>"),
    ),
)
