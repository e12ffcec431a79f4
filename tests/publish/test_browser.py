"""The pages in a real browser, over HTTP and from disk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from chromium import chromium
from issuecast.models import Cast, Voice
from issuecast.publish import publish, store
from issuecast.show import Show

from .sample import EPISODE
from .server import serving

HOSTILE = "</title><script>window.harmed = 1</script><img src=x onerror='window.harmed = 1'>\"&lt;"


@dataclass
class Visit:
    """An open page, what its console said and whom it asked for something."""

    page: Page
    console: list[str] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.console.append(str(error)))
        self.page.on("request", self._requested)

    def _said(self, message: ConsoleMessage) -> None:
        self.console.append(f"{message.type}: {message.text}")

    def _requested(self, request: Request) -> None:
        self.asked.add(re.sub(r"^(\w+://[^/]*).*", r"\1", request.url))

    def time(self) -> float:
        return float(self.page.evaluate("document.querySelector('audio').currentTime"))

    def until(self, condition: str) -> None:
        self.page.wait_for_function(
            f"() => {{ const audio = document.querySelector('audio'); return {condition} }}"
        )


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


@dataclass(frozen=True)
class Place:
    """A published show: where it is served, and its folder."""

    address: str
    folder: Path


@pytest.fixture(scope="module")
def place(mp3: bytes, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folder = tmp_path_factory.mktemp("show")
    (folder / "episodes").mkdir()
    with serving(folder / "episodes") as address:
        show = Show(folder=folder, base_url=address)
        draft = Cast("draft", {"HOST": Voice("espeak", "en-us"), "ANALYST": Voice("espeak", "en-us+f4")})
        episode = replace(EPISODE, bytes=len(mp3))
        store(show, episode, [mp3])
        hostile = tuple(replace(chapter, title=HOSTILE) for chapter in episode.timeline)
        store(
            show,
            replace(episode, slug="hostile", title=HOSTILE, summary=HOSTILE, timeline=hostile, cast=draft),
            [mp3],
        )
        publish(show)
        yield Place(address, show.episodes)


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """A fresh browser profile; whatever a test does, no page may complain."""
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    context.set_default_timeout(10_000)
    visit = Visit(context.new_page())
    yield visit
    context.close()
    assert visit.console == []


EPISODE_PAGE = f"{EPISODE.slug}/index.html"


def test_the_episode_plays(visit: Visit, place: Place) -> None:
    """A visitor presses the space bar on the player and hears the episode, from this host alone."""
    visit.page.goto(place.address + EPISODE_PAGE)
    visit.until("audio.readyState >= 1")
    assert abs(visit.page.evaluate("document.querySelector('audio').duration") - 40) < 0.05
    visit.page.focus("audio")
    visit.page.keyboard.press("Space")
    visit.until("!audio.paused && audio.currentTime > 0.3")
    assert visit.asked == {place.address.rstrip("/")}


def test_a_chapter_click_seeks_and_plays(visit: Visit, place: Place) -> None:
    """The sound goes on at the chapter's start; the list and the player's title say which chapter it is."""
    visit.page.goto(place.address + EPISODE_PAGE)
    visit.page.get_by_role("link", name="Market Pulse").click()
    visit.until("!audio.paused && !audio.seeking && audio.currentTime >= 11.9")
    assert visit.time() == pytest.approx(12, abs=1)
    visit.until("document.querySelector('[data-now]').textContent === 'Market Pulse'")
    assert visit.page.locator(".chapters [aria-current]").all_inner_texts() == ["0:12\nMarket Pulse"]


def test_chapters_work_from_the_keyboard(visit: Visit, place: Place) -> None:
    """Tab reaches a chapter, Enter plays it, and the focus can be seen."""
    visit.page.goto(place.address + EPISODE_PAGE)
    visit.page.get_by_role("link", name="Cold open").focus()
    visit.page.keyboard.press("Tab")
    visit.page.keyboard.press("Tab")
    focused = visit.page.locator(":focus-visible")
    assert focused.inner_text() == "0:25\nSign-off"
    assert focused.evaluate("element => getComputedStyle(element).outlineStyle") == "solid"
    visit.page.keyboard.press("Enter")
    visit.until("!audio.paused && audio.currentTime >= 25.4")


def test_a_line_of_the_transcript_seeks(visit: Visit, place: Place) -> None:
    """A click on a sentence plays it, and the transcript marks the line that is heard."""
    visit.page.goto(place.address + EPISODE_PAGE)
    visit.page.get_by_text("Storage costs $11B less.").click()
    visit.until("!audio.paused && audio.currentTime >= 3.4")
    visit.until("document.querySelector('.transcript [aria-current]')?.textContent.includes('$11B')")


def test_an_address_can_name_a_time(visit: Visit, place: Place) -> None:
    """A link to a moment opens the page there, without a sound."""
    visit.page.goto(f"{place.address}{EPISODE_PAGE}#t=26.5")
    visit.until("audio.readyState >= 1 && Math.abs(audio.currentTime - 26.5) < 0.1")
    assert visit.page.evaluate("document.querySelector('audio').paused")


def test_the_extra_buttons_work(visit: Visit, place: Place) -> None:
    """Forward by thirty seconds, back by fifteen, and another speed that is told."""
    visit.page.goto(place.address + EPISODE_PAGE)
    visit.until("audio.readyState >= 1")
    visit.page.get_by_role("button", name="+30 s").click()
    visit.until("Math.abs(audio.currentTime - 30) < 0.1")
    visit.page.get_by_role("button", name="−15 s").click()
    visit.until("Math.abs(audio.currentTime - 15) < 0.1")
    visit.page.get_by_role("button", name="Speed 1×").click()
    visit.page.get_by_role("button", name="Speed 1.25×").wait_for()
    assert visit.page.evaluate("document.querySelector('audio').playbackRate") == 1.25


def test_a_hostile_title_stays_text(visit: Visit, place: Place) -> None:
    """Markup in titles is shown as it was written, on every page, and runs nothing."""
    for path, heading in (
        ("hostile/index.html", "h1"),
        ("hostile/embed.html", "h1"),
        ("index.html", "h3 >> nth=0"),
    ):
        visit.page.goto(place.address + path)
        visit.until("audio.readyState >= 1")
        assert visit.page.evaluate("window.harmed") is None
        if "hostile" in path:
            assert visit.page.locator(heading).inner_text() == HOSTILE
            assert visit.page.title() == f"{HOSTILE} – The Morning Wire"
            assert visit.page.locator("[data-now]").text_content() == HOSTILE


def test_the_player_works_in_somebodys_page(visit: Visit, place: Place, tmp_path: Path) -> None:
    """The embed plays in an iframe on another origin and shows the chapter that is heard."""
    frame = (
        f'<iframe src="{place.address}{EPISODE.slug}/embed.html" title="Episode" allow="autoplay"></iframe>'
    )
    (tmp_path / "post.html").write_text(
        f'<!doctype html><html lang="en"><title>A post</title><link rel="icon" href="icon.svg"><body>{frame}'
    )
    (tmp_path / "icon.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    with serving(tmp_path) as elsewhere:
        visit.page.goto(f"{elsewhere}post.html")
        frames = visit.page.frame_locator("iframe")
        frames.locator("audio").focus()
        visit.page.keyboard.press("Space")
        inner = visit.page.frames[1]
        inner.wait_for_function("() => document.querySelector('audio').currentTime > 0.3")
        inner.evaluate("document.querySelector('audio').currentTime = 27")
        inner.wait_for_function("() => document.querySelector('.chapter').textContent === 'Sign-off'")
        assert visit.asked == {place.address.rstrip("/"), elsewhere.rstrip("/")}


def test_the_page_is_whole_without_scripts(browser: Browser, place: Place) -> None:
    """The native player, the chapters as links into the file and the transcript need no JavaScript."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(place.address + EPISODE_PAGE)
    assert page.locator("audio[controls]").is_visible()
    assert page.get_by_role("link", name="Sign-off").get_attribute("href") == f"{EPISODE.audio}#t=25.5"
    assert page.get_by_text("Good morning, friend.").is_visible()
    assert page.get_by_role("button").count() == 0
    context.close()


