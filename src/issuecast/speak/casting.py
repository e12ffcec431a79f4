"""From a cast on paper to engines that are ready to speak."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from issuecast.errors import VoiceError, did_you_mean
from issuecast.models import Cast, Voice
from issuecast.show import Show
from issuecast.speak import engines
from issuecast.speak.engines import Engine, takes_sounds


def hire(cast: Cast, roles: Sequence[str], show: Show) -> Mapping[str, Engine]:
    """The engines of these roles' voices by name; they are not asked for anything yet.

    Raises:
        VoiceError: a role has no voice in the cast, or an engine does not exist.
        SettingsError: an engine's table in show.toml says what cannot be.
    """
    voices = [_voice_of(role, cast) for role in roles]
    names = dict.fromkeys(voice.engine for voice in voices)
    return {name: engines.find(name, show.engines.get(name), show.folder) for name in names}


def call(engine: Engine, cast: Cast, roles: Sequence[str]) -> None:
    """See that an engine can run, and has the voices of these roles, of which it speaks at least one.

    Raises:
        VoiceError: a voice does not exist.
        EngineUnavailable: it cannot run here and now.
    """
    engine.check()
    for role in roles:
        if cast.voices[role].engine == engine.name:
            _audition(engine, cast.voices[role], f"casts.{cast.name}.{role}")


def understands(engine: Engine, voice: Voice, language: str) -> bool:
    """Whether a voice is for a show's language, as far as its engine tells."""
    spoken = getattr(engine, "language", lambda _: "")(voice.name)
    return not spoken or _primary(spoken) == _primary(language)


def _primary(tag: str) -> str:
    return tag.replace("_", "-").partition("-")[0].lower()


def deaf_to_sounds(show: Show) -> tuple[str, ...]:
    """The engines of the show's own cast that say words in their own way, whatever sounds a lexicon gives."""
    voices = show.cast_named(show.cast).voices.values()
    made = {
        name: engines.find(name, show.engines.get(name), show.folder)
        for name in {voice.engine for voice in voices}
    }
    return tuple(
        sorted({voice.engine for voice in voices if not takes_sounds(made[voice.engine], voice.name)})
    )


def _voice_of(role: str, cast: Cast) -> Voice:
    if role not in cast.voices:
        raise VoiceError(
            f"The cast {cast.name} has no voice for the role {role}{did_you_mean(role, cast.voices)}",
            f"correct the role in the script, or add {role} to [casts.{cast.name}] in show.toml",
        )
    return cast.voices[role]


def _audition(engine: Engine, voice: Voice, setting: str) -> None:
    known = engine.voices()
    if not known or voice.name in known:
        return
    refused = getattr(engine, "refused", lambda _: "")(voice.name)
    problem = refused or f"{engine.name} has no voice {voice.name!r}{did_you_mean(voice.name, known)}"
    kindred = next((name for name in known if name[:2] == voice.name[:2]), known[0])
    raise VoiceError(
        f"{setting}: {problem}", f"name another voice in show.toml, such as {engine.name}:{kindred}"
    )
