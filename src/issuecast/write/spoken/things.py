"""Numbers of things: rooms and roads, laws and their paragraphs, forms, aircraft, answers of servers."""

from __future__ import annotations

import re

from issuecast.write.spoken import words
from issuecast.write.spoken.context import counted, word_after, word_before
from issuecast.write.spoken.roman import value_of
from issuecast.write.spoken.rules import Rule, lazy, rule

_NUMBERED = frozenset(
    "issue issues pr prs episode edition ticket bug no number part day chapter volume suite".split()
)
_CODED = frozenset(
    "zip code pin postcode account bug id serial isbn issn order tracking ticket case pnr".split()
)
# After these, and before those, three digits are said in two parts: "Room 101", "the 405 freeway".
_PLACED = frozenset(
    "room highway route interstate flight hwy section sections sec rt box rule xbox nikkei error http status".split()
)
_PLACES = frozenset("freeway freeways highway fwy interchange".split())
_ANSWER = lazy(r"[45][0-2]\d")
_ANSWERED = frozenset("error errors page pages response responses status".split())
_NAMED = frozenset(
    "no nos number fortune form forms http returning returns all two three four five six seven eight nine".split()
)
_JETS = frozenset("MAX Max jet jets Dreamliner Dreamliners".split())
_LED = lazy(r"(?:\bU\.?S\.?\ \d0[1-9]|§\ ?\d{3}|\b[Ff]light\ [A-Z\d]{2}\ \d{3})\Z")
_BILL = lazy(r"(?:H\.\ ?R|[SA]\.\ ?B)\.\ \Z")
_SCALES = frozenset("hundred thousand million billion trillion percent".split())
_NUMBER_OF = lazy(r"(?<!\w)(?:[Nn]o\.|number)\ \Z")
_PARAGRAPH = lazy(r"\((\w{1,4})\)")


def _code(m: re.Match[str]) -> str | None:
    """ZIP 94103, digit by digit; P.O. Box 4521 and H.R. 4521 by pairs."""
    text, number = m.string, m[0]
    before = word_before(text, m.start()).lower()
    if before in _CODED and len(number) > 4:
        return words.digits(number)
    bill = len(number) == 4 and _BILL.search(text[max(0, m.start() - 7) : m.start()])
    numbered = len(number) == 4 and _NUMBER_OF.search(text[max(0, m.start() - 8) : m.start()])
    if numbered and not counted(text, m.end()):
        return words.reference(number)
    return words.reference(number) if bill or (before == "box" and len(number) == 4) else None


def _place(m: re.Match[str]) -> str | None:
    """Room 101 and the 405 freeway, a 404 error."""
    text = m.string
    before, after = word_before(text, m.start()).lower(), word_after(text, m.end()).lower()
    if _ANSWER.fullmatch(m[0]) and after in _ANSWERED:
        return words.parted(m[0])
    things = counted(text, m.end()) and after not in _PLACES and before not in {"section", "sec"}
    if things or after in _SCALES:
        return None
    course = before == "the" or word_before(text, m.start())[:1].isupper()
    if m[0] == "101" and course and not after:  # "Crypto 101", "the 101"
        return words.parted(m[0])
    lead = text[max(0, m.start() - 12) : m.end()]
    numbered = before in _PLACED or after in _PLACES or _LED.search(lead)
    return words.parted(m[0]) if numbered else None


def _many(m: re.Match[str]) -> str | None:
    """ "404s", "1099s", "five 9s", "the Fortune 500s": things, not seconds."""
    number, before = m[1], word_before(m.string, m.start()).lower()
    if _ANSWER.fullmatch(number):
        return words.plural(words.parted(number))
    return (
        words.plural(words.reference(number))
        if number == "0" or len(number) == 4 or before in _NAMED
        else None
    )


def _law(m: re.Match[str]) -> str:
    """501(c)(3) → "five oh one c three", 403(b), 230(c)(1)."""
    said = [words.parted(m[1]), *m[2]]
    for sign in _PARAGRAPH.findall(m[3]):
        value = value_of(sign.upper()) if len(sign) > 1 else 0
        said.append(words.whole(sign) if sign.isdecimal() else words.cardinal(value) if value else sign)
    return " ".join(said) + m[4]


def _airliner(m: re.Match[str]) -> str | None:
    """A Boeing 747-8, "seven forty-seven eight"; 777X."""
    made = word_before(m.string, m.start()) == "Boeing"
    if not (made or m[2] or m[3] or m[4] or word_after(m.string, m.end()) in _JETS):
        return None
    name = "triple seven" if m[1] == "77" else f"seven {words.cardinal(int(m[1]))}"
    said = " ".join(filter(None, (name, m[2] and words.reference(m[2]), " ".join(m[3] or ""))))
    return words.plural(said) if m[4] else said


