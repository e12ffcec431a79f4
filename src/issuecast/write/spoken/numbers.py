"""Numbers that are no quantities: ordinals, fractions, versions, powers; and those of the files beside this one."""

from __future__ import annotations

import re

from issuecast.write.spoken import dimensions, telephones, things, units, words
from issuecast.write.spoken.context import attributive, counted, word_before, words_before
from issuecast.write.spoken.rules import LETTER, Reading, Rule, lazy, rule

# What comes in versions: "Go 1.26" is one point twenty-six.
_VERSIONED = frozenset(
    "version versions release v python go golang rust java node kernel linux kubernetes ubuntu debian fedora ruby php "
    "postgres postgresql mysql django rails react angular swift kotlin scala haskell ghc cuda pytorch tensorflow android "
    "ios macos chrome firefox typescript bun deno llvm gcc cmake terraform elixir erlang julia vue svelte kafka redis sqlite "
    "numpy pandas vllm ollama laravel gradle".split()
)
_STAGES = {"rc": "release candidate", "pre": "preview", "dev": "development", "b": "beta", "a": "alpha"}
_VERSION = r"(?P<number>\d{1,6}(?:\.\d{1,6}){%s,4})(?P<any>\.[xX])?(?:-?(?P<stage>rc|alpha|beta|preview|pre|dev|[ab](?=\d))[-.]?(?P<stage_number>\d{1,4})?)?(?!\.?\w)"
_PART = r"\d{1,3}[/⁄](?:[2-9]|[1-9]\d{1,3})(?![\d/]|,\d)"
_MIXED = lazy(rf"\d{{1,6}}[ -]{_PART}")
_MIXED_RANGE = lazy(
    rf"(?:(\d{{1,6}}\ {_PART})[-–—](\d{{1,6}}\ {_PART}|\d{{1,6}})|(\d{{1,6}})[-–—](\d{{1,6}}\ {_PART}))(?![\d/]|[.,]\d)"
)
_FRACTION = lazy(
    r"(?P<above>\d{1,6})\ ?[/⁄]\ ?(?P<below>\d{1,6})(?i:rds?|ths?|nds?|st|s)?(?![\w/]|\.\d|,\d|\ ?tokens)"
)
_POWER = lazy(r"(\d{1,15}(?:\.\d{1,9})?)(?:\^|\*\*)([-−]?\d{1,3})(?!\w)")
_STEPS = frozenset("phase type grade level stage tier".split())
_PARTS = frozenset("day page part slide step post".split())
_RATING = frozenset("a an scored rated rating score got gave score scores earned deserves".split())


def _ordinal(m: re.Match[str]) -> str | None:
    bare = m[1].replace(",", "")
    return words.ordinal(int(bare)) if len(bare) < 16 else None


def _ordinals(m: re.Match[str]) -> str:
    return f"{words.ordinal(int(m[1]))} to {words.ordinal(int(m[2]))}"


def _mixed(text: str, at: int) -> Reading | None:
    """2 1/2 → "two and a half", 5 1/2–6 → "five and a half to six", with the unit that is measured."""
    m = _MIXED_RANGE.match(text, at) or _MIXED.match(text, at)
    if m is None:
        return None
    said = " to ".join([_with_part(number) for number in (m.groups() or (m[0],)) if number])
    measured = units.at(text, m.end())
    if measured is None:
        return m.end(), said
    return measured[0], f"{said} {measured[1][0 if attributive(text, at, measured[0]) else 1]}"


def _with_part(written: str) -> str:
    """ "2 1/2" → "two and a half"; "0 1/2" → "one half"."""
    whole, _, part = re.sub("[-⁄]", lambda sign: "/" if sign[0] == "⁄" else " ", written).partition(" ")
    if not part:
        return words.whole(whole)
    above, below = map(int, part.split("/"))
    said = words.fraction(above, below)
    if whole == "0":
        return said
    return f"{words.whole(whole)} and {'a ' + said.removeprefix('one ') if above == 1 and below in {2, 4} else said}"


def _measured_fraction(text: str, at: int) -> Reading | None:
    """3/8 → "three eighths", with the unit that is measured: "three quarters mile"."""
    m = _FRACTION.match(text, at)
    said = _fraction(m) if m else None
    if m is None or said is None:
        return None
    measured = None if text.startswith("%", m.end()) else units.at(text, m.end())
    return (measured[0], f"{said} {measured[1][0]}") if measured else (m.end(), said)


