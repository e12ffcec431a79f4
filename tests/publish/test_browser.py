"""The pages in a real browser, over HTTP and from disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, expect

from chromium import chromium
from issuecast.show import Show

from .sample import EPISODE
from .server import serving
from .visit import HOSTILE, Place, Visit, fill

AXE = Path(__file__).parent.parent / "node/node_modules/axe-core/axe.min.js"
EPISODE_PAGE = f"{EPISODE.slug}/index.html"
EMBED = f"{EPISODE.slug}/embed.html"
PAGES = (
    "index.html",
    "page-1.html",
    EPISODE_PAGE,
    EMBED,
    "404.html",
    "hostile/index.html",
    "hostile/embed.html",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="module")
def place(mp3: bytes, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folder = tmp_path_factory.mktemp("show")
    (folder / "episodes").mkdir()
    with serving(folder / "episodes") as address:
        show = Show(folder=folder, base_url=address, site={"page_size": 1})
        fill(show, mp3)
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


def test_the_episode_plays_and_pauses(visit: Visit, place: Place) -> None:
    """A visitor presses Play and hears the episode, from this host alone, and Pause ends it."""
    visit.page.goto(place.address + EPISODE_PAGE)
    visit.page.get_by_role("button", name="Play").click()
    visit.until("!audio.paused && audio.currentTime > 0.3")
    visit.page.get_by_role("button", name="Pause").click()
    visit.until("audio.paused")
    assert abs(visit.page.evaluate("document.querySelector('audio').duration") - 40) < 0.05
    assert visit.asked == {place.address.rstrip("/")}


def test_a_chapter_click_seeks_and_plays(visit: Visit, place: Place) -> None:
    """The sound goes on at the chapter's start; list, player and lock screen say which chapter it is."""
    visit.page.goto(place.address + EPISODE_PAGE)
    visit.page.get_by_role("link", name="Market Pulse").click()
    visit.until("!audio.paused && !audio.seeking && audio.currentTime >= 11.9 && audio.currentTime < 13.5")
    expect(visit.page.locator("[data-now]")).to_have_text("Market Pulse")
    assert visit.page.locator(".chapters [aria-current]").all_inner_texts() == ["0:12\nMarket Pulse"]
    visit.until("navigator.mediaSession.metadata.title === 'Market Pulse'")
    assert visit.page.evaluate("navigator.mediaSession.metadata.album") == "The Quiet Grid"


def test_a_word_seeks_and_the_transcript_follows(visit: Visit, place: Place) -> None:
    """A click on a word plays from it; then each word is marked when it is said, and its line with it."""
    visit.page.goto(place.address + EPISODE_PAGE)
    visit.page.get_by_text("morning,").click()
    visit.until("!audio.paused && audio.currentTime >= 1.39 && said === 'morning,'")
    visit.until("said === 'friend.'")
    assert "Good morning" in visit.page.locator(".transcript [aria-current]").inner_text()
    visit.page.evaluate("document.querySelector('audio').currentTime = 3.3")
    visit.until("said === 'Storage'")
    assert "$11B" in visit.page.locator(".transcript [aria-current]").inner_text()


def test_the_page_scrolls_with_the_transcript(visit: Visit, place: Place) -> None:
    """Who looks at the line that is said sees the next one, too; who looks elsewhere is left alone."""
    visit.page.set_viewport_size({"width": 1200, "height": 620})
    visit.page.emulate_media(reduced_motion="reduce")
    visit.page.goto(f"{place.address}{EPISODE_PAGE}#t=12.6")
    visit.until("said === 'Harbor'")
    visit.page.evaluate(
        "document.querySelector('.said:not([role])').scrollIntoView({block: 'end', behavior: 'instant'})"
    )
    visit.page.keyboard.press("k")
    visit.page.evaluate("document.querySelector('audio').currentTime = 26")
    expect(visit.page.get_by_text("That is all.")).to_be_in_viewport()
    visit.page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
    visit.page.evaluate("document.querySelector('audio').currentTime = 1.2")
    visit.until("said === 'Good'")
    visit.page.evaluate("document.querySelector('audio').currentTime = 26")
    visit.until("said === 'That'")
    assert visit.page.evaluate("scrollY") == 0


