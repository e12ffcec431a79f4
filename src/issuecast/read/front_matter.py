"""Front matter: what an issue says of itself above its text.

YAML between `---` lines (Jekyll, Hugo, Eleventy), TOML between `+++` lines (Hugo, Zola), and lines such as
`Title: …` or `Subject: …` (Pelican, and the head of a mail). It leaves blank lines, so that lines keep
their numbers.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from issuecast.errors import IssueError
from issuecast.read.dates import find_date

# A rule above plain text is no front matter: the first line that is told has to be a key.
_YAML = re.compile(
    r"---[ \t]*\n(?=(?:[ \t]*(?:#.*)?\n)*[\"']?\w[\w -]*[\"']?[ \t]*:(?:[ \t]|$))", re.MULTILINE
)
_YAML_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_TOML = re.compile(r"\+\+\+[ \t]*\n(?=(?:[ \t]*(?:#.*)?\n)*[\"']?\w[\w.-]*[\"']?[ \t]*=)")
_TOML_END = re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE)
_HEADER = re.compile(r"(?P<key>[A-Z][A-Za-z-]*):[ \t]+(?P<value>\S.*)")
_TELLING_HEADERS = {"title", "subject", "date"}
_NUMBER = re.compile(r"#?(\d{1,6})")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What is told, "" or None for what is not."""

    title: str = ""
    date: date | None = None
    author: str = ""
    number: int | None = None
    url: str = ""
    language: str = ""


def split_front_matter(text: str, path: Path) -> tuple[FrontMatter, str]:
    """What the front matter tells, and the text with blank lines in its place.

    Raises:
        IssueError: it is not well formed; names the line.
    """
    for opening, end, values_of in ((_YAML, _YAML_END, _yaml), (_TOML, _TOML_END, _toml)):
        if begun := opening.match(text):
            ended = end.search(text, begun.end())
            if not ended:
                fence = text[:3]
                raise IssueError(
                    f"{path}, line 1: the front matter is never closed", f"put a line {fence} below it"
                )
            return _told(values_of(text[begun.end() : ended.start()], path)), _blank(text, ended.end())
    headers = _headers(text)
    return _told(headers), _blank(text, text.find("\n\n") if headers else 0)


def _blank(text: str, end: int) -> str:
    """The text with everything before `end` gone, except its line ends."""
    return "\n" * text.count("\n", 0, end) + text[end:]


def _yaml(text: str, path: Path) -> Mapping[str, Any]:
    try:
        # BaseLoader takes every value as it is written: 012 is no octal number, and makes nothing but text.
        values = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        raise _broken(path, "YAML", mark.line + 2 if mark else 1) from error
    if not isinstance(values, dict):
        raise _broken(path, "YAML", 2)
    return values


def _toml(text: str, path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        line = re.search(r"at line (\d+)", str(error))
        raise _broken(path, "TOML", int(line[1]) + 1 if line else 1) from error


def _broken(path: Path, kind: str, line: int) -> IssueError:
    return IssueError(
        f"{path}, line {line}: the front matter is not valid {kind}", "correct it, or remove it"
    )


def _headers(text: str) -> dict[str, str]:
    """The `Key: value` lines that the text begins with, if they are all of its first paragraph and tell a
    title or a date; else none: "Warning: wet paint" is text.
    """
    lines = text.partition("\n\n")[0].split("\n")
    matches = [_HEADER.fullmatch(line) for line in lines]
    values = {match["key"].lower(): match["value"] for match in matches if match}
    return values if all(matches) and values.keys() & _TELLING_HEADERS else {}


def _told(values: Mapping[Any, Any]) -> FrontMatter:
    by_key = {str(key).lower(): value for key, value in values.items()}

    def first(*keys: str) -> str:
        return next((text for key in keys if (text := _text(by_key.get(key)))), "")

    url = first("url", "canonical_url", "canonical", "link")
    number = _NUMBER.fullmatch(first("number", "issue"))
    return FrontMatter(
        title=first("title", "subject"),
        date=find_date(first("date", "published")),
        author=re.sub(r"\s*<[^<>]*>", "", first("author", "authors", "from")),
        number=int(number[1]) if number else None,
        url=url if re.match(r"https?://\S+\Z", url) else "",
        language=first("language", "lang"),
    )


def _text(value: object) -> str:
    """A value on one line; lists are named one after the other, and a person by name."""
    match value:
        case list():
            return ", ".join(text for one in value if (text := _text(one)))
        case {"name": name}:
            return _text(name)
        case dict() | None:
            return ""
        case _:
            return " ".join(str(value).split())
