"""The episode that the tests publish."""

from __future__ import annotations

from datetime import UTC, date, datetime

from issuecast.models import Alternate, Cast, Episode, Link, TimedChapter, TimedLine, TimedWord, Voice

DURATION_MS = 40_000

EPISODE = Episode(
    slug="2026-01-12-the-quiet-grid",
    guid="8d3c1f0e-0c53-5a55-8f0c-2f3c4f1f8a01",
    source="2026-01-12.md",
    title="The Quiet Grid",
    date=date(2026, 1, 12),
    published=datetime(2026, 1, 12, 6, tzinfo=UTC),
    audio="2026-01-12-the-quiet-grid-1a2b3c4d.mp3",
    bytes=1,
    duration_ms=DURATION_MS,
    cast=Cast(
        "neural", {"HOST": Voice("edge", "en-US-AndrewNeural"), "ANALYST": Voice("edge", "en-US-Emma")}
    ),
    timeline=(
        TimedChapter(
            "Cold open",
            0,
            12_000,
            (
                TimedLine(
                    "HOST",
                    "Good morning, friend.",
                    1_000,
                    3_000,
                    (
                        TimedWord("Good", 1_000, 1_400),
                        TimedWord("morning,", 1_400, 2_100),
                        TimedWord("friend.", 2_200, 3_000),
                    ),
                ),
                TimedLine("ANALYST", "Storage costs $11B less.", 3_500, 6_000),
            ),
        ),
        TimedChapter(
            "Market Pulse", 12_000, 25_500, (TimedLine("HOST", "Harbor rose 4.1%.", 12_500, 19_000),)
        ),
        TimedChapter("Sign-off", 25_500, 40_000, (TimedLine("HOST", "That is all.", 26_000, 30_000),)),
    ),
    made_from="5f" * 32,
    summary="Harbor Energy signs for storage. Nobody prices the years after the loan.",
    number=214,
    links=(Link("The filing", "https://example.org/filing?a=1&b=2"),),
)

ALTERNATES = (
    Alternate("2026-01-12-the-quiet-grid-5e6f7a8b.m4a", 3, "AAC", "audio/mp4", "mp4a.40.2", 96_100),
    Alternate("2026-01-12-the-quiet-grid-9c0d1e2f.opus", 4, "Opus", "audio/ogg", "opus", 59_900),
)