def _designation(m: re.Match[str]) -> str | None:
    """NIST SP 800-53, an ATR 72-600, case No. 24-354: no range, by what leads up to it."""
    before = word_before(m.string, m.start())
    coded = before.isupper() and len(before) > 1 and any(number.endswith("00") for number in m.groups())
    coded = coded or before in {"No", "number"}
    return ", ".join(map(words.parted, m.groups())) if coded else None


def _standard(m: re.Match[str]) -> str | None:
    """ISO 9001:2015, with the year in which it came out."""
    if not word_before(m.string, m.start()).isupper():
        return None
    part = f", {words.reference(m[2])}" if m[2] else ""
    said = words.reference(m[1]) if len(m[1]) < 5 else words.whole(m[1])
    return f"{said}{part}, {words.year(int(m[3]))}"


def _airbus(m: re.Match[str]) -> str:
    """A380 → "A three eighty", A350-1000."""
    said = " ".join(
        filter(None, (f"A {words.parted(m[1])}", m[2] and words.reference(m[2]), " ".join(m[3] or "")))
    )
    return words.plural(said) if m[4] else said


def _numbered(m: re.Match[str]) -> str:
    """ "#1" → "number one"; after the thing that is numbered only the number: "PR #12"."""
    said = words.whole(m[1]) if len(m[1]) < 4 else words.reference(m[1].replace(",", ""))
    named = word_before(m.string, m.start()).lower() in _NUMBERED
    return said if named else f"number {said}"


def _dotted(m: re.Match[str]) -> str:
    """An address in a network, digit by digit."""
    port = f" port {words.reference(m[2])}" if m[2] else ""
    return " dot ".join([words.digits(part) for part in m[1].split(".")]) + port


def _chain(m: re.Match[str]) -> str:
    """1-2-3; a code with long parts, or with zeros in front, is spelled."""
    parts = re.split("[-–]", m[0])
    spelled = any(len(part) > 4 or part.startswith("0") for part in parts)
    if spelled:
        return ", ".join([words.digits(part) for part in parts])
    return (", " if len(parts[0]) > 2 else " ").join(map(words.reference, parts))


NETWORK = rule("network address", "9", r"(\d{1,3}(?:\.\d{1,3}){3})(?::(\d{1,5}))?(?!\.?\w)", _dotted)
"""Asked before versions, which have dots too."""

STANDARD = rule("standard", "9", r"(\d{3,6})(?:-(\d{1,2}))?:((?:19|20)\d\d)(?![\w:])", _standard)
"""Asked before ratios."""

RULES: tuple[Rule, ...] = (
    rule("paragraph of a law", "9", r"(\d{1,4})([a-z]?)((?:\((?:[a-zA-Z]|[ivx]{2,4}|\d{1,2})\)){1,5})(s?)(?!\w)", _law),
    rule("retirement plan", "9", r"(401|403|457)([kb])()(s?)(?!\w)", _law),
    rule("rule of a commission", "9", r"(\d{1,2})b-(\d{1,2})(?![\w%]|[.,]\d)", lambda m: f"{words.whole(m[1])} b {words.whole(m[2])}"),
    rule("form of a commission", "9", r"13([DFGH])(s)?(?!\w)", lambda m: f"thirteen {m[1]}{m[2] or ''}"),
    rule("airliner", "9", r"(?<![\w.,])7([0-8]7)(?:-(\d{1,3}))?(X|ER|LR|F)?(s)?(?![\w%]|[.,]\d|-\d)", _airliner),
    rule("Airbus", "a", r"A(220|3[0-8]\d)(?:-(\d{3,4}))?(XLR|U?LR)?(s)?(?!\w)", _airbus),
    rule("Wi-Fi standard", "9", r"802\.(\d{1,2})([a-zX]{1,2})?(?!\w)", lambda m: f"eight oh two point {words.cardinal(int(m[1]))} {' '.join((m[2] or '').upper())}"),
    rule("designation", "9", r"(\d{2,3})-(\d{2,3})(?![\w%-]|[.,]\d)", _designation),
    rule("chain", "9", r"\d{1,15}(?:[-–]\d{1,15}){2,9}(?![\w])", _chain),
    rule("road", "a", r"(I|US|SR)[-‑](\d{3})(?!\w)", lambda m: f"{' '.join(m[1])} {words.parted(m[2])}"),
    rule("yield curve", "9", r"([2357]|10|20)s/?([57]|[123]0)s(?!\w)", lambda m: " ".join([words.plural(words.cardinal(int(year))) for year in m.groups()])),
    rule("many of a thing", "9", r"(\d{1,3}|\d{3}[1-9]|10[0-9]0)s(?!\w)", _many),
    rule("code of a thing", "9", r"\d{4,14}(?![\w%]|[.,:]\d|[-–/]\w)", _code),
    rule("place by number", "9", r"\d{3}(?![\w%]|[.,:]\d|[-–/]\w)", _place),
    rule("number sign", "#", r"\#(\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?!\w)", _numbered),
)  # fmt: skip
