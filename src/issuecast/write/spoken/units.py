"""Units of measure: how they are written, and their names in the singular and the plural."""

from __future__ import annotations

import re

from issuecast.write.spoken import words
from issuecast.write.spoken.context import with_stop
from issuecast.write.spoken.rules import lazy

_PREFIXES = {"p": "pico", "n": "nano", "µ": "micro", "u": "micro", "m": "milli", "c": "centi", "d": "deci", "h": "hecto",
             "k": "kilo", "K": "kilo", "M": "mega", "G": "giga", "T": "tera", "P": "peta", "E": "exa", "Z": "zetta"}  # fmt: skip
# A unit of the metric system, and the prefixes that it is met with.
_METRIC = {
    "m": ("meter", "nµumcdk"), "g": ("gram", "nµumk"), "l": ("liter", "mcd"), "L": ("liter", "µumd"), "t": ("ton", "kMG"),
    "s": ("second", "pnµum"), "W": ("watt", "nµumkMGT"), "Wh": ("watt hour", "kMGT"), "J": ("joule", "mkMGTPE"),
    "cal": ("calorie", "k"), "eV": ("electronvolt", "mkMGTP"), "V": ("volt", "µumk"), "A": ("amp", "nµum"),
    "Ah": ("amp hour", "m"), "Ω": ("ohm", "mkM"), "F": ("farad", "pnµu"), "T": ("tesla", "nµum"), "K": ("kelvin", "nµum"),
    "Pa": ("pascal", "hkMG"), "bar": ("bar", "m"), "N": ("newton", "mk"), "mol": ("mole", "nµum"), "Da": ("dalton", "kM"),
    "Sv": ("sievert", "mµu"), "Gy": ("gray", "m"), "Bq": ("becquerel", "kMGTP"), "pc": ("parsec", "kMG"),
    "B": ("byte", "kKMGTPEZ"), "b": ("bit", "kKMGT"), "bit": ("bit", "kMGT"), "px": ("pixel", "M"),
}  # fmt: skip
_PLAIN = {
    # length, area, volume
    "m": "meter", "mi": "mile", "yd": "yard", "yds": "yard", "ly": "light year", "ha": "hectare", "Å": "angstrom", "l": "liter", "L": "liter",
    "gal": "gallon", "qt": "quart", "tbsp": "tablespoon", "Tbsp": "tablespoon", "tsp": "teaspoon", "cc": "cubic centimeter", "bbl": "barrel",
    "sqft": "square foot", "sq ft": "square foot", "sqm": "square meter", "sq m": "square meter",
    "sq km": "square kilometer", "sq mi": "square mile", "sq in": "square inch", "sq yd": "square yard", "sf": "square foot", "cu ft": "cubic foot", "fl oz": "fluid ounce",
    # mass
    "mcg": "microgram", "g": "gram", "t": "ton", "lb": "pound", "lbs": "pound", "oz": "ounce",
    # time
    "s": "second", "sec": "second", "secs": "second", "min": "minute", "mins": "minute", "h": "hour", "hr": "hour",
    "hrs": "hour", "d": "day", "wk": "week", "wks": "week", "mo": "month", "mos": "month", "mth": "month", "mths": "month", "yr": "year",
    "yrs": "year", "y": "year", "Y": "year", "kyr": "thousand year", "Myr": "million year", "Gyr": "billion year",
    # power, energy, electricity, sound, light, temperature
    "W": "watt", "Wh": "watt hour", "J": "joule", "cal": "calorie", "eV": "electronvolt", "V": "volt", "Ah": "amp hour",
    "Ω": "ohm", "dB": "decibel", "dBA": "decibel", "Nm": "newton meter", "kts": "knot", "arcsec": "arcsecond", "arcmin": "arcminute", "Pa": "pascal", "atm": "atmosphere", "N": "newton", "T": "tesla",
    "K": "kelvin", "C": "degree Celsius", "F": "degree Fahrenheit", "lm": "lumen", "TH": "terahash",
    # data
    "B": "byte", "KiB": "kibibyte", "MiB": "mebibyte", "GiB": "gibibyte", "TiB": "tebibyte", "px": "pixel", "req": "request", "tok": "token",
    "MP": "megapixel", "LOC": "line of code",
    # chemistry, medicine
    "mol": "mole", "Sv": "sievert", "Gy": "gray", "Bq": "becquerel", "kbp": "kilobase pair", "Mbp": "megabase pair", "Gbp": "gigabase pair",
    # in the news
    "pt": "point", "pts": "point", "IU": "international unit",
}  # fmt: skip

