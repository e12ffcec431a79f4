"""Abbreviations, initials, titles."""

from __future__ import annotations

import re

from issuecast.write.spoken import places
from issuecast.write.spoken.context import counted, ends_sentence, word_after, word_before
from issuecast.write.spoken.rules import LETTER, Rule, lazy, rule

# With a full stop.
_DOTTED = {
    "vs": "versus", "v": "versus", "etc": "et cetera", "approx": "approximately", "inc": "Incorporated",
    "ltd": "Limited", "corp": "Corporation", "co": "Company", "cos": "Companies", "bros": "Brothers", "jr": "Junior", "sr": "Senior",
    "dept": "Department", "govt": "government", "est": "estimated", "max": "maximum", "avg": "average",
    "incl": "including", "excl": "excluding", "esp": "especially", "ca": "circa", "cf": "compare", "viz": "namely",
    "eg": "for example", "ie": "that is", "feat": "featuring", "ft": "featuring", "al": "al", "ed": "edition", "eds": "editors", "univ": "University", "assn": "Association", "intl": "international",
    "natl": "national", "mfg": "manufacturing", "mgmt": "management", "misc": "miscellaneous", "resp": "respectively",
    "temp": "temperature", "tel": "telephone", "ext": "extension", "mos": "months", "yrs": "years", "hrs": "hours",
    "mins": "minutes", "secs": "seconds", "lbs": "pounds", "esq": "Esquire", "apt": "apartment", "blvd": "Boulevard",
    "ave": "Avenue", "hwy": "Highway", "pkwy": "Parkway", "para": "paragraph", "ref": "reference", "asst": "assistant",
    "assoc": "associate", "attn": "attention", "mktg": "marketing", "mkt": "market", "pkg": "package", "acct": "account",
    "fwd": "forward", "cont": "continued", "equiv": "equivalent", "adj": "adjusted", "std": "standard", "mgr": "manager",
    "svcs": "services", "bldg": "building", "qty": "quantity", "prelim": "preliminary", "prev": "previous", "qtr": "quarter",
    "rev": "revenue", "min": "minimum", "exp": "expected", "vit": "vitamin",
}  # fmt: skip
# Only before a name.
_TITLES = {
    "dr": "Doctor", "mr": "Mister", "mrs": "Misses", "ms": "Miz", "prof": "Professor", "st": "Saint",
    "sen": "Senator", "rep": "Representative", "gov": "Governor", "gen": "General", "col": "Colonel",
    "lt": "Lieutenant", "sgt": "Sergeant", "capt": "Captain", "maj": "Major", "cmdr": "Commander", "adm": "Admiral",
    "rev": "Reverend", "hon": "Honorable", "pres": "President", "mt": "Mount", "ft": "Fort", "messrs": "Messers",
    "fr": "Father", "supt": "Superintendent", "atty": "Attorney", "drs": "Doctors", "profs": "Professors",
    "sens": "Senators", "reps": "Representatives", "govs": "Governors", "gens": "Generals", "sts": "Saints",
    "brig": "Brigadier", "cpl": "Corporal", "pvt": "Private", "det": "Detective", "ofc": "Officer", "insp": "Inspector",
    "amb": "Ambassador", "sec": "Secretary", "exec": "Executive",
}  # fmt: skip
# Only before a number.
_NUMBERED = {
    "no": "number", "nos": "numbers", "nr": "number", "vol": "volume", "vols": "volumes", "fig": "figure",
    "figs": "figures", "p": "page", "pg": "page", "pgs": "pages", "para": "paragraph", "pp": "pages", "ch": "chapter", "sec": "section", "art": "article", "eq": "equation",
    "ver": "version", "ep": "episode", "ca": "circa", "c": "circa", "min": "minimum", "max": "maximum", "rm": "room",
    "ste": "suite", "pt": "part", "est": "established", "approx": "approximately", "app": "appendix",
    "ref": "reference", "refs": "references", "b": "born", "d": "died", "tel": "telephone", "chap": "chapter",
    "sect": "section", "ex": "example", "wk": "week", "bldg": "building", "rte": "route", "qty": "quantity", "div": "division",
    "rev": "revision", "iss": "issue", "rt": "route", "prop": "proposition", "sc": "scene", "cat": "category", "vit": "vitamin",
}  # fmt: skip
# As they stand.
_BARE = {
    "vs": "versus", "yoy": "year over year", "qoq": "quarter over quarter", "mom": "month over month",
    "wow": "week over week", "ytd": "year to date", "approx": "approximately", "ppl": "people", "govt": "government",
    "mgmt": "management", "mktg": "marketing", "intl": "international", "eg": "for example", "wrt": "with respect to",
    "attn": "attention", "fwd": "forward", "gtd": "guaranteed",
}  # fmt: skip
_CASED = frozenset(
    "YoY QoQ MoM WoW YTD YOY QOQ yoy qoq vs Vs VS approx ppl govt Govt mgmt mktg intl eg wrt attn Attn ATTN fwd gtd".split()
)
_BARE_TITLES = frozenset("Mr Mrs Ms Dr Prof Mt Gov Sgt Capt Lt".split())
_CLIPPED = {
    "int'l": "international", "intn'l": "international", "nat'l": "national", "gov't": "government", "ass'n": "association",
    "sec'y": "secretary", "dep't": "department", "cont'd": "continued", "req'd": "required",
}  # fmt: skip
# As newspapers shorten states; the postal codes are in places.py.
_STATES = {
    "Ala": "Alabama", "Ariz": "Arizona", "Ark": "Arkansas", "Calif": "California", "Colo": "Colorado",
    "Conn": "Connecticut", "Del": "Delaware", "Fla": "Florida", "Ga": "Georgia", "Ill": "Illinois", "Ind": "Indiana",
    "Kan": "Kansas", "Ky": "Kentucky", "La": "Louisiana", "Md": "Maryland", "Mass": "Massachusetts",
    "Mich": "Michigan", "Minn": "Minnesota", "Miss": "Mississippi", "Mo": "Missouri", "Mont": "Montana",
    "Neb": "Nebraska", "Nev": "Nevada", "Okla": "Oklahoma", "Ore": "Oregon", "Pa": "Pennsylvania",
    "Tenn": "Tennessee", "Tex": "Texas", "Vt": "Vermont", "Va": "Virginia", "Wash": "Washington", "Wis": "Wisconsin",
    "Wyo": "Wyoming", "W.Va": "West Virginia",
}  # fmt: skip
_SLASHED = {
    "w/o": "without", "w/out": "without", "w/in": "within", "w/r/t": "with respect to", "b/c": "because", "b/t": "between",
    "y/y": "year over year", "q/q": "quarter over quarter", "m/m": "month over month", "n/a": "not applicable",
    "c/o": "care of", "h/t": "hat tip", "s/o": "shout-out", "and/or": "and or", "a/k/a": "also known as",
    "f/k/a": "formerly known as", "n/k/a": "now known as", "d/b/a": "doing business as", "he/she": "he or she",
    "she/he": "she or he", "s/he": "she or he", "his/her": "his or her", "him/her": "him or her", "yes/no": "yes or no",
    "either/or": "either or", "w/e": "whatever",
}  # fmt: skip
_LETTERED = {
    "eg": "for example", "ie": "that is", "am": "A M", "pm": "P M", "aka": "also known as", "phd": "P H D",
    "cf": "compare", "ps": "P S", "wrt": "with respect to",
}  # fmt: skip


