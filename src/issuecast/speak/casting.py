"""From a cast on paper to engines that are ready to speak."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher

from issuecast.errors import EngineUnavailable, IssuecastError, SettingsError, VoiceError, did_you_mean
from issuecast.models import Cast, Voice
from issuecast.show import Show
from issuecast.speak import engines
from issuecast.speak.engines import Engine, takes_sounds


def check_tables(show: Show) -> None:
    """See that each table [engines.NAME] is of an engine that there is, which takes it.

    Also those of engines that do not speak: what is wrong there would be told when they stand in. Nobody
    knows the settings of an engine that cannot be loaded here, or that is not installed, if a cast names it.

    Raises:
        SettingsError: some cannot be; it tells all of them.
    """
    known = engines.installed()
    elsewhere = {voice.engine for cast in show.casts.values() for voice in cast.values()}.difference(known)
    wrong: list[SettingsError] = []
    for name, table in show.engines.items():
        if name in elsewhere:
            continue
        try:
            engines.find(name, table, show.folder)
        except SettingsError as error:
            wrong.append(error)
        except EngineUnavailable:
            continue
        except VoiceError:
            problem = f"{engines.FILE}: there is no engine for [engines.{name}]{did_you_mean(name, known)}"
            wrong.append(SettingsError(problem, "correct its name, or leave it out"))
    if wrong:
        raise engines.all_of(wrong)


def hire(cast: Cast, roles: Sequence[str], show: Show) -> Mapping[str, Engine]:
    """The engines of these roles' voices by name; they are not asked for anything yet.

    Raises:
        VoiceError: a role has no voice in the cast, or an engine does not exist.
        SettingsError: an engine's table in show.toml says what cannot be.
    """
    voices = [_voice_of(role, cast) for role in roles]
    names = dict.fromkeys(voice.engine for voice in voices)
    return {name: engines.find(name, show.engines.get(name), show.folder) for name in names}


def call(engine: Engine, cast: Cast, roles: Sequence[str], has_voiced: Callable[[Voice], bool]) -> None:
    """See that an engine can run, and has the voices of these roles, of which it speaks at least one.

    A voice that it does not have is taken for a slip of the pen in show.toml if its name is nearly that of a
    voice that it has, and it never spoke for this show; else for one that its service withdrew, or that is
    not installed here: then an understudy may speak.

    Args:
        engine: is called.
        cast: names its voices.
        roles: those that speak.
        has_voiced: whether a voice is known to have spoken before.

    Raises:
        VoiceError: a voice's name is wrong.
        EngineUnavailable: it cannot run here and now, or a voice is not there.
    """
    engine.check()
    for role in roles:
        if cast.voices[role].engine == engine.name:
            # Without a name it is not of show.toml, but of a voice that the editor named.
            setting = f"casts.{cast.name}.{role}" if cast.name else ""
            _audition(engine, cast.voices[role], setting, has_voiced)


def understands(engine: Engine, voice: Voice, language: str) -> bool:
    """Whether a voice is for a show's language, as far as its engine tells."""
    spoken = getattr(engine, "language", lambda _: "")(voice.name)
    return not spoken or _primary(spoken) == _primary(language)


def foreign(show: Show) -> Mapping[str, Voice]:
    """The voices of the show's own cast that are for another language, by their roles; nobody is asked.

    What is not installed here, or set wrongly, is the build's to tell.
    """
    voices = show.cast_named(show.cast).voices
    return {role: voices[role] for role in show.roles if _is_foreign(voices[role], show)}


def _is_foreign(voice: Voice, show: Show) -> bool:
    try:
        engine = engines.find(voice.engine, show.engines.get(voice.engine), show.folder)
        return not understands(engine, voice, show.language)
    except (IssuecastError, LookupError):
        return False


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


def _audition(engine: Engine, voice: Voice, setting: str, has_voiced: Callable[[Voice], bool]) -> None:
    known = engine.voices()
    if not known or voice.name in known:
        return
    kindred = next((name for name in known if name[:2] == voice.name[:2]), known[0])
    way_out = f"name another voice{' in show.toml' * bool(setting)}, such as {engine.name}:{kindred}"
    whose = f"{setting}: " if setting else ""
    if refused := getattr(engine, "refused", lambda _: "")(voice.name):
        raise VoiceError(whose + refused, way_out)
    problem = f"{whose}{engine.name} has no voice {voice.name!r}"
    if has_voiced(voice):
        raise EngineUnavailable(f"{problem} any more", way_out)
    problem += did_you_mean(voice.name, known)
    slip = any(_nearly(voice.name, name) for name in known)
    raise (VoiceError if slip else EngineUnavailable)(problem, way_out)


def _nearly(name: str, known: str) -> bool:
    """Whether one letter is wrong, too many or in its neighbour's place, or some are left out."""
    one, other = ("".join(filter(str.isalnum, word.casefold())) for word in (name, known))
    edits = [
        edit for edit in SequenceMatcher(None, one, other, autojunk=False).get_opcodes() if edit[0] != "equal"
    ]
    lost, gained = sum(end - at for _, at, end, _, _ in edits), sum(end - at for _, _, _, at, end in edits)
    return lost == 0 or (lost == 1 and gained <= 1)
