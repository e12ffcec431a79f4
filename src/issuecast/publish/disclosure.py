"""What listeners are told of the voices."""

from __future__ import annotations

from issuecast.models import Episode

_DRAFT, _SILENT = "espeak", "silent"
"""Engines; the names are recorded with an episode."""


def disclosure(episode: Episode) -> str:
    """In a sentence or two, in show notes and on the page."""
    if is_dry_run(episode):
        return "This is a dry run: nobody speaks where the words should be."
    synthetic = "The voices in this episode are synthetic."
    if _speaks(_DRAFT, episode):
        return f"{synthetic} They are draft voices, which stand in where no better ones can be reached."
    return synthetic


def badge(episode: Episode) -> str:
    """In two words; "" for an episode that is meant for listeners."""
    return "Dry run" if is_dry_run(episode) else "Draft voices" if _speaks(_DRAFT, episode) else ""


def is_dry_run(episode: Episode) -> bool:
    """Whether a role is silent."""
    return _speaks(_SILENT, episode)


def _speaks(engine: str, episode: Episode) -> bool:
    return any(voice.engine == engine for voice in episode.cast.voices.values())