def _dotted(m: re.Match[str]) -> str | None:
    """An abbreviation with its full stop, which stays if it ends the sentence too."""
    key = m[1].lower()
    title = _title(m, key) if m[1][0].isupper() else None
    if title:
        return title
    said = _DOTTED.get(key)
    if not said or (key in _UNSURE and not _sure(m, key)):
        return None
    said = said if m[1].islower() or not said[0].islower() else said.capitalize()
    return f"{said}." if ends_sentence(m.string, m.end()) and key not in _NEVER_LAST else said


def _title(m: re.Match[str], key: str) -> str | None:
    """ "Dr. Lee", "Mr. and Mrs. Doe", "Sec. of State", "St. Louis", but "Wall St. Journal"."""
    said = _TITLES.get(key)
    if said and word_after(m.string, m.end())[:1].isupper():
        street = key == "st" and word_before(m.string, m.start()) in _STREETS
        return "Street" if street else said
    office = key == "sec" and re.match(r"\ of\ (?:the\ )?[A-Z]", m.string[m.end() : m.end() + 9])
    couple = key in _PERSONS and re.match(r"\s(?:and|&|or)\s[A-Z]", m.string[m.end() : m.end() + 6])
    return said if couple or office else None


def _sure(m: re.Match[str], key: str) -> bool:
    """Whether what may be a word, or another abbreviation, is what it seems."""
    before, after = word_before(m.string, m.start()), word_after(m.string, m.end())
    capital = m[1][0].isupper()
    sure = False
    match key:
        case "est" | "exp":  # "$1.20 est.", "est. revenue"
            priced = m.string[m.end() : m.end() + 2].strip()[:1] in set("$€£¥~")
            figure = (
                before[:1].isdecimal() or before.endswith("illion") or m.string[: m.start()].endswith("% ")
            )
            sure = not capital and (figure or after[:1].islower() or priced)
        case "v":
            sure = not capital and before[:1].isupper() and after[:1].isupper()
        case "al":
            sure = before.lower() == "et"
        case "ed":
            sure = before[:1].isdecimal() and before[-1] in "tdh"
        case "ft" | "feat":  # of a song
            named = before[:1].isupper() or m.string[m.start() - 1 : m.start()] in {"(", "["}
            sure = not capital and named and after[:1].isupper()
        case "temp" | "rev":
            sure = after[:1].islower()
        case "min":  # "the min. wage"; else minutes
            sure = after[:1].islower() and before.lower() in {"", "the", "federal"}
        case "cos":
            sure = capital
        case "co":
            sure = capital and (before[:1].isupper() or m.string[: m.start()].endswith("& "))
    return sure


