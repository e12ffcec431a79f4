"""Languages that have rules for numbers, money, dates, times and percent, but none for all else: that is the voice's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, partial

from issuecast.models import Pair
from issuecast.write.spoken.languages import LANGUAGES, Language
from issuecast.write.spoken.markup import Reader, replace
from issuecast.write.spoken.scan import Names

_NUMBER = r"\d{1,3}(?:[.\ \u00a0\u202f'’]\d{3})++(?:,\d{1,9})?(?!\d)|\d{1,15}(?:,\d{1,9})?"
_WORD = re.compile(r"[^\W_]++")
_NO_NUMBER = r"(?![\w/]|[.,:'’]\d|-\w)"
_DATIVE = re.compile(r"(?i:(?<!\w)(?:am|vom|zum|dem|den|ab|seit|bis)\s)\Z")


def readers(code: str, lexicon: Names | None) -> Iterator[Reader]:
    """What reads the names of a lexicon, and what a language has rules for, by the first part of its tag."""
    if lexicon is not None:
        yield partial(_read_names, lexicon)
    if code in LANGUAGES:
        yield _Foreign(LANGUAGES[code]).read


def _read_names(lexicon: Names, text: str) -> list[Pair]:
    pairs: list[Pair] = []
    done = 0
    for word in _WORD.finditer(text):
        named = lexicon.at(text, word.start()) if word.start() >= done else None
        if named:
            plain, written = text[done : word.start()], text[word.start() : named[0]]
            pairs += [*([Pair(plain, plain)] if plain else []), Pair(written, named[1])]
            done = named[0]
    return [*pairs, *([Pair(text[done:], text[done:])] if done < len(text) else [])]


class _Foreign:
    """Replaces, pattern by pattern in one walk, what is written with signs and digits."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._pattern = _pattern(language.code)
        self._months = {month.lower(): place for place, month in enumerate(language.months, 1)}

    def read(self, text: str) -> list[Pair]:
        return replace(text, self._pattern, self._say)

    def _say(self, found: re.Match[str]) -> str:
        if found["iso"]:
            return self._in_figures(found, found["year"], found["month"], found["day"])
        if found["figures"]:
            return self._in_figures(found, found["year2"], found["month2"], found["day2"])
        if found["named"]:
            return self._date(
                found, int(found["day3"]), self._months[found["month3"].lower()], found["year3"]
            )
        if found["clock"]:
            return self._clock(found)
        if found["amount"]:
            return self._amount(found)
        return self._sign(found)

    def _sign(self, found: re.Match[str]) -> str:
        """A sign in words, apart from the words beside it."""
        text, said = found.string, self._language.signs.get(found[0], "")
        before = "" if text[found.start() - 1 : found.start()].isspace() or not found.start() else " "
        after = "" if text[found.end() : found.end() + 1].isspace() or found.end() == len(text) else " "
        return f"{before}{said}{after}"

    def _in_figures(self, found: re.Match[str], year: str, month: str, day: str) -> str:
        if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
            return found[0]
        return self._date(found, int(day), int(month), year)

    def _date(self, found: re.Match[str], day: int, month: int, year: str | None) -> str:
        language = self._language
        said = language.cardinal(day)
        if language.code == "de":  # "am dritten März", "dritter März"
            before = found.string[max(0, found.start() - 8) : found.start()]
            said = _german_ordinal(day, dative=_DATIVE.search(before) is not None)
        elif day == 1 and language.first:
            said = language.first
        link = " de " if language.code == "es" else " "
        told = f"{link}{language.year(int(year))}" if year else ""
        return language.date.format(day=said, month=language.months[month - 1], year=told)

    def _clock(self, found: re.Match[str]) -> str:
        language, hour, minute = self._language, int(found["hour"]), int(found["minute"] or 0)
        if language.code == "fr":
            unit = "heure" if hour < 2 else "heures"
            said = f"{'une' if hour == 1 else language.cardinal(hour)} {unit}"
        else:
            said = f"{'ein' if hour == 1 and language.clock else language.cardinal(hour)} {language.clock}".rstrip()
        return f"{said} {language.cardinal(minute)}" if minute else said

    def _amount(self, found: re.Match[str]) -> str:
        language = self._language
        about = f"{language.about} " if found["about"] else ""
        sign = f"{language.minus} " if found["minus"] else ("plus " if found["plus"] else "")
        if language.code == "es" and found["plus"]:
            sign = "más "
        left = f"{language.number(found['low'])} {language.to} " if found["low"] else ""
        return about + sign + left + self._measured(found)

    def _measured(self, found: re.Match[str]) -> str:
        language, written = self._language, found["number"]
        currency = language.currencies.get(found["before"] or found["after"] or "")
        scale = language.scales.get((found["scale"] or "").strip())
        if scale:
            return self._scaled(written, scale, currency[1] if currency else "")
        if currency:
            return self._money(written, currency)
        if found["percent"]:
            return f"{language.number(written)} {language.percent}"
        if found["degrees"]:
            return f"{language.number(written)} {language.signs[found['degrees'].replace(' ', '')]}"
        return (
            language.year(int(written)) if re.fullmatch(r"1[1-9]\d\d", written) else language.number(written)
        )

    def _scaled(self, written: str, scale: tuple[str, str], noun: str) -> str:
        """ "5 Mio. €", "3 M€"; thousands are counted, millions are nouns themselves."""
        language = self._language
        if scale[1] in {"mil", "mille", "tausend"}:
            return " ".join(filter(None, (language.number(written), scale[1], noun)))
        said = language.counted(written, *scale)
        return f"{said} {language.of(noun)}" if noun else said

    def _money(self, written: str, currency: tuple[str, str]) -> str:
        language = self._language
        left, _, right = written.partition(",")
        if len(right) != 2:
            return language.counted(written, *currency)
        said = language.counted(left, *currency)
        return said if right == "00" else f"{said}{language.change}{language.cardinal(int(right))}"


