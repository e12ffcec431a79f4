"""SPEAK: a script, voiced wholly by one cast."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from issuecast.errors import EngineUnavailable
from issuecast.models import (
    Cue,
    Line,
    Performance,
    Script,
    Spoken,
    VoicedChapter,
    VoicedCue,
    VoicedLine,
)
from issuecast.show import Show
from issuecast.speak.casting import hire
from issuecast.speak.studio import Request, record
from issuecast.write.spoken import pairs

__all__ = ["perform"]


def perform(
    script: Script,
    show: Show,
    *,
    cast: str | None = None,
    notify: Callable[[str], None],
    on_line: Callable[[int, int], None],
) -> Performance:
    """Voice every line of a script with one cast.

    Args:
        script: what is said.
        show: knows the casts and the language.
        cast: the cast to use, or to fail with; without it the show's own, and if that cannot run here or
            gives up, its understudies, each of which voices the whole script.
        notify: is told in one sentence whenever another cast takes over.
        on_line: is told how many lines of how many are voiced; it starts again with another cast.

    Raises:
        SettingsError: the show has no such cast.
        VoiceError: the cast lacks a role of the script, or names an engine or a voice that does not exist.
        EngineUnavailable: the cast given, or every cast of the show, cannot speak here.
    """
    if cast is not None:
        return _perform(script, show, cast, on_line)
    names = tuple(dict.fromkeys((show.cast, *show.understudies)))
    failures: list[EngineUnavailable] = []
    for name, understudy in zip(names, (*names[1:], None), strict=True):
        try:
            return _perform(script, show, name, on_line)
        except EngineUnavailable as error:
            failures.append(error)
            if understudy:
                notify(f"The cast {name} cannot run here ({error.problem}): the {understudy} cast speaks.")
    problems = "; ".join(f"{name}: {error.problem}" for name, error in zip(names, failures, strict=True))
    raise EngineUnavailable(f"No cast of the show can run here ({problems})", failures[0].way_out)


def _perform(script: Script, show: Show, name: str, on_line: Callable[[int, int], None]) -> Performance:
    cast = show.cast_named(name)
    lines = [line for chapter in script.chapters for line in chapter.lines]
    engines = hire(cast, tuple(dict.fromkeys(line.role for line in lines)))
    spoken = {line: pairs(line.text, language=show.language) for line in lines}
    requests = {line: Request(_said(spoken[line]), cast.voices[line.role]) for line in spoken}
    repeated, done = Counter(requests[line] for line in lines), 0

    def on_take(request: Request) -> None:
        nonlocal done
        done += repeated[request]
        on_line(done, len(lines))

    takes = record(repeated, engines, on_take)

    def voiced(cue: Cue) -> VoicedCue:
        return VoicedLine(cue, spoken[cue], takes[requests[cue]]) if isinstance(cue, Line) else cue

    return Performance(
        cast,
        tuple(VoicedChapter(chapter.title, tuple(map(voiced, chapter.cues))) for chapter in script.chapters),
    )


def _said(spoken: Spoken) -> str:
    """The words for the engine, on one line."""
    return " ".join("".join(pair.spoken for pair in spoken).split())