def _numbered(m: re.Match[str]) -> str | None:
    key, numeral = m[1].lower(), m.string[m.end() : m.end() + 1]
    if numeral in set("IVXLCivxlc") and key not in (_BY_ROMANS if numeral.isupper() else _BY_SMALL):
        return None
    if (
        m[1] in {"no", "cat"}
        and (number := _DIGITS.match(m.string, m.end()))
        and counted(m.string, number.end())
    ):
        return None  # "The answer is no. 5 people left."
    said = _NUMBERED.get(key)
    if key == "est" and not _YEAR.match(m.string, m.end()):
        said = "estimated"
    if m[1] in {"b", "d"} and not re.match(r"1\d{3}(?!\d)|20\d\d(?!\d)", m.string[m.end() : m.end() + 5]):
        return None
    if not said or (len(m[1]) == 1 and not m[1].islower()):
        return None
    return said


def _bare(m: re.Match[str]) -> str | None:
    if m[0] in _BARE_TITLES:
        return _TITLES[m[0].lower()] if word_after(m.string, m.end())[:1].isupper() else None
    return _BARE[m[0].lower()] if m[0] in _CASED else None


def _clipped(m: re.Match[str]) -> str | None:
    said = _CLIPPED.get(m[0].lower().replace("’", "'"))
    return said.capitalize() if said and m[0][0].isupper() else said


def _slashed(m: re.Match[str]) -> str | None:
    return _SLASHED.get(m[0].lower(), "with ")


def _lettered(m: re.Match[str]) -> str:
    """ "U.S." → "U S", "e.g." → "for example"."""
    letters = m[0].replace(".", "").replace(" ", "")
    plural = letters[-1] == "s" and letters[:-1].isupper()
    spelled = " ".join(letters[:-1]) + "'s" if plural else " ".join(letters)
    said = _LETTERED.get(letters.lower(), spelled)
    stop = m[0].endswith(".") and letters.lower() not in {"eg", "ie"} and ends_sentence(m.string, m.end())
    return f"{said}." if stop else said


def _degree(m: re.Match[str]) -> str:
    """ "Ph.D.s" → "P H D's", "Pharm.D." → "Pharm D"."""
    parts = re.findall("[A-Z][a-z]*", m[0].removesuffix("s"))
    said = " ".join([" ".join(part.upper()) if len(part) < len("Psy") else part for part in parts])
    stop = "." if m[0][-1] == "." and ends_sentence(m.string, m.end()) else ""
    return f"{said}'s" if m[1] else f"{said}{stop}"


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


_SPELLED = lazy(r"(?<!\w)[A-Z] \Z")
_YEAR = lazy(r"(?:1[5-9]|20)\d\d(?!\d|,\d)")
_BY_SMALL = frozenset({"p", "pp", "sc"})
_BY_ROMANS = _BY_SMALL | set("vol vols art ch chap pt fig figs sec sect app div".split())
_DIGITS = lazy(r"\d{1,3}")
_PERSONS = frozenset("mr mrs ms dr prof gov sen rep rev gen".split())
_STREETS = frozenset("Wall Main High Fleet Bond Market Elm Oak Pine Broad Canal State Mission".split())
_UNSURE = frozenset("v ed al co cos ca temp min rev est exp para ref ft feat".split())
_NEVER_LAST = frozenset({"vs", "v", "eg", "ie"})
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
WORDS = frozenset(_DOTTED) | frozenset(_TITLES) | frozenset(_BARE)


