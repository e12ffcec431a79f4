"""Show notes as podcast apps show them: HTML of paragraphs, lists and links, and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from html import escape

from issuecast.models import Episode, Link
from issuecast.publish import times
from issuecast.publish.chapters import listed
from issuecast.publish.disclosure import disclosure
from issuecast.publish.plain import is_public, one_line, opening
from issuecast.publish.sanitized import sanitized

LIMIT = 4000
"""Bytes that Apple Podcasts takes."""

_SUMMARY = 2000
_FEWEST_CHAPTERS = 3
_CHAPTER_TITLE = 39
"""Spotify makes chapters of three timestamps or more, with titles of less than 40 characters."""


def summary(episode: Episode) -> str:
    """What the episode is about, as plain text on one line, whole sentences of at most 2000 bytes."""
    if episode.summary.strip():
        return opening(episode.summary, _SUMMARY)
    return opening(" · ".join(chapter.title for chapter in episode.timeline), _SUMMARY)


def description(episode: Episode) -> str:
    """The summary and the disclosure, in at most `LIMIT` bytes."""
    return _paragraph(summary(episode)) + _paragraph(disclosure(episode))


def full(episode: Episode, page: str) -> str:
    """Summary, chapters with their times, links, disclosure; the page has what exceeds `LIMIT` bytes."""
    chapters = timestamps(episode)
    head, foot = _paragraph(summary(episode)), _paragraph(disclosure(episode))
    room = LIMIT - len((head + foot + _more(page, is_cut=True)).encode())
    listing = _lines(chapters, room)
    numbered = _list(episode.links, room - len(listing.encode()))
    is_cut = bool(chapters) > bool(listing) or numbered.count("<li>") < len(episode.links)
    return head + listing + numbered + foot + _more(page, is_cut=is_cut)


def timestamps(episode: Episode) -> Sequence[str]:
    """`00:00 Title` for each chapter, ascending, as Apple and Spotify find them; () for less than three.

    Of chapters that start in one second the first is listed, since these need times of their own. Titles that
    the cut would make the same keep their ends, which tell them apart.
    """
    at: dict[str, str] = {}
    for chapter in listed(episode.timeline):
        at.setdefault(times.stamp(chapter.start_ms), chapter.title or "–")
    short = Counter(one_line(title, _CHAPTER_TITLE) for title in set(at.values()))
    found = [f"{stamp} {_short(title, short)}" for stamp, title in at.items()]
    return found if len(found) >= _FEWEST_CHAPTERS and found[0].startswith("00:00 ") else ()


def _short(title: str, cut: Mapping[str, int]) -> str:
    """The title, cut at its end, or in its middle if another one is cut to the same."""
    first = one_line(title, _CHAPTER_TITLE)
    if cut[first] == 1:
        return first
    last = title[-(_CHAPTER_TITLE // 2) :]
    end = last.partition(" ")[2] or last
    return f"{title[: _CHAPTER_TITLE - len(end) - 1].rstrip()}…{end}"


def _lines(chapters: Iterable[str], room: int) -> str:
    """Each in a paragraph of its own, which is a line in every app; all or none fit in `room` bytes."""
    whole = "".join(map(_paragraph, ("Chapters", *chapters))) if chapters else ""
    return whole if len(whole.encode()) <= room else ""


def _link(text: str, url: str) -> str:
    """A link by its words, or the words alone where a public page may not lead: its number is spoken."""
    words = escape(one_line(text) or one_line(url), quote=False)
    return f'<a href="{escape(url)}">{words}</a>' if is_public(url) else words


def _list(links: Iterable[Link], room: int) -> str:
    """A numbered list with the first links, as many as fit in `room` bytes; the numbers are those spoken."""
    title, end = "<p>Links</p><ol>", "</ol>"
    room -= len(title + end)
    items = ""
    for link in links:
        item = sanitized(f"<li>{_link(link.text, link.url)}</li>")
        room -= len(item.encode())
        if room < 0:
            break
        items += item
    return f"{title}{items}{end}" if items else ""


def _more(page: str, *, is_cut: bool) -> str:
    words = "The rest of these notes, transcript and player" if is_cut else "Transcript and player"
    return sanitized(f'<p><a href="{escape(page)}">{words}</a></p>')


def _paragraph(text: str) -> str:
    return sanitized(f"<p>{escape(text, quote=False)}</p>") if text else ""
