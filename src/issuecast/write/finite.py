"""Whether a headline's first word is its verb: of "Lost its way" it is, of "Lost customers come back" not.

What follows tells, and whether another verb comes. Whatever could be read in two ways is no verb: a false
sentence is far worse than a colon.
"""

from __future__ import annotations

import re
from itertools import pairwise

from issuecast.write.verb_words import (
    ACTIVE,
    ADJECTIVES,
    AUXILIARIES,
    BASES,
    FINITE_PASTS,
    GOING,
    MODALS,
    OF_PEOPLE,
    ONLY_VERBS,
    PASTS,
    PLURALS,
    SUFFERED,
    SURELY_FINITE,
    TELLING,
    THIRDS,
)

_DAYS = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september"
    r"|october|november|december)"
)
_SPAN = r"(?:minutes?|hours?|days?|weeks?|months?|quarters?|years?|times?|points?)\b"
_NUMBER = r"(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|a dozen|dozens|hundreds|thousands)"
_LEADING = ADJECTIVES | frozenset(
    "a an the its their his her our all more no two in on to from with by at of for over into under".split()  # noqa: SIM905
)
"""Behind these a word is a noun."""
_OWN = re.compile(r"(?:its|their|his|her|our)\b|[$€£¥]\d")
_DETERMINED = re.compile(
    rf"(?:[$€£¥]?\d|{_NUMBER}\b|(?:an?|the|its|their|his|her|our|all|more|no|another|every|both)\b)"
)
_VAGUE = re.compile(
    r"(?:the (?:most|best|worst|least|first|last|[a-z]+est|(?:size|length|height|weight|age) of)"
    rf"|(?:no|all|more|both)\b|{_NUMBER} {_SPAN}"
    r"|[\d.]+(?:%|(?: per|p) ?cent\b)(?! of\b)|an? (?:[a-z-]+ )?(?:while|week|month|day|year)\b"
    r"|an? (?:third|half) (?:higher|lower|up|down|more|less|above|below)\b)"
)
"""What may follow a noun in the plural as well: "Strikes the longest yet", "Sales 4% up"."""
_PREPOSITION = re.compile(
    r"(?<![\w-])(?:about|above|across|after|against|ahead|along|amid|among|around|as|at|back|before|behind|below"
    r"|beyond|by|down|due|for|from|in|into|like|of|off|on|onto|out|over|past|since|than|through|to|towards?"
    r"|under|until|up|upon|via|while|with|within|without)\b"
)
_PARTICLE = re.compile(r"(?:up|off|out|down|back)\s+(?P<object>\S.*)")
_ADVERB = re.compile(
    rf"(?<![\w-])(?:again|today|yesterday|tonight|tomorrow|twice|early|late|further|online|abroad|overnight"
    rf"|worldwide|(?:this|last|next) \w+|[a-z]{{2,}}ly|(?i:{_DAYS})|{_NUMBER})\b"
)
_BREAK = re.compile(
    r"[,;:?!—–]|\s-\s|\.(?=\s|$)|\b(?:as|after|before|because|while|when|where|that|which|who|whose|and|but|if"
    r"|than|since|until|so|to|how|why|what|or)\b"
)
"""Where a clause ends, and another may have a verb of its own."""
_PHRASE_END = re.compile("|".join(one.pattern for one in (_BREAK, _PREPOSITION, _ADVERB)))
_NEW_SUBJECT = re.compile(r",\s+(?:it|they|he|she|we|this|that|these|the|an?|its|their)\b")
_INTENT = re.compile(r"(?:plan|deal|bid|offer|talk|effort|tool|way)s?")
_NO_PAST = re.compile(r".*eed|hundred|naked|sacred|based|mixed|united|limited|rugged|wicked|beloved|armed")
_NO_PARTICIPLE = re.compile(r"(?:any|every|no|some)?thing|during|according|following|spring|morning|evening")
_SHORTEST_PAST, _SHORTEST_PRESENT, _SHORTEST_ING = 4, 4, 6


def determined(text: str) -> bool:
    """Whether a text begins with a noun that has an article, a number or an owner before it."""
    return bool(_DETERMINED.match(text))


def is_finite(word: str, rest: str) -> bool:
    """Whether a word, in lower case, is the verb of the text that begins with it and goes on with `rest`."""
    following = rest.split(maxsplit=1)[0].strip(".,")
    if word in AUXILIARIES:
        return following not in {"it", "they", "he", "she", "we", "you", "i", "this", "that", "there"}
    if word in MODALS:
        return following in BASES | {"be", "not", "also", "soon", "now"}
    if is_past(word):
        return word in FINITE_PASTS or _is_finite_past(word, rest)
    if word in ONLY_VERBS:
        return following not in SURELY_FINITE
    return len(word) >= _SHORTEST_PRESENT and word.endswith("s") and _is_finite_present(word, following, rest)


def is_past(word: str) -> bool:
    """Whether a word is a past or its participle."""
    regular = len(word) >= _SHORTEST_PAST and word.endswith("ed") and not _NO_PAST.fullmatch(word)
    return word in PASTS or regular


