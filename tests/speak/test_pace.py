from __future__ import annotations

from issuecast.models import Voice
from issuecast.speak.pace import Pace
from issuecast.speak.request import Request


def request(letters: int, name: str = "a") -> Request:
    return Request("x" * letters, Voice("hum", name))


def test_the_time_left_is_by_letters_at_the_real_rate() -> None:
    """Twelve letters a second so far, and 120 to go: ten seconds; before some takes nothing is told."""
    now = [100.0]
    first = [request(24, str(number)) for number in range(5)]
    wanted = [*first, request(120)]
    pace = Pace(dict.fromkeys(wanted, 1), wanted, lambda: now[0])
    told = []
    for one in first:
        now[0] += 2
        pace.finished(one)
        told.append(pace.left_ms)
    assert told == [None, None, None, None, 10_000]
    pace.finished(request(120))
    assert pace.left_ms == 0


def test_what_is_kept_costs_no_time() -> None:
    """Takes from before count as lines, and not for the rate."""
    now = [0.0]
    kept, wanted = (
        [request(9, str(number)) for number in range(50)],
        [request(8, "b" * n) for n in range(1, 7)],
    )
    pace = Pace(dict.fromkeys([*kept, *wanted], 2), wanted, lambda: now[0])
    for one in [*kept, *wanted[:5]]:
        pace.finished(one)
    now[0] = 10
    assert (pace.done, pace.total) == (110, 112)
    assert pace.left_ms == 2_000