def test_the_keyboard_is_enough(visit: Visit, place: Place) -> None:
    """Space, arrows, j, k, l, numbers, speed, sound; ? lists them, and they can be kept to the player."""
    visit.page.goto(place.address + EPISODE_PAGE)
    visit.until("audio.readyState >= 1")
    for key, condition in (
        (" ", "!audio.paused"),
        ("k", "audio.paused"),
        ("2", "Math.abs(audio.currentTime - 12) < 0.5"),
        ("j", "audio.currentTime < 0.5"),
        ("ArrowRight", "Math.abs(audio.currentTime - 30) < 0.5"),
        ("ArrowLeft", "Math.abs(audio.currentTime - 15) < 0.5"),
        ("l", "audio.currentTime > 39"),
        ("0", "audio.currentTime === 0"),
        (">", "audio.playbackRate === 1.25"),
        ("<", "audio.playbackRate === 1"),
        ("m", "audio.muted"),
    ):
        visit.page.keyboard.press(key)
        visit.until(condition)
    visit.page.keyboard.press("?")
    expect(visit.page.get_by_role("dialog")).to_contain_text("Forward 30 seconds")
    visit.page.get_by_role("checkbox").uncheck()
    visit.page.keyboard.press("Escape")
    visit.page.locator("h1").click()
    visit.page.keyboard.press("2")
    visit.page.get_by_role("slider", name="Position").focus()
    visit.page.keyboard.press("3")
    visit.until("Math.abs(audio.currentTime - 25.5) < 0.1")


def test_controls_say_what_they_are(visit: Visit, place: Place) -> None:
    """In the order of tabs, with names, values and a focus that can be seen."""
    visit.page.goto(place.address + EPISODE_PAGE)
    visit.until("audio.readyState >= 1")
    slider = visit.page.get_by_role("slider", name="Position")
    slider.fill("12.5")
    expect(slider).to_have_attribute("aria-valuetext", "0:12 of 0:40")
    names = []
    visit.page.get_by_role("button", name="Play").focus()
    for _ in range(9):
        names.append(visit.page.evaluate("document.activeElement.getAttribute('aria-label')"))
        visit.page.keyboard.press("Tab")
    assert names[:6] == ["Play", "Position", "Back 15 seconds", "Forward 30 seconds", "Speed", "Volume"]
    assert names[6] == "Share at this moment"
    assert names[7].startswith("Download MP3")
    assert names[8] == "Keyboard shortcuts"
    focused = visit.page.locator(":focus-visible")
    assert focused.evaluate("element => getComputedStyle(element).outlineStyle") == "solid"


@pytest.mark.parametrize("moment", ["#t=26.5", "?t=26.5", "#t=0m26.5s"])
def test_an_address_can_name_a_time(visit: Visit, place: Place, moment: str) -> None:
    """A link to a moment opens the page there, without a sound."""
    visit.page.goto(f"{place.address}{EPISODE_PAGE}{moment}")
    visit.until("audio.readyState >= 1 && Math.abs(audio.currentTime - 26.5) < 0.1 && audio.paused")


def test_a_moment_is_shared(visit: Visit, place: Place) -> None:
    """The page's address with the time that is heard is in the clipboard, and so is code to embed."""
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.page.goto(f"{place.address}{EPISODE_PAGE}#t=26.5")
    visit.page.get_by_role("button", name="Share at this moment").click()
    expect(visit.page.locator("[data-said]")).to_have_text("Copied.")
    copied = "navigator.clipboard.readText()"
    assert visit.page.evaluate(copied) == f"{place.address}{EPISODE.slug}/#t=26"
    visit.page.get_by_text("Put this episode on your page").click()
    visit.page.get_by_role("button", name="Copy").first.click()
    visit.page.wait_for_function("async () => (await navigator.clipboard.readText()).startsWith('<iframe ')")


def test_speed_volume_and_place_are_remembered(visit: Visit, place: Place) -> None:
    """Over a reload; another episode starts at its beginning, at that speed."""
    visit.page.goto(place.address + EPISODE_PAGE)
    visit.until("audio.readyState >= 1")
    visit.page.get_by_label("Speed").select_option("1.5")
    visit.page.get_by_label("Volume").fill("0.5")
    visit.page.get_by_label("Position").fill("20")
    visit.until("!audio.seeking && audio.currentTime > 19.9")
    visit.page.reload()
    visit.until(
        "Math.abs(audio.currentTime - 20) < 0.2 && audio.playbackRate === 1.5 && audio.volume === 0.5"
    )
    expect(visit.page.locator("[data-said]")).to_have_text("Goes on at 0:20.")
    assert visit.page.get_by_label("Speed").input_value() == "1.5"


