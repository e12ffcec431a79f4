"""lexicon.toml → entries, each checked; what is wrong is told by line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from issuecast.errors import SettingsError, did_you_mean
from issuecast.write.lexicon import ipa
from issuecast.write.lexicon.entry import Entry, as_word, lettered, respelled

TABLE = "names"
WAYS = ("say", "letters", "word", "ipa")
_KEYS = (*WAYS, "case", "role")
_WAY_OUT = "correct it; a name with spaces, dots or accents stands in quotation marks"
_KEY = re.compile(rf"""\s*(?:\[\s*(?:{TABLE}\s*\.\s*)?)?("(?:[^"\\]|\\.)*"|'[^']*'|[^\s=\[\]"'#]+)\s*[=\]]""")
_SAYABLE = re.compile(r"(?:[^\W\d_]|[ \-'’.,\u0300-\u036f])+")


def read_entries(file: Path) -> tuple[Entry, ...]:
    """The entries of a file in their order.

    Raises:
        SettingsError: the file cannot be read, or some entries are bad: all of them are named.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file} cannot be read ({error})", "make it a readable file in UTF-8") from error
    return parse(text, file)


def parse(text: str, file: Path) -> tuple[Entry, ...]:
    """The entries of a file's text; see `read_entries`."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{file} is not valid TOML ({error})", _WAY_OUT) from error
    lines = _lines(text)
    problems = [
        f"line {lines.get(key, 0)}: there is no table {key!r}{did_you_mean(key, (TABLE,))}"
        for key in content
        if key != TABLE
    ]
    table = content.get(TABLE, {})
    if not isinstance(table, dict):
        problems.append(f"line {lines.get(TABLE, 0)}: [{TABLE}] must be a table")
        table = {}
    entries: dict[str, list[Entry]] = {}
    for name, value in table.items():
        line, alike = lines.get(name, 0), entries.setdefault(name.lower(), [])
        found = [*_problems(name, value), *_twin(alike, value)]
        problems += [f"line {line}, {name}: {problem}" for problem in found]
        if not found:
            alike.append(_entry(name, value, line))
    if problems:
        raise SettingsError(f"{file}: {'; '.join(problems)}", "correct it, or take the entry out")
    return tuple(sorted(chain.from_iterable(entries.values()), key=lambda entry: entry.line))


def _lines(text: str) -> Mapping[str, int]:
    """The line, from 1, on which each key first stands."""
    lines: dict[str, int] = {}
    for number, row in enumerate(text.splitlines(), 1):
        if found := _KEY.match(row):
            key = found[1]
            if key[0] == '"' and "\\" in key:
                key = str(tomllib.loads(f"key = {key}")["key"])
            lines.setdefault(key.strip("\"'"), number)
    return lines


def _twin(alike: Iterable[Entry], value: object) -> Iterator[str]:
    """Names that differ in capitals only are told apart if both are matched exactly."""
    exact = isinstance(value, dict) and value.get("case") is True
    for twin in alike:
        if not (exact and twin.case):
            yield f"it is on line {twin.line} too, as {twin.name}; add case = true to both"


def _problems(name: str, value: object) -> Iterator[str]:
    if not name[:1].isalnum():
        yield "a name begins with a letter or a digit"
    if isinstance(value, str):
        value = {"say": value}
    if not isinstance(value, dict):
        yield 'an entry is a respelling, such as "SHAOW-mee", or a table, such as { letters = true }'
        return
    for key in value:
        if key not in _KEYS:
            yield f"there is no {key!r}{did_you_mean(key, _KEYS)}; an entry has {', '.join(_KEYS)}"
    ways = [way for way in WAYS if way in value]
    if len(ways) != 1 and set(ways) != {"say", "ipa"}:
        told = f"not {' and '.join(ways)}" if ways else "this has none"
        yield f"an entry has one of {', '.join(WAYS)} (or ipa with say), {told}"
    for way in ways:
        yield from _bad_way(way, value[way], name)
    yield from _bad_conditions(value)


def _bad_way(way: str, value: object, name: str) -> Iterator[str]:
    if way in {"letters", "word"}:
        if value is not True:
            yield f"{way} can only be true"
        elif way == "letters" and not lettered(name):
            yield "there is no letter to spell"
        elif way == "word" and not _SAYABLE.fullmatch(name):
            yield "a name with digits or signs is no word; give it a say"
    elif not isinstance(value, str) or not value.strip():
        yield f"{way} must be words in quotation marks"
    elif way == "say" and not (_SAYABLE.fullmatch(value) and any(map(str.isalpha, value))):
        yield f"say can only have letters, spaces, hyphens and apostrophes, not {value!r}"
    elif way == "ipa" and (odd := ipa.unknown(value)):
        yield f"espeak has no sound for {', '.join(odd)} of the ipa {value!r}"


def _bad_conditions(value: Mapping[str, Any]) -> Iterator[str]:
    if not isinstance(value.get("case", False), bool):
        yield "case can only be true or false"
    roles = value.get("role", [])
    if not (
        isinstance(roles, str) or (isinstance(roles, list) and all(isinstance(role, str) for role in roles))
    ):
        yield 'role must be a role such as "HOST", or a list of them'


def _entry(name: str, value: Any, line: int) -> Entry:
    """An entry that has no problems."""
    given: Mapping[str, Any] = {"say": value} if isinstance(value, str) else value
    roles: str | list[str] = given.get("role", [])
    if "say" in given:
        said = respelled(given["say"])
    elif "letters" in given:
        said = lettered(name)
    else:
        said = as_word(name)
    return Entry(
        name,
        said,
        given.get("ipa", ""),
        case=given.get("case", False),
        roles=frozenset([roles] if isinstance(roles, str) else roles),
        line=line,
    )
