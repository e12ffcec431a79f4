from __future__ import annotations

import pytest

from issuecast.publish import times


@pytest.mark.parametrize(
    ("time_ms", "clock", "stamp", "exact", "fragment"),
    [
        (0, "0:00", "00:00", "00:00:00.000", "0"),
        (7_120, "0:07", "00:07", "00:00:07.120", "7.12"),
        (59_999, "0:59", "00:59", "00:00:59.999", "59.999"),
        (600_000, "10:00", "10:00", "00:10:00.000", "600"),
        (3_723_004, "1:02:03", "01:02:03", "01:02:03.004", "3723.004"),
    ],
)
def test_a_position_is_written_as_each_place_wants_it(
    time_ms: int, clock: str, stamp: str, exact: str, fragment: str
) -> None:
    """People, show notes, captions and links have their own ways; none is ahead of the sound."""
    written = (times.clock(time_ms), times.stamp(time_ms), times.exact(time_ms), times.fragment(time_ms))
    assert written == (clock, stamp, exact, fragment)


@pytest.mark.parametrize(
    ("duration_ms", "about", "iso8601"),
    [
        (29_400, "29 s", "PT29S"),
        (40_500, "1 min", "PT41S"),
        (480_000, "8 min", "PT8M0S"),
        (3_599_600, "1 h 0 min", "PT1H0M0S"),
        (3_900_000, "1 h 5 min", "PT1H5M0S"),
    ],
)
def test_a_length_is_rounded_to_what_it_says(duration_ms: int, about: str, iso8601: str) -> None:
    """Minutes for people, whole seconds for machines."""
    assert (times.about(duration_ms), times.iso8601(duration_ms)) == (about, iso8601)
