"""When what is heard, in milliseconds."""

from __future__ import annotations

import pytest

from issuecast.mix.layout import Layout, Play, Speech, Step
from issuecast.mix.pacing import lay_out
from issuecast.models import Pause

HOST, ANALYST = Speech("HOST", 1000), Speech("ANALYST", 1000)
STING = Play("sting", 1450)


def gaps(layout: Layout) -> list[int]:
    return [
        after.start_ms - before.end_ms
        for before, after in zip(layout.speech, layout.speech[1:], strict=False)
    ]


@pytest.mark.parametrize(
    ("steps", "gap_ms"),
    [
        ((HOST, HOST), 550),
        ((HOST, ANALYST), 250),
        ((HOST, Pause(900), ANALYST), 900),
        ((HOST, Pause(0), HOST), 0),
    ],
)
def test_pauses_between_lines(steps: tuple[Step, ...], gap_ms: int) -> None:
    """A new thought takes half a second, an answer comes quickly, and the script has the last word."""
    assert gaps(lay_out(steps, 0)) == [gap_ms]


def test_music_has_silence_on_both_sides() -> None:
    """A sting stands alone: 400 ms before it, 300 after."""
    layout = lay_out((HOST, STING, ANALYST), 0)
    sting = layout.music[0].span
    assert sting.start_ms - layout.speech[0].end_ms == 400
    assert layout.speech[1].start_ms - sting.end_ms == 300


@pytest.mark.parametrize(("enters_ms", "start_ms"), [(6500, 6500), (20_000, 9400)])
def test_voice_enters_over_the_intro_or_at_its_end(enters_ms: int, start_ms: int) -> None:
    """The first words come when the settings say, and never after the music is over."""
    layout = lay_out((Play("intro", 9400, bed=True), HOST), enters_ms)
    intro = next(cued for cued in layout.music if cued.name == "intro")
    assert layout.speech[0].start_ms - intro.span.start_ms == start_ms
    assert [cued.name for cued in layout.music] == ["intro", "bed"]


def test_bed_leaves_within_twenty_seconds() -> None:
    """The opening's music stays under the first lines only."""
    layout = lay_out((Play("intro", 9400, bed=True), *[Speech("HOST", 6000)] * 8), 6500)
    bed = next(cued for cued in layout.music if cued.name == "bed")
    assert bed.span.duration_ms <= 21_000
    assert bed.span.end_ms < layout.speech[-1].start_ms


def test_length_is_a_whole_number_of_frames() -> None:
    """A chapter can be cut at a frame, and ends in silence."""
    layout = lay_out((Speech("HOST", 1001), Play("outro", 777)), 0)
    assert layout.duration_ms % 24 == 0
    assert layout.duration_ms >= layout.music[-1].span.end_ms + 48