def test_the_site_works_from_disk(visit: Visit, place: Place) -> None:
    """Opened as files, without a server, the index leads to a page whose chapters play."""
    visit.page.goto((place.folder / "index.html").as_uri())
    visit.page.get_by_role("link", name="The Quiet Grid", exact=True).click()
    visit.page.get_by_role("link", name="Market Pulse").click()
    visit.until("!audio.paused && audio.currentTime >= 11.9")


def test_nothing_is_wider_than_the_window(visit: Visit, place: Place) -> None:
    """From a small phone to a wide screen no page scrolls sideways."""
    for path in ("index.html", EPISODE_PAGE, "hostile/index.html", "hostile/embed.html"):
        visit.page.goto(place.address + path)
        for width in (320, 390, 820, 1360, 1920):
            visit.page.set_viewport_size({"width": width, "height": 800})
            assert visit.page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)


def test_the_page_follows_the_readers_scheme(visit: Visit, place: Place) -> None:
    """Dark text on light paper, or the other way round, as the reader's system asks."""
    visit.page.goto(place.address + EPISODE_PAGE)
    brightness = "getComputedStyle(document.body).{}.match(/\\d+/g).map(Number).reduce((a, b) => a + b)"
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    for scheme in schemes:
        visit.page.emulate_media(color_scheme=scheme)
        ink, paper = (visit.page.evaluate(brightness.format(name)) for name in ("color", "backgroundColor"))
        assert (ink < paper) == (scheme == "light")
        assert abs(ink - paper) > 500
