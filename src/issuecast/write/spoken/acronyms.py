"""Capitals: as a word, "NATO", where they can be said as one, else letter by letter, "I B M".

Voices guess: one says "F A Q" as "fack", another "AWS" as "awes". Letters with spaces between them every voice spells.
"""

from __future__ import annotations

import re

from issuecast.write.spoken import words
from issuecast.write.spoken.context import word_after, word_before
from issuecast.write.spoken.roman import value_of

# How English syllables begin and end; what capitals cannot be cut into with these is spelled.
_ONSETS = frozenset(
    "b bl br c ch chr cl cr d dr f fl fr g gl gr h j k kl kr l m n p ph phr pl pr qu r s sc sch sh shr sk sl sm sn sp "
    "spl spr squ st str sw t th thr tr tw v w wh wr y z".split()
) | {""}
_CODAS = frozenset(
    "b c ch ck ct d f ff ft g gh k l lb ld lf lk ll lm lp lt lth m mm mp n nc nd ng nk nn nt nth p pp pt q r rb rc rch "
    "rd rf rg rk rl rm rn rp rr rs rt rth s sc sh sk sp ss st t tch th tt v w wn x y z zz cs ds ks ls ms ns ps ts ws".split()
) | {""}
_SYLLABLES = re.compile(r"(y(?=[aeiou])|qu|[^aeiouy]+)|[aeiouy]+")
_SHORT = 3
"""Up to so many capitals are letters unless they are known as a word; more are a word if they sound like one."""
_MOST_VOWELS = 3

_AS_WORDS = frozenset(
    # acronyms
    "RAM ROM RAG SIM PIN LAN WAN VAT GIF BIT ZIP CAD NAS NOR ARM ARC GAN SWE GNU SAM TAM MAD PAC MOB FED FAB PET "
    "CAT SAD NIL YAML TOML JSON JPEG MPEG CMOS CRISPR GMAT LSAT WASM "
    # ordinary words, as people shout them
    "OF IN ON TO IS AT AS BY BE DO GO HE IF ME MY NO OR SO UP WE AN HI OH AND ARE BUT CAN FOR HAS HOW NEW NOT NOW "
    "OFF ONE OUR OUT THE TOP TWO WAS WHY YOU ALL ANY BIG END GET YES HOT DAY HER HIM HIS ITS LET LOW MAN MAY OLD "
    "OWN PAY PUT RUN SAY SEE SET SHE SIX TEN TOO TRY USE WAY WIN WON ADD BAD BUY CUT DID EAT FAR FEW FUN GOT HAD "
    "HIT JOB LAW LOT MOM DAD MET OIL GAS RED SAW SUN TAX TEA VIA WAR YET AGO AIR ART ASK BAR BED BOX BOY BUS CAR "
    "CUP DOG EGG EYE FIT FLY GUY ICE JOY KEY KID LEG LIE LOG MAP MIX NET NEXT ODD PEN RAW ROW SEA SKY SON SPY TIP "
    "TOY VAN WEB WET MAX MIN PRO AIM ACT AGE FIX FAN HUB LAB NON NOD PER POP PIT POD TAP TAG TIE".split()
)
_AS_LETTERS = frozenset("ASAP UCLA IATA ICAO NYSE ACLU USDA AIME USAA EASA EEOC UEFI".split())
"""Letters, although they sound like a word."""
_DEPENDING = frozenset({"US", "IT", "WHO"})
"""Letters, but words where people shout: "JOIN US TODAY"."""

_RUN = re.compile(r"[^\W\d_]++")
_CAPITALS = re.compile(r"(?P<head>(?:[A-Z]?[a-z]++)*?)(?P<capitals>[A-Z]{2,})(?P<plural>s)?\Z")
_MAY = re.compile(r"[A-Z]{2}")


def depends(word: str) -> bool:
    """Whether it takes the words around to know how these capitals are said."""
    return word in _DEPENDING


def said(text: str, at: int, word: str) -> str:
    """What is said for a word in a text: "IBM's" → "I B M's", "macOS" → "mac O S", "NATO" and "noon" as they are."""
    if word in _DEPENDING and (
        _is_shout(word_before(text, at)) or _is_shout(word_after(text, at + len(word)))
    ):
        return word
    return alone(word)


def alone(word: str) -> str:
    """What is said for a word wherever it stands."""
    if not _MAY.search(word):
        return word
    return _RUN.sub(_part, word)


def _part(run: re.Match[str]) -> str:
    found = _CAPITALS.match(run[0])
    if found is None or (not found["head"] and not found["plural"] and is_word(found["capitals"])):
        return run[0]
    head, capitals = found["head"], found["capitals"]
    if found["plural"] and len(capitals) > _SHORT and not head and is_word(capitals):
        return run[0]
    if not head and not found["plural"] and (value := _numeral(capitals)):
        return words.cardinal(value)
    spelled = " ".join(capitals)
    return f"{head} {spelled}".lstrip() + ("'s" if found["plural"] else "")


def is_word(capitals: str) -> bool:
    """Whether capitals are said as one word."""
    if capitals in _AS_WORDS:
        return True
    if len(capitals) <= _SHORT or capitals in _AS_LETTERS:
        return False
    return sounds(capitals.lower())


def sounds(letters: str) -> bool:
    """Whether letters can be cut into syllables as English has them."""
    parts = [(part[0], bool(part[1])) for part in _SYLLABLES.finditer(letters)]
    if all(consonants for _, consonants in parts):
        return False
    last = len(parts) - 1
    for place, (part, consonants) in enumerate(parts):
        if not consonants:
            fits = len(part) <= _MOST_VOWELS
        elif place == 0:
            fits = part in _ONSETS
        elif place == last:
            fits = part in _CODAS
        else:
            fits = any(part[:cut] in _CODAS and part[cut:] in _ONSETS for cut in range(len(part) + 1))
        if not fits:
            return False
    return True


def _numeral(capitals: str) -> int:
    """ "VII" → 7; "IV" is a drip, "XX" a chromosome, "MIX" a word."""
    return value_of(capitals) if set(capitals) <= set("IVX") and "I" in capitals and capitals != "IV" else 0


def _is_shout(word: str) -> bool:
    return len(word) > 1 and word.isupper() and is_word(word)
