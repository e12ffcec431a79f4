"""Names that mix letters and digits: models, products, bills, genes, ions."""

from __future__ import annotations

import re
import unicodedata

from issuecast.write.spoken import acronyms, numerals, periods, units, words
from issuecast.write.spoken.context import counted, with_pause, word_before
from issuecast.write.spoken.rules import LETTER, SILENT, Rule, lazy, rule

_PARTS = lazy(r"(?P<number>\d+(?:\.\d+)*)|(?P<letters>[^\W\d_]+)|(?P<other>.)", re.DOTALL)
_SUFFIX = lazy(r"[A-Za-zµ]+(?![^\W_])")
_COUNTS = {"B": "billion", "b": "billion", "M": "million", "T": "trillion", "K": "thousand", "k": "thousand"}
# After these, a letter is a planet or a variant: "Kepler-22b" is no model of twenty-two billion parameters.
_DESIGNATED = lazy(r"(?i:kepler|toi|wasp|hat|gliese|gj|lhs|hd|koi|corot|proxima|su|mig|tu)-")
_LONG = lazy(r"[^\W\d_][a-z]|[A-Z]{3}")
# Trucks, aircraft, isotopes, flights, bills: "F-150", "MH370", "H.264", "Cs-137".
_DESIGNATION = lazy(r"(?:[A-Z]{1,2}[-.]?|[A-Z][a-z]-|(?:PEP|RFC|SHA|AES)-)\d{3}(?!\d)")
# A screen's or a person's "4K", but not tokens.
_SCREEN = lazy(r"[2458]K-(?!token|context|word|row|line)")

_ACTIVE = lazy(r"-A\d{1,3}B")  # active parameters: "Qwen3-235B-A22B"
_DASHED = lazy(r"(?<=[a-z]{3}-)(\d)-(\d)(?=-[a-z]{3})")  # a version: "claude-3-5-sonnet"
_SPELLED = frozenset("asr glm gpt llm oss tts".split())
_PAPERS = frozenset("PEP RFC SHA AES SB HB AB HR SR JEP EIP BIP KEP".split())
_INITIALS = lazy(r"(?<![\w.])(?:[A-Z]\.){1,3}\ \Z")
# What comes before another number of the same series, or a share's number in Asia.
_SERIES = lazy(
    r"(?<!\w)(?:[A-Z]{2,}s?\ \d{4}(?:,|,?\ (?:and|or|vs\.?|versus|to))|(?:HKEX|HKG|SEHK|TYO|TSE|KRX|SSE|SZSE|TWSE|TPE):)\ \Z"
)
_NO_PRODUCTS = frozenset(
    "a about after at by each every for from how in just last less more next of only over sleep than the then to "
    "under until wait within".split()
)


def _name(m: re.Match[str]) -> str | None:
    """Letters and digits apart, hyphens silent: "MiMo-V2-Flash" → "MiMo V two Flash"."""
    written = _DASHED.sub(r"\1.\2", m[0])
    if not any(sign.isdecimal() for sign in written):
        return None
    said: list[str] = []
    at = 0
    number_before = False
    while part := _PARTS.match(written, at):
        at = part.end()
        if part["number"]:
            word, at = _numbered(written, part)
            if number_before:  # "Llama-3.1-8B": two numbers, not one
                said[-1] += ","
            said.append(word)
        elif part["letters"]:
            said.append(_lettered(part["letters"]))
        number_before = bool(part["number"]) or (number_before and not part["letters"])
    return with_pause(" ".join(said), m.string, m.end())


def _lettered(letters: str) -> str:
    """Letters within a name; "gpt" and its like are spelled in lower case too."""
    return "x x" if letters == "xx" else acronyms.alone(letters.upper() if letters in _SPELLED else letters)


def _numbered(written: str, part: re.Match[str]) -> tuple[str, int]:
    """A number within a name, with the letters after it if they are a count, a unit or a plural; and where it ends."""
    number, end = part["number"], part.end()
    opens = part.start() == 0 or not written[part.start() - 1].isalpha()
    opens = opens or _ACTIVE.match(written, max(0, part.start() - 2)) is not None
    after = _SUFFIX.match(written, end)
    said = words.points(number) if number.count(".") > 1 else _reference(number)
    if len(number) == 3 and number.isdecimal() and _DESIGNATION.match(written):
        said = words.parted(number)
    if after is None:
        return said, end
    if after[0] == "s":
        return words.plural(said), after.end()
    if opens and after[0] in _COUNTS and _is_count(written, part):
        return f"{words.number(number)} {_COUNTS[after[0]]}", after.end()
    unit = units.lookup(after[0]) if opens and len(after[0]) > 1 else None
    if unit:
        return f"{words.number(number)} {unit[0]}", after.end()
    return said, end


def _is_count(written: str, number: re.Match[str]) -> bool:
    """Whether "B" or "k" after a number is a count: in "Llama-3-8B" and "8B-class", not in "F-35B" and "4K-ready"."""
    if len(number[0]) > 4 or len(written) == len(number[0]) + 1:
        return False
    if number.start() == 0:
        return _SCREEN.match(written) is None
    return bool(_LONG.search(written, 0, number.start())) and not _DESIGNATED.match(written)


