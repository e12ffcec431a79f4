"""Addresses, names with digits, abbreviations and single signs in German, French and Spanish."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from issuecast.write.spoken.language import SPACE, Language, is_last
from issuecast.write.spoken.roman import value_of
from issuecast.write.spoken.rules import LETTER, PAUSE, SILENT, Reading, Rule, lazy, rule
from issuecast.write.spoken.symbols import KEPT

_HOST = r"(?:[^\W_](?:[\w-]{0,62}[^\W_])?\.){1,4}[^\W\d_]{2,18}"
_RUN = lazy(rf"{LETTER}++|\d++(?:[.,]\d++)*+|[^\w\s]|_")
_TOP = "com org net info io ai de fr es eu ch at be ca mx ar cl co pe uk us tv me app dev blog news gob edu gov cat berlin paris tech shop cloud online html".split()
_DASHES = "-–—−‒―‐‑⸺⸻"
_BETWEEN = {"B2B": "B to B", "B2C": "B to C", "C2C": "C to C", "D2C": "D to C"}
_PERIODS = {
    "de": "Monat|Jahr|Tag|Woche|Stunde|Person",
    "fr": "mois|an|jour|semaine|heure|personne",
    "es": "mes|año|día|semana|hora|persona",
}
_VALUES = "€$£¥%°)(-−+~"
_ROMANS = frozenset("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxiii".split())
_PARTS = frozenset(
    "kapitel teil band akt artikel chapitre tome partie acte volume titre capítulo tomo parte acto libro título volumen anexo".split()
)
"""What is numbered in Roman numerals."""
_LISTS = frozenset({"etc.", "usw.", "usf."})
_NEXT = lazy(r"\s+[A-ZÄÖÜÉÈÀ¿¡]")


class Names:
    """The rules for what is no amount in one language."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def addresses(self) -> tuple[Rule, ...]:
        """Asked before all else."""
        top = "|".join(_TOP)
        return (
            rule("e-mail", "a9", rf"(?P<local>[\w.+-]{{1,64}})@(?P<host>{_HOST})(?![\w@])", self._email),
            rule("domain", "a9", rf"(?:www\.(?={LETTER}|\d))?(?P<host>(?:[^\W_](?:[\w-]{{0,62}}[^\W_])?\.){{1,4}}(?:{top}))(?:/(?P<path>[\w./~?=&%+\#-]{{0,200}})(?<![.?]))?(?![\w@]|\.\w)", self._domain),
            rule("hashtag", "#", r"\#(?P<name>\d{0,9}[^\W\d]\w{0,60})", self._hashtag),
            rule("handle", "@", r"@(?P<name>\w[\w.-]{0,60}\b)", lambda m: f"{self._language.signs['@']} {self._spell(m['name'])}"),
            rule("groups of digits", "9", r"\d{1,7}(?:-\d{1,7}){3,6}(?![\w-])", lambda m: ", ".join(map(self._language.digits, m[0].split("-")))),
            rule("number sign", "#", r"\#\ ?(?=\d)", lambda _: f"{self._language.number_sign} "),
        )  # fmt: skip

    def abbreviations(self) -> tuple[Rule, ...]:
        """Before amounts; what stands before a number or a name only is asked first."""
        language = self._language
        return (
            self._shortened("before a number", language.before_number, rf"(?={SPACE}?\d|,\ \d)"),
            self._shortened("abbreviation", language.abbreviations, rf"(?!{LETTER})"),
            self._shortened("title", language.titles, rf"(?={SPACE}[A-ZÄÖÜÁÉÍÓÚÀÈÇŒ])"),
        )

    def others(self) -> tuple[Rule, ...]:
        """Asked after the amounts."""
        language = self._language
        dot = r"\.?" if language.code == "de" else ""
        return (
            rule("version", "9a", r"(?P<v>[vV]\.?\ ?)?(?P<version>\d{1,6}(?:\.\d{1,6}){2,5}|(?(v)\d{1,4}(?:\.\d{1,6})?))(?![\w])", self._version),
            rule("reign", "a", rf"(?P<value>[IVX]{{1,6}}){dot}(?!\w)", self._reign, _ROMANS),
            rule("C++", "a", rf"(?P<name>{LETTER}{{1,9}})\+\+(?!\w)", lambda m: f"{m['name']} {language.signs['+']} {language.signs['+']}"),
            rule("C#", "a", r"(?P<name>[CFJ])\#(?!\w)", lambda m: f"{m['name']} sharp"),
            rule("name", "a9", rf"(?=(?:{LETTER}|[-‑.]){{0,40}}\d)(?:{LETTER}|\d)(?:{LETTER}|\d|[-‑_](?=\w)|\.(?=\d)){{1,60}}", self._name),
            rule("underscore", "a9", rf"(?:{LETTER}|\d){{1,60}}(?:_+(?:{LETTER}|\d){{1,60}}){{1,9}}", self._name),
        )  # fmt: skip

    def _shortened(self, name: str, table: Mapping[str, str], after: str) -> Rule:
        bare = {re.sub(r"\s", "", written): said for written, said in table.items()}
        bare |= {
            key[0].upper() + key[1:]: said[0].upper() + said[1:]
            for key, said in bare.items()
            if key[0].islower() and key[0].upper() + key[1:] not in bare
        }
        keys = sorted({*table, *(key[0].upper() + key[1:] for key in table)}, key=len, reverse=True)
        pattern = "|".join([re.escape(key).replace(r"\ ", f"{SPACE}?") for key in keys])
        starts = frozenset(
            match[0].lower() for key in keys if (match := re.match(rf"{LETTER}+(?:-{LETTER}+)*", key))
        )

        def say(found: re.Match[str]) -> str | None:
            written = re.sub(r"\s", "", found[0])
            said = bare.get(written)
            if said is None:
                return None
            ends = written[-1] == "." and (
                is_last(found.string, found.end())
                or (written in _LISTS and _NEXT.match(found.string, found.end()) is not None)
            )
            return f"{said}." if ends else said

        return rule(name, "a", rf"(?<![\w])(?:{pattern}){after}", say, starts)

    # Addresses

    def _spell(self, written: str) -> str:
        """A part of an address: letters as they are, digits and signs in words."""
        language = self._language
        names = {
            ".": language.dot,
            "-": {"de": "minus", "fr": "tiret", "es": "guion"}[language.code],
            "_": {"de": "Unterstrich", "fr": "tiret bas", "es": "guion bajo"}[language.code],
            "/": "slash" if language.code != "es" else "barra",
        }
        said = [
            language.reference(run) if run[0].isdecimal() else names.get(run, run if run.isalpha() else "")
            for run in _RUN.findall(written)
        ]
        return " ".join(filter(None, said))

    def _host(self, host: str) -> str:
        language = self._language
        *labels, last = re.sub(r"\Awww\.", "", host).split(".")
        end = language.endings.get(last) or (" ".join(last.upper()) if len(last) < 4 else last)
        return f" {language.dot} ".join([*map(self._spell, labels), end])

    def _email(self, found: re.Match[str]) -> str:
        return f"{self._spell(found['local'])} {self._language.signs['@']} {self._host(found['host'])}"

    def _domain(self, found: re.Match[str]) -> str:
        path = (found["path"] or "").strip("/")
        said = self._host(found["host"])
        if not path or len(path) > 40 or path.count("/") > 1 or not re.fullmatch(r"[\w/.-]*", path):
            return said
        slash = "barra" if self._language.code == "es" else "slash"
        return f"{said} {slash} {self._spell(path)}"

    def _hashtag(self, found: re.Match[str]) -> str:
        spaced = re.sub(r"(?<=[a-zäöüßéèáíóúñ])(?=[A-ZÄÖÜÉÁ])", " ", found["name"]).replace("_", " ")
        said = " ".join([self._spell(word) for word in spaced.split()])
        return f"{'Hashtag' if self._language.code == 'de' else 'hashtag'} {said}"

    def _reign(self, found: re.Match[str]) -> str | None:
        text, start = found.string, found.start()
        before = text[max(0, start - 24) : start].rstrip().split(" ")
        if before[-1].lower() in _PARTS and start and value_of(found["value"]):
            said = self._language.cardinal(value_of(found["value"]))
            return f"{said}." if found[0][-1] == "." else said
        if not text[start - 1 : start].isspace() or before[-1] not in self._language.rulers:
            return None
        said = self._language.reign(value_of(found["value"]), before[-1])
        return f"{said}." if found[0][-1] == "." and is_last(text, found.end()) else said

    def _version(self, found: re.Match[str]) -> str | None:
        said = self._language.version(found["version"])
        if not found["v"]:
            return said
        word = self._language.version_word
        before = found.string[max(0, found.start() - len(word) - 1) : found.start()].strip()
        return said if before.lower() == word.lower() else f"{word} {said}"

    def _name(self, found: re.Match[str]) -> str | None:
        """ "GPT-4o" → "GPT vier o": digits in words, hyphens beside them are spaces."""
        written = found[0]
        if written in _BETWEEN and self._language.code != "es":
            return _BETWEEN[written]
        runs = re.findall(rf"(?:{LETTER}|(?<={LETTER})[-‑](?={LETTER}))+|\d+(?:[.,]\d+)?", written)
        said = [self._language.reference(run) if run[0].isdecimal() else run for run in runs]
        return " ".join(said) or None


