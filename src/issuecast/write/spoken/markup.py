"""What is only seen: emoji, bullets, what is left of Markdown and HTML. Dealt with in every language, before the rules.

Pairs that change nothing are as long as they come; the rules cut them finer.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import TypeAlias

from issuecast.models import Pair

Reader: TypeAlias = Callable[[str], list[Pair]]
"""Reads a text once: the written sides of its pairs joined are the text."""

_TAGS = (
    "a|abbr|aside|b|big|blockquote|br|center|cite|code|dd|del|details|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]"
    "|header|hr|i|img|ins|kbd|li|main|mark|nav|ol|p|picture|pre|q|s|samp|section|small|source|span|strike|strong|sub"
    "|summary|sup|table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|var|video"
)
_EMOJI = (
    r"\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe0e\ufe0f\u20e3\ufeff\u00ad™®℠ℹ"
    r"⌀-⏿␀-␦■-⛿✀-❵➔-➿⬀-⯿⤴⤵〰〽㊗㊙Ⓜ\ue000-\uf8ff"
    r"\U0001f000-\U0001f0ff\U0001f10d-\U0001faff\U000e0000-\U000e0fff\U000f0000-\U0010ffff"
)
_MARKUP = re.compile(
    rf"""(?P<trend>[▲▼↑↓⬆⬇🔺🔻]\ufe0f?)(?=\ ?[$€£\d])
    |(?P<space>&nbsp;|[{_EMOJI}]++|[•‣◦⁃∙]|[\ud800-\udfff]++)
    |\]\((?:[^()\s]|\([^()\s]{{0,80}}\)){{0,1000}}+(?:\s"[^"\n]{{0,200}}")?\s?\)   # [text](address)
    |\[\^?\d{{1,3}}\](?!\()                                                                # footnote
    |<!--(?:(?!-->)[^\n]){{0,500}}+-->
    |</?(?:{_TAGS})(?=[\s/>])[^<>\n]{{0,500}}+>
    |(?<!\S):[a-z][a-z0-9_+-]{{1,29}}:(?!\S)                                             # :rocket:
    |^[ \t]{{0,8}}(?:\#{{1,6}}(?=\s)|>(?=[\s>])|[-*+](?=\s))                              # heading, quotation, list
    |(?<![\w*_])(?:\*{{1,3}}|_{{1,3}})(?=[^\s*_])|(?<=[^\s*_])(?:\*{{1,3}}|_{{1,3}})(?![\w*_])  # emphasis
    |\*\*|~~|`++""",
    re.VERBOSE | re.MULTILINE,
)
_MAY_HOLD = re.compile(rf"[↑↓&\]<:\#>\-*+_~`•‣◦⁃∙{_EMOJI}\ud800-\udfff]")
_NUMERALS = re.compile(
    r"""(?P<above>[²³¹⁰⁴-⁹⁻]++)|(?P<below>[₀-₉₋]++)
    |[¼-¾፩-፼᧚⅐-ↂↅ-↉①-⒛⓪-⓿❶-➓\U00010a40-\U00010a48\U00010e60-\U00010e7e\U00011052-\U00011065\U0001f100-\U0001f10c]""",
    re.VERBOSE,
)
_WORD = re.compile(r"\s*+\S++")
_URL = re.compile(
    r"(?i:https?|ftp)://(?:www\.)?([^\s/?#:<>\"'”’)\]},;]{1,253})(?:[/?#:][^\s<>\"”’)\]}]{0,2000}(?<![.,;:!?]))?"
)


def read(text: str) -> list[Pair]:
    """The text without what is only seen."""
    return replace(text, _MARKUP, _spoken) if _MAY_HOLD.search(text) else [Pair(text, text)]


def read_links(text: str) -> list[Pair]:
    """The text with only the hosts of its links, for languages without rules."""
    return replace(text, _URL, lambda found: found[1]) if "://" in text else [Pair(text, text)]


def read_numerals(text: str) -> list[Pair]:
    """The text with superscripts, vulgar fractions and their like in plain figures: "10⁶" → "10^6", "1½" → "1 1/2"."""
    return replace(text, _NUMERALS, _figures) if not text.isascii() else [Pair(text, text)]


def read_spaces(text: str) -> list[Pair]:
    """Any text with single spaces between its words and none at its ends, and else as it is."""
    words = _WORD.findall(text)
    said = [" " + word.lstrip() if i else word.lstrip() for i, word in enumerate(words)]
    rest = text[sum(map(len, words)) :]
    return [*map(Pair, words, said), *([Pair(rest, "")] if rest else [])]


def _figures(found: re.Match[str]) -> str:
    before = found.string[found.start() - 1 : found.start()]
    if found["above"]:
        if before.isdecimal() or (before.isalpha() and found["above"][0] in "²³⁻"):
            return "^" + unicodedata.normalize("NFKC", found["above"]).replace("−", "-")
        return ""  # a footnote
    if found["below"]:
        return unicodedata.normalize("NFKC", found["below"]).replace("−", "-")
    written = unicodedata.normalize("NFKC", found[0]).replace("⁄", "/")
    if "/" in written and not written.endswith("/"):
        return f" {written}" if before.isdecimal() else written
    value = unicodedata.numeric(found[0], 0)
    return f" {int(value)} " if value == int(value) else ""


def _spoken(found: re.Match[str]) -> str:
    """Nothing, but for a space where an emoji stands between two words."""
    if found["trend"]:
        return "up " if found["trend"][0] in "▲↑⬆🔺" else "down "
    text, start, end = found.string, found.start(), found.end()
    return " " if found["space"] and text[start - 1 : start].strip() and text[end : end + 1].strip() else ""


def replace(text: str, pattern: re.Pattern[str], say: Callable[[re.Match[str]], str]) -> list[Pair]:
    """The text with what is said for each place that the pattern finds."""
    pairs: list[Pair] = []
    at = 0
    for found in pattern.finditer(text):
        if found.start() > at:
            same = text[at : found.start()]
            pairs.append(Pair(same, same))
        pairs.append(Pair(found[0], say(found)))
        at = found.end()
    if at < len(text):
        pairs.append(Pair(text[at:], text[at:]))
    return pairs
