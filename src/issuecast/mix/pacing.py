"""When what is heard: the steps of a chapter laid one after the other, in milliseconds.

The pauses are those of the pacing table in docs/architecture.md: people answer each other quickly, a new
thought takes half a second, and music wants a breath of silence on both sides.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from issuecast.mix.layout import WHOLE, Cued, Layout, Part, Play, Span, Speech, Step
from issuecast.mix.sound import FRAME_MS
from issuecast.models import DurationMs, Pause

SAME_ROLE_MS = {"": 550, "?": 650, "…": 700, ":": 400}
"""A role goes on: the next paragraph, by how the last one ended."""
TURN_MS = {"": 250, "?": 200, "…": 400, ":": 250}
"""Another role answers, a question within 200 ms or so, as in any language (Stivers and others, 2009)."""
BEFORE_MUSIC_MS = 400
AFTER_MUSIC_MS = 300

LEAD_MS = 2 * FRAME_MS
"""Silence at least at both ends of a chapter: the encoder smears sound into the frames beside."""
OPENING_MS = 300
"""More of it if a chapter starts with speech: after the room of the one before, a new subject begins."""
ROOM_MS = 350
"""Silence that a chapter ends with; with `LEAD_MS` it is what a sting at the start of the next wants."""
RELEASE_ROOM_MS = 100
"""The same after music that has faded out behind the last words."""

OPENING_LIMIT_MS = 20_000
"""The longest that the opening's music stays under speech: by then it is news, not mood."""
RELEASE_MS = 1000
"""How long music takes to leave, or to come up again once nobody speaks."""
OUTRO_UNDER_MS = 2500
"""How much of an outro is heard under the last words, where it is cued before them."""


def lay_out(
    steps: Sequence[Step], voice_enters_ms: DurationMs, part: Part = WHOLE, *, bed: bool = False
) -> Layout:
    """Lay the steps one after the other with the pause between that belongs there.

    A `Pause` replaces the pause that would be there. The first line after an intro enters over the intro
    `voice_enters_ms` from its start, or at its end if that is sooner, and a bed takes over from it. An
    outro with lines after it plays under the last words and comes up behind them.

    Args:
        steps: what is heard.
        voice_enters_ms: the first words, from the start of an intro.
        part: how the steps hang together with the rest of their chapter.
        bed: whether the chapter has a bed of its own, under all that is said; it gives way to an intro and an
            outro that play under words, and stands aside for music that stands alone.
    """
    track = _Track(part, voice_enters_ms)
    for index, step in enumerate(steps):
        if isinstance(step, Pause):
            track.pause(step.duration_ms)
        elif isinstance(step, Speech):
            track.say(step)
        else:
            track.play(step, _lines_before_music(steps[index + 1 :]))
    return track.closed(bed=bed)


def _lines_before_music(steps: Sequence[Step]) -> int:
    return sum(isinstance(step, Speech) for step in takewhile(lambda step: not isinstance(step, Play), steps))


