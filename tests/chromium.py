"""Chromium as a visitor has it, but for what it would fetch by itself. Missing is a failure, not a skip."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser, closed afterwards."""
    program = shutil.which("chromium")
    assert program, "chromium is missing: apt-get install chromium"
    flags = ["--no-sandbox", "--no-first-run", "--disable-gpu", "--disable-sync", "--mute-audio"]
    flags += ["--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=flags, timeout=60_000)
        yield opened
        opened.close()
