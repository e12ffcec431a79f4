"""Roman numerals, where what is around tells that they are numbers: "Chapter IV", not "IV drip"."""

from __future__ import annotations

import re

from issuecast.write.spoken import words
from issuecast.write.spoken.context import word_after, word_before, words_before
from issuecast.write.spoken.roman import value_of
from issuecast.write.spoken.rules import Rule, lazy, rule

# After these, Roman numerals count, even a single letter.
_COUNTING = frozenset(
    "chapter part volume vol act scene book section article appendix phase type title class stage war tier level "
    "round episode season bowl schedule category figure fig table group annex amendment division mark grade canto "
    "pillar generation gen version factor wrestlemania art sec ch pt".split()
)
# Of these, X is the tenth; "Generation X" is a name.
_TO_TEN = frozenset(
    "chapter part volume vol act scene book article title bowl amendment season episode".split()
)
_TENTH = frozenset({"iphone", "os", "fantasy"})
_RULERS = frozenset(
    "henry louis charles george edward elizabeth james richard philip felipe pius benedict francis catherine "
    "alexander nicholas leo gregory urban innocent ramses frederick frederik wilhelm napoleon paul pope "
    "sultan william willem margrethe gustav carl christian harald haakon olav alfonso juan mary john clement sixtus "
    "ivan otto xerxes darius ptolemy cleopatra thutmose amenhotep mehmed suleiman murad selim mohammed abdullah hassan "
    "rama naruhito albert leopold victor umberto emmanuel peter theodore constantine justinian".split()
)
# After one of these and a family name, the second and third of a family are meant: "Robert Example III".
_GIVEN = _RULERS | frozenset(
    "robert thomas david michael joseph samuel benjamin walter arthur harold howard ralph roger ronald donald kenneth "
    "steven daniel andrew matthew anthony raymond lawrence dwight dale earl hank sam ben bob bill jim tom ken "
    "mike joe jack harry fred frank stanley russell martin luther marcus odell calvin larry garrett cyrus".split()
)
_RANKED = frozenset("century centuries dynasty olympiad olympics corps airborne legion".split())
_HOSPITAL = frozenset(
    "drip drips fluid fluids line lines bag bags therapy infusion infusions access pump pumps pole poles antibiotics "
    "antibiotic treatment treatments iron contrast catheter catheters needle needles ketamine vitamins medication "
    "medications saline push solution solutions".split()
)
# Words of _COUNTING that count with an "I" in small letters too: "a type I error".
_SMALL = frozenset("type types phase phases stage stages grade tier category schedule vol vols".split())
# "I" before one of these is who speaks: "the type I like".
_DOING = frozenset(
    "am was have had do did will would can could should might must may think thought know knew want wanted like liked "
    "love loved hate need needed use used read wrote write watch watched see saw made make took take found find feel "
    "felt get got give gave keep kept mean meant play played prefer said say told tell still never always just only "
    "also really first once went go call called bought missed lost won built mentioned linked noted referenced "
    "covered cited attended taught teach chose".split()
)
# A ruler's "I" stands before these or a stop.
_REIGNING = frozenset({"of", "was", "had", "and", "reigned", "ruled", "died", "who", "in", "to", "is"})
# A single letter before another one or a number is no numeral: "MiMo V two", "iPhone X S".
_SPELLED = lazy(
    r"(?:[A-Z]|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty)(?![a-z])"
)
_HEADING = lazy(r"\. [A-Z]")
_ONE = lazy(r"[IVX]{1,7}")
_SEPARATORS = {"-": "to", "–": "to", "/": ""}


def _roman(m: re.Match[str]) -> str | None:
    """ "Chapter IV" → "four", "Parts I–III" → "one to three", "Henry VIII" → "the eighth"; "Sam and I" stay."""
    text, first = m.string, m["first"]
    before, after = word_before(text, m.start()), word_after(text, m.end())
    ranked = len(first) > 1 and after.lower() in _RANKED
    ruler = _rules(text, m.start(), before, after)
    if _heads(m):
        return words.cardinal(value_of(first)) if value_of(first) else None
    if not value_of(first) or not (ranked or _counts(m, before, after, ruler=ruler)):
        return None
    said = words.ordinal if ranked or ruler else words.cardinal
    row = _ONE.sub(lambda one: said(value_of(one[0])), m["rest"])
    for sign, spoken in _SEPARATORS.items():
        row = row.replace(sign, f" {spoken} ")
    return f"{'the ' if ruler else ''}{said(value_of(first))}{row}{m['of'] or ''}"


def _heads(m: re.Match[str]) -> bool:
    """Whether a numeral numbers a heading: "IV. Discussion" at the start of a line."""
    start = not m.string[: m.start()].rpartition("\n")[2].strip() if m.start() < 80 else False
    return (
        start and len(m["first"]) > 1 and m[0] == m["first"] and _HEADING.match(m.string, m.end()) is not None
    )


