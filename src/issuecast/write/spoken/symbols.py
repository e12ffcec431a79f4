"""Signs: those with a name, those that are a pause, those that are only seen; and every other character.

The rules here are asked last, so they decide that nothing is left which a voice cannot say.
"""

from __future__ import annotations

import re
import unicodedata

from issuecast.write.spoken import acronyms, dates, units, words
from issuecast.write.spoken.context import word_before
from issuecast.write.spoken.rules import LETTER, PAUSE, SILENT, WORD, Reading, Rule, lazy, rule

KEPT = ".,;:!?'\"()…’‘“”„‚«»¿¡،؟。、，！？；："
"""Punctuation that voices know and that shapes their prosody."""

_NAMES = {
    "&": "and", "+": "plus", "=": "equals", "%": "percent", "‰": "per mille", "°": "degrees", "±": "plus or minus",
    "×": "times", "÷": "divided by", "−": "minus", "≥": "at least", "≤": "at most", "≠": "is not", "≈": "about",
    "§": "section", "¶": "paragraph", "→": "to", "⇒": "to", "⟶": "to", "↔": "to and from", "∞": "infinity", "√": "square root of",
    "∑": "sum of", "∫": "integral of", "∂": "partial", "∆": "delta", "∈": "in", "©": "copyright", "№": "number",
    "@": "at", "$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₿": "bitcoin", "₹": "rupee", "¢": "cent", "⁄": "slash",
    "Ω": "ohm", "℃": "degrees Celsius", "℉": "degrees Fahrenheit", "∝": "proportional to", "≡": "is identical to",
    "∪": "union", "∩": "intersection", "⊂": "subset of", "∀": "for all", "∃": "there is", "¬": "not", "‼": "!",
    "⁇": "?", "⁈": "?", "⁉": "?",
}  # fmt: skip
_SCALES = {"C": "Celsius", "F": "Fahrenheit"}
_DASHES = "-–—−‒―‐‑⸺⸻"
_MONTH_OR_DAY = lazy(
    r"(?<!\w)(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tues?|Wed|Thu|Fri|Sat|Sun"
    r"|Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\Z"
)
_FROM = lazy(r"(?:\d[ap]\.?m\.?|\d\ [ap]\.?m\.?|\d:[0-5]\d|\d0s|-\d\d-\d\d)\s?\Z", re.IGNORECASE | re.VERBOSE)
_CAPITALS_BEFORE = lazy(r"(?<!\w)[A-Z]{3,}s?\Z")
_CAPITALS_AFTER = lazy(r"[A-Z]{3,}s?(?!\w)")
_NETWORK = lazy(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}\Z")
_CLOCK = lazy(r"(?i:\d ?[ap]\.?m\.?)(?: [A-Z]{2,4})?\Z")
_ROW_BEFORE = lazy(r"/[^\W\d_][\w'’-]+\Z")
_ROW_AFTER = lazy(r"[^\W\d_][\w'’-]+/[^\W\d_]")
# What a minus stands between: a variable, a number, brackets.
_TERM_BEFORE = lazy(r"(?:(?<!\w)[a-zA-Z]|\d[a-z]?|\)) ?\Z")
_TERM_AFTER = lazy(r" ?(?:[a-zA-Z](?![\w.])|[\d(√])")
_OPERAND_BEFORE = lazy(r"(?<![\w/])[a-zA-Z\d]\Z")
_OPERAND_AFTER = lazy(r"[a-zA-Z](?!\w)|\d")
_EQUATED = lazy(r"[^=;,]{0,20}=")  # how far a formula's equals sign may be
_COMPARISONS = {"<": "less than", ">": "greater than", "<=": "at most", ">=": "at least"}
_COUNTED = (
    "people",
    "price",
    "cost",
    "revenue",
    "req",
    "GB",
    "MB",
    "kWh",
    "CO2",
    "CO2e",
)  # with a unit after a slash, besides plurals
_OPERATORS = {"!=": "is not", "==": "equals", "&&": "and", "||": "or"}


def _dash(m: re.Match[str]) -> str:
    """A dash between words is a pause, between dates, times and places "to", a hyphen joins."""
    text, start, end = m.string, m.start(), m.end()
    before, after = text[max(0, start - 12) : start], text[end : end + 1]
    if dates.between(text, start, end):
        return "to"
    if text[end : end + 2].strip()[:1].isdecimal() and _FROM.search(before):
        return "to"
    if _in_formula(text, start, end, m[0]):
        return "minus"
    if before[-1:].isspace() or after.isspace() or not before or not after:
        return PAUSE
    joined = before[-1].isalnum() and after.isalnum()
    if m[0] in "–−‒" and joined:
        letters = not text[max(0, start - 2) : start - 1].isalnum() and not text[end + 1 : end + 2].isalnum()
        span = letters or before[-1].isdecimal() or after.isdecimal() or _MONTH_OR_DAY.search(before)
        named = before.endswith("–to") or text.startswith("to–", end)
        return "to" if span and not named else " "
    return SILENT if m[0] in "‑‐" else PAUSE