_COMPASS = {"N": "North", "S": "South", "E": "East", "W": "West"}
_HALVED = "Korean?s?|Africa|America|Carolina|Dakota|Virginia|Sudan|Ireland|Macedonia|Timor|Asia|Europe"
_TOWN_BEFORE = lazy(r"[A-Z][a-z][\w.'’-]*,\s?\Z")
_ANY_STATE = "|".join([*map(re.escape, _STATES), r"N\.[CDHJMY]|S\.[CD]|R\.I", *places.STATES.values()])
_PARTIES = {"D": "Democrat", "R": "Republican", "I": "Independent"}


def _state(m: re.Match[str]) -> str | None:
    """ "Palo Alto, Calif." → "Palo Alto, California."; without a town before it, "Wash." may be a word."""
    if not _TOWN_BEFORE.search(m.string[max(0, m.start() - 40) : m.start()]):
        return None
    name = _STATES.get(m[1]) or places.STATES.get(m[1].replace(".", ""))
    return f"{name}." if name and ends_sentence(m.string, m.end()) else name


def _party(m: re.Match[str]) -> str | None:
    """ "(D-Mass.)" → "(Democrat, Massachusetts)"."""
    state = m["state"]
    name = _STATES.get(state) or places.STATES.get(state.replace(".", ""), state)
    if len(name) < len("Iowa") and name != "D C":  # "Phase I-II,"
        return None
    said = f"{_PARTIES[m['party']]}, {name}"
    if m["open"]:
        return f"({said})"
    return f"{said}." if m[0][-1] == "." and ends_sentence(m.string, m.end()) else said


RULES: tuple[Rule, ...] = (
    rule("party and state", "(a", rf"(?P<open>\()?(?P<party>[DRI])-(?P<state>{_ANY_STATE}|[A-Z]{{2}}(?=[,)]))(?(open)\.?\)|\.?(?=[\s,;)]|\Z))", _party, frozenset({"d-", "r-", "i-"})),
    rule("state after its town", "a", rf"({_ANY_STATE})\.(?!\w)", _state, frozenset(map(str.lower, _STATES)) | set("nsr"), stopped=True),
    rule("half of a country", "a", rf"([NSEW])\.\ (?=(?:{_HALVED})(?!\w))", lambda m: _COMPASS[m[1]], frozenset("nsew"), stopped=True),
    rule("World War", "a", r"WW(I{1,2}|[12])(?!\w)", lambda m: f"World War {'one' if m[1] in {'I', '1'} else 'two'}", frozenset({"wwi", "wwii"})),
    rule("clipped word", "a", r"[A-Za-z]{2,4}['’][a-z](?!\w)", _clipped, frozenset(word.split("'")[0] for word in _CLIPPED)),
    rule("abbreviation with a slash", "a", rf"(?i:{'|'.join(_SLASHED)})(?![\w/])|[wW]/(?!\w)|[wW]/(?=[A-Za-z]{{2}}|[\d$€£~])", _slashed),
    rule("lettered abbreviation", "a", rf"(?:{LETTER}\.){{2,8}}(?:{LETTER}(?![\w.@]))?(?!\w)|[A-Z]\.\ ?[A-Z]\.(?=\ [A-Z][a-z])", _lettered, _LETTERS, stopped=True),
    rule("degree", "a", r"(?:Ph\.?D|Ed\.D|[BMD]\.Sc|[BM]\.Ed|[MD]\.Phil|Psy\.D|Pharm\.D)\.?(s)?(?!\w)", _degree, frozenset({"phd", "phds"})),
    rule("abbreviation before a number", "a", r"([A-Za-z]{1,6})\.(?:\ {0,2}(?=[\#$€£~]?\d|[IVXLC]{1,6}(?!\w)|[ivxlc]{1,6}(?![a-zA-Z])|[A-Z]\d)|(?=\ {0,2}\(\d))", _numbered, frozenset(_NUMBERED), stopped=True),
    rule("abbreviation", "a", r"([A-Za-z]{1,8})\.(?!\w|\.)", _dotted, WORDS, stopped=True),
    rule("initial", "a", rf"({LETTER})\.(?=\ ?[A-Z])", _initial, _LETTERS, stopped=True),
    rule("number before its figure", "a", r"(?:(Vols?|Figs?|Ep|Iss|pp)|[Nn][º°]\.?)\ ?(?=\d)", lambda m: f"{_NUMBERED[m[1].lower()] if m[1] else 'number'} ", frozenset("vol vols fig figs ep iss pp nº".split())),
    rule("short form", "a", r"[A-Za-z]{2,6}(?!\w|\.\w|['’]\w)", _bare, frozenset(_BARE) | frozenset(map(str.lower, _BARE_TITLES))),
)  # fmt: skip
