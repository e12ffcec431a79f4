"""Marks within lines of pasted text, which are seen and not heard."""

from __future__ import annotations

import re
from html import unescape

_EMPHASIS = re.compile(
    r"(?<![\w*_])(?P<mark>\*{1,3}|_{1,3})(?=[^\s*_])(?P<text>[^*_]{1,400})(?<=\S)(?P=mark)(?![\w*_])"
)
_CODE = re.compile(r"`{1,2}(?P<text>[^`]{1,400})`{1,2}")
_CALL_OUT = re.compile(r"(?<=[.!?\"”’)…])\s>\s(?=[^\W\d_])")
_TAG = re.compile(r"</?[a-z][^<>]*>|<!--.*?-->")
_LINK = re.compile(r"!?\[(?P<text>[^\[\]]{1,300})\]\([^\s()]*\)")


def without_marks(text: str) -> str:
    """The text without **bold**, *italic* and `code` marks."""
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub(r"\g<text>", text)
    return _CODE.sub(r"\g<text>", text) if "`" in text else text


def plain(text: str) -> str:
    """A title on one line, written with marks of Markdown or HTML, without them."""
    words = _LINK.sub(r"\g<text>", unescape(_TAG.sub("", text)))
    return " ".join(without_marks(words).split())


def split_call_outs(text: str) -> list[str]:
    """A text on one line, and what a ">" between two sentences sets apart: pasting left that of a box."""
    return _CALL_OUT.split(text)
