"""Whether a text goes on from its label: "Google: Acquired Intersect" is a sentence about Google.

Headlines have three forms of the verb: the past ("Axed 200 jobs"), the present ("Nears a deal") and the
participle, which needs an "is" ("Raising $2B"), as have states ("Up 4%") and what was done ("Sued by Ada").
"""

from __future__ import annotations

import re
from itertools import pairwise

from issuecast.write.finite import determined, is_finite, is_participle, is_past
from issuecast.write.verb_words import BASES, FINITE_PASTS, GOING, LASTING, PASTS, SURELY_FINITE, THIRDS

_STATE = re.compile(
    r"(?:up|down)(?= (?:[$€£¥]?\d|in\b|on\b|at\b|by\b|from\b|to\b|slightly|sharply|again|and running))"
    r"|(?:flat|unchanged|higher|lower|available)(?=[.,;]|$| (?:on|at|in|as|by|for|from|to|than|this|after)\b)"
    r"|in (?:talks|court|trouble)|on (?:track|hold|sale)|under (?:fire|review|pressure|investigation)"
    r"|(?:set|about|ready|close|expected|likely|poised) to\b",
    re.IGNORECASE,
)
_BY_SO_MUCH = re.compile(r"by\s+(?:\d|(?:an?|half|two|three|four|five|nearly|about|almost|more|up)\b)")
_OFTEN = frozenset("now also still already quietly reportedly recently finally just again briefly".split())  # noqa: SIM905
"""Adverbs that a verb may stand behind."""


def predicate(text: str, *, plural: bool = False) -> str:
    """The text as it goes on behind a name: "acquired Intersect", "is raising $2B"; "" if it does not.

    Args:
        text: what stands behind a label, from its first word on.
        plural: whether the name is of several.
    """
    first, _, rest = text.partition(" ")
    word, inner = first.lower(), text[:1].lower() + text[1:]
    end = re.search(r"[.?!](?=\s|$)", text)
    if not rest or not word.isalpha() or not first[1:].islower() or (end and end[0] == "?"):
        return ""
    if word in _OFTEN:
        after = predicate(rest.capitalize() if rest.islower() else rest[0].upper() + rest[1:], plural=plural)
        return inner if rest[0].islower() and after[1:] == rest[1:] else ""
    if re.match(r"by\b", rest) and not (_BY_SO_MUCH.match(rest) and word in GOING | FINITE_PASTS):
        done = is_past(word) and word not in GOING | LASTING | SURELY_FINITE and "," not in rest
        return f"{'were' if plural else 'was'} {inner}" if done else ""
    if (
        _STATE.match(text)
        or (word == "to" and rest.split(maxsplit=1)[0] in BASES)
        or is_participle(word, rest)
    ):
        return f"{'are' if plural else 'is'} {inner}"
    return inner if is_finite(word, rest) else ""


def goes_on(text: str) -> bool:
    """Whether a name can stand before the text and be its subject."""
    return bool(predicate(text))


def is_clause(heading: str) -> bool:
    """Whether a heading tells something: it has a verb, not at its start, that can be nothing else."""
    _, *words = re.findall(r"[\w’'-]+", heading.lower()) or [""]
    return any(
        word in SURELY_FINITE or (word in THIRDS | PASTS and determined(after))
        for word, after in pairwise([*words, ""])
    )
