"""The site as a whole: how much it weighs, how it grows, what programs find, what an editor changes."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from issuecast.errors import PublishError
from issuecast.models import Episode, TimedChapter, TimedLine
from issuecast.publish import publish, store
from issuecast.publish.index_pages import Sheet, search_index, sheets
from issuecast.publish.pages import Site
from issuecast.publish.theme import theme
from issuecast.show import Show

from .visit import WAVE, fill

VNU = Path(__file__).parent.parent / "node/node_modules/vnu-jar/build/dist/vnu.jar"
SPARED = ("--filterpattern", ".*size-adjust.*")
"""What it does not know yet: a descriptor of CSS Fonts 5."""
SUMMARY = "Harbor Energy signs for storage, and nobody prices the years after the loan is paid. " * 3


def test_the_player_is_small(show: Show) -> None:
    """With all of its style it is at most 15 kB as it travels."""
    shared = theme(show)
    sizes = [len(gzip.compress(shared.files[name])) for name in (shared.script, shared.style)]
    assert sum(sizes) <= 15_000


def test_a_page_of_ten_minutes_is_light(show: Show, episode: Episode, mp3: bytes) -> None:
    """All that a browser loads before the sound, uncompressed: at most 150 kB."""
    line = "Storage costs $11B less than a year ago, and the grid is none the better for it, they say."
    lines = tuple(TimedLine("HOST", line, ms, ms + 5_500) for ms in range(0, 600_000, 6_000))
    timeline = tuple(
        TimedChapter(f"Chapter {at}", 60_000 * at, 60_000 * (at + 1), lines[10 * at : 10 * at + 10])
        for at in range(10)
    )
    long = replace(episode, duration_ms=600_000, timeline=timeline, waveform=WAVE, summary=SUMMARY)
    store(show, long, [mp3])
    publish(show)
    page = show.episodes / episode.slug / "index.html"
    html = page.read_text()
    named = {*re.findall(r'(?:src|href)="([^"#]+\.(?:js|css|svg|jpg|webmanifest))"', html)}
    weight = len(html) + sum((page.parent / name).stat().st_size for name in named)
    weight += next((show.episodes / "assets").glob("manrope-latin.*.woff2")).stat().st_size
    assert len(named) >= 4
    assert weight <= 150_000
    assert html.count('preload="metadata"') == 1


def test_a_thousand_episodes_are_found_on_light_pages(show: Show, episode: Episode, mp3: bytes) -> None:
    """Each page is below 100 kB; a new episode rewrites the index alone, not the pages behind it."""
    episodes = [
        replace(episode, slug=f"day-{day}", title=f"Day {day}", summary=SUMMARY) for day in range(1001)
    ][::-1]
    before = {sheet: [one.slug for one in part] for sheet, part in sheets(episodes[1:], 50)}
    after = {sheet: [one.slug for one in part] for sheet, part in sheets(episodes, 50)}
    assert [sheet.number for sheet in after if before.get(sheet) != after[sheet]] == [0]
    found = [slug for part in after.values() for slug in part]
    assert sorted(found, key=lambda slug: int(slug[4:])) == [one.slug for one in reversed(episodes)]
    site = Site(show, theme(show), "cover.jpg", "small.jpg")
    assert len(site.index(Sheet(0, "page-19.html"), episodes[:99])) < 100_000
    assert len(search_index(episodes)) < 500_000


def test_pages_of_the_index_lead_to_each_other(show: Show, episode: Episode, mp3: bytes) -> None:
    """Two a page: the index has the newest, page 1 the oldest; a page that is no more is removed."""
    small = show.model_copy(update={"site": show.site.model_copy(update={"page_size": 2})})
    for day in range(5):
        published = episode.published + timedelta(days=day)
        store(small, replace(episode, slug=f"day-{day}", published=published), [mp3])
    publish(small)
    found = {
        name: re.findall(
            r'(?:<h3><a|rel="(?:prev|next)"[^>]*?) href="([^"]+)', (show.episodes / name).read_text()
        )
        for name in ("index.html", "page-1.html")
    }
    assert found == {
        "index.html": ["day-4/index.html", "day-3/index.html", "day-2/index.html", "page-1.html"],
        "page-1.html": ["day-1/index.html", "day-0/index.html", "index.html"],
    }
    publish(show)
    assert not (show.episodes / "page-1.html").exists()


def test_programs_find_their_way(tmp_path: Path, mp3: bytes) -> None:
    """Sitemap, robots, web manifest and oEmbed name what is there, at the show's own address."""
    show = Show(folder=tmp_path, base_url="https://example.org/podcast/")
    fill(show, mp3)
    home = "https://example.org/podcast/"
    tree = ET.parse(show.episodes / "sitemap.xml")  # noqa: S314  our own
    pages = [one.text for one in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert pages == [home, *(f"{home}{slug}/" for slug in ("2026-01-12-the-quiet-grid", "older", "hostile"))]
    assert (show.episodes / "robots.txt").read_text().endswith(f"Sitemap: {home}sitemap.xml\n")
    manifest = json.loads((show.episodes / "site.webmanifest").read_text())
    assert all((show.episodes / icon["src"]).is_file() for icon in manifest["icons"])
    folder = show.episodes / "2026-01-12-the-quiet-grid"
    told = json.loads((folder / "oembed.json").read_text())
    assert (told["version"], told["type"], told["title"]) == ("1.0", "rich", "The Quiet Grid")
    page = (folder / "index.html").read_text()
    assert (
        f'type="application/json+oembed" title="The Quiet Grid" href="{home}{folder.name}/oembed.json"'
        in page
    )
    assert '<meta name="twitter:card" content="player">' in page
    missing = (show.episodes / "404.html").read_text()
    assert '<a class="pill" href="/podcast/index.html">All episodes</a>' in missing


def test_a_template_of_the_shows_own_is_used(show: Show, episode: Episode, mp3: bytes) -> None:
    """It may build on ours; pages are made anew when it changes, and it cannot reach into the program."""
    store(show, episode, [mp3])
    publish(show)
    own = show.folder / "site_templates" / "episode.html.j2"
    own.parent.mkdir()
    ours = '{% extends "issuecast/episode.html.j2" %}{% block title %}TITLE{% endblock %}'
    page = show.episodes / episode.slug / "index.html"
    for title in ("Hear {{ episode.title }}", "Listen to {{ episode.title }}"):
        own.write_text(ours.replace("TITLE", title))
        publish(show)
        assert f"<title>{title.partition(' {{')[0]} The Quiet Grid</title>" in page.read_text()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\n{{ nothing }}", "line 2: 'nothing' is undefined"),
        ("{% if %}", "line 1: Expected an expression, got 'end of statement block'"),
        ("{{ ''.__class__.__mro__ }}", "line 1: access to attribute '__class__' of 'str' object is unsafe"),
    ],
)
def test_a_broken_template_is_told(show: Show, episode: Episode, mp3: bytes, text: str, said: str) -> None:
    """With its file and line, and nothing is published."""
    own = show.folder / "site_templates" / "episode.html.j2"
    own.parent.mkdir()
    own.write_text(text)
    store(show, episode, [mp3])
    with pytest.raises(PublishError) as caught:
        publish(show)
    assert str(caught.value) == f"The template {own}, {said}: correct it."
    assert not (show.episodes / "feed.xml").exists()


