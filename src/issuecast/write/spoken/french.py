"""What French has of its own: its words, its ordinals, centuries in Roman numerals, quarters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from issuecast.write.spoken.language import Forms, Language, nouns, phrases
from issuecast.write.spoken.roman import value_of
from issuecast.write.spoken.rules import Rule, lazy, rule

_FEMININE = lazy(
    r"(?:tions?|sions?|tés?|ettes?|ances?|ences?|ées?|ures?|ies?|elles?|esses?|eures?|aines?|ades?|ises?|iques?|onnes?|uses?|trices?)\Z"
)
_FEMININE_NOUNS = frozenset(
    "fois heure heures minute minutes seconde secondes tonne tonnes page pages voiture voitures femme femmes fille filles ville villes puce puces ligne lignes banque banques part parts action actions"
    " livre livres équipe équipes marque marques étape étapes chose choses place places famille familles couronne couronnes start-up startup startups usine usines école écoles étude études loi lois vie vies nuit nuits"
    " roupie roupies œuvre œuvres langue langues image images zone zones centrale centrales offre offres plateforme plateformes mesure mesures carte cartes fuite fuites maison maisons tête têtes guerre guerres".split()
)  # fmt: skip
_MASCULINE = frozenset(
    "musée musées lycée lycées incendie incendies côté côtés été comité comités génie silence silences".split()
)
_TRIMESTER = {"T": "trimestre", "S": "semestre"}
_ROMANS = frozenset(
    f"{numeral}{end}"
    for numeral in "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii".split()
    for end in ("e", "ème", "er", "ᵉ")
)


class French(Language):
    """French as in France; Canadian dollars and Swiss francs are known."""

    code = "fr"
    comma, dot, tens = "virgule", "point", True
    months = (
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    )
    months_cut = "janv|jan févr|fév mars avr mai juin juil août sept oct nov déc"
    currencies: Mapping[str, Forms] = nouns(
        "€ EUR euro euros: euro, euros; $ US$ USD $US dollar dollars: dollar, dollars; £ GBP: livre, livres; ¥ JPY: yen, yens; CHF: franc suisse, francs suisses; ₹ INR: roupie, roupies; CNY RMB: yuan, yuans;"
        "SEK NOK DKK: couronne, couronnes; PLN: zloty, zlotys; R$ BRL: real, reals; C$ CAD $CA $CAN: dollar canadien, dollars canadiens; A$ AUD: dollar australien, dollars australiens; BTC ₿: bitcoin, bitcoins; ETH: ether, ethers;"
        "₩ KRW: won, wons; ₽ RUB: rouble, roubles; ₺ TRY: livre turque, livres turques; FCFA: franc CFA, francs CFA; ct cts ¢: centime, centimes; F: franc, francs"
    ) | {
        "$ US": ("dollar", "dollars"),
        "$ CA": ("dollar canadien", "dollars canadiens"),
        "$ CAN": ("dollar canadien", "dollars canadiens"),
        "francs suisses": ("franc suisse", "francs suisses"),
    }
    small: ClassVar[Mapping[str, Forms]] = {
        "euros": ("centime", "centimes"),
        "dollars": ("cent", "cents"),
        "dollars canadiens": ("cent", "cents"),
        "livres": ("penny", "pence"),
        "francs suisses": ("centime", "centimes"),
    }
    change = " "
    scales = nouns(
        "M Mio mio millions million: million, millions; Md Mds Mrd Mrds mds md milliard milliards: milliard, milliards; k mille: mille, mille; billion billions: billion, billions"
    )
    suffixes: ClassVar[Mapping[str, str]] = {
        "K": "k",
        "k": "k",
        "M": "M",
        "m": "M",
        "B": "Md",
        "bn": "Md",
        "T": "billion",
    }
    thousands = "mille"
    bases = nouns(
        "m: mètre, mètres; g: gramme, grammes; t: tonne, tonnes; l L: litre, litres; W: watt, watts; Wh: wattheure, wattheures; Hz: hertz; V: volt, volts; o: octet, octets; B: byte, bytes; bit bits b: bit, bits; Pa: pascal, pascals;"
        "J: joule, joules; s sec: seconde, secondes; eV: électronvolt, électronvolts; Ah: ampèreheure, ampèreheures; min mn min.: minute, minutes; h: heure, heures; j: jour, jours; ha: hectare, hectares;"
        "°C ℃ ºC: degré Celsius, degrés Celsius; °F ℉: degré Fahrenheit, degrés Fahrenheit; ° º: degré, degrés; dB: décibel, décibels; ppm: ppm; pb pdb bps: point de base, points de base; pt pts: point, points; ch: cheval, chevaux;"
        'Mbps: mégabit par seconde, mégabits par seconde; Gbps: gigabit par seconde, gigabits par seconde; kcal: kilocalorie, kilocalories; px: pixel, pixels; MP Mpx: mégapixel, mégapixels; hab. hab: habitant, habitants; " ″ ”: pouce, pouces; tep: tep; ans: an, ans'
    )
    prefixes: ClassVar[Mapping[str, str]] = {
        "k": "kilo",
        "K": "kilo",
        "M": "méga",
        "G": "giga",
        "T": "téra",
        "P": "péta",
        "m": "milli",
        "µ": "micro",
        "μ": "micro",
        "n": "nano",
        "c": "centi",
        "d": "déci",
        "h": "hecto",
    }
    powers = (("carré", "carrés"), ("cube", "cubes"))
    per, to = "par", "à"
    percent: ClassVar[Mapping[str, str]] = {"%": "pour cent", "‰": "pour mille"}
    signs = phrases(
        "&: et; +: plus; =: égale; §: paragraphe; §§: paragraphes; °: degrés; ±: plus ou moins; ×: fois; ÷: divisé par; −: moins; ≥: au moins; ≤: au plus; ≠: différent de; ≈: environ; →: vers; ⇒: vers;"
        "∞: infini; √: racine de; @: arobase; #: dièse; %: pour cent; ‰: pour mille; €: euros; $: dollars; £: livres; ¥: yens; №: numéro; ©: copyright; Ω: ohm; <: inférieur à; >: supérieur à; ^: puissance"
    )
    before = phrases(
        "~: environ; ≈: environ; <: moins de; >: plus de; ≤: au plus; ≥: au moins; <=: au plus; >=: au moins; +: plus; -: moins; −: moins; –: moins; ±: plus ou moins; +/-: plus ou moins"
    )
    times, score, out_of, number_sign = "fois", "à", "sur", "numéro"
    version_word = "version"
    endings = phrases(
        "com: com; org: org; net: net; info: info; app: app; dev: dev; blog: blog; news: news; paris: paris; shop: shop; cloud: cloud; tech: tech; html: html"
    )
    abbreviations = phrases(
        "p. ex.: par exemple; par ex.: par exemple; c.-à-d.: c'est-à-dire; càd: c'est-à-dire; c-à-d: c'est-à-dire; etc.: et cetera; env.: environ; n°: numéro; nº: numéro; no.: numéro; n°s: numéros; nos.: numéros; cf.: confer; ex.: exemple; av. J.-C.: avant Jésus-Christ;"
        "apr. J.-C.: après Jésus-Christ; ap. J.-C.: après Jésus-Christ; bd: boulevard; boul.: boulevard; tél.: téléphone; max.: maximum; min.: minimum; s.v.p.: s'il vous plaît; svp: s'il vous plaît; vs: versus; vs.: versus; resp.: respectivement; Cie: compagnie; RDV: rendez-vous; rdv: rendez-vous; qq.: quelques; qqch: quelque chose; qqn: quelqu'un; approx.: approximativement; hab.: habitants; janv.: janvier;"
        "févr.: février; avr.: avril; juil.: juillet; sept.: septembre; oct.: octobre; nov.: novembre; déc.: décembre; Md: milliard; Mds: milliards; dr.: docteur; Mme: madame; Mmes: mesdames; Mlle: mademoiselle; Mlles: mesdemoiselles; ndlr: note de la rédaction; NDLR: note de la rédaction; min: minutes; bcp: beaucoup; ste: sainte; ibid.: ibidem; dép.: département; trim.: trimestre; sem.: semestre; St: Saint; Ste: Sainte; lun.: lundi; ven.: vendredi; sam.: samedi; dim.: dimanche"
    )
    before_number = phrases(
        "p.: page; pp.: pages; art.: article; chap.: chapitre; vol.: volume; fig.: figure; t.: tome; éd.: édition; mar.: mardi; mer.: mercredi; jeu.: jeudi; no: numéro"
    )
    titles = phrases(
        "M.: monsieur; MM.: messieurs; Dr: docteur; Dr.: docteur; Pr: professeur; Pr.: professeur; Me: maître; Mgr: monseigneur; St: saint; Mr: monsieur; Mr.: monsieur; av.: avenue"
    )
    rulers = frozenset(
        "Louis Charles Napoléon François Henri Philippe Léon Benoît Jean Paul Jean-Paul Pie Élisabeth Elizabeth Elisabeth Catherine Felipe Guillaume Georges Alexandre Nicolas Mohammed Albert".split()
    )
    day_words = (
        "le|du|au|dès le|depuis le|jusqu'au|jusqu’au|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    )

    def cardinal(self, value: int) -> str:
        said = super().cardinal(value)
        if self.region in {"ch", "be"}:  # "septante et un", "nonante"
            said = re.sub(
                r"soixante(?: et|-)?[ -](onze|douze|treize|quatorze|quinze|seize|dix(?:-(?:sept|huit|neuf))?)",
                lambda m: f"septante{_AFTER_TEN[m[1]]}",
                said,
            )
            said = re.sub(
                r"quatre-vingt-(onze|douze|treize|quatorze|quinze|seize|dix(?:-(?:sept|huit|neuf))?)",
                lambda m: f"nonante{_AFTER_TEN[m[1]]}",
                said,
            )
        return said

    def agree(self, said: str, noun: str) -> str:
        if not (said == "un" or said.endswith((" un", "-un"))) or not self._is_feminine(noun):
            return said
        return f"{said}e"

    def _is_feminine(self, noun: str) -> bool:
        noun = noun.partition(" ")[0].lower()
        return noun in _FEMININE_NOUNS or (noun not in _MASCULINE and _FEMININE.search(noun) is not None)

    def is_one(self, written: str) -> bool:
        """In French what is less than two is singular: "1,5 million"."""
        left, _, _ = self.parts(written)
        return left in {"0", "1"}

    def ordinal(self, value: int) -> str:
        return super().ordinal(value).replace("vingtsième", "vingtième").replace("centsième", "centième")

    def fraction(self, above: int, below: int) -> str:
        part = {2: "demi", 3: "tiers", 4: "quart"}.get(below) or self.ordinal(below)
        many = above > 1 and not part.endswith("s")
        return f"{self.cardinal(above)} {part}{'s' if many else ''}"

    def scaled(self, scale: Forms, noun: str) -> Forms:
        if not noun or scale[0] == "mille":
            return super().scaled(scale, noun)
        link = "d'" if noun[0] in "aeiouéyh" and not noun.startswith("yen") else "de "
        return f"{scale[0]} {link}{noun}", f"{scale[1]} {link}{noun}"

    def multiplied(self, written: str) -> str:
        return f"{self.number(written, 'fois')} fois"

    def date(self, day: int, month: int, year: str, _before: str) -> str:
        said = f"{'premier' if day == 1 else self.cardinal(day)} {self.months[month - 1]}"
        return f"{said} {self.year(int(year))}" if year else said

    def clock(self, hour: int, minute: int) -> str:
        said = f"{self.agree(self.cardinal(hour), 'heure')} {'heure' if hour < 2 else 'heures'}"
        return f"{said} {self.agree(self.cardinal(minute), 'minute')}" if minute else said

    def rules(self) -> tuple[Rule, ...]:
        return (
            rule("quarter", "a", r"(?P<kind>[TS])(?P<value>[1-4])(?=(?P<year>[\ /]?20\d\d(?!\d))?)(?!\w)", self._quarter),
            rule("quarter first", "9", r"(?P<value>[1-4])(?P<kind>[TS])(?:\ ?(?P<year>(?:20)?\d\d))?(?!\w)", self._quarter_first),
            rule("century", "a", r"(?P<value>[IVX]{1,6})(?P<end>ers?|ère|re|èmes?|es?|ᵉʳ|ᵉ)(?!\w)", self._century, _ROMANS),
            rule("ordinal", "9", r"(?P<value>\d{1,4})\ ?(?P<end>ers?|[eè]res?|res?|ʳᵉ|ᵉʳ|nde?s?|i?[eè]mes?|es?|ᵉ)(?!\w)", self._ordinal),
            rule("years", "9", r"(?<=années\ )(?P<year>(?:19|20)?\d0)(?!\w)", lambda m: re.sub(r"vingts\Z", "vingt", self.cardinal(int(m["year"])))),
            rule("around the clock", "9", r"24\ ?h?/24(?!\w)", lambda _: "vingt-quatre heures sur vingt-quatre"),
            rule("week", "9", r"(?P<low>\d{1,2})\ ?j(?:ours?)?/(?P<high>7)(?!\w)", self._week),
            rule("24/7", "9", r"24/7(?!\w)", lambda _: "vingt-quatre heures sur vingt-quatre, sept jours sur sept"),
        )  # fmt: skip

    def _quarter(self, found: re.Match[str]) -> str | None:
        before = found.string[max(0, found.start() - 4) : found.start()].lower()
        if not found["year"] and not re.search(r"\b(?:au|le|du|ce|un)\ \Z", before):
            return None
        return f"{self._feminine_ordinal(int(found['value']), '')} {_TRIMESTER[found['kind']]}"

    def _quarter_first(self, found: re.Match[str]) -> str:
        said = f"{self._feminine_ordinal(int(found['value']), '')} {_TRIMESTER[found['kind']]}"
        year = found["year"]
        return f"{said} {self.year(int(year) if len(year) > 2 else 2000 + int(year))}" if year else said

    def _century(self, found: re.Match[str]) -> str | None:
        value = value_of(found["value"])
        return self._feminine_ordinal(value, found["end"]) if value else None

    def _ordinal(self, found: re.Match[str]) -> str | None:
        value = int(found["value"])
        return self._feminine_ordinal(value, found["end"]) if value else None

    def _feminine_ordinal(self, value: int, end: str) -> str:
        many = "s" if end.endswith("s") and end != "s" else ""
        if end.startswith("nd"):
            return f"{'seconde' if 'e' in end else 'second'}{many}"
        if value == 1:
            return f"{'première' if end.rstrip('s') in {'re', 'ère', 'ere', 'ʳᵉ'} else 'premier'}{many}"
        return f"{self.ordinal(value)}{many}"

    def _week(self, found: re.Match[str]) -> str:
        return f"{self.counted(found['low'], ('jour', 'jours'))} sur sept"


_AFTER_TEN = {
    "dix": "", "onze": " et un", "douze": "-deux", "treize": "-trois", "quatorze": "-quatre", "quinze": "-cinq", "seize": "-six",
    "dix-sept": "-sept", "dix-huit": "-huit", "dix-neuf": "-neuf",
}  # fmt: skip
