"""The table of rules for English: the first that reads what stands at a place is heeded.

From the particular to the general: what has a form of its own (an address, a date) comes before bare quantities,
those before names that mix letters and digits, and single signs are last.
"""

from __future__ import annotations

from functools import lru_cache

from issuecast.write.spoken import abbreviations, dates, names, numbers, places, quantity, symbols, times, web
from issuecast.write.spoken.rules import Rule

RULES: tuple[Rule, ...] = (
    *places.RULES,
    *abbreviations.RULES,
    *web.ADDRESSES,
    *dates.RULES,
    *times.RULES,
    *numbers.RULES,
    *names.RULES,
    quantity.CURRENCY,
    quantity.PAIR,
    quantity.RULE,
    names.NAME,
    *web.IDENTIFIERS,
    *symbols.RULES,
)


@lru_cache(maxsize=1024)
def at(first: str) -> tuple[Rule, ...]:
    """The rules that are asked where something begins with this character."""
    kind = "9" if first.isdecimal() else "a" if first.isalpha() else first
    return tuple(rule for rule in RULES if kind in rule.on)


def _by_word() -> dict[str, tuple[Rule, ...]]:
    asked: dict[str, list[Rule]] = {}
    for rule in RULES:
        for word in rule.words:
            asked.setdefault(word, []).append(rule)
    return {word: tuple(rules) for word, rules in asked.items()}


WORDS = _by_word()
"""The rules that are asked at a plain word, which is in lower case here."""

STOPPED = frozenset(word for word, asked in WORDS.items() if all(rule.stopped for rule in asked))
"""Of these words, those that are plain where no full stop follows."""
