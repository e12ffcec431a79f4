"""What an amount is per: "/month", "/1M tokens", "per kWh", "tokens/s"; and units that no number stands before."""

from __future__ import annotations

import re

from issuecast.write.spoken import units
from issuecast.write.spoken.amounts import Amount, amount
from issuecast.write.spoken.context import with_stop
from issuecast.write.spoken.rules import Reading, lazy

_PER = lazy(r"\ ?/\ ?(?=(\d[\d,.]*)?(sq\.? ?(?:ft|mi|in|yd|k?m)(?!\w)|[^\W\d_]*))")
_THINGS = lazy(r"[ \u00a0][a-z]{2,20}s(?=/(?:s(?!\w)|[A-Za-z]{0,11}[A-Za-rt-z](?!\w)))")
_FOR_EACH = lazy(r" (?:per|an?) [a-z]{2,12}(?=/[a-z])")

ALONE = "kWh MWh GWh TWh kW GW GHz MHz Gbps Mbps km kg mph".split()
"""Units that are met without a number too."""

_UNIT = lazy(
    rf"(?:[Pp]er[ \u00a0](?P<per>[kMGT]Wh|[kMG]W|[kMGTP]B|k[gm]|m[gml]|[cn]m|lb|oz|gal|bbl|sq\.?\ ?(?:ft|m|km|mi)|hr|yr|sec)"
    rf"|(?P<alone>{'|'.join(ALONE)}))(?![\w/]|[-‑]\d)"
)
_OVER = lazy(r"(?:[kmµμn]?g|k?m|k?W|k?J|mol|m?L)/(?:s|h|c?m(?=[\^23²³])|[mdµμ]?L|kg|mol|kWh)(?![a-zA-Z])")
_SCALED = lazy(r"[Pp]er[ \u00a0]([KMB])(?=[ \u00a0](?:[a-z]{2,12}\ )?(?:[a-z]{2,20}s|people)(?!\w))")
_SCALE_NAMES = {"K": "thousand", "M": "million", "B": "billion"}
FIRST = frozenset({"P", "p", "J", "L", "W", "µ", *"gmn", *(unit[0] for unit in ALONE)})
"""What they, and "per", begin with."""

_PERIODS = {"d": "day", "mo": "month", "m": "month", "yr": "year", "hr": "hour", "wk": "week"}
_MILLIONS = {"M": "million", "MTok": "million tokens", "Mtok": "million tokens", "mtok": "million tokens"}
_BASES = frozenset({"10", "100", "1000", "1,000"})
_RATES = frozenset(_PERIODS) | frozenset(_PERIODS.values()) | {"s", "sec", "min", "h"}


def things(text: str, last: Amount) -> re.Match[str] | None:
    """What stands between an amount and its slash: "20 tokens/s", "$8 per seat/month"."""
    if last.currency:
        return _FOR_EACH.match(text, last.end)
    return None if last.unit else _THINGS.match(text, last.end)


def per(text: str, end: int, last: Amount, *, bare: bool) -> tuple[int, str]:
    """What follows as "/month", "/1M tokens", "/user/month"; the words begin with a space."""
    said = ""
    for _ in range(3):
        slash = _PER.match(text, end)
        if slash is None:
            break
        if slash[1]:
            base = amount(text, slash.end())
            if base is None or not _is_base(base, last) or text[base.end : base.end + 1].isalnum():
                break
            said, end = f"{said} per {base.say(singular=False)}", base.end
            continue
        if dense := _density(text, end):
            end, said = dense[0], f"{said} {dense[1]}"
            continue
        word = slash[2]
        if not word or (bare and word not in _RATES):
            break
        name = _PERIODS.get(word) or _MILLIONS.get(word) or (units.lookup(word) or (word.lower(), ""))[0]
        said, end = f"{said} per {name}", slash.end() + len(word)
        end = with_stop(text, end) if word in _PERIODS or word in units.STOPPED else end
    return end, said


def _density(text: str, end: int) -> Reading | None:
    """What is said of an area or a volume, whatever is counted: "17/km²", "$50/sq ft"."""
    found = units.per(text, end)
    return found if found and found[1].startswith(("per square", "per cubic")) else None


def _is_base(base: Amount, last: Amount) -> bool:
    """Whether an amount is what another one is per: "$5/1M tokens", "4.5 L/100 km", but "8GB/256GB" are two sizes."""
    return bool(last.currency) or (last.unit is not None and base.unit is not None and base.number in _BASES)


def unit(text: str, at: int) -> Reading | None:
    """A unit without a number: "cents per kWh", "many GWh"."""
    if _OVER.match(text, at) and (measured := units.at(text, at)):
        return measured[0], measured[1][1]
    if scaled := _SCALED.match(text, at):
        return scaled.end(), f"per {_SCALE_NAMES[scaled[1]]}"
    m = _UNIT.match(text, at)
    both = units.lookup(m["per"] or m["alone"]) if m else None
    if not m or not both:
        return None
    return m.end(), f"per {both[0]}" if m["per"] else both[1]
