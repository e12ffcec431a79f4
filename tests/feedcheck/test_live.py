"""Feeds on a server: ours, ones that do something wrong, and hostile ones."""

from __future__ import annotations

import asyncio
import struct
import time
import zlib

import pytest

from issuecast.errors import PublishError
from issuecast.feedcheck import Level, Report, check
from issuecast.feedcheck.answer import Answer
from issuecast.feedcheck.document import parse
from issuecast.feedcheck.material import Material
from issuecast.feedcheck.rules.serving import downgraded
from issuecast.feedcheck.web import web
from serving import served

from .flaws import FLAWS, flawed
from .whole import SECOND, Copy


def spots(report: Report) -> dict[str, list[str]]:
    """What is wrong, by the names of rules."""
    return {one.rule.name: [spot.what for spot in one.spots] for one in report.results if one.spots}


def test_our_own_server_keeps_every_rule(copy: Copy) -> None:
    """A whole feed from `issuecast serve`: nothing is found, and everything is looked at.

    It has moved and keeps its first podcast:guid, which a show at hand knows by its record.
    """
    with served(copy.show.episodes) as address:
        copy.move(address)
        copy.edit(copy.feed, "<itunes:new-feed-url>[^<]*</itunes:new-feed-url>", "")
        report = check(f"{address}feed.xml", show=copy.show.model_copy(update={"base_url": address}))
    assert spots(report) == {}
    assert all(one.looked_at for one in report.results)
    assert (report.items, report.looked_into, report.elsewhere) == (2, 2, 0)


@pytest.mark.parametrize(("flaw", "rule", "what"), [one for one in FLAWS if one[2]])
def test_a_server_that_does_something_wrong(copy: Copy, flaw: str, rule: str, what: str) -> None:
    """The rule that it breaks, and what it did instead."""
    sound = copy.file("*.mp3")
    with flawed(copy.show.episodes, flaw) as home:
        copy.move(home)
        found = spots(check(f"{home}{'old.xml' if flaw == 'other place' else 'feed.xml'}"))
    told = what.format(
        home=home, folder=f"{SECOND}/", sound=f"{SECOND}/{sound.name}", size=sound.stat().st_size
    )
    assert found.pop(rule)[0] == told
    spoiled = {"mp3-header"} if "ranges" in flaw else set()  # it is read from parts of the file
    assert found.keys() <= {other for one, other, _ in FLAWS if one == flaw} | spoiled


def test_a_server_without_flaws(copy: Copy) -> None:
    """The server of these tests does nothing wrong by itself."""
    with flawed(copy.show.episodes) as home:
        copy.move(home)
        assert spots(check(f"{home}feed.xml")) == {}


def test_a_redirection_from_https_to_http(copy: Copy) -> None:
    """Listeners' apps refuse to follow it, so it is told where it leads from and to."""
    answer = Answer("http://cdn.example/feed.xml", 200, hops=("https://example.org/feed.xml",))
    (spot,) = downgraded.find(Material(parse(copy.feed.read_bytes()), "feed", served=answer))
    assert (spot.where, spot.what) == (
        "https://example.org/feed.xml",
        "leads from https to http://cdn.example/feed.xml",
    )


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("endless/1", "has more than 32 MB"),
        ("bomb/1", "has more than 32 MB"),
        ("silent/1", "does not come within 1 s"),
        ("drip/1", "does not come within 1 s"),
        ("circle/1", "is redirected without an end"),
        ("away/1", "leads to what is no web address"),
        ("none.xml", "is answered with 404"),
    ],
)
def test_a_hostile_feed_is_left(copy: Copy, path: str, reason: str) -> None:
    """A feed without an end, a bomb, a slow one, a circle: one sentence, and soon."""
    with flawed(copy.show.episodes) as home:
        started = time.monotonic()
        with pytest.raises(PublishError) as error:
            check(f"{home}{path}", timeout_s=1)
        assert time.monotonic() - started < 5
    assert str(error.value) == f"{home}{path} {reason}: check the address, and that you are online."


def test_what_is_no_http_is_left(copy: Copy) -> None:
    """One sentence, with the client's reason."""
    with flawed(copy.show.episodes) as home, pytest.raises(PublishError) as error:
        check(f"{home}garbled/1", timeout_s=5)
    assert str(error.value).startswith(f"{home}garbled/1 cannot be fetched (")