def _counts(m: re.Match[str], before: str, after: str, *, ruler: bool) -> bool:
    """Whether a numeral stands for a number after this word."""
    numeral, word = m["first"], before.lower()
    counting = word in _COUNTING or word.removesuffix("s") in _COUNTING
    if len(numeral) == 1:
        return not _SPELLED.match(after) and _letter_counts(m, before, after, counting=counting, ruler=ruler)
    if counting:
        return not set(numeral) & set("CDM") or len(numeral) > 2
    named = before[:1].isupper() and not before.isupper() and after not in _HOSPITAL
    return named and set(numeral) <= set("IVX") and numeral != "XX"


def _letter_counts(m: re.Match[str], before: str, after: str, *, counting: bool, ruler: bool) -> bool:
    """ "Part I" and "Saturn V" count; "the part I read", "Generation X", "Roe V Wade" and "Class C" do not."""
    word = before.lower()
    if m["first"] == "I":
        return (counting and (m["rest"] != "" or not _speaks(before, after))) or (ruler and _reigns(m, after))
    if m["first"] == "X":
        return word in _TO_TEN or word in _TENTH
    if m["first"] != "V" or counting:
        return counting and m["first"] == "V"
    named = len(before) > 2 and before[0].isupper()
    return named and not after[:1].isupper() and not m.string.startswith(".", m.end())


def _speaks(before: str, after: str) -> bool:
    """Whether "I" is who speaks: "the book I read", "The Part I Love", but not "a type I error", "Part I was"."""
    if not after:
        return False
    if before[0].isupper():
        return after[:1].isupper() and after.lower() in _DOING
    return before not in _SMALL or after in _DOING or after.endswith(("ed", "n't"))


def _rules(text: str, at: int, before: str, after: str) -> bool:
    """Whether a numeral is the rank of a person: of a ruler, or of somebody's heir."""
    if before.lower() in _RULERS:
        return before[0].isupper()
    if not before[:1].isupper() or after[:1].isdecimal():
        return False
    names = [name.strip(".") for name in words_before(text, at)[1:2]]
    return bool(names) and (names[0] in _GIVEN or _INITIAL.search(text[max(0, at - 40) : at]) is not None)


_INITIAL = lazy(r"[^\W\d_] [A-Z]\.? [A-Z]\w{2,20} \Z")


def _reigns(m: re.Match[str], after: str) -> bool:
    rest = m.string[m.end() : m.end() + 4]
    stop = rest[:1]
    return (
        m["of"] is not None or after in _REIGNING or (stop != "" and stop in ",;:)") or not rest.strip(". ")
    )


def _lettered(m: re.Match[str]) -> str | None:
    """ "Phase IIb" → "two b"."""
    if word_before(m.string, m.start()).lower().removesuffix("s") not in _COUNTING:
        return None
    return f"{words.cardinal(value_of(m[1]))} {m[2]}"


def _joined(m: re.Match[str]) -> str:
    """ "Type-I" → "Type-one"."""
    return f"{m[1]}-{words.cardinal(value_of(m[2]))}"


def _small(m: re.Match[str]) -> str | None:
    """ "Scene iii", "pages xii–xiv"."""
    before = word_before(m.string, m.start()).lower()
    values = value_of(m[1].upper()), value_of((m[2] or "i").upper())
    if not all(values) or before.removesuffix("s") not in _COUNTING | {
        "page",
        "footnote",
        "para",
        "note",
        "p",
        "pp",
        "sc",
    }:
        return None
    return words.cardinal(values[0]) + (f" to {words.cardinal(values[1])}" if m[2] else "")


def _listed(m: re.Match[str]) -> str | None:
    """The mark of an item: "(ii)"."""
    value = value_of(m[1].upper())
    return f"({words.cardinal(value)})" if value else None


def _romans() -> frozenset[str]:
    ones = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    single = [f"{tens}{one}" for tens in ("", "x", "xx", "xxx", "xl", "l", "lx") for one in ones][1:]
    return frozenset(single) | {f"{numeral}-" for numeral in single[:20]}


_LETTERED = frozenset(f"{numeral}{letter}" for numeral in ("i", "ii", "iii", "iv") for letter in "abc")
_JOINED = frozenset(f"{word}-" for word in "type class phase stage grade level tier mark".split())
_END = r"(?![\w]|['’]\w)"
_ROW = r"(?:(?:[-–/]|,?\ (?:and|or|to|through|vs\.)\ |,\ )(?!I(?!\w))[IVX]{1,7}(?![\w'’.])){0,4}"

RULES: tuple[Rule, ...] = (
    rule("Roman numeral", "a", rf"(?P<first>[IVXLCDM]{{1,9}})(?P<rest>{_ROW})(?P<of>['’]s)?{_END}", _roman, _romans()),
    rule("numeral and letter", "a", rf"(I{{1,3}}|IV)([a-cA-C]){_END}", _lettered, _LETTERED),
    rule("joined numeral", "a", rf"([A-Za-z]{{4,5}})-([IV]){_END}", _joined, _JOINED),
    rule("small Roman numeral", "a", rf"([ivxlc]{{2,7}})(?:[-–]([ivxlc]{{1,7}}))?{_END}", _small, _romans()),
    rule("Roman item", "(", r"\(([ivx]{2,5}|[iv])\)", _listed),
)  # fmt: skip
