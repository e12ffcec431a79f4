"""What German has of its own: its words, the endings of its ordinals, compounds such as "3-Tage-Woche"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from issuecast.write.spoken import words
from issuecast.write.spoken.language import SPACE, Forms, Language, nouns, phrases
from issuecast.write.spoken.rules import LETTER, Rule, lazy, rule

_ORDINALS = {1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}
_JOINED = lazy(
    r"(?:fach|mal|jährig|tägig|wöchig|monatig|stündig|minütig|stellig|köpfig|prozentig|teilig|seitig|er)"
)
_LOWER = lazy(r"[a-zäöüß]")
_BEFORE = lazy(rf"({LETTER}++)[\s\u00a0]++\Z")
_ON_WEEKDAY = lazy(r"(?i:\b(?:am|vom|dem|seit|bis|ab)\s+\w{0,8}(?:tag|woch|abend),?\s)\Z")
_RANGE = lazy(r"\d{1,2}\.\s?(?:bis|und|oder|[-–/])\s?\Z")

# What stands before an ordinal and gives its ending; the rest is told by the noun.
_WEAK = "am vom zum zur im beim dem den des einem einen eines einer seit bis ab seinem seinen seiner ihrem ihren ihrer unserem unseren unserer diesem diesen dieses jedem jeden jedes keinem keinen".split()
_ENDING = {
    **dict.fromkeys(_WEAK, "en"),
    **dict.fromkeys("der die das diese dieser jeder jede eine seine ihre unsere keine ins".split(), "e"),
}
_IN_COMPOUNDS = {"km/h": "Kilometer-pro-Stunde", "Mio": "Millionen", "Mrd": "Milliarden", "Tsd": "Tausend"}
_BARE_DATIVE = frozenset("in mit aus bei nach von".split())
# An ordinal is not followed by what may begin the next sentence.
_OPENERS = frozenset(
    "Aber Alle Allerdings Als Am An Auch Auf Aus Außerdem Bei Beide Bis Da Dabei Dafür Damit Danach Dann Darauf Das Dazu Dem Den Denn Dennoch Der Des"
    " Deshalb Die Dies Diese Dieser Doch Dort Durch Ein Eine Einen Einer Er Es Für Gegen Heute Hier Ich Ihr Ihre Im In Inzwischen Ist Jetzt Kein"
    " Man Mehr Mit Nach Nicht Noch Nun Nur Ob Oder Rund Schon Sein Seine Seit Sie So Somit Sondern Trotz Trotzdem Um Und Unter Viele Vom Von Vor"
    " War Was Wegen Weil Weitere Wenn Wer Wie Wir Wo Zu Zudem Zuletzt Zum Zur Zwar Über".split()
)  # fmt: skip
_FEMININE = lazy(
    r"(?:ung|heit|keit|schaft|ion|tät|ik|ur|Person|Firma|[^aeiou]e|ie|(?i:liga|stadt|nacht|bank|hand|wahl|zahl|welt|kraft|macht|zeit|fahrt|arbeit|schicht|reform))\Z"
)
_NEUTER = lazy(
    r"(?i:quartal|jahr|halbjahr|jahrhundert|jahrzehnt|jahrtausend|kapitel|mal|buch|spiel|semester|modell|update|tor|gebot|reich|ziel|drittel|viertel|dutzend|kind|haus|land|prozent|chen|ment|nis|tum|um)\Z"
)


class German(Language):
    """German; Swiss and Austrian usage only in what is written."""

    code = "de"
    comma, dot, tens = "Komma", "Punkt", False
    point_regions = frozenset({"ch", "li"})
    months = (
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    )
    months_cut = "Jan Feb Mär|Mrz Apr Mai Jun Jul Aug Sept|Sep Okt Nov Dez"
    currencies: Mapping[str, Forms] = nouns(
        "€ EUR Euro: Euro; $ Dollar: Dollar; US$ USD US-Dollar: US-Dollar; £ GBP Pfund: Pfund; ¥ JPY Yen: Yen; CHF SFr. Fr. Franken: Franken; ₹ INR: Rupie, Rupien;"
        "CNY RMB: Yuan; SEK NOK DKK: Krone, Kronen; PLN: Złoty; R$ BRL: Real; C$ CAD: kanadischer Dollar, kanadische Dollar; A$ AUD: australischer Dollar, australische Dollar;"
        "BTC ₿: Bitcoin; ETH: Ether; ₩ KRW: Won; ₽ RUB: Rubel; ₺ TRY: Lira; ₿: Bitcoin; ct Cent ¢: Cent"
    )
    small: ClassVar[Mapping[str, Forms]] = {
        **dict.fromkeys(("Euro", "Dollar", "US-Dollar"), ("Cent", "Cent")),
        "Pfund": ("Penny", "Pence"),
        "Franken": ("Rappen", "Rappen"),
    }
    change = " "
    scales = nouns(
        "Tsd. Tsd Tausend tausend: tausend; Mio. Mio Million Millionen: Million, Millionen; Mrd. Mrd Milliarde Milliarden: Milliarde, Milliarden;"
        "Bio. Bio Billion Billionen: Billion, Billionen; Brd. Billiarde Billiarden: Billiarde, Billiarden"
    )
    suffixes: ClassVar[Mapping[str, str]] = {
        "K": "Tsd.",
        "k": "Tsd.",
        "M": "Mio.",
        "m": "Mio.",
        "B": "Mrd.",
        "bn": "Mrd.",
        "T": "Bio.",
    }
    thousands = "tausend"
    bases = nouns(
        "m: Meter; g: Gramm; t: Tonne, Tonnen; l L: Liter; W: Watt; Wh: Wattstunde, Wattstunden; Hz: Hertz; V: Volt; B: Byte; bit Bit b: Bit; Pa: Pascal; J: Joule;"
        "s Sek. sec: Sekunde, Sekunden; eV: Elektronenvolt; Ah: Amperestunde, Amperestunden; min Min. min.: Minute, Minuten; h Std. Std: Stunde, Stunden;"
        'ha: Hektar; °C ℃ ºC: Grad Celsius; °F ℉: Grad Fahrenheit; ° º: Grad; dB: Dezibel; PS: PS; ppm: ppm; Bp. bp bps: Basispunkt, Basispunkte; Zoll " ″ ”: Zoll; Mbps: Megabit pro Sekunde;'
        "Gbps: Gigabit pro Sekunde; fps: Bilder pro Sekunde; kcal: Kilokalorie, Kilokalorien; cal: Kalorie, Kalorien; bar: Bar; Pkt. Pkt: Punkt, Punkte; px: Pixel; MP: Megapixel; Mrd: Milliarde, Milliarden"
    )
    prefixes: ClassVar[Mapping[str, str]] = {
        "k": "Kilo",
        "K": "Kilo",
        "M": "Mega",
        "G": "Giga",
        "T": "Tera",
        "P": "Peta",
        "m": "Milli",
        "µ": "Mikro",
        "μ": "Mikro",
        "n": "Nano",
        "c": "Zenti",
        "d": "Dezi",
        "h": "Hekto",
    }
    powers = (("Quadrat", ""), ("Kubik", ""))
    per, to = "pro", "bis"
    percent: ClassVar[Mapping[str, str]] = {"%": "Prozent", "‰": "Promille"}
    signs = phrases(
        "&: und; +: plus; =: gleich; §: Paragraf; §§: Paragrafen; °: Grad; ±: plus minus; ×: mal; ÷: geteilt durch; −: minus; ≥: mindestens; ≤: höchstens; ≠: ungleich; ≈: etwa; →: zu;"
        "⇒: zu; ∞: unendlich; √: Wurzel aus; @: ät; #: Raute; %: Prozent; ‰: Promille; €: Euro; $: Dollar; £: Pfund; ¥: Yen; №: Nummer; ©: Copyright; Ω: Ohm; ⌀: Durchschnitt; <: kleiner als; >: größer als; ^: hoch"
    )
    before = phrases(
        "~: etwa; ≈: etwa; <: weniger als; >: mehr als; ≤: höchstens; ≥: mindestens; <=: höchstens; >=: mindestens; +: plus; -: minus; −: minus; –: minus; ±: plus minus; +/-: plus minus; ∅: durchschnittlich; Ø: durchschnittlich"
    )
    times, score, out_of, number_sign = "mal", "zu", "von", "Nummer"
    version_word = "Version"
    endings = phrases(
        "com: com; org: org; net: net; info: info; app: app; dev: dev; blog: blog; news: news; berlin: berlin; shop: shop; cloud: cloud; online: online; tech: tech; html: html"
    )
    abbreviations = phrases(
        "z. B.: zum Beispiel; zB: zum Beispiel; d. h.: das heißt; dh: das heißt; bzw.: beziehungsweise; ca.: circa; u. a.: unter anderem; usw.: und so weiter; usf.: und so fort; etc.: et cetera; Nr.: Nummer; Nrn.: Nummern;"
        "inkl.: inklusive; exkl.: exklusive; zzgl.: zuzüglich; abzgl.: abzüglich; ggf.: gegebenenfalls; evtl.: eventuell; sog.: sogenannte; vgl.: vergleiche; v. a.: vor allem; u. U.: unter Umständen; i. d. R.: in der Regel;"
        "z. T.: zum Teil; u. v. m.: und vieles mehr; u. Ä.: und Ähnliches; o. Ä.: oder Ähnliches; o. ä.: oder ähnlich; s. o.: siehe oben; s. u.: siehe unten; i. H. v.: in Höhe von; i. e. S.: im engeren Sinne; m. E.: meines Erachtens; u. E.: unseres Erachtens; a. D.: außer Dienst; p. a.: pro Jahr; e. V.: e V; e.V.: e V;"
        "n. Chr.: nach Christus; v. Chr.: vor Christus; St.: Sankt; max.: maximal; min.: minimal; mind.: mindestens; insg.: insgesamt; insb.: insbesondere; bzgl.: bezüglich; bspw.: beispielsweise; lt.: laut; geb.: geboren; gest.: gestorben; Tel.: Telefon; vs.: versus; ggü.: gegenüber; zw.: zwischen; lit.: Buchstabe; Jhd.: Jahrhundert; vs: versus; Mio.: Millionen; Mrd.: Milliarden; Tsd.: Tausend; allg.: allgemein; resp.: respektive; od.: oder; ff.: folgende;"
        "Std.: Stunden; Min.: Minuten; Sek.: Sekunden; Jh.: Jahrhundert; MwSt.: Mehrwertsteuer; Mwst.: Mehrwertsteuer; USt.: Umsatzsteuer; u.s.w.: und so weiter; Fa.: Firma; Hbf.: Hauptbahnhof; Hbf: Hauptbahnhof; dt.: deutsch; engl.: englisch; frz.: französisch; ugs.: umgangssprachlich; zz.: zurzeit; zzt.: zurzeit; z. Zt.: zurzeit; Mitarb.: Mitarbeiter; Red.: Redaktion; Abt.: Abteilung; Jg.: Jahrgang"
    )
    before_number = phrases(
        "S.: Seite; Art.: Artikel; Abs.: Absatz; Kap.: Kapitel; Abb.: Abbildung; Bd.: Band; Tab.: Tabelle; Ziff.: Ziffer; Mo.: Montag; Di.: Dienstag; Mi.: Mittwoch; Do.: Donnerstag; Fr.: Freitag; Sa.: Samstag; So.: Sonntag; Mo: Montag; Di: Dienstag; Mi: Mittwoch; Do: Donnerstag; Fr: Freitag; Sa: Samstag; So: Sonntag"
    )
    titles = phrases(
        "Dr.: Doktor; Prof.: Professor; Hr.: Herr; Hrn.: Herrn; Fr.: Frau; Dipl.-Ing.: Diplomingenieur; Ing.: Ingenieur; Mag.: Magister; St.: Sankt; Frl.: Fräulein"
    )
    rulers = frozenset(
        "Ludwig Wilhelm Friedrich Karl Charles Heinrich Leo Benedikt Johannes Paul Pius Franz Josef Elisabeth Elizabeth Katharina Margrethe Napoleon Georg Otto Felipe Peter Nikolaus Alexander Richard Philipp Gustaf Harald".split()
    )
    day_words = "am|vom|zum|dem|den|ab|seit|bis|der"

    def year(self, value: int) -> str:
        return words.in_language(value, "de", "year") if 1100 <= value < 2000 else self.cardinal(value)

    def agree(self, said: str, noun: str) -> str:
        if said != "eins":
            return said
        noun = noun.partition(" ")[0]
        return "eine" if _FEMININE.search(noun) and noun not in {"Euro", "Ende", "Ether"} else "ein"

    def stem(self, value: int) -> str:
        """3 → "dritt", without its ending."""
        if value == 100:
            return "hundertst"
        last = value % 100
        if 0 < last < 20:
            rest = self.cardinal(value - last) if value > last else ""
            return f"{rest}{_ORDINALS.get(last) or self.cardinal(last) + 't'}"
        return f"{self.cardinal(value)}st"

    def ordinal(self, value: int) -> str:
        return f"{self.stem(value)}e"

    def fraction(self, above: int, below: int) -> str:
        if (above, below) == (1, 2):
            return "ein halb"
        part = {2: "halbe", 3: "Drittel", 7: "Siebtel", 8: "Achtel"}.get(
            below
        ) or f"{self.stem(below)}el".capitalize()
        return f"{self.agree(self.cardinal(above), '')} {part}"

    def half(self, noun: str) -> str:
        """ "ein halber Liter", "eine halbe Stunde", "ein halbes Jahr"; before other words "ein halb"."""
        if not noun[0].isupper():
            return self.fraction(1, 2)
        ending = self._own_ending(noun)
        return f"{'eine' if ending == 'e' else 'ein'} halb{ending}"

    def reference(self, written: str) -> str:
        return {"100": "hundert", "1000": "tausend"}.get(written) or super().reference(written)

    def multiplied(self, written: str) -> str:
        said = self.number(written, "Mal")
        return f"{said}mal" if written.isdecimal() else f"{said} mal"

    def compound(self, number: str, rest: str) -> str:
        """ "20-jährig" → "zwanzigjährig", "1,5-Grad-Ziel" → "Eins-Komma-fünf-Grad-Ziel"."""
        said = self.agree(self.number(number), "")
        if _JOINED.match(rest):
            return f"{said}{rest}" if " " not in said else f"{said}-{rest}"
        if _LOWER.match(rest):
            return f"{said} {rest}"
        said = said.replace(" ", "-")
        return f"{said[0].upper()}{said[1:]}-{rest}"

    def _power(self, unit: str, one: str, _many: str, _plural: int) -> str:
        return one + unit.lower()

    def date(self, day: int, month: int, year: str, before: str) -> str:
        """ "am dritten März", "dritter März"."""
        said = f"{self.day(day, before)} {self.months[month - 1]}"
        return f"{said} {self.year(int(year))}" if year else said

    def day(self, day: int, before: str) -> str:
        """The day of a month: in the dative or accusative after what asks for it."""
        before = _RANGE.sub("", before)
        word = _BEFORE.search(before)
        ending = "en" if _ON_WEEKDAY.search(before) else _ENDING.get(word[1].lower(), "") if word else ""
        return self.stem(day) + (ending or "er")

    def clock(self, hour: int, minute: int) -> str:
        said = f"{self.agree(self.cardinal(hour), 'Uhr')} Uhr"
        return f"{said} {self.cardinal(minute)}" if minute else said

    def rules(self) -> tuple[Rule, ...]:
        day = r"(?:[12]\d|3[01]|0?[1-9])"
        number = r"\d{1,3}(?:,\d{1,2})?"
        words_after = rf"{LETTER}{{1,60}}(?:-{LETTER}{{1,60}}){{0,4}}"
        days = "Mo|Di|Mi|Do|Fr|Sa|So"
        return (
            rule("first of a range", "9", rf"(?P<day>{day})\.(?P<to>\ ?[-–]\ ?)?(?(to)|(?=\ ?(?:bis\ zum|bis|und|oder|/)\ ))(?=[^\d]{{0,9}}{day}\.\ ?[A-ZÄÖÜ\d])", self._first_day),
            rule("years", "9", r"(?P<year>\d{1,3}(?:\.\d{3}){1,3}|\d{1,4})er(?P<rest>-|[ns](?!\w))?(?!\w)", self._decade),
            rule("ordinal", "9", rf"(?P<value>\d{{1,3}})\.(?:-(?=[A-ZÄÖÜ])|{SPACE}(?=(?P<noun>(?:[a-zäöüß]{{4,30}}(?:e|en|er|es)\ )?[A-ZÄÖÜ]{LETTER}{{1,40}})))", self._ordinal),
            rule("adjective", "9", rf"(?P<number>{number})\ ?%-?(?P<rest>ig(?:e[nmrs]?)?(?!\w))", lambda m: f"{self.reference(m['number']) if m['number'] == '100' else self.number(m['number'])}prozent{m['rest']}"),
            rule("street or number", "a", rf"(?P<name>(?:{LETTER}|-){{0,40}})(?:(?<=[Ss])(?P<street>tr)|(?<=[a-zß]n)r)\.", lambda m: m["name"] + ("traße" if m["street"] else "ummer"), frozenset({"str"})),
            rule("weekdays", "a", rf"(?P<first>{days})\.?\ ?[-–]\ ?(?P<last>{days})(?:\.(?=\s\S)|(?!\w))", lambda m: f"{self.before_number[m['first']]} bis {self.before_number[m['last']]}", frozenset()),
            rule("scale in a compound", "9", rf"(?P<number>{number})[-\ ](?P<unit>Mio|Mrd|Tsd)\.?-(?P<rest>{words_after})", self._compound_unit),
            rule("percent in a compound", "9", rf"(?P<number>{number})\ ?(?P<unit>%|€|\$|°|km/h|kW|km|m|kg|GB|MB|kWh)-(?P<rest>{words_after})", self._compound_unit),
        )  # fmt: skip

    def _first_day(self, found: re.Match[str]) -> str:
        before = found.string[max(0, found.start() - 24) : found.start()]
        said = self.day(int(found["day"]), before)
        return f"{said} {self.to} " if found["to"] else said

    def _decade(self, found: re.Match[str]) -> str:
        year = found["year"]
        said = f"{self.year(int(year)) if year.isdecimal() else self.number(year)}er"
        return f"{said}{(found['rest'] or '').replace('-', ' ')}"

    def _ordinal(self, found: re.Match[str]) -> str | None:
        value, noun = int(found["value"]), (found["noun"] or "").rpartition(" ")[2]
        if value == 0 or found["value"][0] == "0" or noun in _OPENERS:
            return None
        word = _BEFORE.search(found.string[max(0, found.start() - 24) : found.start()])
        ending = _ENDING.get(word[1].lower(), "") if word else ""
        if not ending and value > 31:
            return None
        if not ending and word and word[1].lower() in _BARE_DATIVE:
            ending = "em" if _NEUTER.search(noun) else "er"
        return f"{self.stem(value)}{ending or self._own_ending(noun)}"

    def reign(self, value: int, name: str) -> str:
        """ "Leo XIV." → "der Vierzehnte", "Elisabeth II." → "die Zweite"."""
        article = "die" if name in {"Elisabeth", "Katharina", "Margrethe", "Elizabeth"} else "der"
        return f"{article} {self.ordinal(value).capitalize()}"

    def _own_ending(self, noun: str) -> str:
        if _NEUTER.search(noun):
            return "es"
        return "e" if _FEMININE.search(noun) else "er"

    def noun(self, word: str, before: str) -> str:
        """Only nouns matter, and none after a noun: it is followed by its number ("Platz 1")."""
        said_before = _BEFORE.search(before)
        named = said_before is not None and said_before[1][0].isupper() and said_before[1] not in _OPENERS
        return "" if named or word in _OPENERS or not word[0].isupper() else word

    def _compound_unit(self, found: re.Match[str]) -> str:
        """ "5%-Hürde" → "Fünf-Prozent-Hürde", "3-Mrd.-Euro-Paket" → "Drei-Milliarden-Euro-Paket"."""
        written = found["unit"]
        unit = (
            _IN_COMPOUNDS.get(written)
            or self.percent.get(written)
            or self.signs.get(written)
            or self.units[written][0]
        )
        return self.compound(found["number"], f"{unit}-{found['rest']}")
