"""Openings of a list, however it writes them: in "Grid engineer at Harborlight" who and whom."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from issuecast.write import verbs
from issuecast.write.sentences import sentences

_TRADE = re.compile(
    r"(?:\w{2,}(?:[a-z]er|[ts]or|ist|[ai]an|[au]nt|yst|man|tect)|lead|head|chief|intern|chef|cook"
    r"|apprentice|nurse|clerk|pilot|electrician|counsel|host|C[A-Z]O|SRE|PM|VP)s?",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*(?:\s[–—-]\s|\||\s[·•]\s|:\s|\bis (?:hiring|looking for) (?:an? )?)\s*")
_AT = re.compile(r"(?P<role>[^,(]+?) (?:at|@) (?P<who>[^,(–—|]+?)(?:\s*[,(–—|-]\s*(?P<where>.+?)\)?)?")
_WITH = re.compile(r"(?P<role>[^,(]+), (?P<who>[^,()]+?) ?\((?P<where>[^()]+)\)")
_PLACED = re.compile(r"(?P<what>[^,(]+?)\s*(?:,\s+|\()(?P<where>[^()]+)\)?")
_CURRENCY = "(?:USD|EUR|GBP|CHF|CAD|AUD|SEK|NOK|DKK)"
_PAY = re.compile(
    rf"(?:(?:up to|from|circa|c\.) )?(?:[$€£¥]|{_CURRENCY} ?)\d.*"
    rf"|\d[\d.,]*k?(?:\s?[–-]\s?\d[\d.,]*k?)? ?(?:[$€£]|{_CURRENCY}\b|an hour\b|a (?:day|year)\b).*"
)
_AN = re.compile(r"(?:[aeio]|u(?!ni|se|ti))|[AEFHILMNORSX](?=[A-Z]{1,3}\b)")

_LONGEST_TRADE = 5
"""Words."""
_LONGEST = 200
"""Characters: more tells of a trade, and does not offer it."""


@dataclass(frozen=True, slots=True)
class Job:
    """Who looks for whom ("a grid engineer"), and where ("in Malmö", "" if it is not told).

    `who_first` tells in which order the issue has it, which is kept; `who` is "" if a comma does not tell the
    employer from the place. `pay` is as the issue writes it; `more` is what follows in sentences of its own.
    """

    who: str
    role: str
    where: str
    who_first: bool = True
    more: str = ""
    pay: str = ""


def job(text: str) -> Job | None:
    """The opening that an entry of a list tells; None if we cannot tell the employer from the trade."""
    first, *others = sentences(text) or ("",)
    opening = _opening(first.rstrip(". ")) if len(first) <= _LONGEST else None
    return replace(opening, more=" ".join(others)) if opening else None


def _opening(text: str) -> Job | None:
    fields = [field for field in _SEPARATOR.split(text) if field]
    pay = next((field for field in fields[1:] if _PAY.fullmatch(field)), "")
    unpaid = text.removesuffix(pay).rstrip(" –—-|·•") if pay else text
    if (at := _AT.fullmatch(unpaid)) and _is_trade(at["role"]):
        return replace(_job(at["who"], at["role"], at["where"] or "", who_first=False), pay=pay)
    match [field for field in fields if field is not pay]:
        case [first, second, *where] if _is_trade(second) and not _is_trade(first):
            found = _job(first, second, ", ".join(where), who_first=True)
        case [first, second, *where] if _is_trade(first) and (where or not _is_trade(second)):
            found = _job(second, first, ", ".join(where), who_first=False)
        case [only] if (inside := _WITH.fullmatch(only)) and _is_trade(inside["role"]):
            found = _job(inside["who"], inside["role"], inside["where"], who_first=False)
        case [only] if _is_trade(only):
            role, _, where_or_who = only.partition(", ")
            if not where_or_who:
                return None
            found = Job("", _article(role), where_or_who, who_first=False)
        case _:
            return None
    return replace(found, pay=pay)


def is_trade(text: str) -> bool:
    """Whether a text is the name of a trade and nothing else: "Grid engineer"."""
    return _is_trade(text) and not re.search(r"[:.!?|·]|\s[–—-]\s", text)


def _job(who: str, role: str, where: str, *, who_first: bool) -> Job:
    if not where and (placed := _PLACED.fullmatch(role if who_first else who)):
        who, role = (who, placed["what"]) if who_first else (placed["what"], role)
        where = placed["where"]
    return Job(who.strip(), _article(role.strip()), _place(where.strip(" ()")), who_first)


def _is_trade(text: str) -> bool:
    """Whether the words before the first comma or "of" name a trade."""
    head = re.split(r"[,(]| of | for | in ", text, maxsplit=1)[0].split()
    named = bool(head) and len(head) <= _LONGEST_TRADE and bool(_TRADE.fullmatch(head[-1]))
    return named and not verbs.goes_on(text)


def _article(role: str) -> str:
    """A trade in a sentence: "Grid Engineer" is "a grid engineer", "SRE" is "an SRE".

    What is behind a preposition may be a name, and stays: "an editor in Porto".
    """
    trade, *rest = re.split(r"(?<=\w)(?= (?:in|for|at|with) )", role, maxsplit=1)
    said = " ".join(word.lower() if word[1:] == word[1:].lower() else word for word in trade.split())
    said = "".join([said, *rest])
    if re.match(r"(?:an?|the|\d+|two|three|several)\b", said) or trade.endswith("s"):
        return said
    return f"{'an' if _AN.match(said) else 'a'} {said}"


def _place(where: str) -> str:
    """A place as it follows the trade: "in Malmö", "remote"."""
    if not where or re.match(r"(?:remote|hybrid|anywhere|full|part|in|from)\b", where, re.IGNORECASE):
        return where[:1].lower() + where[1:]
    return f"in {where}"
