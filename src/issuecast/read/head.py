"""What an issue says of itself: front matter at its top, and title, date and number where that is silent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

import yaml

from issuecast.errors import IssueError
from issuecast.read.dates import find_date, without_date

_YAML = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_HEADERS = re.compile(r"\A(?:[A-Z][A-Za-z-]*:[ \t]+\S.*\n)+(?=\s*\n)")
_KEYS = {
    "title",
    "date",
    "author",
    "authors",
    "number",
    "issue",
    "url",
    "link",
    "canonical_url",
    "language",
    "lang",
}
_NUMBER = re.compile(r"(?:#|\bno\.?\s*|\bissue\s+|\bvol(?:ume|\.)?\s+)(\d{1,5})\b", re.IGNORECASE)
_LAST_NUMBER = re.compile(r"\s(\d{1,5})$")
_A_YEAR = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class Head:
    """The front matter of a file, the text below it, and how many lines it takes."""

    values: Mapping[str, object] = field(default_factory=dict)
    body: str = ""
    lines: int = 0

    def text(self, *keys: str) -> str:
        """The value of the first of these keys that is there, on one line; "" if none is."""
        for key in keys:
            value = self.values.get(key)
            if isinstance(value, list):
                value = ", ".join(str(one) for one in value if isinstance(one, str))
            if isinstance(value, str | int | float) and not isinstance(value, bool):
                return " ".join(str(value).split())
        return ""


def split_head(text: str, path: Path) -> Head:
    """Take the front matter off: YAML between `---` lines, or `Key: value` lines of which one is known.

    Raises:
        IssueError: the YAML is not well formed; names the line.
    """
    if match := _YAML.match(text):
        return Head(_mapping(match["yaml"], path), text[match.end() :], text.count("\n", 0, match.end()))
    if match := _HEADERS.match(text):
        pairs = (line.split(":", 1) for line in match[0].splitlines())
        values: dict[str, object] = {key.strip().lower(): value.strip() for key, value in pairs}
        if len(values) > 1 and values.keys() & _KEYS:
            return Head(values, text[match.end() :], text.count("\n", 0, match.end()))
    return Head(body=text)


def _mapping(text: str, path: Path) -> dict[str, object]:
    try:
        values = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f", line {mark.line + 2}" if mark else ""
        raise IssueError(
            f"{path}{place}: the front matter is not valid YAML", "correct it, or remove it"
        ) from error
    return {str(key).lower(): value for key, value in values.items()} if isinstance(values, dict) else {}


def date_of(head: Head, title: str, opening: str, path: Path) -> date | None:
    """The issue's date: front matter, title, the opening of its text, the file's name; else None."""
    value = head.values.get("date")
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return find_date(head.text("date")) or find_date(title) or find_date(opening) or find_date(path.stem)


def number_of(head: Head, title: str) -> int | None:
    """The issue's number: front matter, or a title such as "Tide Tables #12" or "Tide Weekly 504"."""
    told = head.text("number", "issue")
    if told.isdigit():
        return int(told)
    if match := _NUMBER.search(title):
        return int(match[1])
    match = _LAST_NUMBER.search(title)
    return int(match[1]) if match and int(match[1]) not in _A_YEAR else None


def title_of_file(path: Path) -> str:
    """A title from a file's name: "2026-01-12-the-quiet-grid.md" is "The quiet grid"."""
    words = re.sub(r"[-_\s]+", " ", without_date(path.stem)).strip()
    return words[:1].upper() + words[1:] or path.stem
