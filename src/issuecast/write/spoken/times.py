"""Times of day and how long something takes: what the clock gives."""

from __future__ import annotations

import re

from issuecast.write.spoken import words, years
from issuecast.write.spoken.context import attributive, counted, ends_sentence, with_stop, word_before
from issuecast.write.spoken.rules import Rule, rule

_ZONES = {"ET": "Eastern time", "PT": "Pacific time", "CT": "Central time", "MT": "Mountain time"}
_ZONE = r"(?:\ ?\(?(?P<zone>[ECMP]\.?[SD]?\.?T|UTC|GMT|CES?T|BST|IST|JST|KST|SGT|HKT|A[EC][SD]T|WES?T|EES?T" \
    r"|e\.?[sd]\.?t|p\.?[sd]\.?t|utc|gmt|cet)(?![\w])\)?)?"  # fmt: skip
_HALF = r"(?P<half>[aApP])\.?\ ?[mM](?!\w)\.?"


_TIME = r"(?P<hour>\d{1,2})(?::(?P<minute>[0-5]\d))?"
_AT = frozenset("at by until till from to before after around through".split())
_UNITS = {"d": "day", "h": "hour", "m": "minute", "min": "minute", "s": "second"}


def clock(hour: int, minute: str | None, *, half: bool = False) -> str:
    """(9, "05") → "nine oh five"; the full hour is "nine o'clock", "twenty-two hundred", or bare before A M."""
    said = words.cardinal(hour)
    if minute and int(minute):
        return f"{said} {'oh ' if minute[0] == '0' else ''}{words.cardinal(int(minute))}"
    if half or not minute:
        return said
    return f"{said} o'clock" if 0 < hour < 13 else f"{said} hundred"


def _time(m: re.Match[str]) -> str | None:
    groups = m.groupdict()
    hour, half, zone = int(m["hour"]), groups.get("half"), m["zone"]
    if hour > (12 if half else 24):
        return None
    said = clock(hour, m["minute"], half=bool(half))
    if groups.get("second"):
        said += f" {years.short(groups['second'])}"
    if half:
        said += f" {half.upper()} M"
    if zone:
        zone = zone.replace(".", "").upper()
        said += f" {_ZONES.get(zone) or ' '.join(zone)}"
    return f"{said}." if m[0].endswith(".") and ends_sentence(m.string, m.end()) else said


def _hour(m: re.Match[str]) -> str | None:
    """ "at 10 ET", not "10 CT scans"."""
    at = m["zone"] == "ET" or word_before(m.string, m.start()).lower() in _AT
    return _time(m) if at and not counted(m.string, m.end()) else None


def _hours(m: re.Match[str]) -> str | None:
    """ "9-11 am": the half of the day is said once."""
    until = _time(m)
    return until and f"{clock(int(m['from']), m['from_minute'], half=True)} to {until}"


def _duration(m: re.Match[str]) -> str:
    """21:51:31, as long as something takes."""
    end = m.end()
    if word_before(m.string, m.start()) in {"a", "an", "the", "his", "her"} and attributive(
        m.string, m.start(), end
    ):
        return f"{clock(int(m['hour']), m['minute'], half=True)} {years.short(m['second'])}"  # "a 2:03:59 marathon"
    parts = [_counted(m[name], name) for name in ("hour", "minute", "second")]
    return f"{parts[0]} {parts[1]} and {parts[2]}"


def _lettered(m: re.Match[str]) -> str:
    """1h 30m → "one hour thirty minutes"."""
    return " ".join([_counted(number, _UNITS[unit]) for number, unit in re.findall(r"(\d+)([a-z]+)", m[0])])


def _long(m: re.Match[str]) -> str:
    """ "took 2 hr 15 min", "a 2 hr. 15 min. film"."""
    end = with_stop(m.string, m.end() - 1) if m[0][-1] == "." else m.end()
    one = attributive(m.string, m.start(), end)
    parts = zip(m.groups(), ("hour", "minute"), strict=True)
    said = " ".join([f"{words.cardinal(int(n))} {unit}" if one else _counted(n, unit) for n, unit in parts])
    return f"{said}." if m[0][-1] == "." and end < m.end() else said