def test_hostile_files_are_findings(copy: Copy) -> None:
    """Files without an end, slow ones and bombs, named by a good feed, cost neither memory nor patience."""
    with flawed(copy.show.episodes) as home:
        copy.move(home)
        copy.edit(copy.feed, r'[^"]*transcript\.vtt', f"{home}endless/1.vtt", after="<item>")
        copy.edit(copy.feed, r'[^"]*transcript\.srt', f"{home}bomb/1.srt", after="<item>")
        copy.edit(copy.feed, r'[^"]*chapters\.json', f"{home}drip/1.json", after="<item>")
        copy.edit(copy.feed, r'(?<=<enclosure url=")[^"]*', f"{home}circle/1.mp3")
        started = time.monotonic()
        found = spots(check(f"{home}feed.xml", timeout_s=2))
        assert time.monotonic() - started < 15
    assert sorted(found["texts-there"]) == [
        f"{home}bomb/1.srt has more than 10 MB",
        f"{home}drip/1.json does not come within 2 s",
        f"{home}endless/1.vtt has more than 10 MB",
    ]
    assert found["enclosure-there"] == [f"{home}circle/1.mp3 is answered with 404"]


def test_a_public_feed_leads_to_no_private_network(copy: Copy) -> None:
    """Neither an address of this machine nor one of its network is asked for."""

    async def ask(url: str) -> Answer:
        async with web(5) as client:
            client.may_be_private = False
            return await client.whole(url, 1000)

    with flawed(copy.show.episodes) as home:
        for url in (
            home,
            "http://10.0.0.1/",
            "http://169.254.169.254/latest",
            "http://[::1]/",
            "http://localhost/",
        ):
            assert asyncio.run(ask(url)).problem == "is in a private network"


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        (b"", "line 1: no element found"),
        (b"<rss><channel></rss>", "line 1: mismatched tag"),
        (b"no feed", "line 1: syntax error"),
        (b"<?xml version='1.0' encoding='klingon'?><rss/>", "unknown encoding: klingon"),
        (
            b"<!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><rss>&a;</rss>",
            "it declares a document type",
        ),
        (b"<!DOCTYPE l [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]><l>&b;</l>", "it declares a document type"),
        (
            b"<rss>" + b"<a>" * 100_000,
            "it has more than 500,000 elements, or more than 64 within each other",
        ),
        (b"<rss>" + b"<a/>" * 500_000 + b"</rss>", "it has more than 500,000 elements"),
    ],
)
def test_hostile_documents_are_findings(copy: Copy, document: bytes, reason: str) -> None:
    """Broken XML, foreign and exploding entities, too many and too deep elements: one rule says so."""
    copy.feed.write_bytes(document)
    report = check(copy.feed)
    (broken,) = report.broken(Level.REQUIRED)
    assert (broken.rule.name, len(broken.spots)) == ("well-formed", 1)
    assert broken.spots[0].what.startswith(reason)
    assert not any(one.looked_at for one in report.results if one.rule.name != "well-formed")


def test_a_picture_that_would_fill_the_memory(copy: Copy) -> None:
    """Only its head is read: its size is told, and nothing is decoded."""
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", len(head)) + b"IHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head))
    cover = copy.file("cover-????????.jpg")
    cover.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk)
    found = spots(check(copy.feed, show=copy.show))
    assert found.keys() <= {"artwork-size", "artwork-format", "artwork-name"}
    assert found.keys() & {"artwork-size", "artwork-format"}


def test_files_that_are_elsewhere_are_counted(copy: Copy) -> None:
    """A feed on the disk whose sound is at another host: told, not passed over in silence."""
    copy.edit(copy.feed, r'(?<=<enclosure url=")https://example.org/show/', "https://cdn.example/")
    report = check(copy.feed)
    assert (spots(report), report.elsewhere) == ({}, 1)


def test_only_the_newest_are_looked_into(copy: Copy) -> None:
    """Of a long feed the files of ten episodes, unless all are wanted."""
    text = copy.feed.read_text(encoding="utf-8")
    head, *items = text.split("<item>")
    copy.feed.write_text("<item>".join([head, *[items[0]] * 11, items[1]]), encoding="utf-8")
    few, everything = check(copy.feed), check(copy.feed, everything=True)
    assert (few.items, few.looked_into, everything.looked_into) == (12, 10, 12)


def test_a_feed_behind_a_counting_service(copy: Copy) -> None:
    """An address that leads through a service to ours is ours, on the disk."""
    copy.edit(copy.feed, r'(?<=<enclosure url=")https://', "https://op3.dev/e/")
    report = check(copy.feed)
    assert (spots(report), report.elsewhere) == ({}, 0)