_PER_SECOND = {
    "Kbps": "kilobit", "kbps": "kilobit", "Mbps": "megabit", "Gbps": "gigabit", "Tbps": "terabit", "Pbps": "petabit", "kH/s": "kilohash",
    "MH/s": "megahash", "GH/s": "gigahash", "TH/s": "terahash", "PH/s": "petahash", "EH/s": "exahash", "MBps": "megabyte",
    "GBps": "gigabyte", "fps": "frame", "qps": "query", "rps": "request", "tps": "transaction", "tok/s": "token",
    "req/s": "request", "tokens/s": "token", "tokens/sec": "token", "t/s": "token",
}  # fmt: skip

# Names that have a form of their own, or none, in the plural.
_OWN_PLURAL = {
    "ft": ("foot", "feet"), "in": ("inch", "inches"), "Hz": ("hertz", "hertz"), "kHz": ("kilohertz", "kilohertz"),
    "BPM": ("beat per minute", "beats per minute"), "RPM": ("revolution per minute", "revolutions per minute"),
    "MHz": ("megahertz", "megahertz"), "GHz": ("gigahertz", "gigahertz"), "THz": ("terahertz", "terahertz"),
    "mph": ("mile per hour", "miles per hour"), "kph": ("kilometer per hour", "kilometers per hour"),
    "kmph": ("kilometer per hour", "kilometers per hour"), "rpm": ("revolution per minute", "revolutions per minute"),
    "bpm": ("beat per minute", "beats per minute"), "psi": ("pound per square inch", "pounds per square inch"),
    "ppm": ("part per million", "parts per million"), "ppb": ("part per billion", "parts per billion"),
    "mpg": ("mile per gallon", "miles per gallon"), "dpi": ("dot per inch", "dots per inch"),
    "ppi": ("pixel per inch", "pixels per inch"), "bps": ("basis point", "basis points"),
    "bp": ("basis point", "basis points"), "pp": ("percentage point", "percentage points"),
    "ppt": ("percentage point", "percentage points"), "ppts": ("percentage point", "percentage points"),
    "p.p.": ("percentage point", "percentage points"), "wt%": ("weight percent", "weight percent"),
    "nM": ("nanomolar", "nanomolar"), "µM": ("micromolar", "micromolar"), "mM": ("millimolar", "millimolar"),
    "Ma": ("million year", "million years"), "Ga": ("billion year", "billion years"),
    "mmHg": ("millimeter of mercury", "millimeters of mercury"), "inHg": ("inch of mercury", "inches of mercury"),
    "kWp": ("kilowatt peak", "kilowatts peak"), "MWp": ("megawatt peak", "megawatts peak"),
    "MWe": ("megawatt electric", "megawatts electric"), "GWe": ("gigawatt electric", "gigawatts electric"),
    "hp": ("horsepower", "horsepower"), "bhp": ("brake horsepower", "brake horsepower"),
    "lb-ft": ("pound foot", "pound feet"), "ft-lb": ("foot pound", "foot pounds"), "ft-lbs": ("foot pound", "foot pounds"),
    "MT/s": ("megatransfer per second", "megatransfers per second"), "GT/s": ("gigatransfer per second", "gigatransfers per second"),
    "bpd": ("barrel per day", "barrels per day"), "b/d": ("barrel per day", "barrels per day"),
    "kb/d": ("thousand barrels per day", "thousand barrels per day"),
    "mb/d": ("million barrels per day", "million barrels per day"), "mbpd": ("million barrels per day", "million barrels per day"),
    "mtpa": ("million tons per year", "million tons per year"), "Mtpa": ("million tons per year", "million tons per year"),
    "Bcf": ("billion cubic feet", "billion cubic feet"), "Tcf": ("trillion cubic feet", "trillion cubic feet"),
    "Mtoe": ("million tons of oil equivalent", "million tons of oil equivalent"), "Moz": ("million ounces", "million ounces"),
    "boe": ("barrel of oil equivalent", "barrels of oil equivalent"),
    "MMBtu": ("million B T U", "million B T U"), "mmBtu": ("million B T U", "million B T U"),
    "bcf": ("billion cubic feet", "billion cubic feet"), "tcf": ("trillion cubic feet", "trillion cubic feet"),
    "pct": ("percent", "percent"),
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
_WORDS = frozenset("in d q y Y x X t l us B C F J K N T MP LOC atm TH ML HR SEC DB FT NM MG OZ MIN".split())
_FACTORS = frozenset("x X q us".split())
_MULTIPLIED = lazy(
    r"\ (?:as|better|bigger|cheaper|faster|fewer|greater|higher|larger|less|longer|lower|more|slower|smaller|the)(?!\w)"
)
_COLD = lazy(r"(?<!\w)(?:at|above|below|near|[-–])\W{1,2}[\d.,]{1,9}\Z")
_MAGNET = lazy(r"\ (?:magnet|MRI|field|scanner)")
# A full stop after them is no end of a sentence if it goes on.
STOPPED = frozenset(
    "lb lbs oz ft in mi yd gal qt pt min mins hr hrs sec mo mos yr yrs wk wks tbsp tsp Tbsp cal".split()
)


def _names() -> dict[str, tuple[str, str]]:
    names = {
        f"{prefix}{unit}": (f"{_PREFIXES[prefix]}{name}", f"{_PREFIXES[prefix]}{words.plural(name)}")
        for unit, (name, prefixes) in _METRIC.items()
        for prefix in prefixes
    }
    names |= {written: (name, _plural(name)) for written, name in _PLAIN.items()}
    for written, name in _PER_SECOND.items():
        names[written] = (f"{name} per second", f"{words.plural(name)} per second")
    names |= _OWN_PLURAL
    for size, name in {"": "", "G": "giga", "T": "tera", "P": "peta", "E": "exa"}.items():
        names |= {
            f"{size}{flops}": (f"{name}flops", f"{name}flops")
            for flops in ("FLOPS", "FLOPs", "FLOP/s", "FLOPS/s")
        }
    folded: dict[str, tuple[str, str]] = {}
    for written, both in names.items():
        if written.lower() in _ANY_CASE:
            folded.setdefault(written.lower(), both)
    folded |= {"mw": names["MW"], "mb": names["MB"], "gb": names["GB"], "tb": names["TB"], "kb": names["KB"]}
    return folded | {unit.upper(): both for unit, both in folded.items()} | names


def _plural(name: str) -> str:
    special = {"square foot": "square feet", "cubic foot": "cubic feet", "line of code": "lines of code",
               "degree Celsius": "degrees Celsius", "degree Fahrenheit": "degrees Fahrenheit"}  # fmt: skip
    return special.get(name) or words.plural(name)


NAMES = _names()
_UNIT = lazy(
    r"(?P<gap>[ \u00a0\u202f]?)(?P<unit>tok/s|t/s|req/s|tokens/s(?:ec)?|sq\.?\ (?:ft|mi|in|yd|k?m)\b\.?|cu\.?\ ft\b\.?|fl\.?\ oz\b\.?|[km]?b/d|p\.p\.|wt%|[°º]\ ?[CFK](?!\w)|°\ ?[NSEW](?!\w)"
    r"|(?:[kMG]?t|k?g)CO[2₂]e?(?!\w)|[GTPE]?FLOPS?/s|[MG]T/s|[kMGTPE]H/s|lb-ft|ft-lbs?|[%‰°℃℉¢′″]|[A-Za-zµμΩ×Å]{1,6})(?P<power>[²³]|\^?[23](?!\d))?"
    r"(?!\w|['’]\w)"
)
_EMITTED = lazy(r"([kMG]?t|k?g)CO[2₂]e?")
_INCH = lazy(r"[\"”](?=[ -](?:[a-z]|[A-Z]{2,}(?!\w)))")
_FOOT = lazy(r"['’](?=[ -](?:tall|long|wide|deep|high|thick|pole|wall|ceiling|by|[x×]\ )(?!\w))")
_PER = lazy(r" ?/ ?(?P<unit>sq\.? ?(?:ft|mi|in|yd|k?m)|[A-Za-zµμΩ]{1,6})(?P<power>[²³]|\^?[23](?!\d))?(?!\w)")
_INVERSE = lazy(r"[ ·⋅](?P<unit>[A-Za-zµμ]{1,4})\^[-−](?P<power>[123])(?!\w)")
_POWERS = {"2": "square", "²": "square", "3": "cubic", "³": "cubic"}


def lookup(written: str) -> tuple[str, str] | None:
    """The names of a unit, in the singular and the plural; None if it is none."""
    written = written.replace("μ", "µ").replace("º", "°").replace("° ", "°")
    written = written.replace("-", " ") if written.startswith("sq") else written
    written = written.replace(".", "") if " " in written else written
    if emitted := _EMITTED.fullmatch(written):
        gas = "of C O two equivalent" if written[-1] == "e" else "of C O two"
        return f"{NAMES[emitted[1]][0]} {gas}", f"{NAMES[emitted[1]][1]} {gas}"
    both = NAMES.get(written)
    named = written[:-1].isupper() and written[-1:] == "s"  # home runs: "31 HRs"
    return both or (NAMES.get(written.lower()) if written.lower() in _ANY_CASE and not named else None)


def at(text: str, place: int) -> tuple[int, tuple[str, str]] | None:
    """The unit that stands right after a number, a rate such as "km/h" whole, and where it ends."""
    if _INCH.match(text, place) and not _quoted(text, place):
        return place + 1, NAMES["in"]
    if _FOOT.match(text, place) and not _quoted(text, place):
        return place + 1, NAMES["ft"]
    found = _UNIT.match(text, place)
    if found is None or (
        found["unit"] in _WORDS and (found["gap"] or found["unit"] == "K") and not _measures(found)
    ):
        return None
    both = lookup(found["unit"])
    if both is None:
        return None
    if found["power"]:
        power = _POWERS[found["power"].lstrip("^")]
        both = (f"{power} {both[0]}", f"{power} {both[1]}")
    end = found.end()
    for _ in range(2 if found["unit"] not in {"x", "X", "×"} else 0):
        if not (rate := per(text, end)):
            break
        end, both = rate[0], (f"{both[0]} {rate[1]}", f"{both[1]} {rate[1]}")
    return (with_stop(text, end) if found["unit"] in STOPPED else end), both


def _measures(found: re.Match[str]) -> bool:
    """Whether what may be a word is a unit: "5 in. pipe", "100 J of heat", "at 4 K"."""
    unit, text, end = found["unit"], found.string, found.end()
    if unit == "K":
        return (
            found["gap"] != "" and _COLD.search(text, max(0, found.start() - 20), found.start()) is not None
        )
    if unit == "T":
        return _MAGNET.match(text, end) is not None
    if unit == "in":
        return with_stop(text, end) > end or text[end:].rstrip() == "." or text.startswith(" of ", end)
    if unit in _FACTORS:
        return _MULTIPLIED.match(text, end) is not None
    return (
        bool(found["power"]) or text.startswith((" of ", " CO2", " CO₂"), end) or per(text, end) is not None
    )


def _quoted(text: str, place: int) -> bool:
    """Whether the mark at a place closes a quotation that began at most 200 characters before."""
    before = text[max(0, place - 200) : place]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def per(text: str, place: int) -> tuple[int, str] | None:
    """ "/h" or " h⁻¹" → "per hour", where a slash or a space and a unit stand."""
    found = _PER.match(text, place) or _INVERSE.match(text, place)
    both = lookup(found["unit"]) if found else None
    if found is None or both is None:
        return None
    power = (found["power"] or "1").lstrip("^")
    if power == "1":
        return found.end(), f"per {both[0]}"
    square = _POWERS[power]
    if both[0] == "second":  # meters per second squared
        return found.end(), f"per second {square}d".replace("cubicd", "cubed")
    return found.end(), f"per {square} {both[0]}"
