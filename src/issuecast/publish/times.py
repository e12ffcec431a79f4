"""How a time is written: each place where one is shown has its own way."""

from __future__ import annotations

from issuecast.models import DurationMs


def clock(time_ms: DurationMs) -> str:
    """For people: `0:07`, `12:30`, `1:02:03`; whole seconds, never ahead of what is heard."""
    hours, minutes, seconds, _ = _parts(time_ms)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def stamp(time_ms: DurationMs) -> str:
    """For show notes, as Apple and Spotify find chapters there: `00:07`, `01:02:03`."""
    hours, minutes, seconds, _ = _parts(time_ms)
    return f"{hours:02}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"


def exact(time_ms: DurationMs) -> str:
    """To the millisecond, as WebVTT and Podlove Simple Chapters have it: `00:00:07.120`."""
    hours, minutes, seconds, rest_ms = _parts(time_ms)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{rest_ms:03}"


def fragment(time_ms: DurationMs) -> str:
    """Seconds as a media fragment has them after `#t=`: `7.12`."""
    return f"{time_ms // 1000}.{time_ms % 1000:03}".rstrip("0").rstrip(".")


def iso8601(duration_ms: DurationMs) -> str:
    """As schema.org has it: `PT8M12S`."""
    hours, minutes, seconds, _ = _parts(whole_seconds(duration_ms) * 1000)
    return "PT" + (f"{hours}H" if hours else "") + (f"{minutes}M" if hours or minutes else "") + f"{seconds}S"


def about(duration_ms: DurationMs) -> str:
    """For somebody who wonders whether there is time to listen: `8 min`, `1 h 4 min`, `45 s`."""
    minutes = round(duration_ms / 60_000)
    if not minutes:
        return f"{whole_seconds(duration_ms)} s"
    return f"{minutes // 60} h {minutes % 60} min" if minutes >= 60 else f"{minutes} min"  # noqa: PLR2004  an hour


def whole_seconds(duration_ms: DurationMs) -> int:
    """To the nearest second, half up, as `itunes:duration` wants it."""
    return (duration_ms + 500) // 1000


def _parts(time_ms: DurationMs) -> tuple[int, int, int, int]:
    seconds, rest_ms = divmod(time_ms, 1000)
    return seconds // 3600, seconds // 60 % 60, seconds % 60, rest_ms
