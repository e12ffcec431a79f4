"""The issue's own farewell: the end of its last section, where it takes leave or asks for something."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from issuecast.write import labels
from issuecast.write.passages import Listing, Passage, Spoken, word_count
from issuecast.write.sentences import lowered, sentence, sentences

_LONGEST = 45
"""Words: a longer passage has something to tell, unless it begins with leave-taking."""
_LONGEST_LEAVE = 90
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
    r"(?:have|got|know) (?:a|any|some)\w*\b.*\?|send (?:it|us|me|your)|(?:just |hit )reply",
    r"reply (?:to this|with)|(?:forward|share) (?:it|this)|let (?:us|me) know|follow (?:us|me|along)",
    "subscribe|please submit",
    r"(?:edited|written|curated|compiled|brought to you|produced|hosted|sponsored) by|discuss (?:on|it|this)",
    r"(?:write|e-?mail|tell|tip|text|message|drop) (?:to )?(?:us|me)|get in touch|reach out|p\.?p?s\.?",
)
_HEADING = re.compile("|".join(_HEADINGS), re.IGNORECASE)
_FAREWELL = re.compile(rf"^(?:{'|'.join(_FIRST_WORDS)})\b|\b(?:{'|'.join(_PHRASES)})(?!\w)", re.IGNORECASE)
_LEAVE = re.compile(
    r"that(?:['’]s| is) (?:all|it|a wrap)\b|(?:see|catch|talk to) (?:you|ya)\b|until (?:next|tomorrow|then)\b"
    r"|thanks? (?:you )?(?:so much )?for reading",
    re.IGNORECASE,
)
"""How a sentence begins that takes leave and does nothing else."""
_SIGNATURE = re.compile(r"(?:[A-Z][\w.'’-]*\W*|(?:and|at|crew|from|of|team|the|your|x+)\W+){1,8}$")
_NAME = r"[A-Z][\w'’-]*(?: (?:[A-Z][\w'’-]*|and|&|at|crew|of|team|the|your|x+))*"
_CLOSED = re.compile(
    rf"(?P<closing>[A-Z][\w'’-]*(?: [a-z'’-]+){{0,4}}),\s+(?:[—–-]+\s*)?(?P<name>{_NAME})(?=\W*\Z)"
)
"""A closing and a name: "Keep warm, Ines"."""
_AFTER_ALL = re.compile(rf"(?:[—–-]+\s*(?P<dashed>{_NAME})\W*|(?P<bare>{_NAME}))\Z")
"""A name as the last sentence of several."""


def is_farewell(heading: str) -> bool:
    """Whether a section of that heading takes leave as a whole."""
    return bool(_HEADING.match(heading))


def split(blocks: Sequence[Spoken]) -> tuple[tuple[Spoken, ...], tuple[Spoken, ...]]:
    """The blocks before the farewell, and the farewell, which may begin within a paragraph."""
    start = len(blocks)
    while length := _takes_leave(blocks[:start]):
        start -= length
    while start < len(blocks) and _is_signature(blocks[start]):
        start += 1  # a name belongs to the farewell above it, and is none by itself
    kept, leave = tuple(blocks[:start]), tuple(blocks[start:])
    match (*kept, *leave)[len(kept) - (not leave) :]:
        case (Passage((labels.Part(text, ""),)) as last, *others) if news := _before_the_leave(text):
            rest = text.removeprefix(news).lstrip()
            kept = kept if leave else kept[:-1]
            return (*kept, _saying(last, news)), (_saying(last, rest), *others)
    return kept, leave


def signed(blocks: Sequence[Spoken]) -> tuple[Spoken, ...]:
    """A farewell that tells whose it is: "Cheers, Ines" is heard as if somebody took leave of Ines, "Cheers,
    from Ines" is not.
    """
    told: list[Spoken] = []
    for block in blocks:
        match block:
            case Passage((labels.Part(text, ""),)) if _is_signature(block) and not _CLOSED.match(text):
                name = lowered(text.lstrip("—–- "))
                match told[-1:]:
                    case [Passage((labels.Part(before, ""),)) as above] if before.endswith(","):
                        told[-1] = _saying(above, f"{before} from {name}")
                    case _:
                        told.append(_saying(block, f"Signed, {name}"))
            case Passage((labels.Part(text, ""),)):
                *first, last = map(_signed, sentences(text))
                if first and (found := _AFTER_ALL.match(last)):
                    last = f"Signed, {found['dashed'] or found['bare']}."
                told.append(_saying(block, " ".join([*first, last])))
            case _:
                told.append(block)
    return tuple(told)


def _signed(said: str) -> str:
    if closed := _CLOSED.match(said):
        return sentence(f"{closed['closing']}, from {lowered(closed['name'])}{said[closed.end() :]}")
    return said


def _saying(passage: Passage, text: str) -> Passage:
    (part,) = passage.parts
    return replace(passage, parts=(replace(part, text=text),))


def _before_the_leave(text: str) -> str:
    """What a paragraph tells before it takes leave; "" if it asks for something first or goes on."""
    told = sentences(text)
    start = next((place for place, said in enumerate(told) if _LEAVE.match(said)), 0)
    before, leave = " ".join(told[:start]), " ".join(told[start:])
    asks = before.endswith("?") or _FAREWELL.search(before)
    return before if before and not asks and len(leave.split()) <= _LONGEST else ""


def _takes_leave(blocks: Sequence[Spoken]) -> int:
    """How many of the last blocks belong to one farewell: 2 where a list is announced by its passage."""
    match blocks:
        case (*_, Passage() as last) if _is_signature(last) or _says_farewell(last):
            return 1
        case (*_, Passage() as before, Listing()) if _says_farewell(before) and before.text.endswith(":"):
            return 2
    return 0


def _says_farewell(block: Spoken) -> bool:
    if not isinstance(block, Passage):
        return False
    longest = _LONGEST_LEAVE if _LEAVE.match(block.text) else _LONGEST
    return word_count([block]) <= longest and bool(_FAREWELL.search(block.text) or _closes(block.text))


def _closes(text: str) -> bool:
    """Whether a text is a wish of some words and a name: "Eat well, Nora"."""
    closed = _CLOSED.match(text)
    return closed is not None and " " in closed["closing"]


def _is_signature(block: Spoken) -> bool:
    if not isinstance(block, Passage) or len(block.text) > _LONGEST_SIGNATURE or _says_farewell(block):
        return False
    return bool(_SIGNATURE.match(block.text))
