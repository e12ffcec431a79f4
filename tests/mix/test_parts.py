"""Long chapters are cut where nothing can be heard."""

from __future__ import annotations

from issuecast.linked import Pair
from issuecast.mix.layout import Part
from issuecast.mix.parts import parts
from issuecast.models import Line, Music, Pause, Sting, Take, VoicedChapter, VoicedCue, VoicedLine

RATE_HZ = 100


def said(seconds: int, role: str = "HOST") -> VoicedLine:
    return VoicedLine(Line(role, "x"), (Pair("x", "x"),), Take(bytes(2 * RATE_HZ * seconds), RATE_HZ))


def cut(*cues: VoicedCue) -> list[tuple[int, Part]]:
    """How many cues each part has, which are all cues in their order."""
    pieces = list(parts(VoicedChapter("Essay", cues)))
    assert [cue for piece, _ in pieces for cue in piece] == list(cues)
    return [(len(piece), part) for piece, part in pieces]


def test_chapter_of_common_length_is_one_part() -> None:
    """Up to 75 s, and a chapter of nothing."""
    assert cut(*[said(25)] * 3) == [(3, Part())]
    assert cut() == [(0, Part())]


def test_essay_is_cut_before_lines() -> None:
    """A part that has said more than 75 s ends, with the pause that follows it, and knows who comes next."""
    assert cut(*[said(30)] * 3, Pause(900), said(30, "ANALYST"), *[said(30)] * 3) == [
        (4, Part(next_role="ANALYST")),
        (3, Part(continues=True, next_role="HOST")),
        (1, Part(continues=True)),
    ]


def test_no_cut_where_music_may_be_under_the_words() -> None:
    """Not in the first 20 s after any, and nowhere after an outro."""
    assert cut(said(160), Sting(), said(15), said(15), said(15)) == [
        (4, Part(next_role="HOST")),
        (1, Part(continues=True)),
    ]
    assert cut(said(160), Music("outro"), *[said(60)] * 4) == [(6, Part())]
