"""Abbreviations, initials, titles."""

from __future__ import annotations

import re

from issuecast.write.spoken import places
from issuecast.write.spoken.context import ends_sentence, word_after, word_before
from issuecast.write.spoken.rules import LETTER, Rule, rule

# With a full stop.
_DOTTED = {
    "vs": "versus", "v": "versus", "etc": "et cetera", "approx": "approximately", "inc": "Incorporated",
    "ltd": "Limited", "corp": "Corporation", "co": "Company", "bros": "Brothers", "jr": "Junior", "sr": "Senior",
    "dept": "Department", "govt": "government", "est": "estimated", "max": "maximum", "avg": "average",
    "incl": "including", "excl": "excluding", "esp": "especially", "ca": "circa", "cf": "compare", "viz": "namely",
    "al": "al", "ed": "editor", "eds": "editors", "univ": "University", "assn": "Association", "intl": "international",
    "natl": "national", "mfg": "manufacturing", "mgmt": "management", "misc": "miscellaneous", "resp": "respectively",
    "temp": "temperature", "tel": "telephone", "ext": "extension", "mos": "months", "yrs": "years", "hrs": "hours",
    "mins": "minutes", "secs": "seconds", "lbs": "pounds", "esq": "Esquire", "apt": "apartment", "blvd": "Boulevard",
    "ave": "Avenue", "hwy": "Highway", "pkwy": "Parkway", "para": "paragraph", "ref": "reference",
}  # fmt: skip
# Only before a name.
_TITLES = {
    "dr": "Doctor", "mr": "Mister", "mrs": "Misses", "ms": "Miz", "prof": "Professor", "st": "Saint",
    "sen": "Senator", "rep": "Representative", "gov": "Governor", "gen": "General", "col": "Colonel",
    "lt": "Lieutenant", "sgt": "Sergeant", "capt": "Captain", "maj": "Major", "cmdr": "Commander", "adm": "Admiral",
    "rev": "Reverend", "hon": "Honorable", "pres": "President", "mt": "Mount", "ft": "Fort", "messrs": "Messers",
    "fr": "Father", "supt": "Superintendent", "atty": "Attorney",
}  # fmt: skip
# Only before a number.
_NUMBERED = {
    "no": "number", "nos": "numbers", "nr": "number", "vol": "volume", "vols": "volumes", "fig": "figure",
    "figs": "figures", "p": "page", "para": "paragraph", "pp": "pages", "ch": "chapter", "sec": "section", "art": "article", "eq": "equation",
    "ver": "version", "ep": "episode", "ca": "circa", "c": "circa", "min": "minimum", "max": "maximum", "rm": "room",
    "ste": "suite", "pt": "part", "est": "established", "approx": "approximately", "app": "appendix", "ref": "reference", "refs": "references", "b": "born", "d": "died", "tel": "telephone",
}  # fmt: skip
# As they stand.
_BARE = {
    "vs": "versus", "yoy": "year over year", "qoq": "quarter over quarter", "mom": "month over month",
    "wow": "week over week", "ytd": "year to date", "approx": "approximately", "mrs": "Misses", "ppl": "people",
}  # fmt: skip
_CASED = frozenset("YoY QoQ MoM WoW YTD YOY QOQ vs Vs VS approx Mr Mrs Dr ppl".split())
_SLASHED = {
    "w/o": "without", "w/out": "without", "w/": "with ", "b/c": "because", "y/y": "year over year", "q/q": "quarter over quarter",
    "m/m": "month over month", "n/a": "not applicable", "c/o": "care of", "and/or": "and or", "a/k/a": "also known as",
    "he/she": "he or she", "she/he": "she or he", "s/he": "she or he", "his/her": "his or her", "him/her": "him or her",
    "yes/no": "yes or no", "either/or": "either or",
}  # fmt: skip
_LETTERED = {
    "eg": "for example", "ie": "that is", "am": "A M", "pm": "P M", "aka": "also known as", "phd": "P H D",
    "cf": "compare", "ps": "P S",
}  # fmt: skip


def _dotted(m: re.Match[str]) -> str | None:
    """An abbreviation with its full stop, which stays if it ends the sentence too."""
    key = m[1].lower()
    after = word_after(m.string, m.end())
    title = _TITLES.get(key)
    if title and m[1][0].isupper() and after[:1].isupper():
        return title
    said = _DOTTED.get(key)
    if not said or (key in {"v", "ed", "al", "co", "ca", "temp", "est", "para", "ref"} and not _sure(m, key)):
        return None
    said = said if m[1].islower() or not said[0].islower() else said.capitalize()
    return f"{said}." if ends_sentence(m.string, m.end()) and key not in {"vs", "v"} else said