def _german_ordinal(day: int, *, dative: bool) -> str:
    stem = LANGUAGES["de"].cardinal(day)
    irregular = {1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}
    return irregular.get(day, f"{stem}{'t' if day < 20 else 'st'}") + ("en" if dative else "er")


@lru_cache
def _pattern(code: str) -> re.Pattern[str]:
    language = LANGUAGES[code]
    months = "|".join(language.months)
    currencies = "|".join(sorted(map(re.escape, language.currencies), key=len, reverse=True))
    scales = "|".join(sorted(map(re.escape, language.scales), key=len, reverse=True))
    dot, of = {"de": (r"\.", ""), "fr": (r"(?:er)?", ""), "es": (r"", r"de\ ")}[code]
    clock = {"de": r"\d{1,2}(?::\d\d)?\ Uhr", "fr": r"\d{1,2}\ ?h(?:\d\d)?", "es": r"\d{1,2}:\d\d(?:\ h)?"}[
        code
    ]
    return re.compile(
        rf"""(?<![\w.,:/])(?:
          (?P<iso>(?P<year>[12]\d{{3}})-(?P<month>\d\d)-(?P<day>\d\d))(?![\w-])
        | (?P<figures>(?P<day2>\d{{1,2}})(?P<sep>[./])(?P<month2>\d{{1,2}})(?P=sep)(?P<year2>[12]\d{{3}}))(?!\w)
        | (?P<named>(?P<day3>[12]?\d|3[01]){dot}\ {of}(?P<month3>(?i:{months}))(?:\ {of}(?P<year3>[12]\d{{3}}))?)(?!\w)
        | (?P<clock>{_hours(clock)})(?!\w)
        | (?P<amount>(?P<about>[~≈]\ ?)?(?:(?P<minus>[-−–](?=[\d€$£]))|(?P<plus>\+(?=[\d€$£])))?
            (?:(?P<before>{currencies})\ ?)?
            (?:(?P<low>{_NUMBER})\ ?[-–]\ ?(?=\d))?
            (?P<number>{_NUMBER})
            (?P<scale>[\ \u00a0\u202f]?(?:{scales})(?!\w))?
            (?:[\ \u00a0\u202f]?(?P<after>{currencies})(?!\w))?
            (?P<percent>[\ \u00a0\u202f]?%)?(?P<degrees>[\ \u00a0]?°C|°)?
          ){_NO_NUMBER})
        | (?P<sign>(?<!\w)[&+=§](?!\w)|(?<=\w)&(?=\w))""",
        re.VERBOSE,
    )


def _hours(clock: str) -> str:
    """The pattern of a time with its groups named."""
    hour = clock.replace(r"\d{1,2}", r"(?P<hour>[01]?\d|2[0-4])", 1)
    return hour.replace(r"\d\d", r"(?P<minute>[0-5]\d)", 1)
