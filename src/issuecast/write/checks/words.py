"""A check of words whose sound cannot be told from how they are spelled: no voice will know them."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from issuecast.write.checks.finding import Material, Spot
from issuecast.write.checks.known import CAPITALS, MIXED, PREFIXES, SHORT_PARTS

_WORD = re.compile(r"[^\W\d_]+")
_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_VOWELS = frozenset("aeiouy")
_ODD_END = re.compile(r"[^aeiouy][bdgkpqt][lmn]\Z")
"""No English word ends like "kubectl" or "mysql" does."""
_SPELLED = 2
"""So many capitals are said letter by letter by any voice."""
_SHORTEST_PART = 3
_LONG = 6
"""Capitals are a word that is stressed sooner than an abbreviation."""


def unknown_words(material: Material) -> Iterator[Spot]:
    """Capitals that may be a word or letters, tickers, names of mixed case, other scripts, missing vowels."""
    known = {word for said in material.said for word in _WORD.findall(said.spoken) if word.islower()}
    found: dict[str, list[int]] = defaultdict(list)
    for said in material.said:
        for word in dict.fromkeys(_WORD.findall(said.spoken)):
            explained = word in material.lexicon or (not word.islower() and word.lower() in known)
            if not explained and not is_sayable(word, english=material.is_english):
                found[word].append(said.script_line)
    for word, lines in found.items():
        often = f", in {len(lines)} lines" if len(lines) > 1 else ""
        sentence = f'no voice can know how "{word}" is said{often}; tell it with issuecast lexicon add {word}'
        yield Spot(sentence, lines[0], 0, word)


def is_sayable(word: str, *, english: bool = True) -> bool:
    """Whether it can be told from the spelling of a word, of letters only, how it is said."""
    if len(word) == 1 or word in MIXED:
        return True
    if not all(unicodedata.name(c, "").startswith("LATIN") for c in word):
        return not english
    if word.isupper():
        return _are_letters(word)
    if word[1:].islower():
        return not english or _has_a_sound(word.lower())
    if word[-1] == "s" and word[:-1].isupper():
        return _are_letters(word[:-1])
    return _is_compound(word)


def _are_letters(capitals: str) -> bool:
    """Whether capitals are known, can only be spelled, or are so long that they are a word."""
    if len(capitals) == _SPELLED + 1 and _VOWELS.isdisjoint(capitals.lower()):
        return True
    is_word = len(capitals) >= _LONG and _has_a_sound(capitals.lower())
    return len(capitals) <= _SPELLED or is_word or capitals in CAPITALS


def _has_a_sound(lower: str) -> bool:
    letters = unicodedata.normalize("NFKD", lower)
    return len(lower) <= _SPELLED or not (_VOWELS.isdisjoint(letters) or _ODD_END.search(letters))


def _is_compound(word: str) -> bool:
    """Whether a word of mixed case is made of words and letters: "GitHub", "OpenAI", "McAllister"."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    first, *others = _PART.findall(plain)
    return all(map(_is_part, others if others and first in PREFIXES else (first, *others)))


def _is_part(part: str) -> bool:
    if part.isupper():
        return len(part) > 1 and _are_letters(part)
    return part.lower() in SHORT_PARTS or (len(part) >= _SHORTEST_PART and _has_a_sound(part.lower()))
