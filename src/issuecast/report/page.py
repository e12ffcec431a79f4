"""The report as one HTML file, which needs no script and asks nobody for anything."""

from __future__ import annotations

import base64
from pathlib import Path

from issuecast import __version__
from issuecast.publish import addresses
from issuecast.publish.html import Templates
from issuecast.publish.theme import font, palette
from issuecast.report.curves import HEIGHT, WIDTH
from issuecast.report.report import Report

_HERE = Path(__file__).parent
_EPISODES = "../../episodes"
"""Where the episodes are, seen from `.issuecast/reports/`."""

_OFF_LU = 3


def html(report: Report) -> bytes:
    """The page, in the colour of the show, in a light and in a dark scheme."""
    templates = Templates(_HERE)
    templates.knows(
        {
            "across": lambda ms: f"{WIDTH * ms / report.episode.duration_ms:.1f}",
            "decibels": _decibels,
            "off": _off,
            "path": addresses.relative,
            "percent": lambda ms: f"{100 * ms / report.episode.duration_ms:.3f}%",
            "took": _took,
        }
    )
    page = templates.page(
        "report.html.j2",
        report=report,
        episode=report.episode,
        show=report.show,
        episodes=_EPISODES,
        palette=palette(report.show),
        font=base64.b64encode(font("latin")).decode(),
        css=(_HERE / "report.css").read_text(encoding="utf-8"),
        width=WIDTH,
        height=HEIGHT,
        off_lu=_OFF_LU,
        version=__version__,
    )
    return page.encode()


def _decibels(value: float) -> str:
    """`−16.0`, with a real minus."""
    return f"{value:.1f}".replace("-", "−")


def _off(difference_lu: float) -> float:
    """Where a difference stands on a line from −_OFF_LU to _OFF_LU, in percent; beyond it at its end."""
    return round(50 + 50 * min(max(difference_lu / _OFF_LU, -1), 1), 1)


def _took(spent_ms: int) -> str:
    return f"{spent_ms / 1000:.2f} s" if spent_ms < 10_000 else f"{spent_ms / 1000:.1f} s"  # noqa: PLR2004