def test_an_editors_robots_txt_stays(show: Show, episode: Episode, mp3: bytes) -> None:
    """What is there before the first publication is the editor's."""
    show.episodes.mkdir(parents=True)
    (show.episodes / "robots.txt").write_text("mine")
    store(show, episode, [mp3])
    publish(show)
    assert (show.episodes / "robots.txt").read_text() == "mine"


def test_buttons_lead_to_apps(show: Show, episode: Episode, mp3: bytes) -> None:
    """To the show's own page in an app if the settings name it, else by the feed's address."""
    apps = {"Spotify": "https://open.example/show", "Overcast": "https://overcast.example/show"}
    named = show.model_copy(update={"site": show.site.model_copy(update={"subscribe": apps})})
    store(named, episode, [mp3])
    publish(named)
    html = (show.episodes / "index.html").read_text()
    links = re.findall(r'<a class="pill[^"]*" href="([^"]+)">([^<]+)</a>', html)
    assert links == [
        ("https://open.example/show", "Spotify"),
        ("https://overcast.example/show", "Overcast"),
        ("podcast://localhost:8000/feed.xml", "Apple Podcasts"),
        ("pktc://subscribe/localhost:8000/feed.xml", "Pocket Casts"),
        (
            "https://antennapod.org/deeplink/subscribe?url=http%3A%2F%2Flocalhost%3A8000%2Ffeed.xml",
            "AntennaPod",
        ),
        ("feed.xml", "RSS"),
    ]


def test_the_nu_checker_finds_no_error(show: Show, mp3: bytes) -> None:
    """Neither in pages nor in the style, whatever the texts."""
    java = shutil.which("java")
    assert java, "java is missing: tests/run installs it"
    assert VNU.exists(), "vnu-jar is missing: tests/run installs it"
    fill(show, mp3)
    files = [*show.episodes.rglob("*.html"), *show.episodes.rglob("*.css")]
    command = [
        java,
        "-jar",
        str(VNU),
        "--errors-only",
        *SPARED,
        "--also-check-css",
        "--format",
        "gnu",
        *map(str, files),
    ]
    result = subprocess.run(command, check=False, capture_output=True, text=True, timeout=120)
    assert result.stderr.splitlines() == []
    assert result.returncode == 0