def _in_formula(text: str, start: int, end: int, dash: str) -> bool:
    """Whether a dash is a minus: before an equals sign, or as the sign of its own between variables and numbers."""
    before = text[max(0, start - 8) : start]
    if dash == "−" and text[end : end + 1].isalnum() and not before.strip()[-1:].isalpha():
        return not before or before[-1] in " (["
    if not _TERM_BEFORE.search(before) or not _TERM_AFTER.match(text, end):
        return False
    return dash == "−" or _EQUATED.match(text, end) is not None


def _hyphen(m: re.Match[str]) -> str:
    """A single hyphen: in a sum it is minus; between spaces a dash; elsewhere it only joins or lists."""
    text, start, end = m.string, m.start(), m.end()
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if dates.between(text, start, end):
        return "to"
    if before.rstrip()[-1:].isalnum() and after.lstrip()[:1].isalnum() and _EQUATED.match(text, end):
        return "minus"
    if after.strip()[:1].isdecimal() and _FROM.search(text[max(0, start - 8) : start]):
        return "to"
    if before[-1:].isspace() and (not after or after[0].isspace()) and text[:start].strip(" "):
        return PAUSE
    return SILENT


def _compare(m: re.Match[str]) -> str:
    """Between values a comparison, elsewhere what is left of markup."""
    text, start, end = m.string, m.start(), m.end()
    before, after = text[max(0, start - 2) : start].strip(), text[end : end + 2].strip()
    spaced = text[start - 1 : start].isspace() and text[end : end + 1].isspace()
    if (
        before[-1:].isalnum()
        and after
        and spaced
        and (m[0] != ">" or after[0].isdecimal() or len(before) < 2)
    ):
        return _COMPARISONS[m[0]]
    if before[-1:].isalnum() and spaced:
        return PAUSE  # "Home > News"
    if _OPERAND_BEFORE.search(text, max(0, start - 2), start) and _OPERAND_AFTER.match(text, end):
        return _COMPARISONS[m[0]]  # "a<b"
    return _COMPARISONS[m[0]] if after[:1].isdecimal() and before else SILENT


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
    before, after = m.string[max(0, m.start() - 24) : m.start()], m.string[m.end() : m.end() + 24]
    if not before:
        return "slash" if after[:1].isalnum() else SILENT
    if _NETWORK.search(before) and after[:1].isdecimal():
        return "slash"
    timed = after[:1].isdecimal() and _CLOCK.search(before)  # "9am PT/12pm ET"
    if timed or (before[-1].isdecimal() and after[:1].isupper()):  # "Chrome 142/Firefox 145"
        return PAUSE
    if _CAPITALS_BEFORE.search(before) and _CAPITALS_AFTER.match(after):
        return PAUSE
    return PAUSE if _ROW_BEFORE.search(before) or _ROW_AFTER.match(after) else SILENT


def _power(m: re.Match[str]) -> str:
    """ "x^2" → "x squared", "2^n" → "two to the n"."""
    return words.power(int(m[1].replace("−", "-"))) if m[1] else "to the"


def _arrow(m: re.Match[str]) -> str:
    """ "A → B" is "A to B"; where nothing stands before it, an arrow only points."""
    before = m.string[max(0, m.start() - 2) : m.start()].strip()
    return "to" if before[-1:].isalnum() or before[-1:] in set(")'\"%°") else SILENT


def _per(m: re.Match[str]) -> str | None:
    """ "requests/s" → "requests per second"."""
    before = word_before(m.string, m.start(), gap=False)
    plural = before.endswith("s") and (len(before) > 3 or before[:-1].isupper())
    if not plural and not before.endswith(_COUNTED):
        return None
    unit = units.lookup(m[1])
    return f"per {unit[0] if unit else m[1]}"


def _priced(m: re.Match[str]) -> str:
    """ "$/barrel" → "dollars per barrel", "£/$" → "pound dollar"."""
    money = _NAMES[m[1]]
    if m[2] in _NAMES:
        return f"{money} {_NAMES[m[2]]}"
    unit = units.lookup(m[2])
    return f"{words.plural(money) if m[1] in '$€£¢' else money} per {unit[0] if unit else m[2]}"


def any_sign(sign: str) -> str:
    """What is said for a sign that stands for itself: a name, or itself if it is punctuation, or nothing."""
    if sign in KEPT:
        return sign
    if sign in _DASHES:
        return PAUSE
    return SILENT if sign == "$" else _NAMES.get(sign, SILENT)


