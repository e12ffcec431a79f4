"""Money: currencies, their small change, and how an amount is said."""

from __future__ import annotations

import re

from issuecast.write.spoken import words
from issuecast.write.spoken.rules import lazy

# sign or code: (singular, plural, small change in the singular and the plural)
_Names = tuple[str, str, str, str]
_CENT = ("cent", "cents")
_DOLLAR: _Names = ("dollar", "dollars", *_CENT)
_EURO: _Names = ("euro", "euros", *_CENT)
_POUND: _Names = ("pound", "pounds", "penny", "pence")
_YEN: _Names = ("yen", "yen", "sen", "sen")
_YUAN: _Names = ("yuan", "yuan", "fen", "fen")
_WON: _Names = ("won", "won", "jeon", "jeon")
_RUPEE: _Names = ("rupee", "rupees", "paisa", "paise")


def _of(country: str, names: _Names) -> _Names:
    return (f"{country} {names[0]}", f"{country} {names[1]}", names[2], names[3])


_PESO: _Names = ("peso", "pesos", "centavo", "centavos")
_FRANC: _Names = ("franc", "francs", "centime", "centimes")

CURRENCIES: dict[str, _Names] = {
    "$": _DOLLAR, "US$": _of("U S", _DOLLAR), "USD": _of("U S", _DOLLAR), "A$": _of("Australian", _DOLLAR),
    "AU$": _of("Australian", _DOLLAR), "AUD": _of("Australian", _DOLLAR), "C$": _of("Canadian", _DOLLAR),
    "CA$": _of("Canadian", _DOLLAR), "CAD": _of("Canadian", _DOLLAR), "HK$": _of("Hong Kong", _DOLLAR),
    "HKD": _of("Hong Kong", _DOLLAR), "S$": _of("Singapore", _DOLLAR), "SGD": _of("Singapore", _DOLLAR),
    "NZ$": _of("New Zealand", _DOLLAR), "NZD": _of("New Zealand", _DOLLAR), "NT$": _of("Taiwan", _DOLLAR),
    "TWD": _of("Taiwan", _DOLLAR), "R$": ("real", "reais", "centavo", "centavos"),
    "BRL": ("real", "reais", "centavo", "centavos"), "€": _EURO, "EUR": _EURO, "£": _POUND, "GBP": _POUND, "¥": _YEN,
    "JPY": _YEN, "CN¥": _YUAN, "CNY": _YUAN, "RMB": _YUAN, "元": _YUAN, "₩": _WON, "KRW": _WON, "₹": _RUPEE,
    "INR": _RUPEE, "Rs": _RUPEE, "Rs.": _RUPEE, "₨": _RUPEE, "CHF": _of("Swiss", _FRANC), "₽": ("ruble", "rubles", "kopeck", "kopecks"),
    "RUB": ("ruble", "rubles", "kopeck", "kopecks"), "₺": ("lira", "lira", "kurush", "kurush"),
    "TRY": ("lira", "lira", "kurush", "kurush"), "₪": ("shekel", "shekels", "agora", "agorot"),
    "ILS": ("shekel", "shekels", "agora", "agorot"), "₫": ("dong", "dong", "xu", "xu"),
    "₴": ("hryvnia", "hryvnias", "kopiyka", "kopiykas"), "UAH": ("hryvnia", "hryvnias", "kopiyka", "kopiykas"),
    "₱": _PESO, "PHP": _PESO, "PKR": _of("Pakistani", _RUPEE), "EGP": _of("Egyptian", ("pound", "pounds", "piaster", "piasters")),
    "MXN": _of("Mexican", _PESO), "MX$": _of("Mexican", _PESO), "ARS": _of("Argentine", _PESO), "CLP": _of("Chilean", _PESO), "₦": ("naira", "naira", "kobo", "kobo"),
    "NGN": ("naira", "naira", "kobo", "kobo"), "฿": ("baht", "baht", "satang", "satang"),
    "THB": ("baht", "baht", "satang", "satang"), "₿": ("bitcoin", "bitcoin", *_CENT),
    "BTC": ("bitcoin", "bitcoin", *_CENT), "SEK": ("Swedish krona", "Swedish kronor", "öre", "öre"),
    "NOK": ("Norwegian krone", "Norwegian kroner", "øre", "øre"), "DKK": ("Danish krone", "Danish kroner", "øre", "øre"),
    "PLN": ("zloty", "zlotys", "grosz", "groszy"), "zł": ("zloty", "zlotys", "grosz", "groszy"),
    "CZK": ("koruna", "korunas", "heller", "hellers"), "ZAR": ("rand", "rand", *_CENT),
    "kr": ("krone", "kroner", "øre", "øre"), "Kč": ("koruna", "korunas", "heller", "hellers"),
    "HUF": ("forint", "forints", "fillér", "fillér"), "RON": ("leu", "lei", "ban", "bani"), "VND": ("dong", "dong", "xu", "xu"),
    "KES": _of("Kenyan", ("shilling", "shillings", *_CENT)), "MYR": ("ringgit", "ringgit", "sen", "sen"),
    "RM": ("ringgit", "ringgit", "sen", "sen"), "QAR": ("Qatari riyal", "Qatari riyals", "dirham", "dirhams"),
    "KWD": ("Kuwaiti dinar", "Kuwaiti dinars", "fils", "fils"), "Dh": ("dirham", "dirhams", "fils", "fils"),
    "AED": ("dirham", "dirhams", "fils", "fils"), "SAR": ("riyal", "riyals", "halala", "halalas"),
    "IDR": ("rupiah", "rupiah", "sen", "sen"), "₡": ("colón", "colones", "céntimo", "céntimos"),
    "₸": ("tenge", "tenge", "tiyn", "tiyn"), "₮": ("tugrik", "tugriks", "möngö", "möngö"),
    "₲": ("guarani", "guaranis", "céntimo", "céntimos"), "₵": ("cedi", "cedis", "pesewa", "pesewas"),
    "₾": ("lari", "lari", "tetri", "tetri"), "₼": ("manat", "manat", "qəpik", "qəpik"),
    "₭": ("kip", "kip", "att", "att"), "៛": ("riel", "riels", "sen", "sen"), "৳": ("taka", "taka", "poisha", "poisha"),
}  # fmt: skip

