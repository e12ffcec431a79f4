"""Telephone numbers and their like: what is said digit by digit, in groups."""

from __future__ import annotations

import re

from issuecast.write.spoken import words
from issuecast.write.spoken.context import counted, word_after, word_before
from issuecast.write.spoken.rules import Rule, lazy, rule

_DIALING = frozenset("call calls called calling dial dialed dialing text texted texting".split())
_CALLING = _DIALING | frozenset("phone tel telephone fax at number mobile".split())
_KEYWORD = lazy(r"\b[Tt]ext (?:the word )?[\"“]?[A-Z]{2,12}[\"”]? to \Z")
_SERVICE = frozenset(
    "call calls caller callers operator operators dispatcher dispatchers center centers hotline lifeline line "
    "emergency system".split()
)
_LABEL = lazy(
    rf"\b(?i:{'|'.join(sorted(_CALLING - {'at', 'number'}))})\b[.:]?(?: (?:us|me|him|her|them))?\s{{1,2}}\Z"
)
_AREA_BEFORE = lazy(r"\b(?i:area code)s? \Z")
_AREA_AFTER = lazy(r" area code\b")


def _telephone(m: re.Match[str]) -> str:
    said = "plus " if m[0].startswith("+") else ""
    number, mark, extension = m[0].partition("x")
    said += ", ".join([_group(group) for group in re.findall(r"\d+|[A-Z]+", number.removesuffix("e"))])
    return f"{said}, extension {words.whole(re.sub(r'[^0-9]', '', extension))}" if mark else said


def _group(group: str) -> str:
    if group.isalpha():
        return group if len(group) > 2 else " ".join(group)
    if re.fullmatch(r"[1-9]00", group):
        return words.cardinal(int(group))
    return words.digits(group)


def _local(m: re.Match[str]) -> str | None:
    text, start = m.string, m.start()
    hyphen = m[0][3] == "-"
    dialed = hyphen and (
        m[0].startswith("555") or m[0][4] == "0" or word_before(text, start).lower() in _CALLING
    )
    labeled = _LABEL.search(text[max(0, start - 14) : start]) and not counted(text, m.end())
    return _telephone(m) if dialed or labeled else None


def _area(m: re.Match[str]) -> str | None:
    named = _AREA_BEFORE.search(m.string[max(0, m.start() - 14) : m.start()]) or _AREA_AFTER.match(
        m.string, m.end()
    )
    return words.digits(m[0]) if named else None


def _dialed(m: re.Match[str]) -> str | None:
    """ "call 911", "a 911 call", "text 741741"; but "call 300 people" counts."""
    short = len(m[0]) == 3
    service = short and word_after(m.string, m.end()).lower() in _SERVICE
    start = m.start()
    texted = _KEYWORD.search(m.string, max(0, start - 30), start) is not None
    dialed = texted or word_before(m.string, start).lower() in _DIALING
    return words.digits(m[0]) if service or (dialed and not counted(m.string, m.end())) else None


_EXTENSION = r"(?:,?\ ?(?:x|ext\.?\ )\ ?\d{1,5})?"

RULES: tuple[Rule, ...] = (
    rule("telephone", "9+(", rf"(?:\+?1[-.\ ])?\(?\d{{3}}\)?[-.\ ]?(?<=[-.)\ ])\d{{3}}[-.\ ]\d{{4}}(?:-\d{{2,5}})?{_EXTENSION}(?!\w)", _telephone),
    rule("toll-free number", "9", r"1-8\d\d(?:-[A-Z\d]{1,7}){1,4}(?!\w)", _telephone),
    rule("kind of number", "9", r"1-(?:[89]00|8([3-8])\1)(?![\w-])", _telephone),
    rule("telephone abroad", "+", r"\+(?=\d{10,15}(?!\w)|\d{1,3}[-.\ (])(?=(?:[-.()\ ]{0,2}\d){7})\d{1,3}(?:[-.\ ]?\(?\d{1,5}\)?){2,6}(?!\w)", _telephone),
    rule("telephone with a zero", "9", r"0\d{2,4}[-\ ]\d{3,4}[-\ ]\d{3,4}(?![\w-])", _telephone),
    rule("area code", "9", r"\d{3}(?![\w%]|[.,:]\d)", _area),
    rule("local telephone", "9", r"\d{3}[-.\ ]\d{4}(?![\w%-]|[.,]\d)", _local),
    rule("identity number", "9", r"\d{3}-\d{2}-\d{4}(?!\w)|\d{4}(?P<gap>[-\ ])\d{4}(?P=gap)\d{4}(?P=gap)\d{4}(?!\w)", _telephone),
    rule("short number", "9", r"(?:[2-8]11|911|988|\d{5,6})(?![\w%]|[.,:]\d|[-–/]\d)", _dialed),
)  # fmt: skip
