"""What a build tells on stderr while it works."""

from __future__ import annotations

import pytest

from issuecast.cli.display import Display


def test_without_a_terminal_a_line_now_and_then_tells_how_far_it_is(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A log gets notices at once, and one line in ten seconds of what is done; short work leaves none."""
    now_s = [50.0]
    with Display(lambda: now_s[0]) as display:
        for done in range(1, 31):
            now_s[0] += 1
            display.lines(done, 30, (30 - done) * 1000)
            if done == 15:
                display.notice("edge has given no take for 21 s.")
        display.chapters(1, 4)
    assert capsys.readouterr().err.splitlines() == [
        "voicing: 10 of 30, about 20 s left",
        "edge has given no take for 21 s.",
        "voicing: 20 of 30, about 10 s left",
        "voicing: 30 of 30",
    ]


def test_what_is_fetched_is_told_in_megabytes(capsys: pytest.CaptureFixture[str]) -> None:
    """Of a voice that comes for a minute the log tells how much is there."""
    now_s = [50.0]
    with Display(lambda: now_s[0]) as display:
        for done in (12_345_678, 40_000_000):
            now_s[0] += 10
            display.fetched(done, 63_201_294)
    assert capsys.readouterr().err.splitlines() == ["MB fetched: 12 of 63", "MB fetched: 40 of 63"]
