"""The transcript in every format that apps take: what was written, when it is heard, who says it.

Sources: https://www.w3.org/TR/webvtt1/, Apple Podcasts for Creators, and
https://github.com/Podcastindex-org/podcast-namespace/blob/main/transcripts/transcripts.md
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from html import escape

from issuecast.models import DurationMs, Episode
from issuecast.publish import times, transcript_page
from issuecast.publish.addresses import TRANSCRIPT, TRANSCRIPT_JSON, TRANSCRIPT_PAGE, TRANSCRIPT_SRT
from issuecast.publish.transcript_breaks import Breaks
from issuecast.publish.transcript_cues import Cue, cues
from issuecast.publish.transcript_speakers import speaker
from issuecast.publish.transcript_words import Piece, Turn, pieces, turns
from issuecast.show import Show

_ROW, _SRT_ROW = 65, 32
"""Characters in one row, as Apple Podcasts has it for WebVTT, and the namespace for SubRip."""

_SRT_NAME = 24


def transcripts(show: Show, episode: Episode) -> Mapping[str, bytes]:
    """The files of `addresses.TRANSCRIPTS` with their content."""
    return {
        TRANSCRIPT: webvtt(show, episode).encode(),
        TRANSCRIPT_SRT: subrip(show, episode).encode(),
        TRANSCRIPT_JSON: to_json(show, episode).encode(),
        TRANSCRIPT_PAGE: transcript_page.html(show, episode).encode(),
    }


def webvtt(show: Show, episode: Episode) -> str:
    """Cues of one or two rows, each with its speaker."""
    made = (
        f"{times.exact(cue.start_ms)} --> {times.exact(cue.end_ms)}\n"
        f"<v {escape(speaker(show, turn.role), quote=False)}>{escape(_text(cue), quote=False)}\n"
        for turn, cue in _captions(show, episode)
    )
    return "\n".join(("WEBVTT\n", *made))


def subrip(show: Show, episode: Episode) -> str:
    """Cues of one or two short rows; the first of a turn names who speaks, if that is somebody else."""
    breaks, speaking, made = Breaks(show.language), "", list[str]()
    for turn in turns(episode):
        name = speaker(show, turn.role, _SRT_NAME)
        prefix, speaking = "" if name == speaking else f"{name}:", name
        for cue in cues(pieces(turn, breaks, _SRT_ROW, prefix), _SRT_ROW):
            shown = f"{times.exact(cue.start_ms)} --> {times.exact(cue.end_ms)}".replace(".", ",")
            made.append(f"{len(made) + 1}\n{shown}\n{_text(cue)}\n")
    return "\n".join(made)


def to_json(show: Show, episode: Episode) -> str:
    """The namespace's JSON 1.0.0, a caption in a segment, and in `words` when each of its words is heard."""
    rows = (json.dumps(segment, ensure_ascii=False) for segment in _segments(show, episode))
    return '{"version": "1.0.0", "segments": [\n' + ",\n".join(rows) + "\n]}\n"


def _segments(show: Show, episode: Episode) -> Iterator[Mapping[str, object]]:
    for turn, cue in _captions(show, episode):
        yield {
            "speaker": speaker(show, turn.role),
            **_timed(cue.start_ms, cue.end_ms, " ".join(cue.rows)),
            "words": [_timed(*word) for word in _words(cue.pieces)],
        }


def _timed(start_ms: DurationMs, end_ms: DurationMs, body: str) -> Mapping[str, object]:
    return {"startTime": start_ms / 1000, "endTime": end_ms / 1000, "body": body}


def _words(shown: Sequence[Piece]) -> Iterator[tuple[DurationMs, DurationMs, str]]:
    """Pieces that stand together are one word again, if they are on one caption."""
    word, start_ms = "", 0
    for piece in shown:
        start_ms, word = start_ms if word else piece.start_ms, word + piece.text
        if piece.spaced or piece is shown[-1]:
            yield start_ms, piece.heard_ms, word
            word = ""


def _captions(show: Show, episode: Episode) -> tuple[tuple[Turn, Cue], ...]:
    return _captioned(show.language, tuple(turns(episode)))


@lru_cache(maxsize=1)
def _captioned(language: str, said: tuple[Turn, ...]) -> tuple[tuple[Turn, Cue], ...]:
    """WebVTT and JSON have the same."""
    breaks = Breaks(language)
    return tuple((turn, cue) for turn in said for cue in cues(pieces(turn, breaks, _ROW), _ROW))


def _text(cue: Cue) -> str:
    return "\n".join(cue.rows)
