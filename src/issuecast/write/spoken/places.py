"""Street addresses of the United States: house numbers, kinds of street, states, ZIP codes."""

from __future__ import annotations

import re

from issuecast.write.spoken import words
from issuecast.write.spoken.context import counted, ends_sentence, word_after, word_before
from issuecast.write.spoken.rules import Rule, lazy, rule

_STREETS = {
    "st": "Street", "ave": "Avenue", "av": "Avenue", "rd": "Road", "blvd": "Boulevard", "ln": "Lane", "dr": "Drive",
    "ct": "Court", "hwy": "Highway", "pkwy": "Parkway", "pl": "Place", "sq": "Square", "ter": "Terrace", "cir": "Circle",
    "expy": "Expressway", "fwy": "Freeway", "trl": "Trail",
}  # fmt: skip
_IN_FULL = (*sorted(set(_STREETS.values())), "Way", "Loop", "Plaza", "Row", "Alley", "Circle", "Crescent")
_COMPASS = {"N": "North", "S": "South", "E": "East", "W": "West", "NE": "Northeast", "NW": "Northwest",
            "SE": "Southeast", "SW": "Southwest"}  # fmt: skip
STATES = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado",
    "CT": "Connecticut", "DE": "Delaware", "FL": "Florida", "GA": "Georgia", "HI": "Hawaii", "ID": "Idaho",
    "IL": "Illinois", "IN": "Indiana", "IA": "Iowa", "KS": "Kansas", "KY": "Kentucky", "LA": "Louisiana", "ME": "Maine",
    "MD": "Maryland", "MA": "Massachusetts", "MI": "Michigan", "MN": "Minnesota", "MS": "Mississippi",
    "MO": "Missouri", "MT": "Montana", "NE": "Nebraska", "NV": "Nevada", "NH": "New Hampshire", "NJ": "New Jersey",
    "NM": "New Mexico", "NY": "New York", "NC": "North Carolina", "ND": "North Dakota", "OH": "Ohio", "OK": "Oklahoma",
    "OR": "Oregon", "PA": "Pennsylvania", "RI": "Rhode Island", "SC": "South Carolina", "SD": "South Dakota",
    "TN": "Tennessee", "TX": "Texas", "UT": "Utah", "VT": "Vermont", "VA": "Virginia", "WA": "Washington",
    "DC": "D C", "WV": "West Virginia", "WI": "Wisconsin", "WY": "Wyoming",
}  # fmt: skip
_LAST_WORDS = frozenset(name.rpartition(" ")[2] for name in STATES.values() if name != "D C")
# Words or countries too, so that it takes a ZIP code, or the country, to make states of them: "Yes, OK.", "Berlin, DE".
_NEED_MORE = frozenset({"DE", "HI", "ID", "IN", "ME", "OK", "OR"})
# Towns that tell of some of them which they are.
_TOWNS = {
    "DE": {"Wilmington", "Dover"}, "HI": {"Honolulu"}, "ID": {"Boise"}, "IN": {"Indianapolis", "Bloomington", "Wayne", "Gary", "Evansville"},
    "AR": {"Rock", "Fayetteville", "Bentonville"}, "CO": {"Denver", "Boulder", "Springs", "Collins"},
    "GA": {"Atlanta", "Augusta", "Savannah", "Athens", "Macon"}, "LA": {"Orleans", "Rouge", "Shreveport"},
    "MA": {"Boston", "Cambridge", "Worcester", "Springfield", "Salem", "Somerville"}, "MD": {"Baltimore", "Annapolis", "Bethesda", "Rockville"},
    "MS": {"Jackson", "Biloxi"}, "ND": {"Fargo", "Bismarck"}, "PA": {"Philadelphia", "Pittsburgh", "Harrisburg", "Scranton", "Allentown"},
    "VA": {"Richmond", "Arlington", "Norfolk", "Alexandria", "Reston", "Roanoke"},
    "ME": {"Portland", "Bangor"}, "OK": {"City", "Tulsa", "Norman"}, "OR": {"Portland", "Salem", "Eugene", "Bend"},
}  # fmt: skip
# Degrees, and what else is listed between commas: "Jane Roe, MD, said", "Wearables, AR glasses".
_OTHERWISE = frozenset({"MA", "MD", "MS", "PA", "AR", "CO", "GA", "LA", "ND", "VA"})
_CLOSED = lazy(r",\ (?!(?:(?:and|or)\ )?[A-Z]{2})|\s*\Z|[.;)]|-based")
_TOWN = lazy(
    r"(?P<in>\b(?:in|of|from|near|to|at|outside)\ )?(?:[A-Z][\w.'’-]*\ ){0,2}(?P<town>[A-Z][a-z][\w'’-]*),\s?\Z"
)
_ORDINAL = lazy(r"(\d+)(?:st|nd|rd|th)\Z")


