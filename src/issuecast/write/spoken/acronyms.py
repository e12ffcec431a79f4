"""Capitals: as a word, "NATO", where they can be said as one, else letter by letter, "I B M".

Voices guess: one says "F A Q" as "fack", another "AWS" as "awes". Letters with spaces between them every voice spells.
"""

from __future__ import annotations

import re
import unicodedata

from issuecast.write.spoken import words
from issuecast.write.spoken.context import word_after, word_before
from issuecast.write.spoken.roman import value_of
from issuecast.write.spoken.rules import lazy

# How English syllables begin and end; what capitals cannot be cut into with these is spelled.
_ONSETS = frozenset(
    "b bl br c ch chr cl cr d dr dw f fl fr g gl gr h j k kl kn kr l m n p ph phr pl pr qu r s sc sch scr sh shr sk sl sm sn sp "
    "spl spr squ st str sw t th thr tr tw v w wh wr y z".split()
) | {""}
_CODAS = frozenset(
    "b c ch ck ct d f ff ft g gh k l lb ld lf lk ll lm lp lt lth m mm mp n nc nd ng nk nn nt nth p ph pp pt q r rb rc rch "
    "rd rf rg rk rl rm rn rp rr rs rt rth s sc sh sk sp ss st t tch th tt v w wn x y z zz cs ds ks ls ms ns ps ts ws "
    "bs cks cts dth fts ghs ght ghts gn gns gs lds lls lps lts mps nds ngs nks nths nts pth pts rds rks rld rlds rls rms "
    "rns rps rst rsts rts sks sts ths wns lks nst xt xts".split()
) | {""}
_SYLLABLES = lazy(r"(y(?=[aeiou])|qu|[^aeiouy]+)|[aeiouy]+")
_SHORT = 3
"""Up to so many capitals are letters unless they are known as a word; more are a word if they sound like one."""
_MOST_VOWELS = 3

_AS_WORDS = frozenset(
    # acronyms
    "RAM ROM RAG SIM PIN LAN WAN VAT GIF BIT ZIP CAD NAS NOR ARM ARC GAN SWE GNU SAM TAM MAD PAC MOB FED FAB PET "
    "CAT SAD NIL CAM MAC NIC WIC DAG JIT HUD FUD DEX CEX ELF YAML TOML JSON JPEG MPEG CMOS CRISPR GMAT LSAT WASM "
    # ordinary words, as people shout them
    "OF IN ON TO IS AT AS BY BE DO GO HE IF ME MY NO OR SO UP WE AN HI OH AND ARE BUT CAN FOR HAS HOW NEW NOT NOW "
    "OFF ONE OUR OUT THE TOP TWO WAS WHY YOU ALL ANY BIG END GET YES HOT DAY HER HIM HIS ITS LET LOW MAN MAY OLD "
    "OWN PAY PUT RUN SAY SEE SET SHE SIX TEN TOO TRY USE WAY WIN WON ADD BAD BUY CUT DID EAT FAR FEW FUN GOT HAD "
    "HIT JOB LAW LOT MOM DAD MET OIL GAS RED SAW SUN TAX TEA VIA WAR YET AGO AIR ART ASK BAR BED BOX BOY BUS CAR "
    "CUP DOG EGG EYE FIT FLY GUY ICE JOY KEY KID LEG LIE LOG MAP MIX NET NEXT ODD PEN RAW ROW SEA SKY SON SPY TIP "
    "TOY VAN WEB WET MAX MIN PRO AIM ACT AGE FIX FAN HUB LAB NON NOD PER POP PIT POD TAP TAG TIE ACE ADS AID ARTS AXE "
    "BAN BAT BEE BUG BUS COW CRY CUP DAM DIE DIG DRY DUE EAR EGO END FEE FOX FUR GAP GIG GOD GUN GUT HAT HEY HIP HOP "
    "HUG ICE INK JAR JAW JET LAP LID LIT LIVE MUD MUG NUT OAK OWE OWN PAN PEA PIE PIG POT RAN RAT RIB RID ROB RUG SIN "
    "SIR SIT SKI SUM TAN TOE TON VOW WAX WIN WOW ZAP ZOO".split()
)
_AS_LETTERS = frozenset(
    "ASAP UCLA IATA ICAO NYSE ACLU USDA AIME USAA EASA EEOC UEFI IMHO PHEV CHRO HEIC BYOD AARP ICYMI AFAIK AITA ABTA "
    "OAIC OIDC USAF IDOR UART".split()
)
"""Letters, although they sound like a word."""
_DEPENDING = frozenset("US IT WHO BET ERA SAT COP DOT VET BID CAP EVE SHE AID RIP MET".split())
"""Letters, but words where people shout: "JOIN US TODAY"."""

