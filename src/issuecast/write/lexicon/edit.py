"""An entry put into lexicon.toml by a command: comments and order stay."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

from issuecast.errors import SettingsError
from issuecast.write.lexicon import FILE_NAME
from issuecast.write.lexicon.file import TABLE, parse

_NEW = f"# How this show says names; issuecast's own lexicon.toml has more.\n\n[{TABLE}]\n"
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_TABLE = re.compile(rf"^[ \t]*\[\s*{TABLE}\s*\][ \t]*(?:#.*)?$", re.MULTILINE)
_NEXT_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)
_STRING = r"""(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_VALUE = rf"""\s*=\s*(?:{_STRING}|\{{(?:{_STRING}|[^}}"'\n])*\}}|[^\s#]+)"""


def add_entry(folder: Path, name: str, value: Mapping[str, str | bool]) -> Path:
    """Write how a name is said into the lexicon of a show, which is made if there is none.

    A name that is there already gets the new value in its place.

    Args:
        folder: the show's.
        name: as it is written in issues.
        value: the entry's keys, such as {"say": "cube control"}.

    Returns:
        The file.

    Raises:
        SettingsError: the file is bad, or the entry would make it so; the file is then as it was.
    """
    file = folder / FILE_NAME
    try:
        text = file.read_text(encoding="utf-8") if file.exists() else _NEW
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file} cannot be read ({error})", "make it a readable file in UTF-8") from error
    parse(text, file)
    changed = _with(text, name, _row(name, value))
    parse(changed, file)
    _write(file, changed)
    return file


def _row(name: str, value: Mapping[str, str | bool]) -> str:
    key = name if _BARE.fullmatch(name) else _quoted(name)
    if set(value) == {"say"}:
        return f"{key} = {_toml(value['say'])}"
    return f"{key} = {{ {', '.join(f'{way} = {_toml(given)}' for way, given in value.items())} }}"


def _toml(value: str | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else _quoted(value)


def _quoted(text: str) -> str:
    plain = text.replace("\\", r"\\").replace('"', r"\"")
    signs = [sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in plain]
    return f'"{"".join(signs)}"'


def _with(text: str, name: str, row: str) -> str:
    """The text with the row in the place of the name's, or after the last entry of the table."""
    written = rf"(?:{re.escape(name)}|{re.escape(_quoted(name))}|{re.escape(repr(name))})"
    if there := re.search(rf"^(?P<indent>[ \t]*){written}{_VALUE}", text, re.MULTILINE):
        return text[: there.end("indent")] + row + text[there.end() :]
    table = _TABLE.search(text)
    if table is None:
        return f"{text.rstrip()}\n\n[{TABLE}]\n{row}\n".lstrip()
    following = _NEXT_TABLE.search(text, table.end())
    end = following.start() if following else len(text)
    entries = text[:end].rstrip()
    return f"{entries}\n{row}\n{text[len(entries) :].removeprefix(chr(10))}"


def _write(file: Path, text: str) -> None:
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        beside.write_text(text, encoding="utf-8")
        beside.replace(file)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise SettingsError(
            f"{file} cannot be written ({error.strerror})", "make the folder writable"
        ) from error
