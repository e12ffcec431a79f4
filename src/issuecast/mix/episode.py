"""An episode from its performance: chapters mixed side by side, their frames laid end to end."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor, as_completed
from dataclasses import replace
from itertools import islice

from issuecast.errors import MixError
from issuecast.mix.chapter import ChapterSpec, MixedChapter, mix_chapter
from issuecast.mix.join import join
from issuecast.mix.music import MusicSet
from issuecast.mix.parts import parts
from issuecast.mix.sound import FRAME_MS, decibels
from issuecast.mix.timeline import timeline
from issuecast.mix.voices import Treatment
from issuecast.models import (
    DurationMs,
    Metered,
    Mix,
    Music,
    Performance,
    Sting,
    VoicedChapter,
    VoicedCue,
    VoicedLine,
)
from issuecast.show import Loudness, Role


def mix(  # noqa: PLR0913  three may be left out
    performance: Performance,
    music: MusicSet,
    loudness: Loudness,
    *,
    on_chapter: Callable[[int, int], None],
    roles: Mapping[str, Role] | None = None,
    executor: Executor | None = None,
) -> Mix:
    """Mix a performance into one MP3 stream and its timeline; the same input gives the same bytes.

    Args:
        performance: the voiced script.
        music: what the show plays, from `load_music`.
        loudness: the targets of `[loudness]`.
        on_chapter: called with how many pieces of work are done, of how many: the chapters, where long ones
            count as several.
        roles: of the show, whose settings tell how their voices are treated; without them not at all.
        executor: where the chapters are mixed. By default in threads: ffmpeg does the work, and nothing has
            to be copied to another process.

    Raises:
        MixError: there is no chapter, or ffmpeg failed.
    """
    treated = {role: _treatment(settings) for role, settings in (roles or {}).items()}
    planned = [list(_specs(chapter, music, loudness, treated)) for chapter in performance.chapters]
    specs = [spec for chapter in planned for spec in chapter]
    if not specs:
        raise MixError(
            "The script has no chapter to mix", "give it at least one heading with a line under it"
        )
    if executor is not None:
        mixed = _mixed(executor, specs, on_chapter)
    else:
        # One more than there are cores: what Python does for one chapter would leave a core without work.
        with ThreadPoolExecutor((os.cpu_count() or 1) + 1) as threads:
            mixed = _mixed(threads, specs, on_chapter)
    in_order = iter(mixed)
    timed = timeline((chapter[0].title, islice(in_order, len(chapter))) for chapter in planned)
    silent = _to_whole_second(timed[-1].end_ms)
    last = replace(timed[-1], end_ms=timed[-1].end_ms + silent * FRAME_MS)
    mp3 = join([part.frames for part in mixed], silent)
    return Mix(mp3, last.end_ms, (*timed[:-1], last), tuple(_metered(mixed)))


def _metered(mixed: Sequence[MixedChapter]) -> Iterator[Metered]:
    """The readings one after the other."""
    now_ms = 0
    for part in mixed:
        end_ms = now_ms + part.duration_ms
        read = part.reading
        yield Metered(now_ms, end_ms, read.loudness_lufs, read.peak_dbtp, read.momentary_lufs, read.waveform)
        now_ms = end_ms


def _to_whole_second(duration_ms: DurationMs) -> int:
    """How many frames of silence bring the end next to a whole second, which is how feeds tell a duration."""
    whole_ms = -(-(duration_ms - FRAME_MS // 2) // 1000) * 1000
    return round((whole_ms - duration_ms) / FRAME_MS)


def _treatment(role: Role) -> Treatment:
    """A role's settings for the mixer; its volume is a level, whatever its engine makes of it."""
    louder_db = decibels(1 + role.volume / 100)
    return Treatment(role.highpass_hz, role.compression, role.deess, louder_db)


def _specs(
    chapter: VoicedChapter, music: MusicSet, loudness: Loudness, treatments: Mapping[str, Treatment]
) -> Iterator[ChapterSpec]:
    for cues, part in parts(chapter):
        played = music.only({name for cue in cues for name in _played(cue)})
        roles = sorted({cue.line.role for cue in cues if isinstance(cue, VoicedLine)} & treatments.keys())
        treated = tuple((role, treatments[role]) for role in roles)
        yield ChapterSpec(
            chapter.title, cues, played, loudness.target_lufs, loudness.peak_dbtp, part, treated
        )


def _played(cue: VoicedCue) -> tuple[str, ...]:
    match cue:
        case Sting():
            return ("sting",)
        case Music("intro"):
            return ("intro", "bed")
        case Music(name):
            return (name,)
        case _:
            return ()


def _mixed(
    executor: Executor, specs: Sequence[ChapterSpec], on_chapter: Callable[[int, int], None]
) -> list[MixedChapter]:
    """The specs mixed, in their order; the first failure stops what has not begun."""
    futures = [executor.submit(mix_chapter, spec) for spec in specs]
    try:
        for done, future in enumerate(as_completed(futures), start=1):
            future.result()
            on_chapter(done, len(specs))
    except BaseException:
        for future in futures:
            future.cancel()
        raise
    return [future.result() for future in futures]
