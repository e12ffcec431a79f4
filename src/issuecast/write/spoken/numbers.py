"""Numbers that are no quantities: ordinals, fractions, versions, telephone numbers, dimensions, ratios."""

from __future__ import annotations

import re

from issuecast.write.spoken import units, words
from issuecast.write.spoken.amounts import amount
from issuecast.write.spoken.context import attributive, counted, word_after, word_before
from issuecast.write.spoken.rules import Reading, Rule, rule

_CALLING = frozenset("call phone tel telephone dial text fax at number mobile".split())
_NUMBERED = frozenset(
    {
        "issue",
        "issues",
        "pr",
        "prs",
        "episode",
        "ticket",
        "bug",
        "no",
        "number",
        "part",
        "day",
        "chapter",
        "volume",
    }
)
# What comes in versions: "Go 1.26" is one point twenty-six.
_VERSIONED = frozenset(
    "version versions release v python go golang rust java node kernel linux kubernetes ubuntu debian fedora ruby php "
    "postgres postgresql mysql django rails react angular swift kotlin scala haskell ghc cuda pytorch tensorflow android "
    "ios macos chrome firefox".split()
)
_STAGES = {"rc": "release candidate", "pre": "preview", "dev": "development", "b": "beta", "a": "alpha"}
_VERSION = r"(?P<number>\d{1,6}(?:\.\d{1,6}){%s,4})(?P<any>\.[xX])?(?:-?(?P<stage>rc|alpha|beta|preview|pre|dev|[ab](?=\d))[-.]?(?P<stage_number>\d{1,4})?)?(?!\.?\w)"
_MIXED = re.compile(r"(?P<whole>\d{1,6})[ -](?P<above>\d{1,3})[/⁄](?P<below>[2-9]|[1-9]\d{1,3})(?![\d/]|,\d)")
_DIMENSION = re.compile(r"(?:\d{1,6}(?:\.\d{1,4})?\s?[x×✕]\s?){1,3}(?=\d)(?!10(?:\^|\*\*))")
_POWER = re.compile(r"(\d{1,15}(?:\.\d{1,9})?)(?:\^|\*\*)([-−]?\d{1,3})(?!\w)")
_RATING = frozenset("a an scored rated rating got gave score scores earned deserves".split())


def _ordinal(m: re.Match[str]) -> str | None:
    bare = m[1].replace(",", "")
    return words.ordinal(int(bare)) if len(bare) < 16 else None


def _ordinals(m: re.Match[str]) -> str:
    return f"{words.ordinal(int(m[1]))} to {words.ordinal(int(m[2]))}"


def _mixed(text: str, at: int) -> Reading | None:
    """2 1/2 → "two and a half", with the unit that is measured."""
    m = _MIXED.match(text, at)
    if m is None:
        return None
    above, below = int(m["above"]), int(m["below"])
    part = words.fraction(above, below)
    if above == 1 and below in {2, 4}:
        part = "a " + part.removeprefix("one ")
    said, measured = f"{words.whole(m['whole'])} and {part}", units.at(text, m.end())
    return (measured[0], f"{said} {measured[1][1]}") if measured else (m.end(), said)


def _fraction(m: re.Match[str]) -> str | None:
    above, below = int(m["above"]), int(m["below"])
    if below < 2:
        return None
    if word_before(m.string, m.start()).lower() in {
        "phase",
        "type",
        "grade",
        "level",
        "stage",
        "step",
        "tier",
        "part",
    }:
        return f"{words.cardinal(above)} {words.cardinal(below)}"
    said = _share(m, above, below)
    return said or words.fraction(above, below)


def _share(m: re.Match[str], above: int, below: int) -> str | None:
    """ "50/50" and "60/40" are shares, "9/10" may be a rating."""
    if above + below == 100 and above >= 10 and below >= 10:
        return f"{words.cardinal(above)} {words.cardinal(below)}"
    rated = word_before(m.string, m.start()).lower() in _RATING or counted(m.string, m.end())
    if below in {5, 10, 100} and above <= below and rated:
        return f"{words.cardinal(above)} out of {words.cardinal(below)}"
    return None


def _rating(m: re.Match[str]) -> str:
    """4.5/5 → "four point five out of five"."""
    return f"{words.number(m[1])} out of {words.whole(m[2])}"


def _season(m: re.Match[str]) -> str | None:
    """2024/25, two years that follow each other."""
    if int(m[2][-2:]) != (int(m[1]) + 1) % 100:
        return None
    return f"{words.year(int(m[1]))} {words.year(int(m[2]))}"


def _slashed(m: re.Match[str]) -> str:
    return " ".join([words.whole(part) for part in re.split("[/x]", m[0])])