_US_AFTER = frozenset(
    "JOIN TELL WITH LET HELP FOLLOW SUPPORT CONTACT CALL VISIT ABOUT GIVE AMONG BETWEEN".split()
)
"""After these, shouted "US" is no country."""
_CONTRACTED = lazy(r"(?:[A-Z]{1,9}['’](?:T|RE|VE|LL|M|D)|(?:IT|WHO)['’]S)\Z")
_WORLD_WARS = {"WWI": "World War one", "WWII": "World War two", "WWIII": "World War three"}

_RUN = lazy(r"[^\W\d_]++")
_CONSONANT = "[BCDFGHJKLNPQRTVXYZ]"
_CAPITALS = lazy(
    rf"(?P<head>(?:[A-Z]?[a-z]++)*?)(?P<capitals>[A-Z]{{2,}}|(?<![a-z]){_CONSONANT}(?=s\Z))(?P<plural>s)?\Z"
)
_INFLECTED = lazy(r"([A-Z]{2,})(ed|ing|ers?)\Z")
_TIMED = {"hr": "hour", "hrs": "hours", "yr": "year", "yrs": "years", "wk": "week"}
_TAILED = lazy(r"[A-Z]{2,4}[a-rt-z]\Z")
"""A small letter at the end: "PCIe", "IPv"."""
_HUMP = lazy(r"[A-Z]+(?=[A-Z][a-z]{2})|[A-Z]?[a-z]+|[A-Z]+")
# What may be read otherwise than it is written: capitals, Greek letters, "Bs", "useState", "FileNotFoundError".
_MAY = lazy(
    rf"[A-Z]{{2}}|[Α-Ωα-ω]|(?<![^\W\d_]){_CONSONANT}s(?![^\W\d_])|(?<![^\W\d_])[a-z]{{2,12}}+[A-Z][a-z]|[a-z][A-Z][a-z]{{1,12}}+[A-Z]"
)


def depends(word: str) -> bool:
    """Whether it takes the words around to know how these capitals are said."""
    return word in _DEPENDING


def said(text: str, at: int, word: str) -> str:
    """What is said for a word in a text: "IBM's" → "I B M's", "macOS" → "mac O S", "NATO" and "noon" as they are."""
    if word in _DEPENDING and _is_shouted(word, word_before(text, at), word_after(text, at + len(word))):
        return word
    return alone(word)


def _is_shouted(word: str, before: str, after: str) -> bool:
    """Whether people shout around it; "a NASA IT system" is no shouting."""
    around = [other for other in (before, after) if other]
    if not all(other.isupper() for other in around) or not any(map(_is_shout, around)):
        return False
    return word != "US" or before in _US_AFTER


def alone(word: str) -> str:
    """What is said for a word wherever it stands."""
    if not _MAY.search(word) or _CONTRACTED.match(word):
        return word
    return _RUN.sub(_part, word)


def _part(run: re.Match[str]) -> str:
    written = run[0]
    if len(written) == 1:
        return greek(written)
    if written in _TIMED or _TAILED.match(written):  # "GPU-hrs", "PCIe"
        return _TIMED.get(written) or " ".join(written)
    if inflected := _INFLECTED.match(written):  # "RSVPing"
        return written if is_word(inflected[1]) else f"{' '.join(inflected[1])}'{inflected[2]}"
    found = _CAPITALS.match(written)
    if found is None:
        return _camel(written)
    if not found["head"] and not found["plural"]:
        return _capitals(written)
    plural = found["plural"]
    as_word = plural and not found["head"] and len(found["capitals"]) > _SHORT and is_word(found["capitals"])
    spelled = f"{found['head']} {' '.join(found['capitals'])}".lstrip()
    return written if as_word else spelled + ("'s" if plural else "")


def _capitals(written: str) -> str:
    if written in _WORLD_WARS or is_word(written):
        return _WORLD_WARS.get(written, written)
    value = _numeral(written)
    return words.cardinal(value) if value else " ".join(written)


def _camel(written: str) -> str:
    """ "HTTPServer" → "H T T P Server", "useState" → "use State"; names such as "YouTube" stay."""
    humps = _HUMP.findall(written) if written.isascii() else []
    spelled = [" ".join(hump) if hump.isupper() and not is_word(hump) else hump for hump in humps]
    if spelled != humps:
        return " ".join(spelled) if all(len(hump) > 2 for hump in spelled) else written
    code = (written[0].islower() and len(humps) > 1) or len(humps) > 2
    return (
        " ".join(humps) if code and all(len(hump) > 1 and sounds(hump.lower()) for hump in humps) else written
    )


def greek(letters: str) -> str:
    """The name of a single Greek letter, as in "IFN-γ"; other letters stay."""
    if len(letters) > 1 or not "Α" <= letters <= "ω":
        return letters
    name = unicodedata.name(letters, "").rpartition(" LETTER ")[2].lower()
    return {"": letters, "lamda": "lambda", "final sigma": "sigma"}.get(name, name)


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
