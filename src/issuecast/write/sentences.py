"""Sentences: where they end, how one is made of a fragment, how several are joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from issuecast.write.verb_words import BASES

_END = re.compile(r"(?<![.!?…])[.!?…]+[\"”’')\]]*\s+(?=[^a-z\s])")
_NO_END = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sr|Jr|St|vs|etc|e\.g|i\.e|cf|approx|No|Nos|Vol|Fig|Inc|Ltd|Co|Corp|Gen|Sen|Rep"
    r"|Gov|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|(?:^|[\s(.])[A-Z])\.$"
)
_LONGEST_NO_END = 12
"""Characters, with the one before: so that a text of a thousand initials costs no more than another."""

_SIMPLE = 5
"""Words of an item that commas keep apart."""
_SMALL_WORDS = """
a an the this that these those it its we our you your they their he she his her there here in on at by for
with from to of as if when while after before since until because although how why what where which who
whether most many some more several both all each every no not never and but or so yet then now
one two three four five six seven eight nine ten
"""
_LOWERED = frozenset(_SMALL_WORDS.split())
_OBJECTS = frozenset("it them this that the a an your up out off down in on with to what if all".split())  # noqa: SIM905
"""What follows a verb that asks for something: "Cut it low"; a name seldom has these behind it."""
_GIVEN_NAMES = frozenset("grant march mark sue".split())  # noqa: SIM905


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of running text, in order; joined by a space they are the text."""
    found, start = [], 0
    for end, after_end in _ends(text):
        found.append(text[start:end])
        start = after_end
    return (*found, text[start:]) if text[start:] else tuple(found)


def ends(text: str) -> tuple[int, ...]:
    """The places behind its sentences, but for one that ends with the text."""
    return tuple(end for end, _ in _ends(text))


def ends_abbreviated(text: str) -> bool:
    """Whether the full stop at its end may be that of a title, an abbreviation or an initial: "met Dr."."""
    return bool(_NO_END.search(text[-_LONGEST_NO_END:]))


def _ends(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence ends, and where the next begins."""
    start = 0
    for end in _END.finditer(text):
        stop = end.start() + len(end[0].rstrip())
        if not ends_abbreviated(text[start:stop]):
            yield stop, end.end()
            start = end.end()


def sentence(text: str) -> str:
    """The text with a full stop, where it ends without one; a colon that announces what follows stays."""
    text = text.rstrip(" ,;–—-")
    return text if re.search(r"[.!?…:][\"”’')\]]*$", text) else f"{text}."


def lowered(text: str) -> str:
    """The text as it stands inside a sentence: "The market" is "the market", "Berlin" is "Berlin"."""
    first = re.split(r"[\s’',:]", text, maxsplit=1)[0]
    lowers = first.lower() in _LOWERED or _asks(text)
    return text[:1].lower() + text[1:] if lowers else text


def _asks(text: str) -> bool:
    """Whether a text begins with a verb that tells what to do."""
    match text.lower().split(maxsplit=2):
        case [verb, after, *_]:
            return verb in BASES - _GIVEN_NAMES and after in _OBJECTS
    return False


def capital(text: str) -> str:
    """The text with a capital first, unless its first word has one elsewhere: "iPhone" stays."""
    first = text.partition(" ")[0]
    return text if any(c.isupper() for c in first) else text[:1].upper() + text[1:]


def after(lead: str, text: str) -> str:
    """The text behind a word such as "First": with a comma if it can go on in lower case, else a colon."""
    inner = lowered(text)
    goes_on = inner != text or text[:1].islower()
    return f"{lead}, {inner}" if goes_on else f"{lead}: {text}"


def joined(items: Sequence[str], last: str = "and") -> str:
    """Items of a sentence: "a, b, and c"; with semicolons where an item is long or has a comma of its own."""
    *most, end = [item.strip().rstrip(".,;") for item in items] or [""]
    if not most:
        return end
    if any("," in item or len(item.split()) > _SIMPLE for item in items):
        return f"{'; '.join(most)}; {last} {end}"
    return f"{most[0]} {last} {end}" if len(most) == 1 else f"{', '.join(most)}, {last} {end}"


def listed(items: Sequence[str]) -> str:
    """Items that have commas of their own, one after the other: "yes, 62%; no, 38%"."""
    return "; ".join(item.strip().rstrip(".") for item in items)
