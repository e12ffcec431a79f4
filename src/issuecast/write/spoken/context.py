"""What stands before and after a place, where that changes how it is read."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_][\w'’.-]*")
_NEXT = re.compile(r"[ \t]{1,3}(?:\n[ \t]{0,3})?([^\W\d_][\w'’-]{0,40})")
_BEFORE = re.compile(r"([^\W_][\w'’-]*)\.?[ \t]+\Z")
_TOUCHING = re.compile(r"([^\W_][\w'’-]*)\Z")
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
    "est estimated vs versus colder hotter bigger larger better worse stronger weaker older younger short total".split()
)

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
    """Whether a measure describes the noun after it: "a $13 trillion opportunity", not "$13 trillion in cash"."""
    noun = word_after(text, end)
    word = noun.lower()
    if not noun or word in _ENDING or word.endswith(("ly", "n't")):
        return False
    if determined(text, start) or (noun.isupper() and len(noun) > 1):
        return True
    verb = len(word) > 5 and word.endswith(("ing", "ed")) and not word.endswith("eed")
    return noun[0].islower() and not verb


def counted(text: str, end: int) -> bool:
    """Whether things are counted at a place: the next word is a plural, such as "users"."""
    word = word_after(text, end)
    return word.islower() and len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
