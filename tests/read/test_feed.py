"""The feed reader: which entry, which of its texts, and what the feed says of it."""

from __future__ import annotations

import contextlib
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuecast.errors import IssueError
from issuecast.models import Issue, Paragraph, Reason, blocks_of
from issuecast.read.feed import FeedReader, entries
from issuecast.read.source import Source

SAMPLES = Path(__file__).parents[1] / "samples"
HEAD = '<?xml version="1.0"?>'


def rss(*items: str) -> str:
    return (
        f'{HEAD}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>Tide</title>{''.join(f'<item>{item}</item>' for item in items)}</channel></rss>"
    )


def atom(*items: str) -> str:
    inner = "".join(f"<entry>{item}</entry>" for item in items)
    return f'{HEAD}<feed xmlns="http://www.w3.org/2005/Atom"><title>Tide</title>{inner}</feed>'


def source(content: bytes | str, name: str = "feed.xml") -> Source:
    return Source(Path(name), content.encode() if isinstance(content, str) else content)


def read(content: bytes | str, name: str = "feed.xml") -> Issue:
    return FeedReader().read(source(content, name))


def spoken(issue: Issue) -> list[str]:
    return [block.text for block in blocks_of(issue.sections) if isinstance(block, Paragraph)]


def test_atom() -> None:
    """Of an Atom feed the newest entry is the issue, under what the feed says of it."""
    issue = read((SAMPLES / "slow-rails.xml").read_bytes())
    assert (issue.title, issue.date, issue.author, issue.url, issue.language, issue.place) == (
        "The night train to Orrin",
        date(2026, 4, 17),
        "Edda Moss",
        "https://slowrails.example/letters/night-train",
        "en-GB",
        "the newest entry",
    )
    assert [(section.title, section.line) for section in issue.sections] == [
        ("", 0),
        ("Short stops", 2),
        ("Overheard in the dining car", 8),
        ("The long read: nineteen years without a bed", 10),
        ("Mind the gap", 14),
    ]
    assert [(one.text, one.reason) for one in issue.left_out] == [
        ("A sleeper returns after nineteen years.", Reason.REPEATED),
        ("A bridge for one train a week", Reason.FURNITURE),
        ("On waiting rooms", Reason.FURNITURE),
    ]


def test_rss() -> None:
    """Of an RSS feed too: content:encoded is the text, the summary a teaser, and the day is the author's."""
    issue = read((SAMPLES / "salt-and-tide.xml").read_bytes())
    assert (issue.title, issue.date, issue.author, issue.language) == (
        "The price of a calm sea",
        date(2026, 2, 1),
        "Ines Calloway",
        "en-us",
    )
    assert [section.title for section in issue.sections] == [
        "",
        "Three small waves",
        "The big one",
        "Parting line",
    ]
    assert ("Insurers have begun to charge for good weather.", Reason.REPEATED) in [
        (one.text, one.reason) for one in issue.left_out
    ]


@pytest.mark.parametrize(
    ("name", "start", "is_feed"),
    [
        ("a.xml", "", True),
        ("a.rss", "", True),
        ("a.atom", "", True),
        ("a", '<?xml version="1.0"?>\n<!-- Tide -->\n<rss version="2.0">', True),
        ("a.txt", '<feed xmlns="http://www.w3.org/2005/Atom">', True),
        ("a", '<!DOCTYPE rss [<!ENTITY a "b">]><rdf:RDF>', True),
        ("a.html", "<html><body><feed>", False),
        ("a.md", "The <rss> element", False),
    ],
)
def test_feeds_are_known(name: str, start: str, is_feed: bool) -> None:
    """A feed is known by its name or by its root element."""
    assert FeedReader().detects(source(start, name)) == is_feed


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("<description>&lt;p&gt;Salt is up.&lt;/p&gt;</description>", ["Salt is up."]),
        ("<description>Salt is up.</description>", ["Salt is up."]),
        (
            "<description>Tea</description><content:encoded><![CDATA[<p>Salt is up.</p>]]></content:encoded>",
            ["Salt is up."],
        ),
        (
            "<description>Salt is up.</description><content:encoded></content:encoded>",
            ["Salt is up."],
        ),
    ],
)
def test_text_of_an_rss_entry(item: str, text: list[str]) -> None:
    """The text is the content, HTML or not, and the description where there is none."""
    assert spoken(read(rss(item))) == text


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ('<content type="html">&lt;p&gt;Salt is up.&lt;/p&gt;</content>', ["Salt is up."]),
        ('<content type="text">1 &lt; 2.\n\nSalt is up.</content>', ["1 < 2.", "Salt is up."]),
        (
            '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Salt is up.</div></content>',
            ["Salt is up."],
        ),
        ('<content src="https://example.org/1"/><summary>Salt is up.</summary>', ["Salt is up."]),
    ],
)
def test_text_of_an_atom_entry(entry: str, text: list[str]) -> None:
    """So it is in Atom, whatever the type of its text."""
    assert spoken(read(atom(entry))) == text


def test_newest_first() -> None:
    """Entries are in the order of their dates, whatever the feed's, and those without one come last."""
    found = entries(
        rss(
            "<guid>none</guid>",
            "<guid>old</guid><pubDate>Tue, 03 Mar 2026 22:00:00 -0800</pubDate>",
            "<guid>new</guid><pubDate>Wed, 04 Mar 2026 07:00:00 +0000</pubDate>",
        ).encode(),
        "feed.xml",
    )
    assert [(one.guid, one.day) for one in found] == [
        ("new", date(2026, 3, 4)),
        ("old", date(2026, 3, 3)),
        ("none", None),
    ]


