"""The seam behind which voices live: what an engine is, and how it is found.

An engine is a class that is made without arguments and named in the entry point group `issuecast.engines`;
the engines that come with issuecast are registered there like anybody else's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.metadata import entry_points
from pathlib import Path
from typing import Protocol, TypeAlias

from issuecast.errors import EngineUnavailable, SettingsError, VoiceError, did_you_mean
from issuecast.models import Delivery, Take, Voice

GROUP = "issuecast.engines"

Settings: TypeAlias = Mapping[str, str | float | bool]
"""The table [engines.NAME] of show.toml."""

FILE = "show.toml"

NATURAL = Delivery()
"""The voice's own way."""


class TryAgain(Exception):
    """This take failed, another try may succeed; the service asks to be left alone for `after_s` seconds.

    Args:
        problem: what happened, as the end of "edge failed, since …": "it answered HTTP 429".
        after_s: what the service told to wait (retry_after.py reads the header), 0 if nothing.
    """

    def __init__(self, problem: str, after_s: float = 0) -> None:
        super().__init__(problem)
        self.after_s = after_s


class TextRefused(Exception):
    """The engine will never say this text; the argument says why, in a phrase: "it has no sound for it"."""


class Engine(Protocol):
    """Something that can say a sentence.

    What an engine may have besides:

    - `configure(settings, folder)`, called first of all with the table [engines.NAME] of show.toml ({} if
      there is none) and the show's folder. It raises SettingsError for a setting that it does not know
      (`unknown_setting` makes it) or cannot use. An engine without it has no settings.
    - `settings_heard(voice) -> Mapping`, those of its settings that change the sound, as far as they are not
      what the voice does without them: a take is used again while they are the same. For an engine without it
      the whole table counts, as it is written.
    - `sounds = False`, if its takes are silence on purpose: they are neither checked nor kept.
    - `steady = True`, if the same text always gives the same take: then no wrong take is asked for twice.
    - `speed`, how many times as fast as without them its settings let voices speak, if they do: by this and
      the role's rate the studio knows how long a take can be.
    - `longest_bytes`, the most that `speak` takes at once, in bytes of UTF-8 with XML's characters escaped:
      the studio cuts longer texts at ends of sentences and joins the takes.
    - `by_sentence = True`, if it says each sentence for itself, whatever comes before or after: it gets them
      one by one, and the pauses between them are the studio's. Others get lines.
    - `takes_sounds(voice) -> bool`, whether the voice says words by `delivery.sounds`; others get none.
    - `voice_version(voice) -> str`, if voices are files that may be replaced: others' takes are not used. It
      raises EngineUnavailable for a voice that is not here.
    - `refused(voice) -> str`, why a voice that exists is not among `voices()`, "" if it does not exist.
    - `language(voice) -> str`, the language tag of a voice, "" if it speaks any.
    - `install(voice, on_bytes) -> str`, if voices are fetched one by one; it returns what must be known of
      the voice, such as its licence. `on_bytes` may be told how many of how many bytes have come.
    - `hang_up()`, called from another thread when nobody waits for takes any more: what is under way ends
      soon, by whatever exception.
    """

    @property
    def name(self) -> str:
        """What stands before the colon of a voice."""

    @property
    def version(self) -> str:
        """What makes the takes, such as "edge-tts 7.3": takes of another version are not used again.

        Known once `check` has returned; before that it may raise EngineUnavailable.
        """

    @property
    def concurrency(self) -> int:
        """How many calls of `speak` may be under way at once, each from a thread of its own; at least 1."""

    def check(self) -> None:
        """Answer within 3 s whether the engine can run here and now; called once, before all work.

        Raises:
            EngineUnavailable: it cannot; with the fix.
        """

    def voices(self) -> tuple[str, ...]:
        """Every voice that `speak` takes; none if it takes any name."""

    def speak(self, text: str, voice: str, delivery: Delivery = NATURAL) -> Take:
        """The text, said; word times from the start of the take, none if the engine does not tell them.

        It returns or raises within 30 s or so, whatever the other side does; what does neither is given up in
        the end (watch.py). If it waits for a place among fewer requests than `concurrency`, it does so in
        `with awaiting_turn():` (attempt.py). The studio checks what comes, trims its silence, tries again,
        and keeps it.

        Raises:
            EngineUnavailable: it is of no use to ask for anything again, such as for a key that is refused.
            TextRefused: it is of no use to ask for this text again.
            TryAgain, or any other exception that is none of errors.py: this take failed, and is tried again.
        """


