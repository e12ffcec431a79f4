"""What an issue is called: its title, date and number, wherever it tells them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from itertools import islice
from pathlib import Path

from issuecast.models import Issue, LeftOut, Paragraph
from issuecast.read.datelines import split_datelines
from issuecast.read.dates import date_in_name, find_date, own_date, without_date_in_name
from issuecast.read.front_matter import FrontMatter
from issuecast.read.outline import Flow, sections
from issuecast.read.paywall import split_wall
from issuecast.read.reading_times import split_reading_times, without_reading_time
from issuecast.read.residue import split_footers
from issuecast.read.source import Source

_NUMBERED = re.compile(
    r"\b(?:issue|edition|episode|no\.|vol(?:ume|\.)?)\s*(?:no\.?\s*|number\s+)?#?\s?(\d{1,5})\b",
    re.IGNORECASE,
)
_HASH = re.compile(r"(?<!\w)#(\d{1,5})\b")
_LAST_NUMBER = re.compile(r"[^\W\d_][\s_-]+(\d{1,5})\Z")
_YEARS = range(1900, 2100)
_OPENING_PARAGRAPHS = 3
_OPENING_CHARACTERS = 1000
_DATELINE_WORDS = 12


def issue_of(  # noqa: PLR0913  what a reader finds
    front: FrontMatter,
    source: Source,
    flow: Flow,
    *,
    title: str = "",
    author: str = "",
    left_out: Iterable[LeftOut] = (),
) -> Issue:
    """The issue of this flow; front matter wins over `title` and `author`, which its text tells.

    `left_out` is what the reader took out of the source's text.
    """
    flow, footers = split_footers(flow)
    flow, times = split_reading_times(flow)
    flow, walled = split_wall(flow, (*source.left_out, *(left_out := tuple(left_out))))
    title, path, own = front.title or without_reading_time(title)[0], source.path, split_datelines(flow)
    paragraphs = (one.text[:_OPENING_CHARACTERS] for one in flow if isinstance(one, Paragraph))
    opening = list(islice(paragraphs, _OPENING_PARAGRAPHS))
    account = (*front.left_out, *source.left_out, *left_out, *own.left_out, *walled, *footers, *times)
    return Issue(
        title=title or title_of_file(path),
        sections=sections(own.flow),
        date=front.date or _date(title, opening, path),
        author=front.author or author or own.author,
        number=front.number if front.number is not None else _number(title, front.title, opening, path),
        url=front.url,
        language=front.language,
        kind=front.kind,
        season=front.season,
        place=source.place,
        is_titled=bool(title),
        left_out=tuple(sorted(account, key=lambda one: one.line)),
    )


def title_of_file(path: Path) -> str:
    """A title from a file's name: "2026-01-12-the-quiet-grid.md" is "The quiet grid"."""
    words = re.sub(r"[-_\s]+", " ", without_date_in_name(path.stem)).strip()
    if not any(c.isalpha() for c in words) and (day := date_in_name(path.stem)):
        return f"{day:%B} {day.day}, {day.year}"
    return words[:1].upper() + words[1:] or path.stem


def _date(title: str, opening: list[str], path: Path) -> date | None:
    """The issue's date: in its title, in the opening of its text, in the file's name; else None."""
    told = (own_date(text) for text in opening)
    return (
        find_date(title[:_OPENING_CHARACTERS])
        or next((day for day in told if day), None)
        or date_in_name(path.stem)
    )


def _number(title: str, told_title: str, opening: list[str], path: Path) -> int | None:
    """The issue's number: "Tide Tables #12", "Tide Weekly 504" if that is its told title or its file's name,
    or a short line such as "Issue 12, May 2026" in its opening.
    """
    short = (text for text in opening if len(text.split()) <= _DATELINE_WORDS)
    matches = [_NUMBERED.search(title), _HASH.search(title), *map(_NUMBERED.search, short)]
    if not date_in_name(path.stem):
        matches += [_NUMBERED.search(re.sub(r"[-_]", " ", path.stem)), _LAST_NUMBER.search(path.stem)]
    last = _LAST_NUMBER.search(told_title)
    numbers = [int(match[1]) for match in (*matches[:2], last, *matches[2:]) if match]
    return next((number for number in numbers if number not in _YEARS), None)
