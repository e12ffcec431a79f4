"""What a language says for numbers and signs: the frame that german.py, french.py and spanish.py fill with words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar, TypeAlias

from issuecast.write.spoken import words
from issuecast.write.spoken.rules import Rule, lazy

Forms: TypeAlias = tuple[str, str]
"""A noun after "one", and after any other number: ("euro", "euros")."""

SPACE = r"[\ \u00a0\u202f\u2009]"
"""A space within a token, in a pattern."""

# What is longer than this is no quantity; nor is a bare row of digits that is longer than the second.
_MOST_DIGITS = 36
_MOST_BARE_DIGITS = 15

_GROUPS = lazy(r"[\s'’]")
_CLOSING_LENGTH = 16
# Which units have which prefixes.
_PREFIXED = {
    "m": "kcdmµμn", "g": "kmµμ", "l": "mcdh", "W": "mkMGT", "Wh": "kMGT", "Hz": "kMGT", "V": "mk", "B": "kKMGTP",
    "bit": "kKMGT", "b": "kKMGT", "Pa": "hkMG", "J": "kM", "s": "mµμn", "eV": "kMGT", "o": "kKMGT", "Ah": "m",
}  # fmt: skip


def nouns(rows: str) -> dict[str, Forms]:
    """A table of nouns, "sign…: one, many" between semicolons: "€ EUR: euro, euros" is in two entries."""
    table: dict[str, Forms] = {}
    for row in filter(str.strip, rows.split(";")):
        signs, _, forms = row.partition(":")
        one, _, many = forms.strip().partition(", ")
        table |= dict.fromkeys(signs.split(), (one, many or one))
    return table


def phrases(rows: str) -> dict[str, str]:
    """A table of phrases, "written: spoken" between semicolons."""
    pairs = (row.split(":", 1) for row in rows.split(";") if row.strip())
    return {written.strip(): spoken.strip() for written, spoken in pairs}


def is_last(text: str, at: int) -> bool:
    """Whether nothing but closing marks follows up to the end of the text."""
    return len(text) - at < _CLOSING_LENGTH and not text[at:].strip("»”“\"') \n\u00a0")


class Language:
    """The words of a language, and how its numbers agree with what they count.

    `region` is the second part of a tag in lower case, "" if there is none.
    """

    code: ClassVar[str]
    comma: ClassVar[str]
    dot: ClassVar[str]
    tens: ClassVar[bool]
    """Whether two decimals are said as one number, not digit by digit."""
    point_regions: ClassVar[frozenset[str]] = frozenset()
    """Where "1,250" is a thousand and "1.250" a little more than one."""
    months: ClassVar[tuple[str, ...]]
    months_cut: ClassVar[str]
    """The abbreviations of the months, in their order, without full stops."""
    currencies: Mapping[str, Forms]
    small: ClassVar[Mapping[str, Forms]]
    """The small change, by the plural of its currency."""
    change: ClassVar[str]
    """What joins the small change to the rest: " con "."""
    scales: ClassVar[Mapping[str, Forms]]
    suffixes: ClassVar[Mapping[str, str]]
    """The scales that stand for "K", "M", "B", "T" of "$11B"."""
    thousands: ClassVar[str]
    bases: ClassVar[Mapping[str, Forms]]
    prefixes: ClassVar[Mapping[str, str]]
    powers: ClassVar[tuple[Forms, Forms]]
    """What is put around a unit for ² and ³: before it for German, after it elsewhere."""
    per: ClassVar[str]
    percent: ClassVar[Mapping[str, str]]
    to: ClassVar[str]
    signs: ClassVar[Mapping[str, str]]
    """What single signs are called."""
    before: ClassVar[Mapping[str, str]]
    """What signs before a number say: "~" is "etwa"."""
    times: ClassVar[str]
    """What "×" is between two numbers."""
    score: ClassVar[str]
    """What the colon is in "3:1"."""
    out_of: ClassVar[str]
    """What the stroke is in "15/20"."""
    number_sign: ClassVar[str]
    version_word: ClassVar[str]
    endings: ClassVar[Mapping[str, str]] = {}
    """How the ends of addresses are said where they are not spelled."""
    abbreviations: ClassVar[Mapping[str, str]]
    before_number: ClassVar[Mapping[str, str]]
    titles: ClassVar[Mapping[str, str]]
    rulers: ClassVar[frozenset[str]]
    """The names of kings, queens and popes, which are followed by a Roman numeral."""
    day_words: ClassVar[str]
    """Words before "3.4." or "03/04" that make it a date, in a pattern."""

    def __init__(self, region: str = "") -> None:
        self.region = region
        self.point = region in self.point_regions
        self.units = self._units()

    # Numbers

    def cardinal(self, value: int) -> str:
        """21 → "einundzwanzig"."""
        return words.in_language(value, self.code)

    def year(self, value: int) -> str:
        """1987 → "neunzehnhundertsiebenundachtzig"."""
        return self.cardinal(value)

    def digits(self, written: str) -> str:
        """ "007" → "null null sieben"."""
        return " ".join([self.cardinal(int(sign)) for sign in written if sign.isdecimal()])

    def whole(self, written: str) -> str:
        """A row of digits as a quantity, or digit by digit: "007", and what is longer than any quantity."""
        bare = _GROUPS.sub("", re.sub(r"[.,]", "", written))
        most = _MOST_BARE_DIGITS if bare == written else _MOST_DIGITS
        if len(bare) > most or (len(bare) > 1 and int(bare[0]) == 0):
            return self.digits(bare)
        return self.cardinal(int(bare))

    def parts(self, written: str) -> tuple[str, str, str]:
        """The whole, the decimal sign and the decimals: "1.250,5" → ("1250", ",", "5")."""
        bare = _GROUPS.sub("", written)
        at = max(bare.rfind("."), bare.rfind(","))
        if at < 0:
            return written, "", ""
        sign, left, right = bare[at], bare[:at], bare[at + 1 :]
        groups = sign == ("," if self.point else ".")
        if left.count(sign) or (groups and len(right) == 3 and len(left) < 4 and left[:1] not in {"", "0"}):
            return re.sub(r"[.,]", "", bare), "", ""
        return re.sub(r"[.,]", "", left), sign, right

    def number(self, written: str, noun: str = "") -> str:
        """ "1.250,5" → "eintausendzweihundertfünfzig Komma fünf"; it agrees with the noun that it counts."""
        left, sign, right = self.parts(written)
        said = self.whole(left or "0")
        if not sign:
            return self.agree(said, noun) if noun else said
        as_number = self.tens and len(right) < 3 and int(right[0]) != 0
        decimals = self.cardinal(int(right)) if as_number else self.digits(right)
        return f"{said} {self.comma if sign == ',' else self.dot} {decimals}"

    def agree(self, said: str, noun: str) -> str:
        """A cardinal in words as it stands before a noun: "doscientas", "vingt et une", "ein"."""
        raise NotImplementedError

    def noun(self, word: str, _before: str) -> str:
        """The word after a number if it may be what is counted, else ""; the second is what stands before the number."""
        return word

    def is_one(self, written: str) -> bool:
        """Whether a number takes the singular."""
        return written == "1"

    def counted(self, written: str, forms: Forms) -> str:
        """A number before a noun: "un euro", "veintiún millones", "eine Million"."""
        noun = forms[0] if self.is_one(written) else forms[1]
        return f"{self.number(written, noun)} {noun}"

    def ordinal(self, value: int) -> str:
        """3 → "tercero"."""
        return words.in_language(value, self.code, "ordinal")

    def half(self, _noun: str) -> str:
        """ "½" before a noun; where it agrees with that, "ein halber Liter"."""
        return self.fraction(1, 2)

    def fraction(self, above: int, below: int) -> str:
        """2/3 → "zwei Drittel"."""
        raise NotImplementedError

    def reference(self, written: str) -> str:
        """The number in a name: "H100", "GPT-4.1"; longer ones digit by digit."""
        if len(written) > 4 and "." not in written:
            return self.digits(written)
        return f" {self.dot} ".join([self.whole(part) for part in re.split(r"[.,]", written) if part])

    def version(self, written: str) -> str:
        """ "2.1.3" → "zwei Punkt eins Punkt drei"."""
        return f" {self.dot} ".join([self.whole(part) for part in written.split(".")])

    # What is counted

    def scaled(self, scale: Forms, noun: str) -> Forms:
        """A scale and what it counts: "Millionen Euro", "millones de euros"."""
        return (f"{scale[0]} {noun}", f"{scale[1]} {noun}") if noun else scale

    def per_unit(self, noun: str) -> str:
        """ "Stunde" → "pro Stunde"."""
        return f"{self.per} {noun}"

    def multiplied(self, written: str) -> str:
        """ "3x" → "dreimal"."""
        raise NotImplementedError

    def compound(self, number: str, rest: str) -> str:
        """A number with a hyphen and a word: "5-Sterne" → "Fünf-Sterne"."""
        return f"{self.number(number)} {rest}"

    def _units(self) -> dict[str, Forms]:
        table = dict(self.bases)
        for symbol, prefixes in _PREFIXED.items():
            for prefix in prefixes if symbol in table else "":
                one, many = (self._prefixed(self.prefixes[prefix], form) for form in table[symbol])
                table.setdefault(prefix + symbol, (one, many))
        for symbol in ("m", "km", "cm", "mm"):
            for digit, (before, after) in zip("23", self.powers, strict=True):
                power = tuple(
                    self._power(form, before, after, many) for many, form in enumerate(table[symbol])
                )
                for mark in (digit, f"^{digit}"):
                    table[symbol + mark] = (power[0], power[1])
        return {symbol: forms for symbol, forms in table.items() if symbol not in {"B", "b", "J"}}

    def _prefixed(self, prefix: str, unit: str) -> str:
        return prefix + unit.lower()

    def _power(self, unit: str, one: str, many: str, plural: int) -> str:
        return f"{unit} {many if plural else one}"

    # Dates and times

    def date(self, day: int, month: int, year: str, _before: str) -> str:
        """A date in words; the last is what stands before it, which German heeds."""
        raise NotImplementedError

    def clock(self, hour: int, minute: int) -> str:
        """14, 30 → "vierzehn Uhr dreißig"."""
        raise NotImplementedError

    def reign(self, value: int, _name: str) -> str:
        """The number of a king, a queen or a pope of this name: "Felipe VI" → "sexto"."""
        return self.cardinal(value)

    def rules(self) -> tuple[Rule, ...]:
        """What only this language has; asked before the rules that all share."""
        return ()
