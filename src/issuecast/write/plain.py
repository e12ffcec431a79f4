"""The issue's text without what only the eye needs: emoji, bullets, rules, marks of e-mail quotes, URLs."""

from __future__ import annotations

import re

_EMOJI = re.compile(
    "["
    "\U0001f000-\U0001f0ff\U0001f10d-\U0001faff"  # pictographs, flags, shapes; not the digits between
    "\U000e0020-\U000e007f"  # tags, which spell regional flags
    "☀-❵➔-➿"  # miscellaneous symbols, dingbats; not the digits between
    "⬀-⯿"  # squares, stars, heavy arrows
    "⌚⌛⏩-⏳⏸-⏺"
    "〰〽㊗㊙"
    "\ufe0e\ufe0f\u20e3"  # presentation selectors, keycaps
    "]+"
)
_INVISIBLE = re.compile(
    "[\u00ad\u200b\u200d-\u200f\u2060\u2066-\u2069\u202a-\u202e\ufeff]"
    r"|(?<!\w)\u200c|\u200c(?!\w)"  # inside a word a non-joiner is spelling
)
_BULLET = re.compile(r"^(?:[•·‣▪▫●○◦∙■□▶►➤*+–—-]+\s+)+|[•‣▪▫●◦∙■□▶►➤]")
_QUOTE_MARK = re.compile(r"(?:^|(?<=[.!?:…”\"]\s))>+\s+")
_RULE = re.compile(r"(?<!\S)(?:[-_=~]{3,}|\*{3,})(?!\S)")
_MARKUP = re.compile(r"`+|\*{2,}")
_URL = re.compile(r"(?:https?|ftp)://(?:www\.)?([^\s/?#<>()\[\]\"”]*)[^\s<>\"”]*", re.IGNORECASE)
_CLOSING = ".,;:!?)]"
_PIPE = re.compile(r"\s+[|¦]\s+")
_EMPTY_BRACKETS = re.compile(r"\(\s*\)|\[\s*\]|<\s*>")


def plain(text: str) -> str:
    """The text on one line; what is left has every word of it, and of a URL its host."""
    text = _INVISIBLE.sub("", text)
    text = " ".join(_EMOJI.sub(" ", text).split())
    for mark in (_BULLET, _QUOTE_MARK, _RULE, _MARKUP):
        text = mark.sub(" ", text).strip()
    text = _PIPE.sub(", ", _EMPTY_BRACKETS.sub(" ", _URL.sub(_host, text)))
    return re.sub(r" +(?=[,.;:!?](?:\s|$))", "", " ".join(text.split()))


def is_speakable(text: str) -> bool:
    """Whether there is a letter or a digit to say."""
    return any(character.isalnum() for character in text)


def _host(url: re.Match[str]) -> str:
    """A URL is not read; the site's name is. Punctuation that closes the sentence, not the URL, stays."""
    address = url[0].rstrip(_CLOSING)
    return url[1].rstrip(_CLOSING) + url[0][len(address) :]