_LONGEST_FIRST = sorted(CURRENCIES, key=len, reverse=True)
_CODES = "|".join(
    [code.replace(".", r"\.") for code in _LONGEST_FIRST if code[:2].isalpha() and code[-1] != "$"]
)
_SIGNS = "|".join([re.escape(sign) for sign in _LONGEST_FIRST if not sign.rstrip(".").isalpha()])

BEFORE = (
    rf"US[ \u00a0]\$[ \u00a0]?|(?:{_SIGNS})[ \u00a0]?|(?:{_CODES})[ \u00a0]"
    r"|(?:USD|EUR|GBP|JPY|CNY|RMB|INR|CHF|AUD|CAD|SGD|HKD|NZD|SEK|NOK|DKK|AED|ZAR|Rs|RM|Dh)(?=\d)"
)
"""A currency before its amount."""

FIRST = "".join(sorted({sign[0] for sign in CURRENCIES if not sign[0].isalpha()}))
"""The signs that a currency may begin with."""

PAIR = rf"({_CODES})/({_CODES})(?![\w/])"
"""Two currencies that are traded for each other: "EUR/USD"."""

AFTER = lazy(rf"[ \u00a0]?({_CODES}|元|[€£¥₽₴₺₫])(?!\w)")
"""A currency after its amount."""


REGION = lazy(r"([$€£])([1-9]0|1(?:,?0)?00)s(?!\w)")
"""A region of prices: "the low $40s", "$100s"."""


def region(m: re.Match[str]) -> str:
    """$40s → "forties", $1000s → "thousands of dollars"."""
    if len(m[2]) == 2:
        return words.decade(m[2])
    said = f"{words.cardinal(int(m[2].replace(',', ''))).removeprefix('one ')}s"
    return said if m.string.startswith(" of ", m.end()) else f"{said} of {CURRENCIES[m[1]][1]}"


def part(m: re.Match[str]) -> str:
    """$1/2 million → "half a million dollars", €2 1/2 billion."""
    said = words.fraction(int(m[3]), int(m[4]))
    if m[2]:
        said = f"{words.cardinal(int(m[2]))} and {said.replace('one ', 'a ')}"
    scale = f"a {m[5]}" if said == "one half" else m[5]
    return f"{said.removeprefix('one ') if said == 'one half' else said} {scale} {CURRENCIES[m[1]][1]}"


def pair(first: str, second: str) -> str:
    """EUR, USD → "euro dollar"."""
    return " ".join([CURRENCIES[code][0].removeprefix("U S ") for code in (first, second)])


def say(currency: str, written: str, scale: str, *, singular: bool) -> str:
    """An amount: ("$", "4.75", "billion") → "four point seven five billion dollars".

    Args:
        currency: sign or code, a key of CURRENCIES.
        written: the number as written.
        scale: "thousand", "million", …, or "".
        singular: of an amount that describes a noun ("a ten dollar note").
    """
    one, many, cent, cents = CURRENCIES[currency]
    left, _, right = written.replace(",", "").partition(".")
    change = right.rstrip("0")
    if (
        scale
        or len(change) > 2
        or not (left or change)
        or len(left) > 15
        or many in {"yen", "won", "bitcoin"}
    ):
        unit = one if singular or (written == "1" and not scale) else many
        return " ".join(filter(None, (words.number(written), scale, unit)))
    pence = int(change.ljust(2, "0") or 0)
    units = int(left or 0)
    said = []
    if units or not pence:
        said += [words.cardinal(units), one if singular or units == 1 else many]
    if pence:
        said += [words.cardinal(pence), cent if pence == 1 or (singular and cents != "pence") else cents]
    return " ".join(said)