def is_participle(word: str, rest: str) -> bool:
    """Whether a word in "ing" tells what somebody is at: "Raising $2B", not "Training data leaks"."""
    if len(word) < _SHORTEST_ING or not word.endswith("ing") or _NO_PARTICIPLE.fullmatch(word):
        return False
    return bool(determined(rest) or _PARTICLE.match(rest) or rest[0].isupper()) and not _may_have_verb(rest)


def _is_finite_past(word: str, rest: str) -> bool:
    """Whether a past is no participle: "Lost its way", not "Lost customers come back" nor "Fined $3M"."""
    suffered = word in SUFFERED and (not _OWN.match(rest) or (rest[0] in "$€£¥" and word != "paid"))
    if suffered or re.match(rf"{_NUMBER} {_SPAN}", rest) or _has_clause_behind(rest):
        finite = False
    elif determined(rest):
        finite = not _has_verb(rest)
    elif re.match(r"that\b", rest):
        finite = word in TELLING
    elif (particle := _PARTICLE.match(rest)) and word not in GOING:
        finite = determined(particle["object"]) and not _has_verb(rest)
    elif any(pattern.match(rest) for pattern in (_PREPOSITION, _ADVERB)):
        filed = word == "filed" and not rest.startswith("for ")  # under a letter, in a drawer
        finite = word in GOING and not filed and not _has_verb(rest)
    elif rest[0].isupper():
        placed = word in OF_PEOPLE and any(map(_PREPOSITION.fullmatch, _clause(rest)))
        finite = not placed and not _may_have_verb(rest)
    else:
        finite = _is_object(rest, active=word in ACTIVE)
    return finite


def _is_object(rest: str, *, active: bool) -> bool:
    """Whether the bare words behind a past are what it was done to, and not its subject.

    `active` tells that the past seldom describes a noun.
    """
    end = _PHRASE_END.search(rest)
    phrase, behind = (rest[: end.start()], rest[end.start() :]) if end else (rest, "")
    words = phrase.lower().replace(".", "").split()
    nouns = words[1:] if words[:1] and words[0] in ADJECTIVES else words
    if not nouns or any(map(_is_plural, words[:-1])) or any(map(_may_be_verb, nouns[1:])):
        return False
    if re.match(r"by\b", behind):
        return False
    if re.match(r"to\b", behind) and not _INTENT.fullmatch(nouns[-1]):
        return active and _is_plural(nouns[-1]) and not _may_have_verb(behind, plurals=False)
    safe = active or (len(nouns) == 1 and not _PREPOSITION.match(behind))
    return safe and not _may_have_verb(behind, plurals=False)


def _is_finite_present(word: str, following: str, rest: str) -> bool:
    """Whether a word in "s" is a verb: "Nears a deal", not "Strikes end" nor "Recalls 4% higher"."""
    if word in PLURALS or _VAGUE.match(rest):
        finite = False
    elif _OWN.match(rest):
        finite = not _has_verb(rest)
    elif word not in THIRDS:
        finite = False
    elif particle := _PARTICLE.match(rest):
        finite = bool(re.match(r"(?:an?|the|its|their)\b", particle["object"])) and not _has_verb(rest)
    elif determined(rest):
        finite = not _has_verb(rest)
    elif rest[0].isupper():
        finite = not re.match(_DAYS, rest, re.IGNORECASE) and not _may_have_verb(rest)
    else:
        plural = following.islower() and _is_plural(following) and following not in ONLY_VERBS
        finite = plural and not _may_have_verb(rest)
    return finite


def _has_clause_behind(rest: str) -> bool:
    """Whether a sentence of its own stands behind a comma: "Priced at $9, the lamp sells well"."""
    said, _, _ = rest.partition(". ")
    behind = _NEW_SUBJECT.search(said)
    words = said[behind.end() :].lower().split() if behind else []
    return any(word in SURELY_FINITE | THIRDS or is_past(word) for word in words)


def _has_verb(rest: str) -> bool:
    """Whether the clause has a verb that can be nothing else, whose subject then stands before it."""
    return any(word in SURELY_FINITE | ONLY_VERBS for word in _clause(rest)[1:])


def _may_have_verb(rest: str, *, plurals: bool = True) -> bool:
    """Whether a word of the clause, behind its first, may be a verb, as of two nouns side by side the second.

    `plurals` tells whether to suspect every word in "s", and what stands behind it.
    """
    for before, word in pairwise(_clause(rest)):
        if not word.islower() or before.lower() in _LEADING:
            continue
        ends = word in _LEADING or _ADVERB.match(word)
        suspect = _is_plural(word) or (before.islower() and _is_plural(before) and not ends)
        if _may_be_verb(word) or (plurals and suspect):
            return True
    return False


def _may_be_verb(word: str) -> bool:
    return word in SURELY_FINITE | BASES | THIRDS or is_past(word)


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss")


def _clause(rest: str) -> list[str]:
    return re.findall(r"[\w’'-]+", _BREAK.split(rest, maxsplit=1)[0])