def anything(text: str, at: int) -> Reading:
    """What no rule knows: letters, marks and punctuation stand, numerals are said, all else is only seen."""
    sign = text[at]
    if word := WORD.match(text, at):
        return word.end(), acronyms.said(text, at, word[0])
    kind = unicodedata.category(sign)
    if kind[0] == "M" and kind != "Me" and sign not in "\ufe0e\ufe0f":
        return at + 1, sign
    if kind[0] == "N":
        value = unicodedata.numeric(sign)
        return at + 1, words.cardinal(int(value)) if value == int(value) and 0 <= value < 10**15 else SILENT
    return at + 1, any_sign(sign)


RULES: tuple[Rule, ...] = (
    rule("arrow", "-=–—→⇒⟶➜➔➡", r"[-=–—]{1,3}>|[→⇒⟶➜➔➡]", _arrow),
    rule("C++", "a", rf"({LETTER}{{1,9}})\+\+(?!\w)", lambda m: f"{m[1]} plus plus"),
    rule("C#", "a", r"([CFJ])(?:\#|♯)(?!\w)", lambda m: f"{m[1]} sharp"),
    rule(".NET", ".", r"(?<![\w.)…!?])\.(?=(?:[A-Z]{2,6}|[a-z][\w-]{1,20})(?!\w))", lambda _: "dot"),
    rule("sections", "§", r"§§", lambda _: "sections"),
    rule("and", "'’", r"['’]n['’](?!\w)", lambda _: "and"),
    rule("and in a name", "a", rf"({LETTER}{{1,8}})['’]n['’](?=({LETTER}))", lambda m: f"{m[1]} and", frozenset("r rock drag guns salt".split())),
    rule("shortened word", "'’", r"(?<!\S)['’][a-z]{1,6}(?![\w'’])", lambda m: m[0]),
    rule("too long", "a", r"TL;?DR(?!\w)", lambda _: "T L D R", frozenset({"tldr", "tl"})),
    rule("emoticon", ":;=", r"(?<!\S)[:;=]-?[()DPp|](?!\S)", lambda _: SILENT),
    rule("roughly", "~", r"(?<=\s)~(?=[a-z]{2})", lambda _: "about"),
    rule("grade", "a", r"(?<!\S)([A-D])[-−](?=[\s,.;)]|\Z)", lambda m: f"{m[1]} minus"),
    rule("dollar sign in a name", "a", r"[^\W\d_]{1,12}(?:\$(?!(?:bn|mn|tn)\b)(?:[^\W\d_]{2,12}|(?<=[a-z]\$)[a-z](?!\w)))+", lambda m: m[0].replace("$", "S" if m[0].isupper() else "s")),
    rule("ticker", "$", r"\$([A-Z]{1,5}(?:\.[A-Z])?)(?!\w)", lambda m: m[1].replace(".", " ")),
    rule("flag", "-", r"(?<!\S)--?(?=[A-Za-z])", lambda _: SILENT),
    rule("rule or dashes", _DASHES, r"[-–—−‒―‐‑⸺⸻]{2,}+|[–—−‒―‐‑⸺⸻]", _dash),
    rule("hyphen", "-", r"-", _hyphen),
    rule("equation", "=!&|", r"!==?|={2,3}|&&|\|\|", lambda m: _OPERATORS[m[0][:2]] if m.string[: m.start()].strip() else SILENT),
    rule("comparison", "<>", r"<=|>=|[<>](?![<>])", _compare),
    rule("times", "*", r"\*(?!\*)", _times),
    rule(
        "per", "/",
        r"/(s|sec|min|hr|mo|yr|second|minute|hour|day|night|week|month|quarter|year|user|seat|person|head|share|query|request"
        r"|token|gallon|barrel|[µmd]?L|k[gm]|mile|ton|tonne|[kM]Wh)(?!\w)",
        _per,
    ),
    rule("per currency", "/", r"/([$€£¥])(?![\d.])", lambda m: f"per {_NAMES[m[1]]}"),
    rule("slash", "/", r"/", _slash),
    rule("price", "$€£¥¢", r"([$€£¥¢])/([A-Za-z]{1,12}(?!\w)|[$€£¥](?![\d.]))", _priced),
    rule("dollar", "$", r"\$(?=\ [a-z])(?<=(?:\ |\().)", lambda _: "dollar"),
    rule("degrees", "°", r"°([CF])(?!\w)", lambda m: f"degrees {_SCALES[m[1]]}"),
    rule("number of", "#", r"\#(?=\ of(?!\w))", lambda _: "number"),
    rule("bar", "|·¦", r"[|¦]|(?<=\s)·(?=\s)", lambda _: PAUSE),
    rule("power", "^", r"(?<=[\w)\]}])\^(?:([-−]?\d{1,3})(?!\w|\.\d)|(?=[\w({.√−-]))", _power),
    rule("ampersand entity", "&", r"&(?:amp|\#38);", lambda _: "and"),
)  # fmt: skip
