"""The issue's own farewell: the end of its last section, where it takes leave or asks for something."""

from __future__ import annotations

import re
from collections.abc import Sequence

from issuecast.write.passages import Listing, Passage, Spoken, word_count

_LONGEST = 45
"""Words: a longer passage has something to tell."""
_LONGEST_SIGNATURE = 60
"""Characters."""

_HEADINGS = (
    "sign[- ]?off|farewell|good-?bye|closing|over and out|wrap(?:ping)?[- ]?up|that['’]s a wrap",
    r"until \w+(?: \w+)?$|see you \w+|thanks for reading|(?:before|as) you go",
)
_FIRST_WORDS = (
    r"cheers|best(?=,| regards| wishes)|regards|(?:yours|love|peace|onwards?)(?=,| truly)|sincerely|warmly",
    r"ciao|bye|good-?bye|take care|be (?:well|kind)|keep \w+(?=[,.!])|fair winds|clear skies",
    r"stay \w+|happy (?:\w+ing|weekend|holidays)",
)
_PHRASES = (
    r"(?:see|catch|talk to|hear from) (?:you|ya|y'all)\b.*\b(?:tomorrow|soon|later|next|then|around|\w+day)",
    r"see you in (?:an? |\w+ )?\w+",
    r"until (?:next|tomorrow|then|we meet|\w+day)|back (?:tomorrow|next)|talk soon",
    r"thanks? (?:you )?(?:so much )?(?:for|to (?:you|all|every|our|the))|that(?:['’]s| is) (?:all|it|a wrap)",
    r"have a (?:\w+ )?(?:day|week|weekend|one|evening|night)",
    r"(?:have|got|know) (?:a|any|some)\w*\b.*\?|send (?:it|us|me|your)|(?:just |hit )reply|reply to this",
    "(?:forward|share) (?:it|this)|let (?:us|me) know|follow (?:us|me|along)|subscribe|please submit",
    r"(?:edited|written|curated|compiled|brought to you|produced|hosted|sponsored) by|discuss (?:on|it|this)",
    r"(?:write|e-?mail|tell|tip|text|message|drop) (?:to )?(?:us|me)|get in touch|reach out|p\.?p?s\.?",
)
_HEADING = re.compile("|".join(_HEADINGS), re.IGNORECASE)
_FAREWELL = re.compile(rf"^(?:{'|'.join(_FIRST_WORDS)})\b|\b(?:{'|'.join(_PHRASES)})(?!\w)", re.IGNORECASE)
_SIGNATURE = re.compile(r"(?:[A-Z][\w.'’-]*\W*|(?:and|at|crew|from|of|team|the|your)\W+){1,8}$")


def is_farewell(heading: str) -> bool:
    """Whether a section of that heading takes leave as a whole."""
    return bool(_HEADING.match(heading))


def split(blocks: Sequence[Spoken]) -> tuple[tuple[Spoken, ...], tuple[Spoken, ...]]:
    """The blocks before the farewell, and the farewell."""
    start = len(blocks)
    while length := _takes_leave(blocks[:start]):
        start -= length
    while start < len(blocks) and _is_signature(blocks[start]):
        start += 1  # a name belongs to the farewell above it, and is none by itself
    return tuple(blocks[:start]), tuple(blocks[start:])


def _takes_leave(blocks: Sequence[Spoken]) -> int:
    """How many of the last blocks belong to one farewell: 2 where a list is announced by its passage."""
    match blocks:
        case (*_, Passage() as last) if _is_signature(last) or _says_farewell(last):
            return 1
        case (*_, Passage() as before, Listing()) if _says_farewell(before) and before.text.endswith(":"):
            return 2
    return 0


def _says_farewell(block: Spoken) -> bool:
    return (
        isinstance(block, Passage) and word_count([block]) <= _LONGEST and bool(_FAREWELL.search(block.text))
    )


def _is_signature(block: Spoken) -> bool:
    if not isinstance(block, Passage) or len(block.text) > _LONGEST_SIGNATURE or _says_farewell(block):
        return False
    return bool(_SIGNATURE.match(block.text))
