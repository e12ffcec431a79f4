"""Which voices there are: every engine's, as far as it can run here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from issuecast.errors import IssuecastError, VoiceError, did_you_mean
from issuecast.models import Voice
from issuecast.show import Show
from issuecast.speak import engines


@dataclass(frozen=True, slots=True)
class Offered:
    """A voice: its name without the engine, and its language tag, "" if it speaks any or does not tell."""

    name: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Roster:
    """What an engine offers here: voices, unless it takes any name, or the error that tells why nothing.

    `fetches` more voices, one by one, if it is asked to.
    """

    engine: str
    version: str = ""
    voices: tuple[Offered, ...] = ()
    takes_any: bool = False
    fetches: bool = False
    error: IssuecastError | None = None


def rosters(show: Show, names: Sequence[str], language: str = "") -> tuple[Roster, ...]:
    """What these engines offer for a language, or for all; asked side by side, they take 3 s at most."""
    with ThreadPoolExecutor(max(1, len(names))) as pool:
        return tuple(pool.map(lambda name: _roster(show, name, language), names))


def troubles(voices: Mapping[str, Voice], found: Sequence[Roster]) -> Mapping[str, IssuecastError]:
    """The roles that cannot be spoken here, and why.

    Args:
        voices: who is cast, by role.
        found: among others the rosters of their engines, for all languages.
    """
    rosters = {roster.engine: roster for roster in found}
    problems = {role: _trouble(voice, rosters[voice.engine]) for role, voice in voices.items()}
    return {role: error for role, error in problems.items() if error}


def _trouble(voice: Voice, roster: Roster) -> IssuecastError | None:
    names = [one.name for one in roster.voices]
    if roster.error or roster.takes_any or voice.name in names:
        return roster.error
    problem = f"{voice.engine} has no voice {voice.name!r}{did_you_mean(voice.name, names)}"
    fetch = f", or fetch it with issuecast voices install {voice.engine}:NAME" * roster.fetches
    return VoiceError(problem, f"see issuecast voices --engine {voice.engine}{fetch}")


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
        fetches = hasattr(engine, "install")
        return Roster(name, engine.version, wanted, takes_any=not voices, fetches=fetches)
    except IssuecastError as error:
        return Roster(name, error=error)
