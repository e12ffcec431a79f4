"""Marks within lines of pasted text, which are seen and not heard."""

from __future__ import annotations

import re

_EMPHASIS = re.compile(
    r"(?<![\w*_])(?P<mark>\*{1,3}|_{1,3})(?=[^\s*_])(?P<text>[^*_]{1,400})(?<=\S)(?P=mark)(?![\w*_])"
)
_CODE = re.compile(r"`{1,2}(?P<text>[^`]{1,400})`{1,2}")
_CALL_OUT = re.compile(r"(?<=[.!?\"”’)…])\s>\s(?=[^\W\d_])")


def without_marks(text: str) -> str:
    """The text without **bold**, *italic* and `code` marks."""
    for form in (_EMPHASIS, _CODE):
        text = form.sub(r"\g<text>", text)
    return text


def split_call_outs(text: str) -> list[str]:
    """A text on one line, and what a ">" between two sentences sets apart: pasting left that of a box."""
    return _CALL_OUT.split(text)
