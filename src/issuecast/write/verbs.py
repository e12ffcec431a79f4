"""Whether a text goes on from its label: "Google: Acquired Intersect" is a sentence about Google.

The first word tells, by its form and by what follows it. Headlines have three forms of the verb: the past
("Axed 200 jobs"), the present ("Nears a deal") and the participle, which needs an "is" ("Raising $2B"). Each
has a double that is no verb ("Advanced cranes arrive", "Earnings season begins", "Training data leaks"), and
where we cannot tell the two apart the text keeps its colon.
"""

from __future__ import annotations

import re
from itertools import pairwise

_VERBS = """
accelerate accept accuse achieve acquire add adopt aim agree allow announce approve argue ask attract axe ban
bank beat become begin block boost break bring build buy call cancel claim close collect combine commit
complete confirm consider create cut deal debut delay deliver demonstrate deploy detail develop disclose
double draw drive drop earn embrace enable end enter expand expect explain explore extend face fall file
find finish fire fix gain get give go grow halt have help hire hit hold import improve increase integrate
introduce invest join keep kill launch lay lead leave let license lift list lock lose make match merge move
name near need offer open order outpace outperform overtake own partner patch pause pay pick plan pledge
post predict prepare present price produce promise propose prove publish pull push put raise reach recall
receive record redesign reduce refuse reject release rename remove replace report restore restrict return
reveal rise roll run say scale scrap secure see seek sell send set settle share shift ship show shut sign
slash slip slow spend spin split start stop strike sue suffer surge surpass suspend switch take target tell
test threaten top tout track train triple try turn unveil update upgrade urge use warn weigh win withdraw
write
"""
_IRREGULAR = """
became began beat bought broke brought built came cut did drew drove fell fought found gave got grew had
held hit kept knew laid led left let lost made met paid put ran rose said saw sent set shot showed shut sold
spent split spun stood struck sued swept swore taught told took thought threw went withdrew won wrote
"""
_AUXILIARIES = "is are was were has have will can could may might must"
_LIKE_THEIR_BASE = frozenset("beat cut hit let put set shut split".split())  # noqa: SIM905

_DETERMINED = re.compile(r"(?:[$€£¥]?\d|(?:an?|the|its|their|his|her|our|all|more|no|two|three)\b)")
_OBJECT = re.compile(
    r"(?:[$€£¥]?\d|[A-Z]|(?:an?|the|its|their|his|her|in|on|to|from|with|that|up|off|out|over)\b)"
)
_BARE_OBJECT = re.compile(r"(?:[a-z-]+ ){1,2}(?:with|for|from|over|of)\b")
_PARTICLE = re.compile(r"(?:up|off|out|into)\b")
_BREAK = re.compile(
    r"[,;:.?!]|\b(?:as|to|for|after|before|in|with|by|at|on|from|while|because|when|that|which|and|but|amid|over)\b"
)
_SHORTEST_PAST = 4
_SHORTEST_ING = 6
_NO_PAST = re.compile(r".*eed|hundred|naked|sacred|based|mixed|united|limited|rugged|wicked|beloved")
_NO_PRESENT = re.compile(
    r".*(?:ss|us|is|ics|ings)|results|sales|news|shares|profits|revenues|losses|jobs|stocks|bonds|fares"
    r"|rates|prices|users|workers|makers|layoffs|always|perhaps|across|besides|it|this"
)
_NO_PARTICIPLE = re.compile(r"(?:any|every|no|some)?thing|during|according|following|spring|morning|evening")
_STATE = re.compile(
    r"(?:up|down|flat|unchanged|higher|lower|available|in (?:talks|court|trouble)|on (?:track|hold|sale)"
    r"|(?:set|about|ready|close|expected|likely|poised) to|under (?:fire|review|pressure|investigation)"
    r"|to (?!the\b|an?\b|its\b|their\b|our\b)[a-z]+)\b",
    re.IGNORECASE,
)


