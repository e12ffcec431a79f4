"""Rows of signs without a space that are too long to be text: dumps, base64, long addresses; and Chinese, which has no spaces."""

from __future__ import annotations

import re
import unicodedata

from issuecast.write.spoken import web, words
from issuecast.write.spoken.rules import SILENT, Reading, lazy

_LONGEST = 160
_OPENING = lazy(r"[^\w\s]{1,3}+(?=\w)")
_CLAUSE = lazy(r"[^。！？；，、]{1,4000}[。！？；，、]*+|[。！？；，、]++")
_UNSPOKEN = lazy(r"[^\w'’。！？；，、]+|_+")
_NUMERAL = lazy(r"[\d]|[^\W\d_a-zA-Z]")
_APART = lazy(r"(?<!\w)['’]+|['’]+(?!\w)")


def read(text: str, at: int, end: int) -> Reading | None:
    """What is said for a row that ends at `end`, if it is too long: its host if it is an address, else letters and digits."""
    if end - at <= _LONGEST or _OPENING.match(text, at):
        return None
    for rule in web.LONG:
        if reading := rule.read(text, at):
            return reading
    clause = _CLAUSE.match(text, at, end)
    row = clause[0] if clause else text[at:end]
    return at + len(row), _spelled(row)


def _spelled(row: str) -> str:
    said = _UNSPOKEN.sub(" ", row)
    if not said.isalpha():
        said = _NUMERAL.sub(_numeral, said)
    return " ".join(_APART.sub(" ", said).split()) or SILENT


def _numeral(found: re.Match[str]) -> str:
    sign = found[0]
    if sign.isdecimal():
        return f" {words.DIGITS[int(sign)]} "
    return sign if unicodedata.category(sign)[0] == "L" else " "
