"""Signs: those with a name, those that are a pause, those that are only seen; and every other character.

The rules here are asked last, so they decide that nothing is left which a voice cannot say.
"""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction

from issuecast.write.spoken import words
from issuecast.write.spoken.rules import LETTER, PAUSE, SILENT, Reading, Rule, rule

KEPT = ".,;:!?'\"()…’‘“”„‚«»¿¡،؟。、，！？；："
"""Punctuation that voices know and that shapes their prosody."""

_NAMES = {
    "&": "and", "+": "plus", "=": "equals", "%": "percent", "‰": "per mille", "°": "degrees", "±": "plus or minus",
    "×": "times", "÷": "divided by", "−": "minus", "≥": "at least", "≤": "at most", "≠": "is not", "≈": "about",
    "§": "section", "→": "to", "⇒": "to", "⟶": "to", "↔": "to and from", "∞": "infinity", "√": "square root of",
    "∑": "sum of", "∫": "integral of", "∂": "partial", "∆": "delta", "∈": "in", "©": "copyright", "№": "number",
    "@": "at", "€": "euro", "£": "pound", "¥": "yen", "₿": "bitcoin", "₹": "rupee", "¢": "cent", "⁄": "slash",
    "Ω": "ohm", "℃": "degrees Celsius", "℉": "degrees Fahrenheit", "∝": "proportional to", "≡": "is identical to",
    "∪": "union", "∩": "intersection", "⊂": "subset of", "∀": "for all", "∃": "there is", "¬": "not", "‼": "!",
    "⁇": "?", "⁈": "?", "⁉": "?",
}  # fmt: skip
_MONTH_OR_DAY = re.compile(r"(?:[A-Z][a-z]+day|Mon|Tues?|Wed|Thu|Fri|Sat|Sun|[JFMASOND][a-z]{2,8})\Z")
_WORD = re.compile(rf"{LETTER}++(?:['’-]{LETTER}++)*+")
_HALF_OF_DAY = re.compile(r"(?i:[ap]\.?m\.?)\s?\Z")


def _dash(m: re.Match[str]) -> str:
    """A dash between words is a pause, between dates, times and places "to", a hyphen joins."""
    text, start, end = m.string, m.start(), m.end()
    before, after = text[max(0, start - 12) : start], text[end : end + 1]
    if before[-1:].isspace() or after.isspace() or not before or not after:
        times = _HALF_OF_DAY.search(before) and text[end : end + 2].strip()[:1].isdecimal()
        return " to" if times else PAUSE
    joined = before[-1].isalnum() and after.isalnum()
    if m[0] in "–−‒" and joined:
        span = before[-1].isdecimal() or after.isdecimal() or _MONTH_OR_DAY.search(before)
        return " to" if span else " "
    return SILENT if m[0] in "‑‐" else PAUSE


def _hyphen(m: re.Match[str]) -> str:
    """A single hyphen: in a sum it is minus; between spaces a dash; elsewhere it only joins or lists."""
    text, start, end = m.string, m.start(), m.end()
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if before.rstrip()[-1:].isalnum() and after.lstrip()[:1].isalnum() and "=" in text[end : end + 20]:
        return "minus"
    if before[-1:].isspace() and (not after or after[0].isspace()) and text[:start].strip(" "):
        return PAUSE
    return SILENT


def _compare(m: re.Match[str]) -> str:
    """Between values a comparison, elsewhere what is left of markup."""
    text, start, end = m.string, m.start(), m.end()
    before, after = text[max(0, start - 2) : start].strip(), text[end : end + 2].strip()
    spaced = text[start - 1 : start].isspace() and text[end : end + 1].isspace()
    digits = after[:1].isdecimal() or (before[-1:].isdecimal() and spaced and after)
    if not digits or not before:
        return SILENT
    return {"<": "less than", ">": "more than", "<=": "at most", ">=": "at least"}[m[0]]


