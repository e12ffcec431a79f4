"""The picture of an episode that a newsletter links: play sign, title, length, waveform."""

from __future__ import annotations

import hashlib

from issuecast.models import Episode
from issuecast.publish import times
from issuecast.publish.plain import one_line
from issuecast.show import Show

WIDTH, HEIGHT = 1200, 280
"""Pixels: twice the size in which an e-mail shows it."""

_DESIGN = 1
"""Counts up when the drawing changes."""


def button_name(show: Show, episode: Episode) -> str:
    """The file's name in the episode's folder: another picture has another name."""
    told = (str(_DESIGN), *_words(show, episode), episode.waveform, show.theme.accent)
    return f"listen-{hashlib.sha256(chr(0).join(told).encode()).hexdigest()[:8]}.png"


def button(show: Show, episode: Episode) -> bytes:
    """The picture as a PNG."""
    from issuecast.publish.artwork_button import draw_button
    from issuecast.publish.waveform import levels

    return draw_button(_words(show, episode), show.theme.accent, levels(episode.waveform), (WIDTH, HEIGHT))


def _words(show: Show, episode: Episode) -> tuple[str, str]:
    return one_line(episode.title), f"{one_line(show.title)} · Listen · {times.about(episode.duration_ms)}"
