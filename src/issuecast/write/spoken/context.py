"""What stands before and after a place, where that changes how it is read."""

from __future__ import annotations

from issuecast.write.spoken.rules import lazy

_WORD = lazy(r"[^\W_][\w'’.-]*")
_NEXT = lazy(r"[ \t]{1,3}(?:\n[ \t]{0,3})?([^\W\d_][\w'’-]{0,40})")
_BEFORE = lazy(r"([^\W_][\w'’-]*)\.?[ \t]+\Z")
_TOUCHING = lazy(r"([^\W_][\w'’-]*)\Z")
_CONVERTED = lazy(r"[ \u00a0]\([^()\n]{0,6}[$€£¥₩₹][^()\n]{1,20}\)")
_BESIDE = lazy(r"/\d[\d.]*[A-Z][A-Za-z]{1,2}(?!\w)|\ (?:pre|post)-money(?!\w)")
_QUOTED = lazy(r" [\"“‘]([a-z]++)")
_ORIGINAL = lazy(r"(?:\d[A-Za-z]{0,2}|illion|thousand)[ \u00a0]\Z")
_LISTED = lazy(r"(?:, (?:\d{1,3}|[a-z]{2,12})| \d{1,3})-[a-z]{3,12} [a-z]| \d{1,4}[A-Za-z]{1,3} [A-Za-z]")
_MONEY = lazy(r"[$€£¥₹₩]")
_MEASURE = lazy(
    r"[ \u00a0]\d{1,5}(?:\.\d{1,2})?[ \u00a0-]?(?:[KMGTkP]i?[Bb]|[MGk]Hz|mAh|k?Wh|hp|mm|MP)(?!\w)"
)
_REACH = 60

_DETERMINERS = frozenset(
    "a an the this that these those its their his her our my your another each every one first second third new "
    "record no any some whole entire same".split()
)

# Words that end a measure instead of being measured by it: "ten dollars in cash", "five degrees warmer".
_ENDING = frozenset(
    "a about above across after again against ago all along already also although always among an and annually "
    "any apart are around as at away back be because been before below between both but buys by came can cheaper "
    "closer could daily deep deeper did do does down during each early earlier either else even every extra faster "
    "few fewer flat for from further gets goes had has have he heavier her here high higher his how i if in inside "
    "into is it its just last late later less like long longer lower many may maybe me might mine monthly more most "
    "much must my near nearly next no nor not now of off on once only onto or our out outside over overall per "
    "plus quicker rather she short should shorter since slower smaller so some soon still such tall than that the "
    "their them then there these they thick this those through thus till to today together tomorrow tonight too "
    "toward towards under until up upfront us via wants warmer was we weekly went were what when where whether "
    "which while who whose why wide wider will with within without worth would yearly yesterday yet you your "
    "est estimated vs versus colder hotter bigger larger better worse stronger weaker older younger short total old "
    "behind amid among despite north south east west northeast northwest southeast southwest ne nw se sw lighter sooner "
    "cooler brighter louder thicker thinner alone altogether apiece combined dollars euros pounds cents "
    "exp expected guaranteed thru nne nnw ene ese wnw wsw sse ssw gives goes helps leaves looks makes means pays remains represents seems sounds spent "
    "awarded donated earned invested lost paid pledged raised saved says said yoy qoq ytd co₂ co2 co₂e co2e twice thrice overnight "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)

