"""An episode's pictures as files: their names, and when they are drawn.

They are drawn once, when the sound is made, and kept: a new colour of the show is for new episodes, since
another picture must have another name. One that is missing is drawn again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from issuecast.models import Episode
from issuecast.publish.cover import cover_name
from issuecast.publish.plain import one_line
from issuecast.show import Show

THUMBNAIL = 480
"""Pixels: twice the size in which a page shows it."""

_DESIGN = 1
"""Counts up when the drawing changes, which gives the pictures of new episodes new names."""


def paint(show: Show, episode: Episode, cover: bytes) -> Mapping[str, bytes]:
    """The episode's square picture and its wide one, JPEGs by the names of their files.

    Args:
        show: whose colour and title they have.
        episode: whose title and number, or date, are written on them.
        cover: the show's, which is shown if it is the editor's own.
    """
    from issuecast.publish.artwork import Wording, episode_artwork

    label = episode.date.isoformat() if episode.number is None else f"No. {episode.number}"
    words = Wording(one_line(episode.title), one_line(show.title), label)
    own = cover_name(show) if show.cover else ""
    told = (str(_DESIGN), words.title, words.show, words.label, show.theme.accent, own)
    name = f"artwork-{hashlib.sha256(chr(0).join(told).encode()).hexdigest()[:8]}.jpg"
    square, wide = episode_artwork(words, show.theme.accent, cover if show.cover else None)
    return {name: square, wide_name(name): wide}


def wide_name(artwork: str) -> str:
    """The file name of the 16:9 picture beside that square one."""
    return artwork.replace(".jpg", "-wide.jpg")


def thumbnail_name(episode: Episode) -> str:
    """The file name of the square picture in the size that pages show."""
    return episode.artwork.replace(".jpg", f"-{THUMBNAIL}.jpg")


def names(episode: Episode) -> tuple[str, ...]:
    """The files in the episode's folder, the square one first; () if it has none."""
    return (episode.artwork, wide_name(episode.artwork)) if episode.artwork else ()
