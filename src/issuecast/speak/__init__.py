"""SPEAK: a script, voiced wholly by one cast."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TypeAlias

from issuecast.errors import EngineUnavailable
from issuecast.linked import Spoken
from issuecast.models import (
    Cast,
    Cue,
    DurationMs,
    Line,
    Performance,
    Script,
    Voice,
    VoicedChapter,
    VoicedCue,
    VoicedLine,
)
from issuecast.show import Role, Show
from issuecast.speak.casting import call, check_tables, hire, understands
from issuecast.speak.engines import Engine, takes_sounds, versions
from issuecast.speak.pace import Pace
from issuecast.speak.parts import parts
from issuecast.speak.request import Request
from issuecast.speak.store import TakeStore
from issuecast.speak.studio import record
from issuecast.speak.tally import EngineTally, Ledger, Tally
from issuecast.spool import Spool
from issuecast.write.lexicon import load_lexicon
from issuecast.write.spoken import pairs

__all__ = ["EngineTally", "Tally", "perform"]

OnLine: TypeAlias = Callable[[int, int, DurationMs | None], None]


def perform(  # noqa: PLR0913  three are listeners
    script: Script,
    show: Show,
    *,
    cast: str | None = None,
    notify: Callable[[str], None],
    on_line: OnLine,
    on_tally: Callable[[Tally], None] | None = None,
    spool: Spool | None = None,
) -> Performance:
    """Voice every line of a script with one cast.

    Takes are kept in the show's `.issuecast/cache/takes/` and used again; a show without a folder keeps none.

    Args:
        script: what is said.
        show: knows the casts, the roles, the settings of engines and the language.
        cast: the cast to use, or to fail with; without it the show's own, and if that cannot run here or
            gives up, its understudies, each of which voices the whole script.
        notify: is told in one sentence whenever another cast takes over, if an engine is silent for long, and
            if takes cannot be kept.
        on_line: is told how many lines of how many are voiced, and how many milliseconds the rest may take,
            None if that cannot be told yet; it starts again with another cast.
        spool: where takes are laid by until they are mixed; without it they stay in memory.
        on_tally: is told at the end, also before an error is raised, what it took.

    Raises:
        SettingsError: the show has no such cast, its lexicon is wrong, or the settings of an engine are,
            also of one that does not speak.
        VoiceError: the cast lacks a role of the script, names an engine that does not exist, or has a slip of
            the pen in the name of a voice.
        EngineUnavailable: the cast given, or every cast of the show, cannot speak here, such as for a voice
            that is not there (any more).
    """
    check_tables(show)
    names = (cast,) if cast is not None else tuple(dict.fromkeys((show.cast, *show.understudies)))
    store = None if show.folder == Path() else TakeStore(show.folder, show.engines)
    stage = _Stage(script, show, store, spool, on_line=on_line, notify=notify)
    try:
        return _with_understudies(stage, names, notify)
    finally:
        if store and store.problem:
            notify(f"Takes cannot be kept ({store.problem}): the next build will voice everything again.")
        if on_tally:
            on_tally(Tally(tuple(stage.tallies)))


def _with_understudies(stage: _Stage, names: tuple[str, ...], notify: Callable[[str], None]) -> Performance:
    failures: list[EngineUnavailable] = []
    for name, understudy in zip(names, (*names[1:], None), strict=True):
        try:
            return stage.perform(name, stands_in=name != names[0])
        except EngineUnavailable as error:
            if len(names) == 1:
                raise
            failures.append(error)
            if understudy:
                notify(f"The cast {name} cannot run here ({error.problem}): the {understudy} cast speaks.")
    problems = "; ".join(f"{name}: {error.problem}" for name, error in zip(names, failures, strict=True))
    raise EngineUnavailable(f"No cast of the show can run here ({problems})", failures[0].way_out)


class _Stage:
    """Where one cast after the other may try a script; `tallies` tells what each engine did."""

    def __init__(  # noqa: PLR0913  two are listeners
        self,
        script: Script,
        show: Show,
        store: TakeStore | None,
        spool: Spool | None,
        *,
        on_line: OnLine,
        notify: Callable[[str], None],
    ) -> None:
        self._script, self._show, self._on_line, self._store = script, show, on_line, store
        self._notify = notify
        self._spool = spool
        self._lines = [line for chapter in script.chapters for line in chapter.lines]
        self._lexicon = load_lexicon(show.folder, show.language, show.roles)
        self._spoken = {
            line: pairs(line.text, language=show.language, lexicon=self._lexicon.for_role(line.role))
            for line in self._lines
        }
        self.tallies: list[EngineTally] = []

    def perform(self, name: str, *, stands_in: bool) -> Performance:
        cast, roles = self._show.cast_named(name), tuple(dict.fromkeys(line.role for line in self._lines))
        engines = hire(cast, roles, self._show)
        if stands_in:
            self._check_language(cast, roles, engines)
        ledgers = {engine: Ledger() for engine in engines}
        requests = {
            line: self._request(line, cast.voices[line.role], engines[cast.voices[line.role].engine])
            for line in self._spoken
        }
        repeated = Counter(requests[line] for line in self._lines)
        wanted = [one for one in repeated if not self._is_kept(one, engines[one.voice.engine])]
        called = cache(lambda name: call(engines[name], cast, roles, self._has_voiced))
        # Who has nothing to record need not be able to: an episode whose takes are all kept needs no service.
        # If one of them turns out to be damaged, its engine is called by the studio.
        for name_of_engine in dict.fromkeys(request.voice.engine for request in wanted):
            called(name_of_engine)
        pace = Pace(repeated, wanted)

        def on_take(request: Request) -> None:
            pace.finished(request)
            self._on_line(pace.done, pace.total, pace.left_ms)

        try:
            takes = record(
                repeated,
                engines,
                on_take,
                call=called,
                store=self._store,
                ledgers=ledgers,
                spool=self._spool,
                notify=self._notify,
                answer_within_s=self._show.voicing.answer_within_s,
            )
        finally:
            self.tallies += (ledgers[engine.name].tally(name, engine) for engine in engines.values())
            if self._store:
                self._store.shrink()

        def voiced(cue: Cue) -> VoicedCue:
            return VoicedLine(cue, self._spoken[cue], takes[requests[cue]]) if isinstance(cue, Line) else cue

        return Performance(
            cast,
            tuple(
                VoicedChapter(chapter.title, tuple(map(voiced, chapter.cues)))
                for chapter in self._script.chapters
            ),
            versions(dict.fromkeys(cast.voices[role] for role in roles), engines),
        )

    def _check_language(self, cast: Cast, roles: Sequence[str], engines: Mapping[str, Engine]) -> None:
        for voice in (cast.voices[role] for role in roles):
            if not understands(engines[voice.engine], voice, self._show.language):
                problem = f"its voice {voice} is not for {self._show.language}"
                raise EngineUnavailable(problem, f"cast voices for that language in [casts.{cast.name}]")

    def _is_kept(self, request: Request, engine: Engine) -> bool:
        store = self._store
        try:
            return store is not None and all(store.has(part, engine) for part in parts(request, engine))
        except EngineUnavailable:  # an engine or a voice that is not here: `call` tells it
            return False

    def _has_voiced(self, voice: Voice) -> bool:
        return self._store is not None and self._store.has_voiced(voice)

    def _request(self, line: Line, voice: Voice, engine: Engine) -> Request:
        said, delivery = _said(self._spoken[line]), self._show.roles.get(line.role, Role()).delivery
        if takes_sounds(engine, voice.name):
            delivery = replace(delivery, sounds=self._lexicon.for_role(line.role).sounds(said))
        return Request(said, voice, delivery)


def _said(spoken: Spoken) -> str:
    """The words for the engine, on one line."""
    return " ".join("".join(pair.spoken for pair in spoken).split())