# What money is spoken of with: "$30M round", "$500B Starport project"; other words after an amount say what becomes of it.
_PRICED = frozenset(
    "account acquisition advance aid aircraft airplane airport allowance apartment app apple artwork asset attack "
    "auction award backlog bag bailout balance bank bankruptcy bar barrel base battery beer bet bid bike bill bond "
    "bonus book boss bottle bounty box bracelet breach bribe bridge budget bundle burger burrito bus business buy "
    "buyback buyout cable camera campaign campus canal cap capex car card cargo case casino center chain chair "
    "challenge charge check chip chipmaker claim class cleanup cloud club cluster coat coffee coin company condo "
    "console contract controller corridor course credit cup cut dam damages dataset deal debt decline deficit deposit "
    "device diamond dinner discount dividend division donation dose dress drone drop drug earbud earnings economy "
    "effort empire endowment estate exit experiment exploit export facility factory fall fee figure film fine fintech "
    "firm fleet flight float fortune franchise fraud fridge fund funding gadget gain gallon game gap gift giveaway "
    "glass goal gpu grant grid guarantee gym hack handset haul headphone headset heist helicopter highway hike hit "
    "hole home hospital hotel house hub import industry inflow infusion initiative injection institute insulin "
    "insurance ipo item jackpot jet jump keyboard kit lab label laboratory laptop latte lawsuit lease level library "
    "limit line line-up loan loss lottery lunch machine mansion mark market meal mega-round megadeal merger milestone "
    "mill missile mission mistake model monitor month mortgage mouse move movie necklace network note offer offering "
    "operation option order outflow outlay overhaul package painting park pass pavilion pay payday payout pen "
    "penthouse phone pill pilot pipeline pizza plan plane plant pledge pool port portfolio pot premium price printer "
    "prize probe procedure product profit program project proposal purchase push radio railway raise rally range "
    "ransom ration reactor rebate rebuild recall refinery refund rent resale rescue reserve resort reward ring rise "
    "risk road robot rocket room round router rover royalty salary sale sandwich satellite scam scan scheme school "
    "scooter sculpture season sedan seed series server share ship shirt shoe shop shortage shortfall shot show site "
    "skyscraper slice slump space spacecraft speaker spend split stablecoin stadium stake startup stimulus stock "
    "store studio submarine subscription subsidies subsidy suit sum supercomputer supplement surcharge surgery "
    "surplus swap system tab tablet tag takeout takeover target tax team telescope term terminal test theft therapy "
    "threshold ticket tier tip toll tool tower toy trade treatment trial truck trust tunnel tv unicorn unit upgrade "
    "vaccine valuation value van venture verdict vessel voucher wage wager war warehouse watch weapon windfall wine "
    "winner wire worker write-down write-off writedown yacht".split()
)
_DOING = frozenset("beat beats crushed exceeded fell led missed rose topped tops used".split())
"""What an amount does, or what is done with it, if no article is before it: "$3.2B beat market forecasts"."""
_OF_NOUN = ("tion", "sion", "ment", "ity", "ness", "ship", "ance", "ency", "ism", "eur")

# Things, though they look like something that is being done: "a lead in $40M funding talks".
_DONE = frozenset("charging crowdfunding financing funding fundraising offering packaging pricing".split())

_SINGULAR = frozenset({"lens", "news", "gas", "does", "goes", "says"})

# A new sentence begins with one of these: an abbreviation's full stop before them is one of the sentence too.
_OPENING = frozenset(
    "A After All And As At But By For He Her His How I If In It Its My No Not Now On Or Our She So That The Their "
    "Then There These They This Those To We What When Where Which While Who Why With You Your".split()
)


def words_before(text: str, at: int) -> list[str]:
    """The words that lead up to a place in its line, in lower case, the nearest first; it looks 60 characters back."""
    line = text[max(0, at - _REACH) : at].rpartition("\n")[2]
    return [word.lower() for word in reversed(_WORD.findall(line))]


def word_before(text: str, at: int, *, gap: bool = True) -> str:
    """The word just before a place, as it is written, if only spaces are between (or, without a gap, nothing); else ""."""
    found = (_BEFORE if gap else _TOUCHING).search(text[max(0, at - _REACH) : at])
    return found[1] if found else ""


def word_after(text: str, at: int) -> str:
    """The word just after a place, as it is written, if only white space is between; else ""."""
    found = _NEXT.match(text, at)
    return found[1] if found else ""


