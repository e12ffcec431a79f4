"""The transcript as HTML, in the elements that the Podcasting 2.0 namespace names, and as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from issuecast.models import Episode, TimedLine
from issuecast.publish import times
from issuecast.publish.plain import one_line
from issuecast.publish.transcript_speakers import speaker
from issuecast.show import Show


def html(show: Show, episode: Episode) -> str:
    """A whole document: a heading for each chapter, and each line after who says it, and when."""
    title = _text(episode.title)
    return (
        f'<!doctype html>\n<html lang="{show.language}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n</head>\n"
        f'<body>\n<h1 dir="auto">{title}</h1>\n{"".join(_chapters(show, episode))}</body>\n</html>\n'
    )


def text(show: Show, episode: Episode) -> str:
    """The same as plain text: chapters between empty lines, each line after who says it."""
    chapters = (
        "\n".join(
            (
                one_line(chapter.title),
                *(f"{speaker(show, line.role)}: {_whole(line)}" for line in chapter.lines if _whole(line)),
            )
        )
        for chapter in episode.timeline
    )
    return "\n\n".join(chapters)


def _whole(line: TimedLine) -> str:
    return one_line(line.text, len(line.text) + 1)


def _chapters(show: Show, episode: Episode) -> Iterator[str]:
    for chapter in episode.timeline:
        lines = [line for line in chapter.lines if _whole(line)]
        if lines:
            yield f'<h2 dir="auto">{_text(chapter.title) or "–"}</h2>\n'
            yield from (_line(show, line) for line in lines)


def _line(show: Show, line: TimedLine) -> str:
    seconds = times.fragment(line.start_ms)
    return (
        f"<cite>{_text(speaker(show, line.role))}:</cite>\n"
        f'<time datetime="PT{seconds}S">{times.clock(line.start_ms)}</time>\n'
        f'<p dir="auto">{escape(_whole(line), quote=False)}</p>\n'
    )


def _text(value: str) -> str:
    return escape(one_line(value), quote=False)