def _offset(m: re.Match[str]) -> str:
    """UTC+5:30, GMT-5."""
    sign = "plus" if m["sign"] == "+" else "minus"
    return f"{' '.join(m['zone'])} {sign} {clock(int(m['hour']), m['minute'], half=True)}"


def _split(m: re.Match[str]) -> str:
    """A lap of 4:13.22, to the hundredth of a second."""
    return f"{clock(int(m[1]), m[2])} point {words.digits(m[3])}"


def _counted(number: str, unit: str) -> str:
    return f"{words.cardinal(int(number))} {unit if int(number) == 1 else words.plural(unit)}"


def _at_noon(m: re.Match[str]) -> str:
    zone = m["zone"].replace(".", "").upper()
    return f"{m['noon']} {_ZONES.get(zone) or ' '.join(zone)}"


RULES: tuple[Rule, ...] = (
    rule("noon", "a", rf"(?P<noon>(?i:noon|midnight))(?=\ ){_ZONE[:-1]}", _at_noon, frozenset({"noon", "midnight"})),
    rule("until noon", "-–—", r"(?<=[\dmM.])[-–—](?=(?i:noon|midnight)\b)", lambda _: "to"),
    rule("offset", "a", r"(?P<zone>UTC|GMT)\ ?(?P<sign>[-+−–])(?P<hour>\d{1,2})(?::?(?P<minute>[0-5]\d))?(?!\w)", _offset, frozenset({"utc", "gmt"})),
    rule("time with seconds", "9", rf"(?P<hour>\d{{1,2}}):(?P<minute>[0-5]\d):(?P<second>[0-5]\d)(?=\ ?(?:[aApP]\.?[mM]|UTC|GMT|[ECMP][SD]?T)\b)(?:\ ?{_HALF})?{_ZONE}", _time),
    rule("split time", "9", r"(\d{1,2}):([0-5]\d)\.(\d{1,3})(?!\w)", _split),
    rule("duration", "9", r"(?P<hour>\d{1,3}):(?P<minute>[0-5]\d):(?P<second>[0-5]\d)(?![\d:])", _duration),
    rule("lettered duration", "9", r"(?:\d{1,4}[dh]\ ?\d{1,4}(?:h|m|min)|\d{1,4}m\ ?(?=\d{1,4}s))(?:\ ?\d{1,4}s)?(?!\w)", _lettered),
    rule("hours and minutes in short", "9", r"(\d{1,3})\ ?hrs?\.?\ (\d{1,2})\ ?mins?(?!\w)\.?", _long),
    rule("pace", "9", r"(\d{1,2}):([0-5]\d)\ ?(?:/|min/)(mi|mile|km)(?!\w)", lambda m: f"{clock(int(m[1]), m[2], half=True)} per {'kilometer' if m[3] == 'km' else 'mile'}"),
    rule("hours and minutes", "9", r"(\d{1,2})h([0-5]\d)(?!\w)", lambda m: f"{_counted(m[1], 'hour')} {words.cardinal(int(m[2]))}"),
    rule("hours", "9", rf"(?P<from>\d{{1,2}})(?::(?P<from_minute>[0-5]\d))?\ ?[-–]\ ?{_TIME}\ ?{_HALF}{_ZONE}", _hours),
    rule("time with a stop", "9", rf"(?P<hour>\d{{1,2}})\.(?P<minute>[0-5]\d)\ ?{_HALF}{_ZONE}", _time),
    rule("time", "9", rf"{_TIME}\ ?{_HALF}{_ZONE}", _time),
    rule("short half of a day", "9", r"(?P<hour>\d{1,2}):(?P<minute>[0-5]\d)(?P<half>[ap])(?!\w)(?P<zone>(?!))?", _time),
    rule("short hours", "9", r"(1?\d)([ap])[-–](1?\d)([ap])(?!\w)", lambda m: f"{words.cardinal(int(m[1]))} {m[2].upper()} M to {words.cardinal(int(m[3]))} {m[4].upper()} M"),
    rule("hour of a zone", "9", r"(?P<hour>1?\d)\ (?P<zone>[ECMP][SD]?T)(?![\w'’])(?P<minute>(?!))?", _hour),
    rule("time of 24 hours", "9", rf"(?P<hour>\d{{1,2}}):(?P<minute>[0-5]\d)(?![\d:]|,\d{{3}}){_ZONE}", _time),
)  # fmt: skip