def test_what_an_entry_is_called() -> None:
    """Titles lose markup, an address stands in for a guid; paywalls and relative links are understood."""
    item = (
        "<title>Salt &amp;amp; &lt;i&gt;tide&lt;/i&gt;</title><link>https://example.org/p/1</link>"
        "<author>ines@example.org (Ines Okafor)</author>"
        '<description>&lt;p&gt;See &lt;a href="/map"&gt;the map&lt;/a&gt;.&lt;/p&gt;&lt;!--members-only--&gt;'
        "&lt;p&gt;Secret.&lt;/p&gt;</description>"
    )
    (entry,) = entries(rss(item).encode(), "feed.xml")
    assert (entry.title, entry.guid, entry.author) == (
        "Salt & tide",
        "https://example.org/p/1",
        "Ines Okafor",
    )
    issue = read(rss(item))
    assert spoken(issue) == ["See the map."]
    assert [link.url for link in issue.links] == ["https://example.org/map"]


@pytest.mark.parametrize(
    ("content", "problem", "way_out"),
    [
        ("", "feed.xml is not a feed", "name an RSS or Atom feed"),
        ("Hello.", "feed.xml is not a feed", "name an RSS or Atom feed"),
        ("<html><body><p>Hello.</p></body></html>", "feed.xml is not a feed", "name an RSS or Atom feed"),
        (rss(), "feed.xml has no entries", "name a feed that has issues in it"),
        (
            rss("<description><a/></description>" * 30_000),
            "feed.xml has too much markup for a feed",
            "save the issue from it as .html",
        ),
    ],
    ids=range(5),
)
def test_what_is_no_feed(content: str, problem: str, way_out: str) -> None:
    """What cannot be an issue's feed is refused in one sentence."""
    with pytest.raises(IssueError) as raised:
        read(content)
    assert (raised.value.problem, raised.value.way_out) == (problem, way_out)


def test_external_entities_are_not_fetched(tmp_path: Path) -> None:
    """An entity that stands for a file brings none of it."""
    (tmp_path / "secret").write_text("hidden words", encoding="utf-8")
    doctype = f'<!DOCTYPE rss [<!ENTITY a SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
    content = rss("<description>Salt &a; is up.</description>").replace(HEAD, HEAD + doctype)
    assert spoken(read(content)) == ["Salt is up."]


def test_content_is_never_a_file_name() -> None:
    """Bytes that name a file are no feed, even if there is one in that file."""
    with pytest.raises(IssueError):
        read(str(SAMPLES / "slow-rails.xml"))


def _bomb() -> str:
    levels = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10 if i else "salt"}">' for i in range(12))
    return rss("<description>&a11;</description>").replace(HEAD, f"{HEAD}<!DOCTYPE rss [{levels}]>")


@pytest.mark.parametrize(
    "content",
    [
        _bomb(),
        rss("<description>&amp;</description>" * 20_000),
        "<rss version='2.0'><channel>" + "<item>" * 15_000,
        "<rss version='2.0'><channel><item>" + "<a>" * 30_000,
        "<rss>" + "<" * 90_000,
        "<rss>" + "<![CDATA[" * 90_000,
        rss(f"<content:encoded><![CDATA[{'<p>Salt is up.</p>' * 1_000_000}]]></content:encoded>"),
        rss("<title>old</title>")[:-20] + "<broken",
        rss("<description>&lt;p&gt;Salt &nosuch; is up.</description>"),
    ],
    ids=range(9),
)
def test_hostile_feeds_are_read_in_time(content: str) -> None:
    """Bombs of entities, elements and text are an issue or one sentence, and soon."""
    start = time.process_time()
    with contextlib.suppress(IssueError):
        assert isinstance(read(content), Issue)
    assert time.process_time() - start < 2


@given(st.binary(max_size=300))
def test_any_bytes_are_an_issue_or_an_error(content: bytes) -> None:
    """Nothing that a file may hold makes the reader fail in another way."""
    with contextlib.suppress(IssueError):
        assert isinstance(read(content), Issue)


_PIECES = [
    *(
        "<rss version='2.0'>",
        "<channel>",
        "<item>",
        "<title>",
        "</title>",
        "<link>",
        "</item>",
        "<guid>",
        "<a href='",
    ),
    *(
        "<feed xmlns='http://www.w3.org/2005/Atom'>",
        "<entry>",
        "<content type='xhtml'>",
        "<content type='html'>",
    ),
    *(
        "<pubDate>",
        "Tue, 03 Mar 2026",
        "<updated>",
        "2026-03-03T",
        "&lt;p&gt;",
        "&amp;",
        "<![CDATA[",
        "]]>",
        "word",
    ),
    *(
        "</feed>",
        "</entry>",
        "</content>",
        "é",
        "\0",
        "http://[",
        "<author>",
        "xml:base='http://['",
        "xml:lang='x'",
    ),
]


@given(st.lists(st.sampled_from(_PIECES), max_size=40).map("".join))
def test_any_heap_of_markup_is_an_issue_or_an_error(content: str) -> None:
    """Nor does any heap of what means something in a feed."""
    with contextlib.suppress(IssueError):
        assert isinstance(read(content), Issue)
