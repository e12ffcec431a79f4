"""Numbers that are no quantities: ordinals, fractions, versions, telephone numbers, dimensions, ratios."""

from __future__ import annotations

import re

from issuecast.write.spoken import units, words
from issuecast.write.spoken.context import word_before
from issuecast.write.spoken.rules import Rule, rule

_CALLING = frozenset("call phone tel telephone dial text fax at number mobile".split())
_RATING = frozenset("a an scored rated rating got gave score scores earned deserves".split())


def _ordinal(m: re.Match[str]) -> str | None:
    bare = m[1].replace(",", "")
    return words.ordinal(int(bare)) if len(bare) < 16 else None


def _mixed(m: re.Match[str]) -> str:
    """2 1/2 → "two and a half"."""
    above, below = int(m["above"]), int(m["below"])
    part = words.fraction(above, below)
    if above == 1 and below in {2, 4}:
        part = "a " + part.removeprefix("one ")
    end = m.end()
    measured = units.at(m.string, end) if m["unit"] else None
    unit = f" {measured[1][1]}" if measured else ""
    return f"{words.whole(m['whole'])} and {part}{unit}"


def _fraction(m: re.Match[str]) -> str | None:
    above, below = int(m["above"]), int(m["below"])
    if below < 2 or (above, below) == (24, 7):
        return None
    said = _share(m, above, below)
    return said or words.fraction(above, below)


def _share(m: re.Match[str], above: int, below: int) -> str | None:
    """ "50/50" and "60/40" are shares, "9/10" may be a rating."""
    if above + below == 100 and above >= 10 and below >= 10:
        return f"{words.cardinal(above)} {words.cardinal(below)}"
    if below in {5, 10, 100} and above <= below and word_before(m.string, m.start()).lower() in _RATING:
        return f"{words.cardinal(above)} out of {words.cardinal(below)}"
    return None


def _slashed(m: re.Match[str]) -> str:
    return " ".join([words.whole(part) for part in m[0].split("/")])


def _version(m: re.Match[str]) -> str:
    said = words.points(m["number"])
    mark = m["mark"] or ""
    if mark:
        named = word_before(m.string, m.start()).lower() in {"version", "versions", "release", "v"}
        said = said if named else f"version {said}"
    return said + (" x" if m["any"] else "")


def _dotted(m: re.Match[str]) -> str:
    """An address in a network, digit by digit."""
    return " dot ".join([words.digits(part) for part in m[0].split(".")])


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
    return _telephone(m) if word_before(m.string, m.start()).lower() in _CALLING else None


def _chain(m: re.Match[str]) -> str:
    return " ".join([words.reference(part) for part in re.split("[-–]", m[0])])


def _dimension(m: re.Match[str]) -> str:
    return " by ".join([words.number(part) for part in re.split(r"\s?[x×✕]\s?", m[0])])


def _ratio(m: re.Match[str]) -> str:
    return " to ".join([words.whole(part) for part in m[0].split(":")])


def _list(m: re.Match[str]) -> str:
    return ", ".join([words.whole(part) for part in m[0].split(",")])


def _power(m: re.Match[str]) -> str:
    sign = "minus " if m["sign"] else ""
    exponent = int(m["power"])
    base = words.number(m["base"])
    if not sign and exponent in {2, 3}:
        return f"{base} {'squared' if exponent == 2 else 'cubed'}"
    return f"{base} to the {f'minus {words.cardinal(exponent)}' if sign else words.ordinal(exponent)}"


def _numbered(m: re.Match[str]) -> str:
    """ "#1" → "number one"; after the thing that is numbered only the number: "PR #12"."""
    said = words.whole(m[1]) if len(m[1]) < 4 else words.reference(m[1].replace(",", ""))
    named = word_before(m.string, m.start()).lower() in {
        "issue",
        "pr",
        "episode",
        "ticket",
        "bug",
        "no",
        "number",
    }
    return said if named else f"number {said}"


