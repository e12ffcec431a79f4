"""What Spanish has of its own: its words, numbers that agree in gender, ordinals, quarters, centuries."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from issuecast.write.spoken.language import SPACE, Forms, Language, nouns, phrases
from issuecast.write.spoken.roman import value_of
from issuecast.write.spoken.rules import LETTER, Rule, lazy, rule

_FEMININE = lazy(
    r"(?:as?|ción|ciones|sión|siones|dad|dades|tad|tades|umbres?|sis|ices|mujer|mujeres|vez|veces|red|ley|luz|voz|redes|leyes|clases|bases|calles|llaves|naves|noches|partes|tardes|pymes|imágenes|órdenes|torres|sedes)\Z"
)
_MASCULINE = lazy(
    r"(?:días?|mapas?|planetas?|kilogramas?|[aeo]mas?|istas?|autas?|tranvías?|atletas?|poetas?|euros?)\Z"
)
_FEMININE_TOO = frozenset(
    "camas damas ramas cremas gomas llamas bromas tramas formas plataformas normas firmas reformas alarmas armas farmas temas yemas gemas".split()
) - {"temas"}
_ONE = lazy(r"(?:\b|(?<=veinti))uno\Z")
_THOUSANDS = lazy(r"\b(veinti)?uno (?=mil|bill)")
_HUNDREDS = lazy(r"(cient|quinient)os\b")
_FUNCTION = frozenset(
    "de del y e o u a al en por para con sin que se es son fue más menos como entre hasta desde sobre la el los las un una no ya según cuando donde si lo le su sus tras ante bajo mientras pero ni lunes martes".split()
)
_GENDER = lazy(r"(?<!\w)(?i:(?P<las>las|unas|otras|estas)|los|unos|otros|estos)\s\Z")
_PESOS = frozenset({"mx", "ar", "cl", "co", "uy", "do", "cu"})
_PERIOD = {"T": "trimestre", "S": "semestre"}
_TEENS = {11: "undécimo", 12: "duodécimo"}


class Spanish(Language):
    """Spanish; in Mexico, Central America and the United States with the decimal point."""

    code = "es"
    comma, dot, tens = "coma", "punto", True
    point_regions = frozenset({"mx", "us", "pr", "do", "gt", "hn", "sv", "ni", "pa", "419"})
    months = (
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    )
    months_cut = "ene feb mar abr may jun jul ago sept|sep oct nov dic"
    currencies: Mapping[str, Forms] = nouns(
        "€ EUR euro euros: euro, euros; $ US$ USD U$S dólar dólares: dólar, dólares; £ GBP: libra, libras; ¥ JPY: yen, yenes; CHF: franco suizo, francos suizos; ₹ INR: rupia, rupias; CNY RMB: yuan, yuanes; SEK NOK DKK: corona, coronas;"
        "R$ BRL: real, reales; C$ CAD: dólar canadiense, dólares canadienses; A$ AUD: dólar australiano, dólares australianos; BTC ₿: bitcoin, bitcoins; ETH: ether, ethers; ₩ KRW: won, wones; ₽ RUB: rublo, rublos; ₺ TRY: lira turca, liras turcas;"
        "MXN MX$: peso mexicano, pesos mexicanos; ARS AR$: peso argentino, pesos argentinos; CLP: peso chileno, pesos chilenos; COP: peso colombiano, pesos colombianos; PEN S/: sol, soles; UYU: peso uruguayo, pesos uruguayos; Q: quetzal, quetzales; ct cts ¢: céntimo, céntimos; peso pesos: peso, pesos"
    )
    small: ClassVar[Mapping[str, Forms]] = {
        "euros": ("céntimo", "céntimos"),
        "libras": ("penique", "peniques"),
        "francos suizos": ("céntimo", "céntimos"),
        "soles": ("céntimo", "céntimos"),
        **dict.fromkeys(
            (
                "dólares",
                "pesos",
                "pesos mexicanos",
                "pesos argentinos",
                "pesos chilenos",
                "pesos colombianos",
                "dólares canadienses",
            ),
            ("centavo", "centavos"),
        ),
    }
    change = " con "
    scales = nouns(
        "M MM mill. mm millón millones: millón, millones; mil k: mil, mil; mil.millones: mil millones, mil millones; billón billones: billón, billones"
    ) | dict.fromkeys(("mil millones", "mil M", "mil mill."), ("mil millones", "mil millones"))
    suffixes: ClassVar[Mapping[str, str]] = {
        "K": "mil",
        "k": "mil",
        "M": "M",
        "m": "M",
        "B": "mil.millones",
        "bn": "mil.millones",
        "T": "billón",
    }
    thousands = "mil"
    bases = nouns(
        "m: metro, metros; g: gramo, gramos; t: tonelada, toneladas; l L: litro, litros; W: vatio, vatios; Wh: vatio hora, vatios hora; Hz: hercio, hercios; V: voltio, voltios; B: byte, bytes; bit bits b: bit, bits; Pa: pascal, pascales; J: julio, julios;"
        "s seg. seg: segundo, segundos; eV: electronvoltio, electronvoltios; Ah: amperio hora, amperios hora; min min.: minuto, minutos; h hs h. hrs: hora, horas; ha: hectárea, hectáreas; °C ºC ℃: grado Celsius, grados Celsius; °F ºF ℉: grado Fahrenheit, grados Fahrenheit;"
        "° º: grado, grados; dB: decibelio, decibelios; ppm: partes por millón; pb pbs bps: punto básico, puntos básicos; pp p.p.: punto porcentual, puntos porcentuales; CV cv: caballo, caballos; Mbps: megabit por segundo, megabits por segundo; Gbps: gigabit por segundo, gigabits por segundo;"
        'kcal: kilocaloría, kilocalorías; px: píxel, píxeles; MP Mpx: megapíxel, megapíxeles; hab. hab: habitante, habitantes; " ″ ”: pulgada, pulgadas; pts: punto, puntos; fps: fotogramas por segundo; uds. uds: unidad, unidades'
    )
    prefixes: ClassVar[Mapping[str, str]] = {
        "k": "kilo",
        "K": "kilo",
        "M": "mega",
        "G": "giga",
        "T": "tera",
        "P": "peta",
        "m": "mili",
        "µ": "micro",
        "μ": "micro",
        "n": "nano",
        "c": "centi",
        "d": "deci",
        "h": "hecto",
    }
    powers = (("cuadrado", "cuadrados"), ("cúbico", "cúbicos"))
    per, to = "por", "a"
    percent: ClassVar[Mapping[str, str]] = {"%": "por ciento", "‰": "por mil"}
    signs = phrases(
        "&: y; +: más; =: igual a; §: sección; §§: secciones; °: grados; ±: más menos; ×: por; ÷: entre; −: menos; ≥: al menos; ≤: como máximo; ≠: distinto de; ≈: aproximadamente; →: a; ⇒: a; ∞: infinito;"
        "√: raíz de; @: arroba; #: almohadilla; %: por ciento; ‰: por mil; €: euros; $: dólares; £: libras; ¥: yenes; №: número; ©: copyright; Ω: ohmio; <: menor que; >: mayor que; ^: elevado a"
    )
    before = phrases(
        "~: aproximadamente; ≈: aproximadamente; <: menos de; >: más de; ≤: como máximo; ≥: al menos; <=: como máximo; >=: al menos; +: más; -: menos; −: menos; –: menos; ±: más menos; +/-: más menos"
    )
    times, score, out_of, number_sign = "por", "a", "sobre", "número"
    version_word = "versión"
    endings = phrases(
        "com: com; org: org; net: net; info: info; es: es; app: app; dev: dev; blog: blog; news: news; shop: shop; cloud: cloud; tech: tech; html: html; gob: gob; edu: edu"
    )
    abbreviations = phrases(
        "EE. UU.: Estados Unidos; EEUU: Estados Unidos; EE.UU: Estados Unidos; p. ej.: por ejemplo; ej.: ejemplo; etc.: etcétera; aprox.: aproximadamente; núm.: número; núms.: números; nro.: número; n.º: número; n.°: número; nº: número; n°: número; tel.: teléfono; tfno.: teléfono; avda.: avenida; Av.: avenida; pza.: plaza;"
        "a. C.: antes de Cristo; a. de C.: antes de Cristo; d. C.: después de Cristo; d. de C.: después de Cristo; Cía.: compañía; Ud.: usted; Uds.: ustedes; máx.: máximo; mín.: mínimo; vs.: versus; vs: versus; dpto.: departamento; depto.: departamento; hab.: habitantes; RR. HH.: recursos humanos; RRHH: recursos humanos; JJ. OO.: Juegos Olímpicos; JJOO: Juegos Olímpicos; CC. AA.: comunidades autónomas; CCAA: comunidades autónomas; FF. AA.: Fuerzas Armadas; izq.: izquierda;"
        "dcha.: derecha; S. A.: S A; S. L.: S L; D. F.: D F; a. m.: de la mañana; p. m.: de la tarde; gral.: general; admón.: administración; incl.: incluido; mill.: millones; p. p.: puntos porcentuales; s. f.: sin fecha; q. e. p. d.: que en paz descanse; trim.: trimestre; prov.: provincia; c/: calle"
    )
    before_number = phrases(
        "pág.: página; pp.: páginas; págs.: páginas; p.: página; art.: artículo; arts.: artículos; cap.: capítulo; vol.: volumen; fig.: figura; ap.: apartado; lun.: lunes; mié.: miércoles; jue.: jueves; vie.: viernes; sáb.: sábado; dom.: domingo; No.: número; s.: siglo"
    )
    titles = phrases(
        "Sr.: señor; Sra.: señora; Srta.: señorita; Sres.: señores; D.: don; Dña.: doña; D.ª: doña; Dr.: doctor; Dra.: doctora; Prof.: profesor; Lic.: licenciado; Ing.: ingeniero; Sto.: Santo; Sta.: Santa; Gral.: general; Excmo.: excelentísimo; C/: calle; s.: siglo"
    )
    rulers = frozenset(
        "Felipe Carlos Alfonso Isabel Fernando León Benedicto Pío Pablo Francisco Luis Enrique Jorge Napoleón Guillermo Catalina Margarita Mohamed Alejandro Nicolás Amadeo".split()
    )
    day_words = "el|del|al|lunes|martes|miércoles|jueves|viernes|sábado|domingo|desde el|hasta el"

    def __init__(self, region: str = "") -> None:
        super().__init__(region)
        if region in _PESOS:
            self.currencies = {**self.currencies, "$": ("peso", "pesos")}

    def cardinal(self, value: int) -> str:
        return _THOUSANDS.sub(lambda m: "veintiún " if m[1] else "un ", super().cardinal(value))

    def agree(self, said: str, noun: str) -> str:
        """ "uno" is "un" or "una" before a noun, hundreds have a gender too; millions are nouns of their own."""
        if self._is_feminine(noun):
            said = _ONE.sub("una", said)
            head, mill, rest = said.rpartition("mill")
            return head + mill + _HUNDREDS.sub(r"\1as", rest)
        return (
            re.sub("veintiuno\\Z", "veintiún", said) if said.endswith("veintiuno") else _ONE.sub("un", said)
        )

    def _is_feminine(self, noun: str) -> bool:
        noun = noun.partition(" ")[0].lower()
        return _FEMININE.search(noun) is not None and (noun in _FEMININE_TOO or not _MASCULINE.search(noun))

    def ordinal(self, value: int) -> str:
        if 11 <= value <= 19:
            said = _TEENS.get(value) or f"decimo{self.ordinal(value - 10)}"
            return said.replace("decimoséptimo", "decimoséptimo")
        return super().ordinal(value)

    def fraction(self, above: int, below: int) -> str:
        part = {2: "medio", 3: "tercio"}.get(below) or self.ordinal(below)
        return f"{self.agree(self.cardinal(above), part)} {part}{'s' if above > 1 else ''}"

    def scaled(self, scale: Forms, noun: str) -> Forms:
        if not noun or scale[0] == "mil":
            return super().scaled(scale, noun)
        return f"{scale[0]} de {noun}", f"{scale[1]} de {noun}"

    def half(self, noun: str) -> str:
        """ "medio litro", "media hora"."""
        return ("media" if noun[-1] == "a" else "medio") if len(noun) > 3 else self.fraction(1, 2)

    def reign(self, value: int, name: str) -> str:
        said = self.ordinal(value) if value < 11 else self.cardinal(value)
        return re.sub(r"o\b", "a", said) if name in {"Isabel", "Catalina", "Margarita"} else said

    def _prefixed(self, prefix: str, unit: str) -> str:
        """ "kilómetro", but "kilogramo": the stress is on the prefix of metres."""
        if unit.startswith("metro"):
            prefix = prefix[:-1] + {"o": "ó", "i": "í", "a": "a"}[prefix[-1]]
        return prefix + unit

    def per_unit(self, noun: str) -> str:
        return {"mes": "al mes", "año": "al año", "día": "al día", "semana": "a la semana"}.get(
            noun, f"por {noun}"
        )

    def multiplied(self, written: str) -> str:
        return f"{self.number(written, 'vez')} {'vez' if written == '1' else 'veces'}"

    def date(self, day: int, month: int, year: str, _before: str) -> str:
        first = "primero" if self.region and self.region != "es" else "uno"
        said = f"{first if day == 1 else self.cardinal(day)} de {self.months[month - 1]}"
        return f"{said} de {self.year(int(year))}" if year else said

    def clock(self, hour: int, minute: int) -> str:
        said = self.agree(self.cardinal(hour), "hora")
        return f"{said} {self.cardinal(minute)}" if minute else f"{said} {'hora' if hour == 1 else 'horas'}"

    def rules(self) -> tuple[Rule, ...]:
        return (
            rule("quarter", "a", r"(?P<kind>[TS])(?P<value>[1-4])(?:\ (?:de\ )?(?P<year>20\d\d))?(?!\w)", self._quarter),
            rule("quarter first", "9", r"(?P<value>[1-4])\.?º?(?P<kind>[TS])(?:\ ?(?:de\ )?(?P<year>(?:20)?\d\d))?(?!\w)", self._quarter),
            rule("century", "a", r"(?P<word>[Ss]iglos?)\ (?P<first>[IVX]{1,6})(?:(?P<and>\ (?:y|al|o)\ (?:el\ )?|-|–)(?P<second>[IVX]{1,6}))?(?!\w)", self._century, frozenset({"siglo", "siglos"})),
            rule("numbered event", "a", rf"(?P<value>[IVX]{{1,6}})(?={SPACE}[A-ZÁÉÍÓÚ][a-záéíóú])", self._event, frozenset("i ii iii iv v vi vii viii ix".split())),
            rule("ordinal", "9", r"(?P<value>\d{1,3})(?:\.?(?P<end>[ºªᵒᵃ](?![CF])|er(?!\w))|\.?(?P<plain>(?:r[oa]|d[oa]|t[oa]|v[oa]|m[oa])s?)(?!\w))", self._ordinal),
        )  # fmt: skip

    def _quarter(self, found: re.Match[str]) -> str | None:
        before = found.string[max(0, found.start() - 4) : found.start()].lower()
        year = found["year"]
        if found[0][0].isalpha() and not year and not re.search(r"\b(?:el|del|al)\ \Z", before):
            return None
        said = f"{self._short(self.ordinal(int(found['value'])))} {_PERIOD[found['kind']]}"
        return f"{said} de {self.year(int(year) if len(year) > 2 else 2000 + int(year))}" if year else said

    def _short(self, said: str) -> str:
        """ "primero" → "primer" before a noun."""
        return re.sub(r"(primer|tercer)o\Z", r"\1", said)

    def _century(self, found: re.Match[str]) -> str | None:
        first, second = value_of(found["first"]), value_of(found["second"] or "")
        if not first:
            return None
        said = f"{found['word']} {self.cardinal(first)}"
        link = "a" if (found["and"] or "") in {"-", "–"} else (found["and"] or "").strip()
        return f"{said} {link} {self.cardinal(second)}" if second else said

    def _event(self, found: re.Match[str]) -> str | None:
        """ "la II Guerra" → "la segunda Guerra", "el I Congreso" → "el primer Congreso"."""
        article = re.search(
            r"(?<!\w)(?i:(?P<la>la)|el|del|al)\s\Z", found.string[max(0, found.start() - 5) : found.start()]
        )
        value = value_of(found["value"])
        if not article or not 0 < value < 10:
            return None
        said = self.ordinal(value)
        return re.sub(r"o\Z", "a", said) if article["la"] else self._short(said)

    def _ordinal(self, found: re.Match[str]) -> str | None:
        value, end = int(found["value"]), found["end"] or found["plain"]
        if not value:
            return None
        said = self.ordinal(value)
        if end == "er":
            return self._short(said)
        if end in {"ª", "ᵃ"} or end.rstrip("s").endswith("a"):
            return re.sub(r"o\b", "a", said)
        following = re.match(rf"{SPACE}{LETTER}{{3}}", found.string[found.end() : found.end() + 5])
        return self._short(said) if following else said

    def noun(self, word: str, before: str) -> str:
        if gender := _GENDER.search(before):
            return "cosas" if gender["las"] else "casos"
        return "" if word in _FUNCTION or word[0].isupper() or word in self.months else word
