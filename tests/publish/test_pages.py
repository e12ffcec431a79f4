"""What the pages say, read as text; test_browser.py opens them."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from issuecast.models import Cast, Episode, Link, Voice
from issuecast.publish import publish, store
from issuecast.publish.addresses import TRANSCRIPT_PAGE
from issuecast.publish.show_notes import description
from issuecast.show import Role, Show, Theme

from .test_feed import feed_of


def site(show: Show, *episodes: Episode) -> dict[str, str]:
    """The published pages by their paths."""
    for episode in episodes:
        store(show, replace(episode, bytes=1), [b"x"])
    publish(show)
    pages = (page for page in show.episodes.rglob("*.html") if page.name != TRANSCRIPT_PAGE)
    return {page.relative_to(show.episodes).as_posix(): page.read_text() for page in pages}


@pytest.fixture
def page(show: Show, episode: Episode) -> str:
    return site(show, episode)[f"{episode.slug}/index.html"]


def test_every_file_that_a_page_names_is_there(show: Show, episode: Episode) -> None:
    """Links within the site are relative and lead to files: it works from disk and from a sub-folder."""
    for path, html in site(show, episode).items():
        folder = (show.episodes / path).parent
        named = re.findall(r'<(?:a|img|audio|script|link)\b[^>]*?\s(?:href|src)="([^"#]+)', html)
        local = {name for name in named if not re.match(r"\w+:", name)}
        assert len(local) >= 5
        for name in local:
            # What a server shows at any address starts at the root: here the show's.
            at = folder / name if path != "404.html" else show.episodes / name.removeprefix("/")
            assert at.is_file(), (path, name)


def test_styles_name_files_that_are_there(show: Show, episode: Episode) -> None:
    """The typeface is served from the show's own folder."""
    site(show, episode)
    (style,) = (show.episodes / "assets").glob("site.*.css")
    urls = re.findall(r'url\("([^"]+)"\)', style.read_text())
    assert len(urls) == 5
    assert all((style.parent / url).is_file() for url in urls)


def test_the_page_tells_the_episode(page: str) -> None:
    """Title, date, length, number, chapters with their times, the transcript with its speakers, links."""
    assert "<h1>The Quiet Grid</h1>" in page
    assert (
        '<time datetime="2026-01-12">January 12, 2026</time> <span>1 min</span> <span>No. 214</span>' in page
    )
    assert 'href="2026-01-12-the-quiet-grid-1a2b3c4d.mp3#t=25.5" data-seek="25500"' in page
    assert "<b>Analyst</b> <span data-text>Storage costs $11B less.</span>" in page
    assert '<a href="https://example.org/filing?a=1&amp;b=2" rel="noopener">The filing</a>' in page
    assert "<dt>Host</dt><dd>en-US-AndrewNeural" in page


def test_the_page_says_that_its_voices_are_synthetic(page: str) -> None:
    """The disclosure is on every episode's page."""
    assert "The voices in this episode are synthetic." in page
    assert "Draft voices" not in page


def test_a_dry_run_is_never_taken_for_an_episode(show: Show, episode: Episode) -> None:
    """Silence is named on every page and in the show notes, and podcast apps are asked not to list it."""
    silent = replace(episode, cast=Cast("mute", {"HOST": Voice("silent", "any")}))
    assert all("Dry run" in html for path, html in site(show, silent).items() if path != "404.html")
    assert "This is a dry run: nobody speaks where the words should be." in description(silent)
    assert "synthetic" not in description(silent)
    assert b"<itunes:block>Yes</itunes:block>" in feed_of(show, silent)
    assert b"itunes:block" not in feed_of(show, episode)


def test_a_draft_is_marked(show: Show, episode: Episode) -> None:
    """An episode that espeak voiced says so on its page, in its embed and in the index."""
    draft = replace(episode, cast=Cast("draft", {"HOST": Voice("espeak", "en-us")}))
    assert all("Draft voices" in html for path, html in site(show, draft).items() if path != "404.html")


def test_roles_are_called_by_their_names(show: Show, episode: Episode) -> None:
    """A spoken name of show.toml is who speaks in the transcript."""
    named = show.model_copy(update={"roles": {"HOST": Role(name="Ada"), "ANALYST": Role()}})
    html = site(named, episode)[f"{episode.slug}/index.html"]
    assert "<b>Ada</b> <span data-text>Good morning, friend." in html