RULES: tuple[Rule, ...] = (
    rule("version", "dl", r"(?P<mark>[vV]\.?\ ?)(?P<number>\d{1,6}(?:\.\d{1,6}){0,4})(?P<any>\.[xX])?(?![\w.]*\w)", _version, frozenset({"v"})),
    rule("pre-release", "dl", r"(?P<mark>[vV])?(?P<number>\d{1,6}(?:\.\d{1,6}){1,4})(?P<any>(?!))?(?=-[a-z]|[ab]\d|rc\d)", _version),
    rule("network address", "d", r"\d{1,3}(?:\.\d{1,3}){3}(?![\w.]*\w)", _dotted),
    rule("version of three", "d", r"(?P<mark>(?!))?(?P<number>\d{1,6}(?:\.\d{1,6}){2,4})(?P<any>\.[xX])?(?![\w.]*\w)", _version),
    rule("version of all", "d", r"(?P<mark>(?!))?(?P<number>\d{1,4}(?:\.\d{1,4})?)(?P<any>\.[xX])(?!\w)", _version),
    rule("telephone", "ds", r"(?:\+?1[-.\ ])?\(?\d{3}\)?[-.\ ]?(?<=[-.)\ ])\d{3}[-.\ ]\d{4}(?:-\d{2,5})?(?![\w])", _telephone),
    rule("toll-free number", "d", r"1-8\d\d(?:-[A-Z\d]{1,7}){1,4}(?!\w)", _telephone),
    rule("telephone abroad", "s", r"\+\d{1,3}(?:[-.\ ]?\(?\d{2,5}\)?){2,5}(?!\w)", _telephone),
    rule("local telephone", "d", r"\d{3}-\d{4}(?![\w-])", _called),
    rule("identity number", "d", r"\d{3}-\d{2}-\d{4}(?!\w)|\d{4}(?P<gap>[-\ ])\d{4}(?P=gap)\d{4}(?P=gap)\d{4}(?!\w)", _telephone),
    rule("ordinal", "d", r"(\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?i:st|nd|rd|th)(?!\w)", _ordinal),
    rule(
        "mixed fraction", "d",
        r"(?P<whole>\d{1,6})[\ -](?P<above>\d{1,3})[/⁄](?P<below>[2-9]|[1-9]\d{1,3})(?![\d/]|,\d)(?P<unit>)", _mixed,
    ),
    rule(
        "fraction", "d",
        r"(?P<above>\d{1,6})\ ?[/⁄]\ ?(?P<below>\d{1,6})(?i:rds?|ths?|nds?|st|s)?(?![\w/]|\.\d|,\d|\ ?tokens)", _fraction,
    ),
    rule("numbers with slashes", "d", r"\d{1,15}(?:/\d{1,15}){1,9}(?![\w/])", _slashed),
    rule("dimension", "d", r"\d{1,6}(?:\.\d{1,4})?(?:\s?[x×✕]\s?\d{1,6}(?:\.\d{1,4})?){1,3}(?!\w)", _dimension),
    rule("ratio", "d", r"\d{1,7}(?::\d{1,7}){1,3}(?![\w:])", _ratio),
    rule("power", "d", r"(?P<base>\d{1,15}(?:\.\d{1,9})?)(?:\^|\*\*)(?P<sign>[-−])?(?P<power>\d{1,3})(?!\w)", _power),
    rule("list", "d", r"\d{1,9}(?:,\d{1,9}){1,9}(?![\w,]|\.\d)(?<!,\d{3})", _list),
    rule("retirement plan", "d", r"401\(?k\)?(?!\w)", lambda _: "four oh one k"),
    rule("chain", "d", r"\d{1,15}(?:[-–]\d{1,15}){2,9}(?![\w])", _chain),
    rule("number sign", "s", r"\#(\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?!\w)", _numbered),
)  # fmt: skip