def _reference(number: str) -> str:
    left, point, right = number.partition(".")
    if len(left) == 5 and left.endswith("00") and left[2] != "0":  # "i9-14900"
        return f"{words.cardinal(int(left[:2]))} {words.cardinal(int(left[2:]))}"
    return words.reference(left) + (f" point {words.digits(right)}" if point else "")


def _after_capitals(m: re.Match[str]) -> str | None:
    """The digits of "RTX 4090" are said in pairs, and so are those of "PEP 703" and "H.R. 815"."""
    text, number = m.string, m[1]
    before = word_before(text, m.start()).removesuffix("s")
    start = text[max(0, m.start() - 24) : m.start()]
    initials = _INITIALS.search(start) is not None
    if len(number) == 3:
        known = before in _PAPERS or initials
    else:
        known = (len(before) > 1 and before.isupper()) or initials or _SERIES.search(start) is not None
    is_count = (
        not m[2] and before not in _PAPERS and number[:2] not in {"19", "20"} and counted(text, m.end())
    )
    if not known or is_count:
        return None
    said = words.parted(number)
    return words.plural(said) if m[2] else with_pause(said, text, m.end())


def _products(m: re.Match[str]) -> str | None:
    """The plural of a product: "iPhone 17s", "Falcon 9s", "1099s"."""
    number, before = m[1], word_before(m.string, m.start())
    named = any(sign.isupper() for sign in before) and before.lower() not in _NO_PRODUCTS
    if len(number) < 4 and (not named or (before.isupper() and len(number) < 3)):
        return None
    return words.plural(words.parted(number))


def _rating(m: re.Match[str]) -> str:
    """ "BBB-" → "B B B minus"."""
    return f"{' '.join(m[1])} {'plus' if m[2] == '+' else 'minus'}"


def _ion(m: re.Match[str]) -> str:
    """ "Ca2+" → "C A two plus"."""
    charge = unicodedata.normalize("NFKC", m[2])
    number = f" {words.cardinal(int(charge))}" if charge else ""
    return f"{' '.join(m[1].upper())}{number} {'plus' if m[3] in '+⁺' else 'minus'}"


def _processor(m: re.Match[str]) -> str:
    """The 285K of a "Core Ultra 9 285K"."""
    return f"{words.parted(m[1]) if len(m[1]) < 5 else _reference(m[1])} {' '.join(m[2])}".rstrip()


RULES: tuple[Rule, ...] = (
    *periods.RULES,
    *numerals.RULES,
    rule("heart", "<", r"(?:(?<=\bI\ )|(?<=\b[Ww]e\ ))<3(?=\ [^\W\d_])", lambda _: SILENT),
    rule("isotope", "9", r"([1-9]\d{0,2})([A-Z][a-z]?)(?=[-\ ](?:label|enrich|NMR|FDG|dat(?:ed|ing)))", lambda m: f"{words.cardinal(int(m[1]))} {' '.join(m[2].upper())}"),
    rule("end of a strand", "9", r"([35])['’′](?=-?\ ?(?:UTR|ends?|cap|to\ [35]['’′]|(?:[-–→]\ ?)?[35]['’′]|splice|overhang|phosphate)(?!\w))|(?<=[35]['’′]\ to\ )([35])['’′]", lambda m: f"{words.cardinal(int(m[1] or m[2]))} prime"),
    rule("processor", "9", r"(?<=[a-z]\ [3579]\ )(\d{3,5})(K[FS]?|F|X|HX?|U|V|)(?![\w%]|[.,]\d)", _processor),
    rule("number of a model", "9", r"([1-9]\d{2,3})(s)?(?![\w%]|[.,]\d|-\d)", _after_capitals),
    rule("products", "9", r"([1-9]\d{0,3})s(?![\w'’])", _products),
    rule("term of a bond", "9", r"([1-9]\d?)Y(?!\w)", lambda m: f"{words.cardinal(int(m[1]))} year"),
    rule("credit rating", "a", r"(A{2,3}|B{2,3}|C{2,3})([-+−])(?![\w+-])", _rating),
    rule("ion", "a", r"(Na|Ca|Mg|Fe|Cu|Zn|Li|Ag|Al|Mn|Ni|Co|Ba|Pb|Hg|Cd|Sr|Cl|Br|H|K|F)([1-4²³⁴]?)([+⁺⁻])(?!\w)", _ion),
    rule("class of a share", "a", r"([A-Z]{1,5})\.([A-Z])(?![\w.])", lambda m: f"{' '.join(m[1])} {m[2]}"),
)  # fmt: skip

NAME = rule(
    "name",
    "a9",
    rf"(?:{LETTER}|\d)++(?:[-‑](?:{LETTER}|\d)++|\.(?=\d)\d++(?:{LETTER}|\d)*+)*+(?:(?<=[a-z]\d|\.\d):\d{{1,3}}b(?!\w))?",
    _name,
)
"""Any word with a digit in it; asked after the quantities, which know what "10ms" is."""
