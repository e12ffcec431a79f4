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

_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_SIGNS = {"tm": "™", "r": "®", "c": "©"}
_POWER = re.compile(r"[0-9n+−-]{1,6}")
_BASE = re.compile(r"(?:^|[^\w.])(?:\d[\d.,]*|[A-Za-zα-ωΑ-Ω]{1,3})\Z|\)\Z")


def raised(text: str, before: str) -> str | None:
    """Superscript as characters, behind these words: "10" and "6" are 10⁶, "4" and "th" 4th. None if it is
    the mark of a note, as in "the sea.1".
    """
    bare = text.strip()
    if _POWER.fullmatch(bare):
        return bare.translate(_RAISED) if _BASE.search(before[-20:]) else None
    return _SIGNS.get(bare.lower(), text)


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