def find(name: str, settings: Settings | None = None, folder: Path = Path()) -> Engine:
    """The engine of that name, configured.

    Args:
        name: what stands before the colon of a voice.
        settings: the engine's table in show.toml, if there is one.
        folder: the show's.

    Raises:
        VoiceError: there is no such engine.
        EngineUnavailable: it is installed, but cannot be loaded.
        SettingsError: it does not know a setting, or cannot use it.
    """
    try:
        engine: Engine = _entry_point(name)()
    except (ImportError, AttributeError, OSError) as error:
        raise EngineUnavailable(
            f"the engine {name} cannot be loaded ({error})",
            "install it again, or name another cast with --cast",
        ) from error
    configure: Callable[[Settings, Path], None] | None = getattr(engine, "configure", None)
    if configure:
        configure(settings or {}, folder)
    elif settings:
        raise all_of([unknown_setting(name, key, ()) for key in settings])
    return engine


def unknown_setting(engine: str, key: str, known: tuple[str, ...]) -> SettingsError:
    """The error for a key that an engine's table should not have; `known` are those that it may have."""
    problem = f"{FILE}: there is no setting 'engines.{engine}.{key}'{did_you_mean(key, known)}"
    way_out = f"use one of {', '.join(known)}, or leave it out" if known else "leave it out"
    return SettingsError(problem, way_out)


def all_of(errors: Sequence[SettingsError]) -> SettingsError:
    """One error for all that is wrong in show.toml's tables of engines; there is at least one."""
    if len(errors) == 1:
        return errors[0]
    problems = "; ".join(error.problem.removeprefix(f"{FILE}: ") for error in errors)
    return SettingsError(f"{FILE}: {problems}", "correct them, or leave them out for the defaults")


def versions(voices: Iterable[Voice], made: Mapping[str, Engine]) -> Mapping[str, str]:
    """The versions of these voices' engines by their names, and of voices that have one of their own by
    `engine:name`.
    """
    told: dict[str, str] = {}
    for voice in voices:
        engine = made[voice.engine]
        own: Callable[[str], str] = getattr(engine, "voice_version", lambda _: "")
        told |= {engine.name: engine.version, str(voice): own(voice.name)}
    return {name: version for name, version in told.items() if version}


def takes_sounds(engine: Engine, voice: str) -> bool:
    """Whether a voice of an engine says words by their sounds."""
    takes: Callable[[str], bool] = getattr(engine, "takes_sounds", lambda _: False)
    return takes(voice)


def settings_heard(engine: Engine, voice: str, table: Settings) -> Settings:
    """What of an engine's table in show.toml determines a voice's takes."""
    heard: Callable[[str], Settings] = getattr(engine, "settings_heard", lambda _: table)
    return heard(voice)


def installed() -> tuple[str, ...]:
    """The names of all engines, in alphabetical order."""
    return tuple(sorted(entry_points(group=GROUP).names))


def _entry_point(name: str) -> Callable[[], Engine]:
    known = installed()
    if name not in known:
        raise VoiceError(
            f"There is no voice engine {name!r}{did_you_mean(name, known)}",
            f"use one of {', '.join(known)}, or install the package that brings it",
        )
    engine: Callable[[], Engine] = entry_points(group=GROUP)[name].load()
    return engine
