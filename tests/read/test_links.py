"""Addresses in plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuecast.models import BulletList, Code, Item, Link, Paragraph
from issuecast.read.links import is_address, is_link, settled, split_links

LOG = Link("tide.example", "https://tide.example/log")


@pytest.mark.parametrize(
    ("text", "words", "links"),
    [
        ("Read the log: https://tide.example/log.", "Read the log.", (LOG,)),
        ("Read the log (https://tide.example/log), please.", "Read the log, please.", (LOG,)),
        ("Read the log <https://tide.example/log>", "Read the log", (LOG,)),
        ("Read the log [https://tide.example/log]", "Read the log", (LOG,)),
        ("Read → https://tide.example/log", "Read", (LOG,)),
        ("https://tide.example/log", "", (LOG,)),
        ("“https://tide.example/log”", "“”", (LOG,)),
        ("[The log](https://tide.example/log) is wet.", "The log is wet.", (Link("The log", LOG.url),)),
        ("[Write](mailto:a@tide.example)", "Write", (Link("Write", "mailto:a@tide.example"),)),
        ("[The log](/log) (www.a.example)", "[The log](/log)", (Link("a.example", "https://www.a.example"),)),
        (
            "See https://en.example/Salt_(sea) now",
            "See now",
            (Link("en.example", "https://en.example/Salt_(sea)"),),
        ),
        (
            "[Salt](https://en.example/Salt_(sea)).",
            "Salt.",
            (Link("Salt", "https://en.example/Salt_(sea)"),),
        ),
        ("Write to a@www.tide.example, or [1], [2].", "Write to a@www.tide.example, or, [2].", (LOG,)),
        ("https:// is no address", "https:// is no address", ()),
    ],
)
def test_addresses_leave_the_words(text: str, words: str, links: tuple[Link, ...]) -> None:
    """A link is kept beside the words, and neither brackets nor a colon are left of it."""
    assert split_links(text, {"1": LOG.url}) == (words, links)


@given(st.text(alphabet="ab .,:()[]<>/!", max_size=60), st.text(alphabet="ab .,:()[]<>/!", max_size=60))
def test_no_address_stays(before: str, after: str) -> None:
    """Whatever stands around it, an address is taken out."""
    words, links = split_links(f"{before} https://tide.example/log {after}")
    assert "tide.example/log" not in words
    assert any(link.url.startswith("https://tide.example/log") for link in links)


@pytest.mark.parametrize(
    ("url", "is_one"),
    [
        ("https://a.b", True),
        ("HTTP://a.b", True),
        ("mailto:a@b.c", True),
        ("javascript:x", False),
        ("/a", False),
    ],
)
def test_schemes(url: str, is_one: bool) -> None:
    """Only what an app can open for a listener is a link."""
    assert is_link(url) is is_one


def test_links_without_words_go_to_a_neighbour() -> None:
    """The paragraph before takes them, or the next words; without any they are kept, and nothing is read."""
    bare, words, linked = Paragraph("", (LOG,), 2), Paragraph("Words.", (), 1), Paragraph("Words.", (LOG,), 1)
    code = Code("x")
    assert settled([words, bare]) == [linked]
    assert settled([bare, words]) == [linked]
    assert settled([bare, code, words]) == [code, linked]
    assert settled([bare, BulletList((Item((words,)),))]) == [BulletList((Item((linked,)),))]
    assert settled([bare, bare]) == [Paragraph("", (LOG, LOG), 2)]
    assert settled([Paragraph("")]) == []


def test_addresses() -> None:
    """An address is known without its scheme if it has a path; a name with a dot is none."""
    assert all(map(is_address, ("https://a.example", "www.a.example", "a.example/log")))
    assert not any(map(is_address, ("Node.js", "and/or", "See a.example/log")))
