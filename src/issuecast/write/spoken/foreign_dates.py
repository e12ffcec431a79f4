"""Dates, times and telephone numbers in German, French and Spanish."""

from __future__ import annotations

import re

from issuecast.write.spoken.language import SPACE, Language, is_last
from issuecast.write.spoken.rules import Rule, lazy, rule

_DAY = r"(?:[12]\d|3[01]|0?[1-9])"
_YEAR = r"(?:1[1-9]\d\d|20\d\d)"
_MINUTE = r"[0-5]\d"
_HOUR = r"(?:2[0-4]|[01]?\d)"
_BACK = 32
_GOES_ON = lazy(
    r"[,;:)]|\s?[-–]|\s(?:bis|und|oder|um|ab)\b"
)  # what follows "23.12." and tells that it is a date


class Dates:
    """The rules for dates and times in one language."""

    def __init__(self, language: Language) -> None:
        self._language = language
        cut = [f"{name}\\.?" for names in language.months_cut.split() for name in names.split("|")]
        self._months = {name.lower(): place for place, name in enumerate(language.months, 1)}
        for place, names in enumerate(language.months_cut.split(), 1):
            self._months |= dict.fromkeys(names.lower().split("|"), place)
        self._names = rf"(?i:{'|'.join((*language.months, *cut))})(?![\w])"
        self._day = re.compile(rf"(?i:(?<!\w)(?:{language.day_words}),?\s)\Z")

    def rules(self) -> tuple[Rule, ...]:
        """From the particular to the general."""
        named = {"de": rf"\.{SPACE}?", "fr": rf"(?:er|ᵉʳ)?{SPACE}", "es": rf"{SPACE}(?:de{SPACE})?"}
        year = {"de": rf"{SPACE}", "fr": rf"{SPACE}", "es": rf",?{SPACE}(?:del?{SPACE})?"}
        between = {"de": "", "fr": r"(?:er)?\s?[-–—]\s?", "es": r"\s?[-–—]\s?"}
        code = self._language.code
        space = r"\ ?" if code == "de" else ""
        cut = r"\.\ ?(?P<month>0?[1-9]|1[0-2])(?P<dot>\.)?" if code == "de" else "/(?P<month>0?[1-9]|1[0-2])"
        return (
            rule("ISO date", "9", rf"(?P<year>{_YEAR})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?![\w-])", self._date),
            rule("date", "9", rf"(?P<day>{_DAY})(?P<sep>[./-]){space}(?P<month>\d{{1,2}})(?P=sep){space}(?P<year>{_YEAR}|\d\d)(?![\w/-]|[.,]\d)", self._in_figures),
            *(() if code == "de" else (rule("days", "9", rf"(?P<first>{_DAY}){between[code]}(?={_DAY}{named[code]}{self._names})", self._first),)),
            rule("named date", "9", rf"(?P<day>{_DAY}){named[code]}(?P<name>{self._names})(?:{year[code]}(?P<year>{_YEAR})(?!\w))?", self._named),
            rule("day and month", "9", rf"(?P<day>{_DAY}){cut}(?![\w/%]|[.,]\d)", self._day_and_month),
            rule("month", "a", rf"(?P<name>{self._names})(?={SPACE}(?:de{SPACE})?(?:{_YEAR}|\d\d?(?!\d)))", self._month, frozenset(self._months)),
            *self._clocks(),
            rule("telephone", "9+(", r"(?:\+\d{1,3}|\(\+\d{1,3}\)|00\d{2}|\(0\d{1,4}\)|0\d{1,4})(?:[ \u00a0./()-]{1,3}\d{1,8}){2,6}(?![\w.,/-]?\d)|\+\d{7,15}(?!\w)|0\d{8,11}(?!\w)|0\d{2,4}[/ ]\d{5,8}(?!\w)|\d{2,3}(?:[ \u00a0]\d{2}){3,4}(?![\w.,]?\d)|(?:[6789]\d\d[ -]\d\d\d[ -]\d\d\d|9\d[ -]\d\d\d[ -]\d\d[ -]\d\d)(?!\ ?[\w%€$]|[.,]\d)", self._telephone),
        )  # fmt: skip

    def _clocks(self) -> tuple[Rule, ...]:
        zone = r"(?![\w:]|[.,]\d)"
        seconds = rf"(?P<hour>{_HOUR}):(?P<minute>{_MINUTE}):(?P<second>{_MINUTE}){zone}"
        patterns = {
            "de": (rf"(?P<hour>{_HOUR})(?:[:.](?P<minute>{_MINUTE}))?(?:\ Uhr)?(?:[-–]|\ [-–]\ )(?P<hour2>{_HOUR})(?:[:.](?P<minute2>{_MINUTE}))?{SPACE}?(?:Uhr|h){zone}",
                   rf"(?P<hour>{_HOUR})(?:[:.](?P<minute>{_MINUTE}))?{SPACE}?Uhr(?!\w)",
                   rf"(?P<hour>{_HOUR})\.(?P<minute>{_MINUTE}){SPACE}?h(?!\w)",
                   rf"(?P<hour>{_HOUR}):(?P<minute>{_MINUTE})(?:{SPACE}?h)?{zone}"),
            "fr": (rf"(?P<hour>{_HOUR}){SPACE}?h(?:{SPACE}?(?P<minute>{_MINUTE}))?\ ?[-–]\ ?(?P<hour2>{_HOUR}){SPACE}?h(?:{SPACE}?(?P<minute2>{_MINUTE}))?{zone}",
                   rf"(?P<hour>{_HOUR}){SPACE}?[hH](?:{SPACE}?(?P<minute>{_MINUTE}))?(?:\ ?min)?(?![\w:/])",
                   rf"(?P<hour>{_HOUR}):(?P<minute>{_MINUTE}){zone}"),
            "es": (rf"(?P<hour>{_HOUR})[:.](?P<minute>{_MINUTE})\ ?[-–]\ ?(?P<hour2>{_HOUR})[:.](?P<minute2>{_MINUTE})(?:{SPACE}?h(?:oras?|s)?\b\.?)?{zone}",
                   rf"(?P<hour>{_HOUR}):(?P<minute>{_MINUTE})(?:{SPACE}?h(?:oras?|s)?\b)?{zone}",
                   rf"(?P<hour>{_HOUR})\.(?P<minute>{_MINUTE}){SPACE}?h(?:oras?|s)?\b",
                   rf"(?<=las\ )(?P<hour>{_HOUR})(?P<minute>(?!))?{SPACE}?h(?:s|oras)?\b"),
        }[self._language.code]  # fmt: skip
        return (
            rule("time with seconds", "9", seconds, self._seconds),
            *(rule("time", "9", pattern, self._clock) for pattern in patterns),
        )

    def _said(self, found: re.Match[str], day: str, month: int, year: str | None) -> str:
        before = found.string[max(0, found.start() - _BACK) : found.start()]
        return self._language.date(int(day), month, year or "", before)

    def _date(self, found: re.Match[str]) -> str:
        return self._said(found, found["day"], int(found["month"]), found["year"])

    def _in_figures(self, found: re.Match[str]) -> str | None:
        day, month, year = int(found["day"]), int(found["month"]), found["year"]
        if self._language.region == "us" and day < 13:
            day, month = month, day
        if month > 12 or day > 31 or not day * month:
            return None
        if len(year) == 2:
            if found["sep"] == "-":
                return None
            year = f"{'20' if year < '70' else '19'}{year}"
        return self._said(found, str(day), month, year)

    def _first(self, found: re.Match[str]) -> str:
        """The first day of "3–5 de marzo"."""
        language, day = self._language, int(found["first"])
        said = language.cardinal(day)
        if language.code == "fr" and day == 1:
            said = "premier"
        return f"{said} {language.to} "

    def _named(self, found: re.Match[str]) -> str:
        return self._said(found, found["day"], self._months[found["name"].lower().rstrip(".")], found["year"])

    def _day_and_month(self, found: re.Match[str]) -> str | None:
        """ "am 23.12." or "le 03/04"; without what tells, it is a version or a fraction."""
        text, end = found.string, found.end()
        dot = found.groupdict().get("dot")
        told = self._day.search(text[max(0, found.start() - _BACK) : found.start()])
        if not told and not (dot and _GOES_ON.match(text, end)):
            return None
        said = self._said(found, found["day"], int(found["month"]), None)
        return f"{said}." if dot and is_last(text, end) else said

    def _month(self, found: re.Match[str]) -> str | None:
        return self._language.months[self._months[found["name"].lower().rstrip(".")] - 1]

    def _seconds(self, found: re.Match[str]) -> str:
        language = self._language
        said = language.clock(int(found["hour"]), int(found["minute"]))
        joint = {"de": "und", "fr": "et", "es": "y"}[language.code]
        return f"{said} {joint} {language.counted(found['second'].lstrip('0') or '0', language.units['s'])}"

    def _clock(self, found: re.Match[str]) -> str:
        language, groups = self._language, found.groupdict()
        said = language.clock(int(groups["hour"]), int(groups["minute"] or 0))
        if not groups.get("hour2"):
            return said
        if language.code == "de" and not groups["minute"]:
            said = said.removesuffix(" Uhr")
        return f"{said} {language.to} {language.clock(int(groups['hour2']), int(groups['minute2'] or 0))}"

    def _telephone(self, found: re.Match[str]) -> str:
        """French numbers in pairs, others digit by digit; a comma where the groups part."""
        language, written = self._language, found[0]
        groups = re.findall(r"\d+", written)
        plus = f"{language.signs['+']} " if "+" in written[:2] else ""
        pairs = language.code == "fr" and all(len(group) == 2 for group in groups[2:])
        said = [
            language.whole(group) if pairs and place and group[0] != "0" else language.digits(group)
            for place, group in enumerate(groups)
        ]
        return plus + ", ".join(said)
