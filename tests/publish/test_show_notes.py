from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from issuecast.models import Episode, Link, TimedChapter
from issuecast.publish.show_notes import LIMIT, description, full

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
        "<p>Chapters</p><ul><li>00:00 Cold open</li><li>00:12 Market Pulse</li><li>00:25 Sign-off</li></ul>"
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


texts = st.text(max_size=300)


@given(
    texts | st.text(min_size=2000, max_size=6000),
    st.lists(texts, max_size=60),
    st.lists(st.builds(Link, texts, texts.map(lambda tail: f"https://x.example/{tail}")), max_size=60),
)
def test_notes_of_any_issue_are_safe_and_short(summary: str, titles: list[str], links: list[Link]) -> None:
    """At most 4000 bytes of well-formed HTML in which the issue's text brings no tag of its own."""
    timeline = tuple(TimedChapter(title, i, i + 1, ()) for i, title in enumerate(titles))
    hostile = replace(EPISODE, summary=f"<script>{summary}", timeline=timeline, links=tuple(links))
    for notes in (full(hostile, PAGE), description(hostile)):
        assert len(notes.encode()) <= LIMIT
        assert Tags(notes).seen <= {"p", "ul", "ol", "li", "a"}
