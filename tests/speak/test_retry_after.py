from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from issuecast.speak.retry_after import retry_after_s


@pytest.mark.parametrize(
    ("value", "expected"),
    [("120", 120), (" 3 ", 3), (None, 0), ("", 0), ("soon", 0), ("-5", 0), ("9" * 999, 86_400)],
)
def test_seconds_are_seconds(value: str | None, expected: float) -> None:
    """A number is seconds; what cannot be understood asks for nothing."""
    assert retry_after_s(value) == expected


def test_a_date_is_so_far_away() -> None:
    """A date counts from now, one that is past asks for nothing."""
    now = datetime.now(UTC)
    later = format_datetime(now + timedelta(seconds=90), usegmt=True)
    assert retry_after_s(later) == pytest.approx(90, abs=2)
    assert retry_after_s(format_datetime(now - timedelta(hours=1), usegmt=True)) == 0
