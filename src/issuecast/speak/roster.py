"""Which voices there are: every engine's, as far as it can run here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from issuecast.errors import IssuecastError
from issuecast.show import Show
from issuecast.speak import engines


@dataclass(frozen=True, slots=True)
class Offered:
    """A voice: its name without the engine, and its language tag, "" if it speaks any or does not tell."""

    name: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Roster:
    """What an engine offers here: voices, unless it takes any name, or the error that tells why nothing."""

    engine: str
    version: str = ""
    voices: tuple[Offered, ...] = ()
    takes_any: bool = False
    error: IssuecastError | None = None


def rosters(show: Show, names: Sequence[str], language: str = "") -> tuple[Roster, ...]:
    """What these engines offer for a language, or for all; asked side by side, they take 3 s at most."""
    with ThreadPoolExecutor(max(1, len(names))) as pool:
        return tuple(pool.map(lambda name: _roster(show, name, language), names))


def speaks(voice: Offered, language: str) -> bool:
    """Whether a voice is for a language: `de` and `de-CH` are for "de" (basic filtering of RFC 4647)."""
    tag, wanted = (text.replace("_", "-").lower() for text in (voice.language, language))
    return not tag or tag == wanted or tag.startswith(f"{wanted}-")


def _roster(show: Show, name: str, language: str) -> Roster:
    try:
        engine = engines.find(name, show.engines.get(name), show.folder)
        engine.check()
        language_of: Callable[[str], str] = getattr(engine, "language", lambda _: "")
        voices = tuple(Offered(voice, language_of(voice)) for voice in engine.voices())
        wanted = tuple(voice for voice in voices if not language or speaks(voice, language))
        return Roster(name, engine.version, wanted, takes_any=not voices)
    except IssuecastError as error:
        return Roster(name, error=error)
