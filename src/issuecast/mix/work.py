"""The units of work done side by side: those that are kept are read, the others mixed, all laid by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor, as_completed
from dataclasses import dataclass

from issuecast.errors import MixError
from issuecast.mix.chapter import ChapterSpec, MixedChapter, mix_chapter
from issuecast.mix.kept import ChapterStore, digest
from issuecast.mix.meter import Reading
from issuecast.mix.sound import FRAME_BYTES, FRAME_MS
from issuecast.models import DurationMs, TimedLine
from issuecast.spool import Spool, Stored


@dataclass(frozen=True, slots=True)
class Laid:
    """A mixed chapter, or a part of it, whose frames and FLAC (empty if not kept) are on the disk."""

    frames: Stored
    flac: Stored
    flush: bytes
    lines: tuple[TimedLine, ...]
    reading: Reading

    @property
    def duration_ms(self) -> DurationMs:
        return self.frames.size // FRAME_BYTES * FRAME_MS


def mixed(
    specs: Sequence[ChapterSpec],
    executor: Executor,
    spool: Spool,
    store: ChapterStore | None,
    on_done: Callable[[int, int], None],
) -> list[Laid]:
    """The specs mixed, in their order; the first failure stops what has not begun.

    Raises:
        MixError: ffmpeg failed, or the disk is full.
    """
    keys = [digest(spec) for spec in specs] if store else []
    laid: dict[int, Laid] = {}

    def lay(place: int, chapter: MixedChapter) -> None:
        laid[place] = Laid(
            _put(chapter.frames.mp3, spool),
            _put(chapter.flac, spool),
            chapter.frames.flush,
            chapter.lines,
            chapter.reading,
        )
        on_done(len(laid), len(specs))

    for place, key in enumerate(keys):
        if store and (kept := store.find(key)):
            lay(place, kept)
    left = [place for place in range(len(specs)) if place not in laid]
    # The longest first, so that no core waits long for another at the end.
    left.sort(key=lambda place: specs[place].said_ms, reverse=True)
    futures = {executor.submit(mix_chapter, specs[place]): place for place in left}
    try:
        for future in as_completed(futures):
            # Popped, so that nothing holds a chapter's sound once it is laid by.
            place, chapter = futures.pop(future), future.result()
            if store:
                store.keep(keys[place], chapter)
            lay(place, chapter)
    except BaseException:
        for future in futures:
            future.cancel()
        raise
    if store:
        store.shrink()
    return [laid[place] for place in range(len(specs))]


def _put(sound: bytes, spool: Spool) -> Stored:
    try:
        return spool.put(sound)
    except OSError as error:
        problem = f"Chapters cannot be laid by in {spool.folder} ({error.strerror})"
        raise MixError(problem, "make room there, then build again") from error
