"""A build to report: measured, with a cast that gave up, something left out, something lost, findings."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from issuecast.desk import Checked
from issuecast.models import (
    METER_STEP_MS,
    Cast,
    DurationMs,
    Episode,
    Metered,
    Reason,
    TimedChapter,
    TimedLine,
    Voice,
)
from issuecast.report.report import Report
from issuecast.show import Show
from issuecast.speak import EngineTally, Tally
from issuecast.write.account import Account, Entry
from issuecast.write.checks import Finding, Severity
from publish.sample import EPISODE

DRAFT = Cast("draft", {"HOST": Voice("espeak", "en-us"), "ANALYST": Voice("espeak", "en-us+f1")})

TALLY = Tally(
    (
        EngineTally("neural", "edge", "7.2.3", 1_204, 9, 4, 0, 21_000, {"no answer within 30 s": 5}),
        EngineTally("draft", "espeak", "espeak-ng 1.52.0", 3_120, 38, 0, 3, 190_000),
    )
)

ACCOUNT = Account(
    (
        Entry(2, "Title: The Quiet Grid", (), Reason.NAMING),
        Entry(5, "Good morning, friend.", (8,)),
        Entry(7, "Storage costs $11B less.", (9, 10)),
        Entry(9, "Read this mail in your browser.", (), Reason.FURNITURE),
        Entry(30, "", (), Reason.SUBSCRIBERS),
        Entry(31, "Unsubscribe.", (), Reason.FURNITURE),
        Entry(33, "Nobody knows what became of this one."),
    )
)

FINDINGS = (
    Finding("lost", Severity.ERROR, "the script neither says it nor leaves it out for a reason", 0, 33),
    Finding("unknown-word", Severity.WARNING, '"kubectl" is in no lexicon', 9, 7),
)


def metered(start_ms: DurationMs, end_ms: DurationMs, lufs: float = -16.0, peak: float = -1.4) -> Metered:
    """A stretch that sways by 2 LU around its loudness and is silent for the first 400 ms."""
    steps = (end_ms - start_ms) // METER_STEP_MS
    momentary = tuple(-70.0 if step < 4 else lufs + 2 * math.sin(step / 3) for step in range(steps))
    waveform = bytes(0 if step < 4 else 120 + round(100 * math.sin(step)) for step in range(steps))
    return Metered(start_ms, end_ms, lufs, peak, momentary, waveform)


METER = (metered(0, 12_000, -15.8), metered(12_000, 25_500, -16.1), metered(25_500, 40_000, -16.2, -1.1))


def report(folder: Path = Path("show")) -> Report:
    """Of the episode that the tests publish."""
    return Report(
        show=Show(folder=folder),
        episode=replace(EPISODE, cast=DRAFT, engines={"espeak": "espeak-ng 1.52.0"}),
        meter=METER,
        account=ACCOUNT,
        checked=Checked(Path("2026-01-12.md"), None, "the HTML part", 38_000, FINDINGS),
        tally=TALLY,
        notices=("The cast neural cannot run here (no answer): the draft cast speaks.",),
        timings_ms={"read": 40, "write": 130, "speak": 9_100, "mix": 2_400, "publish": 210},
        built=datetime(2026, 1, 12, 5, 50, tzinfo=UTC),
    )


def long_episode(chapters: int, chapter_ms: DurationMs) -> Episode:
    """Chapters of one length, a line in each, in turn the host's and the analyst's."""
    timeline = tuple(
        TimedChapter(
            f"Chapter {number}",
            number * chapter_ms,
            (number + 1) * chapter_ms,
            (
                TimedLine(
                    ("HOST", "ANALYST")[number % 2],
                    "Something.",
                    number * chapter_ms + 500,
                    (number + 1) * chapter_ms - 500,
                ),
            ),
        )
        for number in range(chapters)
    )
    return replace(report().episode, timeline=timeline, duration_ms=chapters * chapter_ms)