def test_machines_read_the_episode(page: str) -> None:
    """JSON-LD, Open Graph, the canonical address and the feed are there for those who look for them."""
    found = re.search(r'<script type="application/ld\+json">(.*)</script>', page)
    assert found
    data = json.loads(found[1])
    address = "http://localhost:8000/2026-01-12-the-quiet-grid/"
    assert (data["@type"], data["name"], data["url"]) == ("PodcastEpisode", "The Quiet Grid", address)
    assert (data["duration"], data["datePublished"]) == ("PT40S", "2026-01-12T06:00:00+00:00")
    assert data["associatedMedia"]["contentUrl"].endswith("/2026-01-12-the-quiet-grid-1a2b3c4d.mp3")
    assert f'<link rel="canonical" href="{address}">' in page
    assert (
        '<link rel="alternate" type="application/rss+xml" title="The Morning Wire" href="../feed.xml">'
        in page
    )
    assert '<meta property="og:title" content="The Quiet Grid">' in page
    assert re.search(
        r'<meta property="og:image" content="http://localhost:8000/cover-[0-9a-f]{8}\.jpg">', page
    )


def test_scripts_are_files(show: Show, episode: Episode) -> None:
    """No inline script, handler or style: a strict content security policy holds."""
    for html in site(show, episode).values():
        assert re.findall(r"<script(?! type=\"application/ld\+json\")[^>]*>", html) == re.findall(
            r'<script src="[^":]+" defer>', html
        )
        assert not re.search(r"<[^>]+\s(on\w+|style)=", html)
        assert "<style" not in html


def test_hostile_text_stays_text(show: Show, episode: Episode) -> None:
    """Markup in titles, summaries, chapters, lines, roles, voices and links is shown, not obeyed."""
    evil = "</script></title><script>alert(1)</script>\"'><img src=x onerror=alert(1)>\x00"
    timeline = tuple(
        replace(
            chapter, title=evil, lines=tuple(replace(line, text=evil, role=evil) for line in chapter.lines)
        )
        for chapter in episode.timeline
    )
    bad = replace(
        episode,
        title=evil,
        summary=evil,
        timeline=timeline,
        cast=Cast(evil, {evil: Voice(evil, evil)}),
        links=(Link(evil, "https://example.org/" + evil), Link("x", "javascript:alert(1)")),
    )
    for html in site(show.model_copy(update={"title": evil, "description": evil}), bad).values():
        assert "<script>alert" not in html
        assert "<img src=x" not in html
        assert "javascript:" not in html
        assert "\x00" not in html


def test_pages_speak_the_shows_language(show: Show, episode: Episode) -> None:
    """The language is declared, and its direction with it."""
    english, hebrew = show, show.model_copy(update={"language": "he-IL"})
    assert '<html lang="en-US" dir="ltr">' in site(english, episode)["index.html"]
    assert '<html lang="he-IL" dir="rtl">' in site(hebrew, episode)["index.html"]


def test_an_accent_makes_its_own_style(tmp_path: Path, episode: Episode) -> None:
    """Another colour is another file, so that no browser shows the old one."""
    names = set()
    for accent in ("#0b6e4f", "#ffd400"):
        show = Show(folder=tmp_path / accent[1:], theme=Theme(accent=accent))
        site(show, episode)
        names |= {style.name for style in (show.episodes / "assets").glob("site.*.css")}
    assert len(names) == 2


def test_the_index_lists_the_newest_first(show: Show, episode: Episode) -> None:
    """With a link to each page, and to the feed."""
    older = replace(episode, slug="older", title="Older", published=episode.published.replace(year=2025))
    index = site(show, older, episode)["index.html"]
    assert re.findall(r'<h3><a href="([^"]+)">([^<]+)</a>', index) == [
        ("2026-01-12-the-quiet-grid/index.html", "The Quiet Grid"),
        ("older/index.html", "Older"),
    ]
    assert '<a class="pill quiet" href="feed.xml">RSS</a>' in index


def test_the_embed_opens_the_page_elsewhere(show: Show, episode: Episode) -> None:
    """A click on the title in somebody's page does not replace that page or give it a hold on ours."""
    embed = site(show, episode)[f"{episode.slug}/embed.html"]
    assert '<a href="index.html" target="_blank" rel="noopener">The Quiet Grid</a>' in embed