def _sure(m: re.Match[str], key: str) -> bool:
    before = word_before(m.string, m.start())
    if key == "est":  # "$1.20 est."
        return m[1].islower() and before[-1:].isdecimal()
    if key == "v":
        return before[:1].isupper() and word_after(m.string, m.end())[:1].isupper()
    if key == "al":
        return before.lower() == "et"
    return (
        key == "co" and m[1][0].isupper() and (before[:1].isupper() or m.string[: m.start()].endswith("& "))
    )


def _numbered(m: re.Match[str]) -> str | None:
    if m.string[m.end() : m.end() + 1] in set("IVXLC") and m[1].lower() not in _BY_ROMANS:
        return None
    said = _NUMBERED.get(m[1].lower())
    if m[1] in {"b", "d"} and not re.match(r"1\d{3}(?!\d)|20\d\d(?!\d)", m.string[m.end() : m.end() + 5]):
        return None
    if not said or (len(m[1]) == 1 and not m[1].islower()):
        return None
    return said


def _bare(m: re.Match[str]) -> str | None:
    if m[0] not in _CASED:
        return None
    if m[0] in {"Mr", "Mrs", "Dr"}:
        return _TITLES[m[0].lower()] if word_after(m.string, m.end())[:1].isupper() else None
    return _BARE[m[0].lower()]


def _slashed(m: re.Match[str]) -> str | None:
    return _SLASHED.get(m[0].lower())


def _lettered(m: re.Match[str]) -> str:
    """ "U.S." → "U S", "e.g." → "for example"."""
    letters = m[0].replace(".", "").replace(" ", "")
    said = _LETTERED.get(letters.lower(), " ".join(letters)) if len(letters) < 4 else " ".join(letters)
    stop = m[0].endswith(".") and letters.lower() not in {"eg", "ie"} and ends_sentence(m.string, m.end())
    return f"{said}." if stop else said


def _initial(m: re.Match[str]) -> str | None:
    """The full stop after an initial is no end of a sentence: "Ada B. Example"; that of spelled letters is."""
    if ends_sentence(m.string, m.end()) or _SPELLED.search(m.string[max(0, m.start() - 3) : m.start()]):
        return None
    before = word_before(m.string, m.start())
    start = not m.string[: m.start()].strip() if m.start() < 9 else False
    return (
        m[1]
        if before[:1].isupper() or start or re.match(r"\ ?[A-Z]\.", m.string[m.end() : m.end() + 4])
        else None
    )


_SPELLED = re.compile(r"(?<!\w)[A-Z] \Z")
_BY_ROMANS = frozenset("vol vols art ch pt fig figs sec app".split())
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_WORDS = frozenset(_DOTTED) | frozenset(_TITLES) | frozenset(_BARE)


def _party(m: re.Match[str]) -> str:
    return f"({_PARTIES[m[1]]}, {places.STATES.get(m[2], m[2])})"


_PARTIES = {"D": "Democrat", "R": "Republican", "I": "Independent"}

RULES: tuple[Rule, ...] = (
    rule("party and state", "(", r"\(([DRI])-([A-Z]{2}|[A-Z][a-z]{2,12})\.?\)", _party),
    rule("World War", "a", r"WW(I{1,2}|[12])(?!\w)", lambda m: f"World War {'one' if m[1] in {'I', '1'} else 'two'}", frozenset({"wwi", "wwii"})),
    rule("abbreviation with a slash", "a", r"(?i:w/o(?:ut)?(?!\w)|w/(?!\w)|w/(?=[A-Z0-9])|[byqmnc]/[cyqmao](?![\w/])|and/or(?!\w)|a/k/a(?!\w)|(?:s?he/s?he|s/he|hi[sm]/her|yes/no|either/or)(?!\w))", _slashed),
    rule("lettered abbreviation", "a", rf"(?:{LETTER}\.){{2,8}}(?:{LETTER}(?![\w.@]))?(?!\w)|[A-Z]\.\ ?[A-Z]\.(?=\ [A-Z][a-z])", _lettered, _LETTERS, stopped=True),
    rule("degree", "a", r"Ph\.?D\.?(?!\w)", _lettered, frozenset({"phd"})),
    rule("abbreviation before a number", "a", r"([A-Za-z]{1,6})\.(?:\ {0,2}(?=\#?\d|[IVXLC]{1,6}(?!\w))|(?=\ {0,2}\(\d))", _numbered, frozenset(_NUMBERED), stopped=True),
    rule("abbreviation", "a", r"([A-Za-z]{1,8})\.(?!\w|\.)", _dotted, _WORDS, stopped=True),
    rule("initial", "a", rf"({LETTER})\.(?=\ ?[A-Z])", _initial, _LETTERS, stopped=True),
    rule("short form", "a", r"[A-Za-z]{2,6}(?![\w.]|['’]\w)|(?:vs|approx)(?=\.)", _bare, frozenset(_BARE) | {"mr", "dr"}),
)  # fmt: skip