def _house(number: str) -> str:
    """By pairs, as people say it: 1428 → "fourteen twenty-eight", 123 → "one twenty-three", 708 → "seven zero eight"."""
    if len(number) < 4:
        return (
            words.digits(number)
            if number[1:2] == "0" and number[2:] not in {"", "0"}
            else words.parted(number)
        )
    if len(number) == 4 and number[2:] != "00" and number[1] != "0":
        return words.year(int(number))
    return words.digits(number) if len(number) != 4 else words.year(int(number))


def _address(m: re.Match[str]) -> str | None:
    if m["street"] in _IN_FULL and counted(m.string, m.end()):  # "300 Wall Street jobs"
        return None
    said = [_house(m["house"]), *(m["letter"] or ())]
    for name in m["names"].split():
        numbered = _ORDINAL.match(name)
        said.append(words.ordinal(int(numbered[1])) if numbered else _COMPASS.get(name.rstrip("."), name))
    said.append(_STREETS.get(m["street"].lower(), m["street"]))
    if m["quarter"]:
        said.append(_COMPASS[m["quarter"]])
    stop = "." if m[0].endswith(".") and ends_sentence(m.string, m.end()) else ""
    return " ".join(said) + stop


def _street(m: re.Match[str]) -> str | None:
    """The kind of street after its name: "Elm St. It", "5th Ave,"; before a name "St." is a saint."""
    before, after = word_before(m.string, m.start()), word_after(m.string, m.end())
    named = before[:1].isupper() or _ORDINAL.match(before)
    if m[0] == "St" and not before[:1].isupper() and after[:1].isupper():
        return "Saint"
    if not named or (after[:1].isupper() and not ends_sentence(m.string, m.end())):
        return None
    return _STREETS[m[1].lower()] + ("." if m[0][-1] == "." and ends_sentence(m.string, m.end()) else "")


def _state(m: re.Match[str]) -> str | None:
    """A state after its town, with the ZIP code behind it."""
    name = STATES.get(m["state"])
    town = _TOWN.search(m.string[max(0, m.start() - 40) : m.start()]) if name else None
    if name and m["zip"] and not town and m["state"] not in _NEED_MORE and not counted(m.string, m.end()):
        return f"{name} {words.digits(m['zip'])}"
    if not name or not town:
        return None
    certain = m["zip"] or m["land"] is not None or town["town"] in _TOWNS.get(m["state"], ())
    if not certain and m["state"] in _NEED_MORE:
        return None
    closed = town and town["in"] and _CLOSED.match(m.string, m.end())
    if not certain and m["state"] in _OTHERWISE and not closed:
        return None
    zip_code = m["zip"]
    if not zip_code:
        return name
    return f"{name}{',' if ',' in m[0] else ''} {words.digits(zip_code)}"


def _zip(m: re.Match[str]) -> str | None:
    """A ZIP code after a state in full: "New York 10118"."""
    text, start = m.string, m.start()
    named = word_before(text, start) in _LAST_WORDS or text[max(0, start - 5) : start] == "D.C. "
    return words.digits(m[0]) if named and not word_after(text, m.end())[:1].islower() else None


RULES: tuple[Rule, ...] = (
    rule(
        "address", "9",
        r"(?P<house>\d{1,5})(?P<letter>[A-Z])?\ (?P<names>(?:(?:[A-Z][\w'’-]{0,20}\.?|\d{1,3}(?:st|nd|rd|th))\ ){1,4})"
        rf"(?P<street>(?i:{'|'.join(_STREETS)})|{'|'.join(_IN_FULL)})(?![\w'’])\.?(?:\ (?P<quarter>[NS][EW]?|[EW])(?![\w'’]))?",
        _address,
    ),
    rule("compass", "a", r"([NSEW])(?:\.\ (?=(?:[A-Z][a-z]{1,15}\ ){1,2}(?:St|Ave|Rd|Blvd|Ln|Dr)(?!\w))|\.?\ (?=\d{1,3}(?:st|nd|rd|th)\ ))", lambda m: _COMPASS[m[1]], frozenset("nsew")),
    rule("street", "a", r"(St|Ave|Rd|Blvd|Ln|Dr|Hwy|Pkwy)(?:\.|(?![\w'’]))", _street, frozenset("st ave rd blvd ln dr hwy pkwy".split())),
    rule(
        "state", "a", r"(?P<state>[A-Z]{2})(?:,?\ (?P<zip>\d{5}(?:-\d{4})?)(?!\w)|(?P<land>(?=,\ U\.?S))|(?=[,.;:)]|\s*\Z|\n|\ [a-z–—]|-(?:based|area)\b))", _state,
        frozenset(f"{state.lower()}{ending}" for state in STATES for ending in ("", "-")),
    ),
    rule("ZIP code", "9", r"\d{5}(?:-\d{4})?(?![\w%]|[.,:]\d|[-–/]\w)", _zip),
)  # fmt: skip
