"""An episode from its performance: chapters mixed side by side, their frames laid end to end."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor, as_completed
from dataclasses import replace
from itertools import islice

from issuecast.errors import MixError
from issuecast.mix.chapter import ChapterSpec, MixedChapter, mix_chapter
from issuecast.mix.join import join
from issuecast.mix.music import MusicSet
from issuecast.mix.parts import parts
from issuecast.mix.sound import FRAME_MS
from issuecast.mix.timeline import timeline
from issuecast.models import DurationMs, Mix, Music, Performance, Sting, VoicedChapter, VoicedCue
from issuecast.show import Loudness


def mix(
    performance: Performance,
    music: MusicSet,
    loudness: Loudness,
    *,
    on_chapter: Callable[[int, int], None],
    executor: Executor | None = None,
) -> Mix:
    """Mix a performance into one MP3 stream and its timeline; the same input gives the same bytes.

    Args:
        performance: the voiced script.
        music: what the show plays, from `load_music`.
        loudness: the targets of `[loudness]`.
        on_chapter: called with how many pieces of work are done, of how many: the chapters, where long ones
            count as several.
        executor: where the chapters are mixed. By default in threads, one for each core: ffmpeg does the
            work, and nothing has to be copied to another process.

    Raises:
        MixError: there is no chapter, or ffmpeg failed.
    """
    planned = [list(_specs(chapter, music, loudness)) for chapter in performance.chapters]
    specs = [spec for chapter in planned for spec in chapter]
    if not specs:
        raise MixError(
            "The script has no chapter to mix", "give it at least one heading with a line under it"
        )
    if executor is not None:
        mixed = _mixed(executor, specs, on_chapter)
    else:
        with ThreadPoolExecutor(os.cpu_count()) as threads:
            mixed = _mixed(threads, specs, on_chapter)
    in_order = iter(mixed)
    timed = timeline((chapter[0].title, islice(in_order, len(chapter))) for chapter in planned)
    silent = _to_whole_second(timed[-1].end_ms)
    last = replace(timed[-1], end_ms=timed[-1].end_ms + silent * FRAME_MS)
    mp3 = join([part.frames for part in mixed], silent)
    return Mix(mp3, last.end_ms, (*timed[:-1], last))


def _to_whole_second(duration_ms: DurationMs) -> int:
    """How many frames of silence bring the end next to a whole second, which is how feeds tell a duration."""
    whole_ms = -(-(duration_ms - FRAME_MS // 2) // 1000) * 1000
    return round((whole_ms - duration_ms) / FRAME_MS)


def _specs(chapter: VoicedChapter, music: MusicSet, loudness: Loudness) -> Iterator[ChapterSpec]:
    for cues, part in parts(chapter):
        played = music.only({name for cue in cues for name in _played(cue)})
        yield ChapterSpec(chapter.title, cues, played, loudness.target_lufs, loudness.peak_dbtp, part)


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