def _version(m: re.Match[str]) -> str | None:
    """v2.1.3-rc.1 → "version two point one point three release candidate one"."""
    groups = m.groupdict()
    before = word_before(m.string, m.start()).lower()
    if (
        "mark" not in groups
        and m["number"].count(".") < 2
        and not (groups.get("any") or m["stage"] or before in _VERSIONED)
    ):
        return None
    said = words.points(m["number"])
    if groups.get("mark") and before not in {"version", "versions", "release"}:
        said = f"version {said}"
    if groups.get("any"):
        said += " x"
    if m["stage"]:
        stage, number = _STAGES.get(m["stage"], m["stage"]), m["stage_number"]
        said += f" {stage} {words.whole(number)}" if number else f" {stage}"
    return said


def _dotted(m: re.Match[str]) -> str:
    """An address in a network, digit by digit."""
    port = f" port {words.reference(m[2])}" if m[2] else ""
    return " dot ".join([words.digits(part) for part in m[1].split(".")]) + port


def _telephone(m: re.Match[str]) -> str:
    said = "plus " if m[0].startswith("+") else ""
    groups = re.findall(r"\d+|[A-Z]+", m[0])
    return said + ", ".join([_group(group) for group in groups])


def _group(group: str) -> str:
    if group.isalpha():
        return group if len(group) > 2 else " ".join(group)
    if re.fullmatch(r"[1-9]00", group):
        return words.cardinal(int(group))
    return words.digits(group)


def _called(m: re.Match[str]) -> str | None:
    return _telephone(m) if m[0][4] == "0" or word_before(m.string, m.start()).lower() in _CALLING else None


def _chain(m: re.Match[str]) -> str:
    """1-2-3; a code with long parts, or with zeros in front, is spelled."""
    parts = re.split("[-–]", m[0])
    spelled = any(len(part) > 4 or part.startswith("0") for part in parts)
    return (
        ", ".join([words.digits(part) for part in parts])
        if spelled
        else " ".join(map(words.reference, parts))
    )


def _dimension(text: str, at: int) -> Reading | None:
    """8x7B, 1920x1080, 2 x 4 m: the unit or the scale is said once."""
    m = _DIMENSION.match(text, at)
    last = amount(text, m.end()) if m else None
    if m is None or last is None or last.currency or text[last.end : last.end + 1].isalnum():
        return None
    sides = re.findall(r"[\d.]+", m[0])
    said = [_side(side) for side in sides]
    singular = attributive(text, at, last.end)
    return last.end, " by ".join([*said, _side(last.number) if last.bare else last.say(singular=singular)])


def _side(number: str) -> str:
    return words.reference(number) if number.isdecimal() and len(number) == 4 else words.number(number)


def _ratio(m: re.Match[str]) -> str:
    said = " to ".join([words.whole(part) for part in m[0].rstrip("s").split(":")])
    return words.plural(said) if m[0][-1] == "s" else said


def _list(m: re.Match[str]) -> str:
    return ", ".join([words.whole(part) for part in m[0].split(",")])


def _power(text: str, at: int) -> Reading | None:
    """10^8 m/s, with the unit that is measured."""
    m = _POWER.match(text, at)
    if m is None:
        return None
    said = f"{words.number(m[1])} {words.power(int(m[2].replace('−', '-')))}"
    measured = units.at(text, m.end())
    return (measured[0], f"{said} {measured[1][1]}") if measured else (m.end(), said)


def _airliner(m: re.Match[str]) -> str | None:
    """A Boeing 747-8, "seven forty-seven eight"."""
    made = word_before(m.string, m.start()) == "Boeing"
    if not (
        made
        or m[2]
        or m[3]
        or word_after(m.string, m.end()) in {"MAX", "Max", "jet", "jets", "Dreamliner", "Dreamliners"}
    ):
        return None
    model = f" {words.reference(m[2])}" if m[2] else ""
    return f"seven {words.plural(words.cardinal(int(m[1]))) if m[3] else words.cardinal(int(m[1]))}{model}"


def _scientific(m: re.Match[str]) -> str:
    """1.5e9 → "one point five times ten to the ninth"."""
    return f"{words.number(m[1])} times ten {words.power(int(m[2]))}"


def _of_a_thing(m: re.Match[str]) -> str | None:
    """Room 101, "one oh one"; ZIP 94103, digit by digit."""
    before, number = word_before(m.string, m.start()).lower(), m[0]
    if before in _CODED and len(number) > 4:
        return words.digits(number)
    if before in _PLACED and len(number) == 3 and number[1:] != "00" and number[0] != "0":
        rest = f"oh {words.DIGITS[int(number[2])]}" if number[1] == "0" else words.cardinal(int(number[1:]))
        return f"{words.DIGITS[int(number[0])]} {rest}"
    return None


_CODED = frozenset(
    "zip code pin postcode account bug id serial isbn issn order tracking ticket case pnr".split()
)
_PLACED = frozenset("room highway route interstate flight hwy".split())


