"""Where a chapter is cut into music and speech alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from issuecast.mix.layout import Cued, Layout, Play, Span, Speech
from issuecast.mix.pacing import lay_out
from issuecast.mix.sound import FRAME_MS
from issuecast.mix.stretches import SHORTEST_MS, SILENCE_MS, stretches

STEPS = st.lists(
    st.one_of(
        st.builds(Speech, st.sampled_from(("HOST", "ANALYST")), st.integers(200, 12_000)),
        st.builds(Play, st.sampled_from(("sting", "intro", "outro")), st.integers(300, 9_000), st.booleans()),
    ),
    min_size=1,
    max_size=12,
)


@given(STEPS)
def test_cuts_are_silent_and_speech_alone_has_no_music(steps: list[Speech | Play]) -> None:
    """Stretches fill the chapter in whole frames, and nothing sounds near a cut, whatever is laid out."""
    layout = lay_out(steps, 6500)
    found = stretches(layout)
    assert [one.span.start_ms for one in found] == [0, *(one.span.end_ms for one in found[:-1])]
    assert found[-1].span.end_ms == layout.duration_ms
    sounds = [*layout.speech, *(cued.span for cued in layout.music)]
    for one in found[:-1]:
        cut_ms = one.span.end_ms
        assert cut_ms % FRAME_MS == 0
        for sound in sounds:
            assert sound.end_ms <= cut_ms - SILENCE_MS or sound.start_ms >= cut_ms + SILENCE_MS
    for cued in layout.music:
        assert sum(cued in one.music for one in found) == 1
    assert all(one.music or one.span.duration_ms >= SHORTEST_MS for one in found) or len(found) == 1


def test_speech_alone_begins_in_the_pause_after_the_music() -> None:
    """A sting is let go under the first line: what follows that line is one stretch."""
    speech = (Span(1_000, 4_000), Span(4_300, 9_000), Span(9_300, 12_000))
    layout = Layout(speech, (Cued("sting", Span(0, 1_600)),), 12_240)
    assert [(one.span, bool(one.music)) for one in stretches(layout)] == [
        (Span(0, 4_056), True),
        (Span(4_056, 12_240), False),
    ]
