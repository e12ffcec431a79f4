"""The front matter of a script file: its values as YAML would have them, without the rest of YAML."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

_PLAIN = re.compile(r"[^\W\d_](?:(?!: | #).)*(?<!:)")
"""What YAML reads as the text that it is: begins with a letter, and holds neither a key nor a comment."""
_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})
"""Letters that YAML does not take for text."""
_QUOTED = re.compile(r'"((?:[^"\\]|\\["\\])*)"|\'((?:[^\']|\'\')*)\'')

_MADE_FROM = re.compile(r"[0-9a-f]{12} [0-9a-f]{12}")
_LONGEST_SHOWN = 40


@dataclass(slots=True)
class Head:
    """The front matter as far as it has been read."""

    title: str = ""
    date: date | None = None
    keys: set[str] = field(default_factory=set)

    def take(self, row: str, *, again: bool = False) -> tuple[str, str] | None:
        """Take a row; what is wrong with it and the way out, if something is. `again` allows a key twice."""
        key, colon, value = (part.strip() for part in row.partition(":"))
        if not row:
            return None
        if not colon or key not in {"title", "date", "made_from"}:
            return f"{shown(row)} stands in the front matter", "write title: or date: there"
        if key in self.keys and not again:
            return f"{key}: stands there twice", "take one out"
        self.keys.add(key)
        return self._set(key, unquoted(value))

    def _set(self, key: str, value: str) -> tuple[str, str] | None:
        if key == "title":
            self.title = flat(value)
        elif key == "date":
            try:
                self.date = date.fromisoformat(value)
            except ValueError:
                return f"{value!r} is no date", "write it as in date: 2025-12-23"
        elif not _MADE_FROM.fullmatch(value):
            return f"{shown(value)} is not what issuecast wrote there", "take the line made_from: out"
        return None


def head(title: str, day: date | None) -> list[str]:
    """The rows between the two fences."""
    return [f"title: {quoted(title)}".rstrip()] + ([f"date: {day}"] if day else [])


def quoted(text: str) -> str:
    """The text as a value: in double quotes where YAML would take it for something else."""
    if not text or (_PLAIN.fullmatch(text) and text.lower() not in _WORDS):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def unquoted(value: str) -> str:
    """The text of a value; what is not wholly in straight quotes is taken as it stands."""
    found = _QUOTED.fullmatch(value)
    if not found:
        return value
    double, single = found.groups()
    return re.sub(r"\\(.)", r"\1", double) if double is not None else single.replace("''", "'")


def flat(text: str) -> str:
    """The text on one line, with single spaces."""
    return " ".join(text.split())


def shown(row: str) -> str:
    """A row as it is quoted in a message."""
    return f'"{row if len(row) <= _LONGEST_SHOWN else row[:_LONGEST_SHOWN].rstrip() + "…"}"'