def ends_sentence(text: str, at: int) -> bool:
    """Whether a sentence ends at a place that an abbreviation's full stop stands before."""
    rest = text[at : at + 4].lstrip("\"'”’)")
    return not rest.strip() or rest.startswith("\n") or word_after(text, at) in _OPENING


def determined(text: str, at: int) -> bool:
    """Whether an article or its like leads up to a place, with at most one word between."""
    return any(before in _DETERMINERS for before in words_before(text, at)[:2])


def attributive(text: str, start: int, end: int) -> bool:
    """Whether a measure describes the noun after it: "a $13 trillion opportunity", not "$13 trillion in cash".

    The same amount in another currency may come between, or an attribute: "a $2bn (£1.5bn) deal", "a $2bn, two-year deal".
    """
    after = _past_aside(text, start, end)
    if _LISTED.match(text, after) and determined(text, start):
        return True
    quoted = _QUOTED.match(text, after)
    noun = quoted[1] if quoted else word_after(text, after)
    word = noun.lower()
    if not noun or (word in _ENDING and noun != "US") or word.endswith(("ly", "n't", "n’t")):
        return False
    if determined(text, start) or (noun.isupper() and len(noun) > 1):
        return True
    if _MONEY.search(text, start, end):
        return _is_priced(text, after)
    verb = len(word) > 5 and word.endswith(("ing", "ed")) and not word.endswith("eed") and word not in _DONE
    return not verb and (noun[0].islower() or _in_row(text, after, noun))


def _is_priced(text: str, at: int) -> bool:
    """Whether one of the next three words is a thing with a price: "$25M seed round"; no word that ends a measure is between."""
    if text.startswith("\n", at):
        return False
    for _ in range(3):
        found = _NEXT.match(text, at)
        if found is None:
            return False
        word = found[1].lower().rpartition("-")[2]
        if word in _ENDING or word in _DOING:
            return False
        if found[1][0].islower() and found[1] != found[1].lower():  # "$599 iPhone"
            return True
        one = word.removesuffix("s")
        forms = {word, one, word.removesuffix("es"), f"{word.removesuffix('ies')}y"}
        if not _PRICED.isdisjoint(forms) or (len(one) > 6 and one.endswith(_OF_NOUN)):
            return True
        at = found.end()
    return False


def _past_aside(text: str, start: int, end: int) -> int:
    """Past the amount in another currency or of another size that stands beside a measure, or whose brackets it is in."""
    if beside := _BESIDE.match(text, end) or _CONVERTED.match(text, end):
        return beside.end()
    bracketed = text[max(0, start - 1) : start] == "(" and text.startswith(")", end)
    return end + 1 if bracketed and _ORIGINAL.search(text, max(0, start - 12), start - 1) else end


def _in_row(text: str, end: int, noun: str) -> bool:
    """Whether a name follows in the same line, and is no label of what comes next: "a row: $5 Weight: 3 kg"."""
    return text.startswith(f" {noun}", end) and not text.startswith(":", end + 1 + len(noun))


def with_pause(said: str, text: str, end: int) -> str:
    """What is said for the number of a name, with a comma before a measure: "A100 80GB", "iPhone 16 128GB"."""
    return f"{said}," if _MEASURE.match(text, end) else said


def with_stop(text: str, end: int) -> int:
    """Past the full stop of an abbreviation within a sentence: "a 5 lb. bag", "5 lb., …"."""
    if text.startswith((".,", ".;", ".)", ". ="), end):
        return end + 1
    return end + 1 if text.startswith(". ", end) and text[end + 2 : end + 3].islower() else end


def counted(text: str, end: int) -> bool:
    """Whether things are counted at a place: the next word is a plural, such as "users"."""
    word = word_after(text, end)
    if word in {"people", "men", "women", "children"}:
        return True
    return (
        word.islower()
        and len(word) > 3
        and word[-1] == "s"
        and word[-2] not in "sui"
        and word not in _SINGULAR
    )
