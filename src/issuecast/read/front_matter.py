"""Front matter: what an issue says of itself above its text.

YAML between `---` lines (Jekyll, Hugo, Astro, Eleventy), TOML between `+++` lines (Hugo, Zola), and lines
such as `Title: …` or `Subject: …` (Pelican, MultiMarkdown, and the head of a mail). It leaves blank lines, so
that lines keep their numbers.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from issuecast.errors import IssueError
from issuecast.models import EpisodeKind, LeftOut, Reason
from issuecast.read.dates import find_date
from issuecast.read.inline import plain

# A rule above plain text is no front matter: the first line that is told has to be a key.
_YAML = re.compile(
    r"---[ \t]*\n(?=(?:[ \t]*(?:#.*)?\n)*[\"']?\w[\w -]*[\"']?[ \t]*:(?:[ \t]|$))", re.MULTILINE
)
_YAML_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_TOML = re.compile(r"\+\+\+[ \t]*\n(?=(?:[ \t]*(?:#.*)?\n)*[\"']?\w[\w.-]*[\"']?[ \t]*=)")
_TOML_END = re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE)
_HEADER = re.compile(r"(?P<key>[A-Za-z][\w -]{0,30}):(?P<value>[ \t].*)?|[ \t]+(?P<more>\S.*)")
_TELLING_HEADERS = {"title", "subject", "date"}
_DATES = ("date", "pubdate", "pub_date", "publishdate", "publish_date", "published", "published_at",
          "published_date", "publicationdate", "datepublished")  # fmt: skip
_NO_DATE = re.compile(r"(?:git )?(?:last modified|created)|false|none|null|~", re.IGNORECASE)  # Eleventy's
_LONGEST = 50_000
_MOST_AUTHORS = 20
_NUMBER = re.compile(r"(?:[A-Za-z]+\.? ?)?#?(\d{1,6})")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What is told, "" or None for what is not; `left_out` accounts for the whole of it."""

    title: str = ""
    date: date | None = None
    author: str = ""
    number: int | None = None
    url: str = ""
    language: str = ""
    kind: EpisodeKind = EpisodeKind.FULL
    season: int | None = None
    left_out: tuple[LeftOut, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where front matter stands: its text, and the line of the file that it begins at."""

    path: Path
    text: str
    line: int

    def wrong(self, line: int, what: str, way_out: str) -> IssueError:
        return IssueError(f"{self.path}, line {line}: {what}", way_out)

    def broken(self, kind: str, line: int) -> IssueError:
        return self.wrong(line, f"the front matter is not valid {kind}", "correct it, or remove it")

    def line_of(self, key: str) -> int:
        """The line that tells the value of a key, in any case."""
        found = re.search(
            rf"^[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*[:=]", self.text, re.MULTILINE | re.IGNORECASE
        )
        return self.line + (self.text.count("\n", 0, found.start()) if found else 0)


def split_front_matter(text: str, path: Path) -> tuple[FrontMatter, str]:
    """What the front matter tells, and the text with blank lines in its place.

    Raises:
        IssueError: it is not well formed, or its date is none; names the line.
    """
    for opening, end, values_of in ((_YAML, _YAML_END, _yaml), (_TOML, _TOML_END, _toml)):
        if begun := opening.match(text):
            ended = end.search(text, begun.end())
            place = _Place(path, text[begun.end() : ended.start() if ended else None], 2)
            if not ended:
                raise place.wrong(1, "the front matter is never closed", f"put a line {text[:3]} below it")
            if len(place.text) > _LONGEST:
                raise place.wrong(1, "the front matter is longer than 50 kB", "take out what is no key")
            return _told(values_of(place), place), _blank(text, ended.end())
    end_of_headers = text.find("\n\n")
    place = _Place(path, text[:end_of_headers] if end_of_headers >= 0 else text, 1)
    headers = _headers(place)
    return (_told(headers, place), _blank(text, end_of_headers)) if headers else (FrontMatter(), text)


def _blank(text: str, end: int) -> str:
    """The text with everything before `end` gone, except its line ends."""
    return "\n" * text.count("\n", 0, end) + text[end:]


def _yaml(place: _Place) -> Mapping[str, Any]:
    try:
        # BaseLoader takes every value as it is written: 012 is no octal number, and makes nothing but text.
        values = yaml.load(place.text, Loader=yaml.BaseLoader)  # noqa: S506
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        raise place.broken("YAML", mark.line + place.line if mark else 1) from error
    if not isinstance(values, dict):
        raise place.broken("YAML", place.line)
    return values


def _toml(place: _Place) -> Mapping[str, Any]:
    try:
        return tomllib.loads(place.text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        line = re.search(r"at line (\d+)", str(error))
        raise place.broken("TOML", int(line[1]) + 1 if line else 1) from error


def _headers(place: _Place) -> dict[str, str]:
    """The `Key: value` lines that the text begins with, if they are all of its first paragraph and tell a
    title or a date; else none: "Warning: wet paint" is text, and so is "Date: on a Friday".
    """
    values: dict[str, str] = {}
    key = ""
    for line in place.text.split("\n"):
        match = _HEADER.fullmatch(line)
        if not match or (match["more"] and not key):
            return {}
        key = match["key"].lower() if match["key"] else key
        values[key] = f"{values.get(key, '')} {match['more'] or match['value'] or ''}".strip()
    told = {key for key in _TELLING_HEADERS & values.keys() if values[key]}
    return values if told - {"date"} or (told and find_date(values["date"])) else {}


def _told(values: Mapping[Any, Any], place: _Place) -> FrontMatter:
    by_key = {str(key).lower(): value for key, value in values.items()}

    def first(*keys: str) -> str:
        return next((text for key in keys if (text := _text(by_key.get(key)))), "")

    url = first("canonicalurl", "canonical_url", "canonical", "url", "permalink", "link")
    number = _NUMBER.fullmatch(first("number", "issue", "edition", "issue_number", "issuenumber", "episode"))
    season = _NUMBER.fullmatch(first("season"))
    account = " ".join(place.text.split())
    last = place.line + place.text.rstrip("\n").count("\n")
    return FrontMatter(
        title=plain(first("title", "subject")),
        date=_date(by_key, place),
        author=re.sub(r"\s*<[^<>]*>", "", first("author", "authors", "from", "byline")),
        number=int(number[1]) if number else None,
        url=url if re.match(r"https?://\S+\Z", url) else "",
        language=first("language", "lang", "locale"),
        kind=_kind(first("episode_type", "episodetype", "type")),
        season=int(season[1]) if season else None,
        left_out=(LeftOut(account, Reason.NAMING, place.line, last if last > place.line else 0),),
    )


def _kind(told: str) -> EpisodeKind:
    """What the episode is to be; other programs say under the same key what layout a page has."""
    return EpisodeKind(told.lower()) if told.lower() in set(EpisodeKind) else EpisodeKind.FULL


def _date(by_key: Mapping[str, Any], place: _Place) -> date | None:
    for key in _DATES:
        told = _text(by_key.get(key))
        if told and not _NO_DATE.fullmatch(told):
            if day := find_date(told):
                return day
            raise place.wrong(
                place.line_of(key), f"the date {told!r} is not understood", "write it as in date: 2026-01-12"
            )
    return None


def _text(value: object, levels: int = 2) -> str:
    """A value on one line; lists are named one after the other, and a person by name.

    No deeper than so many levels: YAML's aliases may nest without an end.
    """
    match value:
        case list() if levels:
            return ", ".join(text for one in value[:_MOST_AUTHORS] if (text := _text(one, levels - 1)))
        case {"name": name}:
            return _text(name, levels - 1) if levels else ""
        case list() | dict() | None:
            return ""
        case _:
            # YAML can say half a character, which no file can hold; two halves are one.
            halves = str(value).encode("utf-16", "surrogatepass")
            return " ".join(halves.decode("utf-16", "replace").split())