def _forms(verb: str) -> tuple[str, str, str]:
    """The third person, and the regular past in two spellings where either may be: "plans", "planned"."""
    if re.search(r"[^aeiou]y$", verb):
        return f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb[:-1]}ied"
    third = f"{verb}es" if re.search(r"(?:s|x|z|ch|sh|o)$", verb) else f"{verb}s"
    past = f"{verb}d" if verb.endswith("e") else f"{verb}ed"
    doubled = f"{verb}{verb[-1]}ed" if re.search(r"[^aeiou][aeiou][bdgklmnprt]$", verb) else past
    return third, past, doubled


_REGULAR = [_forms(verb) for verb in _VERBS.split()]
_THIRD = frozenset(third for third, _, _ in _REGULAR)
_PAST = frozenset(_IRREGULAR.split()).union(*(pasts for _, *pasts in _REGULAR))
_AUXILIARY = frozenset(_AUXILIARIES.split())
_SURELY_FINITE = _AUXILIARY | (frozenset(_IRREGULAR.split()) - _LIKE_THEIR_BASE)


def predicate(text: str, *, plural: bool = False) -> str:
    """The text as it goes on behind a name: "acquired Intersect", "is raising $2B"; "" if it does not.

    Args:
        text: what stands behind a label, from its first word on.
        plural: whether the name is of several.
    """
    first, _, rest = text.partition(" ")
    word, inner = first.lower(), text[:1].lower() + text[1:]
    be, been = ("are", "were") if plural else ("is", "was")
    if not rest or not word.isalpha() or not (first[1:].islower() or word == "a"):
        return ""
    if _STATE.match(text):
        return f"{be} {inner}"
    if re.match(r"by\s+(?!\d)", rest):
        return f"{been} {inner}" if _is_past(word) and "," not in rest else ""
    if _is_finite(word, rest):
        return inner
    return f"{be} {inner}" if _is_participle(word, rest) else ""


def goes_on(text: str) -> bool:
    """Whether a name can stand before the text and be its subject."""
    return bool(predicate(text))


def is_clause(heading: str) -> bool:
    """Whether a heading tells something: it has a verb, not at its start, that can be nothing else."""
    _, *words = re.findall(r"[\w’'-]+", heading.lower()) or [""]
    return any(
        word in _SURELY_FINITE or (word in _THIRD | _PAST and _DETERMINED.match(after))
        for word, after in pairwise([*words, ""])
    )


def _is_past(word: str) -> bool:
    return word in _PAST or _looks_past(word)


def _looks_past(word: str) -> bool:
    return len(word) >= _SHORTEST_PAST and word.endswith("ed") and not _NO_PAST.fullmatch(word)


def _is_finite(word: str, rest: str) -> bool:
    next_word = re.split(r"\W", rest, maxsplit=1)[0]
    if word in _THIRD:
        return next_word not in _SURELY_FINITE and next_word not in {"suggest", "say", "show", "rise"}
    if word in _PAST or word in _AUXILIARY:
        return True
    if _looks_past(word) and _OBJECT.match(rest):
        return not (rest[0].isupper() and _has_verb(rest))
    looks_present = len(word) >= _SHORTEST_PAST and word.endswith("s") and not _NO_PRESENT.fullmatch(word)
    return looks_present and bool(
        _DETERMINED.match(rest) or _PARTICLE.match(rest) or _BARE_OBJECT.match(rest)
    )


def _is_participle(word: str, rest: str) -> bool:
    if len(word) < _SHORTEST_ING or not word.endswith("ing") or _NO_PARTICIPLE.fullmatch(word):
        return False
    has_object = _DETERMINED.match(rest) or _PARTICLE.match(rest) or rest[0].isupper()
    return bool(has_object) and not _has_verb(rest)


def _has_verb(rest: str) -> bool:
    """Whether the words before the first break have a finite verb, whose subject then stands before it."""
    words = _BREAK.split(rest, maxsplit=1)[0].split()
    return any(word in _SURELY_FINITE for word in words) or any(word in _THIRD for word in words[1:-1])
