"""When what is heard, in milliseconds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuecast.mix.layout import Layout, Part, Play, Speech, Step
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
        ((Speech("HOST", 1000, "?"), HOST), 650),
        ((Speech("HOST", 1000, "?"), ANALYST), 200),
        ((Speech("HOST", 1000, "…"), HOST), 700),
        ((Speech("HOST", 1000, "…"), ANALYST), 400),
        ((Speech("HOST", 1000, ":"), HOST), 400),
        ((Speech("HOST", 1000, ":"), ANALYST), 250),
        ((Speech("HOST", 1000, "?"), Pause(900), ANALYST), 900),
        ((HOST, Pause(900), ANALYST), 900),
        ((HOST, Pause(0), HOST), 0),
        ((HOST, Pause(200), Pause(300), HOST), 500),
        ((HOST, Pause(2000), Play("outro", 9000), HOST), 2000),
        ((HOST, Pause(2000), Play("outro", 9000), Pause(500), HOST), 2500),
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


def test_pauses_beside_music_are_the_scripts() -> None:
    """A pause asked for replaces the silence before and after a sting."""
    layout = lay_out((HOST, Pause(1000), STING, Pause(50), HOST), 0)
    sting = layout.music[0].span
    assert sting.start_ms - layout.speech[0].end_ms == 1000
    assert layout.speech[1].start_ms - sting.end_ms == 50


def test_chapter_opens_and_ends_with_room() -> None:
    """Two silent frames at least at both ends; a first line comes later, and words ring out."""
    layout = lay_out((HOST,), 0)
    assert layout.speech[0].start_ms == 348
    assert layout.duration_ms - layout.speech[0].end_ms == pytest.approx(350 + 12, abs=12)
    at_once = lay_out((Pause(0), HOST, Pause(0)), 0)
    assert at_once.speech[0].start_ms == 48
    assert at_once.duration_ms - at_once.speech[0].end_ms >= 350
    assert lay_out((STING, HOST), 0).music[0].span.start_ms == 48


def test_last_pause_is_kept() -> None:
    """A pause after the last words is silence that the chapter ends with."""
    layout = lay_out((HOST, Pause(3000)), 0)
    assert layout.duration_ms - layout.speech[0].end_ms == pytest.approx(3000 + 12, abs=12)


def test_outro_under_the_last_words() -> None:
    """Cued before them, it starts 2.5 s before they end; cued after them, it waits for silence."""
    under = lay_out((HOST, Play("outro", 10_000), Speech("HOST", 6000)), 0)
    assert gaps(under) == [550]
    assert under.speech[1].end_ms - under.music[0].span.start_ms == 2500
    assert under.duration_ms >= under.music[0].span.end_ms + 100
    after = lay_out((HOST, Play("outro", 10_000)), 0)
    assert after.music[0].span.start_ms - after.speech[0].end_ms == 400


def test_bed_is_gone_when_other_music_comes() -> None:
    """A sting soon after the opening stands alone: neither intro nor bed runs into it."""
    layout = lay_out((Play("intro", 9400, bed=True), HOST, STING, HOST), 6500)
    sting = next(cued.span for cued in layout.music if cued.name == "sting")
    assert sting.start_ms - layout.speech[0].end_ms == 400
    assert {cued.name: cued.span.end_ms for cued in layout.music} == {
        "intro": sting.start_ms,
        "bed": sting.start_ms,
        "sting": sting.end_ms,
    }


def test_bed_without_an_intro() -> None:
    """A show with only a bed has it under its first words, which come at once."""
    layout = lay_out((Play("intro", 0, bed=True), HOST), 6500)
    assert layout.speech[0].start_ms == 48
    assert [cued.name for cued in layout.music] == ["bed"]


def test_parts_hang_together_as_if_never_cut() -> None:
    """The pause at a cut belongs to the part before it, in its usual length, the turn of speaker included."""
    for role, pause_ms in (("HOST", 550), ("ANALYST", 250)):
        first = lay_out((HOST,), 0, Part(next_role=role))
        assert first.duration_ms - first.speech[0].end_ms == pytest.approx(pause_ms + 12, abs=12)
    asked = lay_out((HOST, Pause(900)), 0, Part(next_role="HOST"))
    assert asked.duration_ms - asked.speech[0].end_ms == pytest.approx(900 + 12, abs=12)
    assert lay_out((HOST,), 0, Part(continues=True)).speech[0].start_ms == 0
    hurried = lay_out((HOST, Pause(0)), 0, Part(next_role="HOST"))
    assert hurried.duration_ms - hurried.speech[0].end_ms >= 48


STEPS = st.one_of(
    st.builds(Speech, st.sampled_from(["HOST", "ANALYST"]), st.integers(0, 9000)),
    st.builds(Pause, st.integers(0, 4000)),
    st.builds(Play, st.just("sting"), st.integers(1, 3000)),
    st.builds(Play, st.just("outro"), st.integers(1, 12_000)),
    st.builds(Play, st.just("intro"), st.integers(0, 12_000), st.booleans()),
)


@given(st.lists(STEPS, max_size=8), st.integers(0, 9000))
def test_whatever_is_cued_is_laid_in_order(steps: list[Step], enters_ms: int) -> None:
    """Lines follow each other in a whole number of frames, all music inside and 48 ms from both ends."""
    layout = lay_out(steps, enters_ms)
    assert [span.duration_ms for span in layout.speech] == [
        step.duration_ms for step in steps if isinstance(step, Speech)
    ]
    assert all(gap >= 0 for gap in gaps(layout))
    assert layout.duration_ms % 24 == 0
    heard = [*layout.speech, *(cued.span for cued in layout.music)]
    assert all(48 <= span.start_ms <= span.end_ms <= layout.duration_ms - 48 for span in heard)
