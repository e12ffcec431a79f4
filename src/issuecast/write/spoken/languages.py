"""What German, French and Spanish need to say numbers, money, dates, times and shares: words, one row a language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from issuecast.write.spoken import words

_ONE = re.compile(r"(?<!\w)(?:uno|(veinti)uno)\Z")


@dataclass(frozen=True, slots=True)
class Language:
    """The words of a language.

    `point` is the decimal sign in words; `tens`: decimals are said as a number, not digit by digit. `scales` have a
    singular and a plural, `currencies` a singular, a plural and what joins the small change. `linked`: a scale takes
    a preposition before what is counted ("cinq millions d'euros"). `date` has {day}, {month}, {year}.
    """

    code: str
    point: str
    tens: bool
    minus: str
    to: str
    about: str
    percent: str
    months: tuple[str, ...]
    date: str
    first: str
    scales: Mapping[str, tuple[str, str]]
    currencies: Mapping[str, tuple[str, str]]
    change: str
    linked: tuple[str, str]
    clock: str
    signs: Mapping[str, str]

    def cardinal(self, value: int) -> str:
        """21 → "einundzwanzig"."""
        return words.in_language(value, self.code)

    def year(self, value: int) -> str:
        """1987 → "neunzehnhundertsiebenundachtzig"."""
        return words.in_language(value, self.code, "year" if self.code == "de" else "cardinal")

    def number(self, written: str) -> str:
        """ "1.250,5" → "eintausendzweihundertfünfzig Komma fünf"."""
        left, comma, right = re.sub(r"[.\s\u00a0\u202f'’]", "", written).partition(",")
        said = self.cardinal(int(left)) if len(left) < 16 else self._digits(left)
        if not comma:
            return said
        as_number = self.tens and len(right) < 3 and right[0] != "0"
        return f"{said} {self.point} {self.cardinal(int(right)) if as_number else self._digits(right)}"

    def _digits(self, written: str) -> str:
        return " ".join([self.cardinal(int(sign)) for sign in written])

    def counted(self, written: str, noun: str, many: str = "") -> str:
        """A number before a noun: "un euro", "veintiún millones", "eine Million"."""
        if written == "1":
            return f"{self._one(noun)} {noun}"
        said = self.number(written)
        if self.code == "es":
            said = _ONE.sub(lambda found: "veintiún" if found[1] else "un", said)
        return f"{said} {many or noun}"

    def _one(self, noun: str) -> str:
        if self.code == "de":
            return "eine" if noun.endswith(("ion", "arde", "ne")) else "ein"
        feminine = noun in {
            "livre",
            "livre sterling",
            "couronne",
            "libra",
            "libra esterlina",
            "corona",
            "rupia",
        }
        return ("une" if self.code == "fr" else "una") if feminine else "un"

    def of(self, noun: str) -> str:
        """A noun after "millions": "d'euros", "de dólares"; German has it as it is."""
        before_vowel, before_other = self.linked
        return (before_vowel if noun[0] in "aeiouyéh" else before_other) + noun


_GERMAN = Language(
    "de", "Komma", tens=False, minus="minus", to="bis", about="etwa", percent="Prozent",
    months=("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
            "Dezember"),
    date="{day} {month}{year}", first="", change=" ", linked=("", ""), clock="Uhr",
    scales={"Tsd.": ("tausend", "tausend"), "Tsd": ("tausend", "tausend"), "Mio.": ("Million", "Millionen"),
            "Mio": ("Million", "Millionen"), "Mrd.": ("Milliarde", "Milliarden"), "Mrd": ("Milliarde", "Milliarden"),
            "Bio.": ("Billion", "Billionen"), "Million": ("Million", "Millionen"), "Millionen": ("Million", "Millionen"),
            "Milliarde": ("Milliarde", "Milliarden"), "Milliarden": ("Milliarde", "Milliarden")},
    currencies={"€": ("Euro", "Euro"), "EUR": ("Euro", "Euro"), "$": ("Dollar", "Dollar"), "US$": ("US-Dollar", "US-Dollar"),
                "USD": ("US-Dollar", "US-Dollar"), "£": ("Pfund", "Pfund"), "¥": ("Yen", "Yen"), "CHF": ("Franken", "Franken")},
    signs={"&": "und", "+": "plus", "=": "gleich", "§": "Paragraf", "°C": "Grad Celsius", "°": "Grad"},
)  # fmt: skip
_FRENCH = Language(
    "fr", "virgule", tens=True, minus="moins", to="à", about="environ", percent="pour cent",
    months=("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
            "décembre"),
    date="{day} {month}{year}", first="premier", change=" ", linked=("d'", "de "), clock="heures",
    scales={"M": ("million", "millions"), "Md": ("milliard", "milliards"), "Mds": ("milliard", "milliards"),
            "million": ("million", "millions"), "millions": ("million", "millions"), "milliard": ("milliard", "milliards"),
            "milliards": ("milliard", "milliards"), "k": ("mille", "mille")},
    currencies={"€": ("euro", "euros"), "EUR": ("euro", "euros"), "$": ("dollar", "dollars"), "US$": ("dollar", "dollars"),
                "USD": ("dollar", "dollars"), "£": ("livre", "livres"), "¥": ("yen", "yens"), "CHF": ("franc", "francs")},
    signs={"&": "et", "+": "plus", "=": "égale", "§": "paragraphe", "°C": "degrés Celsius", "°": "degrés"},
)  # fmt: skip
_SPANISH = Language(
    "es", "coma", tens=True, minus="menos", to="a", about="unos", percent="por ciento",
    months=("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
            "diciembre"),
    date="{day} de {month}{year}", first="", change=" con ", linked=("de ", "de "), clock="",
    scales={"M": ("millón", "millones"), "mill.": ("millón", "millones"), "millón": ("millón", "millones"),
            "millones": ("millón", "millones"), "mil": ("mil", "mil")},
    currencies={"€": ("euro", "euros"), "EUR": ("euro", "euros"), "$": ("dólar", "dólares"), "US$": ("dólar", "dólares"),
                "USD": ("dólar", "dólares"), "£": ("libra", "libras"), "¥": ("yen", "yenes"), "CHF": ("franco", "francos")},
    signs={"&": "y", "+": "más", "=": "igual a", "§": "párrafo", "°C": "grados Celsius", "°": "grados"},
)  # fmt: skip

LANGUAGES: Mapping[str, Language] = {language.code: language for language in (_GERMAN, _FRENCH, _SPANISH)}
"""By the first part of a language tag."""
