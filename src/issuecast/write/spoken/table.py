"""The table of rules for English: the first that reads what stands at a place is heeded.

From the particular to the general: what has a form of its own (an address, a date) comes before bare quantities,
those before names that mix letters and digits, and single signs are last.
"""

from __future__ import annotations

from issuecast.write.spoken import abbreviations, dates, names, numbers, places, quantity, symbols, web
from issuecast.write.spoken.rules import Rule

RULES: tuple[Rule, ...] = (
    *abbreviations.RULES,
    *web.ADDRESSES,
    *places.RULES,
    *dates.RULES,
    *numbers.RULES,
    *names.RULES,
    quantity.RULE,
    names.NAME,
    *web.IDENTIFIERS,
    *symbols.RULES,
)

BY_FIRST: dict[str, tuple[Rule, ...]] = {
    kind: tuple(rule for rule in RULES if kind in rule.on) for kind in "dls"
}
"""The rules that are asked at a digit, a letter, another sign."""

WORDS: frozenset[str] = frozenset(word for rule in RULES for word in rule.words)
"""The plain words, in lower case, that a rule wants to be asked about."""
