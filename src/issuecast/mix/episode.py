"""An episode from its performance: chapters mixed side by side, their frames laid end to end."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from itertools import islice

from issuecast.errors import MixError
from issuecast.mix.join import join
from issuecast.mix.kept import ChapterStore
from issuecast.mix.plan import Desk
from issuecast.mix.sound import FRAME_MS
from issuecast.mix.timeline import timeline
from issuecast.mix.work import Laid, mixed
from issuecast.models import DurationMs, Metered, Mix, Performance
from issuecast.spool import Spool


def mix(  # noqa: PLR0913  three may be left out
    performance: Performance,
    desk: Desk,
    *,
    on_chapter: Callable[[int, int], None],
    store: ChapterStore | None = None,
    spool: Spool | None = None,
    executor: Executor | None = None,
) -> Mix:
    """Mix a performance into one MP3 stream and its timeline; the same input gives the same bytes.

    Args:
        performance: the voiced script.
        desk: what the show settles about its sound.
        on_chapter: called with how many pieces of work are done, of how many: the chapters, where long ones
            count as several.
        store: has chapters of earlier builds, and gets those of this one.
        spool: where chapters are laid by; without it, where the system keeps what is temporary.
        executor: where the chapters are mixed. By default in threads: ffmpeg does the work, and nothing has
            to be copied to another process.

    Raises:
        MixError: there is no chapter, ffmpeg failed, or the disk is full.
    """
    planned = [list(desk.specs(chapter)) for chapter in performance.chapters]
    specs = [spec for chapter in planned for spec in chapter]
    if not specs:
        raise MixError(
            "The script has no chapter to mix", "give it at least one heading with a line under it"
        )
    spool = spool or Spool()
    with ExitStack() as own:
        done = mixed(specs, executor or own.enter_context(_threads()), spool, store, on_chapter)
    in_order = iter(done)
    timed = timeline((chapter[0].title, islice(in_order, len(chapter))) for chapter in planned)
    silent = _to_whole_second(timed[-1].end_ms)
    last = replace(timed[-1], end_ms=timed[-1].end_ms + silent * FRAME_MS)
    stream = join([part.frames for part in done], done[-1].flush * (silent + 1), spool)
    lossless = tuple(part.flac for part in done if part.flac.size)
    return Mix(stream, last.end_ms, (*timed[:-1], last), tuple(_metered(done)), lossless)


def _threads() -> Executor:
    """One for each core: more gain nothing (measured with two cores), and take 25 MB each."""
    return ThreadPoolExecutor(os.cpu_count())


def _metered(parts: Sequence[Laid]) -> Iterator[Metered]:
    """The readings one after the other."""
    now_ms = 0
    for part in parts:
        end_ms = now_ms + part.duration_ms
        read = part.reading
        yield Metered(now_ms, end_ms, read.loudness_lufs, read.peak_dbtp, read.momentary_lufs, read.waveform)
        now_ms = end_ms


def _to_whole_second(duration_ms: DurationMs) -> int:
    """How many frames of silence bring the end next to a whole second, which is how feeds tell a duration."""
    whole_ms = -(-(duration_ms - FRAME_MS // 2) // 1000) * 1000
    return round((whole_ms - duration_ms) / FRAME_MS)