def sign_rules(language: Language) -> tuple[Rule, ...]:
    """Asked last: no digit and no sign that a voice stumbles over is left by them."""
    return (
        rule("sections", "§", "§§", lambda _: language.signs["§§"]),
        rule("digits", "9", r"\d++", lambda m: language.whole(m[0])),
        rule("power", "^", r"\^(?P<power>-?\d{1,9})", lambda m: _power(language, m["power"])),
        rule("dash", _DASHES, rf"[{re.escape(_DASHES)}]++", _dash),
        rule("per unit", "/", r"(?<=\w)/(?P<unit>km|kg|[kMG]Wh|h|s|m|t|l)(?![\w/-])", lambda m: language.per_unit(language.units[m["unit"]][0])),
        rule("per period", "/", rf"(?<=\w)/(?P<period>{_PERIODS[language.code]})(?!\w)", lambda m: language.per_unit(m["period"])),
        rule("ticker", "$", r"\$(?=[A-Z]{1,5}(?!\w))", lambda _: SILENT),
        rule("slash", "/\\|", r"[/\\|]++", _slash),
        rule("ampersand", "&", r"&(?:amp;)?", lambda _: language.signs["&"]),
        rule("comparison", "<>=", r"[<>=]", lambda m: _compared(m, language)),
        rule("row", "*+#=~_&%@$", r"(?P<sign>[*+\#=~_&%@$])(?P=sign)++", lambda _: SILENT),
    )  # fmt: skip


