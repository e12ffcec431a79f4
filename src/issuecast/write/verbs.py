"""Whether a text goes on from its label: "Google: Acquired Intersect" is a sentence about Google."""

from __future__ import annotations

import re

_VERBS = """
accelerate accept accuse achieve acquire add adopt aim agree allow announce approve argue ask attract ban
bank beat become begin block boost break bring build buy call cancel claim close collect combine commit
complete confirm consider create cut deal debut delay deliver demonstrate deploy detail develop disclose
double draw drive drop earn embrace enable end enter expand expect explain explore extend face fall file
find finish fire fix gain get give go grow halt have help hire hit hold import improve increase integrate
introduce invest join keep kill launch lay lead leave let license lift list lock lose make match merge move
name near need offer open order outpace outperform overtake own partner patch pause pay pick plan pledge
post predict prepare present price produce promise propose prove publish pull push put raise reach receive
record redesign reduce refuse reject release rename remove replace report restore restrict return reveal
rise roll run say scale scrap secure see seek sell send set settle share shift ship show shut sign slash
slip slow spend spin split start stop strike sue suffer surge surpass suspend switch take target tell test
threaten top tout track train triple try turn unveil update upgrade urge use warn weigh win withdraw write
"""
_IRREGULAR = """
became began beat bought broke brought built came cut did drew drove fell fought found gave got grew had
held hit kept knew laid led left let lost made met paid put ran rose said saw sent set shot showed shut sold
spent split spun stood struck sued swept swore taught told took thought threw went withdrew won wrote is are
was were has will can could may might
"""
_OBJECT = re.compile(
    r"[$€£¥]?\d|[A-Z]|(?:an?|the|its|their|his|her|in|on|to|from|with|that|up|off|out|over)\b",
)
_SHORTEST_PAST = 5
"""Letters of a word in -ed that is taken for a verb: "need", "red" and "bed" are shorter."""


def _forms(verb: str) -> frozenset[str]:
    """The third person and the regular past: "plans", "planned"; "tries", "tried"."""
    if re.search(r"[^aeiou]y$", verb):
        return frozenset({f"{verb[:-1]}ies", f"{verb[:-1]}ied"})
    third = f"{verb}es" if re.search(r"(?:s|x|z|ch|sh|o)$", verb) else f"{verb}s"
    past = f"{verb}d" if verb.endswith("e") else f"{verb}ed"
    doubled = f"{verb}{verb[-1]}ed" if re.search(r"[^aeiou][aeiou][bdgklmnprt]$", verb) else past
    return frozenset({third, past, doubled})


_KNOWN = frozenset(_IRREGULAR.split()).union(*map(_forms, _VERBS.split()))


def starts_with_verb(text: str) -> bool:
    """Whether the first word is a finite verb as news use it, so that a name can stand before it.

    A word in -ed that is not known counts if something follows that it can be done to: "Shelved the plan",
    not "Advanced reasoning arrives", and neither "Led by Ada" nor "Based in Rome".
    """
    first, _, rest = text.partition(" ")
    word = first.lower()
    if not rest or not word.isalpha() or not first[1:].islower() or re.match(r"by\s+(?!\d)", rest):
        return False
    if word in _KNOWN:
        return True
    looks_past = len(word) >= _SHORTEST_PAST and word.endswith("ed") and word != "based"
    return looks_past and bool(_OBJECT.match(rest))