def test_the_transcript_is_searched(visit: Visit, place: Place) -> None:
    """Lines without the words are put aside, whatever their capitals; the count is told."""
    visit.page.goto(place.address + EPISODE_PAGE)
    visit.page.get_by_label("Search the transcript").fill("HARBOR rose")
    expect(visit.page.get_by_text("1 of 4 lines")).to_be_visible()
    assert visit.page.locator("[data-line]:visible").all_inner_texts() == ["0:12\nHost\nHarbor rose 4.1%."]
    visit.page.get_by_label("Search the transcript").fill("")
    assert visit.page.locator("[data-line]:visible").count() == 4


def test_all_episodes_are_searched(visit: Visit, place: Place) -> None:
    """From every page of the index, without accents, by all that is told of an episode."""
    visit.page.goto(place.address + "page-1.html")
    visit.page.get_by_label("Search all episodes").fill("aland pulse")
    visit.page.get_by_role("link", name="Åland by night").click()
    assert visit.page.title() == "Åland by night – The Morning Wire"
    assert [link.get_attribute("rel") for link in visit.page.locator(".neighbours a").all()] == [
        "prev",
        "next",
    ]


def test_hostile_text_stays_text(visit: Visit, place: Place) -> None:
    """Markup in whatever an issue tells is shown as it was written, on every page, and runs nothing."""
    for path in ("hostile/index.html", "hostile/embed.html", "page-1.html"):
        visit.page.goto(place.address + path)
        assert HOSTILE in visit.page.locator("body").inner_text()
        assert visit.page.locator("img[src=x], a[href^=javascript]").count() == 0
        assert visit.page.evaluate("window.harmed") is None
    visit.page.goto(place.address + "hostile/index.html")
    visit.page.get_by_role("button", name="Play").click()
    visit.until("!audio.paused")
    assert visit.page.title() == f"{HOSTILE} – The Morning Wire"
    assert visit.page.locator("[data-now]").inner_text() == HOSTILE
    visit.page.goto(place.address + "index.html")
    visit.page.get_by_label("Search all episodes").fill("harmed")
    assert visit.page.locator("[data-results] a").inner_text() == HOSTILE
    assert visit.page.evaluate("window.harmed") is None