def _fraction(m: re.Match[str]) -> str | None:
    above, below = int(m["above"]), int(m["below"])
    if below < 2:
        return None
    before = "".join(words_before(m.string, m.start())[:1])
    if before in _PARTS and above <= below:
        return f"{words.cardinal(above)} of {words.cardinal(below)}"
    if before in _STEPS:
        return f"{words.cardinal(above)} {words.cardinal(below)}"
    said = _share(m, above, below)
    return said or words.fraction(above, below)


def _share(m: re.Match[str], above: int, below: int) -> str | None:
    """ "50/50" and "60/40" are shares, "9/10" may be a rating."""
    if above + below == 100 and above >= 10 and below >= 10:
        return f"{words.cardinal(above)} {words.cardinal(below)}"
    rated = not _RATING.isdisjoint(words_before(m.string, m.start())[:1]) or counted(m.string, m.end())
    if above == below > 10 and below != 100:  # "20/20 vision"
        return f"{words.cardinal(above)} {words.cardinal(below)}"
    if above == below or (below in {5, 10, 100} and above < below and rated and m[0][-1].isdecimal()):
        return f"{words.cardinal(above)} out of {words.cardinal(below)}"
    return None


def _rating(m: re.Match[str]) -> str:
    """4.5/5 → "four point five out of five"."""
    return f"{words.number(m[1])} out of {words.whole(m[2])}"


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


def _scientific(m: re.Match[str]) -> str:
    """1.5e9 → "one point five times ten to the ninth"."""
    return f"{words.number(m[1])} times ten {words.power(int(m[2]))}"


RULES: tuple[Rule, ...] = (
    *telephones.RULES,
    things.NETWORK,
    rule("version", "a", rf"(?P<mark>[vV]\.?\ ?){_VERSION % 0}", _version, frozenset({"v"})),
    rule("bare version", "9", _VERSION % 1, _version),
    rule("version of all", "9", r"(?P<number>\d{1,4})(?P<any>\.[xX])(?P<stage>(?!))?(?!\w)", _version),
    rule("spaced number", "9", r"[1-9]\d{0,2}(?:(?:\ \d{3}){2,5}|(?:[\u00a0\u202f]\d{3}){1,5})(?![\d.,])", lambda m: words.cardinal(int(re.sub(r"\s", "", m[0])))),
    rule("ordinals", "9", r"(\d{1,3})(?:st|nd|rd|th)?\ ?[-–]\ ?(\d{1,3})(?:st|nd|rd|th)(?!\w)", _ordinals),
    rule("century", "9", r"(\d{1,2})(?:st|nd|rd|th)[\ -]c(?:ent)?\.(?!\w)", lambda m: f"{words.ordinal(int(m[1]))} century"),
    rule("ordinal", "9", r"(\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?i:st|nd|rd|th)(?!\w)", _ordinal),
    rule("minus", "-−", r"(?<!\S)[-−](?=\d{1,3}[/⁄]\d{1,3}(?![\w/]))", lambda _: "minus"),
    Rule("mixed fraction", "9", _mixed),
    rule("twin numbers", "9", r"(?:24[/x]7(?:/365)?|9/11)(?![\w/])", _slashed),
    rule("rating", "9", r"(\d{1,2}\.\d{1,2})/(5|10|100)(?![\w/])", _rating),
    Rule("fraction", "9", _measured_fraction),
    rule("numbers with slashes", "9", r"\d{1,15}(?:/\d{1,15}){1,9}(?![\w/])", _slashed),
    *dimensions.RULES,
    Rule("power", "9", _power),
    rule("scientific", "9", r"(\d(?:\.\d{1,15})?)[eE]([-+]?\d{1,3})(?!\w)", _scientific),
    rule("words before a number", "a", rf"({LETTER}{{1,12}}(?:-{LETTER}{{1,12}}){{0,2}})-(?=\d{{1,3}}(?:,\d{{3}}|:[0-5]\d|(?:st|nd|rd|th)(?!\w)))", lambda m: m[1].replace("-", " ")),
    rule("list", "9", r"\d{1,9}(?:,\d{1,9}){1,9}(?![\w,]|\.\d)(?<!,\d{3})", _list),
    *things.RULES,
)  # fmt: skip