def _power(language: Language, power: str) -> str:
    minus = f"{language.signs['−']} " if power[0] == "-" else ""
    return f"{language.signs['^']} {minus}{language.whole(power.lstrip('-'))}"


def _dash(found: re.Match[str]) -> str:
    """A dash is a pause, between figures and names a space, and a hyphen is only seen."""
    text, start, end = found.string, found.start(), found.end()
    before, after = text[start - 1 : start], text[end : end + 1]
    if found[0] == "-" and not (before.isspace() and after.isspace()):
        return SILENT
    return SILENT if before.isalnum() and after.isalnum() else PAUSE


def _slash(found: re.Match[str]) -> str:
    spaced = found.string[found.start() - 1 : found.start()].isspace()
    return PAUSE if spaced else SILENT


def _compared(found: re.Match[str], language: Language) -> str:
    """Between two values a comparison, elsewhere what is left of markup."""
    before = found.string[max(0, found.start() - 2) : found.start()].strip()
    after = found.string[found.end() : found.end() + 2].strip()
    left, right = before[-1:].isalnum() or before[-1:] in _VALUES, after[:1].isalnum() or after[:1] in _VALUES
    return language.signs[found[0]] if before and after and left and right else SILENT


def any_character(language: Language, text: str, at: int) -> Reading:
    """What no rule knows: letters, marks and punctuation stand, signs have names, numerals are said."""
    sign = text[at]
    kind = unicodedata.category(sign)
    if sign in KEPT or kind[0] == "L" or (kind[0] == "M" and kind != "Me" and sign not in "\ufe0e\ufe0f"):
        return at + 1, sign
    if kind[0] == "N":
        value = unicodedata.numeric(sign)
        return at + 1, language.cardinal(int(value)) if value == int(
            value
        ) and 0 <= value < 10**15 else SILENT
    return at + 1, language.signs.get(sign, SILENT) if sign not in "^~" else SILENT