class _Track:
    """A chapter while it is laid: `_now` is where the last thing heard ends, or hands over to a voice."""

    def __init__(self, part: Part, voice_enters_ms: DurationMs) -> None:
        self._part = part
        self._voice_enters_ms = voice_enters_ms
        self._now = 0 if part.continues else LEAD_MS
        self._last: Speech | Play | None = None
        self._asked_ms: DurationMs | None = 0 if part.continues else None
        self._speech: list[Span] = []
        self._music: list[Cued] = []
        self._under: list[tuple[Play, DurationMs, slice]] = []  # the music, its start, the lines over it

    def pause(self, duration_ms: DurationMs) -> None:
        self._asked_ms = (self._asked_ms or 0) + duration_ms

    def say(self, line: Speech) -> None:
        start_ms = self._now + self._gap_before(line)
        self._now = start_ms + line.duration_ms
        self._speech.append(Span(start_ms, self._now))
        self._last = line

    def play(self, piece: Play, lines: int) -> None:
        """An intro and an outro run on under the lines that follow; other music stands alone."""
        asked_ms = self._asked_ms
        start_ms = self._now + self._gap_before(piece)
        over = slice(len(self._speech), len(self._speech) + lines)
        if lines and piece.name == "intro":
            self._under.append((piece, start_ms, over))
            self._now = start_ms + min(self._voice_enters_ms, piece.duration_ms)
        elif lines and piece.name == "outro":
            self._under.append((piece, start_ms, over))
            self._asked_ms = asked_ms
            return  # the lines follow as if it were not there
        else:
            self._now = start_ms + piece.duration_ms
            self._music.append(Cued(piece.name, Span(start_ms, self._now)))
        self._last = piece

    def _gap_before(self, step: Speech | Play) -> DurationMs:
        asked_ms, self._asked_ms = self._asked_ms, None
        return _usual_ms(self._last, step) if asked_ms is None else asked_ms

    def closed(self, *, bed: bool) -> Layout:
        alone = [cued.span.start_ms for cued in self._music]
        for piece, start_ms, over in self._under:
            lines = self._speech[over]
            if piece.name == "intro":
                end_ms = lines[-1].end_ms
                next_ms = min((at for at in alone if at >= end_ms), default=end_ms + RELEASE_MS)
                self._music += _opening(piece, start_ms, lines, next_ms)
            else:
                self._music += _closing(piece, start_ms, lines)
        if bed and not self._under:
            self._music += _beds(self._speech, self._music)
        heard = (cued for cued in self._music if cued.span.duration_ms)
        music = sorted(heard, key=lambda cued: cued.span.start_ms)
        music_ends_ms = max((cued.span.end_ms + RELEASE_ROOM_MS for cued in music), default=0)
        end_ms = max(self._now + self._room_ms(), music_ends_ms)
        return Layout(tuple(self._speech), tuple(music), -(-end_ms // FRAME_MS) * FRAME_MS)

    def _room_ms(self) -> DurationMs:
        if self._part.next_role is not None:
            return max(self._gap_before(Speech(self._part.next_role, 0)), LEAD_MS)
        return max(ROOM_MS, self._asked_ms or 0)


def _usual_ms(last: Speech | Play | None, step: Speech | Play) -> DurationMs:
    """The pause between two things that are heard, if the script asks for none; `last` None: the start."""
    match last, step:
        case None, Speech():
            return OPENING_MS
        case None, Play():
            return 0
        case Speech(), Speech():
            return (SAME_ROLE_MS if last.role == step.role else TURN_MS)[last.ending]
        case Play("intro"), Speech():
            return 0
        case Speech(), Play():
            return BEFORE_MUSIC_MS
        case _:
            return AFTER_MUSIC_MS


def _opening(intro: Play, start_ms: DurationMs, lines: Sequence[Span], next_ms: DurationMs) -> list[Cued]:
    """The intro and the bed, let go after the last line that ends in time, gone when other music comes."""
    enters_ms = lines[0].start_ms
    limit_ms = enters_ms + OPENING_LIMIT_MS
    gone_ms = max((line.end_ms for line in lines if line.end_ms <= limit_ms), default=limit_ms) + RELEASE_MS
    gone_ms = min(gone_ms, next_ms)
    opening = [Cued("intro", Span(start_ms, min(start_ms + intro.duration_ms, gone_ms)))]
    return [*opening, Cued("bed", Span(enters_ms, gone_ms))] if intro.bed else opening


def _beds(speech: Sequence[Span], music: Sequence[Cued]) -> list[Cued]:
    """A chapter's own bed, under each stretch of lines without other music between."""
    beds: list[Cued] = []
    stops = sorted(cued.span.start_ms for cued in music)
    for line in speech:
        next_ms = next((at for at in stops if at >= line.end_ms), line.end_ms + RELEASE_MS)
        end_ms = min(line.end_ms + RELEASE_MS, next_ms)
        if beds and not any(beds[-1].span.start_ms < at < line.start_ms for at in stops):
            beds[-1] = Cued("under", Span(beds[-1].span.start_ms, end_ms))
        else:
            beds.append(Cued("under", Span(line.start_ms, end_ms)))
    return beds


def _closing(outro: Play, start_ms: DurationMs, lines: Sequence[Span]) -> list[Cued]:
    """The outro, from shortly before the last words end."""
    start_ms = max(start_ms, lines[-1].end_ms - OUTRO_UNDER_MS)
    return [Cued("outro", Span(start_ms, start_ms + outro.duration_ms))]
