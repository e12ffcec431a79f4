"""The header Retry-After (RFC 9110, 10.2.3): how long a service asks to be left alone."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LONGEST_S = 86_400.0
"""Nobody waits for a day, and a number of a thousand digits is none."""


def retry_after_s(value: str | None) -> float:
    """The seconds from now that the header's value tells, a number or a date; 0 if it tells none."""
    if not value:
        return 0
    if value.strip().isdecimal():
        return min(LONGEST_S, float(value))
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return 0
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    left_s = (moment - datetime.now(UTC)).total_seconds()
    return min(LONGEST_S, max(0.0, left_s))
