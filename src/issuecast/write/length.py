"""How long a script will take to say, before anybody says it."""

from __future__ import annotations

from issuecast.models import DurationMs, Script
from issuecast.write.pacing import WORDS_PER_SECOND, seconds

WORDS_PER_MINUTE = round(60 * WORDS_PER_SECOND)


def estimated_ms(script: Script) -> DurationMs:
    """The time of words and written pauses, without music and the pauses between lines."""
    return round(1000 * sum(seconds(chapter.cues) for chapter in script.chapters))


def about(duration: DurationMs) -> str:
    """A duration to ten seconds, in words: "6 min 40 s"; to a second below a minute."""
    if duration < 60_000:  # noqa: PLR2004  a minute
        return f"{round(duration / 1000)} s"
    minutes, rest = divmod(round(duration / 10_000), 6)
    return f"{minutes} min {rest}0 s" if rest else f"{minutes} min"
