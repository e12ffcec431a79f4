"""Show notes as podcast apps show them: HTML of paragraphs, lists and links, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from issuecast.models import Episode
from issuecast.publish import times
from issuecast.publish.disclosure import disclosure
from issuecast.publish.plain import one_line, opening, public

LIMIT = 4000
"""Bytes that Apple Podcasts takes."""

_SUMMARY = 2000
_FEWEST_CHAPTERS = 3
_CHAPTER_TITLE = 39
"""Spotify makes chapters of three timestamps or more, with titles of less than 40 characters."""


def description(episode: Episode) -> str:
    """The summary and the disclosure, in at most `LIMIT` bytes."""
    return _paragraph(_summary(episode)) + _paragraph(disclosure(episode))


def full(episode: Episode, page: str) -> str:
    """Summary, chapters with their times, links, disclosure; the page has what exceeds `LIMIT` bytes."""
    head = _paragraph(_summary(episode))
    foot = _paragraph(disclosure(episode)) + f'<p><a href="{escape(page)}">Transcript and player</a></p>'
    room = LIMIT - len((head + foot).encode())
    for title, kind, entries in (("Chapters", "ul", _chapters(episode)), ("Links", "ol", _links(episode))):
        part = _list(title, kind, entries, room)
        head += part
        room -= len(part.encode())
    return head + foot


def _summary(episode: Episode) -> str:
    if episode.summary.strip():
        return opening(episode.summary, _SUMMARY)
    return opening(" · ".join(chapter.title for chapter in episode.timeline), _SUMMARY)


def _chapters(episode: Episode) -> Iterable[str]:
    if len(episode.timeline) < _FEWEST_CHAPTERS:
        return ()
    return (
        f"{times.stamp(chapter.start_ms)} {escape(one_line(chapter.title, _CHAPTER_TITLE), quote=False)}"
        for chapter in episode.timeline
    )


def _links(episode: Episode) -> Iterable[str]:
    return (
        f'<a href="{escape(one_line(link.url, limit=LIMIT))}">{escape(one_line(link.text), quote=False)}</a>'
        for link in public(episode.links)
    )


def _list(title: str, kind: str, entries: Iterable[str], room: int) -> str:
    """A titled list with the first entries, as many as fit in `room` bytes; links are numbered as spoken."""
    whole = ""
    items = f"<p>{title}</p><{kind}>"
    for entry in entries:
        items += f"<li>{entry}</li>"
        if len(items.encode()) + len(f"</{kind}>") > room:
            break
        whole = f"{items}</{kind}>"
    return whole


def _paragraph(text: str) -> str:
    return f"<p>{escape(text, quote=False)}</p>" if text else ""
