from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from issuecast.models import Episode, Link, TimedChapter
from issuecast.publish.sanitized import sanitized
from issuecast.publish.show_notes import LIMIT, description, full, timestamps

from .sample import EPISODE

PAGE = "https://example.org/x/"


class Tags(HTMLParser):
    """Collects what is opened; every tag must be closed in its turn."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open.append(tag)
        self.seen.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_notes_have_summary_chapters_links_and_disclosure(episode: Episode) -> None:
    """In this order, with timestamps that Apple and Spotify turn into chapters."""
    assert full(episode, PAGE) == (
        "<p>Harbor Energy signs for storage. Nobody prices the years after the loan.</p>"
        "<p>Chapters</p><p>00:00 Cold open</p><p>00:12 Market Pulse</p><p>00:25 Sign-off</p>"
        '<p>Links</p><ol><li><a href="https://example.org/filing?a=1&amp;b=2">The filing</a></li></ol>'
        "<p>The voices in this episode are synthetic.</p>"
        '<p><a href="https://example.org/x/">Transcript and player</a></p>'
    )


def test_the_description_is_the_summary_and_the_disclosure(episode: Episode) -> None:
    """Short, for the lists that apps show."""
    assert description(episode) == (
        "<p>Harbor Energy signs for storage. Nobody prices the years after the loan.</p>"
        "<p>The voices in this episode are synthetic.</p>"
    )


def test_without_a_summary_the_chapters_tell(episode: Episode) -> None:
    """An episode whose issue says nothing at its start is described by its chapters."""
    assert description(replace(episode, summary="")).startswith("<p>Cold open · Market Pulse · Sign-off</p>")


def test_two_chapters_are_no_list(episode: Episode) -> None:
    """Spotify takes three timestamps or none."""
    assert "00:00" not in full(replace(episode, timeline=episode.timeline[:2]), PAGE)


def test_chapters_of_one_second_are_listed_once(episode: Episode) -> None:
    """Timestamps ascend, titles are cut below 40 characters, and an hour has its own digits."""
    starts = (("One", 0), ("Two", 900), ("Three " * 20, 59_999), ("", 3_661_000))
    timeline = tuple(TimedChapter(title, at, at + 1, ()) for title, at in starts)
    assert timestamps(replace(episode, timeline=timeline)) == [
        "00:00 One",
        "00:59 Three Three Three Three Three Three Th…",
        "01:01:01 –",
    ]


def test_long_titles_stay_apart(episode: Episode) -> None:
    """Two that begin alike are cut in the middle, in less than 40 characters; one alone at its end."""
    both = "Call for Participation; projects and speakers: "
    titles = (f"{both}tasks", f"{both}talks", "Another title that is longer than the room")
    timeline = tuple(TimedChapter(title, n * 2000, n * 2000 + 1, ()) for n, title in enumerate(titles))
    found = timestamps(replace(episode, timeline=timeline))
    assert found == [
        "00:00 Call for Participation;…speakers: tasks",
        "00:02 Call for Participation;…speakers: talks",
        "00:04 Another title that is longer than the…",
    ]
    assert max(len(one.partition(" ")[2]) for one in found) < 40


def test_links_keep_the_numbers_that_are_spoken(episode: Episode) -> None:
    """Where a public page must not lead, the words stand alone; the next link is the third all the same."""
    links = (
        Link("One", "https://example.org/1"),
        Link("Two", "javascript:alert(1)"),
        Link("Three <3", "mailto:a@example.org"),
    )
    assert (
        full(replace(episode, timeline=(), links=links), PAGE)
        .partition("<ol>")[2]
        .startswith(
            '<li><a href="https://example.org/1">One</a></li><li>Two</li>'
            '<li><a href="mailto:a@example.org">Three &lt;3</a></li></ol>'
        )
    )


def test_what_has_no_room_is_on_the_page(episode: Episode) -> None:
    """A hundred links are cut after a whole one, the summary after a sentence, and the foot says so."""
    links = tuple(Link(f"Link {n}", f"https://example.org/{n}/{'x' * 80}") for n in range(1, 101))
    notes = full(replace(episode, summary="A sentence of the issue. " * 200, links=links), PAGE)
    assert LIMIT - 150 < len(notes.encode()) <= LIMIT
    assert notes.startswith("<p>A sentence of the issue. A sentence")
    assert "issue.</p><p>Chapters</p>" in notes
    last = notes.count("<li>")
    assert f">Link {last}</a></li></ol><p>The voices in this episode are synthetic.</p>" in notes
    assert notes.endswith(
        '<p><a href="https://example.org/x/">The rest of these notes, transcript and player</a></p>'
    )


def test_markup_of_any_kind_is_taken_out() -> None:
    """What is not a paragraph, a list or a public link does not come through, whoever wrote it."""
    hostile = (
        '<p onclick="x()">a<script>alert(1)</script><img src=x onerror=y><br></p>'
        '<a href="javascript:z()" style="top:0">b</a><a href="https://example.org/" rel="me">c</a>]]>'
    )
    assert sanitized(hostile) == '<p>a</p><a>b</a><a href="https://example.org/">c</a>]]&gt;'


HOSTILE = (
    "<script>alert(1)</script>",
    "]]>",
    "\u202e\u2066",
    "\x00\x0b",
    "&amp;",
    "\u00a0" * 900,
    "x" * 100_000,
)
UNPRINTABLE = "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
SCHEMES = (
    "javascript:alert(1)",
    "data:text/html,x",
    "https://x.example/\u202e",
    "J\n:x",
    "mailto:a@b.example",
)

texts = st.text(max_size=300) | st.sampled_from(HOSTILE)
urls = texts.map(lambda tail: f"https://x.example/{tail}") | st.sampled_from(SCHEMES)


@given(
    texts | st.text(min_size=2000, max_size=6000),
    st.lists(st.tuples(texts, st.integers(0, 10_000)), max_size=60),
    st.lists(st.builds(Link, texts, urls), max_size=60),
)
def test_notes_of_any_issue_are_safe_and_short(
    summary: str, chapters: list[tuple[str, int]], links: list[Link]
) -> None:
    """At most 4000 bytes of well-formed HTML that XML can carry, and no tag or scheme of the issue's own."""
    starts = accumulate((0, *(length for _, length in chapters)))
    timeline = tuple(
        TimedChapter(title, at, at + 1, ()) for (title, _), at in zip(chapters, starts, strict=False)
    )
    hostile = replace(EPISODE, summary=f"<script>{summary}", timeline=timeline, links=tuple(links))
    for notes in (full(hostile, PAGE), description(hostile)):
        assert len(notes.encode()) <= LIMIT
        assert Tags(notes).seen <= {"p", "ul", "ol", "li", "a"}
        assert sanitized(notes) == notes
        assert not re.search(UNPRINTABLE, notes)
        assert not re.search(r'href="(?!https?://|mailto:)', notes)
    listed = re.findall(r"<p>((?:\d\d:)?\d\d:\d\d) ([^<]*)</p>", full(hostile, PAGE))
    assert not listed or (len(listed) >= 3 and listed[0][0] == "00:00")
    assert all(len(unescape(title)) < 40 for _, title in listed)
    seconds = [seconds_of(stamp) for stamp, _ in listed]
    assert seconds == sorted(set(seconds))


def seconds_of(stamp: str) -> int:
    return sum(int(part) * 60**place for place, part in enumerate(reversed(stamp.split(":"))))