def _times(m: re.Match[str]) -> str:
    before, after = (
        m.string[max(0, m.start() - 2) : m.start()].strip(),
        m.string[m.end() : m.end() + 2].strip(),
    )
    return "times" if before[-1:].isdecimal() and after[:1].isdecimal() else SILENT


def _slash(m: re.Match[str]) -> str:
    """Two words stand side by side ("client server"), more are a list; with spaces around, the slash is a pause."""
    if m.string[m.start() - 1 : m.start()].isspace() or m.string[m.end() : m.end() + 1].isspace():
        return PAUSE
    around = m.string[max(0, m.start() - 24) : m.end() + 24]
    alone = not m.string[max(0, m.start() - 1) : m.start()].strip()
    if alone:
        return "slash" if m.string[m.end() : m.end() + 1].isalnum() else SILENT
    row = re.search(r"(?:[^\W\d_][\w'’-]{2,}/){2,}", around)
    return PAUSE if row else SILENT


def _half(m: re.Match[str]) -> str:
    """ "½" → "one half", after a number "and a half"."""
    value = Fraction(unicodedata.numeric(m[0])).limit_denominator(100)
    if value.denominator == 1:
        return words.cardinal(int(value))
    after_number = m.string[max(0, m.start() - 2) : m.start()].strip()[-1:].isdecimal()
    said = words.fraction(value.numerator, value.denominator)
    if after_number and said == "one half":
        said = "a half"
    return f"and {said}" if after_number else said


def _power(m: re.Match[str]) -> str:
    before = m.string[max(0, m.start() - 1) : m.start()]
    if not before.isalnum():
        return SILENT
    return "squared" if m[0] in {"²", "^2"} else "cubed"


def _any(text: str, at: int) -> Reading | None:
    """What no rule knows: letters, marks and punctuation stand, numerals are said, all else is only seen."""
    sign = text[at]
    if sign in KEPT:
        return at + 1, sign
    if sign in _NAMES:
        return at + 1, _NAMES[sign]
    if word := _WORD.match(text, at):
        return word.end(), word[0]
    kind = unicodedata.category(sign)
    if kind[0] == "M" and sign not in "\u20e3\ufe0e\ufe0f" and kind != "Me":
        return at + 1, sign
    if kind[0] == "N":
        value = unicodedata.numeric(sign)
        whole = value == int(value) and 0 <= value < 10**15
        return at + 1, words.cardinal(int(value)) if whole else SILENT
    return at + 1, SILENT


RULES: tuple[Rule, ...] = (
    rule("arrow", "s", r"[-=–—]{1,3}>|→|⇒|⟶|➜|➔|➡", lambda _: "to"),
    rule("C++", "l", rf"({LETTER}{{1,9}})\+\+(?!\w)", lambda m: f"{m[1]} plus plus"),
    rule("C#", "l", r"([CFJ])(?:\#|♯)(?!\w)", lambda m: f"{m[1]} sharp"),
    rule(".NET", "s", r"\.(?=[A-Z]{2,6}(?!\w))(?<![\w.]\.)", lambda _: "dot"),
    rule("ticker", "s", r"\$([A-Z]{1,5}(?:\.[A-Z])?)(?!\w)", lambda m: m[1].replace(".", " ")),
    rule("rule or dashes", "s", r"[-–—−‒―‐‑⸺⸻]{2,}+|[–—−‒―‐‑⸺⸻]", _dash),
    rule("hyphen", "s", r"-", _hyphen),
    rule("comparison", "s", r"<=|>=|[<>](?![<>])", _compare),
    rule("times", "s", r"\*(?!\*)", _times),
    rule("slash", "s", r"/", _slash),
    rule("bar", "s", r"[|·¦]", lambda _: PAUSE),
    rule("power", "s", r"[²³]|\^[23](?!\d)", _power),
    rule("vulgar fraction", "s", r"[¼-¾⅐-⅞]", _half),
    rule("ampersand entity", "s", r"&(?:amp|\#38);", lambda _: "and"),
    Rule("any", "dls", _any),
)
