"""Names that mix letters and digits: models, products, codes, quarters; and Roman numerals."""

from __future__ import annotations

import re

from issuecast.write.spoken import units, words
from issuecast.write.spoken.context import word_after, word_before
from issuecast.write.spoken.roman import value_of
from issuecast.write.spoken.rules import LETTER, Rule, rule

_PARTS = re.compile(r"(?P<number>\d+(?:\.\d+)*)|(?P<letters>[^\W\d_]+)|(?P<other>.)", re.DOTALL)
_SUFFIX = re.compile(r"[A-Za-zµ]+(?![^\W_])")
_COUNTS = {"B": "billion", "b": "billion", "M": "million", "T": "trillion", "K": "thousand", "k": "thousand"}
# After these, Roman numerals count, even a single letter.
_COUNTING = frozenset(
    "chapter part volume vol act scene book section article appendix phase type title class stage war tier level "
    "round episode season bowl schedule category figure fig table group annex amendment division mark "
    "pillar generation".split()
)
_RULERS = frozenset(
    "henry louis charles george edward elizabeth james richard philip felipe pius benedict francis catherine "
    "alexander nicholas leo gregory urban innocent ramses frederick wilhelm napoleon paul king queen pope tsar emperor "
    "sultan william margrethe gustav carl harald haakon alfonso juan mary".split()
)
_HOSPITAL = frozenset("drip drips fluid fluids line lines bag bags therapy infusion infusions access".split())


def _name(m: re.Match[str]) -> str | None:
    """Letters and digits apart, hyphens silent: "MiMo-V2-Flash" → "MiMo V two Flash"."""
    written = m[0]
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
            said.append(part["letters"])
        number_before = bool(part["number"]) or (number_before and not part["letters"])
    return " ".join(said)


def _numbered(written: str, part: re.Match[str]) -> tuple[str, int]:
    """A number within a name, with the letters after it if they are a count, a unit or a plural; and where it ends."""
    number, end = part["number"], part.end()
    opens = part.start() == 0 or not written[part.start() - 1].isalpha()
    after = _SUFFIX.match(written, end)
    said = words.points(number) if number.count(".") > 1 else _reference(number)
    if after is None:
        return said, end
    if after[0] == "s":
        return words.plural(said), after.end()
    if opens and after[0] in _COUNTS and len(number) < 5 and len(written) > len(number) + 1:
        return f"{words.number(number)} {_COUNTS[after[0]]}", after.end()
    unit = units.lookup(after[0]) if opens and len(after[0]) > 1 else None
    if unit:
        return f"{words.number(number)} {unit[0]}", after.end()
    return said, end


def _reference(number: str) -> str:
    left, point, right = number.partition(".")
    return words.reference(left) + (f" point {words.digits(right)}" if point else "")


def _fiscal(m: re.Match[str]) -> str:
    year = m["year"] if len(m["year"]) == 4 else f"20{m['year']}"
    return f"{'fiscal' if m['kind'] == 'FY' else 'calendar'} year {words.year(int(year))}{_until(m)}{' estimated' if m['estimated'] else ''}"


def _until(m: re.Match[str]) -> str:
    return f" to {words.cardinal(int(m['until']))}" if m["until"] else ""


def _quarter(m: re.Match[str]) -> str:
    """3Q25, 2H25."""
    part = "quarter" if m["kind"] == "Q" else "half"
    estimated = " estimated" if m["estimated"] else ""
    return f"{words.ordinal(int(m['quarter']))} {part} {words.year(2000 + int(m['year']))}{estimated}"


def _quarter_of(m: re.Match[str]) -> str:
    return f"Q {words.cardinal(int(m['quarter']))} {words.year(2000 + int(m['year']))}"


def _quarters(m: re.Match[str]) -> str:
    return f"Q {words.cardinal(int(m[1]))} to Q {words.cardinal(int(m[2]))}"


def _half(m: re.Match[str]) -> str:
    year = f" {words.year(2000 + int(m[2]))}" if m[2] else ""
    return f"{'first' if m[1] == '1' else 'second'} half of{year}"


def _estimated(m: re.Match[str]) -> str:
    """2025E, of analysts."""
    return f"{words.year(int(m[1]))} estimated"


def _bare_after_capitals(m: re.Match[str]) -> str | None:
    """The four digits of "RTX 4090" are said in pairs."""
    before = word_before(m.string, m.start())
    if len(before) < 2 or not before.isupper():
        return None
    return words.reference(m[0])


def _roman(m: re.Match[str]) -> str | None:
    """ "Chapter IV" → "four", "Henry VIII" → "the eighth"; "IV drip", "Sam and I" stay."""
    numeral, value = m["numeral"], value_of(m["numeral"])
    before = word_before(m.string, m.start())
    ruler = before.lower() in _RULERS
    if not value or not before:
        return None
    if before.lower() not in _COUNTING and (
        numeral == "I"
        or (len(numeral) == 1 and not ruler)
        or not before[0].isupper()
        or before.isupper()
        or word_after(m.string, m.end()) in _HOSPITAL
    ):
        return None
    return (f"the {words.ordinal(value)}" if ruler else words.cardinal(value)) + (m["of"] or "")


def _small_roman(m: re.Match[str]) -> str | None:
    """ "Scene iii", "page xii"."""
    value = value_of(m[0].upper())
    counts = word_before(m.string, m.start()).lower() in _COUNTING | {"page", "pages", "footnote", "para"}
    return words.cardinal(value) if value and counts else None


def _romans() -> frozenset[str]:
    ones = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    return frozenset(f"{tens}{one}" for tens in ("", "x", "xx", "xxx", "xl", "l", "lx") for one in ones) - {
        ""
    }


RULES: tuple[Rule, ...] = (
    rule("fiscal year", "a", r"(?P<kind>FY|CY)\ ?['’]?(?P<year>20\d\d|\d\d)(?:[-/–](?P<until>\d\d))?(?P<estimated>E)?(?!\w)", _fiscal, frozenset({"fy", "cy"})),
    rule("quarter and year", "9", r"(?P<quarter>[1-4])(?P<kind>(?<=[1-4])Q|(?<=[12])H)\ ?['’]?(?:20)?(?P<year>\d\d)(?P<estimated>E)?(?!\w)", _quarter),
    rule("year of a quarter", "a", r"Q(?P<quarter>[1-4])\ ?['’](?P<year>\d\d)(?!\w)", _quarter_of),
    rule("quarters", "a", r"Q([1-4])\ ?[-–]\ ?Q?([1-4])(?!\w)", _quarters),
    rule("half year", "a", r"H([12])(?:\ ?(?:20|['’])(\d\d)(?!\w)|(?=\ ?(?:FY|CY)))", _half),
    rule("estimated year", "9", r"(20[0-4]\d)E(?!\w)", _estimated),
    rule("Roman numeral", "a", r"(?P<numeral>[IVXLCDM]{1,9})(?P<of>['’]s)?(?![\w]|['’]\w)", _roman, _romans()),
    rule("small Roman numeral", "a", r"[ivxlc]{2,7}(?![\w]|['’]\w)", _small_roman, _romans()),
    rule("number of a model", "9", r"[1-9]\d{3}(?![\w%]|[.,]\d|-\d)", _bare_after_capitals),
)  # fmt: skip

NAME = rule(
    "name", "a9", rf"(?:{LETTER}|\d)++(?:[-‑](?:{LETTER}|\d)++|\.(?=\d)\d++(?:{LETTER}|\d)*+)*+", _name
)
"""Any word with a digit in it; asked after the quantities, which know what "10ms" is."""
