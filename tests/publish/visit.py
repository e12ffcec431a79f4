"""A show for a browser, and a visitor who notes what a page complains of and whom it asks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from playwright.sync_api import ConsoleMessage, Page, Request

from issuecast.models import Cast, Episode, Link, Voice
from issuecast.publish import publish, store
from issuecast.show import Show

from .sample import EPISODE

HOSTILE = "</title></textarea><script>window.harmed = 1</script><img src=x onerror='window.harmed = 1'>\"&lt;"
WAVE = "AQgw9_gQ" * 25


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

    def until(self, condition: str) -> None:
        """Wait for what is said of `audio` and `said`, the text of the word that is marked."""
        self.page.wait_for_function(
            "() => { const audio = document.querySelector('audio');"
            f" const said = document.querySelector('.said:not([role])')?.textContent; return {condition} }}"
        )


@dataclass(frozen=True)
class Place:
    """A published show: where it is served, and its folder."""

    address: str
    folder: Path


def fill(show: Show, mp3: bytes) -> None:
    """Publish an ordinary episode, one whose texts are all hostile, and an older one between them."""
    episode = replace(
        EPISODE, bytes=len(mp3), waveform=WAVE, url="https://example.org/issues/214", author="Ada Marsh"
    )
    older = replace(episode, slug="older", title="Åland by night", published=_year(episode, 2025))
    store(show, episode, [mp3])
    store(show, older, [mp3])
    store(show, replace(_hostile(episode), published=_year(episode, 2024)), [mp3])
    publish(show)


def _year(episode: Episode, year: int) -> datetime:
    return episode.published.replace(year=year)


def _hostile(episode: Episode) -> Episode:
    draft = Cast(HOSTILE, {"HOST": Voice("espeak", HOSTILE), HOSTILE: Voice("espeak", "en")})
    chapters = (
        replace(
            one, title=HOSTILE, lines=tuple(replace(line, text=HOSTILE, role=HOSTILE) for line in one.lines)
        )
        for one in episode.timeline
    )
    links = (Link(HOSTILE, "https://example.org/" + HOSTILE), Link("x", "javascript:window.harmed=1"))
    return replace(
        episode,
        slug="hostile",
        title=HOSTILE,
        summary=HOSTILE,
        author=HOSTILE,
        url="javascript:window.harmed=1",
        timeline=tuple(chapters),
        cast=draft,
        links=links,
    )
