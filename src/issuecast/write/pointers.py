"""Links that a text leans on: "Read more here." is nothing to a listener, "link two in the show notes" is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from issuecast.models import Link
from issuecast.write import wording
from issuecast.write.sentences import sentences

_KIND = r"(?:story|article|report|post|thread|paper|text|interview|piece|essay|details?|release|announcement)"
_BARE = re.compile(
    rf"(?:(?:read|learn|see|find out|discover|continue|watch|listen|hear|view) )?"
    rf"(?:more(?: (?:here|info|information|details))?|on|here|now|reading"
    rf"|(?:the |it )?(?:full|whole|entire) {_KIND}|link|source|details|website|{_KIND})"
    r"|(?:read|see|watch|view|listen)(?: it)?|(?:click|tap)(?: (?:here|this link))?",
    re.IGNORECASE,
)
_CLICK_TO = re.compile(r"(?:click|tap|go)(?: on)? (?:here|this link) (?P<aim>(?:to|for) .+)", re.IGNORECASE)
_HERE = re.compile(
    r"\b(?:at|on|via|under|through) this link\b|\b(?:right |over )?here\b|\bthis link\b", re.IGNORECASE
)
_HERE_LINK = re.compile(r"(?:[\w’']+ ){0,3}(?:here|this link)", re.IGNORECASE)
_ASKS = re.compile(
    r"(?:read|see|watch|listen to|register|sign up|apply|download|check out|get|join|try|browse|subscribe|buy"
    r"|rsvp|learn|explore|visit|view|find|submit|vote|book|grab|order|save|reserve|take)\b",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"(?:\bat |: )?\blink [\w-]+ in the show notes\b")
"""What `pointed` puts into a text."""
_EDGE = " \t.!:;,()[]<>→➔»›←«–—-"


def link_number(number: int) -> str:
    """How a link is named in a script."""
    return f"link {wording.number(number)} in the show notes"


def pointed(text: str, links: Iterable[Link], numbers: Mapping[str, int]) -> tuple[str, tuple[str, ...]]:
    """The text with its first leaning sentence naming the link by its number, and what is gone.

    A second sentence that only points somewhere is gone: the listener knows where to look.

    Args:
        text: of one block, in its written form.
        links: the block's.
        numbers: from address to the link's number in the show notes.
    """
    known = [link for link in links if link.url in numbers and link.text.strip()]
    if not known:
        return text, ()
    told, lost, named = [], [], False
    for sentence in sentences(text):
        said = _pointing(sentence, known, numbers)
        is_bare = _BARE.fullmatch(sentence.strip(_EDGE)) is not None
        if said and not named:
            told.append(said)
            named = True
            if is_bare:
                lost.append(sentence)
        elif said and is_bare:
            lost.append(sentence)
        else:
            told.append(sentence)
    return " ".join(told), tuple(lost)


def _pointing(sentence: str, links: Sequence[Link], numbers: Mapping[str, int]) -> str:
    """The sentence as it names its link, "" if it does not lean on one."""
    bare = sentence.strip(_EDGE)
    for link in links:
        words = " ".join(link.text.split())
        if words not in sentence:
            continue
        where = link_number(numbers[link.url])
        if _BARE.fullmatch(bare):
            return f"There is more at {where}."
        if aim := _CLICK_TO.fullmatch(bare):
            return f"{aim['aim'][0].upper()}{aim['aim'][1:]}: {where}."
        if _HERE_LINK.fullmatch(words.strip(_EDGE)) and _HERE.search(sentence):
            return _HERE.sub(f"at {where}", sentence, count=1)
        if _ASKS.match(bare) and len(words.split()) * 2 >= len(bare.split()):
            return f"{bare}: {where}."
    return ""