def _numbered(m: re.Match[str]) -> str:
    """ "#1" → "number one"; after the thing that is numbered only the number: "PR #12"."""
    said = words.whole(m[1]) if len(m[1]) < 4 else words.reference(m[1].replace(",", ""))
    named = word_before(m.string, m.start()).lower() in _NUMBERED
    return said if named else f"number {said}"


RULES: tuple[Rule, ...] = (
    rule("version", "a", rf"(?P<mark>[vV]\.?\ ?){_VERSION % 0}", _version, frozenset({"v"})),
    rule("network address", "9", r"(\d{1,3}(?:\.\d{1,3}){3})(?::(\d{1,5}))?(?!\.?\w)", _dotted),
    rule("telephone", "9+(", r"(?:\+?1[-.\ ])?\(?\d{3}\)?[-.\ ]?(?<=[-.)\ ])\d{3}[-.\ ]\d{4}(?:-\d{2,5})?(?![\w])", _telephone),
    rule("bare version", "9", _VERSION % 1, _version),
    rule("version of all", "9", r"(?P<number>\d{1,4})(?P<any>\.[xX])(?P<stage>(?!))?(?!\w)", _version),
    rule("toll-free number", "9", r"1-8\d\d(?:-[A-Z\d]{1,7}){1,4}(?!\w)", _telephone),
    rule("telephone abroad", "+", r"\+\d{1,3}(?:[-.\ ]?\(?\d{2,5}\)?){2,5}(?!\w)", _telephone),
    rule("local telephone", "9", r"\d{3}-\d{4}(?![\w-])", _called),
    rule("identity number", "9", r"\d{3}-\d{2}-\d{4}(?!\w)|\d{4}(?P<gap>[-\ ])\d{4}(?P=gap)\d{4}(?P=gap)\d{4}(?!\w)", _telephone),
    rule("spaced number", "9", r"[1-9]\d{0,2}(?:(?:\ \d{3}){2,5}|(?:[\u00a0\u202f]\d{3}){1,5})(?![\d.,])", lambda m: words.cardinal(int(re.sub(r"\s", "", m[0])))),
    rule("ordinals", "9", r"(\d{1,3})(?:st|nd|rd|th)?\ ?[-–]\ ?(\d{1,3})(?:st|nd|rd|th)(?!\w)", _ordinals),
    rule("century", "9", r"(\d{1,2})(?:st|nd|rd|th)[\ -]c(?:ent)?\.(?!\w)", lambda m: f"{words.ordinal(int(m[1]))} century"),
    rule("ordinal", "9", r"(\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?i:st|nd|rd|th)(?!\w)", _ordinal),
    Rule("mixed fraction", "9", _mixed),
    rule("twin numbers", "9", r"(?:24[/x]7(?:/365)?|9/11)(?![\w/])", _slashed),
    rule("rating", "9", r"(\d{1,2}\.\d{1,2})/(5|10|100)(?![\w/])", _rating),
    rule("season", "9", r"((?:19|20)\d\d)/((?:19|20)?\d\d)(?![\w/])", _season),
    rule(
        "fraction", "9",
        r"(?P<above>\d{1,6})\ ?[/⁄]\ ?(?P<below>\d{1,6})(?i:rds?|ths?|nds?|st|s)?(?![\w/]|\.\d|,\d|\ ?tokens)", _fraction,
    ),
    rule("numbers with slashes", "9", r"\d{1,15}(?:/\d{1,15}){1,9}(?![\w/])", _slashed),
    Rule("dimension", "9", _dimension),
    rule("ratio", "9", r"\d{1,7}(?::\d{1,7}){1,3}s?(?![\w:])", _ratio),
    Rule("power", "9", _power),
    rule("scientific", "9", r"(\d(?:\.\d{1,15})?)[eE]([-+]?\d{1,3})(?!\w)", _scientific),
    rule("list", "9", r"\d{1,9}(?:,\d{1,9}){1,9}(?![\w,]|\.\d)(?<!,\d{3})", _list),
    rule("retirement plan", "9", r"401\(?k\)?(?!\w)", lambda _: "four oh one k"),
    rule("airliner", "9", r"7([0-8]7)(?:-(\d{1,3}))?(s)?(?![\w%]|[.,]\d|-\d)", _airliner),
    rule("Wi-Fi standard", "9", r"802\.(\d{1,2})([a-z]{1,2})?(?!\w)", lambda m: f"eight oh two point {words.cardinal(int(m[1]))} {' '.join((m[2] or '').upper())}"),
    rule("chain", "9", r"\d{1,15}(?:[-–]\d{1,15}){2,9}(?![\w])", _chain),
    rule("number of a thing", "9", r"\d{3,14}(?![\w%]|[.,:]\d|[-–/]\w)", _of_a_thing),
    rule("number sign", "#", r"\#(\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?!\w)", _numbered),
)  # fmt: skip
