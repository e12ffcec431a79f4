"""What is only seen: emoji, bullets, what is left of Markdown and HTML. Dealt with in every language, before the rules.

Pairs that change nothing are as long as they come; the rules cut them finer.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from string import ascii_letters
from typing import TypeAlias

from issuecast.linked import Pair
from issuecast.write.spoken.rules import lazy

Reader: TypeAlias = Callable[[str], list[Pair]]
"""Reads a text once: the written sides of its pairs joined are the text."""

_TAGS = (
    "abbr|aside|big|blockquote|br|center|cite|code|dd|del|details|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]"
    "|header|hr|img|ins|kbd|li|main|mark|nav|ol|picture|pre|samp|section|small|source|span|strike|strong|sub"
    "|summary|sup|table|tbody|td|tfoot|th|thead|time|tr|tt|ul|var|video"
)
_ATTRIBUTES = r"""(?:\s{1,8}[\w:-]{1,40}\s?=\s?(?:"[^"\n]{0,2000}"|'[^'\n]{0,2000}'|[^\s"'<>]{1,2000})|\s{1,8}(?:controls|hidden|noshade|open))*+"""
_EMOJI = (
    r"\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe0e\ufe0f\u20e3\ufeff\u00ad™®℠ℹ"
    r"⌀-⏿␀-␦■-⛿✀-❵➔-➿⬀-⯿⤴⤵〰〽㊗㊙Ⓜ\ue000-\uf8ff"
    r"\U0001f000-\U0001f0ff\U0001f10d-\U0001faff\U000e0000-\U000e0fff\U000f0000-\U0010ffff"
)
_MARKUP = lazy(
    rf"""(?P<trend>[▲▼↑↓⬆⬇🔺🔻]\ufe0f?)(?=\ ?[$€£\d])
    |(?P<space>&nbsp;|[{_EMOJI}]++|[\ud800-\udfff]++)|(?P<bullet>[•‣◦⁃∙])
    |\]\((?:[^()\s]|\([^()\s]{{0,80}}\)){{0,1000}}+(?:\s"[^"\n]{{0,200}}")?\s?\)   # [text](address)
    |\[\^?[1-9]\d{{0,2}}\](?!\()                                                            # footnote
    |&(?P<entity>[a-zA-Z]{{2,8}}|\#\d{{2,6}}|\#[xX][\da-fA-F]{{2,5}});                         # &quot;
    |(?P<row>[=+&])(?P=row){{3,}}+|^[=+]{{3,}}+(?!\S)|(?<!\S)[=+]{{3,}}+$                         # a rule across the page
    |(?<!\S)-{{0,3}}(?!===(?!\S))(?:[=+~*_\#]-{{0,3}}+){{3,}}+(?!\S)
    |(?<![\w=)\]"'])==(?=[^\s=])|(?<=[^\s=])==(?![\w=("'])                                         # highlight
    |<!--(?:(?!-->)[^\n]){{0,500}}+-->
    |</(?:[abipqsu]|{_TAGS})\s?>|<(?:(?:(?<!\w.)|(?=\w>[^<>\n]{{1,100}}</))[abipqsu]|{_TAGS}){_ATTRIBUTES}\s?/?>  # "a<b>c" compares
    |(?<!\S):[a-z][a-z0-9_+-]{{1,29}}:(?!\S)                                             # :rocket:
    |^[ \t]{{0,8}}(?:\#{{1,6}}(?=\s)(?!\ of\ )|>(?=[\s>])|[-*+](?=\s))                              # heading, quotation, list
    |(?<![\w*_])(?:\*{{1,3}}|_{{1,3}})(?=[^\s*_])|(?<=[^\s*_])(?:\*{{1,3}}|_{{1,3}})(?![\w*_])  # emphasis
    |(?<=[a-zA-Z)])~(?P<below>\w{{1,4}})~                                                  # H~2~O
    |\*\*|~~|`++""",
    re.VERBOSE | re.MULTILINE,
)
_BETWEEN = lazy(r"[\w.!?)\"”’][ \t]{1,3}\Z")
_MAY_HOLD = lazy(
    rf"[↑↓&\]<\#>*_~`•‣◦⁃∙{_EMOJI}\ud800-\udfff]|:(?=[a-z])|-(?=[\s=+-])|\+(?=[\s+-])|=(?=[=+-])"
)
_ALPHABET = ascii_letters + "".join(map(chr, range(0x370, 0x400)))
_WORD_LENGTH = 4  # raised figures after a word of so many letters are a footnote
_GREEK = "Ͱ-Ͽἀ-ῼ"
_FIGURES = lazy(
    rf"""(?P<isotope>(?<![\w).,\]])[¹²³⁴-⁹]{{1,3}}+(?=[A-Z][a-z]?(?![a-zA-Z])))
    |(?<=[a-zA-Z0-9₀-₉)\]])(?P<charge>[²-³⁴]?[⁺⁻])(?![⁰¹²³⁴-⁹])
    |(?P<above>[²³¹⁰⁴-⁹⁻]++)|(?P<below>[₀-₉₋]++)|(?P<lowered>[ᵢ-ᵪₐ-ₜⱼ]++)|(?P<raised>[ʰʲʳʷʸˡ-ˣᴬ-ᵡᶜᶠᶻⁱⁿ]++)
    |(?P<styled>[ﬀ-ﬆℂℊ-ℓℕℙ-ℝℤℨKℬℭℯ-ℱℳℴⅅ-ⅉＡ-Ｚａ-ｚ㍱-㏟\U0001d400-\U0001d7cb]++)
    |(?<![{_GREEK}])(?P<greek>[α-λν-ωϑϕϵΓΔΘΛΞΠΣΦΨ]|(?<!\d)(?<!\d\s)[µμ](?![a-zA-Z])|(?<![\dkMGm])(?<!\d\s)Ω)(?!\s?[{_GREEK}\u0300-\u036f'’])
    |[¼-¾፩-፼᧚⅐-ↂↅ-↉①-⒛⓪-⓿❶-➓\U00010a40-\U00010a48\U00010e60-\U00010e7e\U00011052-\U00011065\U0001f100-\U0001f10c]""",
    re.VERBOSE,
)
# Beyond letters of Latin scripts and the usual punctuation.
_MAY_FIGURE = lazy("[^\x00-\xb1\xb4\xb6-\xb8\xba\xbb\xbf-\u02af\u2000-\u206f€→]")
_WORD = lazy(r"\s*+\S++")
_URL = lazy(
    r"(?i:https?|ftp)://(?:www\.)?([^\s/?#:<>\"'”’)\]},;]{1,253})(?:[/?#:][^\s<>\"”’)\]}]{0,2000}(?<![.,;:!?]))?"
)


def read(text: str) -> list[Pair]:
    """The text without what is only seen."""
    return replace(text, _MARKUP, _spoken) if _MAY_HOLD.search(text) else [Pair(text, text)]


def read_links(text: str) -> list[Pair]:
    """The text with only the hosts of its links, for languages without rules."""
    return replace(text, _URL, lambda found: found[1]) if "://" in text else [Pair(text, text)]


def read_numerals(text: str) -> list[Pair]:
    """The text with the letters and figures of type and formulae in plain ones: "10⁶" → "10^6", "5σ" → "5 sigma"."""
    return (
        replace(text, _FIGURES, _figures)
        if not text.isascii() and _MAY_FIGURE.search(text)
        else [Pair(text, text)]
    )


def read_spaces(text: str) -> list[Pair]:
    """Any text with single spaces between its words and none at its ends, and else as it is."""
    words = _WORD.findall(text.rstrip())
    said = [" " + word.lstrip() if i else word.lstrip() for i, word in enumerate(words)]
    rest = text[sum(map(len, words)) :]
    return [*map(Pair, words, said), *([Pair(rest, "")] if rest else [])]


def _figures(found: re.Match[str]) -> str:
    before = found.string[max(0, found.start() - _WORD_LENGTH) : found.start()]
    plain = unicodedata.normalize("NFKC", found[0]).replace("−", "-").replace("⁄", "/")
    match found.lastgroup:
        case "isotope":
            said = f"{plain} "  # "¹⁴C"
        case "charge":
            said = f" {plain[:-1]} {'plus' if plain[-1] == '+' else 'minus'} "
        case "above":
            said = f"^{plain}" if _is_power(before, found[0][0]) else ""
        case "raised":
            said = f"^{plain}" if len(plain) == 1 and before[-1:].isalnum() else plain
        case "greek":
            said = _apart(found, _greek(found[0]))
        case "lowered":
            said = f" {plain} "
        case "below" | "styled":
            said = plain
        case _:
            said = _numeral(found[0], plain, before)
    return said


def _numeral(sign: str, plain: str, before: str) -> str:
    """ "½" → "1/2", "④" → "4"."""
    if "/" in plain and not plain.endswith("/"):
        return f" {plain}" if before[-1:].isalnum() else plain
    value = unicodedata.numeric(sign, 0)
    return f" {int(value)} " if value == int(value) else ""


def _is_power(before: str, first: str) -> bool:
    """Whether raised figures are an exponent, as in "10⁶", "x²" or "mc²"; after a long word they are a footnote."""
    if before[-1:].isdecimal():
        return True
    letters = len(before) - len(before.rstrip(_ALPHABET))
    return first in "²³⁻" and (before[-1:] == ")" or 0 < letters < _WORD_LENGTH)


def _greek(letter: str) -> str:
    """ "λ" → "lambda"."""
    name = (
        unicodedata.name(unicodedata.normalize("NFKC", letter))
        .removeprefix("GREEK ")
        .removesuffix(" SYMBOL")
        .rpartition(" ")[2]
        .lower()
    )
    return {"lamda": "lambda"}.get(name, name)


def _apart(found: re.Match[str], word: str) -> str:
    """A word with spaces where letters touch it, or a number before it: "2πr", "β1"."""
    before, after = (
        found.string[found.start() - 1 : found.start()],
        found.string[found.end() : found.end() + 1],
    )
    return f"{' ' * (before.isalpha() or before.isdecimal())}{word}{' ' * after.isalpha()}"


def _spoken(found: re.Match[str]) -> str:
    """Nothing, but for a space where an emoji stands between two words."""
    if found["trend"]:
        return "up " if found["trend"][0] in "▲↑⬆🔺" else "down "
    if found["below"]:
        return str(found["below"])
    if found["entity"]:
        return _unescaped(found[0])
    text, start, end = found.string, found.start(), found.end()
    if found["bullet"] and _BETWEEN.search(text[max(0, start - 4) : start]):
        return "–"  # "Tech • Money"
    return (
        " "
        if (found["space"] or found["bullet"])
        and text[start - 1 : start].strip()
        and text[end : end + 1].strip()
        else ""
    )


def _unescaped(entity: str) -> str:
    """ "&gt;" → ">"; what is no entity stays."""
    from html import unescape  # its table takes a millisecond

    return unescape(entity)


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
    if rest := text[at:]:  # one string on both sides, so that comparing them takes no time however long it is
        pairs.append(Pair(rest, rest))
    return pairs
