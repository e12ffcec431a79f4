"""Units of measure: how they are written, and their names in the singular and the plural."""

from __future__ import annotations

import re

from issuecast.write.spoken import words

_PLAIN = {
    # length, area, volume
    "nm": "nanometer", "µm": "micrometer", "um": "micrometer", "mm": "millimeter", "cm": "centimeter",
    "dm": "decimeter", "m": "meter", "km": "kilometer", "mi": "mile", "yd": "yard", "ly": "light year",
    "ha": "hectare", "l": "liter", "L": "liter", "ml": "milliliter", "mL": "milliliter", "cl": "centiliter",
    "dl": "deciliter", "gal": "gallon", "qt": "quart", "pt": "pint", "tbsp": "tablespoon", "tsp": "teaspoon",
    "cc": "cubic centimeter", "bbl": "barrel", "sqft": "square foot", "sq ft": "square foot", "sqm": "square meter",
    "sq m": "square meter", "sq km": "square kilometer", "sq mi": "square mile", "cu ft": "cubic foot", "fl oz": "fluid ounce",
    # mass
    "ng": "nanogram", "µg": "microgram", "ug": "microgram", "mcg": "microgram", "mg": "milligram", "g": "gram",
    "kg": "kilogram", "t": "ton", "kt": "kiloton", "Mt": "megaton", "Gt": "gigaton", "lb": "pound", "lbs": "pound",
    "oz": "ounce",
    # time
    "ps": "picosecond", "ns": "nanosecond", "µs": "microsecond", "us": "microsecond", "ms": "millisecond",
    "s": "second", "sec": "second", "secs": "second", "min": "minute", "mins": "minute", "h": "hour", "hr": "hour",
    "hrs": "hour", "d": "day", "wk": "week", "wks": "week", "mo": "month", "mos": "month", "yr": "year",
    "yrs": "year", "y": "year",
    # power, energy, electricity, frequency, sound
    "mW": "milliwatt", "W": "watt", "kW": "kilowatt", "MW": "megawatt", "GW": "gigawatt", "TW": "terawatt",
    "Wh": "watt hour", "kWh": "kilowatt hour", "MWh": "megawatt hour", "GWh": "gigawatt hour",
    "TWh": "terawatt hour", "kJ": "kilojoule", "MJ": "megajoule", "GJ": "gigajoule", "cal": "calorie",
    "kcal": "kilocalorie", "eV": "electronvolt", "keV": "kiloelectronvolt", "MeV": "megaelectronvolt",
    "GeV": "gigaelectronvolt", "TeV": "teraelectronvolt", "V": "volt", "mV": "millivolt", "kV": "kilovolt",
    "mA": "milliamp", "mAh": "milliamp hour", "Ah": "amp hour", "Ω": "ohm", "kΩ": "kiloohm",
    "dB": "decibel", "dBA": "decibel", "Pa": "pascal", "hPa": "hectopascal", "kPa": "kilopascal",
    "MPa": "megapascal", "GPa": "gigapascal", "atm": "atmosphere", "kN": "kilonewton",
    # data
    "B": "byte", "kB": "kilobyte", "KB": "kilobyte", "MB": "megabyte", "GB": "gigabyte", "TB": "terabyte",
    "PB": "petabyte", "EB": "exabyte", "ZB": "zettabyte", "KiB": "kibibyte", "MiB": "mebibyte", "GiB": "gibibyte",
    "TiB": "tebibyte", "kb": "kilobit", "Kb": "kilobit", "Mb": "megabit", "Gb": "gigabit", "Tb": "terabit",
    "Mbit": "megabit", "Gbit": "gigabit", "px": "pixel", "MP": "megapixel", "LOC": "line of code",
    # chemistry
    "mol": "mole", "mmol": "millimole",
    # in the news
    "pts": "point", "Sv": "sievert", "mSv": "millisievert", "µSv": "microsievert", "Gy": "gray", "Bq": "becquerel", "Y": "year", "dL": "deciliter",
}  # fmt: skip

_PER_SECOND = {
    "Kbps": "kilobit", "kbps": "kilobit", "Mbps": "megabit", "Gbps": "gigabit", "Tbps": "terabit", "MBps": "megabyte",
    "GBps": "gigabyte", "fps": "frame", "qps": "query", "rps": "request", "tps": "transaction", "tok/s": "token",
    "req/s": "request", "tokens/s": "token", "tokens/sec": "token",
}  # fmt: skip

