"""The report in a real browser. Chromium missing is a failure, not a skip."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, sync_playwright

from issuecast.report.page import html

from .sample import long_episode, metered, report


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium")
    assert program, "chromium is missing: apt-get install chromium"
    flags = ["--no-sandbox", "--no-first-run", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=flags, timeout=60_000)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A report of three chapters, and one of an hour in 26 with a title without a space."""
    folder = tmp_path_factory.mktemp("reports")
    hour = long_episode(26, 150_000)
    meter = tuple(metered(chapter.start_ms, chapter.end_ms) for chapter in hour.timeline)
    long = replace(report(), episode=replace(hour, title="Donaudampfschifffahrt" * 6), meter=meter)
    made = {folder / "short.html": report(), folder / "long.html": long}
    for file, told in made.items():
        file.write_bytes(html(told))
    return list(made)


@pytest.mark.parametrize("width", [360, 768, 1600])
def test_it_fits_every_width(browser: Browser, files: list[Path], width: int) -> None:
    """Nothing stands out at the side, and no text is smaller than 11 pixels."""
    for file in files:
        page = browser.new_page(viewport={"width": width, "height": 800})
        page.goto(file.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") == width
        sizes = "[...document.querySelectorAll('body *')].map(e => parseFloat(getComputedStyle(e).fontSize))"
        assert min(page.evaluate(sizes)) >= 11
        page.close()


def test_it_asks_nobody_and_says_nothing(browser: Browser, files: list[Path]) -> None:
    """The one file is all that is read, and its own policy forbids nothing that it needs."""
    page = browser.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(files[0].as_uri())
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('16px Manrope'))")
    assert [url for url in asked if not url.startswith("data:")] == [files[0].as_uri()]
    assert said == []
    page.close()


@pytest.mark.parametrize(("scheme", "is_light"), [("light", True), ("dark", False)])
def test_it_follows_the_readers_setting(
    browser: Browser, files: list[Path], scheme: Literal["light", "dark"], *, is_light: bool
) -> None:
    """Light paper by day, dark by night, and ink of the other kind."""
    page = browser.new_page(color_scheme=scheme)
    page.goto(files[0].as_uri())
    style = "(name) => getComputedStyle(document.body)[name].match(/\\d+/g).reduce((a, b) => a + +b, 0)"
    paper, ink = (page.evaluate(style, name) for name in ("backgroundColor", "color"))
    assert (paper > 600, ink < 200) == (is_light, is_light)
    page.close()
