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
_VERSION = r"(?P<number>\d{1,6}(?:\.\d{1,6}){%s,4})(?P<any>\.[xX])?(?:-?(?P<stage>rc|alpha|beta|preview|pre|dev|[ab](?=\d)|t(?!\w))[-.]?(?P<stage_number>\d{1,4})?)?(?!\.?\w)"
_PART = r"\d{1,3}[/⁄](?:[2-9]|[1-9]\d{1,3})(?![\d/]|,\d)"
_MIXED = lazy(rf"\d{{1,6}}[ -]{_PART}")
_MIXED_RANGE = lazy(
    rf"(?:(\d{{1,6}}\ {_PART})[-–—](\d{{1,6}}\ {_PART}|\d{{1,6}})|(\d{{1,6}})[-–—](\d{{1,6}}\ {_PART}))(?![\d/]|[.,]\d)"
)
_FRACTION = lazy(
    r"(?P<above>\d{1,6})\ ?[/⁄]\ ?(?P<below>\d{1,6})(?i:rds?|ths?|nds?|st|s)?(?![\w/]|\.\d|,\d|\ ?tokens)"
)
_POWER = lazy(r"(\d{1,15}(?:\.\d{1,9})?)(?:\^|\*\*)([-−]?\d{1,3})(?!\w)")
_LED = lazy(r"([^\W\d_]{1,12})(?:\ ?[<>=≤≥~^]{1,2}[\d.]{1,9},)?\ ?[<>=≤≥~^]{0,2}\ ?\Z")
_NAMED = lazy(r"6|8|\d{2,6}")
_PRESSURE = frozenset("pressure pressures bp hypertension systolic reading readings".split())
_EUROPEAN = lazy(r"[ \u00a0]?(?:%|€|Mio|Mrd)")
_MOST_PARTS = 16  # in which something is divided, as a rule
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
    answers = 400 <= min(above, below) <= max(above, below) < 512  # of a server: "a 404/410"
    named = answers or (min(above, below) > 999 and word_before(m.string, m.start()).isupper())
    if below < 2 or named:
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
    before = words_before(m.string, m.start())
    before = before[1:2] if before[:1] == ["of"] else before[:1]
    rated = not _RATING.isdisjoint(before) or counted(m.string, m.end())
    if above == below > 10 and below != 100:  # "20/20 vision"
        return f"{words.cardinal(above)} {words.cardinal(below)}"
    if below == 100 and above > 1 and m[0][-1].isdecimal():
        return f"{words.cardinal(above)} out of one hundred"
    few = below in {5, 10} or below > _MOST_PARTS
    if above == below or (few and above < below and rated and m[0][-1].isdecimal()):
        return f"{words.cardinal(above)} out of {words.cardinal(below)}"
    return None


def _rating(m: re.Match[str]) -> str:
    """4.5/5 → "four point five out of five"."""
    return f"{words.number(m[1])} out of {words.whole(m[2])}"


def _pressure(m: re.Match[str]) -> str | None:
    """A blood pressure of 120/80."""
    known = m[3] or not _PRESSURE.isdisjoint(words_before(m.string, m.start()))
    if not known or int(m[1]) <= int(m[2]):
        return None
    return f"{words.parted(m[1])} over {words.parted(m[2])}{' millimeters of mercury' if m[3] else ''}"


def _slashed(m: re.Match[str]) -> str:
    """24/7/365, "4090/5090", "5/10/15%"."""
    parts = re.split("[/x]", m[0])
    joint = " " if (len(parts) == 2 and len(parts[1]) < 4) or parts[0] == "24" else ", "
    return joint.join([words.parted(part) if len(part) in {3, 4} else words.whole(part) for part in parts])


def versioned(text: str, at: int) -> bool:
    """Whether what comes in versions leads up to a place: "Python 3.11", "Python >=3.11,<3.14"."""
    found = _LED.search(text[max(0, at - 40) : at])
    return found is not None and found[1].lower() in _VERSIONED


def _version(m: re.Match[str]) -> str | None:
    """v2.1.3-rc.1 → "version two point one point three release candidate one"."""
    groups = m.groupdict()
    if m[0][0] == "V" and _NAMED.fullmatch(m["number"]):  # a V8 engine, a V100 card
        return None
    known = versioned(m.string, m.start())
    if m["stage"] == "t" and not known:
        return None
    marked = "mark" in groups or groups.get("any") or m["stage"] or m["number"].count(".") > 1
    if not marked and not known:
        return None
    said = words.points(m["number"])
    if groups.get("mark") and word_before(m.string, m.start()).lower() not in {
        "version",
        "versions",
        "release",
    }:
        said = f"version {said}"
    if groups.get("any"):
        said += " x"
    if m["stage"]:
        stage, number = _STAGES.get(m["stage"], m["stage"]), m["stage_number"]
        said += f" {stage} {words.whole(number)}" if number else f" {stage}"
    return said


def _list(m: re.Match[str]) -> str | None:
    if m[0].count(",") == 1 and _EUROPEAN.match(m.string, m.end()):  # "1,5 %"
        return None
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
    rule("batting averages", ".", r"\.(\d{3})(?:/\.(\d{3}))(?:/\.(\d{3}))?(?![\w/])", lambda m: ", ".join([words.parted(rate) for rate in m.groups() if rate])),
    rule("heart", "<", r"(?<!\S)<3(?=(?P<end>[.!]?\Z)|\ (?:it|this|that|you|them|him|her|my|our|the)(?!\w))", lambda m: "" if m["end"] is not None else "love"),
    things.NETWORK,
    things.STANDARD,
    rule("version", "a", rf"(?P<mark>[vV]\.?\ ?){_VERSION % 0}", _version, frozenset({"v"})),
    rule("bare version", "9", _VERSION % 1, _version),
    rule("version of all", "9", r"(?P<number>\d{1,4})(?P<any>\.[xX])(?P<stage>(?!))?(?!\w)", _version),
    rule("spaced number", "9", r"[1-9]\d{0,2}(?:(?:\ \d{3}){2,5}|(?:[\u00a0\u202f_'’]\d{3}){1,5})(?![\d.,])(?!_)", lambda m: words.cardinal(int(re.sub(r"\D", "", m[0])))),
    rule("ordinals", "9", r"(\d{1,3})(?:st|nd|rd|th)?\ ?[-–]\ ?(\d{1,3})(?:st|nd|rd|th)(?!\w)", _ordinals),
    rule("century", "9", r"(\d{1,2})(?:st|nd|rd|th)[\ -]c(?:ent)?\.(?!\w)", lambda m: f"{words.ordinal(int(m[1]))} century"),
    rule("ordinal", "9", r"(\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?i:st|nd|rd|th)(?!\w)", _ordinal),
    rule("minus", "-−", r"(?<!\S)[-−](?=\d{1,3}[/⁄]\d{1,3}(?![\w/]))", lambda _: "minus"),
    rule("term of a formula", "9", r"(\d{1,3})([xyz])(?=\^\d|\ [+−=]\ ?[\da-z(])|(?<=[+−=]\ )(\d{1,3})([xyz])(?!\w)", lambda m: f"{words.whole(m[1] or m[3])} {m[2] or m[4]}"),
    Rule("mixed fraction", "9", _mixed),
    rule("blood pressure", "9", r"(1?\d\d|2[0-4]\d)/(\d{2,3})(?![\w/%]|[.,]\d)(\ ?mm\ ?Hg(?!\w))?", _pressure),
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