# Names that have a form of their own, or none, in the plural.
_OWN_PLURAL = {
    "ft": ("foot", "feet"), "in": ("inch", "inches"), "Hz": ("hertz", "hertz"), "kHz": ("kilohertz", "kilohertz"),
    "MHz": ("megahertz", "megahertz"), "GHz": ("gigahertz", "gigahertz"), "THz": ("terahertz", "terahertz"),
    "mph": ("mile per hour", "miles per hour"), "kph": ("kilometer per hour", "kilometers per hour"),
    "kmph": ("kilometer per hour", "kilometers per hour"), "rpm": ("revolution per minute", "revolutions per minute"),
    "bpm": ("beat per minute", "beats per minute"), "psi": ("pound per square inch", "pounds per square inch"),
    "ppm": ("part per million", "parts per million"), "ppb": ("part per billion", "parts per billion"),
    "mpg": ("mile per gallon", "miles per gallon"), "dpi": ("dot per inch", "dots per inch"),
    "ppi": ("pixel per inch", "pixels per inch"), "bps": ("basis point", "basis points"),
    "bp": ("basis point", "basis points"), "pp": ("percentage point", "percentage points"),
    "ppt": ("percentage point", "percentage points"), "pct": ("percent", "percent"),
    "FLOPS": ("flops", "flops"), "GFLOPS": ("gigaflops", "gigaflops"), "TFLOPS": ("teraflops", "teraflops"),
    "PFLOPS": ("petaflops", "petaflops"), "EFLOPS": ("exaflops", "exaflops"), "TFLOPs": ("teraflops", "teraflops"),
    "TOPS": ("TOPS", "TOPS"), "IOPS": ("I O P S", "I O P S"),
    "°": ("degree", "degrees"), "°C": ("degree Celsius", "degrees Celsius"), "℃": ("degree Celsius", "degrees Celsius"),
    "°F": ("degree Fahrenheit", "degrees Fahrenheit"), "℉": ("degree Fahrenheit", "degrees Fahrenheit"),
    "°K": ("kelvin", "kelvins"), "°N": ("degree north", "degrees north"), "°S": ("degree south", "degrees south"),
    "°E": ("degree east", "degrees east"), "°W": ("degree west", "degrees west"),
    "%": ("percent", "percent"), "‰": ("per mille", "per mille"), "¢": ("cent", "cents"),
    "′": ("foot", "feet"), "″": ("inch", "inches"), "x": ("times", "times"), "X": ("times", "times"),
    "×": ("times", "times"),
}  # fmt: skip

# Written with capitals or without, these mean nothing else after a number.
_ANY_CASE = frozenset(
    "km kg mg cm mm nm ml mb gb tb kb kbps mbps gbps tbps mph kph kmph lb lbs oz ft hz khz mhz ghz kw mw gw kwh mwh "
    "gwh hr hrs min mins sec secs yr yrs fps rpm psi ppm db mah tflops pflops".split()
)

# After a space these are words sooner than units.
_WORDS = frozenset("in d q y Y x X t l mo us mi pt ha B F J N MP LOC cal atm pp ly".split())


def _names() -> dict[str, tuple[str, str]]:
    names = {written: (name, _plural(name)) for written, name in _PLAIN.items()}
    for written, name in _PER_SECOND.items():
        names[written] = (f"{name} per second", f"{words.plural(name)} per second")
    names |= _OWN_PLURAL
    folded: dict[str, tuple[str, str]] = {}
    for written, both in names.items():
        if written.lower() in _ANY_CASE:
            folded.setdefault(written.lower(), both)
    folded |= {"mw": names["MW"], "mb": names["MB"], "gb": names["GB"], "tb": names["TB"], "kb": names["KB"]}
    return folded | {unit.upper(): both for unit, both in folded.items()} | names


def _plural(name: str) -> str:
    special = {"square foot": "square feet", "cubic foot": "cubic feet", "line of code": "lines of code"}
    return special.get(name) or words.plural(name)


NAMES = _names()
_UNIT = re.compile(
    r"(?P<gap>[ \u00a0\u202f]?)(?P<unit>tok/s|req/s|tokens/s(?:ec)?|sq\.?\ (?:ft|mi|k?m)\b\.?|cu\.?\ ft\b\.?|fl\.?\ oz\b\.?|°\ ?[CFK](?!\w)|°[NSEW](?!\w)"
    r"|[%‰°℃℉¢′″]|[A-Za-zµμΩ×]{1,6})(?P<power>[²³]|\^?[23](?!\d))?"
    r"(?!\w|['’]\w)"
)
_INCH = re.compile(r"[\"”](?=[ -][a-z])")
_PER = re.compile(r" ?/ ?(?P<unit>[A-Za-zµμΩ]{1,6})(?P<power>[²³]|\^?[23](?!\d))?(?!\w)")
_POWERS = {"2": "square", "²": "square", "3": "cubic", "³": "cubic"}


def lookup(written: str) -> tuple[str, str] | None:
    """The names of a unit, in the singular and the plural; None if it is none."""
    written = written.replace("μ", "µ").replace("° ", "°")
    written = written.replace(".", "") if " " in written else written
    both = NAMES.get(written)
    return both or (NAMES.get(written.lower()) if written.lower() in _ANY_CASE else None)


def at(text: str, place: int) -> tuple[int, tuple[str, str]] | None:
    """The unit that stands right after a number, a rate such as "km/h" whole, and where it ends."""
    if _INCH.match(text, place) and not _quoted(text, place):
        return place + 1, NAMES["in"]
    found = _UNIT.match(text, place)
    if found is None or (found["gap"] and found["unit"] in _WORDS and not found["power"]):
        return None
    both = lookup(found["unit"])
    if both is None:
        return None
    if found["power"]:
        power = _POWERS[found["power"].lstrip("^")]
        both = (f"{power} {both[0]}", f"{power} {both[1]}")
    rate = per(text, found.end())
    if rate and found["unit"] not in {"x", "X", "×"}:
        return rate[0], (f"{both[0]} {rate[1]}", f"{both[1]} {rate[1]}")
    return found.end(), both


def _quoted(text: str, place: int) -> bool:
    """Whether the mark at a place closes a quotation that began at most 200 characters before."""
    before = text[max(0, place - 200) : place]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def per(text: str, place: int) -> tuple[int, str] | None:
    """ "/h" → "per hour", where a slash and a unit stand."""
    found = _PER.match(text, place)
    both = lookup(found["unit"]) if found else None
    if found is None or both is None:
        return None
    if not found["power"]:
        return found.end(), f"per {both[0]}"
    square = _POWERS[found["power"].lstrip("^")]
    if both[0] == "second":  # meters per second squared
        return found.end(), f"per second {square}d".replace("cubicd", "cubed")
    return found.end(), f"per {square} {both[0]}"