def test_the_player_works_in_somebodys_page(visit: Visit, place: Place, tmp_path: Path) -> None:
    """It plays in an iframe on another origin, and the frame's height says how much it shows."""
    frame = f'<iframe src="{place.address}{EMBED}" title="Episode" height="420" allow="autoplay"></iframe>'
    (tmp_path / "post.html").write_text(
        f'<!doctype html><html lang="en"><title>A post</title><link rel="icon" href="icon.svg"><body>{frame}'
    )
    (tmp_path / "icon.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    with serving(tmp_path) as elsewhere:
        visit.page.goto(f"{elsewhere}post.html")
        inner = visit.page.frame_locator("iframe")
        inner.get_by_role("link", name="Sign-off").click()
        expect(inner.locator("[data-now]")).to_have_text("Sign-off")
        visit.page.frames[1].wait_for_function("() => document.querySelector('audio').currentTime > 25.6")
        for height, seen in (
            (420, (True, True, True)),
            (160, (False, False, True)),
            (56, (False, False, False)),
        ):
            visit.page.locator("iframe").evaluate("(frame, height) => { frame.height = height }", height)
            parts = (inner.locator(name) for name in (".chapters", ".tools", "h1"))
            assert tuple(part.is_visible() for part in parts) == seen
            assert inner.get_by_role("button", name="Pause").is_visible()
            sizes = visit.page.frames[1].evaluate(
                "[document.documentElement.scrollHeight, document.documentElement.scrollWidth - innerWidth]"
            )
            assert sizes == [height, 0]
        assert visit.asked == {place.address.rstrip("/"), elsewhere.rstrip("/")}


def test_the_page_is_whole_without_scripts(browser: Browser, place: Place) -> None:
    """The native player, the chapters as links into the file and the transcript need no JavaScript."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(place.address + EPISODE_PAGE)
    assert page.locator("audio[controls]").is_visible()
    assert page.get_by_role("link", name="Sign-off").get_attribute("href") == f"{EPISODE.audio}#t=25.5"
    assert page.get_by_text("Good morning, friend.").is_visible()
    assert page.get_by_role("button").count() == page.get_by_role("searchbox").count() == 0
    context.close()


def test_the_site_works_from_disk(visit: Visit, place: Place) -> None:
    """Opened as files, without a server, the index finds a page whose chapters play."""
    visit.page.goto((place.folder / "index.html").as_uri())
    visit.page.get_by_label("Search all episodes").fill("quiet 2026")
    visit.page.get_by_role("link", name="The Quiet Grid", exact=True).first.click()
    visit.page.get_by_role("link", name="Market Pulse").click()
    visit.until("!audio.paused && audio.currentTime >= 11.9")


def test_nothing_is_wider_than_the_window(visit: Visit, place: Place) -> None:
    """From a small phone to a wide screen no page scrolls sideways."""
    for path in PAGES:
        visit.page.goto(place.address + path)
        for width in (320, 390, 820, 1360, 1920):
            visit.page.set_viewport_size({"width": width, "height": 800})
            assert visit.page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)


def test_nothing_moves_when_the_player_comes(visit: Visit, place: Place) -> None:
    """The page keeps room for it: its layout shifts by less than 0.1, which counts as good."""
    visit.page.add_init_script(
        "self.shifted = 0; new PerformanceObserver(list => {"
        " for (const { value } of list.getEntries()) self.shifted += value"
        "}).observe({ type: 'layout-shift', buffered: true })"
    )
    for width in (390, 1280):
        visit.page.set_viewport_size({"width": width, "height": 900})
        visit.page.goto(place.address + EPISODE_PAGE)
        visit.until("audio.readyState >= 1 && document.fonts.status === 'loaded'")
        assert visit.page.evaluate("self.shifted") < 0.1


def test_a_finger_plays_and_seeks(browser: Browser, place: Place) -> None:
    """On a phone: taps on the sign and on the waveform, and targets of at least 24 pixels."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    visit = Visit(context.new_page())
    visit.page.goto(place.address + EPISODE_PAGE)
    visit.page.get_by_role("button", name="Play").tap()
    visit.until("!audio.paused")
    box = visit.page.locator(".bar").bounding_box()
    assert box
    visit.page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    visit.until("audio.currentTime > 19.5 && audio.currentTime < 22")
    for target in visit.page.locator("button:visible, select:visible, .aside a:visible").all():
        size = target.bounding_box()
        assert size
        assert min(size["width"], size["height"]) >= 24
    context.close()
    assert visit.console == []


def test_right_to_left_the_page_is_mirrored(visit: Visit, place: Place, mp3: bytes, tmp_path: Path) -> None:
    """In Hebrew the play sign is on the right and time still runs to the right; nothing is cut off."""
    show = Show(folder=tmp_path, language="he-IL", title="הבוקר")
    fill(show, mp3)
    visit.page.goto((show.episodes / EPISODE_PAGE).as_uri())
    sign, bar = (visit.page.locator(name).bounding_box() for name in (".play", ".bar"))
    assert sign
    assert bar
    assert sign["x"] > bar["x"] + bar["width"]
    visit.page.mouse.click(bar["x"] + bar["width"] * 0.75, bar["y"] + 10)
    visit.until("Math.abs(audio.currentTime - 30) < 1")
    visit.page.set_viewport_size({"width": 320, "height": 800})
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 320


def test_on_paper_the_transcript_remains(visit: Visit, place: Place) -> None:
    """Title and text are printed, player, chapters and search are not."""
    visit.page.goto(place.address + EPISODE_PAGE)
    visit.page.emulate_media(media="print")
    assert visit.page.get_by_text("Good morning, friend.").is_visible()
    for name in (".deck", ".aside", ".find", "details"):
        assert not visit.page.locator(name).is_visible()


def test_nothing_moves_for_those_who_ask(visit: Visit, place: Place) -> None:
    """With reduced motion the page jumps instead of gliding."""
    visit.page.goto(place.address + EPISODE_PAGE)
    behaviour = "getComputedStyle(document.documentElement).scrollBehavior"
    assert visit.page.evaluate(behaviour) == "smooth"
    visit.page.emulate_media(reduced_motion="reduce")
    assert visit.page.evaluate(behaviour) == "auto"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier(browser: Browser, place: Place, scheme: Literal["light", "dark"]) -> None:
    """On any page, in either scheme, by the rules of WCAG 2.2 AA and best practice."""
    assert AXE.exists(), "axe-core is missing: tests/run installs it"
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    for path in PAGES:
        page.goto(place.address + path)
        page.evaluate(AXE.read_text())
        # The hostile page's links have a query for a picture that is not there.
        found = page.evaluate("axe.run().then(told => told.violations)")
        told = [(one["id"], [node["html"] for node in one["nodes"]]) for one in found]
        assert told == [], (path, scheme)
    ink, paper = (
        page.evaluate(
            f"getComputedStyle(document.body).{name}.match(/\\d+/g).map(Number).reduce((a, b) => a + b)"
        )
        for name in ("color", "backgroundColor")
    )
    assert scheme == "light" or ink > paper
    context.close()
